import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type LetterCounter = {
  readonly port: number;
  /** How often each Message-ID was taken. */
  readonly counts: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** A real SMTP server that takes everything and counts letters by their id. */
export async function countLetters(): Promise<LetterCounter> {
  const counts = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    onData: (stream, _session, tell) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        const id = /^Message-ID:\s+(\S+)/im.exec(text)?.[1] ?? '';
        counts.set(id, (counts.get(id) ?? 0) + 1);
        tell();
      });
    },
  });
  // Clients that are killed leave broken connections behind.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, counts, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
