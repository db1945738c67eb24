-- What is personal in a row is encrypted as one document in a column "sealed"; the columns it stood in are at their default since. Rows
-- of earlier versions are converted at the next start, because the database has no keys.

create table field_keys (
  key text primary key,
  class text not null check (class in ('identity', 'content', 'history', 'index')),
  cipher text not null,
  wrapped text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
comment on table field_keys is 'Keys of sealed rows by class, each wrapped by a key that follows from KEYSTORE_SECRET; the newest of a class seals. index: the key of keyed digests.';
comment on column field_keys.retired_at is 'Since when no row is sealed with it.';

create table conversions (
  name text primary key,
  done_at timestamptz not null
);
comment on table conversions is 'Rows of earlier versions that have been brought into the form of today by the program, once each.';

alter table people alter column id_number drop not null, add column id_digest text, add column sealed text;
create unique index people_id_digest on people (id_digest);
drop index people_id_number;
comment on column people.sealed is 'Encrypted: ID number and telephone number (class identity).';
comment on column people.id_digest is 'Keyed digest of the ID number, by which one person is known.';

alter table delegations alter column person_id_number drop not null, add column person_digest text, add column holder_digest text, add column sealed text;
alter table delegations drop constraint delegations_check1, add constraint delegations_holder_check check (num_nonnulls(coalesce(holder_id_number, holder_digest), holder_uscc) = 1);
drop index delegations_person;
drop index delegations_holder;
create index delegations_person on delegations (person_digest, created_at desc);
create index delegations_holder on delegations (holder_digest, created_at desc) where holder_digest is not null;
comment on column delegations.sealed is 'Encrypted: ID numbers of both sides (class identity).';
comment on column delegations.person_digest is 'Keyed digest of the ID number of whoever is acted for; holder_digest: of whoever acts.';

alter table applications add column sealed text;
comment on column applications.sealed is 'Encrypted: answers, known facts, records found, what was looked up, the plan (class content).';

alter table cases alter column content set default '[]', add column sealed text;
comment on column cases.sealed is 'Encrypted: content and checks (class content).';

alter table results alter column content set default '[]', add column sealed text;
comment on column results.sealed is 'Encrypted: content (class content).';

alter table result_editions alter column content set default '[]', add column sealed text;
comment on column result_editions.sealed is 'Encrypted: content (class history).';

comment on table case_reads is 'Which official opened which case on which day, and keyed digests of the ID numbers it held.';
comment on table exchange_call_subjects is 'Whose records a call read: keyed digest of the ID number, and what was read about that person. They need have no account.';
comment on column applications.identity is 'What tells this event from another: keyed digests of the values named by the matter, each with its place in the list; set when handed in.';
comment on table case_finds is 'What a case is found by: keyed digests of pairs of characters, words and numbers of its values and notes, and the places whose officials may see it.';

-- The words of cases are keyed digests from now on; the index is made again from the cases themselves.
truncate case_finds, case_find_marks;

create table legal_holds (
  id uuid primary key,
  person_id uuid not null references people (id),
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
comment on table legal_holds is 'Nothing about this person is erased while a court, an inquiry or a dispute needs it: who said so and why, until it is lifted.';
create index legal_holds_person on legal_holds (person_id);
create unique index legal_holds_open on legal_holds (person_id) where lifted_at is null;
