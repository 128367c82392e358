-- A department (sở) whose index is kept here; small reference data
create table agency (
  agency_id text not null,
  name text not null,
  short_name text not null,
  province text not null,
  created_at timestamp with time zone not null,
  constraint agency_pkey PRIMARY KEY (agency_id)
);

-- Thresholds of the proposals for praise and reprimand; an office without a row has the defaults
create table answer_setting (
  agency_id text not null,
  thresholds jsonb not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint answer_setting_pkey PRIMARY KEY (agency_id),
  constraint answer_setting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- Who may log in; small reference data, so the name is unique over all agencies
create table app_user (
  agency_id text not null,
  user_id text not null,
  username text not null,
  display_name text not null,
  role text not null,
  unit_id text,
  password_hash text not null,
  must_change_password boolean not null default false,
  is_active boolean not null default true,
  failed_attempts integer not null default 0,
  locked_until timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint app_user_pkey PRIMARY KEY (agency_id, user_id),
  constraint app_user_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint app_user_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);
CREATE UNIQUE INDEX app_user_username ON app_user USING btree (username);

-- Who did what to which record, before and after; append-only, each entry hashes the one before
create table audit_entry (
  agency_id text not null,
  sequence bigint not null,
  at timestamp with time zone not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  previous_hash text not null,
  hash text not null,
  constraint audit_entry_pkey PRIMARY KEY (agency_id, sequence),
  constraint audit_entry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
CREATE INDEX audit_entry_by_actor ON audit_entry USING btree (agency_id, actor_id, sequence);
CREATE INDEX audit_entry_by_subject ON audit_entry USING btree (agency_id, subject_kind, subject_id, sequence);
CREATE INDEX audit_entry_by_time ON audit_entry USING btree (agency_id, at);
CREATE TRIGGER audit_entry_is_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- The newest link of each agency's audit chain
create table audit_head (
  agency_id text not null,
  sequence bigint not null,
  hash text not null,
  constraint audit_head_pkey PRIMARY KEY (agency_id),
  constraint audit_head_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- A day on which the office does not keep its week pattern
create table calendar_day (
  agency_id text not null,
  calendar_id text not null,
  day date not null,
  kind text not null,
  sessions jsonb,
  reason text not null,
  decision text,
  is_provisional boolean not null,
  constraint calendar_day_pkey PRIMARY KEY (agency_id, calendar_id, day),
  constraint calendar_day_calendar FOREIGN KEY (agency_id, calendar_id) REFERENCES office_calendar(agency_id, calendar_id),
  constraint calendar_day_kind CHECK ((kind = ANY (ARRAY['off'::text, 'working'::text, 'half-day'::text])))
);

-- What a day was before each change and after it; null for an ordinary day of the week pattern
create table calendar_day_change (
  agency_id text not null,
  calendar_id text not null,
  day date not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  old_day jsonb,
  new_day jsonb,
  constraint calendar_day_change_pkey PRIMARY KEY (agency_id, calendar_id, day, version),
  constraint calendar_day_change_calendar FOREIGN KEY (agency_id, calendar_id) REFERENCES office_calendar(agency_id, calendar_id)
);

-- Secret addresses of personal calendars; a new one ends the old one, a revoked one has no row
create table calendar_feed (
  agency_id text not null,
  user_id text not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  constraint calendar_feed_pkey PRIMARY KEY (agency_id, user_id),
  constraint calendar_feed_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);
CREATE UNIQUE INDEX calendar_feed_by_token ON calendar_feed USING btree (token_hash);

-- Name, hours and day-off rule of a calendar before and after each change
create table calendar_setting_change (
  agency_id text not null,
  calendar_id text not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  before jsonb not null,
  after jsonb not null,
  constraint calendar_setting_change_pkey PRIMARY KEY (agency_id, calendar_id, version),
  constraint calendar_setting_change_calendar FOREIGN KEY (agency_id, calendar_id) REFERENCES office_calendar(agency_id, calendar_id)
);

-- Criteria sets as YAML; a published one never changes, a correction is a new version
create table criteria_set (
  agency_id text not null,
  set_id text not null,
  title text not null,
  year integer not null,
  set_version integer not null,
  state text not null,
  source text not null,
  based_on text,
  published_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint criteria_set_pkey PRIMARY KEY (agency_id, set_id),
  constraint criteria_set_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint criteria_set_based_on FOREIGN KEY (agency_id, based_on) REFERENCES criteria_set(agency_id, set_id),
  constraint criteria_set_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);
CREATE UNIQUE INDEX criteria_set_version ON criteria_set USING btree (agency_id, year, set_version);
CREATE TRIGGER criteria_set_stays BEFORE UPDATE ON criteria_set FOR EACH ROW EXECUTE FUNCTION refuse_published_change();

-- A shortcoming against a criterion: what lost points, why, how it is to be mended
create table deficit (
  agency_id text not null,
  deficit_id text not null,
  plan_id text not null,
  area_ordinal integer,
  position integer not null,
  criterion text not null,
  score numeric,
  max_points numeric,
  reason text,
  remedy text,
  deadline_text text,
  deadlines jsonb not null default '[]'::jsonb,
  constraint deficit_pkey PRIMARY KEY (agency_id, deficit_id),
  constraint deficit_plan FOREIGN KEY (agency_id, plan_id) REFERENCES plan(agency_id, plan_id)
);
CREATE INDEX deficit_by_plan ON deficit USING btree (agency_id, plan_id, "position");

-- Which tasks are to win back the points of which shortcoming
create table deficit_task (
  agency_id text not null,
  deficit_id text not null,
  task_id text not null,
  constraint deficit_task_pkey PRIMARY KEY (agency_id, deficit_id, task_id),
  constraint deficit_task_deficit FOREIGN KEY (agency_id, deficit_id) REFERENCES deficit(agency_id, deficit_id) ON DELETE CASCADE,
  constraint deficit_task_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE INDEX deficit_task_by_task ON deficit_task USING btree (agency_id, task_id);

-- Units that a shortcoming names: responsible, lead, coordinator; the name as written and the unit it means
create table deficit_unit (
  agency_id text not null,
  deficit_id text not null,
  role text not null,
  position integer not null,
  name text not null,
  unit_id text,
  constraint deficit_unit_pkey PRIMARY KEY (agency_id, deficit_id, role, "position"),
  constraint deficit_unit_deficit FOREIGN KEY (agency_id, deficit_id) REFERENCES deficit(agency_id, deficit_id) ON DELETE CASCADE,
  constraint deficit_unit_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);
CREATE INDEX deficit_unit_by_unit ON deficit_unit USING btree (agency_id, unit_id, deficit_id);

-- At most one for each person and day; its lines are notices of the same transaction
create table digest (
  agency_id text not null,
  user_id text not null,
  day date not null,
  line_count integer not null,
  made_at timestamp with time zone not null,
  constraint digest_pkey PRIMARY KEY (agency_id, user_id, day),
  constraint digest_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint digest_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);

-- What proves a score: a file, an official document by its number, or records of a register
create table evidence (
  agency_id text not null,
  evidence_id text not null,
  year integer not null,
  title text not null,
  file_id text,
  document_number text,
  document_date date,
  issuer text,
  address text,
  created_by text not null,
  created_name text not null,
  created_at timestamp with time zone not null,
  constraint evidence_pkey PRIMARY KEY (agency_id, evidence_id),
  constraint evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint evidence_file FOREIGN KEY (agency_id, file_id) REFERENCES stored_file(agency_id, file_id),
  constraint evidence_proof CHECK (((file_id IS NOT NULL) OR (document_number IS NOT NULL) OR (address IS NOT NULL)))
);
CREATE INDEX evidence_by_year ON evidence USING btree (agency_id, year, evidence_id);

-- Which set a year is scored with, its target and its closing date
create table index_year (
  agency_id text not null,
  year integer not null,
  set_id text not null,
  target numeric,
  closing_on date,
  frozen_at timestamp with time zone,
  measured_from date,
  ties text not null default 'skip'::text,
  constraint index_year_pkey PRIMARY KEY (agency_id, year),
  constraint index_year_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint index_year_set FOREIGN KEY (agency_id, set_id) REFERENCES criteria_set(agency_id, set_id),
  constraint index_year_ties CHECK ((ties = ANY (ARRAY['skip'::text, 'dense'::text])))
);

-- Which leaves a piece of evidence proves; one piece may prove many
create table leaf_evidence (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  evidence_id text not null,
  wanted integer,
  constraint leaf_evidence_pkey PRIMARY KEY (agency_id, year, leaf_code, evidence_id),
  constraint leaf_evidence_evidence FOREIGN KEY (agency_id, evidence_id) REFERENCES evidence(agency_id, evidence_id) ON DELETE CASCADE
);

-- Which measure of the registers feeds a leaf in a year
create table leaf_measure (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  measure_key text not null,
  counts text not null default 'computed'::text,
  decided_by text not null,
  decided_name text not null,
  decided_at timestamp with time zone not null,
  place integer not null,
  constraint leaf_measure_pkey PRIMARY KEY (agency_id, year, leaf_code, place),
  constraint leaf_measure_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint leaf_measure_counts CHECK ((counts = ANY (ARRAY['computed'::text, 'entered'::text])))
);

-- What the office says of winning points back at a leaf: effort, certainty, and the unit that answers for it
create table leaf_reach (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  effort numeric,
  certainty numeric,
  owner_unit_id text,
  constraint leaf_reach_pkey PRIMARY KEY (agency_id, year, leaf_code),
  constraint leaf_reach_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint leaf_reach_values CHECK ((((effort IS NULL) OR (effort >= (0)::numeric)) AND ((certainty IS NULL) OR ((certainty >= (0)::numeric) AND (certainty <= (1)::numeric)))))
);

-- Tasks that are to win back points of a leaf
create table leaf_task (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  task_id text not null,
  constraint leaf_task_pkey PRIMARY KEY (agency_id, year, leaf_code, task_id),
  constraint leaf_task_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE INDEX leaf_task_by_task ON leaf_task USING btree (agency_id, task_id);

-- Points that an appraised result took away, at one leaf or at several together
create table lost_point (
  agency_id text not null,
  loss_id text not null,
  year integer not null,
  codes jsonb not null,
  amount numeric not null,
  cause text not null,
  remedy text,
  origin text not null,
  deficit_id text,
  created_by text not null,
  created_name text not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint lost_point_pkey PRIMARY KEY (agency_id, loss_id),
  constraint lost_point_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint lost_point_amount CHECK ((amount > (0)::numeric)),
  constraint lost_point_origin CHECK ((origin = ANY (ARRAY['typed'::text, 'imported'::text, 'plan'::text, 'result'::text])))
);
CREATE INDEX lost_point_by_year ON lost_point USING btree (agency_id, year, loss_id);
CREATE UNIQUE INDEX lost_point_deficit ON lost_point USING btree (agency_id, deficit_id) WHERE (deficit_id IS NOT NULL);

-- Tasks that are to win a loss back
create table lost_point_task (
  agency_id text not null,
  loss_id text not null,
  task_id text not null,
  constraint lost_point_task_pkey PRIMARY KEY (agency_id, loss_id, task_id),
  constraint lost_point_task_loss FOREIGN KEY (agency_id, loss_id) REFERENCES lost_point(agency_id, loss_id) ON DELETE CASCADE,
  constraint lost_point_task_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE INDEX lost_point_task_by_task ON lost_point_task USING btree (agency_id, task_id);

-- Who answers for a loss, with shares that add up to it exactly
create table lost_point_unit (
  agency_id text not null,
  loss_id text not null,
  position integer not null,
  unit_id text,
  name text not null,
  weight numeric not null,
  share numeric not null,
  constraint lost_point_unit_pkey PRIMARY KEY (agency_id, loss_id, "position"),
  constraint lost_point_unit_loss FOREIGN KEY (agency_id, loss_id) REFERENCES lost_point(agency_id, loss_id) ON DELETE CASCADE,
  constraint lost_point_unit_weight CHECK ((weight > (0)::numeric))
);
CREATE INDEX lost_point_unit_by_unit ON lost_point_unit USING btree (agency_id, unit_id);

-- Every figure ever entered for a leaf; the newest counts, none is overwritten
create table measure_entry (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  entry_id text not null,
  input jsonb,
  extracted_on date,
  evidence text,
  entered_by text not null,
  entered_name text not null,
  entered_at timestamp with time zone not null,
  constraint measure_entry_pkey PRIMARY KEY (agency_id, year, leaf_code, entry_id),
  constraint measure_entry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- The entry that counted for each leaf on the closing date
create table measure_freeze (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  entry_id text,
  source text not null default 'entered'::text,
  input jsonb,
  measure_key text,
  figures jsonb,
  by_unit jsonb,
  extracted_at timestamp with time zone,
  places jsonb,
  constraint measure_freeze_pkey PRIMARY KEY (agency_id, year, leaf_code),
  constraint measure_freeze_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint measure_freeze_entry FOREIGN KEY (agency_id, year, leaf_code, entry_id) REFERENCES measure_entry(agency_id, year, leaf_code, entry_id),
  constraint measure_freeze_source CHECK ((source = ANY (ARRAY['computed'::text, 'entered'::text])))
);

-- Somebody was named in the log of a task and has not looked yet, or has
create table mention (
  agency_id text not null,
  mention_id text not null,
  user_id text not null,
  task_id text not null,
  event_id text not null,
  by_name text not null,
  excerpt text not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint mention_pkey PRIMARY KEY (agency_id, mention_id),
  constraint mention_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE,
  constraint mention_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);
CREATE INDEX mention_unseen ON mention USING btree (agency_id, user_id, at) WHERE (seen_at IS NULL);

-- What a person was told of one item, why, and whether he has read it; never told twice
create table notice (
  agency_id text not null,
  notice_id text not null,
  user_id text not null,
  item_key text not null,
  reason text not null,
  occurrence text not null,
  fire_on date not null,
  covers jsonb not null default '[]'::jsonb,
  day date not null,
  source text not null,
  step text not null,
  title text not null,
  address text not null,
  unit_id text,
  due_on date not null,
  days_left integer,
  points numeric,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (agency_id, notice_id),
  constraint notice_digest FOREIGN KEY (agency_id, user_id, day) REFERENCES digest(agency_id, user_id, day),
  constraint notice_once UNIQUE (agency_id, user_id, item_key, reason, occurrence)
);
CREATE INDEX notice_by_item ON notice USING btree (agency_id, item_key);
CREATE INDEX notice_by_user ON notice USING btree (agency_id, user_id, day, notice_id);
CREATE INDEX notice_unread ON notice USING btree (agency_id, user_id) WHERE (read_at IS NULL);

-- How a person wants to be told outside the product
create table notice_preference (
  agency_id text not null,
  user_id text not null,
  email text,
  wants_email boolean not null default false,
  language text not null default 'vi'::text,
  changed_at timestamp with time zone not null,
  constraint notice_preference_pkey PRIMARY KEY (agency_id, user_id),
  constraint notice_preference_email CHECK (((NOT wants_email) OR (email IS NOT NULL))),
  constraint notice_preference_language CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint notice_preference_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);

-- Standing reporting duties that a plan sets
create table obligation (
  agency_id text not null,
  obligation_id text not null,
  plan_id text not null,
  position integer not null,
  who text not null,
  unit_id text,
  addressee text,
  what text not null,
  deadline_text text not null,
  deadlines jsonb not null default '[]'::jsonb,
  constraint obligation_pkey PRIMARY KEY (agency_id, obligation_id),
  constraint obligation_plan FOREIGN KEY (agency_id, plan_id) REFERENCES plan(agency_id, plan_id),
  constraint obligation_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);
CREATE INDEX obligation_by_plan ON obligation USING btree (agency_id, plan_id, "position");

-- When an office works; an agency without a row works by the calendar that the product ships
create table office_calendar (
  agency_id text not null,
  calendar_id text not null,
  name text not null,
  first_year integer not null,
  last_year integer not null,
  week jsonb not null,
  version integer not null default 1,
  later_weeks jsonb not null default '[]'::jsonb,
  day_off_rule text not null default 'stay'::text,
  constraint office_calendar_pkey PRIMARY KEY (agency_id, calendar_id),
  constraint office_calendar_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint office_calendar_day_off_rule CHECK ((day_off_rule = ANY (ARRAY['stay'::text, 'next'::text, 'previous'::text]))),
  constraint office_calendar_years CHECK (((last_year >= first_year) AND (last_year <= (first_year + 60))))
);

-- Digests that leave the house: one delivery for each channel, tried until it succeeds or is given up
create table outbox (
  agency_id text not null,
  delivery_id text not null,
  channel text not null,
  user_id text not null,
  day date not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  failure_kind text,
  failure_text text,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (agency_id, delivery_id),
  constraint outbox_channel CHECK ((channel = ANY (ARRAY['email'::text, 'webhook'::text]))),
  constraint outbox_digest FOREIGN KEY (agency_id, user_id, day) REFERENCES digest(agency_id, user_id, day),
  constraint outbox_once UNIQUE (agency_id, channel, user_id, day),
  constraint outbox_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX outbox_by_state ON outbox USING btree (agency_id, state, made_at);
CREATE INDEX outbox_due ON outbox USING btree (agency_id, next_at) WHERE (state = 'waiting'::text);

-- A remediation plan or a yearly plan of the agency
create table plan (
  agency_id text not null,
  plan_id text not null,
  kind text not null,
  title text not null,
  number text,
  issued_on text,
  plan_year integer not null,
  assessed_year integer,
  revision integer not null default 1,
  result jsonb,
  document jsonb not null,
  created_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (agency_id, plan_id),
  constraint plan_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
CREATE INDEX plan_by_year ON plan USING btree (agency_id, plan_year, plan_id);

-- The reform areas of a plan with the figures as the document states them
create table plan_area (
  agency_id text not null,
  plan_id text not null,
  ordinal integer not null,
  name text not null,
  score numeric,
  max_points numeric,
  percent numeric,
  criteria integer,
  subcriteria integer,
  constraint plan_area_pkey PRIMARY KEY (agency_id, plan_id, ordinal),
  constraint plan_area_plan FOREIGN KEY (agency_id, plan_id) REFERENCES plan(agency_id, plan_id)
);

-- Published totals of the departments of the province in a year
create table ranking_entry (
  agency_id text not null,
  year integer not null,
  name text not null,
  points numeric not null,
  is_own boolean not null,
  areas jsonb not null default '{}'::jsonb,
  constraint ranking_entry_pkey PRIMARY KEY (agency_id, year, name),
  constraint ranking_entry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- A register in use: its declaration and how its records are laid out for lists
create table register (
  agency_id text not null,
  register_key text not null,
  version integer not null,
  declaration json,
  layout jsonb not null,
  scope text not null,
  built_with text not null,
  rebuilt integer,
  touched_at timestamp with time zone,
  touched_by text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by text,
  constraint register_pkey PRIMARY KEY (agency_id, register_key),
  constraint register_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
CREATE UNIQUE INDEX register_by_scope ON register USING btree (agency_id, scope);

-- History of each record: the fields that changed, shown to each reader as his rights allow
create table register_change (
  agency_id text not null,
  register_key text not null,
  record_id text not null,
  version integer not null,
  at timestamp with time zone not null,
  actor_id text,
  actor_name text not null,
  kind text not null,
  note text,
  before jsonb not null,
  after jsonb not null,
  constraint register_change_pkey PRIMARY KEY (agency_id, register_key, record_id, version),
  constraint register_change_record FOREIGN KEY (agency_id, register_key, record_id) REFERENCES register_record(agency_id, register_key, record_id)
);

-- Further deadlines of records that are running and not met: what reminders look in
create table register_clock (
  agency_id text not null,
  register_key text not null,
  record_id text not null,
  clock text not null,
  due_on date not null,
  constraint register_clock_pkey PRIMARY KEY (agency_id, register_key, record_id, clock),
  constraint register_clock_record FOREIGN KEY (agency_id, register_key, record_id) REFERENCES register_record(agency_id, register_key, record_id)
);
CREATE INDEX register_clock_due ON register_clock USING btree (agency_id, due_on, register_key, record_id);

-- What the columns of imported sheets meant: proposed again for the next sheet
create table register_column (
  agency_id text not null,
  register_key text not null,
  header text not null,
  field text not null,
  part text not null,
  constraint register_column_pkey PRIMARY KEY (agency_id, register_key, header),
  constraint register_column_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- A spreadsheet on its way into a register: what its columns mean, how far it is, what was wrong
create table register_import (
  agency_id text not null,
  import_id text not null,
  register_key text not null,
  file_id text not null,
  state text not null,
  plan jsonb not null,
  rights jsonb not null,
  skip_faulty boolean not null default false,
  total_rows integer,
  read_rows integer not null default 0,
  made_rows integer not null default 0,
  faulty_rows integer not null default 0,
  faults jsonb not null default '[]'::jsonb,
  failure text,
  user_id text not null,
  user_name text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint register_import_pkey PRIMARY KEY (agency_id, import_id),
  constraint register_import_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint register_import_file FOREIGN KEY (agency_id, file_id) REFERENCES stored_file(agency_id, file_id),
  constraint register_import_state CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'faulty'::text, 'failed'::text, 'cancelling'::text, 'cancelled'::text])))
);
CREATE INDEX register_import_waiting ON register_import USING btree (agency_id, import_id) WHERE (state = ANY (ARRAY['running'::text, 'cancelling'::text]));

-- Values of measures that take the newest record
create table register_latest (
  agency_id text not null,
  register_key text not null,
  measure text not null,
  on_day date not null,
  record_id text not null,
  unit_id text not null,
  value numeric not null,
  constraint register_latest_pkey PRIMARY KEY (agency_id, register_key, measure, on_day, record_id)
);
CREATE INDEX register_latest_by_unit ON register_latest USING btree (agency_id, register_key, measure, unit_id, on_day, record_id);

-- Records of all registers; the declaration says what the values mean
create table register_record (
  agency_id text not null,
  register_key text not null,
  record_id text not null,
  values jsonb not null,
  computed jsonb not null,
  keys jsonb not null,
  unit_id text,
  holder_id text,
  step text,
  step_on date,
  due_on date,
  original_due_on date,
  finished_on date,
  t1 text,
  t2 text,
  t3 text,
  d1 date,
  d2 date,
  d3 date,
  n1 numeric,
  n2 numeric,
  n3 numeric,
  n4 numeric,
  words tsvector not null,
  contributions text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by text,
  created_name text not null,
  changed_at timestamp with time zone not null,
  changed_name text not null,
  deleted_at timestamp with time zone,
  import_id text,
  import_row integer,
  constraint register_record_pkey PRIMARY KEY (agency_id, register_key, record_id),
  constraint register_record_register FOREIGN KEY (agency_id, register_key) REFERENCES register(agency_id, register_key)
);
CREATE INDEX register_record_d1 ON register_record USING btree (agency_id, register_key, d1, record_id) WHERE ((d1 < 'infinity'::date) AND (deleted_at IS NULL));
CREATE INDEX register_record_d2 ON register_record USING btree (agency_id, register_key, d2, record_id) WHERE ((d2 < 'infinity'::date) AND (deleted_at IS NULL));
CREATE INDEX register_record_d3 ON register_record USING btree (agency_id, register_key, d3, record_id) WHERE ((d3 < 'infinity'::date) AND (deleted_at IS NULL));
CREATE INDEX register_record_deleted ON register_record USING btree (agency_id, register_key, record_id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX register_record_due ON register_record USING btree (agency_id, register_key, due_on, record_id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX register_record_import ON register_record USING btree (agency_id, import_id, import_row) WHERE (import_id IS NOT NULL);
CREATE INDEX register_record_n1 ON register_record USING btree (agency_id, register_key, n1, record_id) WHERE ((n1 < 'NaN'::numeric) AND (deleted_at IS NULL));
CREATE INDEX register_record_n2 ON register_record USING btree (agency_id, register_key, n2, record_id) WHERE ((n2 < 'NaN'::numeric) AND (deleted_at IS NULL));
CREATE INDEX register_record_n3 ON register_record USING btree (agency_id, register_key, n3, record_id) WHERE ((n3 < 'NaN'::numeric) AND (deleted_at IS NULL));
CREATE INDEX register_record_n4 ON register_record USING btree (agency_id, register_key, n4, record_id) WHERE ((n4 < 'NaN'::numeric) AND (deleted_at IS NULL));
CREATE INDEX register_record_open ON register_record USING btree (agency_id, due_on, register_key, record_id) WHERE ((finished_on IS NULL) AND (due_on IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX register_record_t1 ON register_record USING btree (agency_id, register_key, t1, record_id) WHERE ((t1 < chr(1114111)) AND (deleted_at IS NULL));
CREATE INDEX register_record_t2 ON register_record USING btree (agency_id, register_key, t2, record_id) WHERE ((t2 < chr(1114111)) AND (deleted_at IS NULL));
CREATE INDEX register_record_t3 ON register_record USING btree (agency_id, register_key, t3, record_id) WHERE ((t3 < chr(1114111)) AND (deleted_at IS NULL));
CREATE INDEX register_record_unit ON register_record USING btree (agency_id, register_key, unit_id, record_id) WHERE (deleted_at IS NULL);
CREATE INDEX register_record_words ON register_record USING gin (words);

-- Registers whose due days, clocks and computed fields are being derived anew by a changed calendar
create table register_redating (
  agency_id text not null,
  register_key text not null,
  after_id text not null default ''::text,
  is_whole boolean not null default false,
  begun_at timestamp with time zone not null,
  begun_by text,
  begun_name text not null,
  done integer not null default 0,
  constraint register_redating_pkey PRIMARY KEY (agency_id, register_key),
  constraint register_redating_register FOREIGN KEY (agency_id, register_key) REFERENCES register(agency_id, register_key)
);

-- Sums of the contributions of records by measure, day and unit: kept in the transaction of each change
create table register_tally (
  agency_id text not null,
  register_key text not null,
  measure text not null,
  on_day date not null,
  unit_id text not null,
  value text not null,
  turns_on date not null,
  numerator numeric not null,
  denominator numeric not null,
  missing numeric not null,
  records integer not null,
  constraint register_tally_pkey PRIMARY KEY (agency_id, register_key, measure, on_day, unit_id, value, turns_on)
);

-- Values that may stand only once in a register, as hashes
create table register_unique (
  agency_id text not null,
  register_key text not null,
  rule integer not null,
  key_hash text not null,
  record_id text not null,
  constraint register_unique_pkey PRIMARY KEY (agency_id, register_key, rule, key_hash),
  constraint register_unique_record FOREIGN KEY (agency_id, register_key, record_id) REFERENCES register_record(agency_id, register_key, record_id)
);
CREATE INDEX register_unique_by_record ON register_unique USING btree (agency_id, register_key, record_id);

-- Every declaration of an office's own register as it stood
create table register_version (
  agency_id text not null,
  register_key text not null,
  version integer not null,
  declaration json not null,
  changed_at timestamp with time zone not null,
  changed_by text,
  constraint register_version_pkey PRIMARY KEY (agency_id, register_key, version),
  constraint register_version_register FOREIGN KEY (agency_id, register_key) REFERENCES register(agency_id, register_key)
);

-- Saved views of a list: filter, sort and columns under a name
create table register_view (
  agency_id text not null,
  register_key text not null,
  view_id text not null,
  name text not null,
  user_id text not null,
  is_shared boolean not null,
  query jsonb not null,
  created_at timestamp with time zone not null,
  constraint register_view_pkey PRIMARY KEY (agency_id, register_key, view_id),
  constraint register_view_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- Days whose digests are all made
create table reminder_day (
  agency_id text not null,
  day date not null,
  finished_at timestamp with time zone not null,
  digests integer not null,
  notices integer not null,
  constraint reminder_day_pkey PRIMARY KEY (agency_id, day),
  constraint reminder_day_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- When an office reminds; an office without a row has the defaults
create table reminder_setting (
  agency_id text not null,
  lead_days jsonb not null,
  late_steps jsonb not null,
  send_at text not null,
  webhook_url text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint reminder_setting_pkey PRIMARY KEY (agency_id),
  constraint reminder_setting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- What units handed in of one period of a duty, packed for counting; follows report_submission
create table report_cell (
  agency_id text not null,
  year integer not null,
  duty_id text not null,
  period_key text not null,
  plain_units text,
  list_name text,
  plain_days text,
  day_counts text,
  others text,
  constraint report_cell_pkey PRIMARY KEY (agency_id, year, duty_id, period_key),
  constraint report_cell_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id)
);

-- The office's report of a period: its texts, which submissions are in it, when it was closed and sent
create table report_compilation (
  agency_id text not null,
  year integer not null,
  duty_id text not null,
  period_key text not null,
  state text not null,
  texts jsonb not null,
  taken jsonb not null,
  taken_at timestamp with time zone,
  frozen jsonb,
  closed_on date,
  sent_number text,
  sent_document_on date,
  sent_on date,
  passed_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by_name text not null,
  constraint report_compilation_pkey PRIMARY KEY (agency_id, year, duty_id, period_key),
  constraint report_compilation_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id),
  constraint report_compilation_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

-- What happened to the office's report: compiled, closed, reopened with a reason, sent
create table report_compilation_event (
  agency_id text not null,
  duty_id text not null,
  period_key text not null,
  event_id text not null,
  at timestamp with time zone not null,
  actor_name text not null,
  kind text not null,
  note text,
  constraint report_compilation_event_pkey PRIMARY KEY (agency_id, duty_id, period_key, event_id),
  constraint report_compilation_event_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id)
);

-- Figures, texts and files of a submission as they stand now
create table report_draft (
  agency_id text not null,
  duty_id text not null,
  period_key text not null,
  unit_id text not null,
  content jsonb not null,
  editors jsonb not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  changed_by_name text not null,
  constraint report_draft_pkey PRIMARY KEY (agency_id, duty_id, period_key, unit_id),
  constraint report_draft_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id)
);

-- A recurring report that units owe; what it asks for stands in its versions
create table report_duty (
  agency_id text not null,
  duty_id text not null,
  position integer not null,
  created_at timestamp with time zone not null,
  constraint report_duty_pkey PRIMARY KEY (agency_id, duty_id),
  constraint report_duty_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- What a duty asks for from a day on; a period goes by the version in force on its last day
create table report_duty_version (
  agency_id text not null,
  duty_id text not null,
  number integer not null,
  valid_from date not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  changed_by_name text not null,
  constraint report_duty_version_pkey PRIMARY KEY (agency_id, duty_id, number),
  constraint report_duty_version_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id)
);

-- Files that belong to a submission: who may see it may open them
create table report_file (
  agency_id text not null,
  file_id text not null,
  duty_id text not null,
  period_key text not null,
  unit_id text not null,
  constraint report_file_pkey PRIMARY KEY (agency_id, file_id),
  constraint report_file_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id),
  constraint report_file_file FOREIGN KEY (agency_id, file_id) REFERENCES stored_file(agency_id, file_id)
);
CREATE INDEX report_file_by_submission ON report_file USING btree (agency_id, duty_id, period_key, unit_id);

-- Every handing in as it was, and why it was returned
create table report_hand_in (
  agency_id text not null,
  duty_id text not null,
  period_key text not null,
  unit_id text not null,
  number integer not null,
  handed_in_at timestamp with time zone not null,
  handed_in_on date not null,
  handed_in_by text not null,
  handed_in_name text not null,
  content jsonb not null,
  returned_on date,
  returned_by_name text,
  return_reason text,
  again_by date,
  constraint report_hand_in_pkey PRIMARY KEY (agency_id, duty_id, period_key, unit_id, number),
  constraint report_hand_in_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id)
);

-- What a unit did about one period of a duty; what is expected is computed and never stored
create table report_submission (
  agency_id text not null,
  year integer not null,
  duty_id text not null,
  period_key text not null,
  unit_id text not null,
  state text not null,
  first_handed_in_on date,
  last_handed_in_on date,
  again_by date,
  hand_in_count integer not null default 0,
  return_count integer not null default 0,
  constraint report_submission_pkey PRIMARY KEY (agency_id, year, duty_id, period_key, unit_id),
  constraint report_submission_duty FOREIGN KEY (agency_id, duty_id) REFERENCES report_duty(agency_id, duty_id),
  constraint report_submission_state CHECK ((state = ANY (ARRAY['draft'::text, 'handed-in'::text, 'returned'::text]))),
  constraint report_submission_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);

-- A document being read and looked at before anything of it enters the plan
create table review (
  agency_id text not null,
  review_id text not null,
  file_id text not null,
  state text not null,
  progress integer not null default 0,
  failure jsonb,
  source jsonb,
  draft jsonb,
  figures jsonb not null default '[]'::jsonb,
  plan_id text,
  version integer not null default 1,
  created_by text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint review_pkey PRIMARY KEY (agency_id, review_id),
  constraint review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint review_file FOREIGN KEY (agency_id, file_id) REFERENCES stored_file(agency_id, file_id),
  constraint review_state CHECK ((state = ANY (ARRAY['reading'::text, 'failed'::text, 'open'::text, 'accepted'::text, 'dropped'::text])))
);
CREATE INDEX review_by_time ON review USING btree (agency_id, created_at);
CREATE INDEX review_unread ON review USING btree (agency_id, review_id) WHERE (state = 'reading'::text);

-- Filters of a list under a name, for oneself or for everybody in the office
create table saved_view (
  agency_id text not null,
  view_id text not null,
  user_id text not null,
  page text not null,
  name text not null,
  words text not null,
  is_shared boolean not null default false,
  created_at timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (agency_id, view_id),
  constraint saved_view_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);
CREATE INDEX saved_view_by_page ON saved_view USING btree (agency_id, page, user_id, name);

-- Kept what-ifs of a year
create table scenario (
  agency_id text not null,
  scenario_id text not null,
  year integer not null,
  name text not null,
  suppositions jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint scenario_pkey PRIMARY KEY (agency_id, scenario_id),
  constraint scenario_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
CREATE INDEX scenario_by_year ON scenario USING btree (agency_id, year, scenario_id);

create table schema_migration (
  version integer not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (version)
);

-- Open log-ins; a revoked session has no row
create table session (
  agency_id text not null,
  session_id text not null,
  token_hash text not null,
  user_id text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  user_agent text not null,
  constraint session_pkey PRIMARY KEY (agency_id, session_id),
  constraint session_user_fk FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);
CREATE UNIQUE INDEX session_by_token ON session USING btree (token_hash);
CREATE INDEX session_by_user ON session USING btree (agency_id, user_id);

-- The one-time link that makes the first administrator; a row is gone once used
create table setup_link (
  token_hash text not null,
  expires_at timestamp with time zone not null,
  constraint setup_link_pkey PRIMARY KEY (token_hash)
);

-- Points as stated by the department or the province; never computed here
create table stage_score (
  agency_id text not null,
  year integer not null,
  leaf_code text not null,
  stage text not null,
  points numeric not null,
  reason text,
  entered_at timestamp with time zone not null,
  constraint stage_score_pkey PRIMARY KEY (agency_id, year, leaf_code, stage),
  constraint stage_score_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint stage_score_stage CHECK ((stage = ANY (ARRAY['self'::text, 'appraisal-1'::text, 'final'::text])))
);

-- Files by content; the bytes lie in the data folder under their hash
create table stored_file (
  agency_id text not null,
  file_id text not null,
  sha256 text not null,
  byte_count bigint not null,
  name text not null,
  media_type text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint stored_file_pkey PRIMARY KEY (agency_id, file_id),
  constraint stored_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
CREATE INDEX stored_file_by_hash ON stored_file USING btree (agency_id, sha256);

-- What has to be done, with its deadline as worded and as the day it means
create table task (
  agency_id text not null,
  task_id text not null,
  plan_id text,
  plan_year integer not null,
  area_ordinal integer,
  position integer not null,
  ordinal text,
  title text not null,
  folded_title text not null,
  products jsonb not null default '[]'::jsonb,
  targets jsonb not null default '[]'::jsonb,
  deadline_text text,
  deadlines jsonb not null default '[]'::jsonb,
  due_on date,
  due_kind text not null,
  state text not null default 'assigned'::text,
  done_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  origin text not null default 'plan'::text,
  parent_id text,
  meeting_id text,
  original_due_on date,
  next_on date,
  handed_in_on date,
  percent integer not null default 0,
  made_key text,
  constraint task_pkey PRIMARY KEY (agency_id, task_id),
  constraint task_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint task_done CHECK (((state = 'done'::text) = (done_on IS NOT NULL))),
  constraint task_of_meeting FOREIGN KEY (agency_id, meeting_id) REFERENCES task_meeting(agency_id, meeting_id),
  constraint task_origin CHECK ((origin = ANY (ARRAY['plan'::text, 'hand'::text, 'province'::text, 'meeting'::text, 'unit'::text]))),
  constraint task_parent FOREIGN KEY (agency_id, parent_id) REFERENCES task(agency_id, task_id),
  constraint task_percent CHECK (((percent >= 0) AND (percent <= 100))),
  constraint task_plan FOREIGN KEY (agency_id, plan_id) REFERENCES plan(agency_id, plan_id),
  constraint task_state CHECK ((state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'returned'::text, 'in-progress'::text, 'handed-in'::text, 'sent-back'::text, 'done'::text, 'dropped'::text])))
);
CREATE INDEX task_by_due ON task USING btree (agency_id, plan_year, due_on, task_id);
CREATE INDEX task_by_meeting ON task USING btree (agency_id, meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX task_by_next ON task USING btree (agency_id, plan_year, next_on, "position", task_id);
CREATE INDEX task_by_parent ON task USING btree (agency_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX task_by_plan ON task USING btree (agency_id, plan_id, "position");
CREATE UNIQUE INDEX task_made_once ON task USING btree (agency_id, made_key) WHERE (made_key IS NOT NULL);

-- What happened to a task, as people read it
create table task_event (
  agency_id text not null,
  task_id text not null,
  event_id text not null,
  at timestamp with time zone not null,
  actor_id text,
  actor_name text not null,
  kind text not null,
  note text,
  details jsonb,
  constraint task_event_pkey PRIMARY KEY (agency_id, task_id, event_id),
  constraint task_event_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);

-- Every later day that was asked for, why, and what became of it: the history of promised days
create table task_extension (
  agency_id text not null,
  task_id text not null,
  extension_id text not null,
  asked_by text not null,
  asked_name text not null,
  asked_on date not null,
  reason text not null,
  from_day date not null,
  new_day date not null,
  addressee text not null,
  request_number text,
  request_day date,
  state text not null default 'asked'::text,
  decided_by text,
  decided_name text,
  decided_on date,
  answer text,
  answer_number text,
  answer_day date,
  occurrence_key text,
  constraint task_extension_pkey PRIMARY KEY (agency_id, task_id, extension_id),
  constraint task_extension_addressee CHECK ((addressee = ANY (ARRAY['office'::text, 'province'::text]))),
  constraint task_extension_forward CHECK ((new_day > from_day)),
  constraint task_extension_state CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint task_extension_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX task_extension_one_open ON task_extension USING btree (agency_id, task_id, COALESCE(occurrence_key, ''::text)) WHERE (state = 'asked'::text);

-- A monthly review meeting; its decisions are tasks that name it
create table task_meeting (
  agency_id text not null,
  meeting_id text not null,
  held_on date not null,
  first_day date not null,
  last_day date not null,
  note text,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint task_meeting_pkey PRIMARY KEY (agency_id, meeting_id),
  constraint task_meeting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint task_meeting_span CHECK ((first_day <= last_day))
);
CREATE INDEX task_meeting_by_day ON task_meeting USING btree (agency_id, held_on, meeting_id);

-- One time that a recurring task falls due, or one monthly check of a continuous one; each is done or late by itself
create table task_occurrence (
  agency_id text not null,
  task_id text not null,
  occurrence_key text not null,
  name text not null,
  due_on date not null,
  kind text not null,
  state text not null default 'open'::text,
  handed_in_by text,
  handed_in_on date,
  done_on date,
  decided_by text,
  note text,
  document_number text,
  original_due_on date,
  granted_to date,
  constraint task_occurrence_pkey PRIMARY KEY (agency_id, task_id, occurrence_key),
  constraint task_occurrence_done CHECK (((state = 'done'::text) = (done_on IS NOT NULL))),
  constraint task_occurrence_granted CHECK (((granted_to IS NULL) = (original_due_on IS NULL))),
  constraint task_occurrence_granted_day CHECK (((granted_to IS NULL) OR ((granted_to = due_on) AND (granted_to > original_due_on)))),
  constraint task_occurrence_kind CHECK ((kind = ANY (ARRAY['period'::text, 'check'::text]))),
  constraint task_occurrence_state CHECK ((state = ANY (ARRAY['open'::text, 'handed-in'::text, 'sent-back'::text, 'done'::text, 'waived'::text]))),
  constraint task_occurrence_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE INDEX task_occurrence_by_due ON task_occurrence USING btree (agency_id, due_on, task_id, occurrence_key);
CREATE INDEX task_occurrence_open ON task_occurrence USING btree (agency_id, task_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'handed-in'::text, 'sent-back'::text]));

-- What a coordinating unit owes to a task, and how far its part has come
create table task_part (
  agency_id text not null,
  task_id text not null,
  unit_id text not null,
  owes text not null,
  due_on date,
  state text not null default 'assigned'::text,
  note text,
  handed_in_by text,
  handed_in_on date,
  decided_by text,
  reason text,
  constraint task_part_pkey PRIMARY KEY (agency_id, task_id, unit_id),
  constraint task_part_state CHECK ((state = ANY (ARRAY['assigned'::text, 'in-progress'::text, 'handed-in'::text, 'sent-back'::text, 'done'::text]))),
  constraint task_part_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE,
  constraint task_part_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);
CREATE INDEX task_part_by_unit ON task_part USING btree (agency_id, unit_id, task_id);

-- People to whom a unit handed a task down
create table task_person (
  agency_id text not null,
  task_id text not null,
  user_id text not null,
  constraint task_person_pkey PRIMARY KEY (agency_id, task_id, user_id),
  constraint task_person_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE,
  constraint task_person_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);
CREATE INDEX task_person_by_user ON task_person USING btree (agency_id, user_id, task_id);

-- What was handed in: a file, or the number and day of an issued document
create table task_product (
  agency_id text not null,
  task_id text not null,
  product_id text not null,
  unit_id text,
  title text not null,
  file_id text,
  document_number text,
  document_day date,
  state text not null default 'attached'::text,
  added_by text not null,
  added_name text not null,
  added_at timestamp with time zone not null,
  reason text,
  constraint task_product_pkey PRIMARY KEY (agency_id, task_id, product_id),
  constraint task_product_file FOREIGN KEY (agency_id, file_id) REFERENCES stored_file(agency_id, file_id),
  constraint task_product_is_something CHECK (((file_id IS NOT NULL) OR (document_number IS NOT NULL))),
  constraint task_product_state CHECK ((state = ANY (ARRAY['attached'::text, 'handed-in'::text, 'approved'::text, 'sent-back'::text, 'removed'::text]))),
  constraint task_product_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE,
  constraint task_product_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);

-- Which tasks carry out a record of a register (a task given by the province); a record may be shared among units
create table task_record (
  agency_id text not null,
  register_key text not null,
  record_id text not null,
  task_id text not null,
  created_at timestamp with time zone not null,
  written jsonb,
  constraint task_record_pkey PRIMARY KEY (agency_id, register_key, record_id, task_id),
  constraint task_record_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE INDEX task_record_by_task ON task_record USING btree (agency_id, task_id);

-- What an office decides for itself: days before which an extension is asked, how often, when unit plans are due
create table task_setting (
  agency_id text not null,
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone not null,
  constraint task_setting_pkey PRIMARY KEY (agency_id, key),
  constraint task_setting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- The event that a relative deadline waits for, as recorded; corrected ones stay, marked undone
create table task_start (
  agency_id text not null,
  task_id text not null,
  start_id text not null,
  happened_on date not null,
  minute_of_day integer,
  document_number text,
  recorded_by text not null,
  recorded_name text not null,
  recorded_at timestamp with time zone not null,
  undone_name text,
  undone_at timestamp with time zone,
  undone_reason text,
  constraint task_start_pkey PRIMARY KEY (agency_id, task_id, start_id),
  constraint task_start_minute CHECK (((minute_of_day >= 0) AND (minute_of_day <= 1439))),
  constraint task_start_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX task_start_one ON task_start USING btree (agency_id, task_id) WHERE (undone_at IS NULL);

-- Lead and coordinators of a task: the name as written and the unit it means
create table task_unit (
  agency_id text not null,
  task_id text not null,
  role text not null,
  position integer not null,
  name text not null,
  unit_id text,
  constraint task_unit_pkey PRIMARY KEY (agency_id, task_id, role, "position"),
  constraint task_unit_task FOREIGN KEY (agency_id, task_id) REFERENCES task(agency_id, task_id) ON DELETE CASCADE,
  constraint task_unit_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);
CREATE INDEX task_unit_by_unit ON task_unit USING btree (agency_id, unit_id, task_id);

-- Units of an agency as they were and are; a row is never deleted
create table unit (
  agency_id text not null,
  unit_id text not null,
  parent_id text,
  name text not null,
  short_name text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  position integer not null,
  version integer not null default 1,
  constraint unit_pkey PRIMARY KEY (agency_id, unit_id),
  constraint unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint unit_parent FOREIGN KEY (agency_id, parent_id) REFERENCES unit(agency_id, unit_id),
  constraint unit_span CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
CREATE INDEX unit_by_parent ON unit USING btree (agency_id, parent_id, "position");

-- Other names by which documents call a unit
create table unit_alias (
  agency_id text not null,
  folded text not null,
  alias text not null,
  unit_id text not null,
  origin text not null,
  constraint unit_alias_pkey PRIMARY KEY (agency_id, folded),
  constraint unit_alias_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id),
  constraint unit_alias_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);

-- A reorganisation: merge, split, rename, transfer or dissolve
create table unit_change (
  agency_id text not null,
  change_id text not null,
  kind text not null,
  effective_on date not null,
  decision_number text,
  constraint unit_change_pkey PRIMARY KEY (agency_id, change_id),
  constraint unit_change_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);

-- Who headed a unit, from when to when
create table unit_head (
  agency_id text not null,
  unit_id text not null,
  user_id text not null,
  valid_from date not null,
  valid_to date,
  constraint unit_head_pkey PRIMARY KEY (agency_id, unit_id, valid_from),
  constraint unit_head_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id),
  constraint unit_head_user FOREIGN KEY (agency_id, user_id) REFERENCES app_user(agency_id, user_id)
);

-- A unit's own plan, derived from the department's; once approved its lines are steps of the department's tasks
create table unit_plan (
  agency_id text not null,
  plan_year integer not null,
  unit_id text not null,
  state text not null default 'drafting'::text,
  items jsonb not null default '[]'::jsonb,
  number text,
  issued_on date,
  handed_in_by text,
  handed_in_on date,
  decided_by text,
  decided_on date,
  reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint unit_plan_pkey PRIMARY KEY (agency_id, plan_year, unit_id),
  constraint unit_plan_state CHECK ((state = ANY (ARRAY['drafting'::text, 'handed-in'::text, 'returned'::text, 'approved'::text]))),
  constraint unit_plan_unit FOREIGN KEY (agency_id, unit_id) REFERENCES unit(agency_id, unit_id)
);

-- Which unit took over from which in a reorganisation
create table unit_succession (
  agency_id text not null,
  change_id text not null,
  predecessor_id text not null,
  successor_id text not null,
  constraint unit_succession_pkey PRIMARY KEY (agency_id, change_id, predecessor_id, successor_id),
  constraint unit_succession_change FOREIGN KEY (agency_id, change_id) REFERENCES unit_change(agency_id, change_id),
  constraint unit_succession_from FOREIGN KEY (agency_id, predecessor_id) REFERENCES unit(agency_id, unit_id),
  constraint unit_succession_to FOREIGN KEY (agency_id, successor_id) REFERENCES unit(agency_id, unit_id)
);
CREATE INDEX unit_succession_by_predecessor ON unit_succession USING btree (agency_id, predecessor_id);

-- What became of the leaves of the year before in the set of this year
create table year_map (
  agency_id text not null,
  year integer not null,
  links jsonb not null,
  changed_by text not null,
  changed_name text not null,
  changed_at timestamp with time zone not null,
  constraint year_map_pkey PRIMARY KEY (agency_id, year),
  constraint year_map_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
);
