import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person, RefusalTexts } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import type { CriteriaSet } from '../rules/criteria-set.ts';
import { parseCriteriaSet } from '../rules/parse-criteria-set.ts';
import type { SetFault } from '../rules/set-fault.ts';
import { findSet, insertSet, lockSet, publishSet, type SetId, type StoredSet, updateSet } from '../store/sets.ts';

export type SetRefusal =
  | { code: 'set-not-found' }
  | { code: 'set-published' }
  | { code: 'set-changed' }
  | { code: 'set-faulty'; faults: readonly SetFault[] };

export const setRefusals: RefusalTexts<SetRefusal['code']> = {
  'set-not-found': {
    status: 404,
    vi: 'Không tìm thấy bộ tiêu chí này.',
    en: 'This criteria set was not found.',
  },
  'set-published': {
    status: 409,
    vi: 'Bộ tiêu chí đã công bố thì không sửa nữa. Hãy tạo phiên bản mới từ bộ này.',
    en: 'A published set never changes. Make a new version of it.',
  },
  'set-changed': {
    status: 409,
    vi: 'Người khác vừa sửa bộ tiêu chí này. Hãy tải lại rồi sửa tiếp; phần bạn nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this set. Reload, then go on; what you typed is still on the screen.',
  },
  'set-faulty': {
    status: 422,
    vi: 'Bộ tiêu chí còn lỗi nên chưa công bố được. Hãy sửa các dòng được nêu.',
    en: 'The set has faults and cannot be published. Correct the lines named.',
  },
};

type ReadSet = Outcome<CriteriaSet, readonly SetFault[]>;

const MOST_REMEMBERED = 8;
const remembered = new Map<string, ReadSet>();

/** The set that a stored text holds, or its faults. The same text always gives the same answer, so it is read once. */
export function readStoredSet({ source, title }: Pick<StoredSet, 'source' | 'title'>): ReadSet {
  const known = remembered.get(source);
  if (known) return known;
  const read = parseCriteriaSet(source, title);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(source, read);
  return read;
}

export type NewSet = { title: string; year: number; source: string; basedOn: SetId | null };

export async function createSet(
  context: Context,
  person: Person,
  set: NewSet,
): Promise<Outcome<{ setId: SetId }, SetRefusal>> {
  const setId: SetId = context.newId('set');
  return context.database.transaction<Outcome<{ setId: SetId }, SetRefusal>>(async (tx) => {
    if (set.basedOn && !(await findSet(tx, person.agencyId, set.basedOn))) return refuse({ code: 'set-not-found' });
    const at = context.clock.now();
    await insertSet(tx, person.agencyId, { ...set, setId }, at);
    const { title, year, basedOn } = set;
    await appendAudit(tx, actorOf(person), at, [
      { action: 'set.create', subjectKind: 'criteria-set', subjectId: setId, after: { title, year, basedOn } },
    ]);
    return accept({ setId });
  });
}

export async function saveSet(
  context: Context,
  person: Person,
  set: { setId: SetId; title: string; source: string; version: number },
): Promise<Outcome<{ version: number }, SetRefusal>> {
  return context.database.transaction<Outcome<{ version: number }, SetRefusal>>(async (tx) => {
    const before = await lockSet(tx, person.agencyId, set.setId);
    if (!before) return refuse({ code: 'set-not-found' });
    if (before.state === 'published') return refuse({ code: 'set-published' });
    const at = context.clock.now();
    if (!(await updateSet(tx, person.agencyId, set, at))) return refuse({ code: 'set-changed' });
    await appendAudit(tx, actorOf(person), at, [
      {
        action: 'set.save',
        subjectKind: 'criteria-set',
        subjectId: set.setId,
        before: { title: before.title, source: before.source },
        after: { title: set.title, source: set.source },
      },
    ]);
    return accept({ version: set.version + 1 });
  });
}

/** Publishes a draft without faults; from then on it never changes. */
export async function publish(context: Context, person: Person, setId: SetId): Promise<Outcome<null, SetRefusal>> {
  return context.database.transaction<Outcome<null, SetRefusal>>(async (tx) => {
    const set = await lockSet(tx, person.agencyId, setId);
    if (!set) return refuse({ code: 'set-not-found' });
    if (set.state === 'published') return refuse({ code: 'set-published' });
    const read = readStoredSet(set);
    if (!read.ok) return refuse({ code: 'set-faulty', faults: read.refusal });
    const at = context.clock.now();
    await publishSet(tx, person.agencyId, setId, at);
    await appendAudit(tx, actorOf(person), at, [
      { action: 'set.publish', subjectKind: 'criteria-set', subjectId: setId },
    ]);
    return accept(null);
  });
}
