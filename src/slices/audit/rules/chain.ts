/** What is told of one change. `before` and `after` hold only the fields that changed, or the whole record. */
export type AuditFact = {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
};

export type AuditContent = AuditFact & {
  readonly agencyId: string;
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly previousHash: string;
};

/** The hash that the first entry of a chain names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

/** What the database will give back for a value: without undefined, decimals and days as the text they print. */
function asStored(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** JSON with sorted keys: the same text before the database and after it. */
export function canonicalJson(value: unknown): string {
  return sortedJson(asStored(value));
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${sortedJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The text that is hashed for one entry: everything that it says, and the hash of the entry before. */
export function contentToHash(content: AuditContent): string {
  const { agencyId, sequence, at, actorId, actorName, action, subjectKind, subjectId, previousHash } = content;
  return canonicalJson({
    agencyId,
    sequence,
    at,
    actorId,
    actorName,
    action,
    subjectKind,
    subjectId,
    before: content.before ?? null,
    after: content.after ?? null,
    previousHash,
  });
}
