import { Link } from '@tanstack/react-router';
import type { GetOverviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { UnitNames } from '../../../tasks/screens/task-parts.tsx';
import { TaskOfLoss } from '../plan/TaskOfLoss.tsx';

const MOST_SHOWN = 6;

type UncoveredLossesProps = { overview: GetOverviewAnswer; assessedYear: number };

/** Lost points that nobody is winning back: they must stand out, and lead to the task that wins them back. */
export function UncoveredLosses({ overview: { uncovered, plan }, assessedYear }: UncoveredLossesProps) {
  const t = useTexts();
  const mayMake = useRights()('task.change');
  const losses = [...uncovered].sort((a, b) => Number(b.lost ?? 0) - Number(a.lost ?? 0));
  return (
    <Card
      title={t('task.lossesWithoutTask', { year: assessedYear })}
      wide={4}
      tone={losses.length ? 'alert' : 'plain'}
      more={
        plan && losses.length > MOST_SHOWN ? (
          <Link to="/plans/$planId" params={{ planId: plan.planId }} search={{ coverage: 'uncovered' }}>
            {t('task.allLosses', { count: losses.length })}
          </Link>
        ) : undefined
      }
    >
      {losses.length === 0 ? <p className="soft">{t('task.noUncovered')}</p> : null}
      <ul className="things">
        {losses.slice(0, MOST_SHOWN).map((loss) => (
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
              {mayMake && plan ? <TaskOfLoss loss={loss} plan={plan} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
