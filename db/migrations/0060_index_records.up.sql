-- What feeds a leaf, what proves it, what became of it next year, and the points that were lost.

alter table index_year add column measured_from date;
comment on column index_year.measured_from is 'First day that the measures of the year cover; null: 1 January';

create table leaf_measure (
  agency_id    text not null references agency,
  year         int  not null,
  leaf_code    text not null,
  measure_key  text not null,
  counts       text not null default 'computed',
  decided_by   text not null,
  decided_name text not null,
  decided_at   timestamptz not null,
  primary key (agency_id, year, leaf_code),
  constraint leaf_measure_counts check (counts in ('computed', 'entered'))
);
comment on table leaf_measure is 'Which measure of the registers feeds a leaf in a year';
comment on column leaf_measure.counts is 'Whether the computed figure counts, or the one entered by hand, by choice of the office';

alter table measure_freeze alter column entry_id drop not null;
alter table measure_freeze add column source text not null default 'entered';
alter table measure_freeze add column input jsonb;
alter table measure_freeze add column measure_key text;
alter table measure_freeze add column figures jsonb;
alter table measure_freeze add column by_unit jsonb;
alter table measure_freeze add column extracted_at timestamptz;
alter table measure_freeze add constraint measure_freeze_source check (source in ('computed', 'entered'));
comment on column measure_freeze.input is 'What counts for the leaf from the closing date on; null: there was no data';
comment on column measure_freeze.figures is 'Figures of the measure as they were computed at the closing, whichever counts';
comment on column measure_freeze.by_unit is 'The same figures by unit, as they were at the closing';
update measure_freeze f set input = m.input, extracted_at = y.frozen_at
  from measure_entry m, index_year y
 where m.agency_id = f.agency_id and m.year = f.year and m.leaf_code = f.leaf_code and m.entry_id = f.entry_id
   and y.agency_id = f.agency_id and y.year = f.year;

create table evidence (
  agency_id       text not null references agency,
  evidence_id     text not null,
  year            int  not null,
  title           text not null,
  file_id         text,
  document_number text,
  document_date   date,
  issuer          text,
  address         text,
  created_by      text not null,
  created_name    text not null,
  created_at      timestamptz not null,
  primary key (agency_id, evidence_id),
  constraint evidence_file foreign key (agency_id, file_id) references stored_file (agency_id, file_id),
  constraint evidence_proof check (file_id is not null or document_number is not null or address is not null)
);
comment on table evidence is 'What proves a score: a file, an official document by its number, or records of a register';
comment on column evidence.address is 'Address inside the product of the records that prove it';
create index evidence_by_year on evidence (agency_id, year, evidence_id);

create table leaf_evidence (
  agency_id   text not null,
  year        int  not null,
  leaf_code   text not null,
  evidence_id text not null,
  wanted      int,
  primary key (agency_id, year, leaf_code, evidence_id),
  constraint leaf_evidence_evidence foreign key (agency_id, evidence_id) references evidence (agency_id, evidence_id) on delete cascade
);
comment on table leaf_evidence is 'Which leaves a piece of evidence proves; one piece may prove many';
comment on column leaf_evidence.wanted is 'Which of the pieces that the set asks for it is, counted from 0; null: one more';

create table leaf_reach (
  agency_id text not null references agency,
  year      int  not null,
  leaf_code text not null,
  effort    numeric,
  certainty numeric,
  owner_unit_id text,
  primary key (agency_id, year, leaf_code),
  constraint leaf_reach_values check ((effort is null or effort >= 0) and (certainty is null or certainty between 0 and 1))
);
comment on table leaf_reach is 'What the office says of winning points back at a leaf: effort, certainty, and the unit that answers for it';

create table year_map (
  agency_id    text not null references agency,
  year         int  not null,
  links        jsonb not null,
  changed_by   text not null,
  changed_name text not null,
  changed_at   timestamptz not null,
  primary key (agency_id, year)
);
comment on table year_map is 'What became of the leaves of the year before in the set of this year';
comment on column year_map.links is 'Links of kind, from, to; every leaf of both sets stands in exactly one';

create table lost_point (
  agency_id    text not null references agency,
  loss_id      text not null,
  year         int  not null,
  codes        jsonb not null,
  amount       numeric not null,
  cause        text not null,
  remedy       text,
  origin       text not null,
  deficit_id   text,
  created_by   text not null,
  created_name text not null,
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (agency_id, loss_id),
  constraint lost_point_amount check (amount > 0),
  constraint lost_point_origin check (origin in ('typed', 'imported', 'plan', 'result'))
);
comment on table lost_point is 'Points that an appraised result took away, at one leaf or at several together';
comment on column lost_point.year is 'The assessed year';
create index lost_point_by_year on lost_point (agency_id, year, loss_id);
create unique index lost_point_deficit on lost_point (agency_id, deficit_id) where deficit_id is not null;

create table lost_point_unit (
  agency_id text not null,
  loss_id   text not null,
  position  int  not null,
  unit_id   text,
  name      text not null,
  weight    numeric not null,
  share     numeric not null,
  primary key (agency_id, loss_id, position),
  constraint lost_point_unit_loss foreign key (agency_id, loss_id) references lost_point (agency_id, loss_id) on delete cascade,
  constraint lost_point_unit_weight check (weight > 0)
);
comment on table lost_point_unit is 'Who answers for a loss, with shares that add up to it exactly';
create index lost_point_unit_by_unit on lost_point_unit (agency_id, unit_id);

create table lost_point_task (
  agency_id text not null,
  loss_id   text not null,
  task_id   text not null,
  primary key (agency_id, loss_id, task_id),
  constraint lost_point_task_loss foreign key (agency_id, loss_id) references lost_point (agency_id, loss_id) on delete cascade,
  constraint lost_point_task_task foreign key (agency_id, task_id) references task (agency_id, task_id) on delete cascade
);
comment on table lost_point_task is 'Tasks that are to win a loss back';
create index lost_point_task_by_task on lost_point_task (agency_id, task_id);
