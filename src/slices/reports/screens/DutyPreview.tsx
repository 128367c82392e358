import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type PreviewDutyAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import type { DutyForm } from '../rules/duty.ts';

const ASK_AFTER_MS = 500;

/** The form a moment after the last key. */
function useSettled(form: DutyForm): DutyForm {
  const [settled, setSettled] = useState(form);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(form), ASK_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [form]);
  return settled;
}

/** The days of the year that the words mean, both variants where a day is off, and how many units owe each. */
export function DutyPreview({ form, validFrom }: { form: DutyForm; validFrom: string }) {
  const t = useTexts();
  const year = useYear();
  const settled = useSettled(form);
  const named = { ...settled, name: settled.name || t('duties.newDuty') };
  const { data, error } = useQuery({
    queryKey: ['duty-preview', year, JSON.stringify(named)],
    // The whole year is shown, whatever day the version begins on.
    queryFn: ({ signal }) =>
      api.previewDuty({ query: { year }, body: { validFrom: `${year}-01-01` as never, form: named as never }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Card title={t('duties.preview', { year })}>
      {error ? (
        <p className="soft" role="status">
          {error.message}
        </p>
      ) : null}
      {data && !error ? <PreviewTable preview={data} validFrom={validFrom} /> : null}
    </Card>
  );
}

function PreviewTable({ preview, validFrom }: { preview: PreviewDutyAnswer; validFrom: string }) {
  const t = useTexts();
  return (
    /* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard */
    <div className="table-scroll" role="group" tabIndex={0} aria-label={t('duties.previewCaption')}>
      {/* biome-ignore-end lint/a11y: only the frame of the table */}
      <table className="table">
        <caption className="visually-hidden">{t('duties.previewCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.period')}</th>
            <th scope="col">{t('duties.cutOffs')}</th>
            <th scope="col" className="align-end">
              {t('duties.unitCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.periods.map((period) => (
            <tr key={period.key}>
              <th scope="row">
                {period.name}
                {period.lastDay < validFrom ? <div className="soft">{t('duties.beforeVersion')}</div> : null}
              </th>
              <td>
                {period.cutOffs.map((cutOff) => (
                  <PreviewDay key={cutOff.stage} cutOff={cutOff} />
                ))}
              </td>
              <td className="align-end">{period.unitIds.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CutOff = PreviewDutyAnswer['periods'][number]['cutOffs'][number];

/** The day, and on a day off what the other rule would make of it. */
function PreviewDay({ cutOff: { stage, dueOn, wordedDay, choices } }: { cutOff: CutOff }) {
  const t = useTexts();
  const isOff = choices.next !== null && choices.next !== wordedDay;
  return (
    <div>
      <span className="soft">{t(`reports.stage.${stage}`)}</span> <b className="nowrap">{dayText(dueOn)}</b>
      {isOff ? (
        <div>
          <StatusTag tone="risk">{t('duties.dayIsOff', { day: dayText(wordedDay) })}</StatusTag>{' '}
          <span className="soft">
            {t('duties.dayVariants', {
              stay: dayText(wordedDay),
              next: dayText(choices.next ?? ''),
              previous: dayText(choices.previous ?? ''),
            })}
          </span>
        </div>
      ) : null}
    </div>
  );
}
