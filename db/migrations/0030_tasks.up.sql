-- Tasks from wherever they come, with their promised days, occurrences, parts, products and what people write of them.

create table task_meeting (
  agency_id  text not null references agency,
  meeting_id text not null,
  held_on    date not null,
  first_day  date not null,
  last_day   date not null,
  note       text,
  created_by text not null,
  created_at timestamptz not null,
  primary key (agency_id, meeting_id),
  constraint task_meeting_span check (first_day <= last_day)
);
comment on table task_meeting is 'A monthly review meeting; its decisions are tasks that name it';
create index task_meeting_by_day on task_meeting (agency_id, held_on, meeting_id);

alter table task add column origin text not null default 'plan';
alter table task add column parent_id text;
alter table task add column meeting_id text;
alter table task add column original_due_on date;
alter table task add column next_on date;
alter table task add column handed_in_on date;
alter table task add column percent int not null default 0;
alter table task add column made_key text;
update task set original_due_on = due_on, next_on = due_on, handed_in_on = done_on,
  origin = case when plan_id is null then 'hand' else 'plan' end;
alter table task add constraint task_origin check (origin in ('plan', 'hand', 'province', 'meeting', 'unit'));
alter table task add constraint task_percent check (percent between 0 and 100);
alter table task add constraint task_parent foreign key (agency_id, parent_id) references task (agency_id, task_id);
alter table task add constraint task_of_meeting foreign key (agency_id, meeting_id) references task_meeting (agency_id, meeting_id);
comment on column task.origin is 'Where it came from: a plan, by hand, the province, a meeting, a unit''s own plan';
comment on column task.parent_id is 'The task of which this is a step';
comment on column task.original_due_on is 'The last day as it was set first; never moved by an extension';
comment on column task.next_on is 'The day on which something of it falls due next: its due day, or its earliest open occurrence';
comment on column task.handed_in_on is 'Day on which the product was handed in last: what counts against the deadline, however long approval takes';
comment on column task.percent is 'How far it has come, as its doer says; a task with steps adds them up instead';
comment on column task.made_key is 'What it was made from, so that making it again does not make it twice';
create index task_by_next on task (agency_id, plan_year, next_on, task_id);
create index task_by_parent on task (agency_id, parent_id) where parent_id is not null;
create index task_by_meeting on task (agency_id, meeting_id) where meeting_id is not null;
create unique index task_made_once on task (agency_id, made_key) where made_key is not null;

create table task_part (
  agency_id      text not null,
  task_id        text not null,
  unit_id        text not null,
  owes           text not null,
  due_on         date,
  state          text not null default 'assigned',
  note           text,
  handed_in_by   text,
  handed_in_on   date,
  decided_by     text,
  reason         text,
  primary key (agency_id, task_id, unit_id),
  constraint task_part_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_part_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  constraint task_part_state check (state in ('assigned', 'in-progress', 'handed-in', 'sent-back', 'done'))
);
comment on table task_part is 'What a coordinating unit owes to a task, and how far its part has come';
create index task_part_by_unit on task_part (agency_id, unit_id, task_id);

create table task_occurrence (
  agency_id      text not null,
  task_id        text not null,
  occurrence_key text not null,
  name           text not null,
  due_on         date not null,
  kind           text not null,
  state          text not null default 'open',
  handed_in_by   text,
  handed_in_on   date,
  done_on        date,
  decided_by     text,
  note           text,
  document_number text,
  primary key (agency_id, task_id, occurrence_key),
  constraint task_occurrence_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_occurrence_kind check (kind in ('period', 'check')),
  constraint task_occurrence_state check (state in ('open', 'handed-in', 'sent-back', 'done', 'waived')),
  constraint task_occurrence_done check ((state = 'done') = (done_on is not null))
);
comment on table task_occurrence is 'One time that a recurring task falls due, or one monthly check of a continuous one; each is done or late by itself';
create index task_occurrence_by_due on task_occurrence (agency_id, due_on, task_id, occurrence_key);
create index task_occurrence_open on task_occurrence (agency_id, task_id, due_on) where state in ('open', 'handed-in', 'sent-back');

create table task_product (
  agency_id     text not null,
  task_id       text not null,
  product_id    text not null,
  unit_id       text,
  title         text not null,
  file_id       text,
  document_number text,
  document_day  date,
  state         text not null default 'attached',
  added_by      text not null,
  added_name    text not null,
  added_at      timestamptz not null,
  reason        text,
  primary key (agency_id, task_id, product_id),
  constraint task_product_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_product_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  constraint task_product_file foreign key (agency_id, file_id) references stored_file (agency_id, file_id),
  constraint task_product_is_something check (file_id is not null or document_number is not null),
  constraint task_product_state check (state in ('attached', 'handed-in', 'approved', 'sent-back', 'removed'))
);
comment on table task_product is 'What was handed in: a file, or the number and day of an issued document';
comment on column task_product.unit_id is 'The coordinating unit whose part it belongs to; null: the task itself';

create table task_extension (
  agency_id     text not null,
  task_id       text not null,
  extension_id  text not null,
  asked_by      text not null,
  asked_name    text not null,
  asked_on      date not null,
  reason        text not null,
  from_day      date not null,
  new_day       date not null,
  addressee     text not null,
  request_number text,
  request_day   date,
  state         text not null default 'asked',
  decided_by    text,
  decided_name  text,
  decided_on    date,
  answer        text,
  answer_number text,
  answer_day    date,
  primary key (agency_id, task_id, extension_id),
  constraint task_extension_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_extension_state check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  constraint task_extension_addressee check (addressee in ('office', 'province')),
  constraint task_extension_forward check (new_day > from_day)
);
comment on table task_extension is 'Every later day that was asked for, why, and what became of it: the history of promised days';
create unique index task_extension_one_open on task_extension (agency_id, task_id) where state = 'asked';

create table task_start (
  agency_id     text not null,
  task_id       text not null,
  start_id      text not null,
  happened_on   date not null,
  minute_of_day int,
  document_number text,
  recorded_by   text not null,
  recorded_name text not null,
  recorded_at   timestamptz not null,
  undone_name   text,
  undone_at     timestamptz,
  undone_reason text,
  primary key (agency_id, task_id, start_id),
  constraint task_start_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_start_minute check (minute_of_day between 0 and 1439)
);
comment on table task_start is 'The event that a relative deadline waits for, as recorded; corrected ones stay, marked undone';
create unique index task_start_one on task_start (agency_id, task_id) where undone_at is null;

create table mention (
  agency_id  text not null,
  mention_id text not null,
  user_id    text not null,
  task_id    text not null,
  event_id   text not null,
  by_name    text not null,
  excerpt    text not null,
  at         timestamptz not null,
  seen_at    timestamptz,
  primary key (agency_id, mention_id),
  constraint mention_user foreign key (agency_id, user_id) references app_user (agency_id, user_id),
  constraint mention_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table mention is 'Somebody was named in the log of a task and has not looked yet, or has';
create index mention_unseen on mention (agency_id, user_id, at) where seen_at is null;

create table task_record (
  agency_id    text not null,
  register_key text not null,
  record_id    text not null,
  task_id      text not null,
  created_at   timestamptz not null,
  primary key (agency_id, register_key, record_id, task_id),
  constraint task_record_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table task_record is 'Which tasks carry out a record of a register (a task given by the province); a record may be shared among units';
create index task_record_by_task on task_record (agency_id, task_id);

create table unit_plan (
  agency_id    text not null,
  plan_year    int  not null,
  unit_id      text not null,
  state        text not null default 'drafting',
  items        jsonb not null default '[]'::jsonb,
  number       text,
  issued_on    date,
  handed_in_by text,
  handed_in_on date,
  decided_by   text,
  decided_on   date,
  reason       text,
  version      int not null default 1,
  changed_at   timestamptz not null,
  primary key (agency_id, plan_year, unit_id),
  constraint unit_plan_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  constraint unit_plan_state check (state in ('drafting', 'handed-in', 'returned', 'approved'))
);
comment on table unit_plan is 'A unit''s own plan, derived from the department''s; once approved its lines are steps of the department''s tasks';

create table task_setting (
  agency_id  text not null references agency,
  key        text not null,
  value      jsonb not null,
  changed_at timestamptz not null,
  primary key (agency_id, key)
);
comment on table task_setting is 'What an office decides for itself: days before which an extension is asked, how often, when unit plans are due';

create table saved_view (
  agency_id  text not null,
  view_id    text not null,
  user_id    text not null,
  page       text not null,
  name       text not null,
  words      text not null,
  is_shared  boolean not null default false,
  created_at timestamptz not null,
  primary key (agency_id, view_id),
  constraint saved_view_user foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table saved_view is 'Filters of a list under a name, for oneself or for everybody in the office';
create index saved_view_by_page on saved_view (agency_id, page, user_id, name);
