-- The log of exchange calls, chained by hash per node, with signed roots over it; departments' systems that may ask, and what they wait for.

create table exchange_calls (
  node text not null,
  position bigint not null,
  hash text,
  id uuid not null unique,
  at timestamptz not null,
  consumer text not null,
  resource text not null,
  grant_ref text,
  person_id uuid,
  application_id uuid,
  case_number text,
  subject text not null,
  key_digest text not null,
  fields text[] not null,
  concepts text[] not null,
  purpose text not null,
  legal_basis text not null,
  consent text,
  outcome text not null,
  reason text,
  cached boolean not null,
  dropped text[] not null,
  milliseconds int not null,
  signed_by text,
  request_hash text,
  response_hash text,
  provider_hash text,
  primary key (node, position),
  check (hash is not null or node = 'before')
);
comment on table exchange_calls is 'Every call of a registry: who asked whose system for what, why, by what law, with what outcome. Only grows; written before the answer is released.';
comment on column exchange_calls.hash is 'SHA-256 of the previous hash of the node and this row in canonical JSON, with whose records were read. Rows from before the chain (node before) have none.';
comment on column exchange_calls.key_digest is 'Digest of the number asked by, never the number.';
comment on column exchange_calls.dropped is 'Fields that came back although they were not asked for or not granted: nobody saw them.';
comment on column exchange_calls.signed_by is 'Key the reply was signed with; null: the system does not sign.';
create index exchange_calls_person on exchange_calls (person_id, at desc) where person_id is not null;
create index exchange_calls_resource on exchange_calls (resource, at desc);
create index exchange_calls_application on exchange_calls (application_id) where application_id is not null;

create table exchange_call_subjects (
  subject text not null,
  call_id uuid not null,
  concepts text[] not null,
  at timestamptz not null,
  primary key (subject, call_id)
);
comment on table exchange_call_subjects is 'Whose records a call read: SHA-256 of the ID number, and what was read about that person. They need have no account.';
create index exchange_call_subjects_subject on exchange_call_subjects (subject, at desc);
create index exchange_call_subjects_call on exchange_call_subjects (call_id);

insert into exchange_calls (node, position, id, at, consumer, resource, person_id, application_id, subject, key_digest, fields, concepts, purpose, legal_basis, outcome, cached, dropped, milliseconds)
  select 'before', row_number() over (order by at, id), id, at, 'platform', registry, person_id, application_id, subject, '', '{}', concepts, purpose, legal_basis, outcome, false, '{}', milliseconds from registry_calls;
insert into exchange_call_subjects select subject, call_id, concepts, at from registry_call_subjects;
drop table registry_call_subjects;
drop table registry_calls;

create trigger exchange_calls_append_only before update or delete or truncate on exchange_calls for each statement execute function refuse_change();
create trigger exchange_call_subjects_append_only before update or delete or truncate on exchange_call_subjects for each statement execute function refuse_change();

create table exchange_roots (
  node text not null,
  first bigint not null,
  last bigint not null,
  at timestamptz not null,
  signed text not null,
  primary key (node, last),
  check (first <= last)
);
comment on table exchange_roots is 'Root of the Merkle tree (RFC 6962) over the calls of a node from one position to another, signed by the installation (JWS). Only grows.';
create index exchange_roots_at on exchange_roots (at desc);
create trigger exchange_roots_append_only before update or delete or truncate on exchange_roots for each statement execute function refuse_change();

create table exchange_consumers (
  code text primary key,
  name text not null,
  line text not null,
  region text not null,
  jwk jsonb not null,
  callback text,
  since_at timestamptz not null,
  until_at timestamptz
);
comment on table exchange_consumers is 'Systems of departments that may ask through the exchange, each with its public key (ES256); until_at: when it was taken off.';

create table exchange_requests_seen (
  consumer text not null references exchange_consumers (code),
  jti text not null,
  at timestamptz not null,
  primary key (consumer, jti)
);
comment on table exchange_requests_seen is 'Numbers of signed requests within the window in which one could be sent again.';
create index exchange_requests_seen_at on exchange_requests_seen (at);

create table exchange_quotas (
  grant_ref text not null,
  counted_on date not null,
  used int not null,
  primary key (grant_ref, counted_on)
);
comment on table exchange_quotas is 'How many calls of a grant with a daily limit were set aside on a day; servers take them in small lots.';

create table exchange_orders (
  id uuid primary key,
  consumer text not null references exchange_consumers (code),
  request text not null,
  answer text,
  at timestamptz not null,
  answered_at timestamptz,
  collected_at timestamptz
);
comment on table exchange_orders is 'Calls answered later: asked for by a department''s system, answered by a job, collected or sent to its address. request and answer are sealed.';
create index exchange_orders_consumer on exchange_orders (consumer);
create index exchange_orders_answered on exchange_orders (answered_at) where answered_at is not null;
