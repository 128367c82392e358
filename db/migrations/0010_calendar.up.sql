-- Working calendars of an agency: week pattern, days that differ from it, and what those days were before.

create table office_calendar (
  agency_id   text not null references agency,
  calendar_id text not null,
  name        text not null,
  first_year  int  not null,
  last_year   int  not null,
  week        jsonb not null,
  version     int  not null default 1,
  primary key (agency_id, calendar_id),
  constraint office_calendar_years check (last_year between first_year and first_year + 60)
);
comment on table office_calendar is 'When an office works; an agency without a row works by the calendar that the product ships';
comment on column office_calendar.week is 'Sessions of each weekday, 1 Monday to 7 Sunday, in minutes after midnight';

create table calendar_day (
  agency_id      text not null,
  calendar_id    text not null,
  day            date not null,
  kind           text not null,
  sessions       jsonb,
  reason         text not null,
  decision       text,
  is_provisional boolean not null,
  primary key (agency_id, calendar_id, day),
  constraint calendar_day_calendar foreign key (agency_id, calendar_id) references office_calendar (agency_id, calendar_id),
  constraint calendar_day_kind check (kind in ('off', 'working', 'half-day'))
);
comment on table calendar_day is 'A day on which the office does not keep its week pattern';
comment on column calendar_day.decision is 'Number of the decision, where there is one';

create table calendar_day_change (
  agency_id   text not null,
  calendar_id text not null,
  day         date not null,
  version     int  not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  old_day     jsonb,
  new_day     jsonb,
  primary key (agency_id, calendar_id, day, version),
  constraint calendar_day_change_calendar foreign key (agency_id, calendar_id) references office_calendar (agency_id, calendar_id)
);
comment on column calendar_day_change.version is 'Version of the calendar that the change was made to';
comment on table calendar_day_change is 'What a day was before each change and after it; null for an ordinary day of the week pattern';
