import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testEngines } from '../../../testing/database.ts';
import { openStory, paper, type Story } from '../../../testing/register-story.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

describe.each(testEngines)('a year of direction and institutions on $name', (engine) => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory(engine);
  });
  afterAll(() => story.site.close());

  test('25 tasks of the province: 15 in time, 9 not due yet, 1 overdue make 15 of 16', async () => {
    const { on, enter, change, step, figures, points } = story;
    on('2026-01-12');
    const tasks = [];
    for (let at = 0; at < 25; at += 1) {
      const dueOn = at < 16 ? `2026-${pad(2 + (at % 8))}-16` : '2026-12-28';
      const given = {
        content: `Nhiệm vụ ${at + 1}`,
        assigner: 'committee',
        assignedBy: paper(`${at}/UBND`, '2026-01-10'),
        assignedOn: '2026-01-10',
        unit: 'unit_qhgd',
        dueOn,
      } as const;
      tasks.push(await enter('assignedTasks', given));
    }
    expect(await figures('assigned-tasks.on-time')).toEqual({ numerator: '0', denominator: '0' });
    on('2026-08-17');
    const [extended, overdue] = [tasks[14], tasks[15]];
    if (!extended || !overdue) throw new Error('sixteen tasks');
    await change('assignedTasks', extended, {
      extensions: '2',
      extendedTo: '2026-10-16',
      extendedBy: paper('9/UBND', '2026-08-10'),
    });
    for (const [at, id] of tasks.slice(0, 15).entries()) {
      const doneOn = at === 14 ? '2026-10-16' : `2026-${pad(2 + (at % 8))}-${at % 2 ? '16' : '09'}`;
      await change('assignedTasks', id, { doneOn, product: paper(`${at}/BC`, doneOn) });
      await step('assignedTasks', id, 'done');
    }
    on('2026-11-22');
    expect(await figures('assigned-tasks.on-time')).toEqual({ numerator: '15', denominator: '16' });
    expect(await figures('assigned-tasks.overdue')).toEqual({ count: '1' });
    expect(await figures('assigned-tasks.repeated-extensions')).toEqual({ value: '1' });
    expect(await points('1.5.1')).toBe('1.875');
    expect(await points('1.5.2')).toBe('0.15');
    await change('assignedTasks', overdue, { doneOn: '2026-11-22', product: paper('99/BC', '2026-11-22') });
    expect(await figures('assigned-tasks.on-time')).toEqual({ numerator: '15', denominator: '16' });
    expect(await points('1.5.2')).toBe('0.4');
  });

  test('the yearly plan is in time, at most 15 days late, or nothing', async () => {
    const { on, enter, points } = story;
    on('2026-03-02');
    const plan = (year: number, day: string) =>
      enter(
        'requiredDocuments',
        {
          subject: `Kế hoạch ${year}`,
          kind: 'par-plan',
          unit: 'unit_vanphong',
          yearDay: `${year}-01-01`,
          issuedOn: day,
          issued: paper('1/KH', day),
        },
        'issued',
      );
    await plan(2026, '2026-01-30');
    await plan(2025, '2025-02-10');
    await plan(2024, '2024-02-20');
    expect([await points('1.1.1', 2026), await points('1.1.1', 2025), await points('1.1.1', 2024)]).toEqual([
      '0.5',
      '0.25',
      '0',
    ]);
    const issued = {
      unit: 'unit_vanphong',
      yearDay: '2026-01-01',
      issuedOn: '2026-02-20',
      issued: paper('2/KH', '2026-02-20'),
    };
    await enter('requiredDocuments', { subject: 'Khắc phục', kind: 'remediation-plan', ...issued }, 'issued');
    await enter('requiredDocuments', { subject: 'Tuyên truyền', kind: 'communication-plan', ...issued }, 'issued');
    const directive = { kind: 'directive', unit: 'unit_khtc', yearDay: '2026-01-20', dueOn: '2026-02-10' } as const;
    await enter(
      'requiredDocuments',
      { subject: 'Chỉ đạo 1', ...directive, issuedOn: '2026-02-05', issued: paper('3', '2026-02-05') },
      'issued',
    );
    await enter('requiredDocuments', { subject: 'Chỉ đạo 2', ...directive });
    expect([await points('1.1.4'), await points('1.4.1'), await points('1.6.1')]).toEqual(['0.5', '0.5', '0']);
    // One of two directives is below the floor of 70 %.
    expect(await points('1.6.2')).toBe('0');
  });

  test('inspected units are counted against all units of the office, findings until they are handled', async () => {
    const { on, enter, change, figures, points } = story;
    const planned = (unit: string, plannedOn: string) =>
      enter('inspections', {
        subject: 'Kiểm tra CCHC',
        kind: 'par',
        unit,
        plan: paper('5/KH', '2026-02-01'),
        plannedOn,
      });
    on('2026-04-01');
    const ids = [];
    for (const unit of ['unit_vpdk', 'unit_dktk', 'unit_vpdk', 'unit_ccbvmt', 'unit_kstnn'])
      ids.push(await planned(unit, '2026-05-20'));
    for (const id of ids.slice(0, 4))
      await change('inspections', id, { inspectedOn: '2026-05-19', minutes: paper('BB', '2026-05-19') });
    expect(await figures('inspections.units-inspected')).toEqual({ numerator: '3', denominator: '11' });
    expect(await points('1.3.1')).toBe('0.5');
    const [, , , , last] = ids;
    if (last) await change('inspections', last, { inspectedOn: '2026-06-01', minutes: paper('BB', '2026-06-01') });
    expect(await figures('inspections.units-inspected')).toEqual({ numerator: '4', denominator: '11' });
    expect(await points('1.3.1')).toBe('1');

    const found = [];
    for (let at = 0; at < 5; at += 1)
      found.push(
        await enter('findings', {
          finding: `Vấn đề ${at}`,
          from: 'par',
          foundOn: '2026-05-19',
          unit: 'unit_vpdk',
          dueOn: '2026-06-30',
          directive: paper('7/TB', '2026-05-25'),
        }),
      );
    const handled = { handledOn: '2026-06-25', outcome: 'mended', proof: paper('8/BC', '2026-06-25') } as const;
    for (const id of found.slice(0, 4)) await change('findings', id, handled);
    expect([await figures('findings.par'), await points('1.3.2')]).toEqual([
      { numerator: '4', denominator: '5' },
      '0.8',
    ]);
    const [, , , , open] = found;
    if (open) await change('findings', open, handled);
    expect(await points('1.3.2')).toBe('1');
    expect(await points('4.3.3')).toBe('0.5');
  });

  test('the variety of communication counts, an initiative once it is recognised', async () => {
    const { on, enter, change, step, figures, points } = story;
    on('2026-09-10');
    const told = (form: 'website' | 'press' | 'training', evidence: string | null) =>
      enter('communication', { activity: form, form, unit: 'unit_vanphong', doneOn: '2026-05-05', evidence }, 'done');
    await told('website', 'bài 1');
    await told('website', 'bài 2');
    await told('press', 'báo');
    await told('training', null);
    expect(await figures('communication.forms')).toEqual({ count: '2' });
    await told('training', 'ảnh');
    expect([await figures('communication.forms'), await points('1.4.2')]).toEqual([{ count: '3' }, '0.75']);

    const idea = await enter('initiatives', {
      name: 'Nhắc hạn',
      unit: 'unit_cntt',
      about: 'par',
      registeredOn: '2026-02-01',
    });
    expect(await points('1.7.1')).toBe('0');
    await change('initiatives', idea, {
      level: 'province',
      recognisedOn: '2026-09-01',
      recognisedBy: paper('70/QĐ', '2026-09-01'),
    });
    await step('initiatives', idea, 'recognised');
    expect([await points('1.7.1'), await points('B.1')]).toEqual(['0.5', '0.5']);

    const proposal = {
      proposal: 'Liên thông thuế',
      unit: 'unit_vpdk',
      proposedOn: '2026-06-01',
      proposedBy: paper('1/TTr', '2026-06-01'),
    };
    await enter(
      'proposals',
      { ...proposal, acceptedOn: '2026-11-24', acceptedBy: paper('2', '2026-11-24') },
      'accepted',
    );
    await enter(
      'proposals',
      { ...proposal, acceptedOn: '2026-11-25', acceptedBy: paper('3', '2026-11-25') },
      'accepted',
    );
    expect([await figures('proposals.accepted'), await points('B.2')]).toEqual([{ count: '1' }, '0.25']);

    for (const criterion of ['B-1-1-1', 'B-1-1-1', 'B-1-5-2'] as const)
      await enter(
        'paca',
        {
          criterion,
          work: 'Báo cáo',
          unit: 'unit_thanhtra',
          startedOn: '2026-01-05',
          doneOn: '2026-06-01',
          evidence: paper('1', '2026-06-01'),
        },
        'done',
      );
    expect([await figures('paca.done'), await points('B.4')]).toEqual([{ count: '2' }, '0.2']);
    const event = {
      event: 'Phê bình',
      kind: 'criticised',
      unit: 'unit_vpdk',
      happenedOn: '2026-07-01',
      basis: paper('9/UBND', '2026-07-01'),
    } as const;
    await enter('pointEvents', event, 'confirmed');
    await enter('pointEvents', event, 'withdrawn');
    expect(await points('P.4')).toBe('0.5');
  });

  test('legal documents: in time, with a whole file, five of six tasks of the review, one unlawful document', async () => {
    const { on, enter, change, figures, points } = story;
    on('2026-11-20');
    const whole = ['submission', 'draft', 'impact', 'opinions', 'appraisal', 'review'] as const;
    const draft = (at: number, submittedOn: string, file: readonly (typeof whole)[number][]) =>
      enter(
        'legalDrafts',
        { subject: `Dự thảo ${at}`, form: 'decision', unit: 'unit_qhgd', dueOn: '2026-06-30', submittedOn, file },
        'submitted',
      );
    await draft(1, '2026-06-30', whole);
    await draft(2, '2026-06-20', whole);
    await draft(
      3,
      '2026-06-25',
      whole.filter((part) => part !== 'impact'),
    );
    await draft(4, '2026-07-10', whole);
    expect(await figures('legal-drafts.on-time')).toEqual({ numerator: '3', denominator: '4' });
    expect(await figures('legal-drafts.impact-report')).toEqual({ numerator: '3', denominator: '4' });
    expect([await points('2.1.2'), await points('2.1.3')]).toEqual(['0.75', '0.75']);

    const content = { superior: paper('1/QH', '2025-12-01'), unit: 'unit_dktk', dueOn: '2026-04-30' };
    await enter('delegatedContents', { content: 'Một', ...content, reportedOn: '2026-04-30' }, 'done');
    await enter('delegatedContents', { content: 'Hai', ...content, reportedOn: '2026-05-02' }, 'done');
    await enter('delegatedContents', { content: 'Ba', ...content, dueOn: '2026-12-20' });
    expect(await figures('delegated-contents.determined')).toEqual({ expected: '3', late: '1', missing: '0' });
    expect(await points('2.1.1')).toBe('0.25');

    for (let at = 0; at < 6; at += 1) {
      const extended = at === 4 ? { extendedTo: '2026-10-30' } : {};
      const done =
        at < 5 ? { doneOn: at === 4 ? '2026-10-30' : '2026-08-20', result: paper(`${at}`, '2026-08-20') } : {};
      await enter(
        'legalReviews',
        { document: `QĐ ${at}`, remedy: 'amend', unit: 'unit_qhgd', dueOn: '2026-08-31', ...extended, ...done },
        at < 5 ? 'done' : 'open',
      );
    }
    expect(await figures('legal-reviews.done')).toEqual({ numerator: '5', denominator: '6' });
    expect(await points('2.2.3')).toBe('0.833');

    const check = { document: paper('3/QĐ', '2026-01-10'), unit: 'unit_qhgd', checkedOn: '2026-07-01' };
    await enter('legalChecks', { subject: 'Một', ...check, finding: 'lawful' }, 'clean');
    expect(await points('2.1.4')).toBe('1');
    const unlawful = await enter('legalChecks', {
      subject: 'Hai',
      ...check,
      finding: 'authority',
      dueOn: '2026-08-01',
    });
    expect(await points('2.1.4')).toBe('0');
    await change('legalChecks', unlawful, { handledOn: '2026-07-30', handledBy: paper('4/QĐ', '2026-07-30') });
    expect(await figures('legal-checks.handled')).toEqual({ numerator: '1', denominator: '1' });
  });

  test('law-enforcement monitoring: what has no evidence gives nothing, and without a report nothing is handled', async () => {
    const { on, enter, figures, points } = story;
    on('2026-12-10');
    const task = { unit: 'unit_thanhtra', yearDay: '2026-01-05', dueOn: '2026-10-30' };
    const proven = { doneOn: '2026-10-20', evidence: paper('1/BB', '2026-10-20') };
    await enter(
      'lawMonitoring',
      { task: 'Kế hoạch', activity: 'plan', ...task, dueOn: '2026-01-31', doneOn: '2026-01-20' },
      'done',
    );
    await enter('lawMonitoring', { task: 'Thu thập', activity: 'collection', ...task, ...proven }, 'done');
    await enter('lawMonitoring', { task: 'Kiểm tra', activity: 'inspection', ...task, ...proven }, 'done');
    await enter('lawMonitoring', { task: 'Khảo sát', activity: 'survey', ...task, doneOn: '2026-10-20' }, 'done');
    expect([await points('2.3.2'), await points('2.3.1'), await points('2.3.3')]).toEqual(['0.7', '1', '0']);
    const report = {
      task: 'Báo cáo',
      activity: 'report',
      ...task,
      found: '3',
      evidence: paper('2/BC', '2026-12-05'),
    } as const;
    await enter('lawMonitoring', { ...report, doneOn: '2026-12-05', unresolved: '1' }, 'done');
    // "Trước ngày 05/12" is over on the 4th: four of five in time.
    expect(await figures('law-monitoring.plan')).toEqual({ numerator: '4', denominator: '5' });
    expect([await points('2.3.1'), await points('2.3.3')]).toEqual(['0.8', '0.25']);
    await enter('lawMonitoring', { ...report, doneOn: '2026-12-04', unresolved: '0' }, 'done');
    expect(await points('2.3.3')).toBe('0.5');
  });
});
