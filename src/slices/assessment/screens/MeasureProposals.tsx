import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { movedSince } from '../rules/what-counts.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { figuresText } from './leaf/figures-words.ts';

/** Leaves for which a register offers a measure that was made for them: taken over one and all, or one by one. */
export function MeasureProposals({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const hasRight = useRights();
  const { year, settings } = index.data;
  const isOpen = hasRight('index.change') && !settings?.frozenAt;
  const query = useQuery({
    queryKey: ['measure-proposals', year],
    queryFn: ({ signal }) => api.findMeasureProposals({ query: { year }, signal }),
    enabled: isOpen,
  });
  const taking = useMutation({
    mutationFn: (counts: 'computed' | 'entered') =>
      api.acceptMeasureProposals({ body: { year, leafCodes: null, counts } }),
  });
  const proposals = query.data?.proposals ?? [];
  if (!isOpen || proposals.length === 0) return null;
  return (
    <Card title={t('feeds.proposals', { count: new Set(proposals.map(({ leafCode }) => leafCode)).size })}>
      <p className="soft">{t('feeds.proposalsLead')}</p>
      <details className="figures-behind">
        <summary>{t('feeds.proposalsShow')}</summary>
        <ul className="plain-list">
          {proposals.map(({ leafCode, place, definition }) => (
            <li key={`${leafCode}#${place}`}>
              <Link to="/index/leaves/$leafCode" params={{ leafCode }}>
                {leafCode}
              </Link>{' '}
              {definition.label[language]}
            </li>
          ))}
        </ul>
      </details>
      <div className="form-buttons">
        <Button loading={taking.isPending} onClick={() => taking.mutate('computed')}>
          {t('feeds.takeComputed')}
        </Button>
        <Button loading={taking.isPending} onClick={() => taking.mutate('entered')}>
          {t('feeds.takeBeside')}
        </Button>
      </div>
    </Card>
  );
}

/** What records say now against what was frozen: shown, never taken over. */
export function MovedSinceClosing({ index: { data } }: { index: IndexOnScreen }) {
  const t = useTexts();
  const moved = data.frozen.flatMap((frozen) => {
    const changes = movedSince(frozen, data.ties);
    return changes.length > 0 ? [{ leafCode: frozen.leafCode, changes }] : [];
  });
  if (moved.length === 0) return null;
  return (
    <Notice tone="risk">
      <p>{t('feeds.moved', { count: moved.length })}</p>
      <ul>
        {moved.map(({ leafCode, changes }) => (
          <li key={leafCode}>
            <Link to="/index/leaves/$leafCode" params={{ leafCode }}>
              {leafCode}
            </Link>
            : {changes.map(({ before, after }) => `${figuresText(before)} → ${figuresText(after)}`).join('; ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
