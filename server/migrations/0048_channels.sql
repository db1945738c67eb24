-- Channels of requests: what guards them all, Open311, mail, calls, knowledge of the agents, tables of requests.

-- Safeguards.
create table request_senders (
  sender text not null,
  hour_at timestamptz not null,
  times integer not null check (times > 0),
  primary key (sender, hour_at)
);
create index request_senders_hour on request_senders (hour_at);
comment on table request_senders is 'How many requests one sender sent within an hour; erased after two days.';
comment on column request_senders.sender is 'Keyed digest of a person, telephone number, mailbox, network address or system.';

create table request_sketches (
  request_id uuid primary key,
  region text not null,
  sender text not null,
  sketch integer[] not null,
  bands text[] not null,
  received_at timestamptz not null
);
create index request_sketches_bands on request_sketches using gin (bands);
create index request_sketches_age on request_sketches (received_at);
comment on table request_sketches is 'Sketches of the texts of requests, by which almost equal texts of many people are found; no text can be read from them; erased after a month.';
comment on column request_sketches.sender is 'Keyed digest of whoever sent it.';

-- Open311.
create table open311_clients (
  id uuid primary key,
  name text not null unique,
  region text not null,
  key_digest text not null unique,
  hourly integer not null check (hourly > 0),
  since_at timestamptz not null,
  until_at timestamptz
);
comment on table open311_clients is 'Systems that may send requests over Open311, each by a key; one that was ended stays, because requests name it.';
comment on column open311_clients.region is 'Where its requests may be about.';
comment on column open311_clients.key_digest is 'Keyed digest of its key, which is shown once and never kept.';

create table open311_posts (
  request_id uuid primary key,
  client_id uuid not null references open311_clients (id),
  digest text not null,
  region text not null,
  posted_at timestamptz not null
);
create index open311_posts_digest on open311_posts (client_id, digest, posted_at desc);
create index open311_posts_client on open311_posts (client_id, posted_at desc, request_id);
comment on table open311_posts is 'Which request came from which system, and the digest of what it sent: the same again within a day is the same request.';

-- Knowledge of the agents.
create table knowledge_entries (
  id uuid primary key,
  region text not null,
  stage text not null check (stage in ('proposed', 'published', 'retired')),
  words jsonb not null,
  proposal jsonb,
  revision integer not null,
  uses integer not null default 0,
  released_by text,
  released_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index knowledge_entries_region on knowledge_entries (region text_pattern_ops, updated_at desc, id);
create index knowledge_entries_change on knowledge_entries (updated_at, id);
comment on table knowledge_entries is 'What agents of the hotline answer: question, answer, source, until when it holds. Somebody else than its writer releases it.';
comment on column knowledge_entries.words is 'What is in force; what is proposed while it was never released.';
comment on column knowledge_entries.proposal is 'New words that wait for somebody to release them, with who wrote them.';
comment on column knowledge_entries.uses is 'How many requests were answered with it.';

create table knowledge_gaps (
  region text not null,
  words text not null,
  times integer not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  primary key (region, words)
);
create index knowledge_gaps_open on knowledge_gaps (region text_pattern_ops, times desc, words) where closed_at is null;
comment on table knowledge_gaps is 'What agents looked for and did not find; personal data masked.';

-- Mail.
create table mails (
  id uuid primary key,
  region text not null,
  direction text not null check (direction in ('in', 'out')),
  outcome text not null check (outcome in ('request', 'added', 'ignored', 'refused', 'waiting', 'sent')),
  message_digest text not null unique,
  request_id uuid,
  because text,
  sealed text not null,
  at timestamptz not null,
  sent_at timestamptz
);
create index mails_request on mails (request_id, at) where request_id is not null;
comment on table mails is 'Letters that came to the mailbox of the hotline, and those sent from it.';
comment on column mails.message_digest is 'Keyed digest of the Message-ID: the same letter is taken in once, and an answer finds the letter it answers.';
comment on column mails.because is 'Why a letter was ignored or refused.';
comment on column mails.sealed is 'Addresses, subject and text: encrypted.';

-- Calls.
create table calls (
  id uuid primary key,
  region text not null,
  line text not null,
  key text not null unique,
  phone_digest text,
  state text not null check (state in ('ringing', 'talking', 'wrappingUp', 'finished', 'missed')),
  front boolean not null,
  agent_id uuid references staff (id),
  sealed text not null,
  wrap_up text,
  rang_at timestamptz not null,
  answered_at timestamptz,
  hung_up_at timestamptz,
  finished_at timestamptz
);
create index calls_waiting on calls (region text_pattern_ops, front desc, rang_at, id) where state = 'ringing';
create index calls_agent on calls (agent_id, rang_at desc) where agent_id is not null;
create index calls_phone on calls (phone_digest, rang_at desc) where phone_digest is not null;
create index calls_region on calls (region text_pattern_ops, rang_at desc);
comment on table calls is 'Calls to the hotline and conversations the assistant handed over: who took one, and how it ended.';
comment on column calls.line is 'Number that was called, or assistant.';
comment on column calls.key is 'What the telephone exchange calls it, so that one call rings once.';
comment on column calls.front is 'Somebody may be in danger: it is shown before the others.';
comment on column calls.sealed is 'Telephone number, transcript and note: encrypted.';
comment on column calls.wrap_up is 'How it ended, one of a list.';

-- Tables of requests.
create table request_imports (
  id uuid primary key,
  region text not null,
  staff_id uuid references staff (id),
  file_name text not null,
  digest text not null,
  state text not null check (state in ('running', 'done')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index request_imports_staff on request_imports (staff_id, created_at desc) where staff_id is not null;
create unique index request_imports_file on request_imports (region, digest);
comment on table request_imports is 'A file with requests another system collected; the same file again is the same import.';
comment on column request_imports.staff_id is 'Who uploaded it; null: from the command line.';

create table request_import_rows (
  import_id uuid not null references request_imports (id),
  row_number integer not null,
  region text not null,
  state text not null check (state in ('ready', 'faulty', 'taken', 'failed')),
  problems jsonb not null,
  request_id uuid,
  number text,
  sealed text not null,
  primary key (import_id, row_number)
);
comment on table request_import_rows is 'One row of such a file, with what is wrong with it or which request it became.';
comment on column request_import_rows.sealed is 'The row as it was: encrypted.';
