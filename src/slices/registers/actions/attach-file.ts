import type { Readable } from 'node:stream';
import type { FileId, RecordId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { findFile, insertFile, type StoredFile, safeFileName, saveContent } from '../../files/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { findRecord } from '../store/records.ts';
import type { RegisterRefusal } from './refusals.ts';
import { findSeen } from './show-records.ts';

/** Largest file that a record or an import takes, in bytes. */
export const FILE_LIMIT = 60_000_000;

export type Upload = { readonly bytes: Readable; readonly name: string; readonly mediaType: string };

/** Keeps a file that is then named in a record's field. */
export async function attachFile(
  { config, newId, clock, database }: Context,
  person: Person,
  key: string,
  upload: Upload,
): Promise<Outcome<StoredFile, RegisterRefusal>> {
  const content = await saveContent(config.dataFolder, upload.bytes, FILE_LIMIT);
  if (!content) return refuse({ code: 'file-too-large' });
  const { name, mediaType } = upload;
  const about = { name: safeFileName(name), mediaType, createdAt: clock.now(), createdBy: person.userId };
  const file: StoredFile = { ...content, fileId: newId('file'), ...about };
  await database.transaction(async (tx) => {
    await insertFile(tx, person.agencyId, file);
    await appendAudit(tx, actorOf(person), file.createdAt, [
      {
        action: 'register.attach',
        subjectKind: 'register',
        subjectId: key,
        after: { fileId: file.fileId, sha256: file.sha256, byteCount: file.byteCount },
      },
    ]);
  });
  return accept(file);
}

/** A file of a record, for who may read the field that names it. */
export async function findRecordFile(
  context: Context,
  person: Person,
  key: string,
  given: { readonly recordId: RecordId; readonly fileId: FileId },
): Promise<Outcome<StoredFile, RegisterRefusal>> {
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const { register, view } = seen.value;
  const record = await findRecord(context.database, { agencyId: person.agencyId, register }, given.recordId);
  if (!record || !may(person, 'register.read', record.unitId)) return refuse({ code: 'record-not-found' });
  const isNamed = Object.entries(view.declaration.fields).some(([name, field]) => {
    const value = record.values[name];
    return field.kind === 'files' && view.open.has(name) && Array.isArray(value) && value.includes(given.fileId);
  });
  const file = isNamed ? await findFile(context.database, person.agencyId, given.fileId) : null;
  return file ? accept(file) : refuse({ code: 'file-not-found' });
}
