import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { civilDate } from '../kernel/civil-date.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { chooseSet, enterMeasures, saveRanking, saveStage } from '../slices/assessment/server.ts';
import { type CriteriaSet, type Leaf, parseCriteriaSet } from '../slices/criteria/index.ts';
import { createSet, publish, type SetId } from '../slices/criteria/server.ts';
import { reckonSet } from '../slices/scoring/index.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const setFile = join(import.meta.dirname, '..', '..', 'sample', 'criteria', 'department-sample.yaml');
const LAST_YEAR = 2025;
const THIS_YEAR = 2026;

/** Totals of the other departments as the province might publish them; our own line is computed from the sample. */
const others: readonly (readonly [name: string, points: string])[] = [
  ['Văn phòng UBND tỉnh', '93.1'],
  ['Sở Nội vụ', '92.45'],
  ['Sở Tư pháp', '91.8'],
  ['Sở Tài chính', '91.02'],
  ['Sở Khoa học và Công nghệ', '89.77'],
  ['Sở Công Thương', '88.9'],
  ['Sở Y tế', '87.65'],
  ['Sở Giáo dục và Đào tạo', '86.4'],
  ['Thanh tra tỉnh', '85.93'],
  ['Sở Xây dựng', '84.2'],
  ['Sở Văn hóa, Thể thao và Du lịch', '83.75'],
  ['Sở Dân tộc và Tôn giáo', '81.3'],
  ['Ban Quản lý các khu công nghiệp', '79.85'],
];

function accepted<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) throw new Error(`the sample index was refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** How good a leaf of the sample is, 0–9, always the same for the same code and year. */
function qualityOf(code: string, year: number): number {
  const sum = [...`${code}${year}`].reduce((total, letter, at) => total + letter.charCodeAt(0) * (at + 3), 0);
  return sum % 10;
}

/** A figure as the rule of the leaf asks for it; null where the sample has none yet. */
function sampleInput({ code, rule }: Leaf, year: number): Record<string, unknown> | null {
  const quality = qualityOf(code, year);
  if (year === THIS_YEAR && quality === 0) return null;
  const isGood = quality >= 2;
  switch (rule.shape) {
    case 'yes_no':
      return { answer: isGood ? 'yes' : 'no' };
    case 'staged':
      return { level: isGood ? 0 : 1 };
    case 'checklist':
      return { parts: rule.parts.map((_, at) => isGood || at > 0) };
    case 'lateness_penalty':
      return { expected: 4, late: isGood ? 0 : 1, missing: 0 };
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing':
      return { numerator: 80 + 2 * quality + (isGood ? 2 : 0), denominator: 100 };
    case 'count_based':
      return { count: isGood ? 4 : 1 };
    case 'deduction':
      return { events: rule.events.map((_, at) => (!isGood && at === 0 ? 1 : 0)) };
    case 'external_scaled':
      return { value: 84 + quality };
    case 'survey_scaled':
      return year === THIS_YEAR ? null : { percent: 85 + quality };
    default:
      return null;
  }
}

async function makeSet(
  context: Context,
  person: Person,
  year: number,
  source: string,
  basedOn: SetId | null,
): Promise<SetId> {
  const title = `Bộ tiêu chí CCHC cấp sở năm ${year} (mẫu)`;
  const { setId } = accepted(await createSet(context, person, { title, year, source, basedOn }));
  accepted(await publish(context, person, setId));
  return setId;
}

/** Points of last year: what the sample's figures of that year give, as if the province had published them. */
async function seedLastYear(context: Context, person: Person, set: CriteriaSet): Promise<void> {
  const measures = Object.fromEntries(set.leaves.map((leaf) => [leaf.code, sampleInput(leaf, LAST_YEAR) ?? undefined]));
  const { leaves, total } = reckonSet(set, measures);
  const scores = leaves.map(({ leaf, points }) => ({
    leafCode: leaf.code,
    points: points?.toFixed() ?? '0',
    reason: null,
  }));
  accepted(await saveStage(context, person, { year: LAST_YEAR, stage: 'final', scores }));
  const own = { name: 'Sở Tài nguyên và Môi trường', points: total.toFixed(), isOwn: true, areas: {} };
  const entries = [...others.map(([name, points]) => ({ name, points, isOwn: false, areas: {} })), own];
  accepted(await saveRanking(context, person, { year: LAST_YEAR, entries }));
}

async function seedThisYear(context: Context, person: Person, set: CriteriaSet): Promise<void> {
  const forms = set.leaves
    .map((leaf) => ({ leafCode: leaf.code, input: sampleInput(leaf, THIS_YEAR) }))
    .filter(({ input }) => input !== null)
    .map((form) => ({ ...form, extractedOn: civilDate('2026-11-15'), evidence: 'Số liệu mẫu' }));
  accepted(await enterMeasures(context, person, { year: THIS_YEAR, forms }, 'vi'));
}

/** The sample's index: a set for last year and this year, last year's points and ranking, this year's figures so far. */
export async function seedSampleIndex(context: Context, person: Person): Promise<void> {
  const source = await readFile(setFile, 'utf8');
  const set = parseCriteriaSet(source, 'department-sample.yaml');
  if (!set.ok) throw new Error('the sample set has faults');
  const last = await makeSet(context, person, LAST_YEAR, source, null);
  const now = await makeSet(context, person, THIS_YEAR, source, last);
  accepted(
    await chooseSet(context, person, {
      year: LAST_YEAR,
      setId: last,
      target: null,
      closingOn: null,
      measuredFrom: null,
    }),
  );
  accepted(
    await chooseSet(context, person, {
      year: THIS_YEAR,
      setId: now,
      target: '88',
      closingOn: civilDate('2026-12-15'),
      measuredFrom: null,
    }),
  );
  await seedLastYear(context, person, set.value);
  await seedThisYear(context, person, set.value);
}
