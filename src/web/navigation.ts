import type { PlainTextKey } from './texts.ts';

export type NavigationEntry = {
  to: string;
  text: PlainTextKey;
  /** Shown to those who have this right; to everybody where it is left out. */
  right?: string;
};

/** The left menu, in groups, in the order of the working day. A page adds its line here. */
export const navigation: readonly (readonly NavigationEntry[])[] = [[{ to: '/', text: 'web.nav.overview' }], [], []];

export function entriesFor(hasRight: (right: string) => boolean): readonly (readonly NavigationEntry[])[] {
  return navigation
    .map((group) => group.filter(({ right }) => right === undefined || hasRight(right)))
    .filter((group) => group.length > 0);
}
