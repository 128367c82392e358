import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Deadline } from '../../deadlines/index.ts';
import { unitKinds } from '../../units/index.ts';
import { type Stage, stages } from './stages.ts';

export type DutyId = `duty_${string}`;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const label = z.string().trim().min(1).max(300);
const decimalText = z.string().regex(/^-?\d{1,25}(\.\d{1,12})?$/);
const unitId = z.templateLiteral(['unit_', z.string().max(80)]);

const numberField = z.object({
  key,
  label,
  /** "hồ sơ", "đồng", "%"; empty for a plain count. */
  unit: z.string().trim().max(40),
  /** Decimals that may be typed. */
  decimals: z.number().int().min(0).max(6),
  min: decimalText.nullable(),
  max: decimalText.nullable(),
  isRequired: z.boolean(),
  /** How the office makes one figure of many: the sum, a share of two sums (computed, never typed), or none. */
  compile: z.discriminatedUnion('how', [
    z.object({ how: z.literal('sum') }),
    z.object({ how: z.literal('share'), numerator: key, denominator: key }),
    z.object({ how: z.literal('none') }),
  ]),
});
export type NumberField = z.infer<typeof numberField>;

const section = z.object({ key, label, hint: z.string().trim().max(500), isRequired: z.boolean() });
export type SectionField = z.infer<typeof section>;

export const formShape = z.object({
  numbers: z.array(numberField).max(120),
  sections: z.array(section).max(40),
  /** Figures that must add up: "tổng số = đúng hạn + trễ hạn". */
  sums: z.array(z.object({ total: key, parts: z.array(key).min(1).max(40) })).max(60),
  files: z.enum(['none', 'optional', 'required']),
});
export type ReportForm = z.infer<typeof formShape>;

export const unitsRuleShape = z.object({
  who: z.enum(['all', 'kinds', 'listed']),
  kinds: z.array(z.enum(unitKinds)).max(20),
  unitIds: z.array(unitId).max(500),
  except: z.array(unitId).max(500),
});
export type UnitsRule = z.infer<typeof unitsRuleShape>;

const phrase = z.string().trim().min(1).max(200);
const day = z
  .custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null, 'YYYY-MM-DD')
  .meta({ type: 'string', format: 'date' });

/** A duty as a person writes it: cut-offs in words. */
export const dutyFormShape = z.object({
  name: z.string().trim().min(1).max(300),
  purpose: z.string().trim().max(2000),
  /** Document that sets the duty; null where it is custom. */
  source: z.string().trim().max(300).nullable(),
  regimeId: z.enum(['par', 'procedure-control', 'general', 'plain']),
  periodIds: z.array(z.string().max(10)).min(1).max(40),
  units: unitsRuleShape,
  /** Offices of the agency that receive and compile: one or two. */
  receivers: z.array(unitId).min(1).max(2),
  /** To whom the department sends its report; null where it stays inside. */
  upward: z.string().trim().min(1).max(200).nullable(),
  stages: z
    .array(
      z.object({
        stage: z.enum(stages),
        text: phrase,
        byPeriod: z.array(z.object({ periodId: z.string().max(10), text: phrase })).max(40),
      }),
    )
    .min(1)
    .max(4),
  /** What becomes of a cut-off on a day off: as the office's calendar says, or a rule of the duty's own. */
  dayOffRule: z.enum(['office', 'stay', 'next', 'previous']),
  form: formShape,
  remindBefore: z.array(z.number().int().min(0).max(60)).max(6).nullable(),
  /** Leaves of the criteria set that the department's lateness counts for. */
  leaves: z.array(z.string().max(20)).max(20),
  /** Last day on which a period may end and still be asked for; null: the duty goes on. */
  endsOn: day.nullable(),
});
export type DutyForm = z.infer<typeof dutyFormShape>;

export type CutOffWords = { readonly text: string; readonly deadline: Deadline };
export type StagePlan = CutOffWords & {
  readonly stage: Stage;
  readonly byPeriod: readonly (CutOffWords & { readonly periodId: string })[];
};

/** A duty as it is kept: the same with every cut-off read once. */
export type DutyDefinition = Omit<DutyForm, 'stages' | 'receivers'> & {
  readonly stages: readonly StagePlan[];
  readonly receivers: readonly UnitId[];
};

export type DutyVersion = {
  /** 1, 2, 3 … in the order in which they were written. */
  readonly number: number;
  readonly validFrom: CivilDate;
  readonly definition: DutyDefinition;
};

export type Duty = { readonly dutyId: DutyId; readonly position: number; readonly versions: readonly DutyVersion[] };

/** The version in force on a day: the one with the latest first day, of two of one day the one written later. */
export function versionOn(versions: readonly DutyVersion[], on: CivilDate): DutyVersion | null {
  return versions
    .filter(({ validFrom }) => validFrom <= on)
    .reduce<DutyVersion | null>(
      (best, one) =>
        best === null ||
        one.validFrom > best.validFrom ||
        (one.validFrom === best.validFrom && one.number > best.number)
          ? one
          : best,
      null,
    );
}

/** The newest version: what an editor starts from and what names the duty. */
export function newestVersion({ versions }: Duty): DutyVersion | null {
  return versions.reduce<DutyVersion | null>(
    (best, one) => (best === null || one.number > best.number ? one : best),
    null,
  );
}
