import type { BothLanguages, CriteriaSet, Leaf } from '../../criteria/index.ts';
import { english, type Phrases, vietnamese } from './phrases.ts';
import { ZERO } from './reckoning.ts';
import type { LeafPoints } from './score-result.ts';
import { type CaseWords, prepare, wordCase } from './word-cases.ts';
import type { Told } from './word-figures.ts';
import { wordRule } from './word-rules.ts';

type Language = keyof BothLanguages;
const PHRASES: Readonly<Record<Language, Phrases>> = { vi: vietnamese, en: english };

const sentence = (title: string, text: string): string => `${title}: ${text}${text.endsWith('.') ? '' : '.'}`;

/** Adds up instead of joining: the long fixed sentences are then shared, not copied into every explanation. */
const inOneText = (sentences: readonly string[]): string => sentences.reduce((text, next) => `${text} ${next}`);

/** What stays the same whatever is measured. */
type FixedWords = { readonly name: string; readonly max: string; readonly rule: string; readonly tail: string };

function makeFixedWords(leaf: Leaf, language: Language): FixedWords {
  const say = PHRASES[language];
  return {
    name: language === 'en' ? leaf.nameEn : leaf.nameVi,
    max: say.number(leaf.max),
    rule: sentence(say.rule, wordRule(leaf.rule, leaf.max, say)),
    tail: [
      ...(leaf.evidence.length ? [sentence(say.evidence, leaf.evidence.join('; '))] : []),
      ...(leaf.sourceNote ? [sentence(say.source, leaf.sourceNote)] : []),
    ].join(' '),
  };
}

/** A leaf of a set never changes, so its fixed words are made once: they are most of an explanation. */
const madeBefore: Readonly<Record<Language, WeakMap<Leaf, FixedWords>>> = { vi: new WeakMap(), en: new WeakMap() };

function fixedWords(leaf: Leaf, language: Language): FixedWords {
  const known = madeBefore[language].get(leaf);
  if (known) return known;
  const words = makeFixedWords(leaf, language);
  madeBefore[language].set(leaf, words);
  return words;
}

const toldOf = ({ leaf, measure, exact }: LeafPoints): Told | null =>
  measure && prepare(leaf.rule, measure, exact ?? ZERO);

function wordsOfCase({ leaf, measure, facts, exact }: LeafPoints, told: Told | null, say: Phrases): CaseWords | null {
  if (!measure || !told) return null;
  return wordCase(leaf.rule, { measure, facts, max: leaf.max, exact: exact ?? ZERO, told }, say);
}

/** Why the points are not the maximum, most decisive reason first. */
function reasonOf(result: LeafPoints, words: CaseWords | null, say: Phrases): string {
  if (result.emptiedBy !== null) return say.emptied(result.emptiedBy);
  if (result.byPolicy === 'zero_if_none') return say.zeroed;
  return words?.reason ?? '';
}

type Telling = { readonly fixed: FixedWords; readonly told: Told | null; readonly say: Phrases };

function arithmeticOf(
  set: CriteriaSet,
  { exact, points }: LeafPoints,
  arithmetic: string,
  { told, say }: Telling,
): string {
  if (exact === null || points === null || told === null || exact.equals(points)) return arithmetic;
  const short = say.number(told.short);
  const line = arithmetic.endsWith(short) ? arithmetic : `${arithmetic}: ${short}`;
  return say.rounded(line, say.number(points), set.scoring.rounding.leaf_decimals);
}

function scoredSentences(set: CriteriaSet, result: LeafPoints, telling: Telling): string[] {
  const { fixed, told, say } = telling;
  const { leaf, points, lost, emptiedBy } = result;
  const words = wordsOfCase(result, told, say);
  const sentences = [say.head(leaf.code, fixed.name, say.number(points ?? ZERO), fixed.max), fixed.rule];
  if (words) sentences.push(sentence(say.figures, words.figures));
  if (words && emptiedBy === null)
    sentences.push(sentence(say.arithmetic, arithmeticOf(set, result, words.arithmetic, telling)));
  if (!words && result.byPolicy === 'full_if_none') sentences.push(sentence(say.arithmetic, say.granted));
  if (lost?.isZero()) sentences.push(say.full);
  else if (lost) sentences.push(say.lost(say.number(lost), reasonOf(result, words, say)));
  return sentences;
}

function openSentences(result: LeafPoints, { fixed, told, say }: Telling, language: Language): string[] {
  const { leaf, status, refusal } = result;
  if (status === 'no-data') return [say.noData(leaf.code, fixed.name, fixed.max), fixed.rule];
  if (status === 'refused') return [say.notScored(leaf.code, fixed.name, refusal?.message[language] ?? ''), fixed.rule];
  const words = wordsOfCase(result, told, say);
  return [
    say.leftOut(leaf.code, fixed.name, fixed.max),
    ...(words ? [sentence(say.figures, words.figures), sentence(say.arithmetic, words.arithmetic)] : []),
  ];
}

function explain(set: CriteriaSet, result: LeafPoints, told: Told | null, language: Language): string {
  const telling = { fixed: fixedWords(result.leaf, language), told, say: PHRASES[language] };
  const sentences =
    result.status === 'scored' ? scoredSentences(set, result, telling) : openSentences(result, telling, language);
  for (const doubt of result.doubts) sentences.push(doubt[language]);
  if (telling.fixed.tail) sentences.push(telling.fixed.tail);
  return inOneText(sentences);
}

/**
 * How a leaf came to its points, as an officer can paste it into a letter: result, rule, figures, arithmetic, why points
 * were lost, doubts about the figures, evidence wanted, source of the rule.
 */
export const explainLeaf = (set: CriteriaSet, result: LeafPoints, language: Language): string =>
  explain(set, result, toldOf(result), language);

/** The same in both languages, with what they share worked out once. */
export function explainInBoth(set: CriteriaSet, result: LeafPoints): BothLanguages {
  const told = toldOf(result);
  return { vi: explain(set, result, told, 'vi'), en: explain(set, result, told, 'en') };
}
