import type { TextLine } from './text-lines.ts';

/** Words of a line with the characters they stand at: from the first, up to the one after the last. */
export type SetWords = { readonly text: string; readonly from: number; readonly to: number };

/** A line as a program set it in columns of characters. */
export type SetLine = TextLine & {
  readonly words: readonly SetWords[];
  /** Runs of words with single blanks between them. */
  readonly runs: readonly SetWords[];
};

export function toSetLine(line: TextLine): SetLine {
  const isSet = line.text !== '' && !line.text.includes('\t');
  return { ...line, words: isSet ? find(line, /\S+/g) : [], runs: isSet ? find(line, /\S+(?: \S+)*/g) : [] };
}

function find(line: TextLine, pattern: RegExp): SetWords[] {
  return [...line.text.matchAll(pattern)].map((match) => {
    const from = line.indent + match.index;
    return { text: match[0], from, to: from + match[0].length };
  });
}

/** How many blanks stand before a word of the line; Infinity for the first one. */
export function blanksBefore(words: readonly SetWords[], index: number): number {
  const [word, before] = [words[index], words[index - 1]];
  return word && before ? word.from - before.to : Number.POSITIVE_INFINITY;
}
