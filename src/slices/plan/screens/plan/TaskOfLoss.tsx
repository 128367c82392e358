import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../../web/language.ts';
import type { LossOnScreen, PlanOnScreen } from './plan-on-screen.ts';

type TaskOfLossProps = { loss: LossOnScreen; plan: Pick<PlanOnScreen['plan'], 'planId' | 'planYear'> };

/** Leads to a new task that is to win a loss back, with what the loss says filled in. */
export function TaskOfLoss({ loss, plan }: TaskOfLossProps) {
  const t = useTexts();
  const lead = (loss.leads[0] ?? loss.responsible[0])?.unitId;
  return (
    <Link
      to="/tasks/new"
      search={{
        year: String(plan.planYear),
        plan: plan.planId,
        deficit: loss.deficitId,
        title: t('plan.taskOfLoss', { criterion: loss.criterion }),
        ...(loss.areaOrdinal === null ? {} : { area: String(loss.areaOrdinal) }),
        ...(lead ? { lead } : {}),
      }}
      className="button-link"
    >
      {t('plan.taskFromLoss')}
      <span className="visually-hidden"> {loss.criterion}</span>
    </Link>
  );
}
