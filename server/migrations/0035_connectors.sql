-- Registers that arrive as files, each file a version of its own; and what was pulled in one go under a grant for batches.

create table connector_loads (
  id uuid primary key,
  registry text not null,
  file text not null,
  bytes bigint not null,
  changed_at timestamptz not null,
  state text not null check (state in ('loading', 'inForce', 'rejected', 'replaced')),
  records int not null,
  digest text,
  problems jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
comment on table connector_loads is 'A file of a register that was read: what came of it. At most one of a register is in force; a refused one leaves the one before in force.';
comment on column connector_loads.problems is 'The first faults: [{line, text}]; empty when it was loaded.';
create unique index connector_loads_in_force on connector_loads (registry) where state = 'inForce';
create index connector_loads_registry on connector_loads (registry, started_at desc);

create table connector_rows (
  load_id uuid not null references connector_loads (id),
  position int not null,
  sealed text not null,
  primary key (load_id, position)
);
comment on table connector_rows is 'Records of a file, encrypted, in the fields of the registry.';

create table connector_keys (
  load_id uuid not null references connector_loads (id),
  digest text not null,
  position int not null,
  primary key (load_id, digest, position)
);
comment on table connector_keys is 'By what numbers the records of a file are found: keyed digests, never the number.';

create table resource_pulls (
  id uuid primary key,
  resource text not null,
  consumer text not null,
  purpose text not null,
  legal_basis text not null,
  granted_by text not null,
  fields text[] not null,
  filter jsonb not null,
  state text not null check (state in ('running', 'finished', 'failed')),
  next jsonb,
  records int not null,
  digest text not null,
  problem text,
  begun_at timestamptz not null,
  ended_at timestamptz
);
comment on table resource_pulls is 'Records of a resource pulled in one go for screening, under a grant for batches; resumed where it stopped.';
comment on column resource_pulls.next is 'Where the source goes on; null at the beginning.';
comment on column resource_pulls.digest is 'SHA-256 over the digest so far and the next page in NDJSON, page after page.';
create index resource_pulls_grant on resource_pulls (granted_by, begun_at);
create index resource_pulls_ended on resource_pulls (ended_at) where ended_at is not null;

create table resource_pull_rows (
  pull_id uuid not null references resource_pulls (id),
  position int not null,
  sealed text not null,
  primary key (pull_id, position)
);
comment on table resource_pull_rows is 'Records of a pull, encrypted; gone with it after the days of retention.';
