alter table task_record drop column written;
