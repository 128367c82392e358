import { createContext, useContext } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { type Mark, segmentsOf } from './marks.ts';

/** The item that is being looked at, and one of its fields where a single field was asked for. */
export type Shown = { key: string; field: string | null };

type Pointing = { shown: Shown | null; onPoint: (mark: Mark) => void };

/** What is highlighted and what a click on a marked place does: for every marked text of the document. */
export const PointingContext = createContext<Pointing>({ shown: null, onPoint: () => undefined });

/** An item's area is a heading far above it: shown only where it is asked for. */
function isShown(shown: Shown | null, marks: readonly Mark[]): boolean {
  const isAsked = ({ field }: Mark): boolean => (shown?.field ? shown.field === field : field !== 'area');
  return marks.some((mark) => mark.key === shown?.key && isAsked(mark));
}

type MarkedTextProps = { text: string; marks: readonly Mark[] };

/** A text of the document with the places that fields were read from; a click on one leads to its field. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const t = useTexts();
  const { shown, onPoint } = useContext(PointingContext);
  if (!marks.length) return text;
  return segmentsOf(text, marks).map((segment) => {
    const [first] = segment.marks;
    if (!first) return <span key={segment.from}>{segment.text}</span>;
    const isActive = isShown(shown, segment.marks);
    return (
      <a
        key={segment.from}
        href={`#item-${first.key}`}
        className={`mark mark-${first.tone}`}
        // The fields beside the page are the way by keyboard: hundreds of places would stand before them.
        tabIndex={-1}
        data-active={isActive ? 'true' : undefined}
        title={t(`plan.markTone.${first.tone}`)}
        onClick={(event) => {
          event.preventDefault();
          onPoint(first);
        }}
      >
        {segment.text}
      </a>
    );
  });
}
