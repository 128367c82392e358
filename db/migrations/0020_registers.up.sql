-- Registers: declared lists. One table keeps the records of every register, so that no register needs a migration.

create table register (
  agency_id    text not null references agency,
  register_key text not null,
  version      int  not null,
  declaration  json,
  layout       jsonb not null,
  scope        text not null,
  built_with   text not null,
  rebuilt      int,
  touched_at   timestamptz,
  touched_by   text,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  changed_by   text,
  primary key (agency_id, register_key)
);
comment on table register is 'A register in use: its declaration and how its records are laid out for lists';
comment on column register.declaration is 'As an administrator declared it, its parts in their order; null where the program ships it';
comment on column register.layout is 'Which field is kept in which slot column of register_record; a field keeps its slot';
comment on column register.scope is 'Short prefix of the words of this register in the word index';
comment on column register.built_with is 'Hash of the declaration and calendar that every record was last derived with';
comment on column register.rebuilt is 'Records derived anew so far; null while nothing is being rebuilt';
comment on column register.touched_at is 'When a record of the register was last entered, changed or deleted, and by whom';
create unique index register_by_scope on register (agency_id, scope);

create table register_version (
  agency_id    text not null,
  register_key text not null,
  version      int  not null,
  declaration  json not null,
  changed_at   timestamptz not null,
  changed_by   text,
  primary key (agency_id, register_key, version),
  constraint register_version_register foreign key (agency_id, register_key) references register (agency_id, register_key)
);
comment on table register_version is 'Every declaration of an office''s own register as it stood';

create table register_record (
  agency_id       text not null,
  register_key    text not null,
  record_id       text not null,
  values          jsonb not null,
  computed        jsonb not null,
  keys            jsonb not null,
  unit_id         text,
  holder_id       text,
  step            text,
  step_on         date,
  due_on          date,
  original_due_on date,
  finished_on     date,
  t1 text collate "C", t2 text collate "C", t3 text collate "C",
  d1 date, d2 date, d3 date,
  n1 numeric, n2 numeric, n3 numeric, n4 numeric,
  words           tsvector not null,
  contributions   jsonb not null,
  version         int not null default 1,
  created_at      timestamptz not null,
  created_by      text,
  created_name    text not null,
  changed_at      timestamptz not null,
  changed_name    text not null,
  deleted_at      timestamptz,
  import_id       text,
  import_row      int,
  primary key (agency_id, register_key, record_id),
  constraint register_record_register foreign key (agency_id, register_key) references register (agency_id, register_key)
);
comment on table register_record is 'Records of all registers; the declaration says what the values mean';
comment on column register_record.values is 'What people entered, by field; values of fields that are gone stay';
comment on column register_record.computed is 'What follows from the values, by computed field';
comment on column register_record.due_on is 'Last day in time, extension included; null where none is set or the calendar ends before it';
comment on column register_record.finished_on is 'Day against which lateness is told; null while the record is open';
comment on column register_record.t1 is 'Slot columns t, d, n: sort keys of the fields that register.layout names; infinity, NaN and U+10FFFF stand for absent';
comment on column register_record.words is 'Words without diacritics and facets, each with the scope of its register: what searches and filters look in';
comment on column register_record.contributions is 'What the record adds to register_tally: taken back when it changes';
create index register_record_t1 on register_record (agency_id, register_key, t1, record_id) where t1 is not null and deleted_at is null;
create index register_record_t2 on register_record (agency_id, register_key, t2, record_id) where t2 is not null and deleted_at is null;
create index register_record_t3 on register_record (agency_id, register_key, t3, record_id) where t3 is not null and deleted_at is null;
create index register_record_d1 on register_record (agency_id, register_key, d1, record_id) where d1 is not null and deleted_at is null;
create index register_record_d2 on register_record (agency_id, register_key, d2, record_id) where d2 is not null and deleted_at is null;
create index register_record_d3 on register_record (agency_id, register_key, d3, record_id) where d3 is not null and deleted_at is null;
create index register_record_n1 on register_record (agency_id, register_key, n1, record_id) where n1 is not null and deleted_at is null;
create index register_record_n2 on register_record (agency_id, register_key, n2, record_id) where n2 is not null and deleted_at is null;
create index register_record_n3 on register_record (agency_id, register_key, n3, record_id) where n3 is not null and deleted_at is null;
create index register_record_n4 on register_record (agency_id, register_key, n4, record_id) where n4 is not null and deleted_at is null;
create index register_record_due on register_record (agency_id, register_key, due_on, record_id) where deleted_at is null;
create index register_record_unit on register_record (agency_id, register_key, unit_id, record_id) where deleted_at is null;
create index register_record_open on register_record (agency_id, due_on, register_key, record_id)
  where finished_on is null and due_on is not null and deleted_at is null;
create index register_record_words on register_record using gin (words);
create unique index register_record_import on register_record (agency_id, import_id, import_row) where import_id is not null;

create table register_clock (
  agency_id    text not null,
  register_key text not null,
  record_id    text not null,
  clock        text not null,
  due_on       date not null,
  primary key (agency_id, register_key, record_id, clock),
  constraint register_clock_record foreign key (agency_id, register_key, record_id)
    references register_record (agency_id, register_key, record_id)
);
comment on table register_clock is 'Further deadlines of records that are running and not met: what reminders look in';
create index register_clock_due on register_clock (agency_id, due_on, register_key, record_id);

create table register_unique (
  agency_id    text not null,
  register_key text not null,
  rule         int  not null,
  key_hash     text not null,
  record_id    text not null,
  primary key (agency_id, register_key, rule, key_hash),
  constraint register_unique_record foreign key (agency_id, register_key, record_id)
    references register_record (agency_id, register_key, record_id)
);
comment on table register_unique is 'Values that may stand only once in a register, as hashes';
create index register_unique_by_record on register_unique (agency_id, register_key, record_id);

create table register_change (
  agency_id    text not null,
  register_key text not null,
  record_id    text not null,
  version      int  not null,
  at           timestamptz not null,
  actor_id     text,
  actor_name   text not null,
  kind         text not null,
  note         text,
  before       jsonb not null,
  after        jsonb not null,
  primary key (agency_id, register_key, record_id, version),
  constraint register_change_record foreign key (agency_id, register_key, record_id)
    references register_record (agency_id, register_key, record_id)
);
comment on table register_change is 'History of each record: the fields that changed, shown to each reader as his rights allow';
comment on column register_change.version is 'The version that the change made';

create table register_tally (
  agency_id    text not null,
  register_key text not null,
  measure      text not null,
  on_day       date not null,
  unit_id      text not null,
  value        text not null,
  turns_on     date not null,
  numerator    numeric not null,
  denominator  numeric not null,
  missing      numeric not null,
  records      int not null,
  primary key (agency_id, register_key, measure, on_day, unit_id, value, turns_on)
);
comment on table register_tally is 'Sums of the contributions of records by measure, day and unit: kept in the transaction of each change';
comment on column register_tally.value is 'What is counted once, where a measure counts values; else empty';
comment on column register_tally.unit_id is 'Empty where the record names no unit';
comment on column register_tally.turns_on is 'The row counts from the day after this one: what an open record changes once it is overdue; -infinity: always';

create table register_latest (
  agency_id    text not null,
  register_key text not null,
  measure      text not null,
  on_day       date not null,
  record_id    text not null,
  unit_id      text not null,
  value        numeric not null,
  primary key (agency_id, register_key, measure, on_day, record_id)
);
comment on table register_latest is 'Values of measures that take the newest record';

create table register_view (
  agency_id    text not null references agency,
  register_key text not null,
  view_id      text not null,
  name         text not null,
  user_id      text not null,
  is_shared    boolean not null,
  query        jsonb not null,
  created_at   timestamptz not null,
  primary key (agency_id, register_key, view_id)
);
comment on table register_view is 'Saved views of a list: filter, sort and columns under a name';
