import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { askAgain, changeRecords } from '../calls.ts';
import type { RecordOnScreen, RegisterOnScreen } from '../on-screen.ts';
import { FieldInput } from '../values/FieldInput.tsx';
import { findTypedFaults, type Typed, valuesOfTyped } from '../values/typed-values.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { valueText } from '../values/value-text.ts';
import { type BulkChange, type BulkWork, undoOf } from './bulk.ts';

type BulkBarProps = {
  register: RegisterOnScreen;
  /** The ticked records. */
  records: readonly RecordOnScreen[];
  onClear: () => void;
};

type Deed = 'field' | 'step' | 'delete';
type Done = { count: number; refused: readonly string[]; undo: readonly BulkWork[] };

/** One change for all ticked records: shown before it is done, and taken back with a click. */
export function BulkBar({ register, records, onClear }: BulkBarProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const { declaration } = register;
  const [deed, setDeed] = useState<Deed | ''>('');
  const [done, setDone] = useState<Done | null>(null);
  const working = useMutation({
    mutationFn: async (works: readonly BulkWork[]) => {
      const answers = [];
      for (const work of works) answers.push(await changeRecords(declaration.key, work));
      return answers;
    },
    // What was done is said at once; the lists follow.
    onSettled: () => void askAgain(queries, declaration.key),
  });
  const run = async (change: BulkChange) => {
    const before = records;
    const answers = await working.mutateAsync([{ recordIds: records.map(({ recordId }) => recordId), change }]);
    const changed = new Set(answers.flatMap((answer) => answer.done));
    const refused = answers.flatMap((answer) => answer.refused.map(({ message }) => message));
    const undo = undoOf(
      change,
      before.filter(({ recordId }) => changed.has(recordId)),
    );
    setDone({ count: changed.size, refused, undo });
    setDeed('');
  };
  const takeBack = async (undo: readonly BulkWork[]) => {
    await working.mutateAsync(undo);
    setDone(null);
  };
  const deeds: readonly Deed[] = [
    ...(register.changeable.length ? (['field'] as const) : []),
    ...(declaration.steps ? (['step'] as const) : []),
    'delete',
  ];
  if (!records.length && !done) return null;
  return (
    <section className="bulk no-print" aria-label={t('registers.bulk')}>
      {done ? (
        <BulkDone done={done} isBusy={working.isPending} onUndo={takeBack} onClose={() => setDone(null)} />
      ) : null}
      {working.error ? <Notice tone="late">{working.error.message}</Notice> : null}
      {records.length ? (
        <>
          <div className="form-line">
            <ChoiceField
              name="bulk-deed"
              label={t('registers.bulkCount', { count: records.length })}
              choices={deeds.map((value) => ({ value, label: t(`registers.bulk.${value}`) }))}
              emptyText={t('registers.bulkChoose')}
              value={deed}
              onChange={(value) => setDeed(deeds.find((one) => one === value) ?? '')}
            />
            <Button onClick={onClear}>{t('registers.bulkClear')}</Button>
          </div>
          <BulkDeed deed={deed} register={register} records={records} isBusy={working.isPending} onRun={run} />
        </>
      ) : null}
    </section>
  );
}

type BulkDoneProps = {
  done: Done;
  isBusy: boolean;
  onUndo: (undo: readonly BulkWork[]) => void;
  onClose: () => void;
};

function BulkDone({ done, isBusy, onUndo, onClose }: BulkDoneProps) {
  const t = useTexts();
  const reasons = [...new Set(done.refused)];
  return (
    <Notice tone={reasons.length ? 'risk' : 'good'}>
      <p>
        {t('registers.bulkDone', { count: done.count })}{' '}
        {done.undo.length ? (
          <button type="button" className="link-button" disabled={isBusy} onClick={() => onUndo(done.undo)}>
            {t('registers.undo')}
          </button>
        ) : null}{' '}
        <button type="button" className="link-button" onClick={onClose}>
          {t('web.close')}
        </button>
      </p>
      {reasons.length ? (
        <>
          <p>{t('registers.bulkRefused', { count: done.refused.length })}</p>
          <ul className="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}

type BulkDeedProps = {
  deed: Deed | '';
  register: RegisterOnScreen;
  records: readonly RecordOnScreen[];
  isBusy: boolean;
  onRun: (change: BulkChange) => void;
};

function BulkDeed(props: BulkDeedProps) {
  const t = useTexts();
  const { deed, records, isBusy, onRun } = props;
  if (deed === 'field') return <BulkField {...props} />;
  if (deed === 'step') return <BulkStep {...props} />;
  if (deed !== 'delete') return null;
  return (
    <div className="form-buttons">
      <Button type="primary" danger loading={isBusy} onClick={() => onRun({ kind: 'delete' })}>
        {t('registers.bulkDelete', { count: records.length })}
      </Button>
    </div>
  );
}

/** Kinds for which one value for many records makes sense. */
const SINGLE: readonly string[] = ['text', 'long-text', 'files'];

function BulkField({ register, records, isBusy, onRun }: BulkDeedProps) {
  const t = useTexts();
  const language = useLanguage();
  const words = useValueWords(records[0]?.labels);
  const { declaration, changeable } = register;
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const field = declaration.fields[name];
  const names = changeable.filter((one) => !SINGLE.includes(declaration.fields[one]?.kind ?? 'files'));
  const fields = field ? { [name]: field } : {};
  const faults = findTypedFaults(fields, typed);
  const value = valuesOfTyped(fields, typed)[name] ?? null;
  const others = field ? [...new Set(records.map((record) => valueText(field, record.values[name], words)))] : [];
  return (
    <div className="stack record-form">
      <div className="form-line">
        <ChoiceField
          name="bulk-field"
          label={t('registers.bulkField')}
          choices={names.map((one) => ({ value: one, label: declaration.fields[one]?.label[language] ?? one }))}
          emptyText={t('registers.choose')}
          value={name}
          onChange={(next) => {
            setName(next);
            setTyped({});
          }}
        />
        {field ? (
          <FieldInput
            name={name}
            field={field}
            typed={typed}
            errors={{}}
            onChange={(part) => setTyped({ ...typed, ...part })}
          />
        ) : null}
      </div>
      {field ? (
        <p>
          {t('registers.bulkPreview', {
            count: records.length,
            field: field.label[language],
            before: others.map((text) => text || t('registers.absent')).join(' · '),
            after: valueText(field, value, words) || t('registers.absent'),
          })}
        </p>
      ) : null}
      <div className="form-buttons">
        <Button
          type="primary"
          loading={isBusy}
          disabled={!field || Object.keys(faults).length > 0}
          onClick={() => onRun({ kind: 'values', values: { [name]: value } })}
        >
          {t('registers.bulkApply', { count: records.length })}
        </Button>
      </div>
    </div>
  );
}

function BulkStep({ register: { declaration }, records, isBusy, onRun }: BulkDeedProps) {
  const t = useTexts();
  const language = useLanguage();
  const [step, setStep] = useState('');
  return (
    <div className="stack">
      <ChoiceField
        name="bulk-step"
        label={t('registers.bulkStep')}
        choices={Object.entries(declaration.steps ?? {}).map(([value, { label }]) => ({
          value,
          label: label[language],
        }))}
        emptyText={t('registers.choose')}
        value={step}
        onChange={setStep}
      />
      <div className="form-buttons">
        <Button
          type="primary"
          loading={isBusy}
          disabled={!step}
          onClick={() => onRun({ kind: 'step', to: step, note: null })}
        >
          {t('registers.bulkApply', { count: records.length })}
        </Button>
      </div>
    </div>
  );
}
