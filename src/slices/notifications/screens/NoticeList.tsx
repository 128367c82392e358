import { useMutation } from '@tanstack/react-query';
import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { api, type FindNoticesAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { AddressLink } from '../../../web/ui/AddressLink.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, UnitName } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { dueText, reasonText, stepText } from '../index.ts';

type NoticeOnScreen = FindNoticesAnswer['notices'][number];

/** Notices below the day on which they were told. */
export function NoticeList({ notices }: { notices: readonly NoticeOnScreen[] }) {
  const days = Map.groupBy(notices, ({ day }) => day);
  return (
    <>
      {[...days].map(([day, lines]) => (
        <section key={day} aria-label={dayText(day)}>
          <h2 className="notice-day">{dayText(day)}</h2>
          <ul className="notice-list">
            {lines.map((notice) => (
              <NoticeLine key={notice.noticeId} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NoticeLine({ notice }: { notice: NoticeOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const { noticeId, title, address, step, daysLeft, points, reason, readAt } = notice;
  const unit = useUnits().byId.get(notice.unitId ?? '');
  const isRead = readAt !== null;
  const mark = useMutation({
    mutationFn: (read: boolean) =>
      api.markNotices({ body: { noticeIds: [noticeId as `notice_${string}`], isRead: read } }),
  });
  const dueOn = parseCivilDate(notice.dueOn);
  const due = dueOn === null ? '' : dueText({ dueOn, daysLeft }, language);
  const words = isRead ? t('notifications.toUnread') : t('notifications.toRead');
  return (
    <li>
      <span
        className="notice-dot"
        data-read={isRead ? 'yes' : 'no'}
        role="img"
        aria-label={isRead ? t('notifications.read') : t('notifications.unread')}
      />
      <div data-read={isRead ? 'yes' : 'no'}>
        <div className="notice-title">
          <AddressLink address={address} onClick={() => (isRead ? undefined : mark.mutate(true))}>
            {title}
          </AddressLink>
        </div>
        <div className="soft">
          {unit ? (
            <>
              <UnitName shortName={unit.shortName} name={unit.name} /> ·{' '}
            </>
          ) : null}
          {stepText(step, language)} ·{' '}
          {daysLeft !== null && daysLeft < 0 ? <StatusTag tone="late">{due}</StatusTag> : due}
          {points === null ? null : <> · {t('notifications.points', { points: figureText(points) })}</>}
        </div>
        <div className="soft">{reasonText(reason as Parameters<typeof reasonText>[0], language)}</div>
      </div>
      <button
        type="button"
        className="link-button"
        aria-label={isRead ? t('notifications.markUnread', { title }) : t('notifications.markRead', { title })}
        onClick={() => mark.mutate(!isRead)}
      >
        {words}
      </button>
    </li>
  );
}
