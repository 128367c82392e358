import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';

type UserSessionsProps = { userId: string };

/** Where a person is logged in; any session can be ended at once. */
export function UserSessions({ userId }: UserSessionsProps) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['sessions', userId],
    queryFn: ({ signal }) => api.findSessions({ path: { userId }, signal }),
  });
  const closing = useMutation({
    mutationFn: (sessionId: string) => api.closeSession({ path: { userId, sessionId } }),
  });
  return (
    <Card title={t('identity.sessions')}>
      {closing.error ? <Notice tone="late">{closing.error.message}</Notice> : null}
      <Loaded query={query}>
        {({ sessions }) =>
          sessions.length ? (
            <ul className="things">
              {sessions.map(({ sessionId, createdAt, lastSeenAt, userAgent, isThis }) => (
                <li key={sessionId}>
                  <time dateTime={createdAt}>{momentText(createdAt)}</time>
                  <span>
                    <span className="soft">{userAgent}</span>
                    <br />
                    {t('identity.sessionSeen', { moment: momentText(lastSeenAt) })}{' '}
                    {isThis ? (
                      <StatusTag tone="teal">{t('identity.sessionThis')}</StatusTag>
                    ) : (
                      <button
                        type="button"
                        className="link-button"
                        disabled={closing.isPending}
                        onClick={() => closing.mutate(sessionId)}
                      >
                        {t('identity.sessionClose')}
                      </button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('identity.noSessions')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}
