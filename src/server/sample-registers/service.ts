import { dayIn, department, linkTo, paper, recordsOf, type SampleRecord, steady } from './sample-record.ts';

const topics = [
  'Chờ kết quả lâu',
  'Hướng dẫn chưa rõ thành phần hồ sơ',
  'Đề nghị nộp bổ sung nhiều lần',
  'Quy định tách thửa khó thực hiện',
  'Thái độ khi tiếp nhận',
] as const;

/** Fourteen cases of the year: ten of our own answered in time, one late, one open; two passed on. */
function feedback(): SampleRecord[] {
  const rows = Array.from({ length: 14 }, (_, at) => {
    const month = 1 + (at % 10);
    const base = {
      code: `PAKN-2026-${String(at + 1).padStart(3, '0')}`,
      receivedOn: dayIn(2026, month, 5),
      channel: (['portal', 'letter', 'phone', 'visit'] as const)[at % 4] ?? ('portal' as const),
      summary: topics[at % topics.length] ?? '',
      about: at % 5 === 4 ? ('behaviour' as const) : ('regulation' as const),
      unit: ['unit_vpdk', 'unit_dktk', 'unit_ccbvmt'][at % 3] ?? 'unit_vpdk',
    };
    if (at >= 12) {
      const transferredOn = dayIn(2026, month, at === 12 ? 8 : 20);
      return {
        ...base,
        about: 'regulation' as const,
        matter: 'other' as const,
        transferredOn,
        transferredTo: 'Cơ quan thuế',
        step: 'transferred',
      };
    }
    const own = { ...base, matter: 'own' as const, term: 'ordinary' as const };
    if (at === 11) return { ...own, receivedOn: '2026-11-23', step: 'handling' };
    const answeredOn = dayIn(2026, month, at === 7 ? 30 : 19);
    return {
      ...own,
      answeredOn,
      answer: paper(`${300 + at}/STNMT-VP`, answeredOn, department),
      publishedOn: dayIn(2026, month, at === 7 ? 31 : at === 3 ? 27 : 20),
      isFounded: at === 4,
      isSatisfied: at % 4 !== 3,
      step: 'published',
    };
  });
  return recordsOf('feedback', rows);
}

const rounds = recordsOf('surveyRounds', [
  {
    name: 'Khảo sát hài lòng năm 2026',
    unit: 'unit_vanphong',
    respondents: 'citizens',
    plan: paper('120/KH-STNMT', '2026-08-10', department),
    startsOn: '2026-09-01',
    dueOn: '2026-10-20',
    population: '1000',
    errorPercent: '5',
    handedOut: '320',
    valid: '290',
    reportedOn: '2026-10-16',
    report: paper('288/BC-STNMT', '2026-10-16', department),
    step: 'reported',
    handle: 'survey-2026',
  },
  {
    name: 'Khảo sát hài lòng năm 2025',
    unit: 'unit_vanphong',
    respondents: 'citizens',
    startsOn: '2025-09-01',
    dueOn: '2025-10-20',
    population: '800',
    errorPercent: '7',
    handedOut: '180',
    valid: '170',
    reportedOn: '2025-10-18',
    report: paper('270/BC-STNMT', '2025-10-18', department),
    step: 'reported',
    handle: 'survey-2025',
  },
]);

const factors = ['access', 'procedure', 'officials', 'result', 'feedback'] as const;
/** Out of a hundred, how many are satisfied with each factor: the procedure is the weakest. */
const satisfied = { 2025: [88, 82, 90, 89, 84], 2026: [92, 84, 93, 91, 86] } as const;

function answersOf(year: 2025 | 2026, count: number): SampleRecord[] {
  const one = (at: number) => {
    const chosen = factors.map((factor, place) => {
      const isSatisfied = steady(`${year}${factor}${at * 7}`, 100) < (satisfied[year][place] ?? 0);
      const fine = steady(`${factor}${at}`, 3) === 0 ? 'very' : 'satisfied';
      return [factor, isSatisfied ? fine : steady(`${at}${factor}`, 2) === 0 ? 'neither' : 'dissatisfied'] as const;
    });
    return {
      number: String(at + 1).padStart(4, '0'),
      round: linkTo(`survey-${year}`),
      unit: ['unit_vpdk', 'unit_dktk', 'unit_ccbvmt', 'unit_kstnn', 'unit_qhgd'][at % 5] ?? 'unit_vpdk',
      answeredOn: dayIn(year, 9, 1 + (at % 28)),
      ...(Object.fromEntries(chosen) as Record<
        (typeof factors)[number],
        'very' | 'satisfied' | 'neither' | 'dissatisfied'
      >),
    };
  };
  return recordsOf(
    'surveyAnswers',
    Array.from({ length: count }, (_, at) => one(at)),
  );
}

const remedies = recordsOf('surveyActions', [
  {
    remedy: 'Bỏ thành phần hồ sơ đã có trong dữ liệu dùng chung',
    round: linkTo('survey-2026'),
    factor: 'procedure',
    percent: '84',
    unit: 'unit_vpdk',
    foundOn: '2026-10-16',
    dueOn: '2026-12-20',
    step: 'open',
  },
  {
    remedy: 'Trả lời góp ý ngay tại quầy',
    round: linkTo('survey-2025'),
    factor: 'feedback',
    percent: '84',
    unit: 'unit_vanphong',
    foundOn: '2025-10-18',
    dueOn: '2026-03-31',
    doneOn: '2026-03-20',
    proof: paper('81/STNMT-VP', '2026-03-20', department),
    step: 'done',
  },
]);

/** Feedback and surveys. */
export const serviceSample = (): SampleRecord[] => [
  ...feedback(),
  ...rounds,
  ...answersOf(2026, 290),
  ...answersOf(2025, 170),
  ...remedies,
];
