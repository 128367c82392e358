import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DraftNotice, FormSummary } from '../../../web/ui/Field.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { PastePoints } from './PastePoints.tsx';
import { ResultsTable } from './ResultsTable.tsx';
import {
  checkFields,
  fieldsOfLeaves,
  fieldsOfScores,
  refusalAtField,
  type Stage,
  scoresOf,
  scoresOfFields,
} from './stated-points.ts';

type ResultsFormProps = { index: IndexOnScreen; stage: Stage };

/** The points of one stage, typed or pasted; all of them are saved together or none. */
export function ResultsForm({ index, stage }: ResultsFormProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [saved, setSaved] = useState<number | null>(null);
  const { data, set } = index;
  const form = useForm({
    initial: fieldsOfLeaves(set.leaves, scoresOf(data, stage)),
    draftName: `results-${data.year}-${stage}`,
    check: (values) =>
      checkFields(set.leaves, values, (fault, { code, max }) =>
        t(`results.fault.${fault}`, { code, max: figureText(max.toFixed()) }),
      ),
    submit: async (values) => {
      const scores = scoresOfFields(set.leaves, values);
      await api.saveStage({ body: { year: data.year, stage, scores } }).catch((error: unknown) => {
        throw refusalAtField(error);
      });
      setSaved(scores.length);
    },
  });
  return (
    <>
      {mayChange ? <PastePoints leaves={set.leaves} onFill={(scores) => form.fill(fieldsOfScores(scores))} /> : null}
      <Card title={t('results.table')}>
        <form className="stack" noValidate onSubmit={form.send}>
          <DraftNotice isDraft={form.isDraft} onDiscard={form.reset} />
          <FormSummary errors={form.errors} />
          <ResultsTable
            index={index}
            stage={stage}
            values={form.values}
            errors={form.errors}
            onType={mayChange ? form.set : null}
          />
          {mayChange ? (
            <div className="form-buttons">
              <Button type="primary" htmlType="submit" loading={form.isBusy}>
                {t('results.save')}
              </Button>
            </div>
          ) : null}
          {saved !== null && !form.isChanged ? (
            <Notice tone="good">{t('results.saved', { count: saved })}</Notice>
          ) : null}
        </form>
      </Card>
    </>
  );
}
