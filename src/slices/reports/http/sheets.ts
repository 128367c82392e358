import { writeXlsx } from 'hucre';
import { type CivilDate, formatDay } from '../../../kernel/civil-date.ts';
import type { ShownPeriod } from '../actions/show-period.ts';
import type { GridCell } from '../actions/show-reports.ts';
import { shownFigure } from '../rules/figures.ts';
import { stages } from '../rules/stages.ts';

type Cell = string | number | null;

async function sheetOf(name: string, rows: Cell[][]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name, rows }] }));
}

/** A figure as a number of the sheet where that is exact, else as text: no digit is lost on the way. */
function asCell(figure: string | null): Cell {
  if (figure === null) return null;
  const number = Number(figure);
  return String(number) === figure ? number : figure;
}

const STAGE_NAMES = {
  unit: 'Hạn đơn vị',
  office: 'Hạn tổng hợp',
  department: 'Hạn Sở gửi',
  province: 'Hạn tỉnh',
} as const;

/** The grid of a year as a spreadsheet: a row a period. */
export function gridSheet(cells: readonly GridCell[]): Promise<Buffer> {
  const head = [
    'Báo cáo',
    'Kỳ',
    ...stages.map((stage) => STAGE_NAMES[stage]),
    'Phải nộp',
    'Đã nộp',
    'Nộp trễ',
    'Quá hạn',
    'Trả lại',
    'Không nộp',
    'Sở gửi ngày',
    'Trạng thái',
  ];
  const rows = cells.map((cell): Cell[] => {
    const dueOf = (stage: (typeof stages)[number]): Cell => {
      const found = cell.cutOffs.find((one) => one.stage === stage);
      return found ? formatDay(found.dueOn) : null;
    };
    const { expected, handedIn, late, overdue, returned, missing } = cell.counts;
    const counts = [expected, handedIn, late, overdue, returned, missing];
    const sent = cell.sentOn === null ? null : formatDay(cell.sentOn as CivilDate);
    return [cell.name, cell.periodName, ...stages.map(dueOf), ...counts, sent, cell.isClosed ? 'Đã chốt' : 'Đang mở'];
  });
  return sheetOf('Báo cáo', [head, ...rows]);
}

/** The figures of a period by unit with their sums. */
export function figuresSheet(period: ShownPeriod, unitNames: ReadonlyMap<string, string>): Promise<Buffer> {
  const units = period.units;
  const head = [
    'Chỉ tiêu',
    'Đơn vị tính',
    'Tổng',
    'Kỳ trước',
    ...units.map(({ unitId }) => unitNames.get(unitId) ?? unitId),
  ];
  const rows = period.form.numbers.map((field): Cell[] => {
    const figure = period.figures.find((one) => one.field === field.key);
    const own = units.map(({ numbers, number }) => (number === null ? null : asCell(shownFigure(field, numbers))));
    return [field.label, field.unit, asCell(figure?.total ?? null), asCell(figure?.last ?? null), ...own];
  });
  return sheetOf('Số liệu', [head, ...rows]);
}
