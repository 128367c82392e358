import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Translate } from '../../../web/texts.ts';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import type { UnitRow } from './unit-rows.ts';

const INDENT_PIXELS = 18;

function columnsFor(t: Translate): Column<UnitRow>[] {
  return [
    {
      key: 'name',
      title: t('units.name'),
      value: ({ name }) => name,
      show: ({ unitId, name, depth }) => (
        <Link
          to="/units"
          search={(before) => ({ ...before, unit: unitId })}
          style={{ paddingLeft: depth * INDENT_PIXELS }}
        >
          {name}
        </Link>
      ),
      isRowHeader: true,
      isWide: true,
    },
    { key: 'short', title: t('units.shortName'), value: ({ shortName }) => shortName },
    { key: 'kind', title: t('units.kind'), value: ({ kind }) => t(`units.kind.${kind}`) },
    { key: 'head', title: t('units.head'), value: ({ headName }) => headName },
    { key: 'aliases', title: t('units.aliases'), value: ({ aliasCount }) => aliasCount, align: 'end' },
    {
      key: 'from',
      title: t('units.validFrom'),
      value: ({ validFrom }) => validFrom,
      show: ({ validFrom }) => dayText(validFrom),
      isHidden: true,
    },
    {
      key: 'to',
      title: t('units.validTo'),
      value: ({ validTo }) => validTo,
      show: ({ validTo }) => validTo && dayText(validTo),
      isHidden: true,
    },
  ];
}

type UnitTableProps = { rows: readonly UnitRow[]; selectedKey: string };

export function UnitTable({ rows, selectedKey }: UnitTableProps) {
  const t = useTexts();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <DataTable
      caption={t('units.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ unitId }) => unitId}
      selectedKey={selectedKey}
    />
  );
}
