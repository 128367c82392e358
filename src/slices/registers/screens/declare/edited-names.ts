import { foldVietnamese } from '../../../../kernel/vietnamese.ts';

const wordsOf = (label: string): string[] =>
  foldVietnamese(label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6);

function free(wanted: string, taken: readonly string[], between: string): string {
  if (!taken.includes(wanted)) return wanted;
  let count = 2;
  while (taken.includes(`${wanted}${between}${count}`)) count += 1;
  return `${wanted}${between}${count}`;
}

/** "Số văn bản" → `soVanBan`: a name that formulas can use, unlike any other of the register. */
export function nameFromLabel(label: string, taken: readonly string[]): string {
  const [first = '', ...others] = wordsOf(label);
  const name = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return free(/^[a-z]/.test(name) ? name : `field${name}`, taken, '');
}

/** "Sổ văn bản đến" → `so-van-ban-den`: key of a register, a step, an option or a measure. */
export function keyFromLabel(label: string, taken: readonly string[]): string {
  const key = wordsOf(label).join('-');
  return free(/^[a-z]/.test(key) ? key : `so-${key || 'moi'}`, taken, '-');
}

/** One place up or down; the list itself at its ends. */
export function move<One>(list: readonly One[], at: number, by: -1 | 1): readonly One[] {
  const [moved, to] = [list[at], at + by];
  if (moved === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, place) => place !== at);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export function replaceAt<One>(list: readonly One[], at: number, changed: One): readonly One[] {
  return list.map((one, place) => (place === at ? changed : one));
}

export function removeAt<One>(list: readonly One[], at: number): readonly One[] {
  return list.filter((_, place) => place !== at);
}
