-- What residents say about their data: that a record of a registry is wrong, and which registries may be asked.

-- A resident says that a registry has something wrong, and asks its authority to put it right (更正). Personal Information Protection Law Art. 46.
create table disputes (
  id uuid primary key,
  person_id uuid not null references people (id),
  application_id uuid,
  registry text not null,
  concept text not null,
  key_concept text,
  line text not null,
  region text not null,
  state text not null check (state in ('open', 'corrected', 'declined', 'objected', 'upheld', 'withdrawn')),
  revision int not null,
  sealed text not null,
  due_on date,
  passed boolean not null,
  heard boolean not null,
  late_told boolean not null,
  entry text check (entry in ('waiting', 'entered', 'byHand')),
  shown_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table disputes is 'A resident says that a value of a registry is wrong; its authority answers. The state is the fold of dispute_actions.';
comment on column disputes.application_id is 'The application in which the value was seen; null: it was seen in the list of look-ups.';
comment on column disputes.key_concept is 'By which number of that application the record was found; null: by the number of the resident, or nobody knows.';
comment on column disputes.sealed is 'What is on record, what is right as the resident says, why, and what it was corrected to: encrypted.';
comment on column disputes.passed is 'It was passed on to another authority, which happens once.';
comment on column disputes.heard is 'The resident has objected, which happens once.';
comment on column disputes.late_told is 'Superiors were told that the answer is late.';
comment on column disputes.entry is 'After it was corrected: waiting to be handed to the registry, taken by it, or the authority enters it in its own system.';
comment on column disputes.shown_at is 'When the registry, asked again, gave the corrected value.';
create index disputes_person on disputes (person_id, created_at desc, id);
create index disputes_place on disputes (region text_pattern_ops, line, due_on, id) where ended_at is null;
create index disputes_ended on disputes (region text_pattern_ops, line, ended_at desc, id) where ended_at is not null;
create index disputes_due on disputes (due_on, id) where ended_at is null and not late_told;

create table dispute_actions (
  seq bigint generated always as identity primary key,
  dispute_id uuid not null references disputes (id),
  region text not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table dispute_actions is 'What happened to a dispute, append-only.';
create index dispute_actions_dispute on dispute_actions (dispute_id, seq);
create trigger dispute_actions_append_only before update or delete or truncate on dispute_actions
  for each statement execute function refuse_change();

create table dispute_files (
  id uuid primary key,
  dispute_id uuid not null references disputes (id),
  person_id uuid not null references people (id),
  digest text not null references files (digest),
  name text not null,
  size int not null,
  type text not null,
  added_at timestamptz not null
);
comment on table dispute_files is 'Proof a resident attached to a dispute.';
create index dispute_files_dispute on dispute_files (dispute_id, added_at, id);
create index dispute_files_person on dispute_files (person_id);
create index dispute_files_digest on dispute_files (digest);

-- Each consent a person gave or refused, across applications. Personal Information Protection Law Art. 13, 14, 15.
create table consents (
  id uuid primary key,
  person_id uuid not null references people (id),
  application_id uuid not null references applications (id),
  matter text not null,
  registry text not null,
  granted boolean not null,
  channel text not null,
  wording text not null,
  at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table consents is 'What a person said when asked whether a registry may be asked for one application; the newest row of a registry counts.';
comment on column consents.channel is 'Where it was said: web, window, kiosk, batch, or my-data for a withdrawal.';
comment on column consents.wording is 'SHA-256 of the words that were agreed to: registry, what, why, law.';
create index consents_person on consents (person_id, at desc, id);
create unique index consents_open on consents (application_id, registry) where granted and withdrawn_at is null;
create index consents_application on consents (application_id);
