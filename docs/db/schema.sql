-- The schema as the migrations in server/migrations make it. Written by tools/dump-schema.ts, never by hand; a test compares it with a fresh database.
-- To change the schema add a migration, then run `node tools/dump-schema.ts`.

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

create sequence human_numbers;
comment on sequence human_numbers is 'Sequence part of application, case and result numbers; never reused.';

create table application_commitments (
  application_id uuid not null,
  person_id uuid not null,
  evidence text not null,
  statement jsonb not null,
  signed_at timestamp with time zone not null,
  constraint application_commitments_pkey PRIMARY KEY (application_id, evidence),
  constraint application_commitments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint application_commitments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table application_commitments is 'Commitments signed in place of documents, by evidence type; the words are kept as they were shown.';
create index application_commitments_person ON application_commitments USING btree (person_id);

create table application_files (
  id uuid not null,
  application_id uuid not null,
  evidence text not null,
  digest text not null,
  name text not null,
  uploaded_at timestamp with time zone not null,
  constraint application_files_pkey PRIMARY KEY (id),
  constraint application_files_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_files_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest)
);
comment on table application_files is 'Documents an applicant uploaded, by evidence type.';
create index application_files_application ON application_files USING btree (application_id);
create index application_files_digest ON application_files USING btree (digest);

create table applications (
  id uuid not null,
  person_id uuid not null,
  matter text not null,
  region text not null,
  channel text not null,
  state text not null,
  revision integer not null default 1,
  answers jsonb not null default '{}'::jsonb,
  known jsonb not null default '[]'::jsonb,
  registries jsonb not null default '{}'::jsonb,
  looked_up text[] not null default '{}'::text[],
  consents jsonb not null default '{}'::jsonb,
  declined_services text[] not null default '{}'::text[],
  number text,
  plan jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  promised_on date,
  looked_up_at jsonb not null default '{}'::jsonb,
  records jsonb not null default '{}'::jsonb,
  identity text[],
  catalogue_digest text,
  matter_name jsonb,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_number_key UNIQUE (number),
  constraint applications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint applications_check CHECK (((state = 'submitted'::text) = (number IS NOT NULL))),
  constraint applications_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'discarded'::text])))
);
comment on table applications is 'One submission for a matter, from first draft to the frozen plan its cases follow.';
comment on column applications.looked_up_at is 'When each look-up (registry and key concept) was answered; older answers are looked up again before handing in.';
comment on column applications.records is 'Where one key found several records: those found, and the one the applicant chose.';
comment on column applications.identity is 'What tells this event from another: hashes of the values named by the matter, each with its place in the list; set when handed in.';
comment on column applications.catalogue_digest is 'The frozen catalogue it was handed in with.';
create index applications_identity ON applications USING gin (identity) WHERE (identity IS NOT NULL);
create unique index applications_one_draft ON applications USING btree (person_id, matter) WHERE (state = 'draft'::text);
create index applications_person ON applications USING btree (person_id, updated_at DESC);

create table audit_chain (
  position bigint not null,
  entry bigint not null,
  hash text not null,
  constraint audit_chain_pkey PRIMARY KEY ("position")
);
comment on table audit_chain is 'The place of each audit entry in the chain; hash = SHA-256 of the previous hash, the position and the entry in canonical JSON.';
CREATE TRIGGER audit_chain_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table audit_entries (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  region text,
  request_id text,
  detail jsonb not null,
  constraint audit_entries_pkey PRIMARY KEY (id)
);
comment on table audit_entries is 'Append-only audit trail, written in the transaction of the change it records.';
create index audit_entries_staff ON audit_entries USING btree (actor_id, id) WHERE (actor_kind = 'staff'::text);
create index audit_entries_subject ON audit_entries USING btree (subject_type, subject_id, id);
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table audit_pending (
  entry bigint not null,
  constraint audit_pending_pkey PRIMARY KEY (entry)
);
comment on table audit_pending is 'Audit entries committed with the change they record, waiting for their place in the chain (seconds).';
CREATE TRIGGER audit_pending_unchanged BEFORE UPDATE OR TRUNCATE ON audit_pending FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table case_actions (
  case_id uuid not null,
  seq bigint not null default nextval('case_action_numbers'::regclass),
  application_id uuid not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint case_actions_pkey PRIMARY KEY (case_id, seq),
  constraint case_actions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table case_actions is 'What happened to a case, append-only; its state is the fold of these rows.';
CREATE TRIGGER case_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON case_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table case_reads (
  case_id uuid not null,
  staff_id uuid not null,
  read_on date not null,
  person_id uuid not null,
  subjects text[] not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times integer not null,
  constraint case_reads_pkey PRIMARY KEY (case_id, staff_id, read_on),
  constraint case_reads_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_reads_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint case_reads_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table case_reads is 'Which official opened which case on which day, and whose ID numbers (SHA-256) it held.';
create index case_reads_person ON case_reads USING btree (person_id, last_at DESC);
create index case_reads_staff ON case_reads USING btree (staff_id);
create index case_reads_subjects ON case_reads USING gin (subjects);

create table cases (
  id uuid not null,
  number text not null,
  application_id uuid not null,
  person_id uuid not null,
  applicant text not null,
  matter text not null,
  service text not null,
  line text not null,
  region text not null,
  state text not null,
  revision integer not null default 1,
  depends_on text[] not null,
  automatic boolean not null,
  content jsonb not null,
  evidence jsonb not null,
  checks jsonb not null default '[]'::jsonb,
  assignee_id uuid,
  limit_days integer not null,
  promised_days integer not null,
  used_days integer not null default 0,
  clock_from date,
  due_on date,
  promised_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  catalogue_digest text,
  uncounted jsonb not null default '[]'::jsonb,
  same_event_case_id uuid,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_number_key UNIQUE (number),
  constraint cases_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint cases_same_event_case_id_fkey FOREIGN KEY (same_event_case_id) REFERENCES cases(id),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'submitted'::text, 'accepted'::text, 'supplement'::text, 'granted'::text, 'refused'::text, 'declined'::text, 'withdrawn'::text, 'stopped'::text])))
);
comment on table cases is 'One service being handled by one authority; content holds exactly the concepts that authority needs.';
comment on column cases.used_days is 'Working days of the limit used before the clock was last stopped.';
comment on column cases.due_on is 'Statutory due date; null while the clock stands still or the calendar of that year is not published.';
comment on column cases.catalogue_digest is 'The frozen catalogue the case is decided by.';
comment on column cases.uncounted is 'Days the clock ran in years whose calendar was not published: counted once it is; until then the day due is unknown.';
comment on column cases.same_event_case_id is 'The case of another applicant for the same event and service, when there was one: a person decides, not the rules.';
create index cases_application ON cases USING btree (application_id);
create index cases_assignee ON cases USING btree (assignee_id, due_on, id) WHERE ((ended_at IS NULL) AND (assignee_id IS NOT NULL));
create index cases_queue ON cases USING btree (line, region text_pattern_ops, (
CASE
    WHEN (clock_from IS NULL) THEN '9999-12-31'::date
    ELSE COALESCE(promised_on, '9999-12-31'::date)
END), id) WHERE ((ended_at IS NULL) AND (state <> 'waiting'::text));
create index cases_same_event ON cases USING btree (same_event_case_id) WHERE (same_event_case_id IS NOT NULL);
create index cases_urgent ON cases USING btree ((
CASE
    WHEN (clock_from IS NULL) THEN '9999-12-31'::date
    ELSE COALESCE(promised_on, '9999-12-31'::date)
END), id) WHERE ((ended_at IS NULL) AND (state <> 'waiting'::text));

create table company_agents (
  person_id uuid not null,
  uscc text not null,
  company text not null,
  constraint company_agents_pkey PRIMARY KEY (person_id, uscc),
  constraint company_agents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table company_agents is 'Companies a person may act for, as asserted at the last login.';
create index company_agents_uscc ON company_agents USING btree (uscc);

create table described_services (
  code text collate "C" not null,
  iri text not null,
  resources jsonb not null,
  source text not null,
  source_digest text not null,
  described_at timestamp with time zone not null,
  constraint described_services_pkey PRIMARY KEY (code),
  constraint described_services_iri_key UNIQUE (iri)
);
comment on table described_services is 'What a file in RDF says about an imported service of the same code, as resources in the words of CPSV-AP and CCCEV; exported again as it came.';
comment on column described_services.iri is 'The address by which the file names the service; the same address again replaces the description.';
comment on column described_services.source is 'Name of the file it came from last.';
comment on column described_services.source_digest is 'SHA-256 of that file, hexadecimal.';

create table design_actions (
  design_id uuid not null,
  revision integer not null,
  action text not null,
  staff_id uuid,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint design_actions_pkey PRIMARY KEY (design_id, revision),
  constraint design_actions_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id),
  constraint design_actions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table design_actions is 'What happened to a design, append-only, with the revision it made; staff_id null: the system.';
create index design_actions_staff ON design_actions USING btree (staff_id);
CREATE TRIGGER design_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON design_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table design_files (
  design_id uuid not null,
  file text not null,
  content text,
  base text,
  revision integer not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  constraint design_files_pkey PRIMARY KEY (design_id, file),
  constraint design_files_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id)
);
comment on table design_files is 'Files of the pack a design changes. content null: taken away; base: the text in force it was begun on, null: there was none.';

create table designs (
  id uuid not null,
  pack text not null,
  region text not null,
  title text not null,
  about text not null,
  state text not null,
  revision integer not null,
  editors jsonb not null,
  release_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint designs_pkey PRIMARY KEY (id),
  constraint designs_state_check CHECK ((state = ANY (ARRAY['editing'::text, 'inReview'::text, 'scheduled'::text, 'released'::text, 'discarded'::text])))
);
comment on table designs is 'A change to a pack from the first stroke to its release; its state follows design_actions.';
comment on column designs.about is 'What it is mainly about, as kind/id: matters/newborn.';
comment on column designs.editors is 'Ids of the officials who changed it; none of them may release it.';
create index designs_region ON designs USING btree (region text_pattern_ops, updated_at DESC);

create table edition_files (
  edition integer not null,
  file text not null,
  content text,
  before text,
  disk_digest text,
  constraint edition_files_pkey PRIMARY KEY (edition, file),
  constraint edition_files_edition_fkey FOREIGN KEY (edition) REFERENCES editions(number)
);
comment on table edition_files is 'Files an edition changes. content null: taken away; before: the text it replaced; disk_digest: SHA-256 of the file on disk at that time.';
create index edition_files_file ON edition_files USING btree (file, edition DESC);
CREATE TRIGGER edition_files_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON edition_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table editions (
  number integer not null,
  pack text not null,
  region text not null,
  title text not null,
  design_id uuid,
  restores integer,
  made_by text not null,
  released_by text not null,
  reason text not null,
  released_at timestamp with time zone not null,
  constraint editions_pkey PRIMARY KEY (number),
  constraint editions_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id),
  constraint editions_restores_fkey FOREIGN KEY (restores) REFERENCES editions(number)
);
comment on table editions is 'Released changes to packs, numbered without gaps. restores: the edition this one takes back.';
create index editions_design ON editions USING btree (design_id);
create index editions_region ON editions USING btree (region text_pattern_ops, number DESC);
create index editions_restores ON editions USING btree (restores);
CREATE TRIGGER editions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table files (
  digest text not null,
  size bigint not null,
  type text not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (digest),
  constraint files_size_check CHECK ((size > 0))
);
comment on table files is 'Content-addressed files; the bytes lie in the file store under their SHA-256.';

create table frozen_catalogues (
  digest text not null,
  content text not null,
  stored_at timestamp with time zone not null,
  constraint frozen_catalogues_pkey PRIMARY KEY (digest)
);
comment on table frozen_catalogues is 'The definitions a matter was handed in with, as JSON, under their SHA-256: what is open is decided by them, whatever the packs say later.';

create table imported_service_rejections (
  file_digest text not null,
  line integer not null,
  code text,
  reason text not null,
  detail text,
  raw text not null,
  raw_encoding text not null,
  rejected_at timestamp with time zone not null,
  constraint imported_service_rejections_pkey PRIMARY KEY (file_digest, line),
  constraint imported_service_rejections_raw_encoding_check CHECK ((raw_encoding = ANY (ARRAY['utf-8'::text, 'base64'::text])))
);
comment on table imported_service_rejections is 'Lines of imported files that became no service of their own, with the reason: the rejected ones, and repeats (duplicate_identical). Nothing that was in a file is lost.';
comment on column imported_service_rejections.file_digest is 'SHA-256 of the whole file, hexadecimal.';

create table imported_services (
  code text collate "C" not null,
  name text not null,
  region text not null,
  authority text not null,
  kind text not null,
  audience text[] not null,
  themes text[] not null,
  content jsonb not null,
  warnings text[] not null,
  raw text not null,
  raw_encoding text not null,
  content_hash text not null,
  imported_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint imported_services_pkey PRIMARY KEY (code),
  constraint imported_services_raw_encoding_check CHECK ((raw_encoding = ANY (ARRAY['utf-8'::text, 'base64'::text])))
);
comment on table imported_services is 'Services of other platforms, keyed by their implementing code (实施编码). Beside content (what we read) lies raw (the line as it came).';
comment on column imported_services.authority is 'Characters 1-18 of the implementing code; usually the authority''s unified social credit code (GB 32100).';
comment on column imported_services.raw_encoding is 'utf-8: raw is the line itself; base64: the line was no plain UTF-8, raw holds its bytes.';
comment on column imported_services.updated_at is 'When the content last changed; a repeated import of the same line leaves it alone.';
create index imported_services_audience ON imported_services USING gin (audience);
create index imported_services_authority ON imported_services USING btree (authority, code);
create index imported_services_kind ON imported_services USING btree (kind, code);
create index imported_services_region ON imported_services USING btree (region, code);
create index imported_services_themes ON imported_services USING gin (themes);

create table installation (
  only_row boolean not null default true,
  mode text not null,
  claimed_at timestamp with time zone not null,
  constraint installation_pkey PRIMARY KEY (only_row),
  constraint installation_mode_check CHECK ((mode = ANY (ARRAY['demo'::text, 'production'::text]))),
  constraint installation_only_row_check CHECK (only_row)
);
comment on table installation is 'One row: the mode this database was first used in. The other mode is refused at start.';

create table login_refusals (
  hour_at timestamp with time zone not null,
  problem text not null,
  refused integer not null,
  constraint login_refusals_pkey PRIMARY KEY (hour_at, problem)
);
comment on table login_refusals is 'Refused logins of an hour by reason: the first of them stand in the audit trail one by one, the rest as one number when the hour is over.';

create table messages (
  id uuid not null,
  person_id uuid not null,
  application_id uuid,
  case_id uuid,
  kind text not null,
  detail jsonb not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table messages is 'Inbox of residents; text is made from kind and detail in the reader''s language.';
create index messages_person ON messages USING btree (person_id, at DESC, id);

create table people (
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  id_number text not null,
  phone text,
  region text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_issuer_subject_key UNIQUE (issuer, subject)
);
comment on table people is 'Residents who have logged in; identity is what the identity provider asserted.';
create unique index people_id_number ON people USING btree (id_number);

create table registry_call_subjects (
  subject text not null,
  call_id uuid not null,
  concepts text[] not null,
  at timestamp with time zone not null,
  constraint registry_call_subjects_pkey PRIMARY KEY (subject, call_id),
  constraint registry_call_subjects_call_id_fkey FOREIGN KEY (call_id) REFERENCES registry_calls(id)
);
comment on table registry_call_subjects is 'Whose records a look-up read: SHA-256 of the ID number, and what was read about that person. They need have no account.';
create index registry_call_subjects_call ON registry_call_subjects USING btree (call_id);
create index registry_call_subjects_subject ON registry_call_subjects USING btree (subject, at DESC);

create table registry_calls (
  id uuid not null,
  person_id uuid not null,
  application_id uuid not null,
  registry text not null,
  subject text not null,
  concepts text[] not null,
  purpose text not null,
  legal_basis text not null,
  outcome text not null,
  milliseconds integer not null,
  at timestamp with time zone not null,
  constraint registry_calls_pkey PRIMARY KEY (id),
  constraint registry_calls_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint registry_calls_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table registry_calls is 'Every look-up in a registry: whose data, which concepts, why, by what law, with what outcome.';
create index registry_calls_application ON registry_calls USING btree (application_id);
create index registry_calls_person ON registry_calls USING btree (person_id, at DESC);

create table results (
  id uuid not null,
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  service text not null,
  line text not null,
  region text not null,
  number text not null,
  content jsonb not null,
  issued_at timestamp with time zone not null,
  constraint results_pkey PRIMARY KEY (id),
  constraint results_case_id_key UNIQUE (case_id),
  constraint results_number_key UNIQUE (number),
  constraint results_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table results is 'Results of granted cases as numbered records.';
create index results_person ON results USING btree (person_id, issued_at DESC);

create table schema_migrations (
  version integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (version)
);
comment on table schema_migrations is 'Migrations applied to this database, with the SHA-256 of each file.';

create table search_documents (
  key text collate "C" not null,
  type text not null,
  id text not null,
  region text collate "C" not null,
  title jsonb not null,
  summary jsonb not null,
  title_words text not null,
  alias_words text[] not null,
  context_words text not null,
  head_terms text[] not null,
  body_terms text[] not null,
  version text not null,
  constraint search_documents_pkey PRIMARY KEY (key),
  constraint search_documents_type_check CHECK ((type = ANY (ARRAY['matter'::text, 'service'::text, 'importedService'::text])))
);
comment on table search_documents is 'What search finds. *_words are normalised texts for ranking, *_terms what is looked up (pairs of neighbouring characters, words).';
comment on column search_documents.region is 'Region of the pack, or of the authority of an imported service.';
comment on column search_documents.head_terms is 'Terms of title, aliases and context (authority, theme, services of a matter).';
comment on column search_documents.body_terms is 'Terms of conditions, documents and guide text, without those of the head.';
comment on column search_documents.version is 'Changes with the content and with the way of indexing; equal means nothing to do.';
create index search_documents_body ON search_documents USING gin (body_terms) WITH (fastupdate=off);
create index search_documents_head ON search_documents USING gin (head_terms) WITH (fastupdate=off);

create table sessions (
  token_digest text not null,
  person_id uuid,
  staff_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (token_digest),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint sessions_check CHECK ((num_nonnulls(person_id, staff_id) = 1))
);
comment on table sessions is 'Logged-in sessions; only the SHA-256 of the cookie is kept, and the CSRF token is computed from the cookie.';
create index sessions_expiry ON sessions USING btree (expires_at);
create index sessions_person ON sessions USING btree (person_id) WHERE (person_id IS NOT NULL);
create index sessions_staff ON sessions USING btree (staff_id) WHERE (staff_id IS NOT NULL);

create table staff (
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  unit text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_issuer_subject_key UNIQUE (issuer, subject)
);
comment on table staff is 'Officials who have logged in.';

create table staff_postings (
  staff_id uuid not null,
  role text not null,
  region text not null,
  line text not null default '*'::text,
  constraint staff_postings_pkey PRIMARY KEY (staff_id, role, region, line),
  constraint staff_postings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_postings_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'approver'::text, 'supervisor'::text, 'designer'::text, 'operator'::text])))
);
comment on table staff_postings is 'Role of an official in one region and line of authority, as asserted at the last login; line * is every line.';

create table typed_look_ups (
  person_id uuid not null,
  since_at timestamp with time zone not null,
  used integer not null,
  constraint typed_look_ups_pkey PRIMARY KEY (person_id),
  constraint typed_look_ups_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table typed_look_ups is 'How often a person had records looked up by a number they only typed, in the hour that began then.';
