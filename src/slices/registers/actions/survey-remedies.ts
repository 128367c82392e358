import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { formatPaperNumber, roundHalfUp } from '../../../kernel/decimal.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { type FactorCount, findWeakPoints, type WeakPoint } from '../shipped/survey.ts';
import { type SurveyFactor, surveyFactors } from '../shipped/survey-answers.ts';
import { createRecord } from './create-record.ts';
import type { RegisterRefusal } from './refusals.ts';
import type { SeenRecord } from './show-records.ts';
import { findWholeList } from './whole-list.ts';

/** Fewer answers than this say nothing of one unit. */
const LEAST_ANSWERS = 10;
/** Days until a remedy is due where nobody says otherwise; the officer moves it in the register. */
const REMEDY_DAYS = 60;
const SATISFIED = ['very', 'satisfied'];

const factors = Object.keys(surveyFactors) as SurveyFactor[];

/** How many were satisfied with a factor, in every unit that served. */
function countByUnit(answers: readonly SeenRecord[]): FactorCount<SurveyFactor>[] {
  const counts = new Map<
    string,
    { factor: SurveyFactor; unitId: string | null; satisfied: number; answered: number }
  >();
  for (const { values, unitId } of answers)
    for (const factor of factors) {
      const answer = values[factor];
      if (typeof answer !== 'string') continue;
      const key = `${factor} ${unitId}`;
      const count = counts.get(key) ?? { factor, unitId, satisfied: 0, answered: 0 };
      count.answered += 1;
      if (SATISFIED.includes(answer)) count.satisfied += 1;
      counts.set(key, count);
    }
  return [...counts.values()];
}

/** What a round says: factors of units that do not reach the target, the weakest first. */
export async function findRoundWeakPoints(
  context: Context,
  person: Person,
  roundId: RecordId,
): Promise<Outcome<WeakPoint<SurveyFactor>[], RegisterRefusal>> {
  const answers = await findWholeList(context, person, 'survey-answers', { field: 'round', is: roundId });
  if (!answers.ok) return answers;
  return accept(findWeakPoints(countByUnit(answers.value), { leastAnswers: LEAST_ANSWERS }));
}

function remedyOf(point: WeakPoint<SurveyFactor>, roundId: RecordId, today: CivilDate): Record<string, unknown> {
  const percent = roundHalfUp(point.percent, 2);
  const name = surveyFactors[point.factor].vi;
  return {
    remedy: `Nâng mức hài lòng về “${name}” (${formatPaperNumber(percent)}%)`,
    round: roundId,
    factor: point.factor,
    percent: percent.toFixed(),
    unit: point.unitId,
    foundOn: today,
    dueOn: addDays(today, REMEDY_DAYS),
  };
}

/** Makes a remedy of every weak point that has none yet, in the register of remedies. */
export async function makeRemedies(
  context: Context,
  person: Person,
  roundId: RecordId,
): Promise<Outcome<{ made: number }, RegisterRefusal>> {
  const weak = await findRoundWeakPoints(context, person, roundId);
  if (!weak.ok) return weak;
  const known = await findWholeList(context, person, 'survey-actions', { field: 'round', is: roundId });
  if (!known.ok) return known;
  const taken = new Set(known.value.map(({ values, unitId }) => `${String(values.factor)} ${unitId}`));
  const open = weak.value.filter(({ factor, unitId }) => unitId !== null && !taken.has(`${factor} ${unitId}`));
  for (const point of open) {
    const values = remedyOf(point, roundId, context.clock.today());
    const made = await createRecord(context, person, 'survey-actions', { values, step: null });
    if (!made.ok) return made;
  }
  return accept({ made: open.length });
}
