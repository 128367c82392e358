import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type FieldErrors, FormSummary, LongTextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import type { Confirmation } from '../rules/content.ts';
import { findOddFigures, unansweredOf } from '../rules/odd-figures.ts';
import { NumberTable } from './NumberTable.tsx';
import type { ReportOnScreen } from './on-screen.ts';
import { figuresTyped } from './report-values.ts';
import { Conflicts, SaveStateText } from './SavedFieldsNotice.tsx';
import { useSavedFields } from './use-saved-fields.ts';

type Detail = { field: string; reason: string };

const pathOf = ({ dutyId, key, unitId }: ReportOnScreen) => ({ dutyId, key, unitId });

/** Figures and texts that save themselves; odd figures are asked about while one types. */
export function ReportFields({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  const { form } = report;
  const [confirmations, setConfirmations] = useState<readonly Confirmation[]>(report.content.confirmations);
  const fields = useSavedFields({
    draftName: `report-${report.dutyId}-${report.key}-${report.unitId}`,
    initial: report.content,
    names: [...form.numbers.map(({ key }) => `number:${key}`), ...form.sections.map(({ key }) => `text:${key}`)],
    send: async (changes) => {
      const { content, conflicts } = await api.saveReport({
        path: pathOf(report),
        body: { changes: [...changes], confirmations: [] },
      });
      return { fields: content, conflicts };
    },
  });
  const labels = new Map([...form.numbers, ...form.sections].map(({ key, label }) => [key, label]));
  const labelOf = (field: string): string => labels.get(field) ?? field;
  const numbers = figuresTyped(fields.typed);
  const isBegun = Object.values(numbers).some((figure) => figure !== null);
  const odd = findOddFigures(
    form,
    numbers,
    report.history.map((earlier) => earlier.numbers),
  ).filter(({ reason }) => isBegun || reason !== 'missing-now');
  const open = unansweredOf(odd, confirmations);
  const confirm = async (confirmation: Confirmation): Promise<void> => {
    await fields.flush();
    const { content } = await api.saveReport({
      path: pathOf(report),
      body: { changes: [], confirmations: [confirmation] },
    });
    setConfirmations(content.confirmations);
  };
  const handIn = useHandIn(report, fields.flush, labelOf);
  const mayWrite = report.may.submit;
  return (
    <>
      <FormSummary errors={handIn.errors} />
      <Conflicts conflicts={fields.conflicts} labelOf={labelOf} onSettle={fields.settle} />
      {form.numbers.length > 0 ? (
        <NumberTable
          report={report}
          typed={fields.typed}
          numbers={numbers}
          odd={odd}
          open={open}
          confirmations={confirmations}
          onType={mayWrite ? fields.set : null}
          onConfirm={confirm}
        />
      ) : null}
      {form.sections.length > 0 ? (
        <Card title={t('reports.texts')}>
          <div className="stack">
            {form.sections.map(({ key, label, hint, isRequired }) =>
              mayWrite ? (
                <LongTextField
                  key={key}
                  name={key}
                  label={label}
                  hint={hint || lastText(report, key, t('reports.lastTextHint'))}
                  value={fields.typed[`text:${key}`] ?? ''}
                  onChange={fields.set(`text:${key}`)}
                  error={handIn.errors[key]}
                  isRequired={isRequired}
                />
              ) : (
                <div key={key} className="report-unit-text">
                  <b>{label}</b>
                  <p>{report.content.texts[key] || '–'}</p>
                </div>
              ),
            )}
          </div>
        </Card>
      ) : null}
      {mayWrite ? (
        <Card>
          <div className="form-buttons">
            <Button type="primary" loading={handIn.isBusy} disabled={fields.conflicts.length > 0} onClick={handIn.run}>
              {t(report.handIns.length > 0 ? 'reports.handInAgain' : 'reports.handIn')}
            </Button>
            <SaveStateText state={fields.state} />
            {open.length > 0 ? (
              <span className="tag tag-risk">{t('reports.openQuestions', { count: open.length })}</span>
            ) : null}
          </div>
        </Card>
      ) : null}
      {handIn.isDone ? <Notice tone="good">{t('reports.handedInNotice')}</Notice> : null}
    </>
  );
}

/** The first words of last period's text, so that one sees what was said. */
function lastText({ history }: ReportOnScreen, key: string, title: string): string {
  const text = history[0]?.texts[key]?.trim() ?? '';
  if (text === '') return '';
  return `${title} ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
}

/** Hands in once everything typed is on the server; a refusal names each field. */
function useHandIn(report: ReportOnScreen, flush: () => Promise<boolean>, labelOf: (field: string) => string) {
  const t = useTexts();
  const queries = useQueryClient();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const run = async (): Promise<void> => {
    setState('busy');
    setErrors({});
    try {
      if (!(await flush())) throw new ApiError(0, 'offline', t('reports.save.failed'));
      await api.handInReport({ path: pathOf(report) });
      setState('done');
      await queries.invalidateQueries({ queryKey: ['reports'] });
    } catch (error) {
      setState('idle');
      if (!(error instanceof ApiError)) throw error;
      const details = (error.details.fields ?? error.details.odd ?? []) as readonly Detail[];
      const named = details.map(({ field }) => [field, `${labelOf(field)}: ${error.message}`] as const);
      setErrors(named.length > 0 ? Object.fromEntries(named) : { form: error.message });
    }
  };
  return { run: () => void run(), errors, isBusy: state === 'busy', isDone: state === 'done' };
}
