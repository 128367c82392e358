import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aSetText } from '../../testing/a-criteria-set.ts';
import { run as runCriteria } from './criteria.ts';
import { run as runScore } from './score.ts';

const folder = mkdtempSync(join(tmpdir(), 'caicach-score-'));
const sampleFolder = join(import.meta.dirname, '../../../sample/criteria');
afterAll(() => rmSync(folder, { recursive: true }));

let printed = '';
let told = '';
beforeEach(() => {
  [printed, told] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const setPath = write(
  'set.yaml',
  aSetText({
    leaves: [
      { max: 1, rule: { shape: 'proportional', zero_denominator: 'zero' } },
      { max: 1, rule: { shape: 'yes_no', points_yes: 1, points_no: 0 } },
    ],
    bonus: [{ code: 'B.1', rule: { shape: 'bonus', per_item: 0.5, cap: 1 } }],
  }),
);

async function score(measures: string, ...more: string[]) {
  const code = await runScore([setPath, write('measures.json', measures), '--json', ...more]);
  return { code, result: printed ? JSON.parse(printed) : null };
}

describe('caicach score --json', () => {
  test('answers with decimals as text, leaf by leaf, area by area and in all', async () => {
    const { code, result } = await score(
      '{"1.1.1": {"numerator": 5, "denominator": 6}, "1.1.2": {"answer": "no"}, "B.1": {"count": 1}}',
    );
    expect(code).toBe(0);
    const [first] = result.leaves;
    expect({ ...first, explanation: '', explanation_en: '' }).toEqual({
      code: '1.1.1',
      points: '0.833',
      max: '1',
      lost: '0.167',
      applicable: true,
      explanation: '',
      explanation_en: '',
      status: 'scored',
    });
    expect(first.explanation).toContain('1 × 5/6');
    expect(result.areas).toEqual([{ code: '1', points: '0.833', possible: '2' }]);
    expect([result.total, result.possible, result.percent, result.grade, result.complete]).toEqual([
      '1.333',
      '2',
      '66.65',
      'Trung bình',
      true,
    ]);
  });

  test.each([
    {
      title: 'a leaf without a measure has no points, which is not zero',
      measures: '{"1.1.2": {"answer": "yes"}}',
      points: null,
      code: 0,
      says: '',
    },
    {
      title: 'a leaf that does not apply is left out',
      measures: '{"1.1.1": {"not_applicable": true}}',
      points: '0',
      code: 0,
      says: '',
    },
    {
      title: 'a negative figure is refused',
      measures: '{"1.1.1": {"numerator": -1, "denominator": 6}}',
      points: null,
      code: 1,
      says: '1.1.1: “numerator” không được âm',
    },
    {
      title: 'a decimal comma is refused',
      measures: '{"1.1.1": {"numerator": "5,5", "denominator": 6}}',
      points: null,
      code: 1,
      says: 'không phải là số',
    },
    {
      title: 'more than all is scored and doubted',
      measures: '{"1.1.1": {"numerator": 7, "denominator": 6}}',
      points: '1',
      code: 0,
      says: 'Tử số lớn hơn mẫu số',
    },
    {
      title: 'an unknown code is told',
      measures: '{"9.9": {"count": 1}}',
      points: null,
      code: 1,
      says: '9.9: bộ tiêu chí không có mã này',
    },
    {
      title: 'a field that the rule does not have is told; the others score',
      measures: '{"1.1.1": {"numerator": 5, "denominator": 6, "targt": 1}}',
      points: '0.833',
      code: 1,
      says: '1.1.1: không có trường “targt”',
    },
    {
      title: 'true is no number',
      measures: '{"1.1.1": {"numerator": true, "denominator": 6}}',
      points: null,
      code: 1,
      says: '1.1.1: “numerator” phải là một số (nhận true)',
    },
    {
      title: 'a list is no number',
      measures: '{"1.1.1": {"numerator": [5], "denominator": 6}}',
      points: null,
      code: 1,
      says: '1.1.1: “numerator” phải là một số',
    },
    {
      title: 'a number as text is the same number',
      measures: '{"1.1.1": {"numerator": "5", "denominator": "6.0"}}',
      points: '0.833',
      code: 0,
      says: '',
    },
    {
      title: 'a tenth is a tenth',
      measures: '{"1.1.1": {"numerator": 0.30000000000000004, "denominator": 0.3}}',
      points: '1',
      code: 0,
      says: 'Tử số lớn hơn mẫu số',
    },
    {
      title: 'a bare figure is no measure',
      measures: '{"1.1.1": 5}',
      points: null,
      code: 1,
      says: '1.1.1: Số liệu phải là một nhóm trường',
    },
    {
      title: 'forty digits are kept',
      measures: '{"1.1.1": {"numerator": 0.1234500000000000000001, "denominator": 1}}',
      points: '0.123',
      code: 0,
      says: '',
    },
  ])('$title', async ({ measures, points, code, says }) => {
    const answer = await score(measures);
    expect([answer.code, answer.result.leaves[0].points]).toEqual([code, points]);
    expect(told).toContain(says);
    if (says === '') expect(told).toBe('');
  });

  test.each([
    { title: 'NaN, which JSON does not know', measures: '{"1.1.1": {"numerator": NaN, "denominator": 6}}' },
    { title: 'a list', measures: '[]' },
    { title: 'nothing', measures: '' },
  ])('measures that are $title are refused with a message', async ({ measures }) => {
    const { code } = await score(measures);
    expect([code, printed]).toEqual([1, '']);
    expect(told).toContain('không phải JSON');
  });

  test.each([
    { measures: '{"1.1.2": {"answer": "yes"}, "1.1.2": {"answer": "no"}}', says: '1.1.2: ghi hai lần' },
    {
      measures: '{"1.1.1": {"numerator": 1, "denominator": 2, "numerator": 2}}',
      says: '1.1.1.numerator: ghi hai lần',
    },
  ])('a figure that stands twice is not scored: $measures', async ({ measures, says }) => {
    const { code } = await score(measures);
    expect([code, printed]).toEqual([1, '']);
    expect(told).toContain(says);
  });

  test('a set with faults gives no score, only the faults', async () => {
    const bad = write('bad.yaml', readFileSync(setPath, 'utf8').replace('"total_points":2', '"total_points":3'));
    expect(await runScore([bad, write('m.json', '{}'), '--json'])).toBe(1);
    expect(JSON.parse(printed).faults[0]).toMatchObject({
      file: 'bad.yaml',
      line: 1,
      code: 'sum-differs',
      path: 'scoring.total_points',
    });
    expect(told).toContain('bad.yaml:1:');
  });

  test.each([
    { words: [] },
    { words: [setPath] },
    { words: [setPath, setPath, setPath] },
    { words: [setPath, setPath, '--jsn'] },
    { words: [setPath, setPath, '--stage', 'last'] },
  ])('wrong use answers 2: $words', async ({ words }) => {
    expect(await runScore(words)).toBe(2);
    expect(told).toContain('Dùng:');
  });

  test('a file that is not there answers 1', async () => {
    expect(await runScore([join(folder, 'none.yaml'), setPath])).toBe(1);
    expect(told).toContain('không đọc được tệp');
  });
});

test('caicach score in words ends with total, percentage and grade on paper', async () => {
  const files = [join(sampleFolder, 'dak-nong-2022.yaml'), join(sampleFolder, 'dak-nong-2022.measures.json')];
  expect(await runScore(files)).toBe(0);
  expect(printed).toContain('Tổng: 80,567/99 = 81,38%, xếp loại Tốt\n');
});

describe('caicach criteria check', () => {
  test('says what a right set holds', async () => {
    expect(await runCriteria(['check', join(sampleFolder, 'department-sample.yaml')])).toBe(0);
    expect(printed).toContain('8 lĩnh vực, 107 tiêu chí thành phần, 5 mục thưởng, 5 mục trừ, tổng 100 điểm');
  });

  test('lists every fault of a wrong one', async () => {
    const text = aSetText({ leaves: [{ max: 1, rule: { shape: 'yes_no', points_yes: 2, points_no: 3 } }] });
    expect(await runCriteria(['check', write('wrong.yaml', text), '--json'])).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      valid: false,
      faults: [{ code: 'above-maximum' }, { code: 'above-maximum' }],
    });
  });

  test.each([{ words: [] }, { words: ['check'] }, { words: ['show', setPath] }])(
    'wrong use answers 2: $words',
    async ({ words }) => {
      expect(await runCriteria(words)).toBe(2);
    },
  );
});
