import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import type { PlanOnScreen } from './plan-on-screen.ts';
import '../../../../web/ui/table.css';

type ObligationsProps = { obligations: PlanOnScreen['obligations'] };

/** Who reports what to whom, and until when. */
export function Obligations({ obligations }: ObligationsProps) {
  const t = useTexts();
  if (!obligations.length) return null;
  return (
    <Card title={t('plan.section.obligations')}>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">{t('plan.section.obligations')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('plan.field.what')}</th>
              <th scope="col">{t('plan.field.who')}</th>
              <th scope="col">{t('plan.field.to')}</th>
              <th scope="col">{t('plan.field.deadlineText')}</th>
            </tr>
          </thead>
          <tbody>
            {obligations.map((one) => (
              <tr key={one.obligationId}>
                <th scope="row">{one.what}</th>
                <td>{one.who || '–'}</td>
                <td>{one.addressee ?? '–'}</td>
                <td>{one.deadlineText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
