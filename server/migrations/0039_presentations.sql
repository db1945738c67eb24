-- Showing e-licences: codes that are shown once, what departments ask for, the devices that show without network.

create table presentation_requests (
  id uuid primary key,
  digest text not null unique,
  staff_id uuid not null references staff (id),
  region text not null,
  person_id uuid references people (id),
  type text not null,
  claims text[] not null,
  purpose text not null,
  legal_basis text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  presentation_id uuid
);
comment on table presentation_requests is 'What an official asked a holder to show, of which type of credential and what for. person_id is empty until somebody opens the request by its code; digest is a keyed hash of that code. agreed says yes or no once it is answered.';
create index presentation_requests_staff on presentation_requests (staff_id, asked_at);
create index presentation_requests_person on presentation_requests (person_id, asked_at) where person_id is not null;

create table presentations (
  id uuid primary key,
  digest text not null unique,
  person_id uuid not null references people (id),
  credential_id uuid not null references credentials (id),
  claims text[] not null,
  purpose text not null,
  shown_by text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text
);
comment on table presentations is 'A code under which a holder shows chosen claims of one credential, once and for a minute; digest is a keyed hash of the code. shown_by names who showed it in the holder''s name. Codes nobody looked at are removed after a day.';
create index presentations_credential on presentations (credential_id);
create index presentations_person on presentations (person_id, expires_at);
alter table presentation_requests add constraint presentation_requests_presentation foreign key (presentation_id) references presentations (id);
create index presentation_requests_presentation on presentation_requests (presentation_id) where presentation_id is not null;

create table wallet_devices (
  id uuid primary key,
  person_id uuid not null references people (id),
  name text not null,
  public_jwk jsonb not null,
  registered_at timestamptz not null,
  ended_at timestamptz
);
comment on table wallet_devices is 'A phone that may show its holder''s credentials without network: the public half of a key that never leaves it. Copies made for it name the key.';
create index wallet_devices_person on wallet_devices (person_id, registered_at);

create table shown_offline (
  digest text primary key,
  seen_at timestamptz not null
);
comment on table shown_offline is 'Codes made without network that were checked here, so that none is taken twice; removed when they are too old to be taken at all.';
create index shown_offline_seen on shown_offline (seen_at);

create table verification_misses (
  id uuid primary key,
  caller text not null,
  missed_at timestamptz not null
);
comment on table verification_misses is 'Codes that were nobody''s, by a keyed hash of the address they came from; counted for ten minutes to slow guessing down, then removed.';
create index verification_misses_caller on verification_misses (caller, missed_at);
