import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { RecordDue } from '../list/RecordDue.tsx';
import type { ClockOnScreen, RecordOnScreen, RegisterOnScreen } from '../on-screen.ts';
import { dueWords } from './due-words.ts';

type ClocksCardProps = {
  register: RegisterOnScreen;
  record: RecordOnScreen;
  clocks: readonly ClockOnScreen[];
};

/** Every further deadline of a record: what it counts from, until when, how it stands, and what stops it. */
export function ClocksCard({ register: { declaration }, record, clocks }: ClocksCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const labelOf = (name: string): string => declaration.fields[name]?.label[language] ?? name;
  const shown = clocks.flatMap((clock) => {
    const declared = declaration.clocks?.[clock.name];
    return declared ? [{ ...clock, declared }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Card title={t('registers.clocks')}>
      <ul className="things things-plain">
        {shown.map(({ name, declared, beginsOn, dueOn, finishedOn, timing }) => (
          <li key={name}>
            <div>
              <b>{declared.label[language]}</b>
              <p className="deadline">
                {dueOn ? (
                  <RecordDue record={{ dueOn, finishedOn, timing }} />
                ) : (
                  <span className="soft">{t(beginsOn ? 'registers.clockIdle' : 'registers.clockNotBegun')}</span>
                )}
              </p>
              <div className="soft">
                {beginsOn ? t('registers.clockFrom', { day: dayText(beginsOn) }) : null}
                {beginsOn ? ' · ' : null}
                {dueWords(declared.due, record.values, { t, language, declaration })}
              </div>
              <div className="soft">
                {finishedOn
                  ? t('registers.clockStopped', { day: dayText(finishedOn), field: labelOf(declared.finishedOn) })
                  : t('registers.clockStopsBy', { field: labelOf(declared.finishedOn) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
