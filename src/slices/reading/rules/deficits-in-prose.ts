import type { AreaSection } from './areas.ts';
import { readAssignment } from './assignments.ts';
import { type DeadlineContext, deadlinesIn } from './deadline-fields.ts';
import { type ProseDeficit, readDeficitSentence, readListOfZeros } from './deficit-sentences.ts';
import { type Excerpt, join } from './excerpt.ts';
import { optionalTextField, SURE, textField } from './fields.ts';
import { type Label, readLabel } from './labels.ts';
import type { Line } from './outline.ts';
import type { Count, DeficitReading, Field } from './plan-reading.ts';
import type { Footnote } from './source-document.ts';
import { splitUnits } from './units-in-prose.ts';
import { foldLetters } from './wording.ts';

/** A deficit while its lines are gathered: the sentence that names it, and the labelled lines under it. */
type Draft = { readonly deficit: ProseDeficit; readonly area: Count; readonly labelled: Map<Label, Excerpt[]> };

type Mode = 'lost' | 'full' | 'open';

/** What criteria lost points, criterion by criterion, as the sections of the areas tell it. */
export function readProseDeficits(
  sections: readonly AreaSection[],
  footnotes: readonly Footnote[],
  context: DeadlineContext,
): DeficitReading[] {
  return sections.flatMap((section) => {
    const area: Count = { ...section.area.ordinal, value: section.area.ordinal.value };
    return gather(section, area).map((draft) => finish(draft, footnotes, context));
  });
}

function gather(section: AreaSection, area: Count): Draft[] {
  const drafts: Draft[] = [];
  const state: { mode: Mode; label: Label | null } = { mode: 'open', label: null };
  const add = (deficits: readonly ProseDeficit[]) => {
    for (const deficit of deficits) drafts.push({ deficit, area, labelled: new Map() });
    if (deficits.length > 0) state.label = null;
  };
  if (section.rest.text !== '') add(readRunningText(section.rest));
  for (const line of section.lines) {
    const label = readLabel(line.body);
    const last = drafts.at(-1);
    if (label && last) {
      addLabelled(last, label.label, label.content);
      state.label = label.label;
      continue;
    }
    const mode = modeOf(line.body.text);
    if (mode) {
      state.mode = mode;
      state.label = null;
      if (/[:：]\s*$/.test(line.body.text) || mode === 'full') continue;
    }
    const found = readLine(line, state.mode);
    if (found.length > 0) add(found);
    else if (last && state.label && !isNextItem(line)) addLabelled(last, state.label, line.body);
  }
  return drafts;
}

/** "Các tiêu chí bị mất điểm gồm:" opens a list of deficits, "… đạt điểm tối đa gồm:" one of criteria that lost nothing. */
function modeOf(text: string): Mode | null {
  const folded = foldLetters(text);
  if (!/tieu chi|chi so|noi dung/.test(folded) || !/gom|nhu sau|sau day|cu the|:\s*$/.test(folded)) return null;
  if (/mat diem|bi tru|khong dat diem|chua dat diem|khong dat|chua dat|ton tai|han che/.test(folded.slice(0, 160)))
    return 'lost';
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

function finish(draft: Draft, footnotes: readonly Footnote[], context: DeadlineContext): DeficitReading {
  const { deficit, labelled } = draft;
  const of = (label: Label): Excerpt | null => {
    const parts = labelled.get(label);
    return parts ? join(parts, ' ') : null;
  };
  const remedy = of('remedy') ?? of('lead');
  const deadline = of('deadline');
  const assignment = of('lead') ? readAssignment(withLabelWord(of('lead'))) : readAssignment(of('remedy'));
  const coordinators = of('coordinator');
  return {
    area: draft.area,
    criterion: textField(deficit.criterion, SURE.fromProse),
    score: deficit.score,
    max: deficit.max,
    reason: optionalTextField(of('reason') ?? deficit.reason ?? footnoteOf(deficit, footnotes), SURE.fromProse),
    responsible: [...unitsOf(deficit.responsible), ...unitsOf(of('responsible'))],
    remedy: optionalTextField(of('remedy') ? remedy : null, SURE.labelled),
    leads: assignment.leads,
    coordinators: [...assignment.coordinators, ...unitsOf(coordinators)],
    deadlineText: optionalTextField(deadline, SURE.labelled),
    deadlines: deadline ? deadlinesIn(deadline, context) : [],
  };
}

function withLabelWord(excerpt: Excerpt | null): Excerpt | null {
  return excerpt;
}

function unitsOf(excerpt: Excerpt | null): Field<string>[] {
  return excerpt ? splitUnits(excerpt).map((unit) => textField(unit, SURE.fromProse)) : [];
}

/** The footnote whose mark stands in the sentence: departments like to put the cause there. */
function footnoteOf(deficit: ProseDeficit, footnotes: readonly Footnote[]): Excerpt | null {
  const mark = /\[(\d{1,3})\]/.exec(deficit.sentence.text)?.[1];
  const footnote = footnotes.find((candidate) => candidate.mark === mark);
  return mark && footnote ? { text: footnote.text, pieces: [{ at: 0, place: footnote.place }] } : null;
}
