import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import type { Role } from '../../identity/index.ts';
import { type Headship, headOn, successorsOn, type UnitHistory } from '../../units/index.ts';
import type { Audience } from './reminder-settings.ts';

export type OfficePerson = { readonly userId: UserId; readonly role: Role; readonly unitId: UnitId | null };

/** The agency on a day: people who may log in, units with their history, who heads what. */
export type OfficeOnDay = {
  readonly day: CivilDate;
  readonly people: readonly OfficePerson[];
  readonly headships: readonly Headship[];
  readonly history: UnitHistory;
};

/** Steps that the leadership takes with the office, where they belong to no unit. */
const LEADERSHIP: readonly WaitingStep[] = ['approve', 'decide-extension'];

export type AudienceOf = (item: Pick<WaitingItem, 'unitId' | 'userIds' | 'step'>, to: Audience) => readonly UserId[];

/** Heads of a unit on the day: as appointed, else whoever has the role there. Of a unit that ended, of its successors. */
function headsIn({ day, people, headships, history }: OfficeOnDay): (unitId: UnitId) => readonly UserId[] {
  const active = new Set(people.map(({ userId }) => userId));
  const headOf = (unitId: UnitId): UserId[] => {
    const appointed = headOn(unitId, day, headships);
    if (appointed !== null && active.has(appointed)) return [appointed];
    return people.filter((one) => one.role === 'unit-head' && one.unitId === unitId).map(({ userId }) => userId);
  };
  const known = new Map<UnitId, readonly UserId[]>();
  return (unitId) => {
    const found = known.get(unitId) ?? [...new Set(successorsOn(unitId, day, history).flatMap(headOf))];
    known.set(unitId, found);
    return found;
  };
}

/**
 * Who hears of an item. The doer: the people it was handed to who are still there, else the head of the unit, else the
 * office: work never waits for nobody. What belongs to no unit waits for the office, decisions for the leadership, too.
 */
export function makeAudience(office: OfficeOnDay): AudienceOf {
  const withRole = (role: Role): UserId[] =>
    office.people.filter((one) => one.role === role).map(({ userId }) => userId);
  const active = new Set(office.people.map(({ userId }) => userId));
  const officers = withRole('par-officer');
  const leadership = withRole('director');
  const watchers = officers.length > 0 ? officers : withRole('administrator');
  const headsOf = headsIn(office);
  const orOffice = (found: readonly UserId[]): readonly UserId[] => (found.length > 0 ? found : watchers);
  return (item, to) => {
    if (to === 'office') return watchers;
    const named = to === 'doer' ? item.userIds.filter((userId) => active.has(userId)) : [];
    if (named.length > 0) return named;
    if (item.unitId !== null) return orOffice(headsOf(item.unitId));
    return LEADERSHIP.includes(item.step) ? orOffice([...officers, ...leadership]) : watchers;
  };
}

export type IsUnowned = (item: Pick<WaitingItem, 'unitId' | 'userIds'>) => boolean;

/** Whether an item waits in a unit in which nobody has it and nobody heads it: the office hears of it instead. */
export function makeUnowned(office: OfficeOnDay): IsUnowned {
  const active = new Set(office.people.map(({ userId }) => userId));
  const headsOf = headsIn(office);
  return ({ unitId, userIds }) =>
    unitId !== null && !userIds.some((userId) => active.has(userId)) && headsOf(unitId).length === 0;
}
