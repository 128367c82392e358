import { Link } from '@tanstack/react-router';
import type { GetAnswersAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { Percent } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';

type Costly = GetAnswersAnswer['costly'][number];

/** The year-end list: who cost the department points, and what share of them. */
export function CostlyUnits({ costly }: { costly: readonly Costly[] }) {
  const t = useTexts();
  const { byId } = useUnits();
  const nameOf = (unitId: string): string => byId.get(unitId)?.name ?? unitId;
  const columns: Column<Costly>[] = [
    {
      key: 'unit',
      title: t('dashboard.unit'),
      isRowHeader: true,
      value: ({ unitId }) => nameOf(unitId),
      show: ({ unitId }) => (
        <Link to="/index/losses" search={{ unit: unitId }}>
          {nameOf(unitId)}
        </Link>
      ),
    },
    {
      key: 'points',
      title: t('dashboard.pointsLost'),
      align: 'end',
      value: ({ pointsLost }) => Number(pointsLost),
      show: ({ pointsLost }) => <StatusTag tone="late">−{figureText(pointsLost)}</StatusTag>,
    },
    {
      key: 'share',
      title: t('dashboard.share'),
      align: 'end',
      value: ({ sharePercent }) => Number(sharePercent),
      show: ({ sharePercent }) => <Percent percent={sharePercent} />,
    },
  ];
  return (
    <Card title={t('dashboard.costly')} wide={5}>
      <p className="soft">{costly.length === 0 ? t('dashboard.noCostly') : t('dashboard.costlyLead')}</p>
      {costly.length === 0 ? null : (
        <DataTable
          stacks
          caption={t('dashboard.costly')}
          columns={columns}
          rows={costly}
          keyOf={({ unitId }) => unitId}
          name="costly-"
        />
      )}
    </Card>
  );
}
