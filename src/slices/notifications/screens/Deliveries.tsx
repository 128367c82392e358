import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAddress } from '../../../web/address.ts';
import { api, type FindDeliveriesAnswer, type GetReminderSettingsAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';

type Delivery = FindDeliveriesAnswer['deliveries'][number];

const STATES = ['troubled', 'failed', 'waiting', 'sent'] as const;
const TONES = { waiting: 'plain', sent: 'good', failed: 'late' } as const satisfies Record<Delivery['state'], string>;

/** What left the house, what did not, why, and "send again". */
export function Deliveries({ settings: { counts, hasMailServer } }: { settings: GetReminderSettingsAnswer }) {
  const t = useTexts();
  const { search } = useAddress();
  const state = STATES.find((one) => one === search.state);
  const query = useQuery({
    queryKey: ['deliveries', state],
    queryFn: ({ signal }) => api.findDeliveries({ query: state ? { state } : {}, signal }),
    placeholderData: keepPreviousData,
  });
  const again = useMutation({
    mutationFn: (ids: readonly string[]) =>
      api.sendAgain({ body: { deliveryIds: ids as readonly `delivery_${string}`[] as `delivery_${string}`[] } }),
  });
  const failed = (query.data?.deliveries ?? []).filter((one) => one.state === 'failed');
  return (
    <Card title={t('notifications.deliveries')} more={t('notifications.counts', counts)} wide={7}>
      <div className="stack">
        {hasMailServer ? null : <Notice tone="risk">{t('notifications.noMailServer')}</Notice>}
        {again.error ? <Notice tone="late">{again.error.message}</Notice> : null}
        {again.data ? <Notice tone="good">{t('notifications.againDone', again.data)}</Notice> : null}
        <FilterBar
          filters={[
            {
              kind: 'choice',
              key: 'state',
              label: t('notifications.state'),
              choices: STATES.map((value) => ({ value, label: t(`notifications.state.${value}`) })),
            },
          ]}
        />
        {failed.length > 1 ? (
          <div>
            <Button loading={again.isPending} onClick={() => again.mutate(failed.map(({ deliveryId }) => deliveryId))}>
              {t('notifications.againAll')}
            </Button>
          </div>
        ) : null}
        <Loaded query={query}>
          {({ deliveries }) =>
            deliveries.length === 0 ? (
              <EmptyState title={t('notifications.noDeliveries')}>{t('notifications.noDeliveriesLead')}</EmptyState>
            ) : (
              <DeliveryTable deliveries={deliveries} onAgain={(id) => again.mutate([id])} />
            )
          }
        </Loaded>
      </div>
    </Card>
  );
}

type DeliveryTableProps = { deliveries: readonly Delivery[]; onAgain: (deliveryId: string) => void };

function DeliveryTable({ deliveries, onAgain }: DeliveryTableProps) {
  const t = useTexts();
  const reasonOf = ({ failureKind, failureText }: Delivery): string =>
    failureKind === null ? '' : [t(`notifications.failure.${failureKind}`), failureText].filter(Boolean).join(': ');
  const columns: Column<Delivery>[] = [
    { key: 'person', title: t('notifications.person'), isRowHeader: true, value: ({ displayName }) => displayName },
    {
      key: 'channel',
      title: t('notifications.channel'),
      value: ({ channel }) => t(`notifications.channel.${channel}`),
    },
    { key: 'day', title: t('notifications.day'), value: ({ day }) => day, show: ({ day }) => dayText(day) },
    {
      key: 'state',
      title: t('notifications.state'),
      value: ({ state }) => t(`notifications.state.${state}`),
      show: (one) => <StatusTag tone={TONES[one.state]}>{t(`notifications.state.${one.state}`)}</StatusTag>,
    },
    { key: 'attempts', title: t('notifications.attempts'), align: 'end', value: ({ attempts }) => attempts },
    {
      key: 'reason',
      title: t('notifications.reason'),
      isWide: true,
      value: reasonOf,
      show: (one) => (
        <>
          {reasonOf(one)}
          {one.state === 'waiting' && one.failureKind !== null ? (
            <span className="soft"> · {t('notifications.nextAt', { at: momentText(one.nextAt) })}</span>
          ) : null}{' '}
          {one.state === 'failed' ? (
            <button type="button" className="link-button" onClick={() => onAgain(one.deliveryId)}>
              {t('notifications.again')}
            </button>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      stacks
      caption={t('notifications.deliveries')}
      columns={columns}
      rows={deliveries}
      keyOf={({ deliveryId }) => deliveryId}
      toneOf={({ state }) => (state === 'failed' ? 'late' : undefined)}
    />
  );
}
