import { createTransport } from 'nodemailer';
import type { Context } from '../../../server/context.ts';
import type { Failure } from '../rules/delivery.ts';

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /**
   * The same for every attempt of one delivery: a server that died between the other side's "250 OK" and our own note of it
   * sends again, and mail programs and servers that know the id keep one copy.
   */
  readonly messageId: string;
};

/** Tries to send. @returns null when the other side has taken it */
export type SendEmail = (letter: Letter) => Promise<Failure | null>;

const TIMEOUT_MS = 20_000;
const LONGEST_DETAIL = 300;

type SmtpError = { code?: unknown; responseCode?: unknown; response?: unknown; message?: unknown };

function failureOf(error: unknown): Failure {
  const { code, responseCode, response, message } = (typeof error === 'object' && error ? error : {}) as SmtpError;
  const detail = String(response ?? message ?? code ?? '').slice(0, LONGEST_DETAIL);
  if (typeof responseCode === 'number' && code !== 'EAUTH')
    return { kind: 'refused', detail, isFinal: responseCode >= 500 };
  if (code === 'EAUTH') return { kind: 'refused', detail, isFinal: false };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', detail, isFinal: true };
  return { kind: code === 'ETIMEDOUT' ? 'timed-out' : 'unreachable', detail, isFinal: false };
}

const notSet: SendEmail = async () => ({ kind: 'not-set', detail: 'CAICACH_SMTP_HOST', isFinal: false });

export function makeSendEmail(smtp: Context['config']['smtp']): SendEmail {
  if (smtp === null) return notSet;
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'yes',
    requireTLS: smtp.tls === 'starttls',
    ignoreTLS: smtp.tls === 'no',
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(smtp.login ? { auth: { user: smtp.login.user, pass: smtp.login.password } } : {}),
  });
  return async ({ to, subject, text, messageId }) => {
    try {
      await transport.sendMail({
        from: smtp.from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return null;
    } catch (error) {
      return failureOf(error);
    }
  };
}
