import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { ImportId, RecordId } from '../../../kernel/ids.ts';
import type { CalendarPlan } from '../../calendar/index.ts';
import type { Layout } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import type { ImportRights, SheetRow } from '../rules/read-sheet-rows.ts';
import type { ColumnTarget, SheetPlan } from '../rules/sheet-plan.ts';

/** Names that cells may hold, and other names of units. */
export type Lookups = {
  readonly units: readonly (readonly [folded: string, unitId: string])[];
  readonly people: readonly (readonly [folded: string, userId: string])[];
};

/** What the import thread is started with. */
export type ImportTask = {
  readonly bytes: Uint8Array;
  readonly declaration: RegisterDeclaration;
  readonly lookups: Lookups;
  readonly rights: ImportRights;
  /** Null: find the header and the meaning of the columns. */
  readonly plan: SheetPlan | null;
  readonly remembered: readonly (readonly [header: string, target: ColumnTarget])[];
  /** What records are derived with; null: only look. */
  readonly writing: {
    readonly layout: Layout;
    readonly scope: string;
    readonly isOwn: boolean;
    readonly calendar: CalendarPlan;
    readonly today: CivilDate;
    /** Rows that were settled before the server stopped. */
    readonly afterRow: number;
    readonly importId: ImportId;
  } | null;
};

export type FaultyRow = Extract<SheetRow, { ok: false }>;

/** A first look: what the columns mean, how the first rows look and what is wrong with them. */
export type Analysis = {
  readonly sheets: readonly string[];
  readonly plan: SheetPlan;
  readonly rowCount: number;
  readonly sample: readonly (readonly string[])[];
  readonly faultyRows: number;
  readonly faults: readonly FaultyRow[];
};

/**
 * Records out of rows, each table's share of them as the text that its statement takes: the thread writes it, and the
 * server, which has others to serve, only passes it on.
 */
export type ImportPart = {
  readonly kind: 'part';
  readonly made: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly records: string;
  readonly deltas: string;
  readonly latest: string;
  readonly clocks: string;
  readonly unique: string;
  /** `PartRow`s of rows whose values may turn out to stand already. */
  readonly cells: string;
};

/** A row as it stood in the sheet, and the record that was made of it. */
export type PartRow = { readonly recordId: RecordId; readonly row: number; readonly cells: FaultyRow['cells'] };

export type ImportAnswer =
  | { readonly kind: 'analysed'; readonly analysis: Analysis }
  | {
      readonly kind: 'checked';
      readonly rows: number;
      readonly faultyRows: number;
      readonly faults: readonly FaultyRow[];
    }
  | ImportPart
  | { readonly kind: 'end' }
  | { readonly kind: 'unreadable' };
