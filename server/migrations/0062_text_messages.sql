-- Text messages to mobile phones: what was sent, what became of it, how many in a day, and who wants none.

create table text_messages (
  id uuid primary key,
  key text not null unique,
  kind text not null,
  region text not null,
  line text not null,
  subject uuid not null,
  person_id uuid references people (id),
  phone_digest text not null,
  link_digest text unique,
  urgent boolean not null,
  state text not null check (state in ('queued', 'calling', 'sent', 'delivered', 'failed', 'dropped')),
  tries integer not null default 0,
  due_at timestamptz,
  expires_at timestamptz not null,
  tried_at timestamptz,
  gateway_number text,
  because text,
  sealed text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz
);
create index text_messages_due on text_messages (due_at) where due_at is not null;
create index text_messages_desk on text_messages (region text_pattern_ops, made_at desc, id desc);
create index text_messages_failed on text_messages (region text_pattern_ops, ended_at desc) where state = 'failed';
create index text_messages_person on text_messages (person_id) where person_id is not null;
comment on table text_messages is 'Text messages to mobile phones, each sent once: its key names what it is about. Older ones are erased after the days of the rule textMessages.';
comment on column text_messages.subject is 'The case, request or call it is about.';
comment on column text_messages.phone_digest is 'Keyed digest of the number, by which limits are counted and wishes are found.';
comment on column text_messages.link_digest is 'Keyed digest of the code in its address; the code itself is nowhere.';
comment on column text_messages.tries is 'How often the gateway was asked to send it; the number of the try goes with it, so that a report names the try it is about.';
comment on column text_messages.due_at is 'When it is looked at next: to be sent, to find out what became of a call, to ask for its report.';
comment on column text_messages.gateway_number is 'What the gateway calls it (BizId).';
comment on column text_messages.because is 'Why it waits, failed or was dropped: a word of ours, or the code of the gateway.';
comment on column text_messages.sealed is 'Number, what the template needs, and where its address leads (class content).';

create table text_message_counts (
  counted_on date not null,
  scope text not null,
  taken integer not null check (taken > 0),
  primary key (counted_on, scope)
);
comment on table text_message_counts is 'How many were sent on a day in China: in all (scope empty), and to each number (its keyed digest). Kept for two days.';

create table text_message_stops (
  phone_digest text primary key,
  stopped_at timestamptz not null
);
comment on table text_message_stops is 'Numbers whose holder answered T: nothing is sent to them any more.';

create table text_message_choices (
  person_id uuid primary key references people (id),
  chosen_at timestamptz not null
);
comment on table text_message_choices is 'Residents who want no text messages.';

create table text_message_reports (
  id uuid primary key,
  message_id uuid not null references text_messages (id) on delete cascade,
  try integer not null,
  delivered boolean not null,
  code text not null,
  reported_at timestamptz not null,
  heard_at timestamptz not null,
  via text not null check (via in ('pushed', 'asked')),
  unique (message_id, try)
);
comment on table text_message_reports is 'What the gateway reported of a try, once: the first report counts.';
