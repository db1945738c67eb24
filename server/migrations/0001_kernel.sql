-- Kernel: audit trail and stored files.

create table audit_pending (
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
comment on table audit_pending is 'Audit entries committed with the change they record, waiting for their place in the chain (seconds).';

create table audit_entries (
  position bigint primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  region text,
  request_id text,
  detail jsonb not null,
  hash text not null
);
comment on table audit_entries is 'Append-only audit trail; hash = SHA-256 of the previous hash and this row in canonical JSON.';
create index audit_entries_subject on audit_entries (subject_type, subject_id, position);
create index audit_entries_actor on audit_entries (actor_kind, actor_id, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
create trigger audit_pending_unchanged before update or truncate on audit_pending
  for each statement execute function refuse_change();

create table files (
  digest text primary key,
  size bigint not null check (size > 0),
  type text not null,
  created_at timestamptz not null
);
comment on table files is 'Content-addressed files; the bytes lie in the file store under their SHA-256.';
