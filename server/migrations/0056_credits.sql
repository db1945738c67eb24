-- Paying for care afterwards (信用就医): an account with a limit, what hospitals entered on it, and everything that happened to either.

create table care_accounts (
  id uuid primary key,
  person_id uuid not null references people (id),
  region text not null,
  limit_fen bigint not null check (limit_fen > 0),
  owed_fen bigint not null default 0 check (owed_fen >= 0),
  agreed text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
comment on table care_accounts is 'An account on which a resident pays for care afterwards; one open one each. What is owed never exceeds the limit: the statement that enters a bill says so.';
comment on column care_accounts.owed_fen is 'Own part of all bills that are neither settled nor cancelled, in fen.';
comment on column care_accounts.agreed is 'SHA-256 of the terms the person agreed to.';
create unique index care_accounts_open on care_accounts (person_id) where closed_at is null;
create index care_accounts_person on care_accounts (person_id);

create table care_bills (
  id uuid primary key,
  account_id uuid not null references care_accounts (id),
  person_id uuid not null references people (id),
  region text not null,
  line text not null,
  consumer text not null,
  number text not null,
  sealed text not null,
  total_fen bigint not null check (total_fen > 0),
  insured_fen bigint not null check (insured_fen >= 0 and insured_fen <= total_fen),
  state text not null check (state in ('owed', 'late', 'contested', 'settled', 'cancelled')),
  due_on date,
  look_on date,
  reminded boolean not null default false,
  late_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table care_bills is 'A bill of a hospital on somebody''s account. The state is the fold of care_actions; the own part is total less insured.';
comment on column care_bills.consumer is 'The hospital''s system as it is registered with the exchange.';
comment on column care_bills.number is 'The hospital''s own number: entered once, however often it is sent.';
comment on column care_bills.sealed is 'Encrypted: hospital, department and day of the visit (class content).';
comment on column care_bills.due_on is 'Last day to settle it; null while the calendar of that year is not published.';
comment on column care_bills.look_on is 'The next day on which something happens by itself; null: nothing does.';
comment on column care_bills.late_on is 'The day it went on record.';
create unique index care_bills_number on care_bills (consumer, number);
create index care_bills_account on care_bills (account_id);
create index care_bills_person on care_bills (person_id, created_at desc, id);
create index care_bills_due on care_bills (look_on, id) where ended_at is null;
create index care_bills_contested on care_bills (region text_pattern_ops, line, updated_at, id) where state = 'contested';

create table care_actions (
  position bigint generated always as identity primary key,
  account_id uuid not null references care_accounts (id),
  bill_id uuid references care_bills (id),
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table care_actions is 'What happened to an account or a bill on it, in order; append-only.';
create index care_actions_account on care_actions (account_id, position);
create index care_actions_bill on care_actions (bill_id, position);
create trigger care_actions_append_only before update or delete or truncate on care_actions for each statement execute function refuse_change();
