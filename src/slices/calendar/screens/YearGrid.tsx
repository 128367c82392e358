import { formatDay } from '../../../kernel/civil-date.ts';
import { useTexts } from '../../../web/language.ts';
import type { DayCell, MonthGrid } from './year-grid.ts';
import './calendar.css';

type YearGridProps = { year: number; months: readonly MonthGrid[]; chosen: string; onChoose: (day: string) => void };

/** Twelve months; a day is a button that says how it is worked. */
export function YearGrid({ year, months, chosen, onChoose }: YearGridProps) {
  const t = useTexts();
  return (
    <section className="year" aria-label={t('calendar.caption', { year })}>
      {months.map(({ month, lead, cells }) => (
        <div key={month} className="year-month">
          <h2>
            {month}/{year}
          </h2>
          <div className="year-days">
            {cells.map((cell, index) => (
              <DayButton
                key={cell.day}
                cell={cell}
                column={index === 0 ? lead + 1 : null}
                isChosen={cell.day === chosen}
                onChoose={onChoose}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

type DayButtonProps = { cell: DayCell; column: number | null; isChosen: boolean; onChoose: (day: string) => void };

function DayButton({ cell, column, isChosen, onChoose }: DayButtonProps) {
  const words = useWords(cell);
  const className = `year-day year-day-${cell.look}${cell.isProvisional ? ' year-day-provisional' : ''}`;
  return (
    <button
      type="button"
      className={className}
      style={column === null ? undefined : { gridColumnStart: column }}
      title={words}
      aria-label={`${cell.number}, ${words}`}
      aria-pressed={isChosen}
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
