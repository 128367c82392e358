import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { CHAIN_START } from '../rules/chain.ts';
import { type AuditEntry, findChainHead, findChainPart, hashOf } from '../store/audit.ts';

const PART_SIZE = 1000;

/** Whether the chain is whole; where not, the first entry that does not fit and why. */
export type ChainVerdict =
  | { readonly isWhole: true; readonly entries: number }
  | { readonly isWhole: false; readonly sequence: number; readonly reason: 'missing' | 'changed' | 'head-differs' };

function faultOf(entry: AuditEntry, expected: { sequence: number; hash: string }): 'missing' | 'changed' | null {
  if (entry.sequence !== expected.sequence) return 'missing';
  return entry.previousHash === expected.hash && hashOf(entry) === entry.hash ? null : 'changed';
}

/** Reads the whole chain of an agency and recomputes every hash. */
export async function verifyChain(db: Db, agencyId: AgencyId): Promise<ChainVerdict> {
  let last = { sequence: 0, hash: CHAIN_START };
  for (;;) {
    const part = await findChainPart(db, agencyId, last.sequence, PART_SIZE);
    for (const entry of part) {
      const reason = faultOf(entry, { sequence: last.sequence + 1, hash: last.hash });
      if (reason) return { isWhole: false, sequence: last.sequence + 1, reason };
      last = { sequence: entry.sequence, hash: entry.hash };
    }
    if (part.length < PART_SIZE) break;
  }
  const head = await findChainHead(db, agencyId);
  const isHead = (head?.sequence ?? 0) === last.sequence && (head?.hash ?? CHAIN_START) === last.hash;
  return isHead
    ? { isWhole: true, entries: last.sequence }
    : { isWhole: false, sequence: last.sequence + 1, reason: 'head-differs' };
}
