drop table register_view;
drop table register_latest;
drop table register_tally;
drop table register_change;
drop table register_unique;
drop table register_record;
drop table register_version;
drop table register;
