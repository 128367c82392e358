import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import type { SourceDocument } from '../../../reading/index.ts';
import { bringIntoView } from './bring-into-view.ts';
import { highlight, type Shown } from './MarkedText.tsx';
import type { Mark } from './marks.ts';
import { boxesOn, haveSameMarks, type PageSpot, type PictureSize, spotsByPage } from './page-boxes.ts';

type PagesPaneProps = {
  reviewId: string;
  source: SourceDocument;
  marks: ReadonlyMap<string, readonly Mark[]>;
  shown: Shown | null;
  onPoint: (mark: Mark) => void;
};

/** The pages as they look, every field framed at its place; a click on a frame leads to its field. */
export function PagesPane({ reviewId, source, marks, shown, onPoint }: PagesPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const brought = useRef<Shown | null>(null);
  const spots = useMemo(() => spotsByPage(source), [source]);
  useEffect(() => {
    const frame = pane.current?.parentElement;
    if (!pane.current || !frame) return;
    const first = highlight(pane.current, shown);
    if (first && brought.current !== shown) bringIntoView(frame, first);
    brought.current = shown;
  });
  return (
    <div ref={pane} className="pages">
      {Array.from({ length: source.pageCount ?? 0 }, (_, at) => (
        <PagePicture
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a document never change
          key={at}
          address={`/api/reviews/${reviewId}/pages/${at + 1}`}
          spots={spots.get(at + 1) ?? NO_SPOTS}
          {...{ page: at + 1, marks, onPoint }}
        />
      ))}
    </div>
  );
}

type PagePictureProps = Pick<PagesPaneProps, 'marks' | 'onPoint'> & {
  address: string;
  page: number;
  spots: readonly PageSpot[];
};
const NO_SPOTS: readonly PageSpot[] = [];

/** Size of an A4 page before its picture has come, so that frames stand where they will stand. */
const A4: PictureSize = { width: 1240, height: 1754 };

const PagePicture = memo(DrawnPage, (before, after) => {
  const isSame = before.spots === after.spots && before.onPoint === after.onPoint && before.address === after.address;
  return isSame && haveSameMarks(after.spots, before.marks, after.marks);
});

function DrawnPage({ address, page, spots, marks, onPoint }: PagePictureProps) {
  const t = useTexts();
  const [size, setSize] = useState(A4);
  const [hasFailed, setFailed] = useState(false);
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <figure className="page-picture" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      {hasFailed ? (
        <p className="page-failed">{t('review.pageFailed', { page })}</p>
      ) : (
        <img
          src={address}
          alt={t('review.pagePicture', { page })}
          loading="lazy"
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setFailed(true)}
        />
      )}
      {boxesOn(spots, size, marks).map(({ spot, left, top, width, height, marks: [first, ...others] }) =>
        first ? (
          <a
            key={spot}
            href={`#item-${first.key}`}
            className={`page-box mark-${first.tone}`}
            tabIndex={-1}
            title={t(`review.markTone.${first.tone}`)}
            data-marks={[first, ...others].map(({ key, field }) => `${key}/${field}`).join(' ')}
            style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
            onClick={(event) => {
              event.preventDefault();
              onPoint(first);
            }}
          >
            <span className="visually-hidden">{t(`review.markTone.${first.tone}`)}</span>
          </a>
        ) : null,
      )}
      <figcaption>{t('review.pageNumber', { page })}</figcaption>
    </figure>
  );
}
