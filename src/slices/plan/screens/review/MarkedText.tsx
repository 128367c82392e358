import { createContext, memo, useContext } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { type Mark, segmentsOf } from './marks.ts';

/** The item that is being looked at, and one of its fields where a single field was asked for. */
export type Shown = { key: string; field: string | null };

/** What a click on a marked place does, for every marked text of the document. */
export const PointingContext = createContext<(mark: Mark) => void>(() => undefined);

/** An item's area is a heading far above it: shown only where it is asked for. */
function isAsked({ key, field }: Shown, mark: string): boolean {
  const [markKey, markField] = mark.split('/');
  return markKey === key && (field === null ? markField !== 'area' : markField === field);
}

/** Highlights the places that are asked for; a document of many hundred places is not drawn anew for it. @returns the first */
export function highlight(paper: HTMLElement, shown: Shown | null): HTMLElement | null {
  let first: HTMLElement | null = null;
  for (const place of paper.querySelectorAll<HTMLElement>('[data-marks]')) {
    const isActive = shown !== null && (place.dataset.marks ?? '').split(' ').some((mark) => isAsked(shown, mark));
    if (isActive) place.dataset.active = 'true';
    else delete place.dataset.active;
    if (isActive) first ??= place;
  }
  return first;
}

type MarkedTextProps = { text: string; marks: readonly Mark[] };

/** A text of the document with the places that fields were read from; a click on one leads to its field. */
export const MarkedText = memo(function MarkedText({ text, marks }: MarkedTextProps) {
  const t = useTexts();
  const onPoint = useContext(PointingContext);
  if (!marks.length) return text;
  return segmentsOf(text, marks).map((segment) => {
    const [first] = segment.marks;
    if (!first) return <span key={segment.from}>{segment.text}</span>;
    return (
      <a
        key={segment.from}
        href={`#item-${first.key}`}
        className={`mark mark-${first.tone}`}
        // The fields beside the page are the way by keyboard: hundreds of places would stand before them.
        tabIndex={-1}
        data-marks={segment.marks.map(({ key, field }) => `${key}/${field}`).join(' ')}
        title={t(`review.markTone.${first.tone}`)}
        onClick={(event) => {
          event.preventDefault();
          onPoint(first);
        }}
      >
        {segment.text}
      </a>
    );
  });
});
