import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { REGIMES } from '../../deadlines/index.ts';
import type { MeasureCell, MeasureDefinition, MeasureFigures, MeasureKey, Texts } from '../../registers/index.ts';
import { departmentStanding } from './department-report.ts';
import { type Duty, newestVersion } from './duty.ts';
import type { Stood } from './standing.ts';
import type { StoodCell } from './work-records.ts';
import { isDecided } from './work-records.ts';

/** One report that was due: a unit's, or the department's own (`unitId` null). */
export type DueReport = {
  readonly dutyId: string;
  readonly regimeId: string;
  readonly leaves: readonly string[];
  readonly unitId: UnitId | null;
  readonly dueOn: CivilDate;
  readonly standing: Stood['standing'];
};

/** Every report of the cells that counts by now: those of the units, and the department's where it owes one. */
export function dueReportsOf(cells: readonly StoodCell[], today: CivilDate): DueReport[] {
  return cells.flatMap(({ cell, stood }) => {
    const { dutyId, definition, unitDueOn } = cell.period;
    const own = { dutyId, regimeId: definition.regimeId, leaves: definition.leaves };
    const ofUnits = stood
      .filter(isDecided)
      .map(({ unitId, standing }): DueReport => ({ ...own, unitId, dueOn: unitDueOn, standing }));
    const sent = departmentStanding(cell, today);
    return sent && sent.standing !== 'open'
      ? [...ofUnits, { ...own, unitId: null, dueOn: sent.dueOn, standing: sent.standing }]
      : ofUnits;
  });
}

export const ON_TIME: MeasureKey = 'reports.on-time';
export const SENT_ON_TIME: MeasureKey = 'reports.sent-on-time';

type Kind =
  | { readonly by: 'on-time' }
  | { readonly by: 'sent-on-time' }
  | { readonly by: 'regime' | 'regime-share' | 'leaf'; readonly of: string };

/** What a key asks for; null where it is none of ours. */
export function parseMeasureKey(key: MeasureKey): Kind | null {
  if (key === ON_TIME) return { by: 'on-time' };
  if (key === SENT_ON_TIME) return { by: 'sent-on-time' };
  const match = /^reports\.(regime|regime-share|leaf):(.+)$/.exec(key);
  return match ? { by: match[1] as 'regime' | 'regime-share' | 'leaf', of: match[2] ?? '' } : null;
}

const share = (key: MeasureKey, label: Texts): MeasureDefinition => ({
  key,
  label,
  kind: 'share',
  unit: '%',
  target: { op: '=', value: '100' },
  leaves: [],
});

const REGIME_NAMES: Readonly<Record<string, Texts>> = {
  par: { vi: 'Báo cáo CCHC', en: 'PAR reports' },
  'procedure-control': { vi: 'Báo cáo kiểm soát TTHC', en: 'Procedure control reports' },
  general: { vi: 'Báo cáo theo chế độ chung', en: 'General regime reports' },
  plain: { vi: 'Báo cáo khác', en: 'Other reports' },
};

/** The numbers that the duties of an agency give: on time, and per regime and leaf how many were owed, late, missing. */
export function measuresOf(duties: readonly Duty[]): MeasureDefinition[] {
  const newest = duties.flatMap((duty) => newestVersion(duty)?.definition ?? []);
  const sent = newest.filter(({ upward }) => upward !== null);
  const ofRegimes = REGIMES.flatMap(({ id }): MeasureDefinition[] => {
    const own = sent.filter(({ regimeId }) => regimeId === id);
    const name = REGIME_NAMES[id];
    if (own.length === 0 || !name) return [];
    const label = { vi: `${name.vi} đúng hạn`, en: `${name.en} on time` };
    return [
      {
        key: `reports.regime:${id}`,
        label: { vi: `${name.vi}: phải gửi, trễ, thiếu`, en: `${name.en}: owed, late, missing` },
        kind: 'lateness',
        unit: null,
        target: null,
        leaves: [],
      },
      share(`reports.regime-share:${id}`, label),
    ];
  });
  const leaves = [...new Set(sent.flatMap((one) => one.leaves))].sort();
  const ofLeaves = leaves.map((leaf): MeasureDefinition => {
    const names = sent.filter((one) => one.leaves.includes(leaf)).map(({ name }) => name);
    return {
      key: `reports.leaf:${leaf}`,
      label: { vi: names.join('; '), en: names.join('; ') },
      kind: 'lateness',
      unit: null,
      target: null,
      leaves: [leaf],
    };
  });
  return [
    share(ON_TIME, { vi: 'Báo cáo của đơn vị đúng hạn', en: 'Reports of units on time' }),
    share(SENT_ON_TIME, { vi: 'Báo cáo của Sở gửi đúng hạn', en: 'Reports of the department sent on time' }),
    ...ofRegimes,
    ...ofLeaves,
  ];
}

function isOf(report: DueReport, kind: Kind, unitId: UnitId | null): boolean {
  if (kind.by === 'on-time') return report.unitId !== null && (unitId === null || report.unitId === unitId);
  // For a unit its own hand-ins count; for the agency what the department sent.
  if (report.unitId !== unitId) return false;
  if (kind.by === 'sent-on-time') return true;
  return kind.by === 'leaf' ? report.leaves.includes(kind.of) : report.regimeId === kind.of;
}

function figuresOf(reports: readonly DueReport[], kind: Kind): MeasureFigures {
  const count = (...standings: readonly Stood['standing'][]): string =>
    String(reports.filter(({ standing }) => standings.includes(standing)).length);
  if (kind.by === 'regime' || kind.by === 'leaf')
    return { expected: String(reports.length), late: count('late'), missing: count('overdue', 'missing') };
  return { numerator: count('on-time'), denominator: String(reports.length) };
}

export type Span = { readonly firstDay: CivilDate; readonly lastDay: CivilDate };
const isIn = ({ dueOn }: DueReport, { firstDay, lastDay }: Span): boolean => dueOn >= firstDay && dueOn <= lastDay;

/** The figures of a measure over the cut-offs of a span. */
export function readMeasure(
  reports: readonly DueReport[],
  kind: Kind,
  { unitId, ...span }: Span & { readonly unitId: UnitId | null },
): MeasureFigures {
  return figuresOf(
    reports.filter((report) => isIn(report, span) && isOf(report, kind, unitId)),
    kind,
  );
}

/** The same cut by the month of the cut-off, or by unit. */
export function readMeasureBy(
  reports: readonly DueReport[],
  kind: Kind,
  { unitId, by, ...span }: Span & { readonly unitId: UnitId | null; readonly by: 'month' | 'unit' },
): MeasureCell[] {
  const inSpan = reports.filter((report) => isIn(report, span));
  if (by === 'unit') {
    const unitIds = [...new Set(inSpan.flatMap((report) => report.unitId ?? []))].filter(
      (one) => unitId === null || one === unitId,
    );
    return unitIds.map((one) => ({
      month: null,
      unitId: one,
      figures: readMeasure(inSpan, kind, { ...span, unitId: one }),
    }));
  }
  const own = inSpan.filter((report) => isOf(report, kind, unitId));
  const months = [...new Set(own.map(({ dueOn }) => dueOn.slice(0, 7)))].sort();
  return months.map((month) => ({
    month,
    unitId,
    figures: figuresOf(
      own.filter(({ dueOn }) => dueOn.startsWith(month)),
      kind,
    ),
  }));
}
