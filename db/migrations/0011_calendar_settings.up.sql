-- What an office decides about a calendar as a whole: hours that begin later, and where a deadline on a day off ends.

alter table office_calendar
  add column later_weeks  jsonb not null default '[]'::jsonb,
  add column day_off_rule text  not null default 'stay',
  add constraint office_calendar_day_off_rule check (day_off_rule in ('stay', 'next', 'previous'));
comment on column office_calendar.later_weeks is 'Week patterns that hold from a day on, in order of days: winter hours, a decision of the province';
comment on column office_calendar.day_off_rule is 'Where a deadline on a fixed day ends that is a day off: stays, next or previous working day';

create table calendar_setting_change (
  agency_id   text not null,
  calendar_id text not null,
  version     int  not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  before      jsonb not null,
  after       jsonb not null,
  primary key (agency_id, calendar_id, version),
  constraint calendar_setting_change_calendar foreign key (agency_id, calendar_id) references office_calendar (agency_id, calendar_id)
);
comment on table calendar_setting_change is 'Name, hours and day-off rule of a calendar before and after each change';
