-- Designs and editions: content of packs written in the workbench, reviewed by a second person and released while the server runs.
-- An edition holds whole files; the newest text of a file wins over the one on disk. Editions and history are only added to.

create table designs (
  id uuid primary key,
  pack text not null,
  region text not null,
  title text not null,
  about text not null,
  state text not null check (state in ('editing', 'inReview', 'scheduled', 'released', 'discarded')),
  revision int not null,
  editors jsonb not null,
  release_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table designs is 'A change to a pack from the first stroke to its release; its state follows design_actions.';
comment on column designs.about is 'What it is mainly about, as kind/id: matters/newborn.';
comment on column designs.editors is 'Ids of the officials who changed it; none of them may release it.';
create index designs_region on designs (region text_pattern_ops, updated_at desc);

create table design_files (
  design_id uuid not null references designs (id),
  file text not null,
  content text,
  base text,
  revision int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (design_id, file)
);
comment on table design_files is 'Files of the pack a design changes. content null: taken away; base: the text in force it was begun on, null: there was none.';

create table design_actions (
  design_id uuid not null references designs (id),
  revision int not null,
  action text not null,
  staff_id uuid references staff (id),
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null,
  primary key (design_id, revision)
);
comment on table design_actions is 'What happened to a design, append-only, with the revision it made; staff_id null: the system.';
create index design_actions_staff on design_actions (staff_id);
create trigger design_actions_append_only before update or delete or truncate on design_actions
  for each statement execute function refuse_change();

create table editions (
  number int primary key,
  pack text not null,
  region text not null,
  title text not null,
  design_id uuid references designs (id),
  restores int references editions (number),
  made_by text not null,
  released_by text not null,
  reason text not null,
  released_at timestamptz not null
);
comment on table editions is 'Released changes to packs, numbered without gaps. restores: the edition this one takes back.';
create index editions_region on editions (region text_pattern_ops, number desc);
create index editions_design on editions (design_id);
create index editions_restores on editions (restores);
create trigger editions_append_only before update or delete or truncate on editions
  for each statement execute function refuse_change();

create table edition_files (
  edition int not null references editions (number),
  file text not null,
  content text,
  before text,
  disk_digest text,
  primary key (edition, file)
);
comment on table edition_files is 'Files an edition changes. content null: taken away; before: the text it replaced; disk_digest: SHA-256 of the file on disk at that time.';
create index edition_files_file on edition_files (file, edition desc);
create trigger edition_files_append_only before update or delete or truncate on edition_files
  for each statement execute function refuse_change();
