import { Decimal } from '../../../kernel/decimal.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Content } from './content.ts';
import type { NumberField, ReportForm } from './duty.ts';
import { figureOf, type Numbers, shareOf, shownFigure } from './figures.ts';

/** A report that is in: what the office compiles. */
export type UnitReport = { readonly unitId: UnitId; readonly number: number; readonly content: Content };

export type CompiledFigure = {
  readonly field: string;
  /** Sum over the units, or the share of two sums; null where nobody gave a figure, or the field is not compiled. */
  readonly total: string | null;
  /** Units that gave it. */
  readonly given: number;
  readonly byUnit: Readonly<Record<string, string>>;
};

function sumOf(key: string, reports: readonly UnitReport[]): Decimal | null {
  const given = reports.flatMap(({ content }) => figureOf(content.numbers, key) ?? []);
  return given.length === 0 ? null : given.reduce((sum, one) => sum.plus(one), new Decimal(0));
}

function totalsOf(form: ReportForm, reports: readonly UnitReport[]): Numbers {
  return Object.fromEntries(
    form.numbers
      .filter(({ compile }) => compile.how === 'sum')
      .map(({ key }) => [key, sumOf(key, reports)?.toFixed() ?? null]),
  );
}

function compileField(field: NumberField, reports: readonly UnitReport[], totals: Numbers): CompiledFigure {
  const given = reports.flatMap(({ unitId, content }) => {
    const figure = shownFigure(field, content.numbers);
    return figure === null ? [] : [[unitId, figure] as const];
  });
  const total = field.compile.how === 'share' ? shareOf(field, totals) : (totals[field.key] ?? null);
  return { field: field.key, total, given: given.length, byUnit: Object.fromEntries(given) };
}

/** Figures by unit and over all, exact. A share is computed from the sums and never added up. */
export function compileFigures(form: ReportForm, reports: readonly UnitReport[]): CompiledFigure[] {
  const totals = totalsOf(form, reports);
  return form.numbers.map((field) => compileField(field, reports, totals));
}

export type NamedText = { readonly unitName: string; readonly text: string };

/** Texts of one section one after the other, each under the name of its unit; who wrote nothing is left out. */
export function joinTexts(texts: readonly NamedText[]): string {
  return texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ unitName, text }) => `${unitName}:\n${text.trim()}`)
    .join('\n\n');
}

/** How a unit's report stands to what was compiled last. */
export type CompileMark = 'new' | 'changed' | 'same' | 'gone';

/** What changed since the office compiled last: reports that came, came again, or were sent back. */
export function compileMarks(
  taken: Readonly<Record<string, { readonly number: number }>>,
  reports: readonly Pick<UnitReport, 'unitId' | 'number'>[],
): Map<UnitId, CompileMark> {
  const marks = new Map<UnitId, CompileMark>();
  for (const { unitId, number } of reports) {
    const before = taken[unitId];
    marks.set(unitId, before === undefined ? 'new' : before.number === number ? 'same' : 'changed');
  }
  for (const unitId of Object.keys(taken)) if (!marks.has(unitId as UnitId)) marks.set(unitId as UnitId, 'gone');
  return marks;
}

/** Sections that a unit wrote word for word as last period: worth a look before they go out again. */
export function repeatedSections(form: ReportForm, now: Content, last: Content | undefined): string[] {
  return form.sections
    .map(({ key }) => key)
    .filter((key) => {
      const text = now.texts[key]?.trim();
      return text !== undefined && text !== '' && text === last?.texts[key]?.trim();
    });
}
