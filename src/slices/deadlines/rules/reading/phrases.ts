import { type Token, tokenAt } from './tokens.ts';

type Node<Meaning> = { meaning?: Meaning; readonly next: Map<string, Node<Meaning>> };

/** A table of fixed phrases (folded words) with what they mean; the longest that fits at a place is the one read. */
export type PhraseTable<Meaning> = (
  tokens: readonly Token[],
  at: number,
) => { readonly value: Meaning; readonly next: number } | null;

export function phraseTable<Meaning>(
  entries: readonly (readonly [phrases: string, meaning: Meaning])[],
): PhraseTable<Meaning> {
  const root: Node<Meaning> = { next: new Map() };
  for (const [phrases, meaning] of entries) {
    for (const phrase of phrases.split('|')) addPhrase(root, phrase.trim().split(' '), meaning);
  }
  return (tokens, at) => longest(root, tokens, at);
}

function addPhrase<Meaning>(root: Node<Meaning>, words: readonly string[], meaning: Meaning): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.meaning = meaning;
}

function longest<Meaning>(
  root: Node<Meaning>,
  tokens: readonly Token[],
  at: number,
): { value: Meaning; next: number } | null {
  let found: { value: Meaning; next: number } | null = null;
  let node: Node<Meaning> | undefined = root;
  for (let index = at; node; index += 1) {
    if (node.meaning !== undefined) found = { value: node.meaning, next: index };
    node = node.next.get(tokenAt(tokens, index).key);
  }
  return found;
}

/** Whether the folded words stand here; the index after them, or null. */
export function skipWords(tokens: readonly Token[], at: number, words: string): number | null {
  const wanted = words.split(' ');
  for (let offset = 0; offset < wanted.length; offset += 1) {
    if (tokenAt(tokens, at + offset).key !== wanted[offset]) return null;
  }
  return at + wanted.length;
}
