-- Hard cases (疑难事项): what fits no service, from the account given to the conclusion, the opinions of authorities on the way,
-- and what was made of it. Histories are only added to.

create table hard_cases (
  id uuid primary key,
  number text not null unique,
  person_id uuid references people (id),
  applicant text not null,
  phone text not null,
  region text not null,
  risen_from text,
  category text,
  title text not null,
  account text not null,
  wish text not null,
  channel text not null,
  from_case text,
  state text not null check (state in ('received', 'consulting', 'guided', 'redirected', 'answered', 'settled', 'unsettled', 'retracted')),
  revision int not null,
  coordinator_id uuid references staff (id),
  coordinator text,
  sort_on date,
  answer_on date,
  answer jsonb,
  keywords text[] not null,
  terms text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table hard_cases is 'What fits no service and a coordinator solves with the authorities; its state follows hard_case_actions.';
comment on column hard_cases.person_id is 'null: somebody without an account, taken in at a window or by telephone.';
comment on column hard_cases.risen_from is 'Region that answered first, when the applicant was not helped by it.';
comment on column hard_cases.from_case is 'Number of the case an official returned as fitting no service.';
comment on column hard_cases.answer is 'What the applicant was told last, with how it was solved, by whom and by what law.';
comment on column hard_cases.terms is 'What similar ones are found by: pairs of neighbouring characters of title and account.';
comment on column hard_cases.ended_at is 'When it was answered, guided, redirected or retracted; null while somebody works on it.';
create index hard_cases_person on hard_cases (person_id, id desc) where person_id is not null;
create index hard_cases_region on hard_cases (region text_pattern_ops, id desc);
create index hard_cases_open on hard_cases (region text_pattern_ops, answer_on, id) where ended_at is null;
create index hard_cases_coordinator on hard_cases (coordinator_id);
create index hard_cases_terms on hard_cases using gin (terms) with (fastupdate = off);

create table hard_case_actions (
  seq bigint generated always as identity primary key,
  hard_case_id uuid not null references hard_cases (id),
  action text not null,
  actor_kind text not null,
  staff_id uuid references staff (id),
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table hard_case_actions is 'What happened to a hard case, append-only; staff_id null: the applicant or the system.';
create index hard_case_actions_hard_case on hard_case_actions (hard_case_id, seq);
create index hard_case_actions_staff on hard_case_actions (staff_id);
create trigger hard_case_actions_append_only before update or delete or truncate on hard_case_actions
  for each statement execute function refuse_change();

create table hard_case_opinions (
  id uuid primary key,
  hard_case_id uuid not null references hard_cases (id),
  region text not null,
  line text not null,
  question text not null,
  shared boolean not null,
  due_on date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  stance text check (stance in ('agree', 'able', 'unable')),
  opinion text not null,
  laws jsonb not null,
  given_by text not null,
  staff_id uuid references staff (id),
  given_at timestamptz
);
comment on table hard_case_opinions is 'What an authority is asked about a hard case, and its written opinion once given.';
comment on column hard_case_opinions.shared is 'Whether it may read the account and the documents; never who the applicant is.';
create index hard_case_opinions_hard_case on hard_case_opinions (hard_case_id);
create index hard_case_opinions_place on hard_case_opinions (region text_pattern_ops, line, due_on, id);
create index hard_case_opinions_due on hard_case_opinions (due_on, id) where given_at is null;
create index hard_case_opinions_staff on hard_case_opinions (staff_id);

create table hard_case_files (
  id uuid primary key,
  hard_case_id uuid not null references hard_cases (id),
  opinion_id uuid references hard_case_opinions (id),
  region text not null,
  digest text not null references files (digest),
  name text not null,
  size int not null,
  type text not null,
  added_by text not null,
  added_at timestamptz not null
);
comment on table hard_case_files is 'Documents of a hard case; opinion_id: given with an authority''s opinion.';
create index hard_case_files_hard_case on hard_case_files (hard_case_id);
create index hard_case_files_opinion on hard_case_files (opinion_id);
create index hard_case_files_digest on hard_case_files (digest);

create table lessons (
  id uuid primary key,
  hard_case_id uuid not null references hard_cases (id),
  region text not null,
  kind text not null check (kind in ('question', 'scenario', 'catalogue')),
  ask text not null,
  answer text not null,
  services text[] not null,
  stage text not null check (stage in ('proposed', 'published', 'begun', 'dropped')),
  revision int not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text not null,
  design_id uuid references designs (id)
);
comment on table lessons is 'What a conclusion is to become: a question answered for everybody, a new scenario or another change to a pack.';
comment on column lessons.design_id is 'The design begun for it; done once an edition holds that design.';
create index lessons_hard_case on lessons (hard_case_id);
create index lessons_region on lessons (region text_pattern_ops, id desc);
create index lessons_services on lessons using gin (services) where stage = 'published';
create index lessons_design on lessons (design_id);

alter table search_documents drop constraint search_documents_type_check;
alter table search_documents add constraint search_documents_type_check check (type in ('matter', 'service', 'importedService', 'answer'));
