drop table calendar_day_change;
drop table calendar_day;
drop table office_calendar;
