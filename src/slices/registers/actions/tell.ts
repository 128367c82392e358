import type { RecordId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { auditedValues, changedFields, pickFields } from '../rules/audited.ts';
import type { Values } from '../rules/values.ts';
import { type ChangeKind, insertChange } from '../store/changes.ts';
import { touchRegister } from '../store/registers.ts';
import type { Work } from './work.ts';

type Told = {
  readonly kind: Exclude<ChangeKind, 'redated'>;
  readonly version: number;
  readonly note: string | null;
  readonly before: Values;
  readonly after: Values;
};

const auditActions = {
  created: 'register.create',
  changed: 'register.change',
  step: 'register.step',
  deleted: 'register.delete',
  restored: 'register.restore',
} as const satisfies Record<Exclude<ChangeKind, 'redated'>, string>;

/** Tells a change in the record's history and in the audit chain, in the transaction of the change. */
export async function tell(
  tx: Transaction,
  work: Pick<Work, 'register' | 'place' | 'author' | 'person'>,
  recordId: RecordId,
  told: Told,
): Promise<void> {
  const { register, place, author, person } = work;
  const names = changedFields(told.before, told.after).filter((name) => name !== '~step');
  const both = [...names, ...('~step' in told.after ? ['~step'] : [])];
  const [before, after] = [pickFields(told.before, both), pickFields(told.after, both)];
  await insertChange(
    tx,
    place,
    { recordId, version: told.version, kind: told.kind, note: told.note, before, after },
    author,
  );
  const { declaration } = register;
  await touchRegister(tx, place.agencyId, declaration.key, author);
  const step = '~step' in told.after ? { step: told.after['~step'] } : {};
  await appendAudit(tx, actorOf(person), author.at, [
    {
      action: auditActions[told.kind],
      subjectKind: 'register-record',
      subjectId: recordId,
      before: told.kind === 'created' ? null : auditedValues(declaration, told.before, names),
      after: {
        register: declaration.key,
        version: told.version,
        ...step,
        ...auditedValues(declaration, told.after, names),
      },
    },
  ]);
}
