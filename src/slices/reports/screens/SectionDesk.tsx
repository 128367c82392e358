import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';
import { fieldId } from '../../../web/ui/Field.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import type { PeriodOnScreen } from './on-screen.ts';
import { Conflicts, SaveStateText } from './SavedFieldsNotice.tsx';
import { useSavedFields } from './use-saved-fields.ts';

/** Units' texts in a column, the office's own beside: it saves itself. */
export function SectionDesk({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const { dutyId, key, form, units } = period;
  const fields = useSavedFields({
    draftName: `compilation-${dutyId}-${key}`,
    initial: { numbers: {}, texts: period.texts },
    names: form.sections.map((section) => `text:${section.key}`),
    send: async (changes) => {
      const { texts, conflicts } = await api.editCompilation({
        path: { dutyId, key },
        body: { changes: [...changes] },
      });
      return { fields: { numbers: {}, texts }, conflicts };
    },
  });
  const mayWrite = period.mayCompile && period.state === 'open';
  const labels = new Map(form.sections.map((section) => [section.key, section.label]));
  if (form.sections.length === 0) return null;
  return (
    <Card
      title={t('reports.deskTitle')}
      more={
        mayWrite ? (
          <>
            <SaveStateText state={fields.state} /> <CompileButton period={period} flush={fields.flush} />
          </>
        ) : null
      }
    >
      <div className="stack">
        <Conflicts
          conflicts={fields.conflicts}
          labelOf={(field) => labels.get(field) ?? field}
          onSettle={fields.settle}
        />
        {form.sections.map((section) => (
          <section key={section.key} className="report-section" aria-labelledby={`desk-${section.key}`}>
            <h3 id={`desk-${section.key}`}>{section.label}</h3>
            <div className="report-desk">
              <UnitTexts units={units} section={section.key} label={section.label} />
              <div>
                <label className="field-label" htmlFor={fieldId(section.key)}>
                  {t('reports.ourText', { section: section.label })}
                </label>
                <textarea
                  id={fieldId(section.key)}
                  className="input"
                  readOnly={!mayWrite}
                  value={fields.typed[`text:${section.key}`] ?? ''}
                  onChange={(event) => fields.set(`text:${section.key}`)(event.target.value)}
                />
              </div>
            </div>
          </section>
        ))}
      </div>
    </Card>
  );
}

type UnitTextsProps = { units: PeriodOnScreen['units']; section: string; label: string };

function UnitTexts({ units, section, label }: UnitTextsProps) {
  const t = useTexts();
  const { byId } = useUnits();
  const written = units.filter(({ texts }) => texts[section]?.trim());
  const silent = units.filter(({ texts, number }) => number !== null && !texts[section]?.trim()).length;
  return (
    /* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard */
    <div className="report-scroll" role="group" tabIndex={0} aria-label={t('reports.unitTexts', { section: label })}>
      {/* biome-ignore-end lint/a11y: only the frame of the texts */}
      {written.length === 0 ? <p className="soft">{t('reports.noTexts')}</p> : null}
      {written.map(({ unitId, texts, repeated, change }) => (
        <div key={unitId} className="report-unit-text">
          <b>{byId.get(unitId)?.name ?? unitId}</b>{' '}
          {change === 'new' || change === 'changed' ? (
            <StatusTag tone="risk">{t(`reports.change.${change}`)}</StatusTag>
          ) : null}
          {repeated.includes(section) ? <StatusTag>{t('reports.sameAsLast')}</StatusTag> : null}
          <p>{texts[section]}</p>
        </div>
      ))}
      {silent > 0 ? <p className="soft">{t('reports.silent', { count: silent })}</p> : null}
    </div>
  );
}

/** Takes the units' texts in: empty sections are filled at once, written ones only when asked. */
function CompileButton({ period, flush }: { period: PeriodOnScreen; flush: () => Promise<boolean> }) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const { dutyId, key, form } = period;
  const compile = useMutation({
    mutationFn: async (replace: string[]) => {
      await flush();
      await api.compileReports({ path: { dutyId, key }, body: { replace } });
      setAsking(false);
    },
  });
  return (
    <>
      <Button onClick={() => (period.takenAt ? setAsking(true) : compile.mutate([]))} loading={compile.isPending}>
        {t(period.takenAt ? 'reports.compileAgain' : 'reports.compile')}
      </Button>
      {compile.error ? <Notice tone="late">{compile.error.message}</Notice> : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('reports.compileAgain')}
        confirmText={t('reports.compileReplace')}
        isBusy={compile.isPending}
        onConfirm={() => compile.mutate(form.sections.map((section) => section.key))}
        onCancel={() => setAsking(false)}
      >
        <p>{t('reports.compileAgainLead')}</p>
        <Button onClick={() => compile.mutate([])}>{t('reports.compileKeep')}</Button>
      </ConfirmDialog>
    </>
  );
}
