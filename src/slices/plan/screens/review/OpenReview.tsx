import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useAddress } from '../../../../web/address.ts';
import type { GetReviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { SourceDocument } from '../../../reading/index.ts';
import type { Draft } from '../../rules/draft.ts';
import { isUnsure, itemsOf, progressOf, unitNamesOf } from '../../rules/draft-items.ts';
import { choiceOf, questionsOf } from '../../rules/figure-decisions.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import { FigureQuestions } from './FigureQuestions.tsx';
import type { Mark } from './marks.ts';
import { pressKey, ReviewSection } from './ReviewSection.tsx';
import { focusItem, useReviewDesk } from './review-desk.ts';
import { SaveNotice } from './SaveNotice.tsx';
import type { ReviewItem } from './sections.ts';
import { ToReviews } from './ToReviews.tsx';
import { UnitQuestions } from './UnitQuestions.tsx';
import { useReviewDraft } from './use-review-draft.ts';

type OpenReviewProps = { review: GetReviewAnswer; source: NonNullable<GetReviewAnswer['source']>; first: Draft };

const filters: Readonly<Record<string, (item: ReviewItem) => boolean>> = {
  unchecked: ({ state }) => state === 'unchecked',
  unsure: isUnsure,
  dropped: ({ state }) => state === 'dropped',
};

/** The desk: left the document, right what was read from it; a click on one shows the other. */
export function OpenReview({ review, source, first }: OpenReviewProps) {
  const t = useTexts();
  const mayAccept = useRights()('plan.accept');
  const { search } = useAddress();
  const saving = useReviewDraft(review, first);
  const { draft, edit, save } = saving;
  const [isAccepting, setAccepting] = useState(false);
  const show = search.show ?? '';
  const isKept = useCallback((item: ReviewItem) => filters[show]?.(item) ?? true, [show]);
  const desk = useReviewDesk(draft, edit, isKept);
  const progress = progressOf(itemsOf(draft));
  const openFigures = questionsOf(review.figures).filter((question) => choiceOf(question, draft.decisions) === null);
  const names = unitNamesOf(draft);
  const openUnits = names.filter((name) => ['unsure', 'unknown'].includes(desk.units.matchOf(name).kind));
  const { look } = desk.deeds;
  const point = useCallback(
    ({ key, field }: Mark) => {
      if (key.startsWith('figure-')) return document.getElementById('figures')?.scrollIntoView({ block: 'start' });
      focusItem(key);
      look(key, field);
    },
    [look],
  );
  return (
    <>
      <PageHead
        title={draft.document.title ?? review.fileName}
        crumbs={[<ToReviews key="reviews" />]}
        lead={
          <span className="review-lead">
            {t('review.documentFacts', { format: source.format, blocks: source.blocks.length })} ·{' '}
            <b>{t('review.progress', { looked: progress.looked, total: progress.total })}</b>
            {openFigures.length ? (
              <StatusTag tone="late">{t('review.figuresOpen', { count: openFigures.length })}</StatusTag>
            ) : null}
            {progress.unsure ? (
              <StatusTag tone="risk">{t('review.unsureOpen', { count: progress.unsure })}</StatusTag>
            ) : null}
            {openUnits.length ? (
              <StatusTag tone="risk">{t('review.unitsOpen', { count: openUnits.length })}</StatusTag>
            ) : null}
          </span>
        }
        actions={
          <>
            <SaveNotice saving={saving} />
            <Button onClick={() => void save()}>{t('review.saveLater')}</Button>
            {mayAccept ? (
              <Button type="primary" onClick={() => setAccepting(true)}>
                {t('plan.accept')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="review">
        <DocumentPane
          reviewId={review.reviewId}
          // The server sends the blocks as the reading slice shaped them.
          source={source as unknown as SourceDocument}
          draft={draft}
          figures={review.figures}
          shown={desk.shown}
          onPoint={point}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the items inside, each of which is a button */}
        <div className="review-fields stack" onKeyDown={(event) => pressKey(event, desk)}>
          <div className="review-tools no-print">
            <KeyLegend />
            <FilterBar
              filters={[
                {
                  kind: 'choice',
                  key: 'show',
                  label: t('review.show'),
                  choices: (['unchecked', 'unsure', 'dropped'] as const).map((value) => ({
                    value,
                    label: t(`review.show.${value}`),
                  })),
                },
              ]}
            />
          </div>
          <div id="figures" className="stack">
            <FigureQuestions figures={review.figures} draft={draft} edit={edit} onShow={desk.show} />
          </div>
          <UnitQuestions names={names} units={desk.units} />
          {desk.sections
            .filter(({ items }) => items.length > 0 || show === '')
            .map((section) => (
              <ReviewSection key={section.name} section={section} desk={desk} />
            ))}
        </div>
      </div>
      <AcceptDialog
        isOpen={isAccepting}
        reviewId={review.reviewId}
        year={draft.document.planYear}
        progress={progress}
        openFigures={openFigures.length}
        openUnits={openUnits.length}
        save={save}
        onClose={() => setAccepting(false)}
      />
    </>
  );
}

/** The keys, always on the screen. */
function KeyLegend() {
  const t = useTexts();
  return (
    <p className="key-legend">
      <kbd>↓</kbd> <kbd>↑</kbd> {t('review.key.next')} · <kbd>Enter</kbd> {t('review.key.agree')} · <kbd>E</kbd>{' '}
      {t('review.key.edit')} · <kbd>Delete</kbd> {t('review.key.drop')} · <kbd>T</kbd> {t('review.key.divide')} ·{' '}
      <kbd>G</kbd> {t('review.key.join')}
    </p>
  );
}
