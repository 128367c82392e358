-- From which figures on an office proposes praise or reprimand.

create table answer_setting (
  agency_id  text primary key references agency,
  thresholds jsonb not null,
  version    int not null default 1,
  changed_at timestamptz not null
);
comment on table answer_setting is 'Thresholds of the proposals for praise and reprimand; an office without a row has the defaults';
