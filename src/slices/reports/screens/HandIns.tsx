import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import type { ReportOnScreen } from './on-screen.ts';

/** Every handing in with its return, the newest first: nothing is overwritten. */
export function HandIns({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  if (report.handIns.length === 0) return null;
  return (
    <Card title={t('reports.history')}>
      <ol className="events plain-list">
        {report.handIns.map((one) => (
          <li key={one.number}>
            {t('reports.handInLine', { number: one.number, at: momentText(one.handedInAt), name: one.handedInName })}
            {one.returnedOn ? (
              <div className="soft">
                {t('reports.returnLine', {
                  day: dayText(one.returnedOn),
                  name: one.returnedByName ?? '',
                  reason: one.returnReason ?? '',
                  again: dayText(one.againBy ?? ''),
                })}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
