-- People: residents as they logged in, staff with postings, companies somebody acts for, sessions.

create table people (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  id_number text not null,
  phone text,
  region text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  unique (issuer, subject)
);
comment on table people is 'Residents who have logged in; identity is what the identity provider asserted.';
create unique index people_id_number on people (id_number);

create table company_agents (
  person_id uuid not null references people (id),
  uscc text not null,
  company text not null,
  primary key (person_id, uscc)
);
comment on table company_agents is 'Companies a person may act for, as asserted at the last login.';
create index company_agents_uscc on company_agents (uscc);

create table staff (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  unit text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  unique (issuer, subject)
);
comment on table staff is 'Officials who have logged in.';

create table staff_postings (
  staff_id uuid not null references staff (id),
  role text not null check (role in ('clerk', 'approver', 'supervisor', 'designer', 'operator')),
  region text not null,
  line text not null default '*',
  primary key (staff_id, role, region, line)
);
comment on table staff_postings is 'Role of an official in one region and line of authority, as asserted at the last login; line * is every line.';

create table sessions (
  token_digest text primary key,
  person_id uuid references people (id),
  staff_id uuid references staff (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (num_nonnulls(person_id, staff_id) = 1)
);
comment on table sessions is 'Logged-in sessions; only the SHA-256 of the cookie is kept, and the CSRF token is computed from the cookie.';
create index sessions_person on sessions (person_id) where person_id is not null;
create index sessions_staff on sessions (staff_id) where staff_id is not null;
create index sessions_expiry on sessions (expires_at);
