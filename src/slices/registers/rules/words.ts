import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Field, RegisterDeclaration } from './declaration.ts';
import type { Value, Values } from './values.ts';

const MOST_WORDS = 600;
const LONGEST_WORD = 60;
const MOST_SEARCHED = 12;

/** Words of a text as searches compare them: lower case, no diacritics, letters and digits only. */
export function wordsOf(text: string): string[] {
  return foldVietnamese(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));
}

/** Whether a field's words may be found by anybody who sees the record: nothing personal, nothing kept for some roles. */
export const isSearchable = (field: Field): boolean =>
  !field.isPersonal &&
  !field.seenBy &&
  (field.kind === 'text' || field.kind === 'long-text' || field.kind === 'document');

/** What a search looks in. */
export function searchTextOf({ fields }: Pick<RegisterDeclaration, 'fields'>, values: Values): string {
  return Object.entries(fields)
    .filter(([, field]) => isSearchable(field))
    .flatMap(([name]) => textsOf(values[name]))
    .join(' ');
}

function textsOf(value: Value | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || !('number' in value)) return [];
  return [value.number, value.issuer, value.subject].filter((part) => part !== null);
}

export const searchWordsOf = (declaration: Pick<RegisterDeclaration, 'fields'>, values: Values): string[] =>
  [...new Set(wordsOf(searchTextOf(declaration, values)))].slice(0, MOST_WORDS);

/** What people typed, as words that must all be there; the last one may be the beginning of a word. */
export const typedWords = (search: string): string[] => wordsOf(search).slice(0, MOST_SEARCHED);

/** Whether a record's words hold everything that was typed. The slow, obvious form of the index. */
export function matchesSearch(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((word, place) =>
    place === typed.length - 1 ? words.some((one) => one.startsWith(word)) : words.includes(word),
  );
}

const isFaceted = (field: Field): boolean => ['choice', 'unit', 'person', 'link', 'yes-no'].includes(field.kind);

/** Whether `is` on a field is answered by the facets of the word index. */
export function hasFacet({ fields }: Pick<RegisterDeclaration, 'fields'>, name: string): boolean {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field !== undefined && isFaceted(field);
}

export const facet = (scope: string, name: string, value: string): string => `${scope}=${name}=${value}`;
export const stepFacet = (scope: string, step: string): string => facet(scope, '~step', step);
export const wordLexeme = (scope: string, word: string): string => `${scope}:${word}`;

/** Every word and facet of a record, each behind the scope of its register, so that registers share one index unmixed. */
export function lexemesOf(
  { declaration, scope }: { readonly declaration: RegisterDeclaration; readonly scope: string },
  values: Values,
  step: string | null,
): string[] {
  const facets = Object.entries(declaration.fields)
    .filter(([, field]) => isFaceted(field))
    .flatMap(([name]) => {
      const value = values[name];
      const list = Array.isArray(value)
        ? value
        : typeof value === 'string' || typeof value === 'boolean'
          ? [value]
          : [];
      return list.map((one) => facet(scope, name, String(one)));
    });
  return [
    ...searchWordsOf(declaration, values).map((word) => wordLexeme(scope, word)),
    ...facets,
    ...(step === null ? [] : [stepFacet(scope, step)]),
  ];
}
