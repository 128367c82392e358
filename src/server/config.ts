import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything the process takes from its environment; nothing else reads it. */
const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8020),
  CAICACH_DATA: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://user@host/database')
    .optional(),
  /** "no": an empty system whose first administrator is made through a one-time link. */
  CAICACH_SAMPLE: z.enum(['yes', 'no']).default('yes'),
  /** Addresses of the proxy that ends TLS ("yes": one on this machine): its X-Forwarded headers are believed. */
  CAICACH_BEHIND_PROXY: z
    .string()
    .regex(
      /^(?:yes|no|[\d.:a-fA-F/]+(?:\s*,\s*[\d.:a-fA-F/]+)*)$/,
      'yes, no or addresses such as 10.0.0.5, 172.16.0.0/12',
    )
    .default('no'),
  /** Where to report a weakness: shown at /.well-known/security.txt. */
  CAICACH_SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto|https|tel):\S+$/, 'mailto:…, https:… or tel:…')
    .optional(),
  CAICACH_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = {
  host: string;
  port: number;
  dataFolder: string;
  databaseUrl: string | null;
  withSample: boolean;
  /** Addresses whose X-Forwarded headers are believed. */
  proxies: readonly string[];
  securityContact: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

export class ConfigFault extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** Whether a name leads to this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

function proxiesOf(text: string): string[] {
  if (text === 'no') return [];
  return text === 'yes' ? ['127.0.0.1', '::1'] : text.split(',').map((address) => address.trim());
}

const SAMPLE_IS_LOCAL =
  'the sample has known passwords and answers on this machine only. Set CAICACH_SAMPLE=no to serve others.';

/** @throws {ConfigFault} that lists everything wrong at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const values = parsed.data;
  const proxies = proxiesOf(values.CAICACH_BEHIND_PROXY);
  if (values.CAICACH_SAMPLE === 'yes') {
    if (!isLoopback(values.HOST)) throw new ConfigFault(`HOST: ${SAMPLE_IS_LOCAL}`);
    if (proxies.length > 0) throw new ConfigFault(`CAICACH_BEHIND_PROXY: ${SAMPLE_IS_LOCAL}`);
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder: resolve(values.CAICACH_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    withSample: values.CAICACH_SAMPLE === 'yes',
    proxies,
    securityContact: values.CAICACH_SECURITY_CONTACT ?? null,
    logLevel: values.CAICACH_LOG,
  };
}
