-- Pay-outs: lists, bank files, returns.
create table benefit_budgets (
  benefit text not null,
  year integer not null,
  fen bigint not null check (fen >= 0),
  committed bigint not null default 0,
  primary key (benefit, year),
  constraint benefit_budgets_kept check (committed between 0 and fen)
);
comment on table benefit_budgets is 'The most a policy may pay in a year, and how much of it lists have taken: never more.';

create table pay_lists (
  id uuid primary key,
  benefit text not null,
  period text not null,
  region text not null,
  line text not null,
  state text not null check (state in ('published', 'approved', 'sent', 'settled', 'cancelled')),
  revision integer not null default 1,
  items integer not null check (items > 0),
  fen bigint not null check (fen >= 0),
  object_until_on date not null,
  made_by uuid not null references staff (id),
  made_at timestamptz not null,
  approved_by uuid references staff (id),
  approved_at timestamptz,
  sent_at timestamptz,
  file_digest text,
  settled_at timestamptz,
  constraint pay_lists_second_person check (approved_by is null or approved_by <> made_by)
);
create index pay_lists_desk on pay_lists (region text_pattern_ops, made_at desc);
create index pay_lists_made_by on pay_lists (made_by);
create index pay_lists_approved_by on pay_lists (approved_by);
comment on table pay_lists is 'Lists of those to be paid under one policy: published with masked names, approved by a second person, sent to the bank, settled by its returns.';

create table pay_items (
  list_id uuid not null references pay_lists (id),
  seq integer not null check (seq > 0),
  entitlement_id uuid not null references benefit_entitlements (id),
  fen bigint not null check (fen >= 0),
  state text not null check (state in ('due', 'objected', 'dropped', 'sent', 'paid', 'returned')),
  sealed text not null,
  return_code text,
  primary key (list_id, seq)
);
create unique index pay_items_once on pay_items (entitlement_id) where state in ('due', 'objected', 'sent', 'paid');
create index pay_items_entitlement on pay_items (entitlement_id);
comment on table pay_items is 'One payment of a list. One entitlement stands on one list at a time and is paid once; what the bank returns may be listed again. sealed: name, number, account (class content).';

create table pay_objections (
  id uuid primary key,
  list_id uuid not null references pay_lists (id),
  seq integer not null,
  person_id uuid not null references people (id),
  sealed text not null,
  state text not null check (state in ('open', 'upheld', 'dismissed')),
  made_at timestamptz not null,
  decided_by uuid references staff (id),
  decided_at timestamptz,
  foreign key (list_id, seq) references pay_items (list_id, seq)
);
create index pay_objections_list on pay_objections (list_id, seq);
create index pay_objections_person on pay_objections (person_id);
create index pay_objections_decided_by on pay_objections (decided_by);
comment on table pay_objections is 'Objections to a published list. sealed: what was said, and the answer (class content).';
