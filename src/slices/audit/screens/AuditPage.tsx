import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAddress } from '../../../web/address.ts';
import { api, type VerifyAuditChainAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { auditTexts, isKnownAction } from '../texts.ts';
import { AuditTable } from './AuditTable.tsx';
import { auditQuestion } from './audit-changes.ts';

const PAGE_SIZE = 100;

/** Every change of the agency, newest first. */
export function Page() {
  const t = useTexts();
  const verdict = useMutation({ mutationFn: () => api.verifyAuditChain() });
  return (
    <>
      <PageHead
        title={t('audit.title')}
        lead={t('audit.lead')}
        actions={
          <Button loading={verdict.isPending} onClick={() => verdict.mutate()}>
            {t('audit.verify')}
          </Button>
        }
      />
      <div className="stack">
        {verdict.error ? <Notice tone="late">{verdict.error.message}</Notice> : null}
        {verdict.data ? <Verdict verdict={verdict.data} /> : null}
        <Card>
          <AuditFilters />
          <AuditList />
        </Card>
      </div>
    </>
  );
}

type VerdictProps = { verdict: VerifyAuditChainAnswer };

function Verdict({ verdict }: VerdictProps) {
  const t = useTexts();
  if (verdict.isWhole) return <Notice tone="good">{t('audit.whole', { count: verdict.entries })}</Notice>;
  const { sequence, reason } = verdict;
  return <Notice tone="late">{t('audit.broken', { sequence, reason: t(`audit.reason.${reason}`) })}</Notice>;
}

const KNOWN_ACTIONS = Object.keys(auditTexts.vi)
  .map((key) => key.replace(/^action\./, ''))
  .filter(isKnownAction);

function AuditFilters() {
  const t = useTexts();
  const mayReadUsers = useRights()('users.read');
  const { data } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => api.findUsers({ signal }),
    enabled: mayReadUsers,
  });
  return (
    <FilterBar
      filters={[
        {
          kind: 'choice',
          key: 'actor',
          label: t('audit.actor'),
          choices: (data?.users ?? []).map(({ userId, displayName }) => ({ value: userId, label: displayName })),
        },
        {
          kind: 'choice',
          key: 'action',
          label: t('audit.deed'),
          choices: KNOWN_ACTIONS.map((action) => ({ value: action, label: t(`audit.action.${action}`) })),
        },
        { kind: 'day', key: 'from', label: t('audit.fromDay') },
        { kind: 'day', key: 'to', label: t('audit.toDay') },
      ]}
    />
  );
}

function AuditList() {
  const t = useTexts();
  const question = auditQuestion(useAddress().search);
  const query = useInfiniteQuery({
    queryKey: ['audit', question],
    queryFn: ({ pageParam, signal }) =>
      api.findAuditEntries({
        query: { ...question, limit: PAGE_SIZE, ...(pageParam === null ? {} : { beforeSequence: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE_SIZE ? null : entries.at(-1)?.sequence),
  });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.entries);
        if (!entries.length) return <EmptyState title={t('audit.none')} />;
        return (
          <div className="stack">
            <AuditTable entries={entries} />
            {query.hasNextPage ? (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('audit.older')}
              </Button>
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
