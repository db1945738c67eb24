-- Acting for others: delegations both sides agreed to, and what was done in somebody's name. Civil Code Art. 161–175 (agency).

create table delegations (
  id uuid primary key,
  kind text not null check (kind in ('family', 'agent')),
  state text not null check (state in ('proposed', 'agreed', 'refused', 'ended')),
  proposed_by text not null check (proposed_by in ('person', 'holder')),
  person_id_number text not null,
  person_name text not null,
  holder_id_number text,
  holder_uscc text,
  holder_name text not null,
  matters text[],
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  max_uses integer check (max_uses > 0),
  reason text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('person', 'holder')),
  check (num_nonnulls(holder_id_number, holder_uscc) = 1)
);
comment on table delegations is 'Who may act for whom: matters null is all, max_uses counts applications; the holder is a person by ID number, or whoever acts for an organisation.';
create index delegations_person on delegations (person_id_number, created_at desc);
create index delegations_holder on delegations (holder_id_number, created_at desc) where holder_id_number is not null;
create index delegations_organisation on delegations (holder_uscc, created_at desc) where holder_uscc is not null;

create table acting_uses (
  application_id uuid not null references applications (id),
  mandate text not null,
  person_id uuid not null references people (id),
  matter text not null,
  actor_kind text not null check (actor_kind in ('person', 'staff')),
  actor_id uuid not null,
  actor_name text not null,
  capacity text not null check (capacity in ('family', 'agent', 'helper', 'window')),
  at timestamptz not null,
  primary key (application_id, mandate)
);
comment on table acting_uses is 'Applications somebody worked on in the name of the person they belong to, once for each entitlement.';
create index acting_uses_mandate on acting_uses (mandate, at desc);
create index acting_uses_person on acting_uses (person_id, at desc);

-- Batches: one matter applied for by a table, a row for each application. A row's application does not get in the way of the draft being filled in by hand.

drop index applications_one_draft;
create unique index applications_one_draft on applications (person_id, matter) where state = 'draft' and channel <> 'batch';

create table batches (
  id uuid primary key,
  person_id uuid not null references people (id),
  matter text not null,
  matter_name jsonb not null,
  region text not null,
  state text not null check (state in ('checking', 'checked', 'running', 'paused', 'done', 'cancelled')),
  file_name text not null,
  sheet text not null,
  headers jsonb not null,
  findings jsonb not null,
  consents jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table batches is 'A table of applications for one matter, in the name of whoever uploaded it; findings are problems of the whole table.';
create index batches_person on batches (person_id, created_at desc);

create table batch_rows (
  batch_id uuid not null references batches (id),
  row_number int not null,
  person_id uuid not null,
  application_id uuid not null unique,
  state text not null check (state in ('unchecked', 'faulty', 'ready', 'handedIn', 'failed')),
  cells jsonb not null,
  answers jsonb not null,
  problems jsonb not null,
  number text,
  updated_at timestamptz not null,
  primary key (batch_id, row_number)
);
comment on table batch_rows is 'One row of a table as it was read, what is wrong with it, and the application it became; application_id is chosen beforehand, so that it becomes one only.';
