import { parsePaperNumber } from '../../../kernel/decimal.ts';

export type RankingLine = { name: string; points: string; isOwn: boolean; areas: Record<string, string> };

export type ReadRanking = {
  readonly entries: readonly RankingLine[];
  /** Lines that could not be read, counted from 1. */
  readonly wrongLines: readonly number[];
};

const SEPARATOR = /\s*[;\t]\s*/;

/** A figure as on paper (81,38) or as a spreadsheet may give it (81.38). */
function readFigure(text: string): string | null {
  const figure = parsePaperNumber(text)?.toFixed() ?? text.trim();
  return /^\d{1,6}(\.\d{1,6})?$/.test(figure) ? figure : null;
}

function readLine(line: string, ownName: string): RankingLine | null {
  const [name = '', total = '', ...parts] = line.trim().split(SEPARATOR);
  const points = readFigure(total);
  if (name === '' || points === null) return null;
  const areas: Record<string, string> = {};
  for (const part of parts.filter((text) => text !== '')) {
    const [code = '', value = ''] = part.split('=').map((text) => text.trim());
    const figure = readFigure(value);
    if (code === '' || figure === null) return null;
    areas[code] = figure;
  }
  return { name, points, isOwn: name === ownName, areas };
}

/**
 * Published results as they are pasted from a spreadsheet: one department a line, name and total parted by a tab or a
 * semicolon, points of areas after them as `1=8,75`.
 */
export function readRanking(text: string, ownName: string): ReadRanking {
  const lines = text.split('\n').map((line, at) => ({ line, number: at + 1 }));
  const read = lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => ({ entry: readLine(line, ownName), number }));
  const names = read.map(({ entry }) => entry?.name);
  const isTwice = (entry: RankingLine | null, at: number) => entry !== null && names.indexOf(entry.name) !== at;
  return {
    entries: read.flatMap(({ entry }, at) => (entry && !isTwice(entry, at) ? [entry] : [])),
    wrongLines: read.flatMap(({ entry, number }, at) => (entry === null || isTwice(entry, at) ? [number] : [])),
  };
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
