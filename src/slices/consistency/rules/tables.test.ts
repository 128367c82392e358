import { describe, expect, test } from 'vitest';
import { figuresOf, verdictsOf } from '../../../testing/figures-of-text.ts';

const failsOf = (lines: readonly string[]) =>
  figuresOf(...lines)
    .filter((finding) => !finding.holds)
    .map(({ stated, computed, proposal }) => [stated, computed, proposal?.proposed ?? null]);

describe('rows that add up other rows', () => {
  const table = (office: string, total: string) => [
    'TT\tĐơn vị\tĐã nhận\tĐã giải quyết',
    `1\tVăn phòng\t34\t${office}`,
    '2\tChi cục\t18\t17',
    '3\tTrung tâm\t66\t60',
    `\tTổng cộng\t118\t${total}`,
  ];

  test('a total at the foot of the table holds', () => {
    expect(verdictsOf(...table('30', '107'))).toEqual(['sum 118 holds', 'sum 107 holds']);
  });

  test('a wrong total is reported because the column beside it adds up', () => {
    expect(failsOf(table('30', '170'))).toEqual([[170, 107, 107]]);
  });

  test.each([
    {
      name: 'a first row called “Tổng số” adds up the rows below',
      rows: ['\tTổng số\t52', '1\tSở A\t34', '2\tSở B\t18'],
      verdicts: ['sum 52 holds'],
    },
    {
      name: 'groups are added, not their parts a second time',
      rows: [
        'I\tChuyển tiếp\t30',
        '1\tDự án A\t18',
        '2\tDự án B\t12',
        'II\tMới\t12',
        '1\tDự án C\t7',
        '2\tDự án D\t5',
        '\tTổng cộng\t42',
      ],
      verdicts: ['sum 30 holds', 'sum 12 holds', 'sum 42 holds'],
    },
    {
      name: 'parts under “-” add up to the row above',
      rows: ['1\tHồ sơ tiếp nhận\t64', '\t- Trực tuyến\t51', '\t- Trực tiếp\t13', '2\tHồ sơ trả lại\t3'],
      verdicts: ['sum 64 holds'],
    },
    {
      name: 'a total row that holds the mean is no sum',
      rows: ['1\tSở A\t85,5', '2\tSở B\t90,5', '\tTổng cộng\t88'],
      verdicts: [],
    },
    { name: 'ranks are not added', rows: ['1\tSở A\t3', '2\tSở B\t5'], verdicts: [] },
    {
      name: 'a cell of words makes the column unknown',
      rows: ['1\tSở A\t34', '2\tSở B\tchưa báo cáo', '\tTổng cộng\t52'],
      verdicts: [],
    },
    {
      name: 'an empty cell counts nothing',
      rows: ['1\tSở A\t34', '2\tSở B\t-', '3\tSở C\t18', '\tTổng cộng\t52'],
      verdicts: ['sum 52 holds'],
    },
    {
      name: 'a grand total adds up the subtotals',
      rows: [
        '1\tSở A\t34',
        '2\tSở B\t18',
        '\tCộng I\t52',
        '1\tXã A\t21',
        '2\tXã B\t11',
        '\tCộng II\t32',
        '\tTổng cộng\t84',
      ],
      verdicts: ['sum 52 holds', 'sum 32 holds', 'sum 84 holds'],
    },
    {
      name: 'a lone total far from the sum may count something else',
      rows: ['1\tSở A\t34', '2\tSở B\t18', '\tTổng cộng\t97'],
      verdicts: [],
    },
    {
      name: 'a lone total with two digits swapped is a slip',
      rows: ['1\tSở A\t34', '2\tSở B\t18', '3\tSở C\t60', '\tTổng cộng\t121'],
      verdicts: ['sum 121 fails 112'],
    },
  ])('$name', ({ rows, verdicts }) => {
    expect(verdictsOf('STT\tNội dung\tSố lượng', ...rows)).toEqual(verdicts);
  });

  test('criteria add up to their area level by level, and a slip in a leaf is corrected by area and column', () => {
    const rows = (leaf: string) => [
      'STT\tTiêu chí\tĐiểm tối đa\tĐiểm đạt\tĐiểm mất',
      '1\tChỉ đạo\t10\t8,75\t1,25',
      '1.1\tKế hoạch\t3\t3\t0',
      `1.2\tBáo cáo\t3\t${leaf}\t0,5`,
      '1.3\tKiểm tra\t4\t3,25\t0,75',
      '2\tThể chế\t8\t7\t1',
      '2.1\tTheo dõi\t4\t4\t0',
      '2.2\tXử lý\t4\t3\t1',
      'Tổng cộng\t\t18\t15,75\t2,25',
    ];
    expect(failsOf(rows('2,5'))).toEqual([]);
    expect(failsOf(rows('5,2'))).toEqual([
      [8.75, 11.45, 2.5],
      [0.5, -2.2, 2.5],
    ]);
  });
});

describe('the total that the text tells and a table of areas', () => {
  const told = (score: string, ...rows: string[]) =>
    failsOf([
      `Tổng điểm Chỉ số CCHC của Sở đạt ${score}/33 điểm.`,
      'STT\tLĩnh vực\tĐiểm tối đa\tĐiểm đạt',
      '1\tChỉ đạo\t10\t8,75',
      '2\tThể chế\t8\t7',
      '3\tThủ tục\t15\t12,5',
      ...rows,
    ]);

  test('agree', () => {
    expect(told('28,25')).toEqual([]);
    expect(told('28,25', '\tTổng cộng\t33\t28,25')).toEqual([]);
  });

  test('do not agree where the maxima do', () => {
    expect(told('82,25')).toEqual([[82.25, 28.25, 28.25]]);
    expect(told('82,25', '\tTổng cộng\t33\t28,25')).toEqual([[82.25, 28.25, 28.25]]);
  });

  test('prove nothing where the table tells only some areas: the text alone says that no score exceeds its maximum', () => {
    expect(told('32,25', '4\tTài chính\t12\t9')).toEqual([]);
    expect(told('82,25', '4\tTài chính\t12\t9')).toEqual([[82.25, 33, null]]);
  });
});

test('columns of zeros prove nothing about the column beside them', () => {
  const rows = ['TT\tĐơn vị\tVi phạm\tSố thủ tục', '1\tSở A\t0\t40', '2\tSở B\t0\t40', '\tTổng cộng\t0\t41'];
  expect(failsOf(rows)).toEqual([]);
});

describe('columns made of other columns', () => {
  const dossiers = (row: string) => [
    'TT\tLĩnh vực\tTổng số\tTrực tuyến\tTrực tiếp\tKỳ trước',
    '1\tĐất đai\t1.812\t1.402\t285\t125',
    '2\tMôi trường\t356\t290\t51\t15',
    row,
  ];

  test('“Tổng số” is the sum of the columns beside it where most rows say so', () => {
    expect(failsOf(dossiers('3\tKhoáng sản\t172\t128\t32\t12'))).toEqual([]);
  });

  test('the row that does not fit is reported', () => {
    expect(failsOf([...dossiers('3\tKhoáng sản\t127\t128\t32\t12'), '4\tĐo đạc\t128\t105\t17\t6'])).toEqual([
      [127, 172, 172],
    ]);
  });

  test('the formulas that the table prints are followed, even for a single row', () => {
    const rows = [
      'TT\tNội dung\tNhận\tMới\tCũ\tXong\tCòn',
      '(1)\t(2)\t(3)=(4)+(5)\t(4)\t(5)\t(6)\t(7)=(3)-(6)',
      '1\tĐất đai\t150\t120\t30\t100\t60',
    ];
    expect(failsOf(rows)).toEqual([[60, 50, 50]]);
  });

  test('a column of percentages is the ratio of two others', () => {
    const rows = [
      'TT\tDự án\tKế hoạch\tGiải ngân\tTỷ lệ (%)',
      '1\tA\t18.000\t14.400\t80,00',
      '2\tB\t12.000\t8.350\t69,58',
      '3\tC\t11.000\t6.050\t55,00',
      '4\tD\t7.500\t2.725\t33,63',
    ];
    expect(failsOf(rows)).toEqual([[33.63, 36.33, 36.33]]);
  });

  test('a column of changes is the difference of two others', () => {
    const rows = [
      'Nội dung\tQuý II\tQuý III\tTăng, giảm',
      'Hành vi\t12\t9\t-3',
      'Chậm\t24\t30\t6',
      'Quy định\t8\t14\t5',
    ];
    expect(failsOf(rows)).toEqual([]);
    expect(failsOf([...rows, 'Môi trường\t10\t11\t1', 'Xây dựng\t7\t5\t-2'])).toEqual([[5, 6, null]]);
  });

  test('shares of a total add up to 100', () => {
    const rows = [
      'STT\tXếp loại\tCơ cấu (%)',
      '1\tXuất sắc\t17,8',
      '2\tTốt\t77,4',
      '3\tKhá\t4,4',
      '4\tKém\t0,4',
      '\tTổng cộng\t100',
    ];
    expect(verdictsOf(...rows)).toEqual(['sum 100 holds']);
    expect(failsOf(rows.map((row) => row.replace('77,4', '74,7')))).toEqual([[100, 97.3, 77.4]]);
  });

  test('years in the header are not figures', () => {
    expect(verdictsOf('Chỉ tiêu\t2030\t2031', 'Số hồ sơ\t120\t150', 'Số đơn vị\t12\t12')).toEqual([]);
  });
});
