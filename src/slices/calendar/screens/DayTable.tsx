import { useMemo } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Translate } from '../../../web/texts.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { EmptyState } from '../../../web/ui/States.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import type { CalendarDay } from './use-calendar.ts';

function columnsFor(t: Translate): Column<CalendarDay>[] {
  return [
    {
      key: 'day',
      title: t('calendar.day'),
      value: ({ day }) => day,
      show: ({ day }) => dayText(day),
      isRowHeader: true,
    },
    { key: 'kind', title: t('calendar.kind'), value: ({ kind }) => t(`calendar.kind.${kind}`) },
    {
      key: 'reason',
      title: t('calendar.reason'),
      value: ({ reason }) => reason,
      show: ({ reason, decision, isProvisional }) => (
        <>
          {reason} {decision} {isProvisional ? <StatusTag tone="risk">{t('calendar.provisional')}</StatusTag> : null}
        </>
      ),
      isWide: true,
    },
  ];
}

type DayTableProps = { days: readonly CalendarDay[] };

/** The days of the year that differ from the week pattern. */
export function DayTable({ days }: DayTableProps) {
  const t = useTexts();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Card title={t('calendar.list')}>
      {days.length ? (
        <DataTable caption={t('calendar.list')} columns={columns} rows={days} keyOf={({ day }) => day} />
      ) : (
        <EmptyState title={t('calendar.none')} />
      )}
    </Card>
  );
}
