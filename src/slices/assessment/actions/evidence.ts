import type { Readable } from 'node:stream';
import type { FileId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { insertFile, safeFileName, saveContent } from '../../files/server.ts';
import { findUnits } from '../../units/server.ts';
import {
  deleteEvidence,
  type Evidence,
  type EvidenceId,
  type EvidencePlace,
  findPiece,
  findReaches,
  insertEvidence,
  type LeafReach,
  replaceEvidencePlaces,
  saveReaches,
} from '../store/evidence.ts';
import { change, fact } from './change-index.ts';
import { setOfYear } from './index-year.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** Largest file of evidence, in bytes. */
export const EVIDENCE_LIMIT = 60_000_000;

/** Keeps the bytes of a file; evidence names it afterwards, and one file may prove many leaves. */
export async function keepFile(
  context: Context,
  person: Person,
  upload: { bytes: Readable; name: string; mediaType: string },
): Promise<Outcome<{ fileId: FileId }, AssessmentRefusal>> {
  const content = await saveContent(context.config.dataFolder, upload.bytes, EVIDENCE_LIMIT);
  if (!content) return refuse({ code: 'file-too-large' });
  const fileId = context.newId('file');
  const name = safeFileName(upload.name);
  return change(context, person, async (tx) => {
    const createdAt = context.clock.now();
    const { mediaType } = upload;
    await insertFile(tx, person.agencyId, { ...content, fileId, name, mediaType, createdAt, createdBy: person.userId });
    const after = { name, sha256: content.sha256, byteCount: content.byteCount };
    return accept({
      value: { fileId },
      facts: [{ action: 'index.upload-file', subjectKind: 'file', subjectId: fileId, after }],
    });
  });
}

export type EvidenceForm = { year: number; leaves: readonly EvidencePlace[] } & Omit<
  Evidence,
  'evidenceId' | 'createdName' | 'createdAt'
>;

export function addEvidence(
  context: Context,
  person: Person,
  { year, leaves, ...piece }: EvidenceForm,
): Promise<Outcome<{ evidenceId: EvidenceId }, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    if (!piece.fileId && !piece.documentNumber && !piece.address) return refuse({ code: 'evidence-empty' });
    const refusal = await refusePlaces(tx, person, year, leaves);
    if (refusal) return refuse(refusal);
    const evidenceId: EvidenceId = context.newId('evidence');
    const by = { createdBy: person.userId, createdName: person.displayName, createdAt: context.clock.now() };
    await insertEvidence(tx, person.agencyId, year, { ...piece, ...by, evidenceId });
    await replaceEvidencePlaces(tx, person.agencyId, { year, evidenceId, leaves });
    const facts = [fact('index.add-evidence', year, { evidenceId, title: piece.title, leaves })];
    return accept({ value: { evidenceId }, facts });
  });
}

async function refusePlaces(
  tx: Parameters<typeof setOfYear>[0],
  person: Person,
  year: number,
  leaves: readonly EvidencePlace[],
): Promise<AssessmentRefusal | null> {
  const set = await setOfYear(tx, person, year);
  if (!set.ok) return set.refusal;
  const codes = new Set([...set.value.leaves, ...set.value.bonus, ...set.value.penalty].map(({ code }) => code));
  return leaves.every(({ leafCode }) => codes.has(leafCode)) ? null : { code: 'leaf-not-found' };
}

/** Says anew which leaves a piece of evidence proves. */
export function placeEvidence(
  context: Context,
  person: Person,
  { evidenceId, leaves }: { evidenceId: EvidenceId; leaves: readonly EvidencePlace[] },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const piece = await findPiece(tx, person.agencyId, evidenceId);
    if (!piece) return refuse({ code: 'evidence-not-found' });
    const refusal = await refusePlaces(tx, person, piece.year, leaves);
    if (refusal) return refuse(refusal);
    await replaceEvidencePlaces(tx, person.agencyId, { year: piece.year, evidenceId, leaves });
    return accept({ value: null, facts: [fact('index.place-evidence', piece.year, { evidenceId, leaves })] });
  });
}

export function dropEvidence(
  context: Context,
  person: Person,
  evidenceId: EvidenceId,
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const piece = await findPiece(tx, person.agencyId, evidenceId);
    if (!piece || !(await deleteEvidence(tx, person.agencyId, evidenceId)))
      return refuse({ code: 'evidence-not-found' });
    return accept({
      value: null,
      facts: [fact('index.drop-evidence', piece.year, { evidenceId, title: piece.title })],
    });
  });
}

const sameFigure = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : Number(one) === Number(other);

function sameReach(seen: LeafReach, stored: LeafReach | undefined): boolean {
  return (
    sameFigure(seen.effort, stored?.effort ?? null) &&
    sameFigure(seen.certainty, stored?.certainty ?? null) &&
    seen.ownerUnitId === (stored?.ownerUnitId ?? null)
  );
}

/**
 * What the office says of winning points back at leaves: effort, certainty, and who answers for them; all or none.
 *
 * @param form.seen what the person saw before the change; refused where somebody else has changed it since
 */
export function setReaches(
  context: Context,
  person: Person,
  { year, reaches, seen }: { year: number; reaches: readonly LeafReach[]; seen?: readonly LeafReach[] },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, year);
    if (!set.ok) return set;
    const codes = new Set(set.value.leaves.map(({ code }) => code));
    if (!reaches.every(({ leafCode }) => codes.has(leafCode))) return refuse({ code: 'leaf-not-found' });
    const units = new Set((await findUnits(tx, person.agencyId)).map(({ unitId }): string => unitId));
    if (!reaches.every(({ ownerUnitId }) => ownerUnitId === null || units.has(ownerUnitId)))
      return refuse({ code: 'unit-not-found' });
    const stored = new Map((await findReaches(tx, person.agencyId, year)).map((one) => [one.leafCode, one]));
    if (seen && !seen.every((one) => sameReach(one, stored.get(one.leafCode))))
      return refuse({ code: 'reach-changed' });
    await saveReaches(tx, person.agencyId, year, reaches);
    const before = reaches.flatMap(({ leafCode }) => stored.get(leafCode) ?? []);
    return accept({ value: null, facts: [fact('index.set-reach', year, { reaches: [...reaches], before })] });
  });
}
