import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { CalendarFeed } from './CalendarFeed.tsx';
import { NoticeList } from './NoticeList.tsx';
import { NoticeWishes } from './NoticeWishes.tsx';

const PAGE_SIZE = 100;
const MOST_SHOWN = 500;

/** What I was told and why; how I want to be told. */
export function Page() {
  const t = useTexts();
  const { search } = useAddress();
  const isUnread = search.show === 'unread';
  const [limit, setLimit] = useState(PAGE_SIZE);
  const query = useQuery({
    queryKey: ['notices', isUnread, limit],
    queryFn: ({ signal }) => api.findNotices({ query: { unread: isUnread ? 'yes' : 'no', limit }, signal }),
    placeholderData: keepPreviousData,
  });
  const readAll = useMutation({ mutationFn: () => api.markNotices({ body: { noticeIds: 'all', isRead: true } }) });
  const unread = query.data?.unread ?? 0;
  return (
    <>
      <PageHead
        title={t('notifications.title')}
        lead={t('notifications.lead')}
        actions={
          unread > 0 ? (
            <Button loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {t('notifications.readAll')}
            </Button>
          ) : null
        }
      />
      {readAll.error ? <Notice tone="late">{readAll.error.message}</Notice> : null}
      <div className="grid">
        <Card wide={7}>
          <FilterBar
            filters={[
              {
                kind: 'choice',
                key: 'show',
                label: t('notifications.show'),
                choices: [{ value: 'unread', label: t('notifications.show.unread') }],
              },
            ]}
          />
          <Loaded query={query}>
            {({ notices, total }) =>
              notices.length === 0 ? (
                <EmptyState title={isUnread ? t('notifications.noneUnread') : t('notifications.none')}>
                  {isUnread ? null : t('notifications.noneLead')}
                </EmptyState>
              ) : (
                <>
                  <p className="soft">{t('notifications.unreadCount', { unread, total })}</p>
                  <NoticeList notices={notices} />
                  {total > notices.length && limit < MOST_SHOWN ? (
                    <Button loading={query.isFetching} onClick={() => setLimit(limit + PAGE_SIZE)}>
                      {t('notifications.older')}
                    </Button>
                  ) : null}
                </>
              )
            }
          </Loaded>
        </Card>
        <div className="stack wide-5">
          <NoticeWishes />
          <CalendarFeed />
        </div>
      </div>
    </>
  );
}
