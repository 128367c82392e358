import type { AreaSection } from './areas.ts';
import { type Assignment, readAssignment } from './assignments.ts';
import { deadlineInRemedy, readDeadlineCell } from './deadline-fields.ts';
import { namesCriterion, type ProseDeficit, readDeficitSentence, readListOfZeros } from './deficit-sentences.ts';
import { type Excerpt, join, placeOf } from './excerpt.ts';
import { NOT_STATED, optionalTextField, SURE, textField } from './fields.ts';
import type { ReadingContext } from './known-units.ts';
import { type Label, readLabel, splitAtLabels } from './labels.ts';
import type { Line } from './outline.ts';
import type { Count, DeficitReading, Field } from './plan-reading.ts';
import { readSentenceRole, type Told as SentenceTold, splitAtTold } from './sentence-roles.ts';
import type { Footnote } from './source-document.ts';
import { splitUnits, startsWithUnit } from './units-in-prose.ts';
import { foldLetters } from './wording.ts';

/** A deficit while its lines are gathered: the sentence that names it, and the labelled lines under it. */
type Draft = { readonly deficit: ProseDeficit; readonly area: Count; readonly labelled: Map<Label, Excerpt[]> };

type Mode = 'lost' | 'full' | 'open';

/** What criteria lost points, criterion by criterion, as the sections of the areas tell it. */
export function readProseDeficits(
  sections: readonly AreaSection[],
  footnotes: readonly Footnote[],
  context: ReadingContext,
): DeficitReading[] {
  return sections.flatMap((section) => {
    const area: Count = { ...section.area.ordinal, value: section.area.ordinal.value };
    return gather(section, area).map((draft) => finish(draft, footnotes, context));
  });
}

/** The same for a plan that names no areas: only lines that state points and maximum are taken for criteria. */
export function readDeficitsWithoutAreas(
  lines: readonly Line[],
  footnotes: readonly Footnote[],
  context: ReadingContext,
): DeficitReading[] {
  return gather({ lines, rest: null }, NOT_STATED)
    .filter(
      ({ deficit }) =>
        deficit.score.value !== null && (deficit.max.value ?? Number.POSITIVE_INFINITY) <= MOST_POINTS_OF_A_CRITERION,
    )
    .map((draft) => finish(draft, footnotes, context));
}

type Gathering = {
  readonly area: Count;
  readonly drafts: Draft[];
  mode: Mode;
  label: Label | null;
  isLabelOpen: boolean;
};

/** More points than any criterion has: the total of the department, not of a criterion. */
const MOST_POINTS_OF_A_CRITERION = 20;

type Told = { readonly lines: readonly Line[]; readonly rest: Excerpt | null };

function gather(section: Told, area: Count): Draft[] {
  const state: Gathering = { area, drafts: [], mode: 'open', label: null, isLabelOpen: false };
  const add = (deficits: readonly ProseDeficit[]) => {
    for (const deficit of deficits) state.drafts.push({ deficit, area, labelled: new Map() });
    if (deficits.length > 0) state.label = null;
  };
  if (section.rest && section.rest.text !== '') add(readRunningText(section.rest));
  for (const line of section.lines) {
    const [first, ...labelled] = splitAtLabels(line.body);
    if (first) takeFirst(first, line, state, add);
    for (const part of labelled) takeOrder(part, line, state);
  }
  return state.drafts;
}

/** What a line says before its first label: of the criterion before it, or of one of its own, sentence by sentence. */
function takeFirst(
  text: Excerpt,
  line: Line,
  state: Gathering,
  add: (deficits: readonly ProseDeficit[]) => void,
): void {
  const { first, told } = splitAtTold(text);
  const own = told.length > 0 && !readLabel(first) ? readLine({ ...line, body: first }, state.mode) : [];
  if (own.length > 0) {
    add(own);
    takeTold(told, state);
    return;
  }
  if (takeLabelled(text, line, state)) return;
  const all = state.drafts.length > 0 && !namesCriterion(first) ? [...readSentenceRole(first), ...told] : [];
  if (all.length > 0 && readSentenceRole(first).length > 0) {
    takeTold(all, state);
    return;
  }
  if (!setMode(text, state)) add(readLine({ ...line, body: text }, state.mode));
}

/** "Giao Văn phòng Sở chủ trì … . Thời hạn là …": an order without a colon ends where the next sentence tells more. */
function takeOrder(part: Excerpt, line: Line, state: Gathering): void {
  const { first, told } = /^Giao\s/u.test(part.text) ? splitAtTold(part) : { first: part, told: [] };
  if (takeLabelled(first, line, state)) takeTold(told, state);
}

function takeTold(told: readonly SentenceTold[], state: Gathering): void {
  const last = state.drafts.at(-1);
  if (!last) return;
  for (const { label, content } of told) addLabelled(last, label, content);
  state.label = null;
}

/** A labelled line, or one that goes on with the label before it, belongs to the criterion gathered last. */
function takeLabelled(part: Excerpt, line: Line, state: Gathering): boolean {
  const last = state.drafts.at(-1);
  const label = readLabel(part);
  if (label?.label === 'shortcoming' && (!last || isNextItem(line) || isNextLetter(line, last)))
    return startShortcoming(label.content, state);
  if (last && label) {
    addLabelled(last, label.label, label.content);
    state.label = label.label;
    state.isLabelOpen = label.content.text === '';
    return true;
  }
  const goesOn = state.label !== null && !isNextItem(line) && (line.marker !== null || state.isLabelOpen);
  if (!last || !state.label || !goesOn || namesCriterion(part)) return false;
  addLabelled(last, state.label, part);
  return true;
}

/** "1.1. Tồn tại: …": the shortcoming is the criterion's name. */
function startShortcoming(content: Excerpt, state: Gathering): boolean {
  const deficit = readDeficitSentence(content, true);
  if (!deficit) return false;
  state.drafts.push({ deficit, area: state.area, labelled: new Map() });
  state.label = null;
  return true;
}

function setMode(text: Excerpt, state: Gathering): boolean {
  const mode = modeOf(text.text);
  if (!mode) return false;
  state.mode = mode;
  state.label = null;
  return /[:：]\s*$/.test(text.text) || mode === 'full';
}

/** "Các tiêu chí bị mất điểm gồm:" opens a list of deficits, "… đạt điểm tối đa gồm:" one of criteria that lost nothing. */
function modeOf(text: string): Mode | null {
  const folded = foldLetters(text);
  if (!/tieu chi|chi so|noi dung/.test(folded) || !/gom|nhu sau|sau day|cu the|:\s*$/.test(folded)) return null;
  if (/mat diem|bi tru|khong dat diem|chua dat diem|khong dat|chua dat|ton tai|han che/.test(folded.slice(0, 160)))
    return 'lost';
  if (/(?:tru|ngoai tru|chi con|con)\s+\d{1,2} (?:noi dung|tieu chi)/.test(folded)) return 'lost';
  return /dat (?:diem )?toi da|dat 100%/.test(folded.slice(0, 160)) ? 'full' : null;
}

function readLine(line: Line, mode: Mode): ProseDeficit[] {
  if (mode === 'full') return [];
  const deficit = readDeficitSentence(line.body, mode === 'lost' && line.marker !== null);
  return deficit ? [deficit] : readListOfZeros(line.body);
}

/** Text that runs on after an area's figures: its sentences, one by one. */
function readRunningText(rest: Excerpt): ProseDeficit[] {
  const zeros = readListOfZeros(rest);
  if (zeros.length > 0) return zeros;
  const deficit = readDeficitSentence(rest, false);
  return deficit ? [deficit] : [];
}

/** "b) Hạn chế: …" after a criterion of which something was told already. */
function isNextLetter(line: Line, last: Draft): boolean {
  return line.marker?.style === 'letter' && (last.labelled.size > 0 || last.deficit.reason !== null);
}

function isNextItem(line: Line): boolean {
  return (
    line.marker !== null &&
    (line.marker.style === 'decimal' || line.marker.style === 'roman' || line.marker.style === 'bracketed')
  );
}

function addLabelled(draft: Draft, label: Label, content: Excerpt): void {
  if (content.text === '') return;
  draft.labelled.set(label, [...(draft.labelled.get(label) ?? []), content]);
}

function finish(draft: Draft, footnotes: readonly Footnote[], context: ReadingContext): DeficitReading {
  const { deficit, labelled } = draft;
  const of = (label: Label): Excerpt | null => {
    const parts = labelled.get(label);
    return parts ? join(parts, ' ') : null;
  };
  const remedy = of('remedy') ?? of('lead');
  const deadline = of('deadline') ?? null;
  const assignment = assignmentOf(of('lead'), of('remedy'), context);
  const coordinators = of('coordinator');
  return {
    area: draft.area,
    criterion: textField(deficit.criterion, SURE.fromProse),
    score: deficit.score,
    max: deficit.max,
    reason: optionalTextField(
      of('reason') ?? of('shortcoming') ?? deficit.reason ?? footnoteOf(deficit, footnotes),
      SURE.fromProse,
    ),
    responsible: distinct(of('responsible') ? unitsOf(of('responsible')) : deficit.responsible.flatMap(unitsOf)),
    remedy: optionalTextField(of('remedy') ? remedy : null, SURE.labelled),
    leads: assignment.leads,
    coordinators: [...assignment.coordinators, ...unitsOf(coordinators)],
    ...(deadline ? readDeadlineCell(deadline, context) : deadlineInRemedy(of('remedy'), context)),
  };
}

/** "Thực hiện: Phòng A, Phòng B": nothing but units, as after "Trách nhiệm:"; else who a sentence says is to act. */
function assignmentOf(lead: Excerpt | null, remedy: Excerpt | null, context: ReadingContext): Assignment {
  if (lead && startsWithUnit(lead.text) && !/chủ trì|phối hợp|tổng hợp|[:;]|\.\s/iu.test(lead.text))
    return { leads: unitsOf(lead), coordinators: [] };
  return readAssignment(lead ?? remedy, context.units);
}

function distinct(fields: readonly Field<string>[]): Field<string>[] {
  return fields.filter(
    (field, index) => fields.findIndex((other) => foldLetters(other.value) === foldLetters(field.value)) === index,
  );
}

function unitsOf(excerpt: Excerpt | null): Field<string>[] {
  return excerpt ? splitUnits(excerpt).map((unit) => textField(unit, SURE.fromProse)) : [];
}

/** The footnote whose mark stands in the criterion's sentence: departments like to put the cause there. */
function footnoteOf(deficit: ProseDeficit, footnotes: readonly Footnote[]): Excerpt | null {
  const sentence = placeOf(deficit.sentence);
  const footnote = footnotes.find(
    ({ place }) =>
      place.block === sentence.block &&
      place.row === sentence.row &&
      place.column === sentence.column &&
      (place.from ?? 0) >= (sentence.from ?? 0) &&
      (place.from ?? 0) <= (sentence.to ?? 0) + 1,
  );
  return footnote ? { text: footnote.text, pieces: [{ at: 0, place: footnote.place }] } : null;
}
