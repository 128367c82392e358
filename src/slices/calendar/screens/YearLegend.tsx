import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';

const looks = ['off', 'working', 'half-day', 'rest', 'provisional', 'today'] as const;

/** What the forms of the days mean. */
export function YearLegend() {
  const t = useTexts();
  return (
    <Card title={t('calendar.legend')}>
      <ul className="year-legend">
        {looks.map((look) => (
          <li key={look}>
            <span className={`year-day year-day-${look}`} aria-hidden="true">
              8
            </span>
            {t(`calendar.legend.${look}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
