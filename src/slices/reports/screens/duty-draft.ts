import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import { REGIMES } from '../../deadlines/index.ts';
import type { DutyForm } from '../rules/duty.ts';
import type { Stage } from '../rules/stages.ts';

export type PeriodChoice = { readonly id: string; readonly name: string };

/** The periods that a regime has, in its order. */
export function periodsOfRegime(regimeId: string): readonly PeriodChoice[] {
  return REGIMES.find(({ id }) => id === regimeId)?.periods ?? [];
}

/** A duty that nothing is said of yet. */
export function emptyDuty(receiver: string): DutyForm {
  return {
    name: '',
    purpose: '',
    source: null,
    regimeId: 'plain',
    periodIds: ['Y'],
    units: { who: 'all', kinds: [], unitIds: [], except: [] },
    receivers: [receiver as `unit_${string}`],
    upward: null,
    stages: [{ stage: 'unit', text: '', byPeriod: [] }],
    dayOffRule: 'office',
    form: {
      numbers: [],
      sections: [{ key: 'ket-qua', label: 'Kết quả thực hiện', hint: '', isRequired: true }],
      sums: [],
      files: 'optional',
    },
    remindBefore: [5, 2, 0],
    leaves: [],
    endsOn: null,
  };
}

/** Another regime has other periods: those that both know stay, else all of the new one. */
export function withRegime(form: DutyForm, regimeId: DutyForm['regimeId']): DutyForm {
  const ids = periodsOfRegime(regimeId).map(({ id }) => id);
  const kept = form.periodIds.filter((id) => ids.includes(id));
  const stages = form.stages.map((stage) => ({
    ...stage,
    byPeriod: stage.byPeriod.filter(({ periodId }) => ids.includes(periodId)),
  }));
  return { ...form, regimeId, periodIds: kept.length > 0 ? kept : ids.slice(0, 40), stages };
}

/** The words of a stage; an empty text takes the stage away, the units' own excepted. */
export function withStage(form: DutyForm, stage: Stage, text: string): DutyForm {
  const others = form.stages.filter((one) => one.stage !== stage);
  const now = form.stages.find((one) => one.stage === stage);
  if (text === '' && stage !== 'unit') return { ...form, stages: others };
  return { ...form, stages: [...others, { stage, byPeriod: now?.byPeriod ?? [], text }] };
}

/** Words of one stage for one period alone; empty: as for the others. */
export function withPeriodText(form: DutyForm, stage: Stage, given: { periodId: string; text: string }): DutyForm {
  return {
    ...form,
    stages: form.stages.map((one) =>
      one.stage === stage
        ? {
            ...one,
            byPeriod: [
              ...one.byPeriod.filter(({ periodId }) => periodId !== given.periodId),
              ...(given.text === '' ? [] : [given]),
            ],
          }
        : one,
    ),
  };
}

/** A key of a field made of its label, that no other field has: "Hồ sơ trễ" → "ho-so-tre". */
export function keyFor(label: string, taken: readonly string[]): string {
  const base = foldVietnamese(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 34);
  const start = base === '' ? 'so' : base;
  for (let at = 1; ; at += 1) {
    const key = at === 1 ? start : `${start}-${at}`;
    if (!taken.includes(key)) return key;
  }
}

/** "tong = dung + tre", a line each; what names no field of the form is refused by the server with its name. */
export function readSums(text: string): DutyForm['form']['sums'] {
  return text.split('\n').flatMap((line) => {
    const [total = '', parts = ''] = line.split('=').map((side) => side.trim());
    const named = parts
      .split('+')
      .map((part) => part.trim())
      .filter(Boolean);
    return total && named.length > 0 ? [{ total, parts: named }] : [];
  });
}

export function writeSums(sums: DutyForm['form']['sums']): string {
  return sums.map(({ total, parts }) => `${total} = ${parts.join(' + ')}`).join('\n');
}
