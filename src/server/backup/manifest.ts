import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Last entry of an archive: everything that was put in, so that nothing can be missing or changed unseen. */
export const manifestShape = z.object({
  format: z.literal('caicach-backup-1'),
  createdAt: z.string(),
  /** Only this agency's records; null: all. */
  agencyId: z.string().nullable(),
  schema: z.array(z.object({ version: z.number().int(), hash: sha256 })),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string()),
      rows: z.number().int(),
      sha256,
    }),
  ),
  files: z.array(z.object({ sha256, byteCount: z.number().int() })),
  /** Files that the database names but whose bytes were lost or damaged before the backup. */
  lostFiles: z.array(sha256),
  /** Newest entry of each audit chain: kept here, it proves later that the chain was not rewritten. */
  chains: z.array(z.object({ agencyId: z.string(), sequence: z.number().int(), hash: sha256 })),
});
export type Manifest = z.infer<typeof manifestShape>;

export const MANIFEST_NAME = 'manifest.json';
export const tablePart = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, '0')}.jsonl`;
export const filePart = (hash: string): string => `files/${hash}`;

/** What an entry of an archive is, by its name; null for a name that no backup has. */
export function partOf(name: string): { kind: 'table' | 'file'; key: string } | { kind: 'manifest' } | null {
  if (name === MANIFEST_NAME) return { kind: 'manifest' };
  const [, table] = /^tables\/([a-z_][a-z0-9_]*)\/\d{6,}\.jsonl$/.exec(name) ?? [];
  if (table) return { kind: 'table', key: table };
  const [, hash] = /^files\/([0-9a-f]{64})$/.exec(name) ?? [];
  return hash ? { kind: 'file', key: hash } : null;
}
