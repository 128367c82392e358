import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { FindRatingYearAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { EmptyState } from '../../../web/ui/States.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';

type Quota = FindRatingYearAnswer['quotas'][number];

function useColumns(onApprove: ((quota: Quota) => void) | null): Column<Quota>[] {
  const t = useTexts();
  const counted = (key: 'rated' | 'ungraded' | 'goodOrBetter' | 'allowed', title: string): Column<Quota> => ({
    key,
    title,
    align: 'end',
    value: (quota) => quota[key],
  });
  const columns: Column<Quota>[] = [
    { key: 'kind', title: t('staff.kind'), isRowHeader: true, value: ({ kind }) => t(`staff.kind.${kind}`) },
    counted('rated', t('staff.rated')),
    counted('ungraded', t('staff.ungraded')),
    counted('goodOrBetter', t('staff.goodOrBetter')),
    {
      key: 'excellent',
      title: t('staff.excellent'),
      align: 'end',
      value: ({ excellent }) => excellent,
      show: ({ excellent, over }) => (
        <>
          {excellent}{' '}
          <StatusTag tone={over ? 'late' : 'good'}>
            {over ? t('staff.over', { count: over }) : t('staff.withinQuota')}
          </StatusTag>
        </>
      ),
    },
    counted('allowed', t('staff.allowed')),
  ];
  if (!onApprove) return columns;
  const approve: Column<Quota> = {
    key: 'approve',
    title: t('staff.approve'),
    value: () => null,
    show: (quota) => (
      <Button size="small" disabled={quota.ungraded > 0} onClick={() => onApprove(quota)}>
        {t('staff.approve')}
      </Button>
    ),
  };
  return [...columns, approve];
}

type YearQuotaProps = { quotas: readonly Quota[]; year: number };

/** The excellent of a year against their quota, by kind of staff, and the decision that closes it. */
export function YearQuota({ quotas, year }: YearQuotaProps) {
  const t = useTexts();
  const [open, setOpen] = useState<Quota | null>(null);
  const mayApprove = useRights()('index.change');
  const columns = useColumns(mayApprove ? setOpen : null);
  const register = (
    <Link to="/registers/$key" params={{ key: 'staff-years' }}>
      {t('staff.openYearRegister')}
    </Link>
  );
  return (
    <Card title={t('staff.year', { year })} more={register}>
      {quotas.length === 0 ? (
        <EmptyState title={t('staff.emptyYear', { year })}>{t('staff.emptyYearLead')}</EmptyState>
      ) : (
        <DataTable
          caption={t('staff.yearCaption', { year })}
          columns={columns}
          rows={quotas}
          keyOf={({ kind }) => kind}
          name="quota"
          hasTools={false}
        />
      )}
      {open ? <ApprovalDialog kind={open.kind} year={year} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}
