/** Twice the words that both lists share, over all words of both: 1 where they are the same, 0 where nothing is. */
export function wordAgreement(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/** The words of a text in small letters, punctuation apart from inner signs of numbers dropped. */
export function comparableWords(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%/,.]+/gu, ' ')
    .replace(/[.,;](?=\s|$)/g, '')
    .split(' ')
    .filter((word) => word !== '');
}
