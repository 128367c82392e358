import { Link } from '@tanstack/react-router';
import type { GetOverviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { StatusTag, UnitName } from '../../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';

type UnitRow = GetOverviewAnswer['units'][number];

/** Who has what open and what late. */
export function UnitTable({ overview: { units } }: { overview: GetOverviewAnswer }) {
  const t = useTexts();
  const { byId } = useUnits();
  const columns: Column<UnitRow>[] = [
    {
      key: 'unit',
      title: t('task.unit'),
      isRowHeader: true,
      value: ({ unitId }) => byId.get(unitId)?.name ?? unitId,
      show: ({ unitId }) => {
        const unit = byId.get(unitId);
        return (
          <Link to="/tasks" search={{ lead: unitId }}>
            {unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : unitId}
          </Link>
        );
      },
    },
    { key: 'open', title: t('task.unitOpen'), align: 'end', value: ({ open }) => open },
    {
      key: 'late',
      title: t('task.unitLate'),
      align: 'end',
      value: ({ late }) => late,
      show: ({ late }) => (late > 0 ? <StatusTag tone="late">{late}</StatusTag> : 0),
    },
    { key: 'done', title: t('task.unitDone'), align: 'end', value: ({ done }) => done },
    { key: 'doneLate', title: t('task.unitDoneLate'), align: 'end', value: ({ doneLate }) => doneLate },
  ];
  return (
    <Card title={t('task.units')} wide={4}>
      <DataTable
        caption={t('task.units')}
        columns={columns}
        rows={units}
        keyOf={({ unitId }) => unitId}
        name="unit-"
        hasTools={false}
      />
    </Card>
  );
}
