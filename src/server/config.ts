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
  /** Where people reach this system: what links in e-mails and calendars begin with. */
  CAICACH_ADDRESS: z
    .string()
    .regex(/^https?:\/\/[^/\s]+\/?$/, 'https://cchc.example.gov.vn')
    .optional(),
  CAICACH_SMTP_HOST: z.string().optional(),
  CAICACH_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  CAICACH_SMTP_USER: z.string().optional(),
  CAICACH_SMTP_PASSWORD: z.string().optional(),
  CAICACH_SMTP_FROM: z.string().optional(),
  /** "starttls": begins plain and must change over; "yes": TLS from the first byte; "no": only inside a house. */
  CAICACH_SMTP_TLS: z.enum(['starttls', 'yes', 'no']).default('starttls'),
  /** Signs what is sent to an office's webhook. */
  CAICACH_WEBHOOK_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  /** "yes": a webhook may lie on this machine or in the private network, and need not be https. */
  CAICACH_WEBHOOK_PRIVATE: z.enum(['yes', 'no']).default('no'),
});

export type SmtpConfig = {
  readonly host: string;
  readonly port: number;
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: string;
  readonly tls: 'starttls' | 'yes' | 'no';
};

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
  /** Without a stroke at the end; null: not told, links are left out where no request says it. */
  publicAddress: string | null;
  /** null: no e-mail leaves this system. */
  smtp: SmtpConfig | null;
  webhook: { readonly secret: string | null; readonly isPrivateAllowed: boolean };
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

type Environment = z.infer<typeof environmentSchema>;

function smtpOf(values: Environment): SmtpConfig | null {
  const { CAICACH_SMTP_HOST: host, CAICACH_SMTP_FROM: from, CAICACH_SMTP_TLS: tls } = values;
  const { CAICACH_SMTP_USER: user, CAICACH_SMTP_PASSWORD: password } = values;
  if (host === undefined) return null;
  if (from === undefined) throw new ConfigFault('CAICACH_SMTP_FROM: the sender, for example cchc@example.gov.vn');
  if ((user === undefined) !== (password === undefined))
    throw new ConfigFault('CAICACH_SMTP_USER, CAICACH_SMTP_PASSWORD: both or neither');
  const port = values.CAICACH_SMTP_PORT ?? (tls === 'yes' ? 465 : 587);
  return { host, port, from, tls, login: user === undefined || password === undefined ? null : { user, password } };
}

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
    publicAddress: values.CAICACH_ADDRESS?.replace(/\/$/, '') ?? null,
    smtp: smtpOf(values),
    webhook: {
      secret: values.CAICACH_WEBHOOK_SECRET ?? null,
      isPrivateAllowed: values.CAICACH_WEBHOOK_PRIVATE === 'yes',
    },
  };
}
