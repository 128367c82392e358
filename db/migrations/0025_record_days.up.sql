-- Registers whose records are being dated anew because the calendar changed; how far that has come survives a restart.

create table register_redating (
  agency_id    text not null,
  register_key text not null,
  after_id     text not null default '',
  is_whole     boolean not null default false,
  begun_at     timestamptz not null,
  begun_by     text,
  begun_name   text not null,
  primary key (agency_id, register_key),
  constraint register_redating_register foreign key (agency_id, register_key) references register (agency_id, register_key)
);
comment on table register_redating is 'Registers whose due days, clocks and computed fields are being derived anew by a changed calendar';
comment on column register_redating.after_id is 'The last record that was derived anew; a further change of the calendar begins again';
comment on column register_redating.is_whole is 'Every record is written again: the declaration changed too, not only days';
comment on column register_redating.begun_by is 'Who changed the calendar: the history of each moved record names him';
