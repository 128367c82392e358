import { useState } from 'react';
import { parsePaperNumber } from '../../../../kernel/decimal.ts';
import { useTexts } from '../../../../web/language.ts';
import { ChoiceField, DayField, LongTextField, TextField } from '../../../../web/ui/Field.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { DeadlineEditor } from './DeadlineEditor.tsx';
import type { ReviewDesk } from './review-desk.ts';
import { type FieldSpec, namesOf, numberOf, type ReviewItem, textOf } from './sections.ts';
import { UnitsEditor } from './UnitsEditor.tsx';

export type FieldEditorProps = { field: FieldSpec; item: ReviewItem; desk: ReviewDesk; onFocus: () => void };

/** The control with which one field of an item is corrected. */
export function FieldEditor(props: FieldEditorProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus of the control inside shows its place in the document
    <div className={`editor editor-${props.field.kind}`} onFocus={props.onFocus}>
      <FieldControl {...props} />
    </div>
  );
}

function FieldControl({ field: { name, kind }, item, desk }: FieldEditorProps) {
  const t = useTexts();
  const label = t(`plan.field.${name}`);
  const id = `${item.key}-${name}`;
  const set = (value: unknown) => desk.change(item.key, { [name]: value });
  const optional = (text: string) => set(text === '' && !ALWAYS_TEXT.has(name) ? null : text);
  switch (kind) {
    case 'units':
      return <UnitsEditor id={id} label={label} names={namesOf(item, name)} units={desk.units} onChange={set} />;
    case 'deadline':
      return <DeadlineEditor id={id} label={label} item={item} desk={desk} />;
    case 'lines':
      return <LinesField id={id} label={label} lines={namesOf(item, name)} onChange={set} />;
    case 'points':
    case 'whole':
      return (
        <NumberField id={id} label={label} isWhole={kind === 'whole'} value={numberOf(item, name)} onChange={set} />
      );
    case 'area':
      return <AreaField id={id} label={label} value={numberOf(item, name)} desk={desk} onChange={set} />;
    case 'planKind':
      return (
        <ChoiceField
          name={id}
          label={label}
          value={textOf(item, name)}
          choices={[
            { value: 'remediation-plan', label: t('plan.kind.remediation') },
            { value: 'annual-plan', label: t('plan.kind.annual') },
          ]}
          onChange={set}
        />
      );
    case 'day':
      return <DayField name={id} label={label} value={textOf(item, name)} onChange={optional} />;
    case 'long':
      return <LongTextField name={id} label={label} value={textOf(item, name)} onChange={optional} />;
    case 'text':
      return <TextField name={id} label={label} value={textOf(item, name)} onChange={optional} />;
  }
}

/** Fields that every item has: emptied they are empty, not absent. */
const ALWAYS_TEXT = new Set(['criterion', 'what', 'name']);

type NumberFieldProps = {
  id: string;
  label: string;
  isWhole: boolean;
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A number as on paper (8,645); what is no number stays on the screen and says so, and changes nothing. */
function NumberField({ id, label, isWhole, value, onChange }: NumberFieldProps) {
  const t = useTexts();
  const [typed, setTyped] = useState(value === null ? '' : isWhole ? String(value) : figureText(value));
  const read = readNumber(typed, isWhole);
  const type = (text: string) => {
    setTyped(text);
    const number = readNumber(text, isWhole);
    if (number !== undefined) onChange(number);
  };
  const error = read === undefined ? t(isWhole ? 'review.numberWhole' : 'review.numberWrong') : undefined;
  return <TextField name={id} label={label} value={typed} onChange={type} error={error} />;
}

/** The number, null for nothing typed, undefined for what is no number. */
function readNumber(text: string, isWhole: boolean): number | null | undefined {
  if (text.trim() === '') return null;
  const number = parsePaperNumber(
    text
      .trim()
      .replace(/^[▼−]\s*/, '-')
      .replace(/^▲\s*/, ''),
  );
  if (number === null || (isWhole && !number.isInteger())) return undefined;
  return number.toNumber();
}

type AreaFieldProps = {
  id: string;
  label: string;
  value: number | null;
  desk: ReviewDesk;
  onChange: (value: number | null) => void;
};

function AreaField({ id, label, value, desk, onChange }: AreaFieldProps) {
  const t = useTexts();
  const areas = desk.sections.find(({ name }) => name === 'areas')?.items ?? [];
  return (
    <ChoiceField
      name={id}
      label={label}
      value={value === null ? '' : String(value)}
      emptyText={t('plan.noArea')}
      choices={areas.map((area) => ({
        value: String(numberOf(area, 'ordinal')),
        label: `${numberOf(area, 'ordinal')}. ${textOf(area, 'name')}`,
      }))}
      onChange={(text) => onChange(text === '' ? null : Number(text))}
    />
  );
}

type LinesFieldProps = { id: string; label: string; lines: readonly string[]; onChange: (lines: string[]) => void };

/** One line, one thing; empty lines are dropped when they are read, not while one types. */
function LinesField({ id, label, lines, onChange }: LinesFieldProps) {
  const t = useTexts();
  const [typed, setTyped] = useState(lines.join('\n'));
  const type = (text: string) => {
    setTyped(text);
    onChange(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    );
  };
  return <LongTextField name={id} label={label} hint={t('review.linesHint')} value={typed} onChange={type} />;
}
