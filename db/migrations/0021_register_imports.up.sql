-- Imports of spreadsheets into registers, and the columns that were meant before.

create table register_import (
  agency_id    text not null references agency,
  import_id    text not null,
  register_key text not null,
  file_id      text not null,
  state        text not null,
  plan         jsonb not null,
  rights       jsonb not null,
  skip_faulty  boolean not null default false,
  total_rows   int,
  read_rows    int not null default 0,
  made_rows    int not null default 0,
  faulty_rows  int not null default 0,
  faults       jsonb not null default '[]'::jsonb,
  failure      text,
  user_id      text not null,
  user_name    text not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  primary key (agency_id, import_id),
  constraint register_import_file foreign key (agency_id, file_id) references stored_file (agency_id, file_id),
  constraint register_import_state check (state in ('ready', 'running', 'done', 'faulty', 'failed', 'cancelling', 'cancelled'))
);
comment on table register_import is 'A spreadsheet on its way into a register: what its columns mean, how far it is, what was wrong';
comment on column register_import.plan is 'Sheet, header rows and the field of each column';
comment on column register_import.rights is 'What the person might change when the import was started';
comment on column register_import.read_rows is 'Rows of the sheet that are settled, written or refused: a stopped import goes on after them';
create index register_import_waiting on register_import (agency_id, import_id) where state in ('running', 'cancelling');

create table register_column (
  agency_id    text not null references agency,
  register_key text not null,
  header       text not null,
  field        text not null,
  part         text not null,
  primary key (agency_id, register_key, header)
);
comment on table register_column is 'What the columns of imported sheets meant: proposed again for the next sheet';
comment on column register_column.header is 'The header in lower case without diacritics';
comment on column register_column.part is 'Part of a document field; empty for others';
