import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { testEngines } from '../../../testing/database.ts';
import { openStory, paper, type Story } from '../../../testing/register-story.ts';
import { findWeakPoints } from '../index.ts';

describe.each(testEngines)('a year of procedures, feedback and surveys on $name', (engine) => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory(engine);
  });
  afterAll(() => story.site.close());

  test('13 of 17 procedures submitted in time are below the floor; published within 5 working days is told apart', async () => {
    const { on, enter, figures, points } = story;
    on('2026-11-20');
    for (let at = 0; at < 17; at += 1) {
      // In force on 1/6/2026, so to be submitted by 27/5; the decision of Friday 29/5 is to be published by Friday 5/6.
      const submittedOn = at < 13 ? (at % 2 ? '2026-05-27' : '2026-05-20') : '2026-05-28';
      await enter(
        'procedureAnnouncements',
        {
          procedure: `Thủ tục ${at + 1}`,
          change: 'amended',
          superior: paper('1/QĐ-B', '2026-05-04'),
          effectiveOn: '2026-06-01',
          unit: 'unit_vpdk',
          submittedOn,
          announcedOn: '2026-05-29',
          decision: paper('2/QĐ', '2026-05-29'),
          publishedOn: at === 0 ? '2026-06-06' : '2026-06-05',
        },
        'published',
      );
    }
    expect(await figures('procedure-announcements.on-time')).toEqual({ numerator: '13', denominator: '17' });
    expect(await figures('procedure-announcements.published')).toEqual({ numerator: '16', denominator: '17' });
    expect([await points('3.2.1'), await points('3.2.2')]).toEqual(['0', '0.941']);
  });

  test('a review plan without its list gives nothing; what the review found is handled or passed on', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-08-03');
    const plan = (year: number, procedures: string | null, reportedOn: string) =>
      enter(
        'procedureReviewPlans',
        {
          name: `Rà soát ${year}`,
          unit: 'unit_vanphong',
          yearDay: `${year}-01-01`,
          plan: paper('1/KH', `${year}-01-20`),
          issuedOn: `${year}-01-20`,
          procedures,
          reportedOn,
          report: paper('2/BC', reportedOn),
        },
        'reported',
      );
    const of2026 = await plan(2026, '12', '2026-07-24');
    await plan(2025, null, '2025-07-25');
    expect([await points('3.1.1', 2026), await points('3.1.1', 2025)]).toEqual(['0.5', '0']);
    // "Trước ngày 25/7": the 24th is in time, the 25th is not.
    expect([await points('3.1.2', 2026), await points('3.1.2', 2025)]).toEqual(['0.5', '0.25']);
    const found = [];
    for (let at = 0; at < 6; at += 1)
      found.push(
        await enter('simplifications', {
          procedure: `Thủ tục ${at}`,
          plan: of2026,
          unit: 'unit_dktk',
          foundOn: '2026-05-10',
          problem: 'Trùng giấy tờ',
          dueOn: '2026-07-15',
        }),
      );
    for (const id of found.slice(0, 5))
      await change('simplifications', id, {
        handledOn: '2026-07-10',
        handledBy: paper('3/TTr', '2026-07-10'),
        outcome: 'proposed',
      });
    expect(await figures('simplifications.handled')).toEqual({ numerator: '5', denominator: '6' });
    expect(await points('3.1.3')).toBe('0.833');
    const restructured = {
      procedure: 'Cấp đổi',
      unit: 'unit_vpdk',
      daysBefore: '7',
      daysAfter: '4.5',
      approvedOn: '2026-07-01',
      decision: paper('4/QĐ', '2026-07-01'),
    };
    await enter('restructuredProcedures', restructured, 'done');
    expect(await figures('restructured-procedures.days-saved')).toEqual({ value: '2.5' });
  });

  test('1 of 27 procedures with a fee is payable on line; a desk that posts all but one thing', async () => {
    const { on, enter, figures, points } = story;
    on('2026-10-30');
    for (let at = 0; at < 30; at += 1)
      await enter('onlineServices', {
        procedure: `Thủ tục ${at + 1}`,
        code: `1.${at}`,
        unit: 'unit_vpdk',
        recordedOn: '2026-10-30',
        level: at < 20 ? 'fully' : 'partly',
        eligible: at < 20,
        hasFee: at < 27,
        payable: at === 0,
        mustCentre: true,
        atCentre: true,
      });
    expect(await figures('online-services.payable')).toEqual({ numerator: '1', denominator: '27' });
    expect([await points('7.4.4'), await points('7.4.1'), await points('3.3.1')]).toEqual(['0', '0.5', '1']);
    const desk = { unit: 'unit_vanphong', checkedOn: '2026-06-01' };
    await enter('oneStopChecks', { place: 'Quầy 1', ...desk, posted: ['procedures', 'phone', 'feedback', 'receipt'] });
    await enter('oneStopChecks', { place: 'Quầy 2', ...desk, posted: ['procedures', 'phone', 'receipt'] });
    expect(await figures('one-stop-checks.feedback')).toEqual({ numerator: '1', denominator: '2' });
    expect(await points('3.2.3')).toBe('0.4');
  });

  test('feedback: transfer, answer, extension, publication, each on its clock', async () => {
    const { on, enter, change, step, figures, points } = story;
    on('2026-03-05');
    // Received on Thursday 5/3: five working days end on Thursday 12/3, fifteen on Thursday 26/3.
    const base = { receivedOn: '2026-03-05', about: 'regulation', unit: 'unit_vpdk' } as const;
    const own = { ...base, matter: 'own', term: 'ordinary' } as const;
    const passedOn = await enter('feedback', { code: 'P1', ...base, matter: 'other' });
    const late = await enter('feedback', { code: 'P2', ...base, matter: 'other' });
    await change('feedback', passedOn, { transferredOn: '2026-03-12', transferredTo: 'Sở khác' });
    on('2026-03-13');
    expect(await figures('feedback.transferred')).toEqual({ numerator: '1', denominator: '2' });
    await change('feedback', late, { transferredOn: '2026-03-13', transferredTo: 'Sở khác' });
    expect(await figures('feedback.transferred')).toEqual({ numerator: '1', denominator: '2' });

    const ids = [];
    for (let at = 0; at < 10; at += 1)
      ids.push(await enter('feedback', { code: `A${at}`, ...own, summary: 'Chờ lâu' }));
    const [first, second, third, ...rest] = ids;
    if (!first || !second || !third) throw new Error('ten cases');
    on('2026-03-24');
    // Two days before the 26th is the 24th: asked on the 25th is too late.
    await change('feedback', first, { extensionAskedOn: '2026-03-24', extendedTo: '2026-04-06' });
    await change('feedback', second, { extensionAskedOn: '2026-03-25', extendedTo: '2026-04-06' });
    expect(await figures('feedback.asked-in-time')).toEqual({ numerator: '1', denominator: '2' });
    on('2026-04-10');
    const answered = (day: string, publishedOn: string) => ({
      answeredOn: day,
      answer: paper('5/TL', day),
      publishedOn,
    });
    await change('feedback', first, answered('2026-04-06', '2026-04-08'));
    await change('feedback', second, answered('2026-04-03', '2026-04-07'));
    for (const id of rest) await change('feedback', id, answered('2026-03-26', '2026-03-30'));
    // Answered on Friday 20/3, two working days end on Tuesday 24/3: published on the 25th is late.
    await change('feedback', third, answered('2026-03-20', '2026-03-25'));
    await step('feedback', first, 'published');
    expect(await figures('feedback.on-time')).toEqual({ numerator: '10', denominator: '10' });
    expect(await figures('feedback.published')).toEqual({ numerator: '9', denominator: '10' });
    expect([await points('3.6.2'), await points('3.6.3')]).toEqual(['1.5', '0.9']);

    const overdue = await enter('feedback', { code: 'B1', ...own });
    expect([await figures('feedback.on-time'), await points('3.6.2')]).toEqual([
      { numerator: '10', denominator: '11' },
      '1.364',
    ]);
    await change('feedback', overdue, { isFounded: false });
    expect(await points('3.6.2')).toBe('1.5');
    await enter('feedback', {
      code: 'B2',
      receivedOn: '2026-03-30',
      about: 'behaviour',
      matter: 'own',
      unit: 'unit_vpdk',
      isFounded: true,
    });
    expect(await points('P.5')).toBe('0.25');
  });

  test('who complained is seen by those who handle it, and by nobody else', async () => {
    const { on, enter, site } = story;
    on('2026-05-04');
    const secret = 'Trần Thị Kín Đáo';
    const values = {
      code: 'K1',
      receivedOn: '2026-05-04',
      about: 'behaviour',
      matter: 'own',
      unit: 'unit_vpdk',
    } as const;
    const id = await enter('feedback', {
      ...values,
      complainant: secret,
      contact: '0900 000 000',
      content: `${secret} phản ánh`,
      summary: 'Thái độ',
    });
    const address = `/api/registers/feedback/records/${id}`;
    const [officer, director, appraiser] = [
      await site.logIn('cchc'),
      await site.logIn('giamdoc'),
      await site.logIn('thamdinh'),
    ];
    expect(JSON.stringify((await officer('GET', address)).body)).toContain(secret);
    for (const who of [director, appraiser]) {
      const seen = JSON.stringify([
        (await who('GET', address)).body,
        (await who('GET', '/api/registers/feedback/records?search=kin%20dao')).body,
      ]);
      expect(seen).not.toContain(secret);
      expect(seen).not.toContain('0900');
    }
    const audit = await officer('GET', `/api/audit?subjectId=${id}`);
    expect(JSON.stringify(audit.body)).not.toContain(secret);
  });

  test('a survey of 1,000 people needs 286 answers; the weakest factor becomes work', async () => {
    const { on, enter, enterMany, figures, points, site } = story;
    on('2026-10-20');
    const round = await enter('surveyRounds', {
      name: 'SIPAS',
      unit: 'unit_vanphong',
      respondents: 'citizens',
      startsOn: '2026-09-01',
      population: '1000',
      errorPercent: '5',
      valid: '100',
    });
    expect(await figures('survey-rounds.sample-reached')).toEqual({ numerator: '100', denominator: '286' });
    const percents = { access: 91, procedure: 84, officials: 95, result: 90, feedback: 88 } as const;
    const answers = Array.from({ length: 100 }, (_, at) => {
      const of = (factor: keyof typeof percents) =>
        at < percents[factor] ? (at % 2 ? 'very' : 'satisfied') : 'neither';
      const unit = at < 60 ? 'unit_vpdk' : 'unit_dktk';
      const head = { number: String(at), round, unit, answeredOn: '2026-09-20' };
      const rest = { officials: of('officials'), result: of('result'), feedback: of('feedback') } as const;
      return { ...head, access: of('access'), procedure: of('procedure'), ...rest } as const;
    });
    await enterMany('surveyAnswers', answers);
    expect(await figures('survey-answers.procedure')).toEqual({ numerator: '84', denominator: '100' });
    // 1.5 points of a leaf at 84 %; the points themselves are entered by the province.
    expect([await points('8.1.2'), await points('8.1.1')]).toEqual(['1.26', '1.365']);
    const counted = [];
    for (const factor of Object.keys(percents) as (keyof typeof percents)[]) {
      const { numerator, denominator } = (await figures(`survey-answers.${factor}`)) ?? {};
      counted.push({ factor, unitId: null, satisfied: Number(numerator), answered: Number(denominator) });
    }
    const [weakest, ...others] = findWeakPoints(counted);
    expect([weakest?.factor, others]).toEqual(['procedure', []]);
    expect(weakest?.percent.equals(new Decimal(84))).toBe(true);
    const officer = await site.logIn('cchc');
    // 24 of 40 are satisfied in one unit; each other factor of that unit lies below 87 %, too, but feedback and access less.
    const weak = (await officer('GET', `/api/surveys/${round}/weak-points`)).body.points as {
      factor: string;
      unitId: string;
      percent: string;
    }[];
    expect(weak[0]).toMatchObject({ factor: 'procedure', unitId: 'unit_dktk', percent: '60' });
    expect(weak.every(({ unitId }) => unitId === 'unit_dktk')).toBe(true);
    expect((await officer('POST', `/api/surveys/${round}/remedies`)).body).toEqual({ made: weak.length });
    expect((await officer('POST', `/api/surveys/${round}/remedies`)).body).toEqual({ made: 0 });
    const { body } = await officer('GET', '/api/measures/register:survey-answers.procedure?year=2026');
    const { units } = body as { units: { unitId: string; figures: { numerator: string; denominator: string } }[] };
    expect(units.map(({ unitId, figures: { numerator, denominator } }) => [unitId, numerator, denominator])).toEqual([
      ['unit_dktk', '24', '40'],
      ['unit_vpdk', '60', '60'],
    ]);
  });
});
