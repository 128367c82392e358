import { formatDay } from '../../../kernel/civil-date.ts';
import { useTexts } from '../../../web/language.ts';
import type { DayCell, MonthGrid } from './year-grid.ts';
import './calendar.css';

type YearGridProps = {
  year: number;
  months: readonly MonthGrid[];
  chosen: string;
  today: string;
  onChoose: (day: string) => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Twelve months; a day is a button that says how it is worked. */
export function YearGrid({ year, months, chosen, today, onChoose }: YearGridProps) {
  const t = useTexts();
  return (
    <section className="year" aria-label={t('calendar.caption', { year })}>
      {months.map(({ month, lead, cells }) => (
        <div key={month} className="year-month">
          <h2>{t('calendar.month', { month, year })}</h2>
          <div className="year-days">
            {weekdays.map((weekday) => (
              <abbr key={weekday} className="year-weekday" title={t(`calendar.weekday.${weekday}`)}>
                {t(`calendar.weekdayShort.${weekday}`)}
              </abbr>
            ))}
            {cells.map((cell, index) => (
              <DayButton
                key={cell.day}
                cell={cell}
                column={index === 0 ? lead + 1 : null}
                isChosen={cell.day === chosen}
                isToday={cell.day === today}
                onChoose={onChoose}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

type DayButtonProps = {
  cell: DayCell;
  column: number | null;
  isChosen: boolean;
  isToday: boolean;
  onChoose: (day: string) => void;
};

function DayButton({ cell, column, isChosen, isToday, onChoose }: DayButtonProps) {
  const words = useWords(cell);
  const marks = [cell.isProvisional ? 'year-day-provisional' : '', isToday ? 'year-day-today' : ''];
  const className = ['year-day', `year-day-${cell.look}`, ...marks].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={className}
      style={column === null ? undefined : { gridColumnStart: column }}
      title={words}
      aria-label={`${cell.number}, ${words}`}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => onChoose(cell.day)}
    >
      {cell.number}
    </button>
  );
}

function useWords({ day, look, reason, isProvisional }: DayCell): string {
  const t = useTexts();
  const kind = look === 'ordinary' || look === 'rest' ? t('calendar.kind.ordinary') : t(`calendar.kind.${look}`);
  const words = [formatDay(day), kind, reason, isProvisional ? t('calendar.provisional') : null];
  return words.filter((word) => word !== null).join(', ');
}
