import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

const folder = join(import.meta.dirname, '..', 'fixtures');
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const reports = names.map((file) => ({
  file,
  lines: readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== ''),
}));

/** How many relations each report is known to state; a rule that stops finding one shows here. */
const FEWEST_RELATIONS: Readonly<Record<string, number>> = {
  'disbursement-report.txt': 25,
  'feedback-report.txt': 15,
  'index-result.txt': 14,
  'inspection-report.txt': 6,
  'no-alarm.txt': 0,
  'one-stop-report.txt': 30,
  'score-table.txt': 28,
  'staff-report.txt': 17,
  'training-report.txt': 5,
};

describe('reports of the kinds that a department writes', () => {
  test.each(reports)('$file agrees with itself and raises no alarm', ({ file, lines }) => {
    const found = figuresOf(...lines);
    expect(found.filter((finding) => !finding.holds)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(FEWEST_RELATIONS[file] ?? 1);
  });
});

type Print = { readonly line: number; readonly from: number; readonly to: number };

/** Every number of a report's tables: each stands in at least one relation. */
function cellNumbers(lines: readonly string[]): Print[] {
  return lines.flatMap((text, line) =>
    text.includes('\t') && !text.startsWith('(') && !text.startsWith('TT')
      ? [...text.matchAll(/(?<=\t)\d[\d.,]*(?=\t|$)/g)].map((match) => ({
          line,
          from: match.index,
          to: match.index + match[0].length,
        }))
      : [],
  );
}

function swapDigits(print: string, at: number): string {
  const [a, b] = [print[at], print[at + 1]];
  return a && b ? print.slice(0, at) + b + a + print.slice(at + 2) : print;
}

describe('one slip planted in a table that agrees with itself', () => {
  const { lines } = reports.find((report) => report.file === 'one-stop-report.txt')!;
  const wide = cellNumbers(lines).filter(({ line, from, to }) => {
    const print = lines[line]!.slice(from, to);
    return /^\d{2,3}$/.test(print) && print[0] !== print[1] && print[1] !== '0';
  });

  test('is always found, and where a correction is proposed it is the right one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wide), ({ line, from, to }) => {
        const print = lines[line]!.slice(from, to);
        const slipped = swapDigits(print, 0);
        const changed = lines.map((text, i) => (i === line ? text.slice(0, from) + slipped + text.slice(to) : text));
        const failing = figuresOf(...changed).filter((finding) => !finding.holds);
        expect(failing.length).toBeGreaterThan(0);
        for (const { proposal } of failing) {
          if (proposal) expect(proposal).toMatchObject({ stated: Number(slipped), proposed: Number(print) });
        }
      }),
    );
  });
});

/** A report of areas whose figures agree by construction. */
const areaReport = fc
  .array(fc.record({ max: fc.integer({ min: 4, max: 30 }), lostQuarters: fc.integer({ min: 0, max: 12 }) }), {
    minLength: 3,
    maxLength: 9,
  })
  .map((areas) => areas.map(({ max, lostQuarters }) => ({ max, score: max - Math.min(max, lostQuarters / 4) })));
type Area = { readonly max: number; readonly score: number };

const paper = (value: number): string => String(value).replace('.', ',');
const percent = ({ score, max }: Area): string => paper(Number(((score / max) * 100).toFixed(2)));
const sumOf = (areas: readonly Area[], pick: (area: Area) => number): number =>
  areas.reduce((sum, area) => sum + pick(area), 0);

function writeAreas(areas: readonly Area[], printedScores = areas.map((area) => paper(area.score))): string[] {
  const total = `Tổng điểm của Sở đạt ${paper(sumOf(areas, (a) => a.score))}/${sumOf(areas, (a) => a.max)} điểm.`;
  const lines = areas.map(
    (area, i) => `- Lĩnh vực ${i + 1}: Nội dung đạt ${printedScores[i]}/${area.max} điểm, chiếm ${percent(area)}%.`,
  );
  return [total, ...lines];
}

describe('a report written from figures that agree', () => {
  test('raises no alarm', () => {
    fc.assert(
      fc.property(areaReport, (areas) => {
        expect(figuresOf(...writeAreas(areas)).filter((finding) => !finding.holds)).toEqual([]);
      }),
    );
  });

  test('with one score misprinted is corrected to the score it was written from', () => {
    fc.assert(
      fc.property(areaReport, fc.nat(), fc.integer({ min: 2, max: 8 }), (areas, pick, quarters) => {
        const index = pick % areas.length;
        const right = areas[index]!.score;
        const wrong = right >= quarters / 4 ? right - quarters / 4 : right + quarters / 4;
        const printed = areas.map((area, i) => paper(i === index ? wrong : area.score));
        const failing = figuresOf(...writeAreas(areas, printed)).filter((finding) => !finding.holds);
        expect(failing).toHaveLength(2);
        for (const { proposal } of failing) expect(proposal).toMatchObject({ stated: wrong, proposed: right });
      }),
    );
  });
});

describe('hostile text', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(50_000 / piece.length));

  test.each([
    { name: 'digits without end', text: long('7') },
    { name: 'fractions without end', text: long('1/2 ') },
    { name: 'strokes without end', text: long('1/') },
    { name: 'brackets that never close', text: long('(12, ') },
    { name: 'percentages without end', text: long('đạt 12% ') },
    { name: 'sums without an end', text: `${long('1 + ')}1 = 2` },
    { name: 'list openings without end', text: long('gồm 3 nhiệm vụ sau: ') },
    { name: 'our own tokens in the text', text: long('«0» ⟪1⟫ ⟨2⟩ ¤ ') },
    { name: 'spaces without end', text: `${long(' ')}12 hồ sơ` },
    { name: 'words that open every rule', text: long('tăng từ 12 lên 15 so với 10 còn lại 3 ') },
  ])('$name is read to its end', ({ text }) => {
    expect(() => figuresOf(text)).not.toThrow();
  });

  test('any text at all is checked without a fault', () => {
    const piece = fc.constantFrom(
      '12',
      '1,5',
      '3/4',
      '%',
      ' ',
      'đạt',
      'trong đó',
      '(',
      ')',
      '\n',
      'điểm',
      'từ',
      '=',
      '+',
      ';',
      'Tổng điểm',
      'gồm',
      '\t',
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 }), (pieces) => {
        expect(() => figuresOf(...pieces.join('').split('\n'))).not.toThrow();
      }),
    );
  });
});
