-- What applicants have promised: a commitment instead of a document (告知承诺), or a document that follows later (容缺受理).

alter table application_commitments
  add column kind text not null default 'commitment' check (kind in ('commitment', 'later')),
  add column due_days int,
  add check ((kind = 'later') = (due_days is not null));
comment on table application_commitments is 'What an applicant signs in a draft, by evidence type: a commitment in place of a document, or the promise to hand it in later; the words are kept as they were shown.';
comment on column application_commitments.due_days is 'Working days within which a document handed in later is promised; null for a commitment, whose days stand in the pack.';

create table undertakings (
  id uuid primary key,
  case_id uuid not null references cases (id),
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  applicant text not null,
  subject text not null,
  case_number text not null,
  matter text not null,
  service text not null,
  line text not null,
  region text not null,
  evidence text not null,
  kind text not null check (kind in ('commitment', 'later')),
  duty text not null check (duty in ('document', 'check', 'truth')),
  how text check (how in ('registry', 'visit', 'document')),
  statement jsonb not null,
  statement_digest text not null,
  consents jsonb not null default '{}',
  catalogue_digest text,
  state text not null check (state in ('open', 'handedIn', 'questioned', 'kept', 'breached', 'released')),
  revision int not null default 1,
  due_days int,
  count_from date,
  due_on date,
  reminded int not null default 0,
  look_on date,
  files jsonb not null default '[]',
  handed_in_on date,
  answer_on date,
  answered boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  unique (case_id, evidence)
);
comment on table undertakings is 'One promise of an applicant in one case: signed instead of a document or for later, followed up until it is kept, broken or no longer needed.';
comment on column undertakings.subject is 'Whose promise it is: the unified social credit code of the business applied for, else the id of the person.';
comment on column undertakings.duty is 'What follows: the document itself, a later check, or nothing but that it must be true.';
comment on column undertakings.due_on is 'Day by which it is due; null while nothing is counted or the calendar of that year is not published.';
comment on column undertakings.look_on is 'Day on which there is next something to do by itself: remind, let it lapse, begin a check. Null: nothing.';
comment on column undertakings.files is 'The documents handed in, with the digests of what was handed in then.';
comment on column undertakings.answer_on is 'Last day on which the applicant is heard before a decision on a breach.';
create index undertakings_application on undertakings (application_id);
create index undertakings_person on undertakings (person_id);
create index undertakings_look on undertakings (look_on, id) where look_on is not null;
create index undertakings_queue on undertakings (line, region text_pattern_ops, due_on, id) where ended_at is null;
create index undertakings_made on undertakings (region text_pattern_ops, created_at);

create table undertaking_actions (
  undertaking_id uuid not null references undertakings (id),
  seq int not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null,
  primary key (undertaking_id, seq)
);
comment on table undertaking_actions is 'What happened to a promise and to the credit entry that came of it, append-only; both states are folds of these rows.';
create trigger undertaking_actions_append_only before update or delete or truncate on undertaking_actions
  for each statement execute function refuse_change();

create table undertaking_offers (
  case_id uuid not null references cases (id),
  evidence text not null,
  kind text not null check (kind in ('commitment', 'later')),
  used boolean not null,
  person_id uuid not null references people (id),
  service text not null,
  line text not null,
  region text not null,
  offered_on date not null,
  primary key (case_id, evidence, kind)
);
comment on table undertaking_offers is 'Where a case could have been begun on a promise, and whether the applicant made it: what statistics count.';
create index undertaking_offers_person on undertaking_offers (person_id);
create index undertaking_offers_place on undertaking_offers (region text_pattern_ops, offered_on);

create table credit_entries (
  id uuid primary key,
  undertaking_id uuid not null unique references undertakings (id),
  person_id uuid not null references people (id),
  subject text not null,
  line text not null,
  region text not null,
  reason text not null,
  law jsonb not null,
  state text not null check (state in ('standing', 'contested', 'repairing', 'repaired', 'cancelled')),
  recorded_on date not null,
  until_on date not null,
  repairable boolean not null,
  repaired_on date,
  updated_at timestamptz not null
);
comment on table credit_entries is 'A broken promise on record: while it stands, documents are asked for instead of commitments; shown to whom it concerns, who may object and have it repaired.';
create index credit_entries_person on credit_entries (person_id);
create index credit_entries_subject on credit_entries (subject, until_on);
