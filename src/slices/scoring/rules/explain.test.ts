import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPaperNumber } from '../../../kernel/decimal.ts';
import { aCriteriaSet, parsedSet } from '../../../testing/a-criteria-set.ts';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { scoreSet } from './score-with-words.ts';

const ratio = {
  shape: 'proportional',
  zero_denominator: 'not_applicable',
  numerator: 'đúng hạn',
  denominator: 'tổng số',
};
const bands = {
  ...ratio,
  shape: 'banded_ratio',
  bands: [
    { from_ratio: 0, to_ratio: 0.85, points: 0 },
    { from_ratio: 0.85, to_ratio: 1, points: 1 },
    { from_ratio: 1, to_ratio: 1, points: 2 },
  ],
};

function tell(max: number, rule: object, measure: unknown, policy = 'exclude') {
  const set = aCriteriaSet({ leaves: [{ max, rule, policy }] });
  const words = scoreSet(set, { '1.1.1': measure }).leaves[0]?.explanation;
  return words ?? { vi: '', en: '' };
}

describe('an explanation in Vietnamese', () => {
  test.each([
    {
      title: 'a ratio with its arithmetic and rounding',
      rule: ratio,
      measure: { numerator: 5, denominator: 6 },
      text: '1.1.1 Tiêu chí 1: đạt 1,667/2 điểm. Cách chấm: tỷ lệ × 2 điểm. Số liệu: đúng hạn: 5; tổng số: 6; tỷ lệ 83,33%. Cách tính: 2 × 5/6 ≈ 1,666667, làm tròn 3 chữ số thập phân thành 1,667. Mất 0,333 điểm vì mới đạt 83,33%.',
    },
    {
      title: 'a ratio below its floor',
      rule: { ...ratio, floor_ratio: 0.8 },
      measure: { numerator: 13, denominator: 17 },
      text: '1.1.1 Tiêu chí 1: đạt 0/2 điểm. Cách chấm: tỷ lệ × 2 điểm; dưới 80%: 0 điểm. Số liệu: đúng hạn: 13; tổng số: 17; tỷ lệ 76,47%. Cách tính: tỷ lệ 76,47% thấp hơn mức sàn 80%. Mất 2 điểm vì tỷ lệ 76,47% thấp hơn mức sàn 80%.',
    },
    {
      title: 'a ratio divided by its target',
      rule: { ...ratio, target_ratio: 0.8, divide_by_target: true },
      measure: { numerator: 391, denominator: 1000 },
      text: '1.1.1 Tiêu chí 1: đạt 0,978/2 điểm. Cách chấm: (tỷ lệ : 80%) × 2 điểm, đạt 80% trở lên được điểm tối đa. Số liệu: đúng hạn: 391; tổng số: 1.000; tỷ lệ 39,1%. Cách tính: 2 × 391/(1.000 × 80%) = 0,9775, làm tròn 3 chữ số thập phân thành 0,978. Mất 1,022 điểm vì mới đạt 39,1%.',
    },
    {
      title: 'a band',
      rule: bands,
      measure: { numerator: 387, denominator: 471 },
      text: '1.1.1 Tiêu chí 1: đạt 0/2 điểm. Cách chấm: chấm theo dải tỷ lệ: từ 0% đến dưới 85%: 0 điểm; từ 85% đến dưới 100%: 1 điểm; đúng 100%: 2 điểm. Số liệu: đúng hạn: 387; tổng số: 471; tỷ lệ 82,17%. Cách tính: tỷ lệ 82,17% thuộc dải từ 0% đến dưới 85%: 0 điểm. Mất 2 điểm vì tỷ lệ 82,17% mới thuộc dải từ 0% đến dưới 85%.',
    },
    {
      title: 'full points lose nothing',
      rule: { shape: 'yes_no', question: 'Có kế hoạch', points_yes: 2, points_no: 0 },
      measure: { answer: 'yes' },
      text: '1.1.1 Tiêu chí 1: đạt 2/2 điểm. Cách chấm: Có kế hoạch: Có 2 điểm; Không 0 điểm. Số liệu: Có. Cách tính: Có: 2 điểm. Đạt điểm tối đa.',
    },
    {
      title: 'lateness, item by item',
      rule: { shape: 'lateness_penalty', per_late: 0.25, per_missing: 0.5, zero_if_late_at_least: 4 },
      measure: { expected: 4, late: 1, missing: 1 },
      text: '1.1.1 Tiêu chí 1: đạt 1,25/2 điểm. Cách chấm: từ 2 điểm, trừ 0,25 điểm cho mỗi lần trễ hạn và 0,5 điểm cho mỗi lần thiếu, không thấp hơn 0 điểm; trễ từ 4 lần trở lên: 0 điểm. Số liệu: phải thực hiện 4; trễ hạn 1; thiếu 1. Cách tính: 2 − 0,25 × 1 − 0,5 × 1 = 1,25. Mất 0,75 điểm vì trễ hạn 1 lần, thiếu 1 lần.',
    },
    {
      title: 'a checklist says what is open',
      rule: {
        shape: 'checklist',
        parts: [
          { label: 'Kế hoạch', points: 1 },
          { label: 'Biên bản', points: 0.5 },
          { label: 'Báo cáo', points: 0.5 },
        ],
      },
      measure: { parts: [true, false, true] },
      text: '1.1.1 Tiêu chí 1: đạt 1,5/2 điểm. Cách chấm: cộng điểm các nội dung đã thực hiện, tối đa 2 điểm: Kế hoạch (1); Biên bản (0,5); Báo cáo (0,5). Số liệu: đã thực hiện: Kế hoạch, Báo cáo; chưa thực hiện: Biên bản. Cách tính: 1 + 0,5 = 1,5. Mất 0,5 điểm vì chưa thực hiện hoặc chưa có tài liệu kiểm chứng: Biên bản.',
    },
    {
      title: 'deductions with their cases',
      rule: {
        shape: 'deduction',
        start: 'max',
        floor: 0,
        events: [
          { event: 'khiển trách', points_each: 0.25 },
          { event: 'cảnh cáo', points_each: 0.5 },
        ],
      },
      measure: { events: [2, 0] },
      text: '1.1.1 Tiêu chí 1: đạt 1,5/2 điểm. Cách chấm: từ 2 điểm, trừ cho mỗi trường hợp: khiển trách (0,25); cảnh cáo (0,5); không thấp hơn 0 điểm. Số liệu: khiển trách: 2; cảnh cáo: 0. Cách tính: 2 − 0,25 × 2 = 1,5. Mất 0,5 điểm vì có phát sinh khiển trách: 2.',
    },
    {
      title: 'nothing measured is not zero',
      rule: ratio,
      measure: undefined,
      text: '1.1.1 Tiêu chí 1: chưa có số liệu nên chưa chấm điểm (điểm tối đa 2). Cách chấm: tỷ lệ × 2 điểm.',
    },
    {
      title: 'what cannot be scored',
      rule: ratio,
      measure: { numerator: -5, denominator: 6 },
      text: '1.1.1 Tiêu chí 1: không chấm được vì số liệu không hợp lệ. “numerator” không được âm (-5). Cách chấm: tỷ lệ × 2 điểm.',
    },
    {
      title: 'what does not apply',
      rule: ratio,
      measure: { not_applicable: true },
      text: '1.1.1 Tiêu chí 1: không áp dụng, không tính 2 điểm này vào điểm đạt và điểm tối đa.',
    },
    {
      title: 'nothing arose',
      rule: ratio,
      measure: { numerator: 0, denominator: 0 },
      text: '1.1.1 Tiêu chí 1: không áp dụng, không tính 2 điểm này vào điểm đạt và điểm tối đa. Số liệu: đúng hạn: 0; tổng số: 0; tỷ lệ –. Cách tính: mẫu số bằng 0 (không phát sinh), coi là không áp dụng.',
    },
  ])('$title', ({ rule, measure, text }) => {
    expect(tell(2, rule, measure).vi).toBe(text);
  });

  test.each([
    {
      title: 'granted because nothing arose',
      policy: 'full_if_none',
      text: 'không phát sinh, được tính đủ điểm theo quy định của bộ tiêu chí',
    },
    {
      title: 'zero because nothing arose',
      policy: 'zero_if_none',
      text: 'Mất 2 điểm vì không phát sinh, bị tính 0 điểm theo quy định của bộ tiêu chí.',
    },
  ])('$title', ({ policy, text }) => {
    expect(tell(2, ratio, { not_applicable: true }, policy).vi).toContain(text);
  });

  test('an emptied leaf names the leaf that empties it', () => {
    const set = aCriteriaSet({
      leaves: [
        { max: 1, rule: { shape: 'lateness_penalty', per_late: 0.5, per_missing: 1, cascade_to: ['1.1.2'] } },
        { max: 0.5, rule: { shape: 'yes_no', points_yes: 0.5, points_no: 0 } },
      ],
    });
    const result = scoreSet(set, { '1.1.1': { expected: 4, late: 1, missing: 0 }, '1.1.2': { answer: 'yes' } });
    expect(result.leaves[1]?.explanation.vi).toContain('Mất 0,5 điểm vì tiêu chí 1.1.1 có nội dung trễ hạn hoặc thiếu');
  });

  test('one late of a hundred thousand does not read as 100%', () => {
    expect(tell(2, bands, { numerator: 99999, denominator: 100000 }).vi).toContain('tỷ lệ 99,999%');
  });
});

test('an explanation in English says the same', () => {
  expect(tell(2, ratio, { numerator: 1005, denominator: 1206 }).en).toBe(
    '1.1.1 Tiêu chí 1: 1.667 of 2 points. Rule: ratio × 2 points. Figures: đúng hạn: 1,005; tổng số: 1,206; ratio 83.33%. Calculation: 2 × 1,005/1,206 ≈ 1.666667, rounded to 3 decimals: 1.667. 0.333 points lost: only 83.33% was reached.',
  );
});

test('the sample set explains evidence and source of every leaf', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8');
  for (const { explanation, leaf } of scoreSet(parsedSet(text), {}).leaves) {
    expect(explanation.vi).toContain('chưa có số liệu');
    expect(explanation.vi).toContain(`Tài liệu kiểm chứng: ${leaf.evidence[0]}`);
    expect(explanation.vi).toContain('Nguồn: ');
  }
});

test('every explanation states the points that were given, whatever the shape', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      const result = scoreSet(parsedSet(setTextOf(raw)), measuresOf(raw));
      for (const { leaf, points, lost, status, explanation } of result.leaves) {
        expect(explanation.vi.startsWith(`${leaf.code} ${leaf.nameVi}: `)).toBe(true);
        expect(explanation.vi).not.toMatch(/undefined|NaN|null|\[object/);
        expect(explanation.en).not.toMatch(/undefined|NaN|null|\[object/);
        if (status !== 'scored' || !points || !lost) continue;
        expect(explanation.vi).toContain(`đạt ${formatPaperNumber(points)}/${formatPaperNumber(leaf.max)} điểm.`);
        expect(explanation.vi).toContain(
          lost.isZero() ? 'Đạt điểm tối đa.' : `Mất ${formatPaperNumber(lost)} điểm vì `,
        );
      }
    }),
    { numRuns: 150 },
  );
});
