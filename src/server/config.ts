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
  /** "yes" behind a proxy that ends TLS: its X-Forwarded headers are believed. */
  CAICACH_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  CAICACH_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = {
  host: string;
  port: number;
  dataFolder: string;
  databaseUrl: string | null;
  withSample: boolean;
  behindProxy: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

export class ConfigFault extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** @throws {ConfigFault} that lists everything wrong at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const values = parsed.data;
  if (values.CAICACH_SAMPLE === 'yes' && !LOOPBACK.has(values.HOST)) {
    throw new ConfigFault(
      'HOST: the sample has known passwords and answers on this machine only. Set CAICACH_SAMPLE=no to serve others.',
    );
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder: resolve(values.CAICACH_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    withSample: values.CAICACH_SAMPLE === 'yes',
    behindProxy: values.CAICACH_BEHIND_PROXY === 'yes',
    logLevel: values.CAICACH_LOG,
  };
}
