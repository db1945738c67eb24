-- Agencies, helpers, guardians and consents to rows of a batch.

-- The public register of agencies (代办机构) and who works there.
create table agencies (
  uscc text primary key check (uscc ~ '^[0-9A-Z]{18}$'),
  name text not null,
  region text not null,
  matters text[],
  licence text not null,
  phone text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  state text not null check (state in ('listed', 'suspended', 'struckOff')),
  reason text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table agencies is 'Organisations that may apply for others: where, in what (matters null is all), by what licence, until when; reason says why one may not any more.';
create index agencies_region on agencies (region);

create table agency_staff (
  uscc text not null references agencies (uscc),
  id_number text not null,
  name text not null,
  since_at timestamptz not null,
  primary key (uscc, id_number)
);
comment on table agency_staff is 'Who acts for an agency, as it named them; nobody else does.';
create index agency_staff_person on agency_staff (id_number);

-- Powers the law gives and a registry proves: a guardian for a ward, a legal representative for a company. Civil Code Art. 23, 27, 28, 61.
create table powers (
  id uuid primary key,
  kind text not null check (kind in ('guardian', 'company')),
  person_id uuid not null references people (id),
  subject text not null,
  name text not null,
  ward_id uuid references people (id),
  holders text[] not null,
  registry text not null,
  legal_basis jsonb not null,
  ends_on date,
  state text not null check (state in ('proven', 'contested', 'over')),
  proven_at timestamptz not null,
  created_at timestamptz not null,
  contested_by uuid references people (id),
  ended_by text check (ended_by in ('holder', 'register', 'age', 'official')),
  ended_at timestamptz,
  reason text not null default '',
  check ((kind = 'guardian') = (ward_id is not null)),
  check ((state = 'over') = (ended_at is not null))
);
comment on table powers is 'What a registry proved: person_id may act for the ward (subject: ID number) or represents the company (subject: credit code); holders are the ID numbers of all the registry names.';
create unique index powers_open on powers (person_id, kind, subject) where state <> 'over';
create index powers_person on powers (person_id, created_at desc);
create index powers_ward on powers (ward_id) where ward_id is not null;
create index powers_subject on powers (subject) where state <> 'over';
create index powers_contested_by on powers (contested_by) where contested_by is not null;
create index powers_holders on powers using gin (holders);
create index powers_contested on powers (created_at) where state = 'contested';
create index powers_proven on powers (proven_at) where state <> 'over';

-- Staff of a company, named by its legal representative.
alter table delegations add column company_uscc text;
alter table delegations add column company_name text;
alter table delegations add column power_id uuid references powers (id);
alter table delegations drop constraint delegations_kind_check;
alter table delegations add constraint delegations_kind_check check (kind in ('family', 'agent', 'company'));
alter table delegations add constraint delegations_company_check check ((kind = 'company') = (num_nonnulls(company_uscc, company_name, power_id) = 3));
alter table delegations drop constraint delegations_ended_by_check;
alter table delegations add constraint delegations_ended_by_check check (ended_by in ('person', 'holder', 'register'));
create index delegations_power on delegations (power_id) where power_id is not null;

alter table acting_uses drop constraint acting_uses_capacity_check;
alter table acting_uses add constraint acting_uses_capacity_check check (capacity in ('family', 'agent', 'company', 'guardian', 'helper', 'window'));

-- A look-up that proves a power belongs to no application.
alter table registry_calls alter column application_id drop not null;

-- Hall helpers (帮办代办员) need no window.
alter table staff_postings drop constraint staff_postings_role_check;
alter table staff_postings add constraint staff_postings_role_check check (role in ('clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator'));

create table help_sessions (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  person_id uuid not null references people (id),
  outlet text not null,
  region text not null,
  place text not null check (place in ('hall', 'home')),
  opened_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('helper', 'person', 'next'))
);
comment on table help_sessions is 'A person let a helper of a hall act for them, by showing a code: the mandate until until_at.';
create index help_sessions_staff on help_sessions (staff_id, opened_at desc);
create index help_sessions_person on help_sessions (person_id, opened_at desc);
create index help_sessions_region on help_sessions (region, opened_at desc);

-- Rows of a table that name their own applicant, who agrees first. Personal Information Protection Law Art. 13, 14.
alter table batches add column applicants text not null default 'uploader' check (applicants in ('uploader', 'own'));
alter table batch_rows add column applicant_id_number text;
alter table batch_rows add column applicant_name text;
alter table batch_rows add column answer_until_at timestamptz;
alter table batch_rows add column answered_at timestamptz;
alter table batch_rows add column consents jsonb;
alter table batch_rows drop constraint batch_rows_state_check;
alter table batch_rows add constraint batch_rows_state_check check (state in ('unchecked', 'faulty', 'asked', 'ready', 'handedIn', 'failed', 'declined', 'expired'));
create index batch_rows_applicant on batch_rows (applicant_id_number) where state = 'asked';
create index batch_rows_expiring on batch_rows (answer_until_at) where state = 'asked';
