drop table answer_setting;
