import { useQuery } from '@tanstack/react-query';
import { api, type GetLeafFiguresAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { placesOf } from '../../../registers/index.ts';
import type { LeafPoints } from '../../../scoring/index.ts';
import { movedSince } from '../../rules/what-counts.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { ChooseMeasure } from './ChooseMeasure.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { figuresText } from './figures-words.ts';
import { MonthLine } from './MonthLine.tsx';
import { monthPoints } from './month-line.ts';
import { PlacesTable } from './PlacesTable.tsx';
import { UnitFigures } from './UnitFigures.tsx';

type MeasureCardProps = { index: IndexOnScreen; result: LeafPoints };
type Tie = IndexOnScreen['data']['ties'][number];

/** The measures that feed a leaf: now, entered and frozen beside each other, over the year and by unit. */
export function MeasureCard({ index, result }: MeasureCardProps) {
  const t = useTexts();
  const { leaf } = result;
  const { year } = index.data;
  const ties = index.data.ties.filter(({ leafCode }) => leafCode === leaf.code);
  const [first] = ties;
  const places = placesOf(leaf.rule);
  const tiedKeys = ties.map(({ place, measureKey }) => `${place}:${measureKey}`).join(' ');
  const query = useQuery({
    queryKey: ['leaf-figures', year, leaf.code, tiedKeys],
    queryFn: ({ signal }) => api.getLeafFigures({ path: { leafCode: leaf.code }, query: { year }, signal }),
  });
  const toRecords = places.length === 1 && first?.address ? <a href={first.address}>{t('leaf.toRecords')}</a> : null;
  return (
    <Card title={t('leaf.measures')} more={toRecords}>
      <Loaded query={query}>
        {(figures) => (
          <div className="stack">
            {places.length > 1 ? <PlacesTable leaf={leaf} year={year} ties={ties} offered={figures.offered} /> : null}
            {ties.length > 0 ? (
              <Feeding index={index} result={result} ties={ties} figures={figures} />
            ) : (
              <p className="soft">{t('leaf.untied')}</p>
            )}
            {places.length > 1 ? null : (
              <ChooseMeasure
                key={first?.measureKey}
                target={{ year, leafCode: leaf.code, place: 0, counts: first?.counts ?? 'computed' }}
                label={t('leaf.chooseMeasure')}
                tied={first?.measureKey ?? null}
                offered={figures.offered}
              />
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

type FeedingProps = MeasureCardProps & { ties: readonly Tie[]; figures: GetLeafFiguresAnswer };

function Feeding({ index, result, ties, figures }: FeedingProps) {
  const t = useTexts();
  const frozen = index.data.frozen.find(({ leafCode }) => leafCode === result.leaf.code);
  const moved = frozen ? movedSince(frozen, ties) : [];
  return (
    <>
      {moved.map(({ before, after }) => (
        <Notice key={figuresText(before)} tone="risk">
          {t('leaf.movedSince', { before: figuresText(before), after: figuresText(after) })}
        </Notice>
      ))}
      <CompareFigures index={index} leaf={result.leaf} ties={ties} />
      {ties.map((tie) => (
        <OverTheYear
          key={tie.place}
          tie={tie}
          result={result}
          figures={figures.places.find(({ place }) => place === tie.place)}
        />
      ))}
    </>
  );
}

type OverTheYearProps = {
  tie: Tie;
  result: LeafPoints;
  figures: GetLeafFiguresAnswer['places'][number] | undefined;
};

/** One measure by month, beside last year, and by unit. */
function OverTheYear({ tie, result, figures }: OverTheYearProps) {
  const language = useLanguage();
  const label = tie.definition?.label[language] ?? tie.measureKey;
  const unit = tie.definition?.kind === 'share' ? '%' : (tie.definition?.unit ?? '');
  const goal = tie.definition?.target ? Number(tie.definition.target.value) : null;
  if (!figures) return null;
  return (
    <section>
      <p>
        <b>{label}</b>
      </p>
      <MonthLine
        caption={label}
        now={monthPoints(figures.months)}
        last={monthPoints(figures.lastMonths)}
        goal={goal}
        unit={unit}
      />
      <UnitFigures caption={label} units={figures.units} address={tie.address} result={result} />
    </section>
  );
}
