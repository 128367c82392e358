import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { preferenceQuery } from './NoticeWishes.tsx';

/** The secret address of the person's calendar: made, renewed, revoked. */
export function CalendarFeed() {
  const t = useTexts();
  const { user } = useSession();
  const query = useQuery(preferenceQuery);
  const [address, setAddress] = useState<string | null>(null);
  const make = useMutation({ mutationFn: () => api.makeCalendarFeed(), onSuccess: (made) => setAddress(made.address) });
  const revoke = useMutation({
    mutationFn: () => api.revokeCalendarFeed({ path: { userId: user.userId as `user_${string}` } }),
    onSuccess: () => setAddress(null),
  });
  const error = make.error ?? revoke.error;
  return (
    <Card title={t('notifications.feed')}>
      <Loaded query={query}>
        {({ feedMadeAt }) => (
          <div className="stack">
            <p className="soft">{t('notifications.feedLead')}</p>
            {error ? <Notice tone="late">{error.message}</Notice> : null}
            {address !== null ? <FeedAddress address={address} /> : null}
            {feedMadeAt !== null && address === null ? (
              <p>{t('notifications.feedMade', { at: momentText(feedMadeAt) })}</p>
            ) : null}
            <div className="form-buttons">
              <Button loading={make.isPending} onClick={() => make.mutate()}>
                {feedMadeAt === null ? t('notifications.feedMake') : t('notifications.feedRenew')}
              </Button>
              {feedMadeAt === null ? null : (
                <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>
                  {t('notifications.feedRevoke')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function FeedAddress({ address }: { address: string }) {
  const t = useTexts();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('notifications.feedAddress')}
      </label>
      <div className="feed-address">
        <input id={id} className="input" readOnly value={address} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{t('notifications.feedCopy')}</Button>
      </div>
      {isCopied ? <Notice tone="good">{t('notifications.feedCopied')}</Notice> : null}
    </div>
  );
}
