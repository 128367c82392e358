import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { ChoiceField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { CalendarHistory } from './CalendarHistory.tsx';
import { CalendarSettingsForm } from './CalendarSettingsForm.tsx';
import { DayForm } from './DayForm.tsx';
import { DayTable } from './DayTable.tsx';
import { ImportDays } from './ImportDays.tsx';
import { NewCalendar } from './NewCalendar.tsx';
import {
  type CalendarHead,
  type CalendarYear,
  calendarsQuery,
  calendarYearQuery,
  laterWeeksOf,
} from './use-calendar.ts';
import { YearGrid } from './YearGrid.tsx';
import { YearLegend } from './YearLegend.tsx';
import { yearGrid } from './year-grid.ts';

/** When the office works: a year at a glance, its days off, and what a change would move. */
export function Page() {
  const query = useQuery(calendarsQuery);
  const t = useTexts();
  return (
    <Loaded query={query} title={t('calendar.title')}>
      {({ calendars }) => <Calendars calendars={calendars} />}
    </Loaded>
  );
}

type CalendarsProps = { calendars: readonly CalendarHead[] };

function Calendars({ calendars }: CalendarsProps) {
  const { search } = useAddress();
  const calendar = calendars.find(({ calendarId }) => calendarId === search.calendar) ?? calendars[0];
  return calendar ? <OneCalendar calendars={calendars} calendar={calendar} /> : null;
}

type OneCalendarProps = CalendarsProps & { calendar: CalendarHead };

function OneCalendar({ calendars, calendar }: OneCalendarProps) {
  const t = useTexts();
  const { search } = useAddress();
  const { today } = useSession();
  const asked = Number(search.of ?? today.slice(0, 4));
  const year = asked >= calendar.firstYear && asked <= calendar.lastYear ? asked : calendar.lastYear;
  const query = useQuery(calendarYearQuery(calendar.calendarId, year));
  return (
    <Loaded query={query} title={t('calendar.title')}>
      {(data) => <YearOfCalendar calendars={calendars} calendar={calendar} year={year} data={data} />}
    </Loaded>
  );
}

type YearProps = OneCalendarProps & { year: number; data: CalendarYear };

function YearOfCalendar({ calendars, calendar, year, data }: YearProps) {
  const { search, changeHere } = useAddress();
  const { today } = useSession();
  const chosen = search.day ?? '';
  return (
    <>
      <CalendarHeading calendar={calendar} year={year} data={data} />
      <div className="grid grid-top">
        <Card wide={8}>
          <CalendarChoice calendars={calendars} calendar={calendar} year={year} />
          <YearGrid
            year={year}
            months={yearGrid(year, { week: calendar.week, laterWeeks: laterWeeksOf(calendar) }, data.days)}
            chosen={chosen}
            today={today}
            onChoose={(day) => changeHere({ day })}
          />
        </Card>
        <div className="wide-4 stack calendar-side">
          <ChosenDay calendar={calendar} chosen={chosen} data={data} />
          <YearLegend />
        </div>
        <div className="wide-8">
          <DayTable days={data.days} />
        </div>
        <div className="wide-4">
          <CalendarHistory history={data.history} settingsHistory={data.settingsHistory} />
        </div>
      </div>
    </>
  );
}

type CalendarHeadingProps = { calendar: CalendarHead; year: number; data: CalendarYear };

function CalendarHeading({ calendar, year, data }: CalendarHeadingProps) {
  const t = useTexts();
  const mayChange = useRights()('calendar.change');
  const count = (kind: string) => data.days.filter((day) => day.kind === kind).length;
  const provisional = data.days.filter(({ isProvisional }) => isProvisional).length;
  const lead = t('calendar.lead', { off: count('off'), working: count('working'), provisional, year });
  return (
    <PageHead
      title={t('calendar.title')}
      lead={calendar.version === 0 ? `${lead} · ${t('calendar.shipped')}` : lead}
      actions={mayChange ? <CalendarDeeds calendar={calendar} /> : null}
    />
  );
}

type ChosenDayProps = { calendar: CalendarHead; chosen: string; data: CalendarYear };

function ChosenDay({ calendar, chosen, data }: ChosenDayProps) {
  const t = useTexts();
  const { changeHere } = useAddress();
  const mayChange = useRights()('calendar.change');
  if (!mayChange) return null;
  if (!chosen) {
    return (
      <Card>
        <p className="soft">{t('calendar.editHint')}</p>
      </Card>
    );
  }
  return (
    <DayForm
      key={chosen}
      calendar={calendar}
      day={chosen}
      exception={data.days.find(({ day }) => day === chosen)}
      onSaved={() => changeHere({ day: '' })}
    />
  );
}

type CalendarChoiceProps = OneCalendarProps & { year: number };

function CalendarChoice({ calendars, calendar, year }: CalendarChoiceProps) {
  const t = useTexts();
  const { change } = useAddress();
  const { firstYear, lastYear } = calendar;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(firstYear + index));
  return (
    <div className="year-choice">
      <ChoiceField
        name="calendar"
        label={t('calendar.calendar')}
        value={calendar.calendarId}
        choices={calendars.map(({ calendarId, name }) => ({ value: calendarId, label: name }))}
        onChange={(calendarId) => change({ calendar: calendarId, day: '' })}
      />
      <ChoiceField
        name="of"
        label={t('calendar.year')}
        value={String(year)}
        choices={years.map((one) => ({ value: one, label: one }))}
        onChange={(of) => change({ of, day: '' })}
      />
    </div>
  );
}

type CalendarDeedsProps = { calendar: CalendarHead };

function CalendarDeeds({ calendar }: CalendarDeedsProps) {
  const t = useTexts();
  const [open, setOpen] = useState<'import' | 'create' | 'settings' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('create')}>{t('calendar.create')}</Button>
      <Button onClick={() => setOpen('settings')}>{t('calendar.settings')}</Button>
      <Button type="primary" onClick={() => setOpen('import')}>
        {t('calendar.import')}
      </Button>
      <Dialog isOpen={open === 'import'} title={t('calendar.import')} onClose={close}>
        <ImportDays calendar={calendar} onSaved={close} />
      </Dialog>
      <Dialog isOpen={open === 'settings'} title={t('calendar.settingsOf', { name: calendar.name })} onClose={close}>
        <CalendarSettingsForm calendar={calendar} onSaved={close} />
      </Dialog>
      <Dialog isOpen={open === 'create'} title={t('calendar.create')} onClose={close}>
        <NewCalendar copyFrom={calendar} onDone={close} />
      </Dialog>
    </>
  );
}
