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
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_number_key UNIQUE (number),
  constraint applications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint applications_check CHECK (((state = 'submitted'::text) = (number IS NOT NULL))),
  constraint applications_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'discarded'::text])))
);
comment on table applications is 'One submission for a matter, from first draft to the frozen plan its cases follow.';
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
create index audit_entries_actor ON audit_entries USING btree (actor_kind, actor_id, id);
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
create index case_actions_application ON case_actions USING btree (application_id, at);
CREATE TRIGGER case_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON case_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

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
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_number_key UNIQUE (number),
  constraint cases_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint cases_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'submitted'::text, 'accepted'::text, 'supplement'::text, 'granted'::text, 'refused'::text, 'declined'::text, 'withdrawn'::text, 'stopped'::text])))
);
comment on table cases is 'One service being handled by one authority; content holds exactly the concepts that authority needs.';
comment on column cases.used_days is 'Working days of the limit used before the clock was last stopped.';
comment on column cases.due_on is 'Statutory due date; null while the clock stands still or the calendar of that year is not published.';
create index cases_application ON cases USING btree (application_id);
create index cases_assignee ON cases USING btree (assignee_id, due_on, id) WHERE ((ended_at IS NULL) AND (assignee_id IS NOT NULL));
create index cases_person ON cases USING btree (person_id);
create index cases_queue ON cases USING btree (line, region text_pattern_ops, (
CASE
    WHEN (clock_from IS NULL) THEN '9999-12-31'::date
    ELSE COALESCE(promised_on, '9999-12-31'::date)
END), id) WHERE ((ended_at IS NULL) AND (state <> 'waiting'::text));
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

create table files (
  digest text not null,
  size bigint not null,
  type text not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (digest),
  constraint files_size_check CHECK ((size > 0))
);
comment on table files is 'Content-addressed files; the bytes lie in the file store under their SHA-256.';

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
  constraint messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table messages is 'Inbox of residents; text is made from kind and detail in the reader''s language.';
create index messages_application ON messages USING btree (application_id) WHERE (application_id IS NOT NULL);
create index messages_case ON messages USING btree (case_id) WHERE (case_id IS NOT NULL);
create index messages_person ON messages USING btree (person_id, at DESC, id);
create index messages_unread ON messages USING btree (person_id) WHERE (read_at IS NULL);

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
create index results_application ON results USING btree (application_id);
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
