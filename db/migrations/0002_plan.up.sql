-- Reviews of documents, plans with their losses and tasks.

create table review (
  agency_id  text not null references agency,
  review_id  text not null,
  file_id    text not null,
  state      text not null,
  progress   int  not null default 0,
  failure    jsonb,
  source     jsonb,
  draft      jsonb,
  figures    jsonb not null default '[]'::jsonb,
  plan_id    text,
  version    int  not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency_id, review_id),
  constraint review_file foreign key (agency_id, file_id) references stored_file (agency_id, file_id),
  constraint review_state check (state in ('reading', 'failed', 'open', 'accepted', 'dropped'))
);
comment on table review is 'A document being read and looked at before anything of it enters the plan';
comment on column review.source is 'The document as blocks with their places: what the left side shows';
comment on column review.draft is 'The fields as read and as corrected so far, each with its place';
comment on column review.plan_id is 'The plan that the accepted review made or renewed';
create index review_by_time on review (agency_id, created_at);
create index review_unread on review (agency_id, review_id) where state = 'reading';

create table plan (
  agency_id     text not null references agency,
  plan_id       text not null,
  kind          text not null,
  title         text not null,
  number        text,
  issued_on     text,
  plan_year     int  not null,
  assessed_year int,
  revision      int  not null default 1,
  result        jsonb,
  document      jsonb not null,
  created_at    timestamptz not null,
  primary key (agency_id, plan_id)
);
comment on table plan is 'A remediation plan or a yearly plan of the agency';
comment on column plan.issued_on is 'As far as the document says: 2024, 2024-01 or 2024-01-15';
comment on column plan.result is 'Last year''s published result that the document states';
create index plan_by_year on plan (agency_id, plan_year, plan_id);

create table plan_area (
  agency_id       text not null,
  plan_id         text not null,
  ordinal         int  not null,
  name            text not null,
  score           numeric,
  max_points      numeric,
  percent         numeric,
  criteria        int,
  subcriteria     int,
  primary key (agency_id, plan_id, ordinal),
  constraint plan_area_plan foreign key (agency_id, plan_id) references plan (agency_id, plan_id)
);
comment on table plan_area is 'The reform areas of a plan with the figures as the document states them';

create table deficit (
  agency_id     text not null,
  deficit_id    text not null,
  plan_id       text not null,
  area_ordinal  int,
  position      int  not null,
  criterion     text not null,
  score         numeric,
  max_points    numeric,
  reason        text,
  remedy        text,
  deadline_text text,
  deadlines     jsonb not null default '[]'::jsonb,
  primary key (agency_id, deficit_id),
  constraint deficit_plan foreign key (agency_id, plan_id) references plan (agency_id, plan_id)
);
comment on table deficit is 'A shortcoming against a criterion: what lost points, why, how it is to be mended';
create index deficit_by_plan on deficit (agency_id, plan_id, position);

create table deficit_unit (
  agency_id  text not null,
  deficit_id text not null,
  role       text not null,
  position   int  not null,
  name       text not null,
  unit_id    text,
  primary key (agency_id, deficit_id, role, position),
  constraint deficit_unit_deficit foreign key (agency_id, deficit_id) references deficit (agency_id, deficit_id) on delete cascade,
  constraint deficit_unit_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id)
);
comment on table deficit_unit is 'Units that a shortcoming names: responsible, lead, coordinator; the name as written and the unit it means';
create index deficit_unit_by_unit on deficit_unit (agency_id, unit_id, deficit_id);

create table task (
  agency_id     text not null references agency,
  task_id       text not null,
  plan_id       text,
  plan_year     int  not null,
  area_ordinal  int,
  position      int  not null,
  ordinal       text,
  title         text not null,
  folded_title  text not null,
  products      jsonb not null default '[]'::jsonb,
  targets       jsonb not null default '[]'::jsonb,
  deadline_text text,
  deadlines     jsonb not null default '[]'::jsonb,
  due_on        date,
  due_kind      text not null,
  state         text not null default 'assigned',
  done_on       date,
  version       int  not null default 1,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  primary key (agency_id, task_id),
  constraint task_plan foreign key (agency_id, plan_id) references plan (agency_id, plan_id),
  constraint task_state check (state in ('assigned', 'accepted', 'returned', 'in-progress', 'handed-in', 'sent-back', 'done', 'dropped')),
  constraint task_done check ((state = 'done') = (done_on is not null))
);
comment on table task is 'What has to be done, with its deadline as worded and as the day it means';
comment on column task.due_on is 'Last day on which the work is on time; null where none is set (continuous, set elsewhere, event awaited)';
comment on column task.due_kind is 'day, recurring, continuous, event or external: what kind of deadline rules it';
comment on column task.folded_title is 'Lower case without diacritics: what the search looks in';
create index task_by_due on task (agency_id, plan_year, due_on, task_id);
create index task_by_plan on task (agency_id, plan_id, position);

create table task_unit (
  agency_id text not null,
  task_id   text not null,
  role      text not null,
  position  int  not null,
  name      text not null,
  unit_id   text,
  primary key (agency_id, task_id, role, position),
  constraint task_unit_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_unit_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id)
);
comment on table task_unit is 'Lead and coordinators of a task: the name as written and the unit it means';
create index task_unit_by_unit on task_unit (agency_id, unit_id, task_id);

create table task_person (
  agency_id text not null,
  task_id   text not null,
  user_id   text not null,
  primary key (agency_id, task_id, user_id),
  constraint task_person_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade,
  constraint task_person_user foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table task_person is 'People to whom a unit handed a task down';
create index task_person_by_user on task_person (agency_id, user_id, task_id);

create table task_event (
  agency_id text not null,
  task_id   text not null,
  event_id  text not null,
  at        timestamptz not null,
  actor_id  text,
  actor_name text not null,
  kind      text not null,
  note      text,
  details   jsonb,
  primary key (agency_id, task_id, event_id),
  constraint task_event_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table task_event is 'What happened to a task, as people read it';

create table deficit_task (
  agency_id  text not null,
  deficit_id text not null,
  task_id    text not null,
  primary key (agency_id, deficit_id, task_id),
  constraint deficit_task_deficit foreign key (agency_id, deficit_id) references deficit (agency_id, deficit_id) on delete cascade,
  constraint deficit_task_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table deficit_task is 'Which tasks are to win back the points of which shortcoming';
create index deficit_task_by_task on deficit_task (agency_id, task_id);

create table obligation (
  agency_id     text not null,
  obligation_id text not null,
  plan_id       text not null,
  position      int  not null,
  who           text not null,
  unit_id       text,
  addressee     text,
  what          text not null,
  deadline_text text not null,
  deadlines     jsonb not null default '[]'::jsonb,
  primary key (agency_id, obligation_id),
  constraint obligation_plan foreign key (agency_id, plan_id) references plan (agency_id, plan_id),
  constraint obligation_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id)
);
comment on table obligation is 'Standing reporting duties that a plan sets';
create index obligation_by_plan on obligation (agency_id, plan_id, position);
