import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declareRegister, type Filter } from '../../index.ts';
import {
  addressOfFilter,
  addressOfView,
  askedFields,
  filterOfAddress,
  readCondition,
  viewOfAddress,
  writeCondition,
} from './list-address.ts';

const letters = declareRegister({
  key: 'letters',
  version: 1,
  name: { vi: 'Văn bản', en: 'Letters' },
  purpose: { vi: 'Theo dõi văn bản', en: 'Follow letters' },
  group: 'own',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: { vi: 'Trích yếu', en: 'Subject' }, required: true },
    unit: { kind: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, required: true },
    signed: { kind: 'yes-no', label: { vi: 'Ký số', en: 'Signed' } },
    received: { kind: 'day', label: { vi: 'Ngày đến', en: 'Received' } },
    pages: { kind: 'number', label: { vi: 'Số trang', en: 'Pages' } },
  },
  due: { relativeTo: 'received', amount: 5, unit: 'working-day' },
  steps: { open: { label: { vi: 'Mới', en: 'New' } }, done: { label: { vi: 'Xong', en: 'Done' }, isEnd: true } },
});

describe('the address of a list says what is asked', () => {
  test.each<{ words: Record<string, string>; filter: Filter | null; because: string }>([
    { words: {}, filter: null, because: 'nothing is asked' },
    { words: { step: 'open' }, filter: { step: ['open'] }, because: 'one step' },
    {
      words: { step: 'open,gone' },
      filter: { step: ['open'] },
      because: 'a step that the register has not is left out',
    },
    { words: { timing: 'late,overdue' }, filter: { timing: ['late', 'overdue'] }, because: 'two timings' },
    { words: { 'f.unit': 'unit_1,unit_2' }, filter: { field: 'unit', is: ['unit_1', 'unit_2'] }, because: 'units' },
    { words: { 'f.signed': 'no' }, filter: { field: 'signed', is: false }, because: 'no is an answer' },
    { words: { 'f.received': '2031-01-01..' }, filter: { field: 'received', from: '2031-01-01' }, because: 'open end' },
    { words: { 'f.pages': '..10' }, filter: { field: 'pages', to: '10' }, because: 'open beginning' },
    { words: { 'f.subject': '-' }, filter: { field: 'subject', isEmpty: true }, because: 'empty' },
    { words: { 'f.gone': 'x' }, filter: null, because: 'a field that the register has not is left out' },
    { words: { where: 'no json' }, filter: null, because: 'what cannot be read asks nothing' },
    {
      words: { where: '{"not":{"step":["done"]}}', timing: 'late' },
      filter: { all: [{ timing: ['late'] }, { not: { step: ['done'] } }] },
      because: 'a filter that a link brought goes beside the words',
    },
  ])('$because', ({ words, filter }) => {
    expect(filterOfAddress(letters, words)).toEqual(filter);
  });

  test('conditions are written and read without loss', () => {
    for (const text of ['a,b', '2031-01-01..2031-12-31', '..5', '-', '*'])
      expect(writeCondition(readCondition(text))).toBe(text);
    expect(writeCondition({ kind: 'between', from: '', to: '' })).toBe('');
  });

  test('a view keeps filters, sorting and columns, not the year or the place in the list', () => {
    const search = { year: '2031', q: 'thu', 'f.unit': 'unit_1', sort: '-received', cursor: 'x' };
    expect(viewOfAddress(search)).toEqual({ q: 'thu', 'f.unit': 'unit_1', sort: '-received' });
    expect(addressOfView({ step: 'open' }, search)).toEqual({ q: '', 'f.unit': '', sort: '', step: 'open' });
    expect(askedFields(letters, search)).toEqual(['unit']);
  });
});

const day = fc.constantFrom('2031-01-01', '2031-06-30');
const plain: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ step: fc.uniqueArray(fc.constantFrom('open', 'done'), { minLength: 1 }) }),
  fc.record({ timing: fc.uniqueArray(fc.constantFrom('late', 'overdue', 'untimed'), { minLength: 1 }) }),
  fc.record({ field: fc.constantFrom('subject', 'unit', 'pages'), isEmpty: fc.boolean() }),
  fc.record({ field: fc.constant('signed'), is: fc.boolean() }),
  fc.record({ field: fc.constant('unit'), is: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }) }),
  fc.record({ field: fc.constant('received'), from: day, to: day }),
  fc.record({ timing: fc.constant(['late']), clock: fc.constant('publication') }),
  fc.record({ field: fc.constant('unit'), hasAll: fc.constant(['unit_1']) }),
  fc.record({ field: fc.constant('received'), op: fc.constantFrom('<', '>='), than: fc.constant('pages') }),
) as fc.Arbitrary<Filter>;
const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    plain,
    fc.record({ all: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
}));

/** The single questions of a filter that are all asked, whatever their order. */
function asked(filter: Filter | null): string[] {
  if (!filter) return [];
  return 'all' in filter ? filter.all.flatMap(asked).sort() : [JSON.stringify(filter)];
}

test('a filter of any shape asks the same after it went through the address', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const words = addressOfFilter(letters, filter);
      expect(asked(filterOfAddress(letters, words))).toEqual(asked(filter));
    }),
  );
});
