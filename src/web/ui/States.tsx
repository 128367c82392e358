import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, isForbidden, isNotFound } from '../api/api-error.ts';
import { useTexts } from '../language.ts';
import { PageHead } from './PageHead.tsx';

const SAY_IT_TAKES_LONG_AFTER_MS = 4000;

type EmptyStateProps = { title?: string; children?: React.ReactNode; action?: React.ReactNode };

/** Nothing yet: a friendly sentence and the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  const t = useTexts();
  return (
    <div className="state">
      <span className="state-sign" aria-hidden="true">
        ○
      </span>
      <h2>{title ?? t('web.emptyTitle')}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}

export function LoadingState() {
  const t = useTexts();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), SAY_IT_TAKES_LONG_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="state state-loading" role="status">
      <span className="state-bones" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <span className={isLong ? 'soft' : 'visually-hidden'}>{isLong ? t('web.loadingLong') : t('web.loading')}</span>
    </div>
  );
}

type FailedStateProps = { error: unknown; onRetry?: () => void };

/** The server's own words where it gave some, and a way to try again. */
export function FailedState({ error, onRetry }: FailedStateProps) {
  const t = useTexts();
  const known = error instanceof ApiError ? error : null;
  return (
    <div className="state state-failed" role="alert">
      <span className="state-sign" aria-hidden="true">
        !
      </span>
      <h2>{t('web.failedTitle')}</h2>
      <p>{known?.message ?? t('web.failedLead')}</p>
      {known ? <p>{t('web.failedCode', { code: known.code })}</p> : null}
      {onRetry ? <Button onClick={onRetry}>{t('web.retry')}</Button> : null}
    </div>
  );
}

type ForbiddenStateProps = { children?: React.ReactNode };

export function ForbiddenState({ children }: ForbiddenStateProps) {
  const t = useTexts();
  return (
    <div className="state state-forbidden">
      <span className="state-sign" aria-hidden="true">
        ⊘
      </span>
      <h2>{t('web.forbiddenTitle')}</h2>
      <p>{children ?? t('web.forbiddenLead')}</p>
    </div>
  );
}

export function NotFoundState() {
  const t = useTexts();
  return (
    <div className="state">
      <span className="state-sign" aria-hidden="true">
        ?
      </span>
      <h2>{t('web.notFoundTitle')}</h2>
      <p>{t('web.notFoundLead')}</p>
      <a href="/">{t('web.toOverview')}</a>
    </div>
  );
}

/** A query, or pages of one: as much of it as its states need. */
type Asked<Data> = {
  data: Data | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
};
type LoadedProps<Data> = {
  query: Asked<Data>;
  /** Names the page while its own head, which needs the data, cannot be drawn. */
  title?: string;
  children: (data: Data) => React.ReactNode;
};

/** What was asked of the server, or the state it is in: loading, failed, forbidden, not found. */
export function Loaded<Data>({ query, title, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <>
      {title ? <PageHead title={title} /> : null}
      <AskedState query={query} />
    </>
  );
}

type AskedStateProps = { query: Asked<unknown> };

function AskedState({ query: { isPending, error, refetch } }: AskedStateProps) {
  if (isPending) return <LoadingState />;
  if (isForbidden(error)) return <ForbiddenState>{error?.message}</ForbiddenState>;
  if (isNotFound(error)) return <NotFoundState />;
  return <FailedState error={error} onRetry={() => void refetch()} />;
}
