import { Readable } from 'node:stream';
import type { FileId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { findProgramInZip, insertFile, readEnd, safeFileName, saveContent } from '../../files/server.ts';
import { actorOf } from '../../identity/server.ts';
import { ATTACHMENT_LIMIT, judgeAttachment } from '../rules/attachment.ts';
import { findMark, insertReportFile, type SubmissionKey, saveDraft, takeMark } from '../store/submissions.ts';
import type { FoundPeriod } from './find-period.ts';
import type { ReportRefusal } from './refusals.ts';
import { findCurrent, findOwnPeriod, type SubmissionAsked, subjectOf, submissionOf } from './submissions.ts';

const MOST_FILES = 30;
const HEAD_BYTES = 512;

type Peeked = { readonly head: Buffer; readonly bytes: Readable };

/** The first bytes of a stream, and the whole stream again. */
async function peek(source: Readable): Promise<Peeked> {
  const reader = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { done, value } = await reader.next();
    if (done) break;
    first.push(value as Buffer);
    length += (value as Buffer).length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* first;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value as Buffer;
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), bytes: Readable.from(all()) };
}

type Stored = { fileId: FileId; name: string; sha256: string; byteCount: number };

async function rememberFile(
  tx: Transaction,
  context: Context,
  person: Person,
  { found, one, file }: { found: FoundPeriod; one: SubmissionKey; file: Stored & { mediaType: string } },
): Promise<Outcome<null, ReportRefusal>> {
  const now = context.clock.now();
  await takeMark(tx, person.agencyId, one);
  const { draft, content } = await findCurrent(tx, person, found, one);
  if (content.fileIds.length >= MOST_FILES) return refuse({ code: 'too-many-files' });
  await insertFile(tx, person.agencyId, { ...file, createdAt: now, createdBy: person.userId });
  await insertReportFile(tx, person.agencyId, one, file.fileId);
  await saveDraft(tx, person.agencyId, one, {
    content: { ...content, fileIds: [...content.fileIds, file.fileId] },
    editors: { ...draft?.editors, files: { name: person.displayName, at: now } },
    version: (draft?.version ?? 0) + 1,
    changedAt: now,
    changedBy: person.userId,
    changedByName: person.displayName,
  });
  await appendAudit(tx, actorOf(person), now, [
    {
      action: 'report.attach',
      subjectKind: 'report',
      subjectId: subjectOf(one),
      after: { name: file.name, sha256: file.sha256, byteCount: file.byteCount },
    },
  ]);
  return accept(null);
}

/** Whether the report may be changed at all: asked before a large file is taken in. */
async function findChangeable(context: Context, person: Person, asked: SubmissionAsked) {
  const found = await findOwnPeriod(context.database, person, asked);
  if (!found.ok) return found;
  const mark = await findMark(context.database, person.agencyId, submissionOf(found.value, asked));
  return mark?.state === 'handed-in' ? refuse<ReportRefusal>({ code: 'report-handed-in' }) : found;
}

/** Attaches a file to a report that is not handed in. A program, by name or content, or too large a file is refused. */
export async function attachFile(
  context: Context,
  person: Person,
  asked: SubmissionAsked,
  upload: { name: string; bytes: Readable },
): Promise<Outcome<{ fileId: FileId }, ReportRefusal>> {
  const open = await findChangeable(context, person, asked);
  if (!open.ok) {
    upload.bytes.destroy();
    return open;
  }
  const name = safeFileName(upload.name);
  const { head, bytes } = await peek(upload.bytes);
  const judged = judgeAttachment(name, head);
  if ('refusal' in judged) {
    upload.bytes.destroy();
    return refuse({ code: judged.refusal });
  }
  const content = await saveContent(context.config.dataFolder, bytes, ATTACHMENT_LIMIT);
  if (!content) {
    upload.bytes.destroy();
    return refuse({ code: 'file-too-large' });
  }
  if (findProgramInZip(await readEnd(context.config.dataFolder, content.sha256)) !== null)
    return refuse({ code: 'file-is-program' });
  const file = { ...content, fileId: context.newId('file') as FileId, name, mediaType: judged.mediaType };
  return commitOrRefuse<{ fileId: FileId }, ReportRefusal>(context.database, async (tx) => {
    const found = await findOwnPeriod(tx, person, asked);
    if (!found.ok) return found;
    const one = submissionOf(found.value, asked);
    const kept = await rememberFile(tx, context, person, { found: found.value, one, file });
    return kept.ok ? accept({ fileId: file.fileId }) : kept;
  });
}

/** Takes a file out of a report that is not handed in; what was handed in before keeps it. */
export async function detachFile(
  context: Context,
  person: Person,
  asked: SubmissionAsked & { fileId: FileId },
): Promise<Outcome<null, ReportRefusal>> {
  return commitOrRefuse<null, ReportRefusal>(context.database, async (tx) => {
    const found = await findOwnPeriod(tx, person, asked);
    if (!found.ok) return found;
    const one = submissionOf(found.value, asked);
    const mark = await takeMark(tx, person.agencyId, one);
    if (mark.state === 'handed-in') return refuse({ code: 'report-handed-in' });
    const { draft, content } = await findCurrent(tx, person, found.value, one);
    if (!content.fileIds.includes(asked.fileId)) return refuse({ code: 'file-not-found' });
    const now = context.clock.now();
    await saveDraft(tx, person.agencyId, one, {
      content: { ...content, fileIds: content.fileIds.filter((fileId) => fileId !== asked.fileId) },
      editors: { ...draft?.editors, files: { name: person.displayName, at: now } },
      version: (draft?.version ?? 0) + 1,
      changedAt: now,
      changedBy: person.userId,
      changedByName: person.displayName,
    });
    await appendAudit(tx, actorOf(person), now, [
      { action: 'report.save', subjectKind: 'report', subjectId: subjectOf(one), after: { removed: asked.fileId } },
    ]);
    return accept(null);
  });
}
