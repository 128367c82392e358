import { Button } from 'antd';
import { ApiError, isForbidden } from '../api/api-error.ts';
import { useTexts } from '../language.ts';
import { FailedState, ForbiddenState } from '../ui/States.tsx';

type CrashProps = { error: unknown; reset: () => void };

/** What is shown when a page breaks; a refusal or a lost connection is said as such. */
export function Crash({ error, reset }: CrashProps) {
  const t = useTexts();
  if (isForbidden(error)) return <ForbiddenState />;
  if (error instanceof ApiError) return <FailedState error={error} onRetry={reset} />;
  return (
    <div className="state state-failed" role="alert">
      <span className="state-sign" aria-hidden="true">
        !
      </span>
      <h2>{t('web.crashTitle')}</h2>
      <p>{t('web.crashLead')}</p>
      <Button onClick={() => window.location.reload()}>{t('web.reload')}</Button>
    </div>
  );
}
