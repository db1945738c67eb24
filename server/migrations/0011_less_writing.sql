-- Every row is written once. An audit entry stays where its own transaction put it; sealing adds only its place and hash.
-- Histories are numbered by a sequence: the writer holds the case, so the numbers of one case rise in the order of its steps.

alter table audit_entries rename to audit_sealed;
alter index audit_entries_pkey rename to audit_sealed_pkey;
drop index audit_entries_subject;
drop index audit_entries_actor;
alter table audit_pending rename to audit_waiting;
alter table audit_waiting rename constraint audit_pending_pkey to audit_waiting_pkey;

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  region text,
  request_id text,
  detail jsonb not null
);
comment on table audit_entries is 'Append-only audit trail, written in the transaction of the change it records.';

create table audit_chain (
  position bigint primary key,
  entry bigint not null,
  hash text not null
);
comment on table audit_chain is 'The place of each audit entry in the chain; hash = SHA-256 of the previous hash, the position and the entry in canonical JSON.';

create table audit_pending (entry bigint primary key);
comment on table audit_pending is 'Audit entries committed with the change they record, waiting for their place in the chain (seconds).';

insert into audit_entries (id, at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail) overriding system value
  select position, at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail from audit_sealed;
insert into audit_chain (position, entry, hash) select position, position, hash from audit_sealed;
select setval(pg_get_serial_sequence('audit_entries', 'id'), greatest((select max(id) from audit_entries), 1), exists (select 1 from audit_entries));
with moved as (
  insert into audit_entries (at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail)
  select at, actor_kind, actor_id, action, subject_type, subject_id, region, request_id, detail from audit_waiting order by id returning id
)
insert into audit_pending (entry) select id from moved;
drop table audit_sealed;
drop table audit_waiting;

create index audit_entries_subject on audit_entries (subject_type, subject_id, id);
create index audit_entries_staff on audit_entries (actor_id, id) where actor_kind = 'staff';
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
create trigger audit_chain_append_only before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();
create trigger audit_pending_unchanged before update or truncate on audit_pending
  for each statement execute function refuse_change();

create sequence case_action_numbers;
alter table case_actions alter column seq type bigint;
alter table case_actions alter column seq set default nextval('case_action_numbers');
alter sequence case_action_numbers owned by case_actions.seq;
select setval('case_action_numbers', greatest((select max(seq) from case_actions), 1), exists (select 1 from case_actions));

-- A case knows its application, and the application its person. Rows that repeat these to be found by them, or to be kept together
-- with them on one machine, need no second guard; and what is asked through the cases of an application needs no index of its own.
alter table cases drop constraint cases_person_id_fkey;
drop index cases_person;
alter table case_actions drop constraint case_actions_application_id_fkey;
drop index case_actions_application;
alter table results drop constraint results_application_id_fkey, drop constraint results_person_id_fkey;
drop index results_application;

-- A message is found by its person; what it is about is a link.
alter table messages drop constraint messages_application_id_fkey, drop constraint messages_case_id_fkey;
drop index messages_application;
drop index messages_case;
drop index messages_unread;
