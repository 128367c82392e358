import { describe, expect, test } from 'vitest';
import { figuresOf, verdictsOf } from '../../../testing/figures-of-text.ts';

const plan = (changed: Record<string, string> = {}): string[] =>
  [
    'Tổng điểm Chỉ số CCHC năm 2031 của Sở đạt 52,25/60 điểm (87,08%), xếp loại Tốt.',
    '- Lĩnh vực 1: Chỉ đạo, điều hành với 04 tiêu chí, 09 tiêu chí thành phần đạt 8,25/11 điểm, chiếm 75%',
    '+ Các tiêu chí thành phần không đạt điểm tối đa gồm:',
    '* Chế độ báo cáo (mất 01/1,5 điểm);',
    '* Tuyên truyền đạt 3/4 điểm;',
    '* Sáng kiến: 0,25/1 điểm.',
    '- Lĩnh vực 2: Cải cách thể chế với 03 tiêu chí, 07 tiêu chí thành phần đạt 9/9 điểm, chiếm 100%.',
    '- Lĩnh vực 3: Cải cách thủ tục hành chính với 05 tiêu chí, 12 tiêu chí thành phần đạt 17/20 điểm, chiếm 85%. Có 01/12 tiêu chí thành phần không đạt điểm tối đa là kết quả giải quyết 3/6 điểm.',
    '- Lĩnh vực 4: Chính quyền số với 02 tiêu chí, 08 tiêu chí thành phần đạt 18/20 điểm, chiếm 90%.',
  ].map((line) => Object.entries(changed).reduce((text, [from, to]) => text.replace(from, to), line));

const failing = (lines: readonly string[]) => figuresOf(...lines).filter((finding) => !finding.holds);

describe('a result told by area', () => {
  test('raises no alarm where everything agrees', () => {
    expect(failing(plan())).toEqual([]);
    expect(verdictsOf(...plan())).toContain('sum 52.25 holds');
    expect(verdictsOf(...plan())).toContain('sum 60 holds');
    expect(verdictsOf(...plan())).toContain('difference 2.75 holds');
    expect(verdictsOf(...plan())).toContain('difference 3 holds');
    expect(verdictsOf(...plan())).toContain('count 12 holds');
  });

  test('a misprinted score breaks total, percentage and losses, and one value mends all three', () => {
    const found = failing(plan({ '8,25/11': '8,52/11' }));
    expect(found.map(({ stated, computed }) => [stated, computed])).toEqual([
      [52.25, 52.52],
      [75, 77.45],
      [2.75, 2.48],
    ]);
    for (const { proposal } of found) {
      expect(proposal).toMatchObject({ text: '8,52', stated: 8.52, proposed: 8.25 });
      expect(proposal?.confirmedBy).toHaveLength(2);
    }
  });

  test.each([
    { name: 'the total', slip: { '52,25/60': '55,25/60' }, proposed: 52.25 },
    { name: 'a maximum', slip: { '17/20 điểm, chiếm 85%': '17/22 điểm, chiếm 85%' }, proposed: 20 },
    { name: 'a percentage', slip: { 'chiếm 90%': 'chiếm 99%' }, proposed: 90 },
    { name: 'the score of an area', slip: { '18/20': '13/20' }, proposed: 18 },
  ])('a slip in $name is corrected', ({ slip, proposed }) => {
    const proposals = failing(plan(slip as unknown as Record<string, string>)).map(
      (finding) => finding.proposal?.proposed,
    );
    expect(proposals).toContain(proposed);
  });

  test('a denominator that belongs to the other count is a slip in the words', () => {
    const [finding] = failing(plan({ '01/12 tiêu chí thành phần': '01/5 tiêu chí thành phần' }));
    expect(finding).toMatchObject({ relation: 'count', stated: 5, computed: 12, holds: false });
    expect(finding?.proposal?.text).toBe('“01/5 tiêu chí” thay cho “01/5 tiêu chí thành phần”');
  });

  test('areas of which some are left out prove nothing', () => {
    const partial = plan().filter((line) => !line.startsWith('- Lĩnh vực 4'));
    expect(failing(partial)).toEqual([]);
  });

  test('items that print no points leave a rest that is told, not judged', () => {
    const found = figuresOf(...plan({ '* Tuyên truyền đạt 3/4 điểm;': '* Tuyên truyền chưa đa dạng;' }));
    expect(found.filter((finding) => !finding.holds)).toEqual([]);
    expect(found).toContainEqual(expect.objectContaining({ stated: null, computed: 1, relation: 'difference' }));
  });
});

describe('a correction is proposed only when another relation speaks for it', () => {
  test.each([
    { text: 'đạt 8,645/13 điểm, chiếm 67,31%', proposed: null, because: 'nothing says which of the three is wrong' },
    {
      text: 'đã giải quyết 238/316 vụ việc, đạt tỷ lệ 88,9%, còn lại 35 vụ việc',
      proposed: 281,
      because: 'rest and share agree on it',
    },
    {
      text: 'giải quyết 471 hồ sơ, trong đó 358 hồ sơ trước hạn, 42 hồ sơ đúng hạn, 71 hồ sơ quá hạn (chiếm 17,05%)',
      proposed: null,
      because: 'the share could be meant of another whole',
    },
  ])('$text → $proposed: $because', ({ text, proposed }) => {
    const proposals = failing([text]).map((finding) => finding.proposal?.proposed ?? null);
    expect(proposals.length === 0 ? null : proposals[0]).toBe(proposed);
  });
});

describe('what is reported', () => {
  const [finding] = failing(['Sở đạt 8,645/13 điểm, chiếm 67,31%.']);

  test('keeps the place of the stated number', () => {
    expect(finding?.place).toEqual({ block: 0, from: 28, to: 33 });
  });

  test('says in Vietnamese and in English what was computed', () => {
    expect(finding?.note).toBe('Không khớp: 8,645 / 13 × 100 = 66,5, nhưng văn bản ghi 67,31 % (lệch 0,81).');
    expect(finding?.noteEnglish).toBe(
      'Does not agree: 8.645 / 13 × 100 = 66.5, but the document says 67.31 % (off by 0.81).',
    );
  });
});
