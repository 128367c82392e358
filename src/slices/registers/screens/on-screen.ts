import type {
  FindRecordsAnswer,
  FindRegistersAnswer,
  GetRecordAnswer,
  GetRegisterAnswer,
} from '../../../web/client.generated.ts';
import type { RegisterDeclaration } from '../index.ts';

export type ShelfEntry = FindRegistersAnswer['registers'][number];
export type Labels = GetRecordAnswer['labels'];
type RecordAnswer = GetRecordAnswer['record'];
export type ChangeOnScreen = GetRecordAnswer['history'][number];

/** A register as this person sees it: the declaration is that of the rules, which the server has made narrower. */
export type RegisterOnScreen = Omit<GetRegisterAnswer, 'declaration'> & { readonly declaration: RegisterDeclaration };

/** A record with the names of what it points to; what is computed stands among its values. */
export type RecordOnScreen = Omit<RecordAnswer, 'computed'> & {
  readonly registerKey: string;
  readonly labels: Labels;
  /** Fields that are there, and whose content is not for this person. */
  readonly masked: readonly string[];
};

export type RecordsPage = {
  readonly records: readonly RecordOnScreen[];
  readonly total: number;
  readonly isTotalCapped: boolean;
  readonly next: string | null;
  /** So many entries were looked at for this page, and more stand behind them; null: the page is whole. */
  readonly lookedAt: number | null;
};

export type ClockOnScreen = GetRecordAnswer['clocks'][number];

export type RecordPageData = {
  readonly record: RecordOnScreen;
  readonly clocks: readonly ClockOnScreen[];
  readonly changes: readonly ChangeOnScreen[];
};

export function registerOnScreen(answer: GetRegisterAnswer): RegisterOnScreen {
  // The server answers what its rules typed; its schema only says that it is an object.
  return { ...answer, declaration: answer.declaration as unknown as RegisterDeclaration };
}

export function recordOnScreen(
  { computed, ...record }: RecordAnswer,
  labels: Labels,
  { declaration: { key: registerKey }, masked }: RegisterOnScreen,
): RecordOnScreen {
  return { ...record, registerKey, values: { ...record.values, ...computed }, labels, masked };
}

export function recordsPage(answer: FindRecordsAnswer, register: RegisterOnScreen): RecordsPage {
  const { records, labels, ...rest } = answer;
  return { ...rest, records: records.map((record) => recordOnScreen(record, labels, register)) };
}
