drop index task_by_next;
create index task_by_next on task (agency_id, plan_year, next_on, task_id);
