import type { RawCell } from './cells.ts';
import type { SheetRow } from './read-sheet-rows.ts';
import { describeRowFault } from './row-fault-texts.ts';
import type { SheetPlan } from './sheet-plan.ts';

type FaultyRow = Extract<SheetRow, { ok: false }>;
type Cell = string | number | null;

const cellText = (cell: RawCell | undefined): Cell =>
  cell === null || cell === undefined ? null : typeof cell === 'number' ? cell : String(cell);

/** The refused rows as a sheet that can be corrected and imported again: the same columns, the reason behind them. */
export function faultSheet(plan: SheetPlan, rows: readonly FaultyRow[], language: 'vi' | 'en'): Cell[][] {
  const headers = plan.columns.map(({ header }) => header);
  const reasonOf = ({ faults }: FaultyRow): string =>
    faults
      .map(
        ({ column, field, code }) =>
          `${column === null ? field : headers[column] || field}: ${describeRowFault(code)[language]}`,
      )
      .join('\n');
  const head = [...headers, language === 'vi' ? 'Dòng' : 'Row', language === 'vi' ? 'Lý do' : 'Reason'];
  return [
    head,
    ...rows.map((one) => [...headers.map((_, column) => cellText(one.cells[column])), one.row, reasonOf(one)]),
  ];
}
