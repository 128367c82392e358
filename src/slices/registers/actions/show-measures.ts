import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import type { Register } from '../rules/compile.ts';
import type { RegisterMeasure, Texts } from '../rules/declaration.ts';
import type { MeasureCell, MeasureDefinition, MeasureFigures } from '../rules/measure.ts';
import { addressBehind, definitionOf } from '../rules/measure-keys.ts';
import { addSums } from '../rules/sums.ts';
import { figuresOf, tallyKey } from '../rules/tally.ts';
import { type RegisterView, viewOf } from '../rules/view.ts';
import { findTouches } from '../store/registers.ts';
import { type AllRow, readAllTallies } from '../store/tallies.ts';
import { loadRegisters } from './load-register.ts';
import { type FoundMeasure, type ReadScope, readCells, readFigures } from './measure-source.ts';
import type { RegisterRefusal } from './refusals.ts';
import { unitsInReach } from './show-records.ts';

/** A measure as the page of numbers shows it. */
export type ShownMeasure = MeasureDefinition & {
  readonly source: string;
  readonly register: { readonly key: string; readonly name: Texts } | null;
  readonly now: MeasureFigures | null;
  readonly lastYear: MeasureFigures | null;
  readonly months: readonly MeasureCell[];
  readonly lastMonths: readonly MeasureCell[];
  readonly lastChange: { readonly at: Instant; readonly by: string } | null;
  /** Nothing was ever entered; or nothing this year where there was last year. */
  readonly gap: 'no-data' | 'nothing-this-year' | null;
  /** Units that had something last year and nothing this year; none: the office. */
  readonly owedBy: readonly string[];
  /** Day by which it is owed: the checkpoint of the measure, or the end of the year. */
  readonly owedOn: CivilDate;
  readonly address: string | null;
};

export type MeasuresAsked = { readonly year: number; readonly unitId: UnitId | null };

const yearScope = (year: number, today: CivilDate) => ({
  firstDay: civilDate(`${year}-01-01`),
  lastDay: civilDate(`${year}-12-31`),
  today,
});

/** Units that a person may ask about; null: all. Asking about another unit answers nothing. */
function unitsAsked(person: Person, unitId: UnitId | null): readonly string[] | null {
  const reach = unitsInReach(person);
  if (unitId === null) return reach;
  return reach === null || reach.includes(unitId) ? [unitId] : [];
}

type Batch = {
  readonly months: ReadonlyMap<string, readonly AllRow[]>;
  readonly units: ReadonlyMap<string, readonly AllRow[]>;
  readonly touches: ReadonlyMap<string, { at: Instant; by: string }>;
};

const placeOf = (registerKey: string, measure: string): string => `${registerKey} ${measure}`;

function groupRows(rows: readonly AllRow[]): Map<string, AllRow[]> {
  const groups = new Map<string, AllRow[]>();
  for (const row of rows) {
    const key = placeOf(row.registerKey, row.measure);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

type Asked = {
  readonly person: Person;
  readonly year: number;
  readonly unitIds: readonly string[] | null;
  readonly today: CivilDate;
};

async function readBatch({ database }: Context, { person, year, unitIds, today }: Asked): Promise<Batch> {
  const { agencyId } = person;
  const scope = {
    agencyId,
    unitIds,
    firstDay: civilDate(`${year - 1}-01-01`),
    lastDay: civilDate(`${year}-12-31`),
    today,
  };
  const touches = await findTouches(database, agencyId);
  return {
    months: groupRows(await readAllTallies(database, scope, 'month')),
    units: groupRows(await readAllTallies(database, scope, 'year-and-unit')),
    touches: new Map(touches.map(({ registerKey, at, by }) => [registerKey, { at, by }])),
  };
}

/** Measures whose months do not add up to their year: different values, the newest value, shares of the units. */
const isReadAlone = ({ distinct, kind, outOf }: RegisterMeasure): boolean =>
  distinct !== undefined || kind === 'latest' || outOf !== undefined;

type Years = Pick<ShownMeasure, 'now' | 'lastYear' | 'months' | 'lastMonths'>;

async function readAlone({ database }: Context, asked: Asked, found: FoundMeasure): Promise<Years> {
  const { agencyId } = asked.person;
  const of = (year: number): ReadScope => ({ ...yearScope(year, asked.today), unitIds: asked.unitIds });
  return {
    now: await readFigures(database, agencyId, found, of(asked.year)),
    lastYear: await readFigures(database, agencyId, found, of(asked.year - 1)),
    months: await readCells(database, agencyId, found, of(asked.year), 'month'),
    lastMonths: await readCells(database, agencyId, found, of(asked.year - 1), 'month'),
  };
}

function readTogether({ measure }: FoundMeasure, year: number, rows: readonly AllRow[], hasData: boolean): Years {
  const of = (wanted: number): AllRow[] => rows.filter(({ cell }) => cell.startsWith(String(wanted)));
  const cells = (wanted: number): MeasureCell[] =>
    of(wanted).flatMap((row) => {
      const figures = figuresOf(measure, row, 0);
      return figures ? [{ month: row.cell, unitId: null, figures }] : [];
    });
  const whole = (wanted: number): MeasureFigures | null =>
    hasData ? figuresOf(measure, addSums(of(wanted)), 0) : null;
  return { now: whole(year), lastYear: whole(year - 1), months: cells(year), lastMonths: cells(year - 1) };
}

/** Units with something last year and nothing this year. */
function owing(rows: readonly AllRow[], year: number): string[] {
  const of = (wanted: number): Set<string> =>
    new Set(rows.filter(({ cell, unitId }) => cell === String(wanted) && unitId !== '').map(({ unitId }) => unitId));
  const now = of(year);
  return [...of(year - 1)].filter((unitId) => !now.has(unitId));
}

async function showOne(context: Context, asked: Asked, found: FoundMeasure, batch: Batch): Promise<ShownMeasure> {
  const { register, name, measure } = found;
  const { key, name: texts } = register.declaration;
  const place = placeOf(key, tallyKey(name, measure));
  const [rows, units] = [batch.months.get(place) ?? [], batch.units.get(place) ?? []];
  const touch = batch.touches.get(key) ?? null;
  const years = isReadAlone(measure)
    ? await readAlone(context, asked, found)
    : readTogether(found, asked.year, rows, touch !== null);
  const isEmpty = years.now === null || (rows.length > 0 && years.months.length === 0);
  const unitId = asked.unitIds?.length === 1 ? (asked.unitIds[0] ?? null) : null;
  return {
    ...definitionOf(register.declaration, name, measure),
    ...years,
    source: 'registers',
    register: { key, name: texts },
    lastChange: touch,
    gap: touch === null ? 'no-data' : isEmpty ? 'nothing-this-year' : null,
    owedBy: owing(units, asked.year),
    owedOn: civilDate(`${asked.year}-${measure.closesOn ?? '12-31'}`),
    address: addressBehind(register, measure, { ...yearScope(asked.year, asked.today), unitId }),
  };
}

/** Measures of registers that the person may read every field of. */
function seenMeasures(registers: readonly Register[], person: Person): FoundMeasure[] {
  return registers.flatMap((register) => {
    const view: RegisterView | null = viewOf(register, person.role);
    return Object.entries(register.declaration.measures ?? {}).flatMap(([name, measure]) =>
      view?.measures.has(name) ? [{ register, name, measure }] : [],
    );
  });
}

/** A measure of another slice: read through its port, for the asked unit or the person's own. */
async function showForeign(
  context: Context,
  asked: Asked,
  source: MeasureSource,
  definition: MeasureDefinition,
): Promise<ShownMeasure> {
  const { database } = context;
  const { agencyId } = asked.person;
  const unitId = asked.unitIds === null ? null : ((asked.unitIds[0] ?? '') as UnitId);
  const of = (year: number) => ({ ...yearScope(year, asked.today), unitId });
  const [scope, last] = [of(asked.year), of(asked.year - 1)];
  const now = await source.read(database, agencyId, definition.key, scope);
  const before = await source.read(database, agencyId, definition.key, last);
  return {
    ...definition,
    source: source.name,
    register: null,
    now: now?.figures ?? null,
    lastYear: before?.figures ?? null,
    months: await source.readBy(database, agencyId, definition.key, { ...scope, by: 'month' }),
    lastMonths: await source.readBy(database, agencyId, definition.key, { ...last, by: 'month' }),
    lastChange: null,
    gap: now?.figures ? null : 'no-data',
    owedBy: [],
    owedOn: scope.lastDay,
    address: now?.address ?? null,
  };
}

async function foreignMeasures(
  context: Context,
  asked: Asked,
  sources: readonly MeasureSource[],
): Promise<ShownMeasure[]> {
  const shown: ShownMeasure[] = [];
  for (const source of sources.filter(({ name }) => name !== 'registers')) {
    for (const definition of await source.find(context.database, asked.person.agencyId))
      shown.push(await showForeign(context, asked, source, definition));
  }
  return shown;
}

const askedOf = (context: Context, person: Person, { year, unitId }: MeasuresAsked): Asked => ({
  person,
  year,
  unitIds: unitsAsked(person, unitId),
  today: context.clock.today(),
});

/** Every number that a person may see, of every source, with its line over the year and what is missing. */
export async function findMeasures(
  context: Context,
  person: Person,
  sources: readonly MeasureSource[],
  given: MeasuresAsked,
): Promise<ShownMeasure[]> {
  const asked = askedOf(context, person, given);
  const registers = (await loadRegisters(context.database, person.agencyId)).map(({ register }) => register);
  const batch = await readBatch(context, asked);
  const shown: ShownMeasure[] = [];
  for (const found of seenMeasures(registers, person)) shown.push(await showOne(context, asked, found, batch));
  return [...shown, ...(await foreignMeasures(context, asked, sources))];
}

export type MeasureInDetail = {
  readonly measure: ShownMeasure;
  readonly units: readonly MeasureCell[];
  readonly lastUnits: readonly MeasureCell[];
};

async function detailOfRegister(context: Context, asked: Asked, found: FoundMeasure): Promise<MeasureInDetail> {
  const { agencyId } = asked.person;
  const of = (year: number): ReadScope => ({ ...yearScope(year, asked.today), unitIds: asked.unitIds });
  return {
    measure: await showOne(context, asked, found, await readBatch(context, asked)),
    units: await readCells(context.database, agencyId, found, of(asked.year), 'unit'),
    lastUnits: await readCells(context.database, agencyId, found, of(asked.year - 1), 'unit'),
  };
}

async function detailOfForeign(
  context: Context,
  asked: Asked,
  source: MeasureSource,
  definition: MeasureDefinition,
): Promise<MeasureInDetail> {
  const unitId = asked.unitIds === null ? null : ((asked.unitIds[0] ?? '') as UnitId);
  const by = (year: number) =>
    source.readBy(context.database, asked.person.agencyId, definition.key, {
      ...yearScope(year, asked.today),
      unitId,
      by: 'unit',
    });
  return {
    measure: await showForeign(context, asked, source, definition),
    units: await by(asked.year),
    lastUnits: await by(asked.year - 1),
  };
}

/** One number by month and by unit, beside last year. */
export async function getMeasure(
  context: Context,
  person: Person,
  sources: readonly MeasureSource[],
  given: MeasuresAsked & { readonly key: string },
): Promise<Outcome<MeasureInDetail, RegisterRefusal>> {
  const asked = askedOf(context, person, given);
  const registers = (await loadRegisters(context.database, person.agencyId)).map(({ register }) => register);
  const own = seenMeasures(registers, person).find(
    ({ register, name, measure }) => definitionOf(register.declaration, name, measure).key === given.key,
  );
  if (own) return accept(await detailOfRegister(context, asked, own));
  for (const source of sources.filter(({ name }) => name !== 'registers')) {
    const definitions = await source.find(context.database, person.agencyId);
    const definition = definitions.find(({ key }) => key === given.key);
    if (definition) return accept(await detailOfForeign(context, asked, source, definition));
  }
  return refuse({ code: 'measure-not-found' });
}
