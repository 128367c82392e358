import { describe, expect, test } from 'vitest';
import { declareRegister, type RegisterDeclaration } from '../../index.ts';
import { readCheckpoint } from './checkpoint.ts';
import { declarationOf, usesOfField } from './declaration-of.ts';
import { withCase } from './due-rules.ts';
import { findEditFaults } from './edit-faults.ts';
import { keyFromLabel, move, nameFromLabel } from './edited-names.ts';
import { editedOf, emptyRegister, newField } from './edited-register.ts';

const letters: RegisterDeclaration = declareRegister({
  key: 'letters',
  version: 3,
  name: { vi: 'Văn bản', en: 'Letters' },
  purpose: { vi: 'Theo dõi văn bản', en: 'Follow letters' },
  group: 'own',
  title: 'subject',
  owner: 'unit',
  holder: 'holder',
  fields: {
    subject: { kind: 'text', label: { vi: 'Trích yếu', en: 'Subject' }, required: true, maxLength: 300 },
    unit: { kind: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, required: true, isColumn: true },
    holder: { kind: 'person', label: { vi: 'Người làm', en: 'Holder' }, isPersonal: true, seenBy: ['par-officer'] },
    received: { kind: 'day', label: { vi: 'Ngày đến', en: 'Received' }, help: { vi: 'Dấu đến', en: 'Stamp' } },
    sent: { kind: 'day', label: { vi: 'Ngày gửi', en: 'Sent' } },
    grade: {
      kind: 'choice',
      label: { vi: 'Loại', en: 'Kind' },
      options: { plan: { vi: 'Kế hoạch', en: 'Plan' }, old: { vi: 'Cũ', en: 'Old' } },
      retired: ['old'],
      isMultiple: true,
    },
    pages: { kind: 'number', label: { vi: 'Số trang', en: 'Pages' }, decimals: 0, min: 1 },
    scans: { kind: 'files', label: { vi: 'Bản quét', en: 'Scans' }, atMost: 3 },
    twice: { kind: 'computed', label: { vi: 'Gấp đôi', en: 'Twice' }, formula: 'pages * 2', as: 'number' },
  },
  due: { relativeTo: 'received', amount: 5, unit: 'working-day' },
  steps: {
    open: { label: { vi: 'Mới', en: 'New' } },
    done: { label: { vi: 'Xong', en: 'Done' }, isEnd: true, needs: ['sent'] },
  },
  firstStep: 'open',
  finishedOn: 'sent',
  unique: [['subject', 'received']],
  remindBefore: [3],
  clocks: {
    publication: {
      label: { vi: 'Công khai', en: 'Publication' },
      due: { relativeTo: 'sent', amount: 2, unit: 'working-day' },
      finishedOn: 'sent',
    },
  },
  measures: {
    'on-time': {
      label: { vi: 'Đúng hạn', en: 'On time' },
      kind: 'share',
      where: { timing: ['early', 'on-time'] },
      periodBy: 'due-day',
      byUnit: 'unit',
      unit: '%',
      target: { op: '>=', value: '95' },
      leaves: ['1.1'],
      closesOn: '09-30',
    },
  },
});

test('a declaration that is opened and saved untouched says what it said', () => {
  expect(declarationOf(editedOf(letters))).toEqual(letters);
  expect(findEditFaults(editedOf(letters))).toEqual({});
});

describe('a new register', () => {
  const empty = emptyRegister({
    title: { vi: 'Nội dung', en: 'Subject' },
    unit: { vi: 'Đơn vị', en: 'Unit' },
    received: { vi: 'Ngày', en: 'Day' },
  });

  test('asks first for its name and purpose', () => {
    expect(findEditFaults(empty)).toEqual({ name: 'no-name', purpose: 'no-purpose' });
  });

  test('English may be left empty', () => {
    const { name } = declarationOf({ ...empty, name: { vi: ' Sổ khen ', en: '' } });
    expect(name).toEqual({ vi: 'Sổ khen', en: 'Sổ khen' });
  });

  test.each([
    { field: newField('x', 'choice', { vi: 'Loại', en: '' }), faults: { 'fields.3.options': 'no-options' } },
    { field: newField('x', 'link', { vi: 'Gắn', en: '' }), faults: { 'fields.3.register': 'no-register' } },
    { field: newField('x', 'computed', { vi: 'Tính', en: '' }), faults: { 'fields.3.formula': 'no-formula' } },
    { field: newField('x', 'text', { vi: ' ', en: '' }), faults: { 'fields.3.label': 'no-label' } },
    { field: newField('x', 'text', { vi: 'nội dung', en: '' }), faults: { 'fields.3.label': 'same-label' } },
  ])('a faulty field is named at its input: $faults', ({ field, faults }) => {
    const named = { ...empty, name: { vi: 'Sổ', en: '' }, purpose: { vi: 'Để', en: '' } };
    expect(findEditFaults({ ...named, fields: [...named.fields, field] })).toEqual(faults);
  });
});

test('a formula that is not written yet is an empty one, not none', () => {
  const edited = editedOf(letters);
  const fields = [...edited.fields, newField('x', 'computed', { vi: 'Tính', en: '' })];
  expect(declarationOf({ ...edited, fields }).fields.x).toMatchObject({ kind: 'computed', formula: '' });
});

describe('before a field is retired one is told where it is used', () => {
  const edited = editedOf(letters);
  test.each([
    ['subject', ['title', 'unique']],
    ['unit', ['owner', 'measure']],
    ['received', ['due', 'unique']],
    ['sent', ['due', 'finished', 'step']],
    ['pages', ['formula']],
    ['grade', []],
  ])('%s', (name, uses) => {
    expect(usesOfField(edited, name).map(({ where }) => where)).toEqual(uses);
  });
});

describe('names are made from labels', () => {
  test.each([
    ['Số văn bản', [], 'soVanBan'],
    ['Số văn bản', ['soVanBan', 'soVanBan2'], 'soVanBan3'],
    ['60 % giải ngân', [], 'field60GiaiNgan'],
    ['', [], 'field'],
  ])('%s', (label, taken, name) => {
    expect(nameFromLabel(label, taken)).toBe(name);
  });

  test('keys of registers have hyphens', () => {
    expect(keyFromLabel('Sổ văn bản đến', [])).toBe('so-van-ban-den');
    expect(keyFromLabel('!', ['so-moi'])).toBe('so-moi-2');
  });

  test('a field moves one place and no further than the ends', () => {
    expect(move(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(move(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(move(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('further deadlines, deadlines by case and ways of counting', () => {
  const edited = editedOf(letters);
  const clock = edited.clocks[0];
  const faultsWith = (part: Partial<typeof edited>) => findEditFaults({ ...edited, ...part });

  test('a clock is edited like the main deadline, and written as the declaration has it', () => {
    expect(edited.clocks.map(({ key, isKept }) => [key, isKept])).toEqual([['publication', true]]);
    expect(declarationOf(edited)).toEqual(letters);
    expect(usesOfField(edited, 'sent')).toContainEqual({ where: 'due' });
  });

  test.each([
    ['a clock without a name', { label: { vi: ' ', en: '' } }, 'clocks.0.label', 'no-label'],
    ['a clock that nothing stops', { finishedOn: '' }, 'clocks.0.finishedOn', 'due-field'],
    [
      'a clock without a number of days',
      { due: { relativeTo: 'sent', amount: Number.NaN, unit: 'day' } },
      'clocks.0.due.amount',
      'due-amount',
    ],
    ['a clock that counts from nothing', { due: { field: 'gone' } }, 'clocks.0.due.field', 'due-field'],
  ] as const)('%s is told at its input', (_, change, input, fault) => {
    if (!clock) throw new Error('there is a clock');
    expect(faultsWith({ clocks: [{ ...clock, ...change }] })[input]).toBe(fault);
  });

  test('a clock may count from the first deadline where there is a main one', () => {
    if (!clock) throw new Error('there is a clock');
    const before = {
      ...clock,
      due: { relativeTo: 'first-due-day', amount: 2, unit: 'day', direction: 'before' } as const,
    };
    expect(faultsWith({ clocks: [before] })).toEqual({});
    expect(faultsWith({ clocks: [before], due: null })['clocks.0.due.relativeTo']).toBe('due-field');
  });

  test('a deadline by case needs a field and a case; a fault of a case is told at that case', () => {
    expect(faultsWith({ due: { by: 'grade', cases: {} } })['due.by']).toBe('due-no-case');
    expect(faultsWith({ due: { by: '', cases: { plan: { field: 'sent' } } } })['due.by']).toBe('due-by');
    expect(faultsWith({ due: { by: 'grade', cases: { plan: { field: 'gone' } } } })['due.cases.plan.field']).toBe(
      'due-field',
    );
    expect(
      faultsWith({ due: { by: 'grade', cases: {}, otherwise: { phrase: ' ', yearOf: 'sent' } } })[
        'due.otherwise.phrase'
      ],
    ).toBe('due-phrase');
    expect(faultsWith({ due: { by: 'grade', cases: { plan: { field: 'sent' } } } })).toEqual({});
  });

  test('an emptied case is no case; an emptied "otherwise" is left out', () => {
    const due = { by: 'grade', cases: { plan: { field: 'sent' } }, otherwise: { field: 'received' } };
    expect(withCase(due, 'plan', null)).toEqual({ ...due, cases: {} });
    expect(withCase(due, null, null)).toEqual({ by: 'grade', cases: { plan: { field: 'sent' } } });
    expect(withCase(due, 'old', { field: 'sent' }).cases).toEqual({ plan: { field: 'sent' }, old: { field: 'sent' } });
  });

  test.each([
    ['30/9', '09-30', undefined],
    ['15/12', '12-15', undefined],
    ['31/2', '02-31', 'checkpoint'],
    ['29/2', '02-29', 'checkpoint'],
    ['quý III', 'quý III', 'checkpoint'],
    ['', undefined, undefined],
  ] as const)('the checkpoint "%s" is %s', (typed, closesOn, fault) => {
    expect(readCheckpoint(typed)).toBe(closesOn);
    const measures = edited.measures.map((measure) => ({ ...measure, closesOn }));
    expect(faultsWith({ measures })['measures.0.closesOn']).toBe(fault);
  });

  test('a measure by a deadline that is gone says so', () => {
    const measures = edited.measures.map((measure) => ({ ...measure, clock: 'gone' }));
    expect(faultsWith({ measures })['measures.0.clock']).toBe('no-clock');
  });
});
