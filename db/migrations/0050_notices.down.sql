drop table calendar_feed;
drop table outbox;
drop table reminder_day;
drop table notice;
drop table digest;
drop table notice_preference;
drop table reminder_setting;
