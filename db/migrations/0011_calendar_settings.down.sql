drop table calendar_setting_change;
alter table office_calendar drop column later_weeks, drop column day_off_rule;
