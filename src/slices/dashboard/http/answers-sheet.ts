import { writeXlsx } from 'hucre';
import { formatDay } from '../../../kernel/civil-date.ts';
import type { Answers } from '../actions/answers.ts';
import { decidedOf, type Span, type UnitAnswer } from '../rules/answers.ts';

type Cell = string | number | null;

/** A figure as a number of the sheet where that is exact, else as text. */
function asCell(figure: string | null): Cell {
  if (figure === null) return null;
  const number = Number(figure);
  return String(number) === figure ? number : figure;
}

const HEAD = [
  'Xếp hạng',
  'Đơn vị',
  'Người đứng đầu',
  'Việc đã rõ kết quả',
  'Đúng hạn',
  'Trễ',
  'Quá hạn chưa xong',
  'Tỷ lệ đúng hạn (%)',
  'Gia hạn',
  'Bị trả lại',
  'Số ngày trễ',
  'Báo cáo đúng hạn',
  'Báo cáo trễ',
  'Báo cáo chưa nộp',
  'Điểm mất',
  'Ghi chú',
];

/** The answers of a span as a spreadsheet: a row a unit. */
export async function answersSheet(
  { answers, headNames }: Answers,
  span: Span,
  nameOf: (unitId: string) => string,
): Promise<Buffer> {
  const row = (answer: UnitAnswer): Cell[] => [
    answer.rank,
    nameOf(answer.unitId),
    answer.heads.map(({ userId }) => headNames.get(userId) ?? '').join(', '),
    decidedOf(answer.all),
    answer.all.onTime,
    answer.all.late,
    answer.all.overdue,
    asCell(answer.onTimePercent),
    answer.all.extensions,
    answer.all.returned,
    answer.all.daysLate,
    answer.reports.onTime,
    answer.reports.late,
    answer.reports.overdue,
    asCell(answer.pointsLost),
    answer.endedOn === null
      ? null
      : `kết thúc ${formatDay(answer.endedOn)}${answer.successorIds.length ? `, tiếp nhận: ${answer.successorIds.map(nameOf).join(', ')}` : ''}`,
  ];
  const title = `Trách nhiệm đơn vị từ ${formatDay(span.firstDay)} đến ${formatDay(span.lastDay)}`;
  return Buffer.from(
    await writeXlsx({ sheets: [{ name: 'Trách nhiệm', rows: [[title], HEAD, ...answers.map(row)] }] }),
  );
}
