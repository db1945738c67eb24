-- Duties: dated releases of the duty list and rulings learnt.
-- The list itself is pack content and its releases are editions; here stands what waits to be taken over into it, and other trees beside ours.

create table duty_rulings (
  id uuid primary key,
  region text not null,
  category text not null,
  areas text[] not null default '{}',
  line text not null,
  unit_region text not null,
  request_id uuid not null unique,
  request_number text not null,
  reason text not null,
  ruled_by text not null,
  ruled_at timestamptz not null,
  stage text not null check (stage in ('proposed', 'taken', 'dropped')),
  decided_by text,
  decided_at timestamptz,
  note text not null default '',
  design_id uuid references designs
);
comment on table duty_rulings is 'Which unit an arbiter named for a request: proposed to the duty list until a designer takes it over or drops it.';
comment on column duty_rulings.areas is 'Ids of areas of the duty list the place lies in.';
comment on column duty_rulings.design_id is 'The design that brings it into the list.';
create index duty_rulings_region on duty_rulings (region text_pattern_ops, stage, ruled_at desc);
create index duty_rulings_design on duty_rulings (design_id) where design_id is not null;

create table request_trees (
  tree text not null,
  path text not null,
  names text[] not null,
  ours text,
  alike integer not null default 0,
  imported_at timestamptz not null,
  primary key (tree, path)
);
comment on table request_trees is 'Trees of request classes of other systems, beside ours, with the class of ours that says the same.';
comment on column request_trees.ours is 'Path of our class; null where nothing is alike enough.';
comment on column request_trees.alike is 'How alike the names are, in per cent.';
