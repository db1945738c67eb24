-- Applications that stay right: one event once, fresh facts, the content they were begun with, bounded look-ups, who read what.

create table frozen_catalogues (
  digest text primary key,
  content text not null,
  stored_at timestamptz not null
);
comment on table frozen_catalogues is 'The definitions a matter was handed in with, as JSON, under their SHA-256: what is open is decided by them, whatever the packs say later.';

alter table applications
  add column looked_up_at jsonb not null default '{}',
  add column records jsonb not null default '{}',
  add column identity text[],
  add column catalogue_digest text;
comment on column applications.looked_up_at is 'When each look-up (registry and key concept) was answered; older answers are looked up again before handing in.';
comment on column applications.records is 'Where one key found several records: those found, and the one the applicant chose.';
comment on column applications.identity is 'What tells this event from another: hashes of the values named by the matter, each with its place in the list; set when handed in.';
comment on column applications.catalogue_digest is 'The frozen catalogue it was handed in with.';
create index applications_identity on applications using gin (identity) where identity is not null;

alter table cases
  add column catalogue_digest text,
  add column uncounted jsonb not null default '[]',
  add column same_event_case_id uuid references cases (id);
comment on column cases.catalogue_digest is 'The frozen catalogue the case is decided by.';
comment on column cases.uncounted is 'Days the clock ran in years whose calendar was not published: counted once it is; until then the day due is unknown.';
comment on column cases.same_event_case_id is 'The case of another applicant for the same event and service, when there was one: a person decides, not the rules.';
create index cases_same_event on cases (same_event_case_id) where same_event_case_id is not null;

create table registry_call_subjects (
  subject text not null,
  call_id uuid not null references registry_calls (id),
  concepts text[] not null,
  at timestamptz not null,
  primary key (subject, call_id)
);
comment on table registry_call_subjects is 'Whose records a look-up read: SHA-256 of the ID number, and what was read about that person. They need have no account.';
create index registry_call_subjects_subject on registry_call_subjects (subject, at desc);
create index registry_call_subjects_call on registry_call_subjects (call_id);

create table typed_look_ups (
  person_id uuid primary key references people (id),
  since_at timestamptz not null,
  used int not null
);
comment on table typed_look_ups is 'How often a person had records looked up by a number they only typed, in the hour that began then.';

create table case_reads (
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  read_on date not null,
  person_id uuid not null references people (id),
  subjects text[] not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  primary key (case_id, staff_id, read_on)
);
comment on table case_reads is 'Which official opened which case on which day, and whose ID numbers (SHA-256) it held.';
create index case_reads_staff on case_reads (staff_id);
create index case_reads_person on case_reads (person_id, last_at desc);
create index case_reads_subjects on case_reads using gin (subjects);

create table login_refusals (
  hour_at timestamptz not null,
  problem text not null,
  refused int not null,
  primary key (hour_at, problem)
);
comment on table login_refusals is 'Refused logins of an hour by reason: the first of them stand in the audit trail one by one, the rest as one number when the hour is over.';
