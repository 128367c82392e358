import { memo } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { isUnsure } from '../../rules/draft-items.ts';
import { ItemFacts } from './ItemFacts.tsx';
import type { ItemDeeds } from './review-desk.ts';
import { isList, numberOf, type ReviewItem, type SectionName, titleOf } from './sections.ts';
import type { UnitMatches } from './use-unit-matches.ts';

type ItemCardProps = {
  section: SectionName;
  item: ReviewItem;
  units: UnitMatches;
  /** The plan's year, with which deadlines are read. */
  year: number | null;
  isCurrent: boolean;
  /** Whether Tab comes here: one item of all. */
  isReachable: boolean;
  /** The fact whose place is shown in the document. */
  shownField: string | null;
  deeds: ItemDeeds;
};

/** One item: what it is called, what it says, what is doubtful about it, and what to do with it. Drawn anew only when it changes: a plan may have hundreds. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { section, item, units, year, isCurrent, isReachable, shownField, deeds } = props;
  const isDropped = item.state === 'dropped';
  return (
    <li
      id={`item-${item.key}`}
      className={`item item-${isUnsure(item) ? 'unsure' : item.state}`}
      aria-current={isCurrent || undefined}
    >
      <div className="item-head">
        <button
          type="button"
          className="item-title"
          data-item={item.key}
          tabIndex={isReachable ? 0 : -1}
          onClick={() => deeds.look(item.key)}
          onFocus={() => deeds.look(item.key)}
        >
          {isDropped ? <s>{titleOf(section, item)}</s> : <ItemName section={section} item={item} />}
        </button>
        <ItemState item={item} />
      </div>
      {isDropped ? null : (
        <ItemFacts
          section={section}
          item={item}
          units={units}
          year={year}
          isReachable={isCurrent}
          shownField={shownField}
          onShow={(field) => deeds.look(item.key, field)}
        />
      )}
      <Doubts item={item} />
      <DeedButtons section={section} item={item} deeds={deeds} isReachable={isCurrent} />
    </li>
  );
});

function ItemName({ section, item }: Pick<ItemCardProps, 'section' | 'item'>) {
  const t = useTexts();
  if (section === 'result') return <>{t('plan.resultOf', { year: numberOf(item, 'year') ?? '…' })}</>;
  return <>{titleOf(section, item) || t('plan.untitled')}</>;
}

function ItemState({ item }: { item: ReviewItem }) {
  const t = useTexts();
  if (item.state === 'checked') return <StatusTag tone="good">✓ {t('review.itemState.checked')}</StatusTag>;
  if (item.state === 'dropped') return <StatusTag>{t('review.itemState.dropped')}</StatusTag>;
  return isUnsure(item) ? (
    <StatusTag tone="risk">{t('review.itemState.unsure')}</StatusTag>
  ) : (
    <StatusTag>{t('review.itemState.unchecked')}</StatusTag>
  );
}

const knownDoubts = [
  'lead-inferred',
  'year-assumed',
  'day-missing',
  'event-missing',
  'deadline-not-understood',
  'computed',
] as const;

/** Why a person should look: a sentence for each doubt, and one for a reading that is merely little sure. */
function Doubts({ item }: { item: ReviewItem }) {
  const t = useTexts();
  if (!isUnsure(item)) return null;
  const sentences = item.doubts.length
    ? item.doubts.map((doubt) => {
        const known = knownDoubts.find((one) => one === doubt);
        return known ? t(`review.doubt.${known}`) : t('review.doubtOther', { code: doubt });
      })
    : [t('review.doubtConfidence', { percent: Math.round(item.confidence * 100) })];
  return (
    <ul className="doubts">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

type DeedButtonsProps = Pick<ItemCardProps, 'section' | 'item' | 'deeds' | 'isReachable'>;

function DeedButtons({ section, item, deeds, isReachable }: DeedButtonsProps) {
  const t = useTexts();
  const tabIndex = isReachable ? 0 : -1;
  const name = <span className="visually-hidden"> {titleOf(section, item)}</span>;
  return (
    <div className="item-deeds">
      {item.state === 'unchecked' ? (
        <button type="button" className="deed deed-main" tabIndex={tabIndex} onClick={() => deeds.agree(item.key)}>
          {t('review.agree')}
          {name}
        </button>
      ) : null}
      {item.state === 'checked' ? (
        <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.reopen(item.key)}>
          {t('review.reopen')}
          {name}
        </button>
      ) : null}
      {item.state === 'dropped' ? (
        <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.reopen(item.key)}>
          {t('review.restore')}
          {name}
        </button>
      ) : (
        <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.startEditing(item.key)}>
          {t('review.edit')}
          {name}
        </button>
      )}
      {section === 'tasks' && item.state !== 'dropped' ? (
        <>
          <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.divide(item.key)}>
            {t('review.divide')}
            {name}
          </button>
          <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.joinWithBefore(item.key)}>
            {t('review.joinWithBefore')}
            {name}
          </button>
        </>
      ) : null}
      {isList(section) && item.state !== 'dropped' ? (
        <button type="button" className="deed" tabIndex={tabIndex} onClick={() => deeds.drop(item.key)}>
          {t('review.drop')}
          {name}
        </button>
      ) : null}
    </div>
  );
}
