import process from 'node:process';
import type { Context } from '../../server/context.ts';
import { type ChainVerdict, findAuditedAgencies, verifyChain } from '../../slices/audit/server.ts';
import { withContext } from '../with-context.ts';

const reasons = {
  missing: 'thiếu mục (entry missing)',
  changed: 'nội dung bị sửa (content changed)',
  'head-differs': 'phần cuối bị cắt hoặc thêm (the end was cut or extended)',
} as const;

function lineOf(name: string, verdict: ChainVerdict): string {
  return verdict.isWhole
    ? `${name}: nguyên vẹn (whole), ${verdict.entries} mục (entries), ${verdict.hash}`
    : `${name}: HỎNG (broken) từ mục (from entry) ${verdict.sequence}: ${reasons[verdict.reason]}`;
}

async function verifyAll({ database }: Context): Promise<number> {
  let broken = 0;
  for (const { agencyId, name } of await findAuditedAgencies(database)) {
    const verdict = await verifyChain(database, agencyId);
    if (!verdict.isWhole) broken += 1;
    process.stdout.write(`${lineOf(name, verdict)}\n`);
  }
  return broken === 0 ? 0 : 1;
}

/** `caicach audit verify` @returns 0 when every chain is whole, 1 when one is broken, 2 for wrong use */
export async function run(words: readonly string[]): Promise<number> {
  if (words.length !== 1 || words[0] !== 'verify') {
    process.stderr.write('Dùng (usage): caicach audit verify\n');
    return 2;
  }
  return withContext(verifyAll);
}
