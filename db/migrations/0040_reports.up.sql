-- Report duties by version, what units did about them, what the office made of it.

create table report_duty (
  agency_id  text not null references agency,
  duty_id    text not null,
  position   int  not null,
  created_at timestamptz not null,
  primary key (agency_id, duty_id)
);
comment on table report_duty is 'A recurring report that units owe; what it asks for stands in its versions';

create table report_duty_version (
  agency_id       text not null,
  duty_id         text not null,
  number          int  not null,
  valid_from      date not null,
  definition      jsonb not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  changed_by_name text not null,
  primary key (agency_id, duty_id, number),
  constraint report_duty_version_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);
comment on table report_duty_version is 'What a duty asks for from a day on; a period goes by the version in force on its last day';
comment on column report_duty_version.definition is 'Units, receivers, regime, cut-offs as worded and as read, form (src/slices/reports/rules/duty.ts)';

create table report_submission (
  agency_id          text not null,
  year               int  not null,
  duty_id            text not null,
  period_key         text not null,
  unit_id            text not null,
  state              text not null,
  first_handed_in_on date,
  last_handed_in_on  date,
  again_by           date,
  hand_in_count      int  not null default 0,
  return_count       int  not null default 0,
  primary key (agency_id, year, duty_id, period_key, unit_id),
  constraint report_submission_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id),
  constraint report_submission_unit foreign key (agency_id, unit_id) references unit (agency_id, unit_id),
  constraint report_submission_state check (state in ('draft', 'handed-in', 'returned'))
);
comment on table report_submission is 'What a unit did about one period of a duty; what is expected is computed and never stored';
comment on column report_submission.year is 'Year of the period, so that the grid of a year reads that year only';
comment on column report_submission.again_by is 'Day by which a returned report is to be handed in again';

create table report_draft (
  agency_id       text not null,
  duty_id         text not null,
  period_key      text not null,
  unit_id         text not null,
  content         jsonb not null,
  editors         jsonb not null,
  version         int  not null default 1,
  changed_at      timestamptz not null,
  changed_by      text not null,
  changed_by_name text not null,
  primary key (agency_id, duty_id, period_key, unit_id),
  constraint report_draft_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);
comment on table report_draft is 'Figures, texts and files of a submission as they stand now';
comment on column report_draft.editors is 'Field → who changed it last';

create table report_hand_in (
  agency_id        text not null,
  duty_id          text not null,
  period_key       text not null,
  unit_id          text not null,
  number           int  not null,
  handed_in_at     timestamptz not null,
  handed_in_on     date not null,
  handed_in_by     text not null,
  handed_in_name   text not null,
  content          jsonb not null,
  returned_on      date,
  returned_by_name text,
  return_reason    text,
  again_by         date,
  primary key (agency_id, duty_id, period_key, unit_id, number),
  constraint report_hand_in_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);
comment on table report_hand_in is 'Every handing in as it was, and why it was returned';

create table report_file (
  agency_id  text not null,
  file_id    text not null,
  duty_id    text not null,
  period_key text not null,
  unit_id    text not null,
  primary key (agency_id, file_id),
  constraint report_file_file foreign key (agency_id, file_id) references stored_file (agency_id, file_id),
  constraint report_file_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);
comment on table report_file is 'Files that belong to a submission: who may see it may open them';
create index report_file_by_submission on report_file (agency_id, duty_id, period_key, unit_id);

create table report_compilation (
  agency_id            text not null,
  year                 int  not null,
  duty_id              text not null,
  period_key           text not null,
  state                text not null,
  texts                jsonb not null,
  taken                jsonb not null,
  taken_at             timestamptz,
  frozen               jsonb,
  closed_on            date,
  sent_number          text,
  sent_document_on     date,
  sent_on              date,
  passed_on            date,
  version              int  not null default 1,
  changed_at           timestamptz not null,
  changed_by_name      text not null,
  primary key (agency_id, year, duty_id, period_key),
  constraint report_compilation_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id),
  constraint report_compilation_state check (state in ('open', 'closed'))
);
comment on table report_compilation is 'The office''s report of a period: its texts, which submissions are in it, when it was closed and sent';
comment on column report_compilation.taken is 'Unit → number of the handing in that was compiled last, with its figures';
comment on column report_compilation.frozen is 'Version, units, cut-offs and counts on the day of closing: a changed duty never changes a closed period';

create table report_compilation_event (
  agency_id  text not null,
  duty_id    text not null,
  period_key text not null,
  event_id   text not null,
  at         timestamptz not null,
  actor_name text not null,
  kind       text not null,
  note       text,
  primary key (agency_id, duty_id, period_key, event_id),
  constraint report_compilation_event_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);
comment on table report_compilation_event is 'What happened to the office''s report: compiled, closed, reopened with a reason, sent';
