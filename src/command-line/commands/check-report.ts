import { formatPaperNumber } from '../../kernel/decimal.ts';
import type { FigureFinding, FigurePlace, FigureProposal } from '../../slices/consistency/index.ts';

/** What `--json` prints for one file: an object for one file, a list of them for several or a folder. */
export type CheckedFile =
  | { readonly file: string; readonly figures: readonly FigureFinding[] }
  | { readonly file: string; readonly figures: readonly []; readonly error: string };

/** The check as a person reads it: what does not agree first, then how many relations were checked. */
export function writeReport(checked: readonly CheckedFile[]): string {
  return `${checked.map(writeFile).join('\n')}${checked.length > 1 ? `\n${writeSummary(checked)}` : ''}`;
}

function writeFile(checked: CheckedFile): string {
  if ('error' in checked) return `${checked.file}\n  Không đọc được: ${checked.error}\n`;
  const { file, figures } = checked;
  const failing = figures.filter((figure) => !figure.holds);
  const lines = [
    `${file}`,
    `  Đã kiểm tra ${figures.length} quan hệ số học: ${verdictOn(figures.length, failing.length)}`,
  ];
  for (const figure of failing) lines.push('', ...writeFinding(figure));
  return `${lines.join('\n')}\n`;
}

function verdictOn(all: number, failing: number): string {
  if (all === 0) return 'văn bản không có số liệu nào đối chiếu được.';
  return failing === 0 ? 'tất cả đều khớp.' : `${failing} không khớp.`;
}

function writeFinding(figure: FigureFinding): string[] {
  const lines = [`  ✗ ${figure.text}`, `      ${writePlace(figure.place)}: ${figure.note}`];
  if (figure.proposal) lines.push(...writeProposal(figure.proposal));
  return lines;
}

function writeProposal(proposal: FigureProposal): string[] {
  const words =
    proposal.stated === proposal.proposed
      ? proposal.text
      : `“${proposal.text}” → ${formatPaperNumber(proposal.proposed)}`;
  return [`      Đề nghị xem lại: ${words}`, ...proposal.confirmedBy.map((text) => `        · ${text}`)];
}

function writePlace({ page, block, sheet, row, column }: FigurePlace): string {
  const parts = [
    page === undefined ? null : `trang ${page}`,
    sheet === undefined ? null : `trang tính ${sheet}`,
    `đoạn ${block + 1}`,
    row === undefined ? null : `hàng ${row}`,
    column === undefined ? null : `cột ${column}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function writeSummary(checked: readonly CheckedFile[]): string {
  const figures = checked.flatMap((one) => one.figures);
  const failing = figures.filter((figure) => !figure.holds).length;
  return `Cộng ${checked.length} tệp: ${figures.length} quan hệ số học, ${verdictOn(figures.length, failing)}\n`;
}
