import { useLanguage, useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Change, FigureRow, KeyFigure, Points, Rank } from '../../../web/ui/Figures.tsx';
import type { WhatIf } from '../../scoring/index.ts';
import { type IndexOnScreen, otherContenders, placeAmong, tiesOf } from './index-on-screen.ts';

type WouldBeProps = { index: IndexOnScreen; leafCode: string; supposed: WhatIf };

/** Points, total, grade and rank if the figures being typed were the true ones. */
export function WouldBe({ index, leafCode, supposed }: WouldBeProps) {
  const t = useTexts();
  const language = useLanguage();
  const { agency } = useSession();
  const { points } = supposed;
  const leaf = points.leaves.find((result) => result.leaf.code === leafCode);
  const others = otherContenders(index.data);
  const place = placeAmong(others, agency.name, points, tiesOf(index.data));
  const change = points.total.minus(index.start.points.total);
  return (
    <div aria-live="polite">
      <p className="field-label">{t('assessment.wouldBe')}</p>
      <FigureRow>
        <KeyFigure label={t('assessment.leafPoints')} note={leaf?.refusal?.message[language] ?? null}>
          {leaf?.points ? (
            <Points points={leaf.points.toFixed()} maximum={leaf.leaf.max.toFixed()} />
          ) : (
            t('assessment.unscored')
          )}
        </KeyFigure>
        <KeyFigure label={t('assessment.totalPoints')} note={<Change change={change.toFixed()} />}>
          <Points points={points.total.toFixed()} maximum={points.possible.toFixed()} />
        </KeyFigure>
        <KeyFigure label={t('assessment.grade')}>{points.grade ?? '–'}</KeyFigure>
        {place ? (
          <KeyFigure label={t('assessment.rank')}>
            <Rank rank={place.place} count={others.length + 1} />
          </KeyFigure>
        ) : null}
      </FigureRow>
    </div>
  );
}
