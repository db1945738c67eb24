-- Benefits: screening runs, notices, objections.
create table benefit_subjects (
  id uuid primary key,
  audience text not null check (audience in ('person', 'company')),
  subject_digest text not null,
  spouse_digest text,
  birthday text,
  region text not null,
  sealed text not null,
  facts_at timestamptz not null,
  source text not null,
  unique (audience, subject_digest)
);
create index benefit_subjects_spouse on benefit_subjects (spouse_digest) where spouse_digest is not null;
create index benefit_subjects_birthday on benefit_subjects (birthday, id) where birthday is not null;
create index benefit_subjects_region on benefit_subjects (region text_pattern_ops, id);
comment on table benefit_subjects is 'The people and companies screened and what the registers say of them, as of facts_at. sealed: name, number, facts (class content). birthday: month and day, MM-DD.';

create table benefit_watches (
  person_id uuid not null references people (id) on delete cascade,
  subject_id uuid not null references benefit_subjects (id),
  agreed_at timestamptz not null,
  primary key (person_id, subject_id)
);
create index benefit_watches_subject on benefit_watches (subject_id);
comment on table benefit_watches is 'Who has agreed that the registers are asked, and wants to be told of what fits: of themselves, or of a company they act for.';

create table benefit_runs (
  id uuid primary key,
  region text not null,
  judged_on date not null,
  state text not null check (state in ('running', 'finished', 'stopped')),
  policies text not null,
  after_subject uuid,
  seen bigint not null default 0 check (seen >= 0),
  found bigint not null default 0 check (found >= 0),
  lapsed bigint not null default 0 check (lapsed >= 0),
  open bigint not null default 0 check (open >= 0),
  begun_by text not null,
  begun_at timestamptz not null,
  ended_at timestamptz
);
create unique index benefit_runs_going on benefit_runs (region) where state = 'running';
create index benefit_runs_newest on benefit_runs (region text_pattern_ops, begun_at desc);
comment on table benefit_runs is 'Screening of everybody of a region against all policies; after_subject: how far it came. policies: the digest of the policies it judges by, which do not change on the way.';

create table benefit_entitlements (
  id uuid primary key,
  benefit text not null,
  benefit_version text not null,
  subject_id uuid not null references benefit_subjects (id),
  person_id uuid references people (id),
  region text not null,
  line text not null,
  period text not null,
  fen bigint not null check (fen >= 0),
  state text not null check (state in ('found', 'told', 'confirmed', 'declined', 'listed', 'paid', 'returned', 'recovering', 'recovered', 'lapsed')),
  sealed text not null,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  unique (benefit, subject_id, period)
);
create index benefit_entitlements_subject on benefit_entitlements (subject_id, changed_at desc);
create index benefit_entitlements_person on benefit_entitlements (person_id, changed_at desc) where person_id is not null;
create index benefit_entitlements_desk on benefit_entitlements (region text_pattern_ops, state, changed_at desc);
create index benefit_entitlements_listing on benefit_entitlements (benefit, period, state);
comment on table benefit_entitlements is 'What somebody is due under a policy for one period: once only, whatever region found it. sealed: why, account, and words of the person (class content).';

create table benefit_claims (
  subject_id uuid not null references benefit_subjects (id),
  pair text not null,
  month text not null,
  benefit text not null,
  entitlement_id uuid not null references benefit_entitlements (id),
  primary key (subject_id, pair, month)
);
create index benefit_claims_entitlement on benefit_claims (entitlement_id);
comment on table benefit_claims is 'Of two policies that exclude each other (pair), the one that holds a month of somebody; * where one of them is paid once.';

create table benefit_actions (
  entitlement_id uuid not null references benefit_entitlements (id),
  seq integer not null check (seq > 0),
  action text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor text not null,
  detail jsonb not null default '{}',
  primary key (entitlement_id, seq)
);
comment on table benefit_actions is 'What happened to an entitlement, in order; never changed.';
create trigger benefit_actions_append_only before update or delete or truncate on benefit_actions for each statement execute function refuse_change();
