import type { GetOverviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { UnitNames } from '../../../tasks/screens/task-parts.tsx';

const MOST_SHOWN = 6;

/** Lost points that nobody is winning back: they must stand out. */
export function UncoveredLosses({ overview: { uncovered } }: { overview: GetOverviewAnswer }) {
  const t = useTexts();
  const losses = [...uncovered].sort((a, b) => Number(b.lost ?? 0) - Number(a.lost ?? 0)).slice(0, MOST_SHOWN);
  return (
    <Card title={t('task.lossesWithoutTask')} wide={4} tone={losses.length ? 'alert' : 'plain'}>
      {losses.length === 0 ? <p className="soft">{t('task.noUncovered')}</p> : null}
      <ul className="things">
        {losses.map((loss) => (
          <li key={loss.deficitId}>
            {loss.lost === null ? (
              <StatusTag>{t('task.noPoints')}</StatusTag>
            ) : (
              <StatusTag tone="late">−{figureText(loss.lost)}</StatusTag>
            )}
            <div>
              <div className="things-title">{loss.criterion}</div>
              <div className="soft">
                <UnitNames units={loss.responsible} />
                {loss.responsible.length && loss.reason ? ' · ' : ''}
                {loss.reason}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
