-- A department's system asks a person to agree that it may ask a registry about them; without such a consent its calls of registries that need one are refused.

create table department_consents (
  id uuid primary key,
  subject text not null,
  resource text not null,
  line text not null,
  region text not null,
  asked_by text not null,
  fields text[] not null,
  purpose text not null,
  legal_basis text not null,
  case_number text not null,
  until_on date not null,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  answered_by uuid references people (id),
  wording text,
  withdrawn_at timestamptz,
  standing boolean not null default true,
  check ((answered_at is null) = (agreed is null) and (answered_at is null) = (answered_by is null) and (answered_at is null) = (wording is null)),
  check (withdrawn_at is null or agreed)
);
comment on table department_consents is 'Consents departments asked for through the exchange: whose records, of which registry, which fields, what for and until when; and what was answered. Rows are kept.';
comment on column department_consents.subject is 'Digest of the ID number or credit code, as the log of calls has it; never the number.';
comment on column department_consents.asked_by is 'The department''s system that asked; the consent is its authority''s.';
comment on column department_consents.wording is 'SHA-256 of the words that were answered: who asks, registry, what, what for, law, until when.';
comment on column department_consents.standing is 'Whether this is the latest the authority asked of this subject for this registry and purpose: it is not asked again while that waits or holds.';
create unique index department_consents_standing on department_consents (subject, resource, line, region, purpose) where standing;
create index department_consents_subject on department_consents (subject, asked_at desc, id);
create index department_consents_answered_by on department_consents (answered_by) where answered_by is not null;
