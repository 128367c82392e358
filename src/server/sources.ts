import type { CivilDate } from '../kernel/civil-date.ts';
import type { AgencyId, RecordId } from '../kernel/ids.ts';
import type { WaitingItem, WorkRecord } from '../slices/deadlines/index.ts';
import type {
  MeasureCell,
  MeasureDefinition,
  MeasureKey,
  MeasureReading,
  MeasureScope,
  OfficialDocument,
} from '../slices/registers/index.ts';
import type { Context } from './context.ts';
import type { Db, Transaction } from './database.ts';
import type { Person } from './http.ts';

/** A slice that offers named numbers. `src/server/all-sources.ts` lists them all; slices get the list as an argument. */
export type MeasureSource = {
  readonly name: string;
  readonly find: (db: Db, agencyId: AgencyId) => Promise<readonly MeasureDefinition[]>;
  /** @returns null where the source has no such measure */
  readonly read: (db: Db, agencyId: AgencyId, key: MeasureKey, scope: MeasureScope) => Promise<MeasureReading | null>;
  /** The same number cut by month or by unit. */
  readonly readBy: (
    db: Db,
    agencyId: AgencyId,
    key: MeasureKey,
    cut: MeasureScope & { readonly by: 'month' | 'unit' },
  ) => Promise<readonly MeasureCell[]>;
};

/** A slice in which work waits for people. */
export type WaitingSource = {
  readonly name: string;
  /**
   * Everything open that is due by `until`, or already late, of the whole agency. Where `until` is null whatever the source
   * counts as work of these days, and undated work with it.
   */
  readonly find: (
    db: Db,
    agencyId: AgencyId,
    asked: { readonly today: CivilDate; readonly until: CivilDate | null },
  ) => Promise<readonly WaitingItem[]>;
};

/** A slice that knows how units kept their days. */
export type WorkRecordSource = {
  readonly name: string;
  readonly find: (
    db: Db,
    agencyId: AgencyId,
    span: { readonly firstDay: CivilDate; readonly lastDay: CivilDate; readonly today: CivilDate },
  ) => Promise<readonly WorkRecord[]>;
};

/** What was written into a record when the work on it was finished; enough to take it back. */
export type WrittenBack = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly step: { readonly from: string | null; readonly to: string | null } | null;
};

type RecordKey = { readonly registerKey: string; readonly recordId: RecordId };
type By = { readonly context: Context; readonly person: Person };

/** A slice whose records are carried out by work of another: both change in one transaction. */
export type RecordFinisher = {
  /** @returns null where the record says already when it was finished, or does not ask */
  readonly finish: (
    tx: Transaction,
    by: By,
    key: RecordKey,
    work: { readonly doneOn: CivilDate; readonly document: OfficialDocument | null },
  ) => Promise<WrittenBack | null>;
  /** Takes back what was written and nobody changed since. */
  readonly reopen: (tx: Transaction, by: By, key: RecordKey, written: WrittenBack) => Promise<void>;
};
