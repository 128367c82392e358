import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, DayField, FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { Leaf } from '../../criteria/index.ts';
import { suppose } from '../../scoring/index.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { FIGURE_TEXTS, fieldsOf, fromInput, type MeasureField, toInput } from './measure-fields.ts';
import { WouldBe } from './WouldBe.tsx';

type MeasureFormProps = { index: IndexOnScreen; leaf: Leaf };

const NOT_APPLICABLE = { not_applicable: true };

/** The figures of a leaf: points follow what is typed at once; saving records it. */
export function MeasureForm({ index, leaf }: MeasureFormProps) {
  const t = useTexts();
  const { today } = useSession();
  const mayChange = useRights()('index.change');
  const [isSaved, setSaved] = useState(false);
  const entry = index.data.measures.find(({ leafCode }) => leafCode === leaf.code);
  const isBeside = index.data.ties.some(({ leafCode, counts }) => leafCode === leaf.code && counts === 'computed');
  const isLeftOut = entry?.input?.not_applicable === true;
  const inputOf = (values: Readonly<Record<string, string>>) =>
    values.applies === 'no' ? NOT_APPLICABLE : toInput(leaf.rule, values);
  const form = useForm<Record<string, string>>({
    initial: {
      ...fromInput(leaf.rule, entry?.input ?? null),
      applies: isLeftOut ? 'no' : 'yes',
      extractedOn: entry?.extractedOn ?? today,
      evidence: entry?.evidence ?? '',
    },
    check: () => ({}),
    submit: async (values) => {
      const { extractedOn = '', evidence = '' } = values;
      const filled = {
        leafCode: leaf.code,
        input: inputOf(values),
        extractedOn: extractedOn || null,
        evidence: evidence || null,
      };
      await api.enterMeasures({ body: { year: index.data.year, forms: [filled] } });
      setSaved(true);
    },
  });
  const field = (name: string) => ({
    name,
    value: form.values[name] ?? '',
    onChange: form.set(name),
    error: form.errors[name],
  });
  const supposed = suppose(index.set, index.start, [
    { kind: 'measure', code: leaf.code, measure: inputOf(form.values) },
  ]);
  return (
    <Card title={t('assessment.enter')}>
      <p className="soft">{t('assessment.enterLead')}</p>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        {leaf.policy === 'not_allowed' ? null : (
          <ChoiceField
            {...field('applies')}
            label={t('assessment.applies')}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`assessment.applies.${value}`) }))}
          />
        )}
        {form.values.applies === 'no'
          ? null
          : fieldsOf(leaf.rule).map((one) => <FigureField key={one.name} asked={one} field={field(one.name)} />)}
        <WouldBe index={index} leafCode={leaf.code} supposed={supposed} />
        {mayChange ? (
          <>
            <DayField {...field('extractedOn')} label={t('assessment.extractedOn')} />
            <LongTextField {...field('evidence')} label={t('assessment.evidence')} />
            <div className="form-buttons">
              <Button type="primary" htmlType="submit" loading={form.isBusy}>
                {t('assessment.save')}
              </Button>
            </div>
            {isSaved && !form.isChanged ? (
              <Notice tone="good">{t(isBeside ? 'assessment.savedBeside' : 'assessment.saved')}</Notice>
            ) : null}
          </>
        ) : null}
      </form>
    </Card>
  );
}

type FigureFieldProps = {
  asked: MeasureField;
  field: { name: string; value: string; onChange: (value: string) => void; error: string | undefined };
};

function FigureField({ asked, field }: FigureFieldProps) {
  const t = useTexts();
  const known = FIGURE_TEXTS.find((name) => name === asked.name);
  const label = asked.label ?? (known ? t(`assessment.figure.${known}`) : asked.name);
  if (asked.kind === 'yes-no')
    return (
      <ChoiceField
        {...field}
        label={label}
        emptyText={t('assessment.choose')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`assessment.answer.${value}`) }))}
      />
    );
  if (asked.kind === 'level')
    return (
      <ChoiceField
        {...field}
        label={label}
        emptyText={t('assessment.choose')}
        choices={(asked.choices ?? []).map((choice, at) => ({ value: String(at), label: choice }))}
      />
    );
  return <TextField {...field} label={label} />;
}
