-- A single occurrence of a recurring task may be promised for a later day, as a task may.

alter table task_occurrence
  add column original_due_on date,
  add column granted_to date,
  add constraint task_occurrence_granted check ((granted_to is null) = (original_due_on is null)),
  add constraint task_occurrence_granted_day check (granted_to is null or (granted_to = due_on and granted_to > original_due_on));
comment on column task_occurrence.original_due_on is 'The day set first, where a later one was granted';
comment on column task_occurrence.granted_to is 'The day that was granted: a change of the calendar does not take it back';

alter table task_extension add column occurrence_key text;
comment on column task_extension.occurrence_key is 'The occurrence of a recurring task that the later day is for; null: the task itself';
drop index task_extension_one_open;
create unique index task_extension_one_open on task_extension (agency_id, task_id, (coalesce(occurrence_key, ''))) where state = 'asked';
