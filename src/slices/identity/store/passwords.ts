import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** @source OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

const derive = promisify(argon2);

async function tagOf(password: string, nonce: Buffer, memory: number, passes: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return derive('argon2id', { message, nonce, parallelism: LANES, tagLength: TAG_BYTES, memory, passes });
}

/** Text that keeps the parameters, so that they can be raised later: argon2id$19456$2$salt$tag */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, MEMORY_KIB, PASSES);
  return ['argon2id', MEMORY_KIB, PASSES, nonce.toString('base64url'), tag.toString('base64url')].join('$');
}

export async function isPasswordRight(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, nonce = '', tag = ''] = stored.split('$');
  const wanted = Buffer.from(tag, 'base64url');
  const given = await tagOf(password, Buffer.from(nonce, 'base64url'), Number(memory), Number(passes));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Costs as much as a real check, so that the time of an answer does not tell whether a name exists. */
export async function spendPasswordTime(password: string): Promise<void> {
  await tagOf(password, Buffer.alloc(16), MEMORY_KIB, PASSES);
}
