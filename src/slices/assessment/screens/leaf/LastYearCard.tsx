import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Points } from '../../../../web/ui/Figures.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import type { Leaf } from '../../../criteria/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

type LeafProps = { index: IndexOnScreen; leaf: Leaf };

/** What the leaf got last year, by the map of the two years, and what the appraiser said. */
export function LastYearCard({ index, leaf }: LeafProps) {
  const t = useTexts();
  const { carried, lastYear, year } = index.data;
  const came = carried.find(({ link }) => link.to.includes(leaf.code));
  const reasons = lastYear.filter(({ leafCode, reason }) => came?.link.from.includes(leafCode) && reason);
  return (
    <Card title={t('leaf.lastYear', { year: year - 1 })} more={<Link to="/index/years">{t('leaf.sideBySide')}</Link>}>
      {came && came.link.kind !== 'new' ? (
        <>
          <p>
            {came.points === null ? (
              t('leaf.lastYearNoPoints')
            ) : (
              <b>
                <Points points={came.points} maximum={came.oldMax} />
              </b>
            )}{' '}
            <span className="soft">
              {t(`results.kind.${came.link.kind}`)}
              {came.link.from.join() === leaf.code ? '' : ` · ${came.link.from.join(', ')}`} ·{' '}
              {t(`results.comparison.${came.comparison}`)}
            </span>
          </p>
          {reasons.map(({ leafCode, reason }) => (
            <p key={leafCode}>{reason}</p>
          ))}
        </>
      ) : (
        <p className="soft">{t('leaf.lastYearNew')}</p>
      )}
      <Losses index={index} leaf={leaf} />
    </Card>
  );
}

/** What was recorded as lost at this leaf in this year's appraised result, with who answers for it. */
function Losses({ index, leaf }: LeafProps) {
  const t = useTexts();
  const losses = index.data.losses.filter(({ codes }) => codes.includes(leaf.code));
  if (losses.length === 0) return null;
  return (
    <ul className="things">
      {losses.map(({ lossId, amount, cause, units, codes }) => (
        <li key={lossId}>
          <b className="leaf-lost nowrap">−{figureText(amount)}</b>
          <div>
            {cause || t('results.noCause')}
            {codes.length > 1 ? ` (${t('leaf.lossTogether', { codes: codes.join(', ') })})` : ''}
            <div className="soft">{units.map(({ name, share }) => `${name}: ${figureText(share)}`).join(' · ')}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
