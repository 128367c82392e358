import { Fragment, memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import type { SourceDocument } from '../../../reading/index.ts';
import type { Draft } from '../../rules/draft.ts';
import { bringIntoView } from './bring-into-view.ts';
import { highlight, MarkedText, PointingContext, type Shown } from './MarkedText.tsx';
import { keepSame, type Mark, marksOf, spotName } from './marks.ts';
import { PagesPane } from './PagesPane.tsx';
import { hasPages } from './page-boxes.ts';
import type { ReviewFigure } from './review-types.ts';
import { type Block, lookOf, type TableBlock } from './source.ts';

type DocumentPaneProps = {
  reviewId: string;
  source: SourceDocument;
  draft: Draft;
  figures: readonly ReviewFigure[];
  shown: Shown | null;
  onPoint: (mark: Mark) => void;
};

/** The document as it was read, every field marked at its place; what is looked at is brought into view. */
export function DocumentPane({ reviewId, source, draft, figures, shown, onPoint }: DocumentPaneProps) {
  const t = useTexts();
  const { search, change } = useAddress();
  const settled = useDeferredValue(draft);
  const marks = useSteadyMarks(settled, figures);
  const canShowPages = hasPages(source);
  const asPages = canShowPages && search.pane !== 'text';
  return (
    <div className="paper-side">
      {canShowPages ? (
        <fieldset className="paper-choice no-print">
          <legend className="visually-hidden">{t('review.paneChoice')}</legend>
          {(['pages', 'text'] as const).map((pane) => (
            <label key={pane}>
              <input
                type="radio"
                name="pane"
                checked={asPages === (pane === 'pages')}
                onChange={() => change({ pane: pane === 'pages' ? '' : pane })}
              />
              {t(`review.pane.${pane}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {asPages ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <section className="paper-frame" aria-label={t('review.paper')} tabIndex={0}>
          <PagesPane reviewId={reviewId} source={source} marks={marks} shown={shown} onPoint={onPoint} />
        </section>
      ) : (
        <TextPane {...{ source, settled, figures, marks, shown, onPoint }} />
      )}
    </div>
  );
}

type TextPaneProps = Pick<DocumentPaneProps, 'source' | 'figures' | 'shown' | 'onPoint'> & {
  settled: Draft;
  marks: ReadonlyMap<string, readonly Mark[]>;
};

/** The text as it was read, with marks inside it. */
function TextPane({ source, settled, figures, marks, shown, onPoint }: TextPaneProps) {
  const t = useTexts();
  const pane = useRef<HTMLElement>(null);
  const isBrought = useRef<Shown | null>(null);
  // After every drawing: marks that were drawn anew are highlighted again, but the page moves only for another item.
  useEffect(() => {
    if (!pane.current) return;
    const first = highlight(pane.current, shown);
    if (first && isBrought.current !== shown) bringIntoView(pane.current, first);
    isBrought.current = shown;
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section ref={pane} className="paper-frame" aria-label={t('review.paper')} tabIndex={0}>
      <PointingContext value={onPoint}>
        <div className="paper" lang="vi">
          {source.blocks.map((block, at) => (
            <Fragment key={block.place.block}>
              <PageBreak page={block.place.page} before={source.blocks[at - 1]?.place.page} />
              <DocumentBlock block={block} marks={marks} />
              <FigureNotes figures={figures} decisions={settled.decisions} block={block.place.block} />
            </Fragment>
          ))}
          {source.footnotes.length ? (
            <ol className="paper-footnotes">
              {source.footnotes.map((footnote) => (
                <li key={`${footnote.mark} ${footnote.place.block} ${footnote.text.slice(0, 20)}`}>
                  <sup>{footnote.mark}</sup> {footnote.text}
                </li>
              ))}
            </ol>
          ) : null}
        </div>
      </PointingContext>
    </section>
  );
}

/** The marks of a draft; those of a text where nothing changed stay the same, so that it is not drawn anew. */
function useSteadyMarks(draft: Draft, figures: readonly ReviewFigure[]): ReadonlyMap<string, readonly Mark[]> {
  const before = useRef<ReadonlyMap<string, readonly Mark[]>>(new Map());
  return useMemo(() => {
    const fresh = marksOf(draft, figures);
    before.current = new Map([...fresh].map(([name, marks]) => [name, keepSame(before.current.get(name), marks)]));
    return before.current;
  }, [draft, figures]);
}

function PageBreak({ page, before }: { page: number | undefined; before: number | undefined }) {
  const t = useTexts();
  if (page === undefined || before === undefined || page === before) return null;
  return <div className="paper-page">{t('review.pageNumber', { page })}</div>;
}

type DocumentBlockProps = { block: Block; marks: ReadonlyMap<string, readonly Mark[]> };
const NO_MARKS: readonly Mark[] = [];

/** Below this the characters of a scan may be read wrongly. */
const LEGIBLE_FROM = 0.8;

const DocumentBlock = memo(function DocumentBlock({ block, marks }: DocumentBlockProps) {
  const t = useTexts();
  if (block.kind === 'table') return <DocumentTable table={block} marks={marks} />;
  const isFaint = block.confidence !== undefined && block.confidence < LEGIBLE_FROM;
  return (
    <p
      className={`paper-${lookOf(block)} ${isFaint ? 'paper-faint' : ''}`}
      title={isFaint ? t('review.faint') : undefined}
    >
      {block.listMarker ? `${block.listMarker} ` : ''}
      <MarkedText text={block.text} marks={marks.get(spotName({ block: block.place.block })) ?? NO_MARKS} />
    </p>
  );
});

type DocumentTableProps = { table: TableBlock; marks: ReadonlyMap<string, readonly Mark[]> };

function DocumentTable({ table, marks }: DocumentTableProps) {
  const t = useTexts();
  return (
    <div className="paper-table-frame">
      <table className="paper-table">
        <caption className="visually-hidden">{t('review.paperTable')}</caption>
        <tbody>
          {table.rows.map((row, rowAt) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document that was read never change
            <tr key={rowAt}>
              {row.map((cell) => {
                if (!cell) return null;
                const Cell = rowAt === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={spotName(cell.place)}
                    colSpan={cell.columnSpan}
                    rowSpan={cell.rowSpan}
                    scope={rowAt === 0 ? 'col' : undefined}
                  >
                    <MarkedText text={cell.text} marks={marks.get(spotName(cell.place)) ?? NO_MARKS} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type FigureNotesProps = { figures: readonly ReviewFigure[]; decisions: Draft['decisions']; block: number };

/** What the figure check says, at the figures; what was decided is no longer shouted. */
function FigureNotes({ figures, decisions, block }: FigureNotesProps) {
  const language = useLanguage();
  const notes = figures
    .map((figure, number) => ({ ...figure, number }))
    .filter((figure) => !figure.holds && figure.place.block === block);
  if (!notes.length) return null;
  return notes.map(({ number, note, noteEnglish }) => {
    const isDecided = decisions.some(({ figure }) => figure === number);
    return (
      <div key={number} id={`note-${number}`} className={`paper-note ${isDecided ? 'paper-note-decided' : ''}`}>
        {language === 'vi' ? note : noteEnglish}
      </div>
    );
  });
}
