-- Lists of tasks come in the order of an index: the first hundred of thousands are read, not sorted.
drop index task_by_next;
create index task_by_next on task (agency_id, plan_year, next_on, position, task_id);
