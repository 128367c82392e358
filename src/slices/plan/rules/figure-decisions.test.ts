import { describe, expect, test } from 'vitest';
import { aDeficitDraft, aDraft, anAreaDraft } from '../../../testing/a-draft.ts';
import { choiceOf, decide, type Finding, questionsOf, spotOfSlip } from './figure-decisions.ts';

const slip = { stated: 8.645, proposed: 8.75 };
const total: Finding = { holds: false, place: { block: 5 }, proposal: slip };
const ratio: Finding = { holds: false, place: { block: 6 }, proposal: slip };
const unexplained: Finding = { holds: false, place: { block: 9 }, proposal: null };
const right: Finding = { holds: true, place: { block: 7 }, proposal: null };
const findings = [total, right, ratio, unexplained];

describe('findings become questions', () => {
  test('the findings of one slip are one question, what agrees is none', () => {
    expect(questionsOf(findings).map(({ numbers, slip: explains }) => [numbers, explains])).toEqual([
      [[0, 2], slip],
      [[3], null],
    ]);
  });
});

describe('the field that holds the slip', () => {
  const place = { block: 6 };
  test('is the only one with its value, wherever it stands', () => {
    const draft = aDraft({ areas: [anAreaDraft('area-0', { score: 8.645 })] });
    expect(spotOfSlip(draft, 8.645, [total])).toMatchObject({ field: 'score' });
  });

  test('is the one that the findings point at where several have its value', () => {
    const areas = [anAreaDraft('area-0', { score: 8.645, places: { score: place } })];
    const draft = aDraft({ areas, deficits: [aDeficitDraft('deficit-0', { score: 8.645 })] });
    expect(spotOfSlip(draft, 8.645, [ratio])?.item.key).toBe('area-0');
  });

  test('is nobody’s guess where two fit equally', () => {
    const draft = aDraft({ areas: [anAreaDraft('a', { score: 8.645 }), anAreaDraft('b', { score: 8.645 })] });
    expect(spotOfSlip(draft, 8.645, [ratio])).toBeNull();
  });
});

describe('a decision', () => {
  const draft = aDraft({ areas: [anAreaDraft('area-0', { score: 8.645, max: 13 })] });
  const [question] = questionsOf(findings);

  test('to correct changes the one field and settles every finding of the slip', () => {
    const decided = decide(draft, question!, 'correct');
    expect(decided.areas[0]?.score).toBe(8.75);
    expect(decided.decisions).toEqual([
      { figure: 0, choice: 'correct' },
      { figure: 2, choice: 'correct' },
    ]);
  });

  test('to keep changes no figure', () => {
    const decided = decide(draft, question!, 'keep');
    expect(decided.areas).toEqual(draft.areas);
    expect(choiceOf(question!, decided.decisions)).toBe('keep');
  });

  test('can be taken back', () => {
    const back = decide(decide(draft, question!, 'correct'), question!, 'keep');
    expect(back.areas[0]?.score).toBe(8.645);
    expect(back.decisions.map(({ choice }) => choice)).toEqual(['keep', 'keep']);
  });
});
