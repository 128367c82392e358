import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type FindPlanChangesAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { ReviewProgress } from '../../rules/draft-items.ts';

type AcceptDialogProps = {
  isOpen: boolean;
  reviewId: string;
  year: number | null;
  progress: ReviewProgress;
  openFigures: number;
  openUnits: number;
  /** Saves what is typed; null where that failed. */
  save: () => Promise<number | null>;
  onClose: () => void;
};

/** Takes the reviewed document into the plan: a new one, or a renewal whose changes are shown first. */
export function AcceptDialog(props: AcceptDialogProps) {
  const t = useTexts();
  return (
    <Dialog isOpen={props.isOpen} title={t('review.acceptTitle')} onClose={props.onClose}>
      {props.year === null ? (
        <Notice tone="risk">{t('review.acceptNoYear')}</Notice>
      ) : (
        <AcceptForm {...props} year={props.year} />
      )}
    </Dialog>
  );
}

function AcceptForm(props: AcceptDialogProps & { year: number }) {
  const t = useTexts();
  const { reviewId, year, save, onClose } = props;
  const [renews, setRenews] = useState<string | null>(null);
  const plans = useQuery({
    queryKey: ['plans', year],
    queryFn: ({ signal }) => api.findPlans({ query: { year }, signal }),
  });
  const accept = useMutation({
    mutationFn: async () => {
      const version = await save();
      if (version === null) return null;
      return api.acceptReview({ path: { reviewId }, body: { version, renews } });
    },
    onSuccess: (answer) => (answer ? onClose() : undefined),
  });
  return (
    <div className="stack">
      <Reminders {...props} />
      <Loaded query={plans}>
        {({ plans: standing }) => (
          <fieldset className="accept-choices">
            <legend className="field-label">{t('review.acceptInto')}</legend>
            <label>
              <input type="radio" name="renews" checked={renews === null} onChange={() => setRenews(null)} />{' '}
              {t('review.acceptNew', { year })}
            </label>
            {standing.map((plan) => (
              <label key={plan.planId}>
                <input
                  type="radio"
                  name="renews"
                  checked={renews === plan.planId}
                  onChange={() => setRenews(plan.planId)}
                />{' '}
                {t('review.acceptRenew', { title: plan.title })}
              </label>
            ))}
          </fieldset>
        )}
      </Loaded>
      {renews ? <Changes reviewId={reviewId} planId={renews} save={save} /> : null}
      {accept.error ? <Notice tone="late">{accept.error.message}</Notice> : null}
      {accept.data === null ? <Notice tone="late">{t('review.acceptUnsaved')}</Notice> : null}
      <div className="form-buttons">
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('plan.accept')}
        </Button>
        <Button onClick={onClose}>{t('web.cancel')}</Button>
      </div>
    </div>
  );
}

/** What has not been looked at yet: said, not forbidden. */
function Reminders({ progress, openFigures, openUnits }: AcceptDialogProps) {
  const t = useTexts();
  const left = progress.total - progress.looked;
  const reminders = [
    left > 0 ? t('review.acceptLeft', { count: left }) : null,
    openFigures > 0 ? t('review.acceptFigures', { count: openFigures }) : null,
    openUnits > 0 ? t('review.acceptUnits', { count: openUnits }) : null,
  ].filter((one) => one !== null);
  if (!reminders.length) return <Notice tone="good">{t('review.acceptReady')}</Notice>;
  return (
    <Notice tone="risk">
      <ul>
        {reminders.map((reminder) => (
          <li key={reminder}>{reminder}</li>
        ))}
      </ul>
    </Notice>
  );
}

type ChangesProps = { reviewId: string; planId: string; save: () => Promise<number | null> };

function Changes({ reviewId, planId, save }: ChangesProps) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['plan-changes', reviewId, planId],
    // The server compares what it holds: what is typed goes there first.
    queryFn: async ({ signal }) => {
      await save();
      return api.findPlanChanges({ path: { reviewId, planId }, signal });
    },
    staleTime: 0,
  });
  return (
    <Loaded query={query}>
      {({ changes }) =>
        changes.length ? (
          <section className="changes" aria-label={t('review.changesTitle')}>
            <h3>{t('review.changesTitle')}</h3>
            <ul>
              {changes.map((change) => (
                <ChangeLine key={`${change.kind} ${change.what} ${change.title}`} change={change} />
              ))}
            </ul>
          </section>
        ) : (
          <Notice>{t('review.changesNone')}</Notice>
        )
      }
    </Loaded>
  );
}

const changeTones = { added: 'good', gone: 'late', changed: 'teal' } as const;

const changedFields = {
  title: 'plan.field.title',
  products: 'plan.field.products',
  leads: 'plan.field.leads',
  coordinators: 'plan.field.coordinators',
  deadline: 'plan.field.deadlineText',
  criterion: 'plan.field.criterion',
  score: 'plan.field.score',
  max: 'plan.field.max',
  reason: 'plan.field.reason',
} as const;

function isChangedField(field: string): field is keyof typeof changedFields {
  return field in changedFields;
}

function ChangeLine({ change }: { change: FindPlanChangesAnswer['changes'][number] }) {
  const t = useTexts();
  return (
    <li>
      <StatusTag tone={changeTones[change.kind]}>{t(`review.change.${change.kind}`)}</StatusTag>{' '}
      <span className="soft">{t(`review.changeWhat.${change.what}`)}</span> {change.title}
      {change.fields.map(({ field, before, after }) => (
        <div key={field} className="change-field">
          {isChangedField(field) ? t(changedFields[field]) : field}: <s>{before || '–'}</s>{' '}
          <span aria-hidden="true">→</span> <ins>{after || '–'}</ins>
        </div>
      ))}
    </li>
  );
}
