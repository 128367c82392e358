import { Decimal } from '../../../kernel/decimal.ts';
import { useTexts } from '../../../web/language.ts';
import { AreaBars } from '../../../web/ui/AreaBars.tsx';
import { Card } from '../../../web/ui/Card.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { Waterfall } from '../../../web/ui/Waterfall.tsx';
import { type IndexOnScreen, sumOfCodes } from './index-on-screen.ts';

function areasOf({ set, start, forecast, lastYear }: IndexOnScreen) {
  const likely = new Map(forecast.leaves.map(({ code, likely: points }) => [code, points]));
  const lost = new Map(
    start.points.leaves.flatMap(({ leaf, lost: own, isApplicable }) =>
      isApplicable && own ? [[leaf.code, own] as const] : [],
    ),
  );
  return set.areas.map((area) => {
    const codes = area.leaves.map(({ code }) => code);
    const points = start.points.areas.find(({ code }) => code === area.code);
    const [expected, last] = [sumOfCodes(codes, likely), sumOfCodes(codes, lastYear)];
    return {
      key: area.code,
      name: `${area.code}. ${area.nameVi}`,
      href: `/index?area=${encodeURIComponent(area.code)}`,
      maximum: points?.possible.toFixed() ?? area.max.toFixed(),
      soFar: points?.points.toFixed() ?? '0',
      forecast: expected?.toDecimalPlaces(2).toFixed() ?? null,
      lastYear: last?.toFixed() ?? null,
      change: last && expected ? expected.minus(last).toDecimalPlaces(2).toFixed() : null,
      lost: sumOfCodes(codes, lost) ?? new Decimal(0),
    };
  });
}

/** Points by area: so far, forecast, last year's mark, maximum, and the target of the year in all. */
export function AreasCard({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const target = index.data.settings?.target;
  const likely = index.forecast.total.likely.toDecimalPlaces(1);
  return (
    <Card title={t('assessment.areas')} wide={7}>
      <AreaBars caption={t('assessment.areas')} areas={areasOf(index)} />
      {target ? (
        <p className="soft">
          {t('assessment.targetNote', { target: figureText(target), likely: figureText(likely.toFixed()) })}
        </p>
      ) : null}
    </Card>
  );
}

/** Points by area against last year and maximum, and where they are being lost. */
export function IndexAreas({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const losing = areasOf(index)
    .filter((area) => area.lost.greaterThan(0))
    .sort((a, b) => b.lost.comparedTo(a.lost));
  const whole = losing.reduce((sum, area) => sum.plus(area.lost), new Decimal(0));
  return (
    <div className="grid">
      <AreasCard index={index} />
      <Card title={t('assessment.waterfall')} wide={5}>
        <Waterfall
          caption={t('assessment.waterfall')}
          steps={[
            { key: 'all', label: t('assessment.lost'), points: whole.toFixed(), kind: 'total' },
            ...losing.map((area) => ({
              key: area.key,
              label: area.key,
              points: area.lost.toFixed(),
              kind: 'lost' as const,
            })),
          ]}
        />
      </Card>
    </div>
  );
}
