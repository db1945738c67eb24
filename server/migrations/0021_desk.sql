-- What officials keep at their desk: views under a name, internal notes, the words a case is found by; what residents choose to be told,
-- and how often somebody without a login has asked about a number.

create table saved_views (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  unit text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (staff_id, name)
);
comment on table saved_views is 'A filter of the queue an official keeps under a name; shared ones are offered to everybody of the unit.';
create index saved_views_unit on saved_views (unit) where shared;

create table case_notes (
  id uuid primary key,
  seq bigint generated always as identity,
  case_id uuid not null references cases (id),
  person_id uuid not null,
  staff_id uuid not null references staff (id),
  staff_name text not null,
  text text not null,
  mentions jsonb not null,
  written_at timestamptz not null
);
comment on table case_notes is 'An internal note of an official on a case; never shown to applicants. Mentions: [{id, name}] of colleagues.';
create index case_notes_case on case_notes (case_id, seq);
create index case_notes_staff on case_notes (staff_id);
create trigger case_notes_append_only before update or delete or truncate on case_notes
  for each statement execute function refuse_change();

create table case_finds (
  case_id uuid primary key references cases (id),
  person_id uuid not null,
  region text not null,
  line text not null,
  terms text[] not null
);
comment on table case_finds is 'What a case is found by: pairs of characters and words of its values and notes, digests of what is sensitive, and the places whose officials may see it.';
create index case_finds_terms on case_finds using gin (terms);

create table case_find_marks (
  name text primary key,
  position bigint not null
);
comment on table case_find_marks is 'How far the audit chain has been followed; what comes after it may have changed the words of cases.';

-- What a colleague has finished, for the view of who has how much. Cases decided by rule have no official and no entry.
create index cases_done on cases (assignee_id, ended_at) where ended_at is not null and assignee_id is not null;

create table progress_tries (
  number_digest text not null,
  hour_at timestamptz not null,
  tries int not null,
  primary key (number_digest, hour_at)
);
comment on table progress_tries is 'How often somebody not logged in asked about a number (SHA-256) with wrong digits within an hour.';

create table message_choices (
  person_id uuid not null references people (id),
  kind text not null,
  primary key (person_id, kind)
);
comment on table message_choices is 'Kinds of messages a resident does not want to be told; what they must act on is always told.';
