import { parsePaperNumber } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';

export type RankingLine = { name: string; points: string; isOwn: boolean; areas: Record<string, string> };

export type RankingFaultCode = 'no-name' | 'not-a-number' | 'twice' | 'area-not-a-number';
/** A line that cannot be taken over; lines count from 1, empty ones too. */
export type RankingFault = { readonly line: number; readonly code: RankingFaultCode };
export type ReadRanking = { readonly entries: readonly RankingLine[]; readonly faults: readonly RankingFault[] };

export type KnownArea = { readonly code: string; readonly name: string };
type Known = { readonly ownName: string; readonly areas: readonly KnownArea[] };
type Line = { readonly line: number; readonly cells: readonly string[] };

/** What a column holds, as its head says. */
type ColumnRole = 'order' | 'name' | 'points' | 'ignored' | { readonly area: string };

const NAME_HEADS = ['don vi', 'ten don vi', 'co quan', 'so', 'department', 'name'];
const TOTAL_HEADS = ['tong', 'tong diem', 'diem', 'chi so', 'chi so (%)', 'ket qua', 'total', 'points', 'percent'];
const ORDER_HEADS = ['stt', 'tt', 'hang', 'xep hang', 'thu hang', '#', 'rank'];

/** A figure as on paper (81,38) or as a spreadsheet may give it (81.38, 81,38%). */
function readFigure(text: string): string | null {
  const bare = text.trim().replace(/\s*%$/, '');
  const figure = parsePaperNumber(bare)?.toFixed() ?? bare;
  return /^\d{1,6}(\.\d{1,6})?$/.test(figure) ? figure : null;
}

function roleOf(cell: string, areas: readonly KnownArea[]): ColumnRole {
  const head = foldVietnamese(cell);
  if (ORDER_HEADS.includes(head)) return 'order';
  if (NAME_HEADS.includes(head)) return 'name';
  if (TOTAL_HEADS.includes(head)) return 'points';
  const area = areas.find(({ code, name }) =>
    [code, `lv${code}`, `linh vuc ${code}`, name].some((one) => foldVietnamese(one) === head),
  );
  return area ? { area: area.code } : 'ignored';
}

/** The head of a table: the first line, where it names the departments and their totals. */
function rolesOf({ cells }: Line, areas: readonly KnownArea[]): readonly ColumnRole[] | null {
  const roles = cells.map((cell) => roleOf(cell, areas));
  return roles.includes('name') && roles.includes('points') ? roles : null;
}

/** Without a head: a running number first where there is one, then name and total, then areas as `1=8,75`. */
function plainRoles({ cells }: Line): readonly ColumnRole[] {
  const isNumbered = /^\d{1,3}$/.test(cells[0] ?? '') && readFigure(cells[1] ?? '') === null && cells.length > 2;
  return isNumbered ? ['order', 'name', 'points'] : ['name', 'points'];
}

function areasOf(cells: readonly string[], roles: readonly ColumnRole[]): Record<string, string> | null {
  const areas: Record<string, string> = {};
  for (const [at, cell] of cells.entries()) {
    const role = roles[at];
    const stated = typeof role === 'object' ? [role.area, cell] : role === undefined ? cell.split('=') : null;
    if (!stated || cell.trim() === '') continue;
    const [code = '', value = ''] = stated.map((text) => text.trim());
    const figure = readFigure(value);
    if (code === '' || figure === null) return null;
    areas[code] = figure;
  }
  return areas;
}

function readLine({ cells }: Line, roles: readonly ColumnRole[], ownName: string): RankingLine | RankingFaultCode {
  const of = (role: 'name' | 'points'): string => cells[roles.indexOf(role)]?.trim() ?? '';
  const name = of('name');
  if (name.length < 2) return 'no-name';
  const points = readFigure(of('points'));
  if (points === null) return 'not-a-number';
  const areas = areasOf(cells, roles);
  return areas ? { name, points, isOwn: foldVietnamese(name) === foldVietnamese(ownName), areas } : 'area-not-a-number';
}

/**
 * Published results as they are pasted or read from a spreadsheet: one department a line, cells parted by tabs or
 * semicolons. A head may name the columns in any order, areas by their code or name; without one, areas follow as `1=8,75`.
 */
export function readRanking(text: string, { ownName, areas }: Known): ReadRanking {
  const lines = text
    .split(/\r?\n/)
    .map((row, at) => ({ line: at + 1, cells: row.split(/\t|;/).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = lines[0] ? rolesOf(lines[0], areas) : null;
  const seen = new Set<string>();
  const entries: RankingLine[] = [];
  const faults: RankingFault[] = [];
  for (const one of head ? lines.slice(1) : lines) {
    const read = readLine(one, head ?? plainRoles(one), ownName);
    const code = typeof read === 'string' ? read : seen.has(foldVietnamese(read.name)) ? 'twice' : null;
    if (code !== null) faults.push({ line: one.line, code });
    else if (typeof read !== 'string') {
      seen.add(foldVietnamese(read.name));
      entries.push(read);
    }
  }
  return { entries, faults };
}

/** The lines that `readRanking` reads back. */
export function writeRanking(entries: readonly RankingLine[]): string {
  return entries
    .map(({ name, points, areas }) =>
      [
        name,
        points.replace('.', ','),
        ...Object.entries(areas).map(([code, value]) => `${code}=${value.replace('.', ',')}`),
      ].join('; '),
    )
    .join('\n');
}
