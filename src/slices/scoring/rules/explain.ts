import type { BothLanguages, CriteriaSet } from '../../criteria/index.ts';
import { english, type Phrases, vietnamese } from './phrases.ts';
import { ZERO } from './reckoning.ts';
import type { LeafPoints } from './score-result.ts';
import { shortFigure, type Wording, wordShape } from './word-shapes.ts';

type Language = keyof BothLanguages;
const PHRASES: Readonly<Record<Language, Phrases>> = { vi: vietnamese, en: english };

const sentence = (title: string, text: string): string => `${title}: ${text}.`;

function wordingOf(result: LeafPoints, say: Phrases): Wording | null {
  const { leaf, measure, facts, exact } = result;
  return measure ? wordShape(leaf.rule, { measure, facts, max: leaf.max, exact: exact ?? ZERO }, say) : null;
}

/** Why the points are not the maximum, most decisive reason first. */
function reasonOf(result: LeafPoints, wording: Wording | null, say: Phrases): string {
  if (result.emptiedBy !== null) return say.emptied(result.emptiedBy);
  if (result.byPolicy === 'zero_if_none') return say.zeroed;
  return wording?.reason ?? '';
}

function arithmeticOf(set: CriteriaSet, result: LeafPoints, wording: Wording, say: Phrases): string {
  const { exact, points } = result;
  if (exact === null || points === null || exact.equals(points)) return wording.arithmetic;
  const digits = set.scoring.rounding.leaf_decimals;
  return wording.arithmetic.endsWith(shortFigure(exact, say))
    ? say.rounded(wording.arithmetic, say.number(points), digits)
    : say.rounded(`${wording.arithmetic}: ${shortFigure(exact, say)}`, say.number(points), digits);
}

function scoredSentences(set: CriteriaSet, result: LeafPoints, say: Phrases): string[] {
  const { leaf, points, lost } = result;
  const wording = wordingOf(result, say);
  const sentences = [
    say.head(leaf.code, say === english ? leaf.nameEn : leaf.nameVi, say.number(points ?? ZERO), say.number(leaf.max)),
  ];
  if (wording) {
    sentences.push(sentence(say.rule, wording.rule), sentence(say.figures, wording.figures));
    if (result.emptiedBy === null) sentences.push(sentence(say.arithmetic, arithmeticOf(set, result, wording, say)));
  } else if (result.byPolicy === 'full_if_none') {
    sentences.push(sentence(say.arithmetic, say.granted));
  }
  if (lost?.isZero()) sentences.push(say.full);
  else if (lost) sentences.push(say.lost(say.number(lost), reasonOf(result, wording, say)));
  return sentences;
}

function openSentences(result: LeafPoints, language: Language, say: Phrases): string[] {
  const { leaf, status, refusal } = result;
  const name = language === 'en' ? leaf.nameEn : leaf.nameVi;
  const max = say.number(leaf.max);
  if (status === 'no-data') return [say.noData(leaf.code, name, max)];
  if (status === 'refused') return [say.notScored(leaf.code, name, refusal?.message[language] ?? '')];
  const wording = wordingOf(result, say);
  return [
    say.leftOut(leaf.code, name, max),
    ...(wording ? [sentence(say.figures, wording.figures), sentence(say.arithmetic, wording.arithmetic)] : []),
  ];
}

/**
 * How a leaf came to its points, as an officer can paste it into a letter: result, rule, figures, arithmetic, why points
 * were lost, doubts about the figures, evidence wanted, source of the rule.
 */
export function explainLeaf(set: CriteriaSet, result: LeafPoints, language: Language): string {
  const say = PHRASES[language];
  const { leaf, doubts } = result;
  const sentences =
    result.status === 'scored' ? scoredSentences(set, result, say) : openSentences(result, language, say);
  for (const doubt of doubts) sentences.push(doubt[language]);
  if (leaf.evidence.length) sentences.push(sentence(say.evidence, leaf.evidence.join('; ')));
  if (leaf.sourceNote) sentences.push(sentence(say.source, leaf.sourceNote));
  return sentences.join(' ');
}
