import type { CivilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { findUnits } from '../../units/server.ts';
import type { DutyDefinition, DutyForm, DutyId } from '../rules/duty.ts';
import { newestVersion } from '../rules/duty.ts';
import { readDuty } from '../rules/read-duty.ts';
import { findDuties, insertDuty, insertVersion, lockDuty } from '../store/duties.ts';
import type { ReportRefusal } from './refusals.ts';

async function checkUnits(tx: Transaction, person: Person, { units, receivers }: DutyForm): Promise<boolean> {
  const known = new Set<string>((await findUnits(tx, person.agencyId)).map(({ unitId }) => unitId));
  return [...units.unitIds, ...units.except, ...receivers].every((unitId) => known.has(unitId));
}

type Written = { dutyId: DutyId; number: number; validFrom: CivilDate; definition: DutyDefinition };

async function write(tx: Transaction, context: Context, person: Person, version: Written): Promise<void> {
  const now = context.clock.now();
  const by = { changedAt: now, changedBy: person.userId, changedByName: person.displayName };
  await insertVersion(tx, person.agencyId, { ...version, ...by });
  const { dutyId, number, validFrom, definition } = version;
  await appendAudit(tx, actorOf(person), now, [
    {
      action: 'report.declare',
      subjectKind: 'duty',
      subjectId: dutyId,
      after: {
        number,
        validFrom,
        name: definition.name,
        stages: definition.stages.map(({ stage, text }) => `${stage}: ${text}`),
      },
    },
  ]);
}

export type NewVersionForm = { validFrom: CivilDate; form: DutyForm };

/** Declares a duty: from which day on, by whom, to whom, by when. */
export async function createDuty(
  context: Context,
  person: Person,
  { validFrom, form }: NewVersionForm,
): Promise<Outcome<{ dutyId: DutyId }, ReportRefusal>> {
  const read = readDuty(form);
  if (!read.ok) return read;
  if (form.endsOn !== null && form.endsOn < validFrom) return refuse({ code: 'ends-before-start' });
  return commitOrRefuse<{ dutyId: DutyId }, ReportRefusal>(context.database, async (tx) => {
    if (!(await checkUnits(tx, person, form))) return refuse({ code: 'unit-not-found' });
    const dutyId = context.newId('duty');
    await insertDuty(tx, person.agencyId, dutyId, context.clock.now());
    await write(tx, context, person, { dutyId, number: 1, validFrom, definition: read.value });
    return accept({ dutyId });
  });
}

/** A new version of a duty from a day on; closed periods keep the version that they were closed under. */
export async function changeDuty(
  context: Context,
  person: Person,
  { dutyId, number, validFrom, form }: NewVersionForm & { dutyId: DutyId; number: number },
): Promise<Outcome<{ number: number }, ReportRefusal>> {
  const read = readDuty(form);
  if (!read.ok) return read;
  if (form.endsOn !== null && form.endsOn < validFrom) return refuse({ code: 'ends-before-start' });
  return commitOrRefuse<{ number: number }, ReportRefusal>(context.database, async (tx) => {
    if (!(await lockDuty(tx, person.agencyId, dutyId))) return refuse({ code: 'duty-not-found' });
    if (!(await checkUnits(tx, person, form))) return refuse({ code: 'unit-not-found' });
    const duty = (await findDuties(tx, person.agencyId)).find((one) => one.dutyId === dutyId);
    const newest = duty && newestVersion(duty);
    // `number` is the version that the editor started from: two people do not overwrite each other.
    if (newest?.number !== number) return refuse({ code: 'duty-changed' });
    await write(tx, context, person, { dutyId, number: number + 1, validFrom, definition: read.value });
    return accept({ number: number + 1 });
  });
}
