import { Link } from '@tanstack/react-router';
import { Decimal } from '../../../kernel/decimal.ts';
import type { GetPlanAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { FigureRow, KeyFigure } from '../../../web/ui/Figures.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { type LossSums, recordLosses, sumLostPoints } from '../../scoring/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { compareWithPlan } from '../rules/plan-losses.ts';
import { statedLosses } from '../rules/stated-losses.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { LossesTable } from './LossesTable.tsx';
import { LossTools } from './losses/LossTools.tsx';
import { gapText, pointsByLeaf, pointsText, scoresOf } from './stated-points.ts';

type LossesProps = { index: IndexOnScreen; plan: GetPlanAnswer | null };
type Sum = { readonly name: string; readonly stated: Decimal | null; readonly computed: Decimal | null };

/** Sums first, then every loss; what no unit answers for and what no task wins back stand out. */
export function Losses({ index, plan }: LossesProps) {
  const { set, data } = index;
  const t = useTexts();
  const { byId } = useUnits();
  const deficits = plan?.deficits ?? [];
  const silent = deficits.filter(({ lost }) => lost === null || Number(lost) <= 0).length;
  const losses = statedLosses(set, data.losses, deficits);
  const points = pointsByLeaf(scoresOf(data, 'final'));
  const stated = sumLostPoints(
    set,
    losses.map(({ record }) => record),
  );
  const computed = sumLostPoints(set, recordLosses(set, points));
  const unitName = (key: string): string =>
    byId.get(key)?.name ??
    losses.flatMap(({ deficit }) => deficit.responsible).find(({ unitId }) => unitId === key)?.name ??
    key;
  const hasPoints = Object.keys(points).length > 0;
  const isStated = plan !== null || losses.length > 0;
  const rows = compareWithPlan(set, losses, points);
  const unstated = rows.flatMap(({ codes: [code], loss, computed: lost }) =>
    loss === null && code !== undefined && lost ? [{ code, amount: lost.toFixed() }] : [],
  );
  const areas = set.areas.map(({ code, nameVi }) => ({
    name: `${code}. ${nameVi}`,
    stated: isStated ? pointsNamed(stated.byArea, code) : null,
    computed: hasPoints ? pointsNamed(computed.byArea, code) : null,
  }));
  const withoutArea = pointsNamed(stated.byArea, '');
  const unnamed = withoutArea.isZero() ? [] : [{ name: t('results.noArea'), stated: withoutArea, computed: null }];
  return (
    <div className="stack">
      {hasPoints ? null : (
        <Notice tone="risk">
          {t('results.noFinal', { year: data.year })}
          <div>
            <Link to="/index/results" search={{ year: String(data.year) }}>
              {t('results.enterFinal')}
            </Link>
          </div>
        </Notice>
      )}
      {silent > 0 ? <Notice>{t('results.unstatedLosses', { count: silent })}</Notice> : null}
      <Totals computed={hasPoints ? computed : null} stated={isStated ? stated : null} />
      <SumsCard title={t('results.byArea')} head={t('results.area')} sums={[...areas, ...unnamed]} name="area" />
      {isStated ? (
        <div className="grid grid-top">
          <SumsCard
            title={t('results.byUnit')}
            head={t('results.unit')}
            note={t('results.byUnitNote')}
            sums={stated.byUnit.map(({ name, points: lost }) => ({
              name: unitName(name),
              stated: lost,
              computed: null,
            }))}
            name="unit"
            isStatedOnly
          />
          <SumsCard
            title={t('results.byCause')}
            head={t('results.cause')}
            sums={stated.byCause.map(({ name, points: lost }) => ({
              name: name || t('results.noCause'),
              stated: lost,
              computed: null,
            }))}
            name="cause"
            isStatedOnly
          />
        </div>
      ) : null}
      <LossTools index={index} losses={losses} unstated={unstated} />
      <LossesTable
        index={index}
        rows={rows}
        losses={losses}
        year={data.year}
        planId={plan?.plan.planId ?? null}
        unitName={unitName}
      />
    </div>
  );
}

const pointsNamed = (sums: LossSums['byArea'], name: string): Decimal =>
  sums.find((sum) => sum.name === name)?.points ?? new Decimal(0);

function Totals({ computed, stated }: { computed: LossSums | null; stated: LossSums | null }) {
  const t = useTexts();
  return (
    <FigureRow>
      <KeyFigure label={t('results.lostComputed')} tone="lost" note={t('results.lostComputedNote')}>
        {pointsText(computed?.total ?? null)}
      </KeyFigure>
      <KeyFigure label={t('results.lostStated')} note={t('results.lostStatedNote')}>
        {pointsText(stated?.total ?? null)}
      </KeyFigure>
      <KeyFigure label={t('results.gap')} note={t('results.lostGapNote')}>
        {gapText(computed && stated ? stated.total.minus(computed.total) : null)}
      </KeyFigure>
      <KeyFigure label={t('results.withoutTask')} tone={stated?.withoutTask.greaterThan(0) ? 'lost' : 'plain'}>
        {pointsText(stated?.withoutTask ?? null)}
      </KeyFigure>
      <KeyFigure label={t('results.withoutUnit')} tone={stated?.withoutUnit.greaterThan(0) ? 'lost' : 'plain'}>
        {pointsText(stated?.withoutUnit ?? null)}
      </KeyFigure>
    </FigureRow>
  );
}

type SumsCardProps = {
  title: string;
  head: string;
  note?: string;
  sums: readonly Sum[];
  /** Keeps the view of this table apart in the address. */
  name: string;
  /** The appraised result knows no units and no causes. */
  isStatedOnly?: boolean;
};

function SumsCard({ title, head, note, sums, name, isStatedOnly = false }: SumsCardProps) {
  const t = useTexts();
  const figure = (
    key: string,
    text: string,
    read: (sum: Sum) => Decimal | null,
    show: (value: Decimal | null) => string = pointsText,
  ): Column<Sum> => ({
    key,
    title: text,
    value: (sum) => read(sum)?.toNumber() ?? null,
    show: (sum) => show(read(sum)),
    align: 'end',
  });
  const gapOf = ({ stated, computed }: Sum) => (stated && computed ? stated.minus(computed) : null);
  const columns: Column<Sum>[] = [
    { key: 'name', title: head, value: (sum) => sum.name, isRowHeader: true, isWide: true },
    ...(isStatedOnly ? [] : [figure('computed', t('results.lostComputed'), ({ computed }) => computed)]),
    figure('stated', t('results.lostStated'), ({ stated }) => stated),
    ...(isStatedOnly ? [] : [figure('gap', t('results.gap'), gapOf, gapText)]),
  ];
  return (
    <Card title={title} {...(isStatedOnly ? { wide: 6 } : {})}>
      {note ? <p className="soft">{note}</p> : null}
      <DataTable caption={title} columns={columns} rows={sums} keyOf={(sum) => sum.name} name={name} />
    </Card>
  );
}
