import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { CHAIN_START } from '../rules/chain.ts';
import { type AuditEntry, type ChainHead, findChainPart, getChainHead, hashOf } from '../store/audit.ts';

const PART_SIZE = 1000;

/**
 * Whether the chain is whole; where not, the first place that does not fit and why. Who keeps the hash of the newest entry
 * elsewhere (a backup does) can prove later that the chain was not rewritten as a whole.
 */
export type ChainVerdict =
  | { readonly isWhole: true; readonly entries: number; readonly hash: string }
  | { readonly isWhole: false; readonly sequence: number; readonly reason: 'missing' | 'changed' | 'head-differs' };

function faultOf(entry: AuditEntry, last: ChainHead): 'missing' | 'changed' | null {
  if (entry.sequence !== last.sequence + 1) return 'missing';
  return entry.previousHash === last.hash && hashOf(entry) === entry.hash ? null : 'changed';
}

/** Reads the whole chain of an agency and recomputes every hash. Entries that arrive meanwhile do no harm. */
export async function verifyChain(db: Db, agencyId: AgencyId): Promise<ChainVerdict> {
  const head = await getChainHead(db, agencyId);
  let last: ChainHead = { sequence: 0, hash: CHAIN_START };
  let passedHead = head.sequence === 0;
  for (;;) {
    const part = await findChainPart(db, agencyId, last.sequence, PART_SIZE);
    for (const entry of part) {
      const reason = faultOf(entry, last);
      if (reason) return { isWhole: false, sequence: last.sequence + 1, reason };
      last = { sequence: entry.sequence, hash: entry.hash };
      passedHead ||= last.sequence === head.sequence && last.hash === head.hash;
    }
    if (part.length < PART_SIZE) break;
  }
  const newest = await getChainHead(db, agencyId);
  return passedHead && newest.sequence >= last.sequence
    ? { isWhole: true, entries: last.sequence, hash: last.hash }
    : { isWhole: false, sequence: last.sequence + 1, reason: 'head-differs' };
}
