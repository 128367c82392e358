import { describe, expect, test } from 'vitest';
import type { Field, RegisterDeclaration, Texts } from '../../index.ts';
import { shippedRegisters } from '../../shipped/index.ts';
import { columnsOf, firstColumns, shownColumns, timingsOf } from './columns.ts';

const own = { step: 'Bước', due: 'Hạn', created: 'Vào sổ' };
const text: Texts = { vi: 'Ô', en: 'Field' };
const register = (fields: Record<string, Field>, rest: Partial<RegisterDeclaration> = {}): RegisterDeclaration => ({
  key: 'letters',
  version: 1,
  name: text,
  purpose: text,
  group: 'own',
  title: 'subject',
  owner: 'unit',
  fields: { unit: { kind: 'unit', label: text }, subject: { kind: 'text', label: text }, ...fields },
  ...rest,
});

describe('the columns of a list', () => {
  test('the title comes first, then the fields in their order, then what every record has', () => {
    const letters = register({ pages: { kind: 'number', label: text } }, { steps: { open: { label: text } } });
    expect(columnsOf(letters, 'vi', own).map(({ key }) => key)).toEqual([
      'subject',
      'unit',
      'pages',
      '_step',
      'created-day',
    ]);
    expect(timingsOf(letters)).toEqual([]);
  });

  test('before anybody chooses, those that the declaration names are shown; else the first short ones', () => {
    const plain = register({ note: { kind: 'long-text', label: text }, day: { kind: 'day', label: text } });
    const named = register({ note: { kind: 'long-text', label: text, isColumn: true } }, { due: { field: 'day' } });
    expect(firstColumns(plain, columnsOf(plain, 'vi', own))).toEqual(['subject', 'unit', 'day']);
    expect(firstColumns(named, columnsOf(named, 'vi', own))).toEqual(['subject', 'note', 'due-day']);
  });

  test('a chosen column is shown, an unknown one ignored, the title never hidden', () => {
    const letters = register({ pages: { kind: 'number', label: text } });
    const columns = columnsOf(letters, 'vi', own);
    expect(shownColumns(letters, columns, 'pages,gone').map(({ key }) => key)).toEqual(['subject', 'pages']);
  });

  test('money says its unit once, in the heading', () => {
    const letters = register({ paid: { kind: 'money', label: { vi: 'Chi', en: 'Paid' } } });
    expect(columnsOf(letters, 'vi', own).find(({ key }) => key === 'paid')).toMatchObject({
      title: 'Chi (đồng)',
      isEnd: true,
    });
  });
});

test.each(shippedRegisters.map((one) => [one.key, one] as const))('%s has a list', (_key, declaration) => {
  const columns = columnsOf(declaration, 'vi', own);
  expect(columns.filter(({ isRowHeader }) => isRowHeader)).toHaveLength(1);
  expect(shownColumns(declaration, columns, undefined).length).toBeGreaterThan(1);
});
