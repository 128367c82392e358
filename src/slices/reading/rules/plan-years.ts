import { cut } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE } from './fields.ts';
import type { Line } from './outline.ts';
import type { Count, Field, PlanKind, Text } from './plan-reading.ts';
import { foldLetters } from './wording.ts';

export type PlanYears = { readonly planYear: Count; readonly assessedYear: Count };

/** A plan to mend what cost points, or a plan of the year's work. */
export function readKind(title: Text, hasDeficits: boolean): Field<PlanKind> {
  const folded = foldLetters(title.value ?? '');
  const mends = /khac phuc|cai thien|nang cao (?:chi so|ket qua|diem)|ton tai|han che|bi tru diem|duy tri/.test(folded);
  const kind: PlanKind =
    mends || (hasDeficits && !/cai cach hanh chinh nam|cchc nam/.test(folded)) ? 'remediation-plan' : 'annual-plan';
  return { value: kind, place: title.place, confidence: folded === '' ? SURE.guessed : SURE.labelled };
}

type Known = {
  readonly title: Text;
  /** "2024", "2024-01" or a day. */
  readonly date: Text;
  readonly resultYear: Count;
  readonly opening: readonly Line[];
  readonly lines: readonly Line[];
  readonly kind: PlanKind;
};

/**
 * The year that the plan is for, and the year whose result it answers. A title's year that lies before the document's
 * own year is the assessed one ("khắc phục … năm 2022", dated 2023).
 */
export function readYears(known: Known): PlanYears {
  const titleYears = [...(known.title.value ?? '').matchAll(/(?:năm|giai đoạn)\s+(\d{4})/giu)].map((match) =>
    Number(match[1]),
  );
  const dated = known.date.value ? Number(known.date.value.slice(0, 4)) : null;
  const result = known.resultYear.value;
  const last = titleYears.length > 0 ? Math.max(...titleYears) : null;
  const isAssessed = last !== null && known.kind === 'remediation-plan' && isAssessedYear(last, dated, result);
  const planYear =
    last === null
      ? (dated ?? (result === null ? yearNamedMost(known.lines) : result + 1))
      : isAssessed
        ? last + 1
        : last;
  const earlier = known.kind === 'remediation-plan' ? earlierYear(titleYears, planYear) : null;
  const assessed = isAssessed ? last : (result ?? earlier);
  const title = { place: known.title.place };
  return {
    planYear:
      planYear === null
        ? NOT_STATED
        : { value: planYear, ...title, confidence: isAssessed ? SURE.inferred : SURE.labelled },
    assessedYear:
      assessed !== null
        ? { value: assessed, place: known.resultYear.place ?? known.title.place, confidence: SURE.labelled }
        : assessedInOpening(known, planYear),
  };
}

/** The year that a plan without a dated head or title names most; null where it names none. */
function yearNamedMost(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) {
    for (const match of line.whole.text.matchAll(/năm\s+(20\d{2})(?!\d)/giu)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function isAssessedYear(year: number, dated: number | null, result: number | null): boolean {
  return (dated !== null && year < dated) || (result !== null && year === result);
}

function earlierYear(years: readonly number[], planYear: number | null): number | null {
  return years.find((year) => planYear !== null && year < planYear && year >= planYear - 2) ?? null;
}

/** "… công bố Chỉ số cải cách hành chính năm 2023" in the legal bases of a plan that answers it. */
function assessedInOpening({ opening, lines, kind }: Known, planYear: number | null): Count {
  if (kind !== 'remediation-plan') return NOT_STATED;
  for (const line of [...opening, ...lines.slice(0, 40)]) {
    const pattern = /(?:chỉ số|kết quả|xếp hạng|thẩm định|đánh giá|tồn tại|hạn chế)[^;.]{0,120}?năm\s+(\d{4})/giu;
    for (const match of line.whole.text.matchAll(pattern)) {
      const year = Number(match[1]);
      if (planYear !== null && year < planYear && year >= planYear - 2) {
        return fieldAt(year, cut(line.whole, match.index, match.index + match[0].length), SURE.fromProse);
      }
    }
  }
  return comparedWith(lines, planYear);
}

/** "tăng ít nhất 02 bậc so với năm 2024" in the goals of a plan of 2025. */
function comparedWith(lines: readonly Line[], planYear: number | null): Count {
  for (const line of lines) {
    const match = /so với (?:kết quả )?năm\s+(\d{4})(?!\d)/iu.exec(line.whole.text);
    if (match && planYear !== null && Number(match[1]) === planYear - 1)
      return fieldAt(planYear - 1, cut(line.whole, match.index, match.index + match[0].length), SURE.inferred);
  }
  return NOT_STATED;
}
