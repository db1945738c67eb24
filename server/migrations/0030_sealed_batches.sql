-- The audit trail waits and is sealed in batches: one row for the entries a statement wrote, one for a stretch of the chain.

alter table audit_pending rename to audit_waiting;
alter table audit_waiting rename constraint audit_pending_pkey to audit_waiting_pkey;
alter table audit_chain rename to audit_links;
alter table audit_links rename constraint audit_chain_pkey to audit_links_pkey;

create table audit_pending (
  first bigint primary key,
  entries bigint[] not null
);
comment on table audit_pending is 'Audit entries committed with the change they record, waiting for their place in the chain (seconds); one row for those written together.';

create table audit_chain (
  position bigint primary key,
  entries bigint[] not null,
  hashes bytea[] not null,
  check (cardinality(entries) > 0 and cardinality(entries) = cardinality(hashes))
);
comment on table audit_chain is 'Stretches of the chain in which each audit entry has its place; hash = SHA-256 of the previous hash, the position and the entry in canonical JSON.';
comment on column audit_chain.position is 'The place of the last entry of the stretch; the others stand right before it, in the order of entries.';

insert into audit_pending (first, entries) select entry, array[entry] from audit_waiting;
insert into audit_chain (position, entries, hashes)
  select max(position), array_agg(entry order by position), array_agg(decode(hash, 'hex') order by position) from audit_links group by (position - 1) / 2000;
drop table audit_links;
drop table audit_waiting;

create trigger audit_chain_append_only before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();
create trigger audit_pending_unchanged before update or truncate on audit_pending
  for each statement execute function refuse_change();
