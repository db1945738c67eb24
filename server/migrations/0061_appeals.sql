-- What follows a benefit that was refused or ended, letters and visits, paying back by instalments, policies first seen.

alter table benefit_entitlements add column ruling text check (ruling in ('upheld', 'refused'));
comment on column benefit_entitlements.ruling is 'What an official decided by hand, on an appeal or an objection: screening leaves it so.';

create table benefit_appeals (
  id uuid primary key,
  entitlement_id uuid not null references benefit_entitlements (id),
  person_id uuid not null references people (id),
  level integer not null check (level in (1, 2)),
  region text not null,
  line text not null,
  state text not null check (state in ('open', 'upheld', 'dismissed')),
  sealed text not null,
  made_at timestamptz not null,
  decided_by uuid references staff (id),
  decided_at timestamptz,
  constraint benefit_appeals_decided check ((state = 'open') = (decided_at is null))
);
create unique index benefit_appeals_open on benefit_appeals (entitlement_id) where state = 'open';
create index benefit_appeals_entitlement on benefit_appeals (entitlement_id, made_at desc);
create index benefit_appeals_person on benefit_appeals (person_id);
create index benefit_appeals_decided_by on benefit_appeals (decided_by);
create index benefit_appeals_desk on benefit_appeals (region text_pattern_ops, made_at, id) where state = 'open';
comment on table benefit_appeals is 'Appeals of those to whom something was refused, for whom it ended, or who declined by mistake. level 2: once more, decided by the unit above (region). sealed: what was said, and the answer (class content).';

create table benefit_letters (
  entitlement_id uuid primary key references benefit_entitlements (id),
  code text not null unique,
  region text not null,
  line text not null,
  made_by uuid not null references staff (id),
  made_at timestamptz not null,
  outcome text check (outcome in ('agreed', 'declined', 'moved', 'absent')),
  sealed text not null,
  noted_by uuid references staff (id),
  noted_at timestamptz
);
create index benefit_letters_made_by on benefit_letters (made_by);
create index benefit_letters_noted_by on benefit_letters (noted_by);
create index benefit_letters_batches on benefit_letters (region text_pattern_ops, made_at desc);
comment on table benefit_letters is 'A letter to somebody whom no message reaches, and what the visit of the community found. code: by which anybody can check that it is genuine. sealed: a note (class content).';

create table benefit_instalments (
  entitlement_id uuid not null references benefit_entitlements (id),
  seq integer not null check (seq > 0),
  region text not null,
  fen bigint not null check (fen > 0),
  due_on date not null,
  paid_on date,
  reminded boolean not null default false,
  agreed_by uuid not null references staff (id),
  agreed_at timestamptz not null,
  primary key (entitlement_id, seq)
);
create index benefit_instalments_due on benefit_instalments (due_on) where paid_on is null and not reminded;
create index benefit_instalments_agreed_by on benefit_instalments (agreed_by);
comment on table benefit_instalments is 'What was paid wrongly, given back in parts: agreed with the person, reminded of before each day.';

create table benefit_policies_seen (
  benefit text primary key,
  first_seen_on date not null
);
comment on table benefit_policies_seen is 'Policies this installation has had in force, so that a new one is told of once.';

alter table benefit_runs add column lacking jsonb not null default '[]';
comment on column benefit_runs.lacking is 'Registers it was to take facts from and could not, with the reason: [{resource, why}].';

create table benefit_feeds (
  resource text not null,
  line text not null,
  region text not null,
  audience text not null check (audience in ('person', 'company')),
  facts text[] not null,
  purpose text not null,
  set_by uuid not null references staff (id),
  set_at timestamptz not null,
  pulled_at timestamptz,
  records integer,
  problem text,
  primary key (resource, line, region)
);
create index benefit_feeds_set_by on benefit_feeds (set_by);
comment on table benefit_feeds is 'Which granted resource feeds which facts of a run: pulled before it screens, under the grant the authority holds for this purpose.';

alter table pay_lists add column budget_year integer;
comment on column pay_lists.budget_year is 'The year whose budget the list took its money from, and gives back what is not paid; null: the policy had none.';
update pay_lists l set budget_year = b.year from benefit_budgets b where b.benefit = l.benefit and b.year = extract(year from l.made_at at time zone 'Asia/Shanghai');

create unique index pay_objections_once on pay_objections (list_id, seq, person_id);
drop index pay_objections_list;
