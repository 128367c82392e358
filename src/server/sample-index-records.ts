import { civilDate } from '../kernel/civil-date.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { planLosses } from '../slices/assessment/index.ts';
import {
  acceptProposals,
  addEvidence,
  leavesThatFit,
  recordLosses,
  setOfYear,
  setReaches,
} from '../slices/assessment/server.ts';
import type { CriteriaSet } from '../slices/criteria/index.ts';
import { findDeficits, findPlans } from '../slices/plan/server.ts';
import { measureSources } from './all-sources.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const [LAST_YEAR, THIS_YEAR] = [2025, 2026];

function accepted<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) throw new Error(`the sample records were refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Who answers for which area of the sample set. */
const owners: readonly (readonly [area: string, unitId: UnitId])[] = [
  ['1', 'unit_vanphong'],
  ['2', 'unit_thanhtra'],
  ['3', 'unit_vpdk'],
  ['4', 'unit_vanphong'],
  ['5', 'unit_vanphong'],
  ['6', 'unit_khtc'],
  ['7', 'unit_cntt'],
];

type Paper = {
  title: string;
  number: string;
  date: string;
  leaves: readonly (readonly [code: string, wanted: number])[];
};

/** Documents by number only: the sample ships no files of offices. */
const papers: readonly Paper[] = [
  {
    title: 'Kế hoạch CCHC năm 2026',
    number: '08/KH-STNMT',
    date: '2026-01-22',
    leaves: [
      ['1.1.1', 0],
      ['1.1.2', 0],
    ],
  },
  { title: 'Kế hoạch khắc phục năm 2026', number: '31/KH-STNMT', date: '2026-02-27', leaves: [['1.1.4', 0]] },
  {
    title: 'Báo cáo CCHC 6 tháng đầu năm',
    number: '95/BC-STNMT',
    date: '2026-06-13',
    leaves: [
      ['1.2.1', 0],
      ['1.2.2', 0],
    ],
  },
];

/** Last year's losses as the plan states them, where they mean criteria of the set. */
async function seedLosses(context: Context, person: Person, set: CriteriaSet): Promise<void> {
  const [plan] = await findPlans(context.database, person.agencyId, THIS_YEAR);
  if (!plan) return;
  const deficits = await findDeficits(context.database, person.agencyId, plan.planId);
  const stated = deficits.map((one) => ({
    ...one,
    lost: one.score !== null && one.max !== null ? (Number(one.max) - Number(one.score)).toFixed(3) : null,
  }));
  const losses = planLosses(set, stated).filter(({ isMatched }) => isMatched);
  if (losses.length === 0) return;
  const forms = losses.map(({ deficit, record }) => ({
    codes: record.codes,
    amount: record.amount.toFixed(),
    cause: record.cause,
    remedy: record.remedy,
    deficitId: deficit.deficitId,
    units: deficit.responsible.map(({ name, unitId }, at) => ({
      unitId: unitId as UnitId | null,
      name,
      weight: String(record.units[at]?.weight ?? 1),
    })),
    taskIds: deficits
      .filter(({ deficitId }) => deficitId === deficit.deficitId)
      .flatMap(({ openTaskIds, doneTaskIds }) => [...openTaskIds, ...doneTaskIds]),
  }));
  accepted(await recordLosses(context, person, { year: LAST_YEAR, origin: 'plan', losses: forms }));
}

async function seedOwners(context: Context, person: Person, set: CriteriaSet): Promise<void> {
  const reaches = set.leaves.map(({ code: leafCode, areaCode }) => ({
    leafCode,
    effort: null,
    certainty: null,
    ownerUnitId: owners.find(([area]) => area === areaCode)?.[1] ?? null,
  }));
  accepted(await setReaches(context, person, { year: THIS_YEAR, reaches }));
}

async function seedPapers(context: Context, person: Person): Promise<void> {
  for (const { title, number, date, leaves } of papers) {
    const places = leaves.map(([leafCode, wanted]) => ({ leafCode, wanted }));
    const document = {
      documentNumber: number,
      documentDate: civilDate(date),
      issuer: null,
      fileId: null,
      address: null,
    };
    accepted(await addEvidence(context, person, { year: THIS_YEAR, title, ...document, leaves: places }));
  }
}

/**
 * What makes the sample's index alive beside its figures: owners, evidence, last year's losses with units and tasks, and the
 * measures of the sample's registers where they have figures that fit. It runs after every other part of the sample.
 */
export async function seedIndexRecords(context: Context, person: Person): Promise<void> {
  const [last, now] = [
    accepted(await setOfYear(context.database, person, LAST_YEAR)),
    accepted(await setOfYear(context.database, person, THIS_YEAR)),
  ];
  await seedLosses(context, person, last);
  await seedOwners(context, person, now);
  await seedPapers(context, person);
  const leafCodes = await leavesThatFit(context, measureSources, person, THIS_YEAR);
  accepted(await acceptProposals(context, measureSources, person, { year: THIS_YEAR, leafCodes, counts: 'computed' }));
}
