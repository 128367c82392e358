import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, fill, translator } from '../src/web/texts.ts';

const root = join(import.meta.dirname, '..', 'src');
const slices = Object.entries(catalogue);
const placesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)/g)].map((place) => place[1] ?? '')),
];

describe('the catalogue is complete', () => {
  test.each(slices)('%s has every text in Vietnamese and in English', (_slice, { vi, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const text of [...Object.values(vi), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });

  test.each(slices)('%s fills the same places in both languages', (_slice, { vi, en }) => {
    const english: Readonly<Record<string, string>> = en;
    for (const [name, text] of Object.entries(vi))
      expect(placesOf(english[name] ?? '').sort(), name).toEqual(placesOf(text).sort());
  });

  test('every slice that has texts is in the catalogue', () => {
    const withTexts = readdirSync(join(root, 'slices'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(join(root, 'slices', entry.name)).includes('texts.ts'))
      .map(({ name }) => name);
    expect(slices.map(([name]) => name)).toEqual(expect.arrayContaining(withTexts));
  });

  test('every text is used somewhere, and every text that is used exists', () => {
    const source = ['web', 'slices']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
      )
      .filter((file) => /\.tsx?$/.test(file) && !/texts\.ts$|\.test\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // A key that is put together (`web.role.${role}`) counts for all that begin like it.
    const families = [...source.matchAll(/`([a-z]+\.[\w.-]+\.)\$\{/gi)].map((match) => match[1] ?? '');
    const keys = slices.flatMap(([slice, { vi }]) => Object.keys(vi).map((name) => `${slice}.${name}`));
    const quoted = new Set([...source.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? ''));
    const unused = keys.filter((key) => !quoted.has(key) && !families.some((family) => key.startsWith(family)));
    expect(unused).toEqual([]);
    const known = new Set(keys);
    const used = [...source.matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('texts are filled', () => {
  test('a named place is filled', () => {
    expect(translator('vi')('web.due.left', { days: 9 })).toBe('còn 9 ngày làm việc');
  });

  test.each([
    { days: 1, text: '1 working day left' },
    { days: 0, text: '0 working days left' },
    { days: 9, text: '9 working days left' },
  ])('English counts: $text', ({ days, text }) => {
    expect(translator('en')('web.due.left', { days })).toBe(text);
  });

  test('what is not given stays visible rather than becoming "undefined"', () => {
    expect(fill('{count} dòng', {})).toBe('{count} dòng');
  });
});
