import { expect, test } from 'vitest';
import { declareRegister, type RegisterDeclaration } from '../../index.ts';
import { type ImportPlan, missingTargets, readTarget, targetChoices, targetWord, withTarget } from './import-plan.ts';

const text = { vi: 'Ô', en: 'Field' };
const letters: RegisterDeclaration = declareRegister({
  key: 'letters',
  version: 1,
  name: text,
  purpose: text,
  group: 'own',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: text, required: true },
    unit: { kind: 'unit', label: text, required: true },
    paper: { kind: 'document', label: text },
    scans: { kind: 'files', label: text },
    secret: { kind: 'text', label: text, required: true },
  },
});
const changeable = ['subject', 'unit', 'paper', 'scans'];
const plan: ImportPlan = {
  sheet: 0,
  headerRow: 0,
  headerRows: 1,
  columns: [
    { column: 0, header: 'Trích yếu', target: { field: 'subject', part: null } },
    { column: 1, header: 'Ngày', target: { field: 'paper', part: 'date' } },
    { column: 2, header: 'Khác', target: null },
  ],
};

test('a column goes into a field or a part of a document; files and fields of others are no places', () => {
  expect(targetChoices(letters, changeable).map(({ value }) => value)).toEqual([
    'subject',
    'unit',
    'paper.number',
    'paper.date',
    'paper.issuer',
    'paper.subject',
  ]);
});

test('places are written and read without loss', () => {
  for (const { target } of plan.columns) expect(readTarget(targetWord(target))).toEqual(target);
});

test('a place that another column had is taken over', () => {
  const changed = withTarget(plan, 2, 'subject');
  expect(changed.columns.map(({ target }) => targetWord(target))).toEqual(['', 'paper.date', 'subject']);
  expect(withTarget(plan, 0, '').columns.map(({ target }) => targetWord(target))).toEqual(['', 'paper.date', '']);
});

test('required fields without a column are named, those of others not', () => {
  expect(missingTargets(letters, changeable, plan)).toEqual(['unit']);
});
