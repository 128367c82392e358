import type { FindPlansAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import './plan.css';

type PlanFactsProps = { plan: FindPlansAnswer['plans'][number] };

/** Số 07/KH-STNMT · ban hành 22/01/2026 · bản thứ 2 */
export function PlanFacts({ plan }: PlanFactsProps) {
  const t = useTexts();
  const facts = [
    t(plan.kind === 'annual-plan' ? 'plan.kind.annual' : 'plan.kind.remediation'),
    plan.number === null ? null : t('plan.numbered', { number: plan.number }),
    plan.issuedOn === null ? null : t('plan.issued', { day: dayText(plan.issuedOn) }),
    plan.revision > 1 ? t('plan.revision', { revision: plan.revision }) : null,
  ];
  return <>{facts.filter((fact) => fact !== null).join(' · ')}</>;
}
