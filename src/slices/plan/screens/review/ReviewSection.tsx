import type { KeyboardEvent } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { isUnsure, progressOf } from '../../rules/draft-items.ts';
import { ItemCard } from './ItemCard.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import type { ReviewDesk } from './review-desk.ts';
import { isList, type Section } from './sections.ts';

type ReviewSectionProps = { section: Section; desk: ReviewDesk };

/** A part of the document: how far it is looked at, its items, and agreeing to all that is sure at once. */
export function ReviewSection({ section, desk }: ReviewSectionProps) {
  const t = useTexts();
  const { name, items } = section;
  const { looked, total } = progressOf(items);
  const sure = items.filter((item) => item.state === 'unchecked' && !isUnsure(item));
  return (
    <Card
      title={t(`plan.section.${name}`)}
      more={
        <span className="section-more">
          <SectionProgress looked={looked} total={total} />
          {sure.length > 1 ? (
            <button type="button" className="link-button" onClick={() => desk.agreeAll(sure)}>
              {t('review.agreeAll', { count: sure.length })}
              <span className="visually-hidden"> {t(`plan.section.${name}`)}</span>
            </button>
          ) : null}
        </span>
      }
    >
      {items.length ? (
        <ul className={`items items-${name}`}>
          {items.map((item) =>
            desk.editing === item.key ? (
              <ItemEditor key={item.key} section={name} item={item} desk={desk} />
            ) : (
              <ItemCard
                key={item.key}
                section={name}
                item={item}
                units={desk.units}
                year={desk.year}
                isCurrent={desk.current === item.key}
                isReachable={desk.reachable === item.key}
                shownField={desk.shown?.key === item.key ? desk.shown.field : null}
                deeds={desk.deeds}
              />
            ),
          )}
        </ul>
      ) : (
        <p className="soft">{t(`plan.none.${name}`)}</p>
      )}
      {isList(name) || (name === 'result' && !items.length) ? (
        <button type="button" className="link-button section-add" onClick={() => desk.add(name)}>
          + {t(`review.add.${name}`)}
        </button>
      ) : null}
    </Card>
  );
}

function SectionProgress({ looked, total }: { looked: number; total: number }) {
  const t = useTexts();
  if (total === 0) return null;
  if (looked === total) return <span className="section-done">{t('review.sectionDone')} ✓</span>;
  return <span className="soft">{t('review.sectionProgress', { looked, total })}</span>;
}

type KeyDeed = 'next' | 'before' | 'agree' | 'edit' | 'drop' | 'divide' | 'joinWithBefore';

const keyDeeds: Readonly<Record<string, KeyDeed>> = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  Enter: 'agree',
  e: 'edit',
  E: 'edit',
  Delete: 'drop',
  t: 'divide',
  T: 'divide',
  g: 'joinWithBefore',
  G: 'joinWithBefore',
};

/** Keys of the item that has the focus: down, up, Enter agrees, E types, Delete drops or brings back, T divides, G joins. */
export function pressKey(event: KeyboardEvent<HTMLElement>, desk: ReviewDesk): void {
  const at = event.target;
  const deed = keyDeeds[event.key];
  if (!deed || !(at instanceof HTMLElement) || at.matches('input, textarea, select')) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = at.dataset.item;
  if (deed === 'next' || deed === 'before') desk.step(deed === 'next' ? 1 : -1);
  else if (key === undefined) return;
  else desk.deeds[deed === 'edit' ? 'startEditing' : deed](key);
  event.preventDefault();
}
