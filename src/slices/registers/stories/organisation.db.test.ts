import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testEngines } from '../../../testing/database.ts';
import { openStory, paper, type Story } from '../../../testing/register-story.ts';

const monthEnds = [
  '01-31',
  '02-28',
  '03-31',
  '04-30',
  '05-31',
  '06-30',
  '07-31',
  '08-31',
  '09-30',
  '10-31',
  '11-30',
  '12-31',
];

describe.each(testEngines)('a year of organisation, staff, money and systems on $name', (engine) => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory(engine);
  });
  afterAll(() => story.site.close());

  test('functions, deputies above the norm, head-count plans, reduction, decentralisation, hand-over', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-12-01');
    const asked = { unit: 'unit_vpdk', guidedOn: '2026-03-02' };
    await enter(
      'unitFunctions',
      {
        subject: 'Một',
        ...asked,
        submittedOn: '2026-04-01',
        issuedOn: '2026-05-05',
        decision: paper('1/QĐ', '2026-05-05'),
      },
      'issued',
    );
    const second = await enter('unitFunctions', { subject: 'Hai', ...asked, submittedOn: '2026-03-20' }, 'submitted');
    expect(await points('4.1.1')).toBe('0.5');
    await change('unitFunctions', second, { issuedOn: '2026-06-01', decision: paper('2/QĐ', '2026-06-01') });
    expect(await points('4.1.1')).toBe('1');

    const norm = { note: '30/9', recordedOn: '2026-09-30', quota: '12', minimum: '7', deputyNorm: '2' };
    await enter('unitNorms', { ...norm, unit: 'unit_qhgd', present: '12', deputies: '3' });
    await enter('unitNorms', { ...norm, unit: 'unit_dktk', present: '7', deputies: '1' });
    expect(await figures('unit-norms.excess-deputies')).toEqual({ value: '1' });
    expect([await points('4.1.2'), await points('4.1.3'), await points('4.2.2')]).toEqual(['0.5', '0.5', '1']);
    await enter('unitNorms', { ...norm, unit: 'unit_khtc', present: '13', deputies: '2' });
    expect(await points('4.2.2')).toBe('0');

    const plan = { unit: 'unit_vanphong', yearDay: '2026-01-01' };
    await enter('headcountPlans', { name: 'NLV', kind: 'public-units', ...plan, sentOn: '2026-03-31' }, 'done');
    await enter('headcountPlans', { name: 'BC', kind: 'civil-servants', ...plan, sentOn: '2026-05-15' }, 'done');
    // "Trước 01/4" and "trước 15/5": the 31st is in time, the 15th is not.
    expect(await figures('headcount-plans.sent')).toEqual({ expected: '2', late: '1', missing: '0' });
    expect(await points('4.2.1')).toBe('0.25');

    await enter('staffReduction', { name: 'TG', unit: 'unit_vpdk', yearDay: '2026-01-01', planned: '6', done: '6' });
    await enter('staffReduction', { name: 'TG', unit: 'unit_ptqd', yearDay: '2026-01-01', planned: '4', done: '3' });
    expect([await figures('staff-reduction.reduced'), await points('5.6.2')]).toEqual([
      { numerator: '9', denominator: '10' },
      '0.25',
    ]);
    await enter(
      'decentralisation',
      {
        task: 'HD',
        direction: 'down',
        basis: paper('1', '2025-06-28'),
        unit: 'unit_dktk',
        dueOn: '2026-03-31',
        doneOn: '2026-04-02',
      },
      'done',
    );
    expect(await points('4.3.1')).toBe('0.5');
    expect(await points('4.4.1')).toBeNull();
    await enter('handovers', {
      event: 'Nhận',
      unit: 'unit_vpdk',
      decidedOn: '2026-07-01',
      handed: ['dossiers', 'work'],
    });
    expect(await points('4.4.1')).toBe('0.4');
  });

  test('71 late of 471: the rule proposes, the head decides, and who goes above the ceiling is counted', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-11-04');
    const month = { month: '2026-10-31', common: '28', quantity: '100', quality: '95', progress: '90' };
    const late = await enter('staffMonths', {
      ...month,
      code: 'A',
      unit: 'unit_vpdk',
      handled: '400',
      late: '66',
      excused: '0',
      decided: 'good',
      reason: 'Khối lượng lớn',
    });
    await enter('staffMonths', {
      ...month,
      code: 'B',
      unit: 'unit_dktk',
      handled: '60',
      late: '4',
      excused: '0',
      decided: 'excellent',
    });
    await enter('staffMonths', {
      ...month,
      code: 'C',
      unit: 'unit_kstnn',
      handled: '11',
      late: '1',
      excused: '0',
      decided: 'excellent',
    });
    expect(await figures('staff-months.late-dossiers')).toEqual({ numerator: '71', denominator: '471' });
    expect([await figures('staff-months.ceiling-kept'), await points('5.3.2')]).toEqual([
      { numerator: '0', denominator: '1' },
      '0',
    ]);
    await change('staffMonths', late, { decided: 'done', reason: null });
    expect(await points('5.3.2')).toBe('0.5');
  });

  test('yearly grades: 459 of 482 good or better, the excellent within a fifth', async () => {
    const { on, enterMany, figures, points } = story;
    on('2026-12-04');
    const groups = [
      ['civil-servant', 'excellent', 60],
      ['civil-servant', 'good', 240],
      ['civil-servant', 'done', 21],
      ['employee', 'excellent', 31],
      ['employee', 'good', 128],
      ['employee', 'done', 2],
    ] as const;
    const people = groups.flatMap(([kind, grade, count]) => Array.from({ length: count }, () => ({ kind, grade })));
    const graded = { unit: 'unit_vpdk', yearDay: '2026-12-31', gradedOn: '2026-12-03' };
    await enterMany(
      'staffYears',
      people.map((person, at) => ({ ...person, ...graded, code: `CB${at}` })),
    );
    expect(await figures('staff-years.good')).toEqual({ numerator: '459', denominator: '482' });
    expect(await figures('staff-years.excellent')).toEqual({ numerator: '91', denominator: '459' });
    expect(await points('5.3.3')).toBe('0.952');
  });

  test('rating rounds before day 05, personnel data within five days, training, discipline, posts', async () => {
    const { on, enter, figures, points } = story;
    on('2026-12-20');
    for (const [at, day] of monthEnds.slice(0, 11).entries()) {
      const lastDay = `2026-${day}`;
      const after = Temporal.PlainDate.from(lastDay);
      const sent = at === 10 ? {} : { sentOn: after.add({ days: at === 3 ? 5 : 4 }).toString(), step: 'done' };
      const { step, ...values } = sent as { step?: string; sentOn?: string };
      await enter('ratingRounds', { name: `Tháng ${at + 1}`, unit: 'unit_vanphong', lastDay, ...values }, step);
    }
    expect(await figures('rating-rounds.sent')).toEqual({ expected: '11', late: '1', missing: '1' });
    expect(await points('5.3.1')).toBe('0.65');
    const change = { change: 'moved', unit: 'unit_qhgd', changedOn: '2026-05-06' } as const;
    await enter('staffChanges', { code: 'A', ...change, enteredOn: '2026-05-11' }, 'done');
    await enter('staffChanges', { code: 'B', ...change, enteredOn: '2026-05-12' }, 'done');
    expect([await figures('staff-changes.on-time'), await points('5.6.1')]).toEqual([
      { numerator: '1', denominator: '2' },
      '0',
    ]);
    await enter(
      'training',
      { course: 'Lớp', unit: 'unit_cntt', dueOn: '2026-06-30', planned: '40', attended: '36', heldOn: '2026-06-20' },
      'done',
    );
    expect(await points('5.4.1')).toBe('0.45');
    const offence = { unit: 'unit_vpdk', happenedOn: '2026-04-01', cause: 'harassment' } as const;
    const decided = { decidedOn: '2026-05-01', decision: paper('1/QĐ', '2026-05-01') };
    expect([await points('5.5.2'), await points('P.3')]).toEqual([null, '0']);
    await enter('discipline', { code: 'K1', ...offence, penalty: 'reprimand', ...decided }, 'decided');
    await enter('discipline', { code: 'K2', ...offence, cause: 'other', penalty: 'warning', ...decided }, 'decided');
    await enter('discipline', { code: 'K3', ...offence }, 'dropped');
    expect([await points('5.5.2'), await points('P.3')]).toEqual(['0.75', '1']);
    const posts = { note: '30/9', recordedOn: '2026-09-30', posts: '5', filled: '8', postFit: '8' };
    await enter('unitPosts', { ...posts, unit: 'unit_vpdk', gradeFit: '8' });
    await enter('unitPosts', { ...posts, unit: 'unit_dktk', gradeFit: '7' });
    expect(await figures('unit-posts.units-fitting')).toEqual({ numerator: '1', denominator: '2' });
    expect(await points('5.1.2')).toBe('0');
    await enter('appointments', {
      subject: 'TD',
      kind: 'recruitment',
      unit: 'unit_vpdk',
      decidedOn: '2026-05-20',
      isWrongful: false,
    });
    expect([await points('5.2.1'), await points('5.2.2')]).toEqual(['0.5', '1']);
  });

  test('money: checkpoints within the year, rules of units, recommendations, misuse mended, autonomy', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-12-20');
    const line = { project: 'Trạm', source: 'central', unit: 'unit_ccbvmt' } as const;
    const paid = async (paidUpTo: string, disbursed: number, planned = 0) =>
      enter('disbursements', {
        ...line,
        paidUpTo,
        planned: String(planned * 1_000_000),
        disbursed: String(disbursed * 1_000_000),
      });
    await paid('2026-01-31', 100, 1000);
    await paid('2026-06-30', 300);
    await paid('2026-09-30', 140);
    expect([await figures('disbursements.september'), await points('6.1.1')]).toEqual([
      { numerator: '540000000', denominator: '1000000000' },
      '0.45',
    ]);
    await paid('2026-12-15', 320);
    await paid('2026-12-16', 100);
    expect(await points('6.1.1')).toBe('0.45');
    expect([await figures('disbursements.year'), await points('6.1.2')]).toEqual([
      { numerator: '860000000', denominator: '1000000000' },
      '1.5',
    ]);

    for (const [at, unit] of ['unit_vpdk', 'unit_cntt', 'unit_ptqd', 'unit_qbvmt', 'unit_ccbvmt'].entries())
      await enter('assetRules', {
        name: 'QC',
        unit,
        yearDay: '2026-01-01',
        ...(at < 4 ? { issuedOn: '2026-05-05' } : {}),
      });
    expect([await figures('asset-rules.units-with-rules'), await points('6.3.1')]).toEqual([
      { numerator: '4', denominator: '5' },
      '0.4',
    ]);

    const given = {
      by: 'audit',
      conclusion: paper('1/KL', '2026-02-01'),
      unit: 'unit_vpdk',
      concludedOn: '2026-02-01',
      dueOn: '2026-08-31',
    } as const;
    const done = { doneOn: '2026-08-20', step: 'done' };
    await enter(
      'auditRecommendations',
      { recommendation: 'Một', ...given, isMisuse: false, amount: '100', recovered: '100', doneOn: done.doneOn },
      'done',
    );
    const misuse = await enter('auditRecommendations', {
      recommendation: 'Hai',
      ...given,
      isMisuse: true,
      amount: '300',
      recovered: '50',
    });
    expect([await points('6.2.1'), await points('6.4.1')]).toEqual(['1', '0']);
    expect(await figures('audit-recommendations.money')).toEqual({ numerator: '150', denominator: '400' });
    await change('auditRecommendations', misuse, { recovered: '300', doneOn: '2026-09-01' });
    expect([await points('6.2.1'), await points('6.4.1')]).toEqual(['2', '0.5']);

    const scheme = { note: '2026', yearDay: '2026-01-01', mechanism: 'partly' } as const;
    await enter('unitAutonomy', { ...scheme, unit: 'unit_cntt', percent: '40', lastYear: '40' });
    expect(await points('6.4.2')).toBe('0.25');
    await enter('unitAutonomy', { ...scheme, unit: 'unit_ptqd', percent: '55', lastYear: '50' });
    expect(await points('6.4.2')).toBe('0.5');
    for (const [at, part] of (['plan', 'minutes', 'report', 'notice'] as const).entries())
      if (at !== 3)
        await enter('inspections', {
          subject: 'TS',
          kind: 'assets',
          unit: 'unit_ptqd',
          plannedOn: '2026-08-20',
          [part]: paper('1', '2026-08-20'),
        });
    expect(await points('6.3.2')).toBe('0.35');
  });

  test('systems: signed documents by unit and month, scores of others as last published, protection, ISO', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-11-20');
    for (const [at, unit] of ['unit_vpdk', 'unit_cntt', 'unit_ptqd', 'unit_qbvmt', 'unit_ccbvmt'].entries())
      for (const month of ['2026-09-30', '2026-10-31'])
        await enter('issuedDocuments', {
          note: month,
          unit,
          month,
          isSubordinate: true,
          issued: '100',
          signed: '90',
          electronic: at === 3 ? '0' : '90',
          workFiles: '10',
          onlineFiles: '8',
        });
    expect(await figures('issued-documents.signed')).toEqual({ numerator: '900', denominator: '1000' });
    expect(await figures('issued-documents.units-issuing')).toEqual({ numerator: '4', denominator: '5' });
    expect([await points('7.2.1'), await points('7.2.2'), await points('7.2.3')]).toEqual(['1.35', '0.4', '0.444']);
    await enter('officialMail', {
      note: 'T10',
      unit: 'unit_vpdk',
      recordedOn: '2026-10-31',
      accounts: '50',
      regular: '30',
    });
    expect(await points('7.2.4')).toBe('0.375');
    const score = { unit: 'unit_cntt' };
    await enter('outsideScores', {
      name: 'Cổng, công bố sau',
      kind: 'portal',
      ...score,
      publishedOn: '2026-10-30',
      score: '90.05',
    });
    await enter('outsideScores', {
      name: 'Cổng, công bố trước',
      kind: 'portal',
      ...score,
      publishedOn: '2026-03-30',
      score: '70',
    });
    await enter('outsideScores', { name: 'CĐS', kind: 'digital', ...score, publishedOn: '2026-09-30', score: '87.13' });
    expect([await points('7.3.1'), await points('7.7.1')]).toEqual(['0.901', '0.871']);
    const system = {
      unit: 'unit_cntt',
      recordedOn: '2026-01-15',
      level: 'level-3',
      levelBy: paper('1', '2026-02-01'),
      dueOn: '2026-09-30',
    } as const;
    const first = await enter('informationSystems', { name: 'CSDL', ...system });
    expect(await points('7.5.1')).toBe('0');
    await change('informationSystems', first, { planBy: paper('2', '2026-03-01'), protectedOn: '2026-09-30' });
    await enter('informationSystems', { name: 'Cổng', ...system });
    expect(await points('7.5.1')).toBe('0.5');
    const kept = await enter('iso', {
      name: 'ISO',
      unit: 'unit_vanphong',
      yearDay: '2026-01-01',
      plan: paper('1', '2026-02-01'),
    });
    expect(await points('7.6.1')).toBe('0.5');
    await change('iso', kept, {
      auditedOn: '2026-10-01',
      audit: paper('2', '2026-10-01'),
      publishedOn: '2026-11-01',
      publication: paper('3', '2026-11-01'),
    });
    expect(await points('7.6.1')).toBe('1');
  });
});
