-- Criteria sets, the year's measures, appraised points, ranking and scenarios.

create table criteria_set (
  agency_id    text not null references agency,
  set_id       text not null,
  title        text not null,
  year         int  not null,
  set_version  int  not null,
  state        text not null,
  source       text not null,
  based_on     text,
  published_at timestamptz,
  changed_at   timestamptz not null,
  version      int not null default 1,
  primary key (agency_id, set_id),
  constraint criteria_set_state check (state in ('draft', 'published')),
  constraint criteria_set_based_on foreign key (agency_id, based_on) references criteria_set (agency_id, set_id)
);
comment on table criteria_set is 'Criteria sets as YAML; a published one never changes, a correction is a new version';
comment on column criteria_set.set_version is 'Number of the version within its year, from 1';
create unique index criteria_set_version on criteria_set (agency_id, year, set_version);

create function refuse_published_change() returns trigger language plpgsql as
'begin if old.state = ''published'' and (new.source <> old.source or new.state <> old.state) then raise exception ''a published set never changes''; end if; return new; end';
create trigger criteria_set_stays before update on criteria_set for each row execute function refuse_published_change();

create table index_year (
  agency_id  text not null references agency,
  year       int  not null,
  set_id     text not null,
  target     numeric,
  closing_on date,
  frozen_at  timestamptz,
  primary key (agency_id, year),
  constraint index_year_set foreign key (agency_id, set_id) references criteria_set (agency_id, set_id)
);
comment on table index_year is 'Which set a year is scored with, its target and its closing date';
comment on column index_year.frozen_at is 'When the measures were frozen; null before the closing date';

create table measure_entry (
  agency_id    text not null references agency,
  year         int  not null,
  leaf_code    text not null,
  entry_id     text not null,
  input        jsonb,
  extracted_on date,
  evidence     text,
  entered_by   text not null,
  entered_name text not null,
  entered_at   timestamptz not null,
  primary key (agency_id, year, leaf_code, entry_id)
);
comment on table measure_entry is 'Every figure ever entered for a leaf; the newest counts, none is overwritten';
comment on column measure_entry.input is 'As the rule of the leaf asks; null: the figure was taken back, there is no data';

create table measure_freeze (
  agency_id text not null references agency,
  year      int  not null,
  leaf_code text not null,
  entry_id  text not null,
  primary key (agency_id, year, leaf_code),
  constraint measure_freeze_entry foreign key (agency_id, year, leaf_code, entry_id)
    references measure_entry (agency_id, year, leaf_code, entry_id)
);
comment on table measure_freeze is 'The entry that counted for each leaf on the closing date';

create table stage_score (
  agency_id text not null references agency,
  year      int  not null,
  leaf_code text not null,
  stage     text not null,
  points    numeric not null,
  reason    text,
  entered_at timestamptz not null,
  primary key (agency_id, year, leaf_code, stage),
  constraint stage_score_stage check (stage in ('self', 'appraisal-1', 'final'))
);
comment on table stage_score is 'Points as stated by the department or the province; never computed here';

create table ranking_entry (
  agency_id text not null references agency,
  year      int  not null,
  name      text not null,
  points    numeric not null,
  is_own    boolean not null,
  areas     jsonb not null default '{}'::jsonb,
  primary key (agency_id, year, name)
);
comment on table ranking_entry is 'Published totals of the departments of the province in a year';

create table scenario (
  agency_id    text not null references agency,
  scenario_id  text not null,
  year         int  not null,
  name         text not null,
  suppositions jsonb not null,
  created_by   text not null,
  created_at   timestamptz not null,
  primary key (agency_id, scenario_id)
);
comment on table scenario is 'Kept what-ifs of a year';
create index scenario_by_year on scenario (agency_id, year, scenario_id);

create table leaf_task (
  agency_id text not null,
  year      int  not null,
  leaf_code text not null,
  task_id   text not null,
  primary key (agency_id, year, leaf_code, task_id),
  constraint leaf_task_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table leaf_task is 'Tasks that are to win back points of a leaf';
create index leaf_task_by_task on leaf_task (agency_id, task_id);
