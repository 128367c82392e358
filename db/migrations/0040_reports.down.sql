drop table report_compilation_event;
drop table report_compilation;
drop table report_file;
drop table report_hand_in;
drop table report_draft;
drop table report_submission;
drop table report_duty_version;
drop table report_duty;
