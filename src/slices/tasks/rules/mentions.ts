import { foldVietnamese } from '../../../kernel/vietnamese.ts';

export type Mentionable = { readonly userId: string; readonly username: string; readonly displayName: string };

/**
 * Who is called in a note: "@" before a log-in name or before the name as shown, diacritics and case aside. Of two names that
 * fit, the longer one is meant; everybody is told once however often he is called.
 */
export function findMentions(note: string, people: readonly Mentionable[]): string[] {
  const names = people
    .flatMap(({ userId, username, displayName }) =>
      [username, displayName].map((name) => ({ userId, name: foldVietnamese(name) })),
    )
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (const after of foldVietnamese(note).split('@').slice(1)) {
    const called = names.find(({ name }) => after.startsWith(name) && !/^[\p{L}\d_]/u.test(after.slice(name.length)));
    if (called) found.add(called.userId);
  }
  return [...found];
}
