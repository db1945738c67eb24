-- Applications and the cases they are split into. Rows that grow carry the key they would be distributed by: person_id for
-- what belongs to an applicant, region for what belongs to an authority.

create table applications (
  id uuid primary key,
  person_id uuid not null references people (id),
  matter text not null,
  region text not null,
  channel text not null,
  state text not null check (state in ('draft', 'submitted', 'discarded')),
  revision int not null default 1,
  answers jsonb not null default '{}',
  known jsonb not null default '[]',
  registries jsonb not null default '{}',
  looked_up text[] not null default '{}',
  consents jsonb not null default '{}',
  declined_services text[] not null default '{}',
  number text unique,
  plan jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  promised_on date,
  check ((state = 'submitted') = (number is not null))
);
comment on table applications is 'One submission for a matter, from first draft to the frozen plan its cases follow.';
create unique index applications_one_draft on applications (person_id, matter) where state = 'draft';
create index applications_person on applications (person_id, updated_at desc);

create table application_files (
  id uuid primary key,
  application_id uuid not null references applications (id),
  evidence text not null,
  digest text not null references files (digest),
  name text not null,
  uploaded_at timestamptz not null
);
comment on table application_files is 'Documents an applicant uploaded, by evidence type.';
create index application_files_application on application_files (application_id);
create index application_files_digest on application_files (digest);

create sequence human_numbers;
comment on sequence human_numbers is 'Sequence part of application, case and result numbers; never reused.';

create table cases (
  id uuid primary key,
  number text not null unique,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  applicant text not null,
  matter text not null,
  service text not null,
  line text not null,
  region text not null,
  state text not null check (state in ('waiting', 'submitted', 'accepted', 'supplement', 'granted', 'refused', 'declined', 'withdrawn', 'stopped')),
  revision int not null default 1,
  depends_on text[] not null,
  automatic boolean not null,
  content jsonb not null,
  evidence jsonb not null,
  checks jsonb not null default '[]',
  assignee_id uuid references staff (id),
  limit_days int not null,
  promised_days int not null,
  used_days int not null default 0,
  clock_from date,
  due_on date,
  promised_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table cases is 'One service being handled by one authority; content holds exactly the concepts that authority needs.';
comment on column cases.used_days is 'Working days of the limit used before the clock was last stopped.';
comment on column cases.due_on is 'Statutory due date; null while the clock stands still or the calendar of that year is not published.';
create index cases_application on cases (application_id);
create index cases_person on cases (person_id);
create index cases_queue on cases (line, region text_pattern_ops, due_on, id) where ended_at is null;
create index cases_assignee on cases (assignee_id, due_on, id) where ended_at is null and assignee_id is not null;
create index cases_due on cases (due_on) where ended_at is null and due_on is not null;

create table case_actions (
  case_id uuid not null references cases (id),
  seq int not null,
  application_id uuid not null references applications (id),
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null,
  primary key (case_id, seq)
);
comment on table case_actions is 'What happened to a case, append-only; its state is the fold of these rows.';
create index case_actions_application on case_actions (application_id, at);
create trigger case_actions_append_only before update or delete or truncate on case_actions
  for each statement execute function refuse_change();

create table results (
  id uuid primary key,
  case_id uuid not null unique references cases (id),
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  service text not null,
  line text not null,
  region text not null,
  number text not null unique,
  content jsonb not null,
  issued_at timestamptz not null
);
comment on table results is 'Results of granted cases as numbered records.';
create index results_person on results (person_id, issued_at desc);
create index results_application on results (application_id);

create table messages (
  id uuid primary key,
  person_id uuid not null references people (id),
  application_id uuid references applications (id),
  case_id uuid references cases (id),
  kind text not null,
  detail jsonb not null,
  at timestamptz not null,
  read_at timestamptz
);
comment on table messages is 'Inbox of residents; text is made from kind and detail in the reader''s language.';
create index messages_person on messages (person_id, at desc, id);
create index messages_unread on messages (person_id) where read_at is null;
create index messages_application on messages (application_id) where application_id is not null;
create index messages_case on messages (case_id) where case_id is not null;

create table registry_calls (
  id uuid primary key,
  person_id uuid not null references people (id),
  application_id uuid not null references applications (id),
  registry text not null,
  subject text not null,
  concepts text[] not null,
  purpose text not null,
  legal_basis text not null,
  outcome text not null,
  milliseconds int not null,
  at timestamptz not null
);
comment on table registry_calls is 'Every look-up in a registry: whose data, which concepts, why, by what law, with what outcome.';
create index registry_calls_person on registry_calls (person_id, at desc);
create index registry_calls_application on registry_calls (application_id);
