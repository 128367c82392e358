-- Agencies, units, users, sessions, files and the audit chain. Every key starts with the agency.

create table agency (
  agency_id  text primary key,
  name       text not null,
  short_name text not null,
  province   text not null,
  created_at timestamptz not null
);
comment on table agency is 'A department (sở) whose index is kept here; small reference data';
comment on column agency.short_name is 'As in document symbols: STNMT';

create table setup_link (
  token_hash text primary key,
  expires_at timestamptz not null
);
comment on table setup_link is 'The one-time link that makes the first administrator; a row is gone once used';

create table unit (
  agency_id  text not null references agency,
  unit_id    text not null,
  parent_id  text,
  name       text not null,
  short_name text not null,
  kind       text not null,
  valid_from date not null,
  valid_to   date,
  position   int  not null,
  version    int  not null default 1,
  primary key (agency_id, unit_id),
  constraint unit_parent foreign key (agency_id, parent_id) references unit (agency_id, unit_id),
  constraint unit_span check (valid_to is null or valid_to >= valid_from)
);
comment on table unit is 'Units of an agency as they were and are; a row is never deleted';
comment on column unit.valid_to is 'Last day on which the unit stood; null while it stands';
comment on column unit.kind is 'office, division, branch, center, inspectorate, fund or leadership';
create index unit_by_parent on unit (agency_id, parent_id, position);

create table unit_alias (
  agency_id text not null references agency,
  folded    text not null,
  alias     text not null,
  unit_id   text not null,
  origin    text not null,
  primary key (agency_id, folded),
  constraint unit_alias_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id)
);
comment on table unit_alias is 'Other names by which documents call a unit';
comment on column unit_alias.folded is 'The alias in lower case without diacritics: what is looked up';
comment on column unit_alias.origin is 'typed by an administrator, or learned from an answer in a review';

create table unit_change (
  agency_id       text not null references agency,
  change_id       text not null,
  kind            text not null,
  effective_on    date not null,
  decision_number text,
  primary key (agency_id, change_id)
);
comment on table unit_change is 'A reorganisation: merge, split, rename, transfer or dissolve';

create table unit_succession (
  agency_id      text not null,
  change_id      text not null,
  predecessor_id text not null,
  successor_id   text not null,
  primary key (agency_id, change_id, predecessor_id, successor_id),
  constraint unit_succession_change foreign key (agency_id, change_id) references unit_change (agency_id, change_id),
  constraint unit_succession_from foreign key (agency_id, predecessor_id) references unit (agency_id, unit_id),
  constraint unit_succession_to foreign key (agency_id, successor_id) references unit (agency_id, unit_id)
);
comment on table unit_succession is 'Which unit took over from which in a reorganisation';
create index unit_succession_by_predecessor on unit_succession (agency_id, predecessor_id);

create table app_user (
  agency_id         text not null references agency,
  user_id           text not null,
  username          text not null,
  display_name      text not null,
  role              text not null,
  unit_id           text,
  password_hash     text not null,
  must_change_password boolean not null default false,
  is_active         boolean not null default true,
  failed_attempts   int not null default 0,
  locked_until      timestamptz,
  created_at        timestamptz not null,
  version           int not null default 1,
  primary key (agency_id, user_id),
  constraint app_user_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id)
);
comment on table app_user is 'Who may log in; small reference data, so the name is unique over all agencies';
comment on column app_user.password_hash is 'Argon2id with its parameters and salt';
create unique index app_user_username on app_user (username);

create table unit_head (
  agency_id  text not null,
  unit_id    text not null,
  user_id    text not null,
  valid_from date not null,
  valid_to   date,
  primary key (agency_id, unit_id, valid_from),
  constraint unit_head_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  constraint unit_head_user foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table unit_head is 'Who headed a unit, from when to when';

create table session (
  agency_id    text not null,
  session_id   text not null,
  token_hash   text not null,
  user_id      text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  user_agent   text not null,
  primary key (agency_id, session_id),
  constraint session_user_fk foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table session is 'Open log-ins; a revoked session has no row';
comment on column session.token_hash is 'SHA-256 of the cookie: the table does not give a way in';
create unique index session_by_token on session (token_hash);
create index session_by_user on session (agency_id, user_id);

create table stored_file (
  agency_id  text not null references agency,
  file_id    text not null,
  sha256     text not null,
  byte_count bigint not null,
  name       text not null,
  media_type text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (agency_id, file_id)
);
comment on table stored_file is 'Files by content; the bytes lie in the data folder under their hash';
create index stored_file_by_hash on stored_file (agency_id, sha256);

create table audit_head (
  agency_id text primary key references agency,
  sequence  bigint not null,
  hash      text not null
);
comment on table audit_head is 'The newest link of each agency''s audit chain';

create table audit_entry (
  agency_id     text not null references agency,
  sequence      bigint not null,
  at            timestamptz not null,
  actor_id      text,
  actor_name    text not null,
  action        text not null,
  subject_kind  text not null,
  subject_id    text not null,
  before        jsonb,
  after         jsonb,
  previous_hash text not null,
  hash          text not null,
  primary key (agency_id, sequence)
);
comment on table audit_entry is 'Who did what to which record, before and after; append-only, each entry hashes the one before';
create index audit_entry_by_subject on audit_entry (agency_id, subject_kind, subject_id, sequence);
create index audit_entry_by_actor on audit_entry (agency_id, actor_id, sequence);
create index audit_entry_by_time on audit_entry (agency_id, at);

create function refuse_audit_change() returns trigger language plpgsql as
'begin raise exception ''the audit chain is append-only''; end';
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
  for each statement execute function refuse_audit_change();
