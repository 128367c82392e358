import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import type { DutyForm, NumberField, ReportForm, SectionField } from '../rules/duty.ts';
import { keyFor, readSums, writeSums } from './duty-draft.ts';
import type { ChangeDuty } from './on-screen.ts';

/** What is asked for: figures, sums that must hold, sections of text, files, and the leaves that the lateness feeds. */
export function DutyFields({ form: duty, onChange }: { form: DutyForm; onChange: ChangeDuty }) {
  const t = useTexts();
  const { form } = duty;
  const put = (part: Partial<ReportForm>): void => onChange({ form: { ...form, ...part } });
  const taken = [...form.numbers, ...form.sections].map(({ key }) => key);
  const addNumber = (label: string): void =>
    put({ numbers: [...form.numbers, newNumber(keyFor(label, taken), label)] });
  const addSection = (label: string): void =>
    put({ sections: [...form.sections, { key: keyFor(label, taken), label, hint: '', isRequired: false }] });
  return (
    <Card title={t('duties.dutyForm')}>
      <div className="stack">
        {form.numbers.map((field, at) => (
          <NumberFieldRow
            key={field.key}
            field={field}
            others={form.numbers}
            onChange={(next) => put({ numbers: form.numbers.map((one, place) => (place === at ? next : one)) })}
            onRemove={() => put({ numbers: form.numbers.filter((_, place) => place !== at) })}
          />
        ))}
        <AddByLabel label={t('duties.newNumber')} button={t('duties.addNumber')} onAdd={addNumber} />
        <Sums form={form} onChange={(sums) => put({ sums })} />
        {form.sections.map((section, at) => (
          <SectionRow
            key={section.key}
            section={section}
            onChange={(next) => put({ sections: form.sections.map((one, place) => (place === at ? next : one)) })}
            onRemove={() => put({ sections: form.sections.filter((_, place) => place !== at) })}
          />
        ))}
        <AddByLabel label={t('duties.newSection')} button={t('duties.addSection')} onAdd={addSection} />
        <ChoiceField
          name="files"
          label={t('reports.files')}
          value={form.files}
          choices={(['none', 'optional', 'required'] as const).map((value) => ({
            value,
            label: t(`duties.files.${value}`),
          }))}
          onChange={(files) => put({ files: files as ReportForm['files'] })}
        />
        <TextField
          name="leaves"
          label={t('duties.leaves')}
          hint={t('duties.leavesHint')}
          value={duty.leaves.join(', ')}
          onChange={(text) => onChange({ leaves: text.split(/[,;\s]+/).filter(Boolean) })}
        />
      </div>
    </Card>
  );
}

function newNumber(key: string, label: string): NumberField {
  return { key, label, unit: '', decimals: 0, min: '0', max: null, isRequired: true, compile: { how: 'sum' } };
}

/** Typed freely; read into sums when the field is left. */
function Sums({ form, onChange }: { form: ReportForm; onChange: (sums: ReportForm['sums']) => void }) {
  const t = useTexts();
  const [text, setText] = useState(writeSums(form.sums));
  return (
    <LongTextField
      name="sums"
      label={t('duties.sums')}
      hint={t('duties.sumsHint', { keys: form.numbers.map(({ key }) => key).join(', ') || '–' })}
      value={text}
      onChange={(words) => {
        setText(words);
        onChange(readSums(words));
      }}
    />
  );
}

type NumberFieldRowProps = {
  field: NumberField;
  others: readonly NumberField[];
  onChange: (field: NumberField) => void;
  onRemove: () => void;
};

const HOW = ['sum', 'none', 'share'] as const;

function NumberFieldRow({ field, others, onChange, onRemove }: NumberFieldRowProps) {
  const t = useTexts();
  const typed = others.filter(({ key, compile }) => key !== field.key && compile.how !== 'share');
  const choices = typed.map(({ key, label }) => ({ value: key, label }));
  const compileAs = (how: string): void => {
    const [first, second] = typed;
    if (how === 'share' && first && second)
      onChange({
        ...field,
        isRequired: false,
        decimals: 2,
        compile: { how, numerator: first.key, denominator: second.key },
      });
    else if (how !== 'share') onChange({ ...field, compile: { how: how === 'none' ? 'none' : 'sum' } });
  };
  const { compile } = field;
  return (
    <div className="report-fields-row">
      <TextField
        name={`label-${field.key}`}
        label={`${t('reports.figure')} (${field.key})`}
        value={field.label}
        onChange={(label) => onChange({ ...field, label })}
      />
      <TextField
        name={`unit-${field.key}`}
        label={t('duties.measureUnit')}
        value={field.unit}
        onChange={(unit) => onChange({ ...field, unit })}
      />
      <ChoiceField
        name={`decimals-${field.key}`}
        label={t('duties.decimals')}
        value={String(field.decimals)}
        choices={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        onChange={(decimals) => onChange({ ...field, decimals: Number(decimals) })}
      />
      <ChoiceField
        name={`how-${field.key}`}
        label={t('duties.how')}
        value={compile.how}
        choices={HOW.filter((how) => how !== 'share' || typed.length > 1).map((value) => ({
          value,
          label: t(`duties.how.${value}`),
        }))}
        onChange={compileAs}
      />
      {compile.how === 'share' ? (
        <>
          <ChoiceField
            name={`part-${field.key}`}
            label={t('duties.sharePart')}
            value={compile.numerator}
            choices={choices}
            onChange={(numerator) => onChange({ ...field, compile: { ...compile, numerator } })}
          />
          <ChoiceField
            name={`whole-${field.key}`}
            label={t('duties.shareWhole')}
            value={compile.denominator}
            choices={choices}
            onChange={(denominator) => onChange({ ...field, compile: { ...compile, denominator } })}
          />
        </>
      ) : (
        <label className="report-choices">
          <input
            type="checkbox"
            checked={field.isRequired}
            onChange={(event) => onChange({ ...field, isRequired: event.target.checked })}
          />
          {t('duties.required')}
        </label>
      )}
      <button type="button" className="link-button" onClick={onRemove}>
        {t('duties.removeField', { label: field.label })}
      </button>
    </div>
  );
}

type SectionRowProps = { section: SectionField; onChange: (section: SectionField) => void; onRemove: () => void };

function SectionRow({ section, onChange, onRemove }: SectionRowProps) {
  const t = useTexts();
  return (
    <div className="report-fields-row">
      <TextField
        name={`label-${section.key}`}
        label={t('duties.section')}
        value={section.label}
        onChange={(label) => onChange({ ...section, label })}
      />
      <TextField
        name={`hint-${section.key}`}
        label={t('duties.hint')}
        value={section.hint}
        onChange={(hint) => onChange({ ...section, hint })}
      />
      <label className="report-choices">
        <input
          type="checkbox"
          checked={section.isRequired}
          onChange={(event) => onChange({ ...section, isRequired: event.target.checked })}
        />
        {t('duties.required')}
      </label>
      <button type="button" className="link-button" onClick={onRemove}>
        {t('duties.removeField', { label: section.label })}
      </button>
    </div>
  );
}

function AddByLabel({ label, button, onAdd }: { label: string; button: string; onAdd: (label: string) => void }) {
  const [typed, setTyped] = useState('');
  const name = `new-${button}`;
  const add = (): void => {
    onAdd(typed.trim());
    setTyped('');
  };
  return (
    <div className="form-buttons">
      <label className="visually-hidden" htmlFor={name}>
        {label}
      </label>
      <input
        id={name}
        className="input"
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          add();
        }}
      />
      <Button disabled={typed.trim() === ''} onClick={add}>
        {button}
      </Button>
    </div>
  );
}
