import type { Measures } from '../../slices/scoring/index.ts';

/** Figures keep every digit that was written: 0.1 never passes through floating point. Null where it is no JSON object. */
export function parseMeasures(text: string): Measures | null {
  const keepDigits = (_key: string, value: unknown, context: { source: string }): unknown =>
    typeof value === 'number' ? context.source : value;
  try {
    const measures: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), keepDigits as Parameters<typeof JSON.parse>[1]);
    return typeof measures === 'object' && measures !== null && !Array.isArray(measures)
      ? (measures as Measures)
      : null;
  } catch {
    return null;
  }
}

/** A string with what follows it, or a bracket: all that tells keys of JSON apart. */
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/**
 * Keys that stand twice in one object, as "1.1.1" or "1.1.1.late". JSON.parse would take the last one without a word.
 *
 * @param text JSON that parses
 */
export function findRepeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: { keys: Set<string>; at: string }[] = [];
  for (const [token, colon] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') open.push({ keys: new Set(), at: '' });
    else if (token === '}' || token === ']') open.pop();
    const inner = open.at(-1);
    if (!inner || colon === undefined) continue;
    inner.at = String(JSON.parse(token.slice(0, -colon.length)));
    if (inner.keys.has(inner.at)) repeated.push(open.map(({ at }) => at).join('.'));
    inner.keys.add(inner.at);
  }
  return repeated;
}
