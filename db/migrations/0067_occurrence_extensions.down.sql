delete from task_extension where occurrence_key is not null;
drop index task_extension_one_open;
alter table task_extension drop column occurrence_key;
create unique index task_extension_one_open on task_extension (agency_id, task_id) where state = 'asked';
alter table task_occurrence
  drop constraint task_occurrence_granted_day,
  drop constraint task_occurrence_granted,
  drop column granted_to,
  drop column original_due_on;
