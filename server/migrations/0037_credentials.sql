-- E-licences: what each says, where its status is published, what it was used for.

-- A published list of statuses (Token Status List). Its places are given out in an order only `secret` tells, so that nobody learns from
-- a place when or after whom an e-licence was issued.
create table credential_status_lists (
  name text primary key,
  line text not null,
  region text not null,
  number int not null,
  size int not null,
  used int not null,
  secret text not null,
  revision bigint not null,
  created_at timestamptz not null,
  unique (line, region, number)
);
comment on table credential_status_lists is 'Published lists of statuses, several for each authority as they fill.';
comment on column credential_status_lists.used is 'So many places are given out.';
comment on column credential_status_lists.revision is 'Rises with every status that changes.';

create table credential_numbers (
  type text not null,
  region text not null,
  year int not null,
  last bigint not null,
  primary key (type, region, year)
);
comment on table credential_numbers is 'The last number given out for each type of e-licence, region and year.';

create table credentials (
  id uuid primary key,
  person_id uuid not null references people (id),
  type text not null,
  number text not null,
  edition int not null,
  line text not null,
  region text not null,
  origin text not null check (origin in ('result', 'registry')),
  result_id uuid references results (id),
  sealed text not null,
  issued_at timestamptz not null,
  until_on date,
  status text not null check (status in ('valid', 'suspended', 'revoked', 'replaced')),
  because text,
  changed_at timestamptz not null,
  status_list text not null references credential_status_lists (name),
  status_index int not null,
  unique (number, edition),
  unique (status_list, status_index)
);
comment on table credentials is 'E-licences and their editions. Signed copies are made from them when they are asked for.';
comment on column credentials.person_id is 'The account it belongs to.';
comment on column credentials.sealed is 'What it says, and the ID number of whom it is about where that is somebody else: encrypted.';
comment on column credentials.because is 'Why it no longer holds, or is suspended.';
comment on column credentials.status_index is 'Its place in the published list; every edition has its own.';
create index credentials_person on credentials (person_id, issued_at desc, edition desc, id);
create index credentials_place on credentials (region text_pattern_ops, line, issued_at desc, id);
create index credentials_not_valid on credentials (status_list, status_index) where status <> 'valid';
create unique index credentials_result on credentials (result_id) where status in ('valid', 'suspended');
create index credentials_results on credentials (result_id);
create unique index credentials_record on credentials (person_id, type) where origin = 'registry' and status in ('valid', 'suspended');

create table credential_uses (
  id uuid primary key,
  credential_id uuid not null references credentials (id),
  person_id uuid not null references people (id),
  kind text not null check (kind in ('application', 'shown', 'verified')),
  used_at timestamptz not null,
  seen_by text,
  purpose text not null,
  claims jsonb not null,
  reference text
);
comment on table credential_uses is 'What an e-licence was used for, for its holder to see: which claims, by whom, what for. Never the values.';
create index credential_uses_person on credential_uses (person_id, used_at desc, id);
create index credential_uses_credential on credential_uses (credential_id, used_at desc, id);
create trigger credential_uses_append_only before update or delete or truncate on credential_uses
  for each statement execute function refuse_change();

create table credential_withdrawn_keys (
  kid text primary key,
  line text not null,
  region text not null,
  reasons text not null,
  withdrawn_at timestamptz not null
);
comment on table credential_withdrawn_keys is 'Keys of authorities that are trusted no longer: what they signed counts as from nobody known.';
create index credential_withdrawn_keys_issuer on credential_withdrawn_keys (line, region);
create trigger credential_withdrawn_keys_append_only before update or delete or truncate on credential_withdrawn_keys
  for each statement execute function refuse_change();
