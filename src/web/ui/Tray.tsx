import { useTexts } from '../language.ts';
import { StatusTag } from './StatusTag.tsx';
import { type TrayItem, takeFromTray, useTray } from './tray.ts';
import './tray.css';

/** Long work at the lower edge of every page: how far, what now, cancel, result. */
export function Tray() {
  return <TrayList items={useTray()} onDismiss={takeFromTray} />;
}

type TrayListProps = { items: readonly TrayItem[]; onDismiss: (id: string) => void };

export function TrayList({ items, onDismiss }: TrayListProps) {
  const t = useTexts();
  if (!items.length) return null;
  return (
    <section className="tray no-print" aria-label={t('web.tray')}>
      <ul aria-live="polite">
        {items.map((item) => (
          <TrayEntry key={item.id} item={item} onDismiss={() => onDismiss(item.id)} />
        ))}
      </ul>
    </section>
  );
}

type TrayEntryProps = { item: TrayItem; onDismiss: () => void };

function TrayEntry({ item, onDismiss }: TrayEntryProps) {
  const t = useTexts();
  const isRunning = item.state === 'running';
  return (
    <li className="tray-item">
      <div className="tray-words">
        <b>{item.title}</b>
        {item.state === 'done' ? <StatusTag tone="good">{t('web.trayDone')}</StatusTag> : null}
        {item.state === 'failed' ? <StatusTag tone="late">{t('web.trayFailed')}</StatusTag> : null}
      </div>
      <div className="soft">{item.step}</div>
      {isRunning ? <progress aria-label={item.title} max={1} value={item.progress ?? undefined} /> : null}
      <div className="tray-buttons">
        {item.resultHref && item.state === 'done' ? <a href={item.resultHref}>{t('web.trayOpen')}</a> : null}
        {isRunning && item.onCancel ? (
          <button type="button" className="link-button" onClick={item.onCancel}>
            {t('web.cancel')}
          </button>
        ) : null}
        {isRunning ? null : (
          <button type="button" className="link-button" onClick={onDismiss}>
            {t('web.trayDismiss')}
          </button>
        )}
      </div>
    </li>
  );
}
