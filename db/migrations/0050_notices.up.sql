-- Reminders: settings of an office and of a person, digests with their lines, what leaves the house, calendar feeds.

create table reminder_setting (
  agency_id   text primary key references agency,
  lead_days   jsonb not null,
  late_steps  jsonb not null,
  send_at     text not null,
  webhook_url text,
  version     int not null default 1,
  changed_at  timestamptz not null
);
comment on table reminder_setting is 'When an office reminds; an office without a row has the defaults';
comment on column reminder_setting.lead_days is 'Working days before the due day, for items without lead times of their own';
comment on column reminder_setting.late_steps is 'Whom to tell after how many working days late';
comment on column reminder_setting.send_at is 'Time of day in the office zone, HH:MM';

create table notice_preference (
  agency_id   text not null,
  user_id     text not null,
  email       text,
  wants_email boolean not null default false,
  language    text not null default 'vi',
  changed_at  timestamptz not null,
  primary key (agency_id, user_id),
  constraint notice_preference_user foreign key (agency_id, user_id) references app_user (agency_id, user_id),
  constraint notice_preference_email check (not wants_email or email is not null),
  constraint notice_preference_language check (language in ('vi', 'en'))
);
comment on table notice_preference is 'How a person wants to be told outside the product';

create table digest (
  agency_id  text not null references agency,
  user_id    text not null,
  day        date not null,
  line_count int  not null,
  made_at    timestamptz not null,
  primary key (agency_id, user_id, day),
  constraint digest_user foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table digest is 'At most one for each person and day; its lines are notices of the same transaction';

create table notice (
  agency_id  text not null,
  notice_id  text not null,
  user_id    text not null,
  item_key   text not null,
  reason     text not null,
  occurrence text not null,
  fire_on    date not null,
  covers     jsonb not null default '[]'::jsonb,
  day        date not null,
  source     text not null,
  step       text not null,
  title      text not null,
  address    text not null,
  unit_id    text,
  due_on     date not null,
  days_left  int,
  points     numeric,
  read_at    timestamptz,
  primary key (agency_id, notice_id),
  constraint notice_once unique (agency_id, user_id, item_key, reason, occurrence),
  constraint notice_digest foreign key (agency_id, user_id, day) references digest (agency_id, user_id, day)
);
comment on table notice is 'What a person was told of one item, why, and whether he has read it; never told twice';
comment on column notice.occurrence is 'The due day it is about, and whether doing or deciding';
comment on column notice.fire_on is 'First day on which the reason held';
comment on column notice.covers is 'Earlier reasons that this line stands for';
comment on column notice.days_left is 'Working days to the due day when it was told, negative when late';
create index notice_by_user on notice (agency_id, user_id, day, notice_id);
create index notice_unread on notice (agency_id, user_id) where read_at is null;
create index notice_by_item on notice (agency_id, item_key);

create table reminder_day (
  agency_id   text not null references agency,
  day         date not null,
  finished_at timestamptz not null,
  digests     int not null,
  notices     int not null,
  primary key (agency_id, day)
);
comment on table reminder_day is 'Days whose digests are all made';

create table outbox (
  agency_id     text not null,
  delivery_id   text not null,
  channel       text not null,
  user_id       text not null,
  day           date not null,
  state         text not null default 'waiting',
  attempts      int  not null default 0,
  next_at       timestamptz not null,
  claimed_until timestamptz,
  failure_kind  text,
  failure_text  text,
  made_at       timestamptz not null,
  settled_at    timestamptz,
  primary key (agency_id, delivery_id),
  constraint outbox_once unique (agency_id, channel, user_id, day),
  constraint outbox_channel check (channel in ('email', 'webhook')),
  constraint outbox_state check (state in ('waiting', 'sent', 'failed')),
  constraint outbox_digest foreign key (agency_id, user_id, day) references digest (agency_id, user_id, day)
);
comment on table outbox is 'Digests that leave the house: one delivery for each channel, tried until it succeeds or is given up';
comment on column outbox.claimed_until is 'Until when one server is trying it; another may try afterwards';
create index outbox_due on outbox (agency_id, next_at) where state = 'waiting';
create index outbox_by_state on outbox (agency_id, state, made_at);

create table calendar_feed (
  agency_id  text not null,
  user_id    text not null,
  token_hash text not null,
  made_at    timestamptz not null,
  primary key (agency_id, user_id),
  constraint calendar_feed_user foreign key (agency_id, user_id) references app_user (agency_id, user_id)
);
comment on table calendar_feed is 'Secret addresses of personal calendars; a new one ends the old one, a revoked one has no row';
comment on column calendar_feed.token_hash is 'SHA-256 of the secret: the table does not give a way in';
create unique index calendar_feed_by_token on calendar_feed (token_hash);
