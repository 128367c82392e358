import { parsePaperNumber } from '../../../kernel/decimal.ts';
import type { Translate } from '../../../web/texts.ts';
import type { LeafRule } from '../../criteria/index.ts';

/** Figures that have a text of their own in the catalogue. */
export const FIGURE_TEXTS = [
  'level',
  'expected',
  'late',
  'missing',
  'numerator',
  'denominator',
  'count',
  'value',
  'percent',
  'mean',
  'answer',
] as const;

/** One figure that the rule of a leaf asks for. `label` null: named by the text `assessment.figure.<name>`. */
export type MeasureField = {
  readonly name: string;
  readonly label: string | null;
  readonly kind: 'figure' | 'whole' | 'yes-no' | 'level';
  readonly choices?: readonly string[];
};

export type FieldValues = Readonly<Record<string, string>>;

const figure = (name: string, label: string | null = null): MeasureField => ({ name, label, kind: 'figure' });
const whole = (name: string, label: string | null = null): MeasureField => ({ name, label, kind: 'whole' });

/** What a person fills in for a rule, in its order. */
export function fieldsOf(rule: LeafRule): MeasureField[] {
  switch (rule.shape) {
    case 'yes_no':
      return [{ name: 'answer', label: rule.question, kind: 'yes-no' }];
    case 'staged':
      return [
        {
          name: 'level',
          label: null,
          kind: 'level',
          choices: rule.levels.map(({ label }, at) => label ?? `${at + 1}`),
        },
      ];
    case 'checklist':
      return rule.parts.map(({ label }, at) => ({ name: `parts.${at}`, label: label ?? `${at + 1}`, kind: 'yes-no' }));
    case 'lateness_penalty':
      return [whole('expected'), whole('late'), whole('missing')];
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing':
      return [figure('numerator', rule.numerator), figure('denominator', rule.denominator)];
    case 'count_based':
      return [whole('count', rule.counts)];
    case 'deduction':
      return rule.events.map(({ event }, at) => whole(`events.${at}`, event ?? `${at + 1}`));
    case 'external_scaled':
      return [figure('value', rule.index)];
    case 'survey_scaled':
      return surveyFields(rule);
    case 'formula_choice':
      return rule.variables.map(({ symbol, name_vi: name }) => figure(`variables.${symbol}`, name ?? symbol));
  }
}

function surveyFields({
  input,
  option_weights: weights,
}: Extract<LeafRule, { shape: 'survey_scaled' }>): MeasureField[] {
  if (input === 'mean') return [figure('mean')];
  if (input === 'options') return (weights ?? []).map((_, at) => whole(`options.${at}`, `${at + 1}`));
  return [figure('percent')];
}

/** A figure as typed on Vietnamese keyboards; what is no figure goes on as it is and is refused with its reason. */
function typedFigure(text: string): string {
  return parsePaperNumber(text)?.toFixed() ?? text.trim();
}

function valueOfField({ kind }: MeasureField, text: string): unknown {
  if (kind === 'level') return Number(text);
  return kind === 'yes-no' ? text === 'yes' : typedFigure(text);
}

/** The input of a leaf from what was typed; null where nothing was. */
export function toInput(rule: LeafRule, values: FieldValues): Record<string, unknown> | null {
  const fields = fieldsOf(rule);
  const filled = fields.filter(({ name }) => (values[name] ?? '') !== '');
  if (filled.length === 0) return null;
  if (rule.shape === 'yes_no') return { answer: values.answer };
  const input: Record<string, unknown> = {};
  for (const field of rule.shape === 'lateness_penalty' ? filled : fields) {
    const value = valueOfField(field, values[field.name] ?? '');
    const [group = '', key] = field.name.split('.');
    if (key === undefined) input[group] = value;
    else if (group === 'variables') input[group] = { ...(input[group] as object | undefined), [key]: value };
    else input[group] = [...((input[group] as unknown[] | undefined) ?? []), value];
  }
  return input;
}

function fieldText({ kind }: MeasureField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'yes-no' && typeof value === 'boolean') return value ? 'yes' : 'no';
  return kind === 'figure' ? String(value).replace('.', ',') : String(value);
}

/** What stands in the fields for an input that was entered before. */
export function fromInput(rule: LeafRule, input: Readonly<Record<string, unknown>> | null): FieldValues {
  return Object.fromEntries(
    fieldsOf(rule).map((field) => {
      const [group = '', key] = field.name.split('.');
      const held = input?.[group];
      const value = key === undefined ? held : (held as Record<string, unknown> | undefined)?.[key];
      return [field.name, fieldText(field, value)];
    }),
  );
}

/** An input as one line: "5 / 6", "Có", the level reached; "không áp dụng" where it does not apply. */
export function tellInput(rule: LeafRule, input: Readonly<Record<string, unknown>>, t: Translate): string {
  if (input.not_applicable === true) return t('assessment.applies.no');
  const values = fromInput(rule, input);
  const told = fieldsOf(rule).map(({ name, kind, choices }) => {
    const value = values[name] ?? '';
    if (kind === 'level') return choices?.[Number(value)] ?? value;
    return kind === 'yes-no' && (value === 'yes' || value === 'no') ? t(`assessment.answer.${value}`) : value;
  });
  return told.join(' / ');
}
