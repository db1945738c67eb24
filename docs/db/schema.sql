-- The schema as the migrations in server/migrations make it. Written by tools/dump-schema.ts, never by hand; a test compares it with a fresh database.
-- To change the schema add a migration, then run `node tools/dump-schema.ts`.

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION refuse_changed_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.case_id, new.person_id, new.kind, new.words, new.code, new.issued_at) is distinct from (old.case_id, old.person_id, old.kind, old.words, old.code, old.issued_at)
    or (old.number is not null and new.number is distinct from old.number)
    or (old.digest is not null and new.digest is distinct from old.digest)
    or (old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at)
    or (old.opened_at is not null and new.opened_at is distinct from old.opened_at) then
    raise exception 'a notice once issued is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

create sequence human_numbers;
comment on sequence human_numbers is 'Sequence part of application, case and result numbers; never reused.';

create table access_request_actions (
  seq bigint not null generated always as identity,
  request_id uuid not null,
  action text not null,
  staff_id uuid,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint access_request_actions_pkey PRIMARY KEY (seq),
  constraint access_request_actions_request_id_fkey FOREIGN KEY (request_id) REFERENCES access_requests(id),
  constraint access_request_actions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table access_request_actions is 'What happened to a request for access, append-only. staff_id null: the system.';
create index access_request_actions_request ON access_request_actions USING btree (request_id, seq);
create index access_request_actions_staff ON access_request_actions USING btree (staff_id);
CREATE TRIGGER access_request_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access_request_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table access_requests (
  id uuid not null,
  number text not null,
  resource text not null,
  resource_title jsonb not null,
  region text not null,
  line text not null,
  service text,
  owner_region text not null,
  owner_line text not null,
  fields jsonb not null,
  granted_fields jsonb,
  purpose text not null,
  legal_basis jsonb not null,
  per_day integer,
  until_on date,
  batch boolean not null,
  renews uuid,
  state text not null,
  due_on date,
  revision integer not null,
  reminded boolean not null default false,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint access_requests_pkey PRIMARY KEY (id),
  constraint access_requests_number_key UNIQUE (number),
  constraint access_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff(id),
  constraint access_requests_renews_fkey FOREIGN KEY (renews) REFERENCES access_requests(id),
  constraint access_requests_per_day_check CHECK ((per_day > 0)),
  constraint access_requests_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'granted'::text, 'refused'::text, 'disputed'::text, 'withdrawn'::text, 'revoked'::text, 'upheld'::text, 'ended'::text])))
);
comment on table access_requests is 'Who asked for which fields of a resource, why, and what became of it; one that was granted is the grant. Its state follows access_request_actions.';
comment on column access_requests.region is 'Of the authority that asks; owner_region and owner_line are of the one that is asked.';
comment on column access_requests.service is 'The service it is for; null: for the authority.';
comment on column access_requests.fields is 'Names of the fields asked for; granted_fields: those given, null while none are.';
comment on column access_requests.per_day is 'Calls a day at most; null: no limit.';
comment on column access_requests.until_on is 'Last day on which it holds; null: until revoked.';
comment on column access_requests.due_on is 'Last day for whoever has to answer; null: nobody, or the calendar is not published.';
create index access_requests_asked_by ON access_requests USING btree (asked_by);
create index access_requests_asking ON access_requests USING btree (region text_pattern_ops, line, id DESC);
create index access_requests_ending ON access_requests USING btree (until_on, id) WHERE ((state = 'granted'::text) AND (until_on IS NOT NULL));
create index access_requests_in_force ON access_requests USING btree (resource, id) WHERE (state = 'granted'::text);
create index access_requests_owner ON access_requests USING btree (owner_region text_pattern_ops, owner_line, id DESC);
create index access_requests_renews ON access_requests USING btree (renews);
create index access_requests_resource ON access_requests USING btree (resource, id DESC);

create table acting_uses (
  application_id uuid not null,
  mandate text not null,
  person_id uuid not null,
  matter text not null,
  actor_kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  capacity text not null,
  at timestamp with time zone not null,
  constraint acting_uses_pkey PRIMARY KEY (application_id, mandate),
  constraint acting_uses_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint acting_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint acting_uses_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'staff'::text]))),
  constraint acting_uses_capacity_check CHECK ((capacity = ANY (ARRAY['family'::text, 'agent'::text, 'company'::text, 'guardian'::text, 'helper'::text, 'window'::text])))
);
comment on table acting_uses is 'Applications somebody worked on in the name of the person they belong to, once for each entitlement.';
create index acting_uses_mandate ON acting_uses USING btree (mandate, at DESC);
create index acting_uses_person ON acting_uses USING btree (person_id, at DESC);

create table agencies (
  uscc text not null,
  name text not null,
  region text not null,
  matters text[],
  licence text not null,
  phone text not null,
  starts_on date not null,
  ends_on date not null,
  state text not null,
  reason text not null default ''::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint agencies_pkey PRIMARY KEY (uscc),
  constraint agencies_check CHECK ((ends_on >= starts_on)),
  constraint agencies_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'suspended'::text, 'struckOff'::text]))),
  constraint agencies_uscc_check CHECK ((uscc ~ '^[0-9A-Z]{18}$'::text))
);
comment on table agencies is 'Organisations that may apply for others: where, in what (matters null is all), by what licence, until when; reason says why one may not any more.';
create index agencies_region ON agencies USING btree (region);

create table agency_staff (
  uscc text not null,
  id_number text,
  name text not null,
  since_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  id_digest text,
  sealed text,
  constraint agency_staff_pkey PRIMARY KEY (id),
  constraint agency_staff_uscc_fkey FOREIGN KEY (uscc) REFERENCES agencies(uscc)
);
comment on table agency_staff is 'Who acts for an agency, as it named them; nobody else does.';
comment on column agency_staff.id_digest is 'Keyed digest of the ID number.';
comment on column agency_staff.sealed is 'Encrypted: ID number (class identity).';
create unique index agency_staff_agency ON agency_staff USING btree (uscc, id_digest);
create index agency_staff_person ON agency_staff USING btree (id_digest);

create table amendments (
  case_id uuid not null,
  result_id uuid not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  way text not null,
  deemed_on date,
  ended_at timestamp with time zone,
  constraint amendments_pkey PRIMARY KEY (case_id),
  constraint amendments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint amendments_result_id_fkey FOREIGN KEY (result_id) REFERENCES results(id),
  constraint amendments_way_check CHECK ((way = ANY (ARRAY['change'::text, 'extend'::text])))
);
comment on table amendments is 'Cases that change or extend a result. At most one of a result is under way.';
comment on column amendments.deemed_on is 'Last day of the result, where its extension was asked for in time: not decided by then, it counts as extended.';
create index amendments_deemed ON amendments USING btree (deemed_on, case_id) WHERE ((ended_at IS NULL) AND (deemed_on IS NOT NULL));
create unique index amendments_open ON amendments USING btree (result_id) WHERE (ended_at IS NULL);
create index amendments_result ON amendments USING btree (result_id);

create table application_commitments (
  application_id uuid not null,
  person_id uuid not null,
  evidence text not null,
  statement jsonb not null,
  signed_at timestamp with time zone not null,
  kind text not null default 'commitment'::text,
  due_days integer,
  constraint application_commitments_pkey PRIMARY KEY (application_id, evidence),
  constraint application_commitments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint application_commitments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint application_commitments_check CHECK (((kind = 'later'::text) = (due_days IS NOT NULL))),
  constraint application_commitments_kind_check CHECK ((kind = ANY (ARRAY['commitment'::text, 'later'::text])))
);
comment on table application_commitments is 'What an applicant signs in a draft, by evidence type: a commitment in place of a document, or the promise to hand it in later; the words are kept as they were shown.';
comment on column application_commitments.due_days is 'Working days within which a document handed in later is promised; null for a commitment, whose days stand in the pack.';
create index application_commitments_person ON application_commitments USING btree (person_id);

create table application_confirmations (
  application_id uuid not null,
  person_id uuid not null,
  content_digest text not null,
  how text not null,
  signature jsonb,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint application_confirmations_pkey PRIMARY KEY (application_id),
  constraint application_confirmations_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint application_confirmations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint application_confirmations_check CHECK (((how = 'signature'::text) = (signature IS NOT NULL))),
  constraint application_confirmations_how_check CHECK ((how = ANY (ARRAY['signature'::text, 'phone'::text])))
);
comment on table application_confirmations is 'That an applicant has seen what an official typed for them at a window and agrees to it: signed there, or asked and answered on their phone.';
create index application_confirmations_person ON application_confirmations USING btree (person_id);

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

create table application_signatures (
  application_id uuid not null,
  person_id uuid not null,
  digest text not null,
  signature text not null,
  token text,
  signed_at timestamp with time zone not null,
  file text not null,
  constraint application_signatures_pkey PRIMARY KEY (application_id),
  constraint application_signatures_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_signatures_file_fkey FOREIGN KEY (file) REFERENCES files(digest),
  constraint application_signatures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table application_signatures is 'What an applicant signed as it was shown: SHA-256 of its canonical form (RFC 8785), signed by the installation (JWS), with a timestamp (RFC 3161) where there is an authority of time.';
comment on column application_signatures.file is 'The signed application as a sealed PDF.';
create index application_signatures_file ON application_signatures USING btree (file);
create index application_signatures_person ON application_signatures USING btree (person_id);

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
  amends uuid,
  follows uuid,
  sealed text,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_number_key UNIQUE (number),
  constraint applications_follows_fkey FOREIGN KEY (follows) REFERENCES applications(id),
  constraint applications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint applications_check CHECK (((state = 'submitted'::text) = (number IS NOT NULL))),
  constraint applications_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'discarded'::text])))
);
comment on table applications is 'One submission for a matter, from first draft to the frozen plan its cases follow.';
comment on column applications.looked_up_at is 'When each look-up (registry and key concept) was answered; older answers are looked up again before handing in.';
comment on column applications.records is 'Where one key found several records: those found, and the one the applicant chose.';
comment on column applications.identity is 'What tells this event from another: keyed digests of the values named by the matter, each with its place in the list; set when handed in.';
comment on column applications.catalogue_digest is 'The frozen catalogue it was handed in with.';
comment on column applications.amends is 'The result it asks to change or to extend.';
comment on column applications.follows is 'The earlier application whose branch was not granted and is applied for again; what stands there is left out here.';
comment on column applications.sealed is 'Encrypted: answers, known facts, records found, what was looked up, the plan (class content).';
create index applications_amends ON applications USING btree (amends) WHERE (amends IS NOT NULL);
create index applications_follows ON applications USING btree (follows) WHERE (follows IS NOT NULL);
create index applications_identity ON applications USING gin (identity) WHERE (identity IS NOT NULL);
create unique index applications_one_draft ON applications USING btree (person_id, matter) WHERE ((state = 'draft'::text) AND (channel <> 'batch'::text));
create index applications_person ON applications USING btree (person_id, updated_at DESC);

create table audit_chain (
  position bigint not null,
  entries bigint[] not null,
  hashes bytea[] not null,
  constraint audit_chain_pkey PRIMARY KEY ("position"),
  constraint audit_chain_check CHECK (((cardinality(entries) > 0) AND (cardinality(entries) = cardinality(hashes))))
);
comment on table audit_chain is 'Stretches of the chain in which each audit entry has its place; hash = SHA-256 of the previous hash, the position and the entry in canonical JSON.';
comment on column audit_chain.position is 'The place of the last entry of the stretch; the others stand right before it, in the order of entries.';
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
  first bigint not null,
  entries bigint[] not null,
  constraint audit_pending_pkey PRIMARY KEY (first)
);
comment on table audit_pending is 'Audit entries committed with the change they record, waiting for their place in the chain (seconds); one row for those written together.';
CREATE TRIGGER audit_pending_unchanged BEFORE UPDATE OR TRUNCATE ON audit_pending FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table batch_rows (
  batch_id uuid not null,
  row_number integer not null,
  person_id uuid not null,
  application_id uuid not null,
  state text not null,
  cells jsonb not null default '{}'::jsonb,
  answers jsonb not null default '{}'::jsonb,
  problems jsonb not null,
  number text,
  updated_at timestamp with time zone not null,
  applicant_id_number text,
  applicant_name text,
  answer_until_at timestamp with time zone,
  answered_at timestamp with time zone,
  consents jsonb,
  sealed text,
  applicant_digest text,
  constraint batch_rows_pkey PRIMARY KEY (batch_id, row_number),
  constraint batch_rows_application_id_key UNIQUE (application_id),
  constraint batch_rows_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint batch_rows_state_check CHECK ((state = ANY (ARRAY['unchecked'::text, 'faulty'::text, 'asked'::text, 'ready'::text, 'handedIn'::text, 'failed'::text, 'declined'::text, 'expired'::text])))
);
comment on table batch_rows is 'One row of a table as it was read, what is wrong with it, and the application it became; application_id is chosen beforehand, so that it becomes one only.';
comment on column batch_rows.sealed is 'Encrypted: cells, answers, ID number of the person a row names (class content).';
comment on column batch_rows.applicant_digest is 'Keyed digest of the ID number of the person a row names, who is asked for their word.';
create index batch_rows_applicant ON batch_rows USING btree (applicant_digest) WHERE (state = 'asked'::text);
create index batch_rows_expiring ON batch_rows USING btree (answer_until_at) WHERE (state = 'asked'::text);

create table batches (
  id uuid not null,
  person_id uuid not null,
  matter text not null,
  matter_name jsonb not null,
  region text not null,
  state text not null,
  file_name text not null,
  sheet text not null,
  headers jsonb not null,
  findings jsonb not null,
  consents jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  applicants text not null default 'uploader'::text,
  constraint batches_pkey PRIMARY KEY (id),
  constraint batches_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint batches_applicants_check CHECK ((applicants = ANY (ARRAY['uploader'::text, 'own'::text]))),
  constraint batches_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text])))
);
comment on table batches is 'A table of applications for one matter, in the name of whoever uploaded it; findings are problems of the whole table.';
create index batches_person ON batches USING btree (person_id, created_at DESC);

create table benefit_actions (
  entitlement_id uuid not null,
  seq integer not null,
  action text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint benefit_actions_pkey PRIMARY KEY (entitlement_id, seq),
  constraint benefit_actions_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint benefit_actions_seq_check CHECK ((seq > 0))
);
comment on table benefit_actions is 'What happened to an entitlement, in order; never changed.';
CREATE TRIGGER benefit_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON benefit_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table benefit_appeals (
  id uuid not null,
  entitlement_id uuid not null,
  person_id uuid not null,
  level integer not null,
  region text not null,
  line text not null,
  state text not null,
  sealed text not null,
  made_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint benefit_appeals_pkey PRIMARY KEY (id),
  constraint benefit_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff(id),
  constraint benefit_appeals_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint benefit_appeals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint benefit_appeals_decided CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint benefit_appeals_level_check CHECK ((level = ANY (ARRAY[1, 2]))),
  constraint benefit_appeals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text])))
);
comment on table benefit_appeals is 'Appeals of those to whom something was refused, for whom it ended, or who declined by mistake. level 2: once more, decided by the unit above (region). sealed: what was said, and the answer (class content).';
create index benefit_appeals_decided_by ON benefit_appeals USING btree (decided_by);
create index benefit_appeals_desk ON benefit_appeals USING btree (region text_pattern_ops, made_at, id) WHERE (state = 'open'::text);
create index benefit_appeals_entitlement ON benefit_appeals USING btree (entitlement_id, made_at DESC);
create unique index benefit_appeals_open ON benefit_appeals USING btree (entitlement_id) WHERE (state = 'open'::text);
create index benefit_appeals_person ON benefit_appeals USING btree (person_id);

create table benefit_budgets (
  benefit text not null,
  year integer not null,
  fen bigint not null,
  committed bigint not null default 0,
  constraint benefit_budgets_pkey PRIMARY KEY (benefit, year),
  constraint benefit_budgets_fen_check CHECK ((fen >= 0)),
  constraint benefit_budgets_kept CHECK (((committed >= 0) AND (committed <= fen)))
);
comment on table benefit_budgets is 'The most a policy may pay in a year, and how much of it lists have taken: never more.';

create table benefit_claims (
  subject_id uuid not null,
  pair text not null,
  month text not null,
  benefit text not null,
  entitlement_id uuid not null,
  constraint benefit_claims_pkey PRIMARY KEY (subject_id, pair, month),
  constraint benefit_claims_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint benefit_claims_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES benefit_subjects(id)
);
comment on table benefit_claims is 'Of two policies that exclude each other (pair), the one that holds a month of somebody; * where one of them is paid once.';
create index benefit_claims_entitlement ON benefit_claims USING btree (entitlement_id);

create table benefit_entitlements (
  id uuid not null,
  benefit text not null,
  benefit_version text not null,
  subject_id uuid not null,
  person_id uuid,
  region text not null,
  line text not null,
  period text not null,
  fen bigint not null,
  state text not null,
  sealed text not null,
  found_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ruling text,
  constraint benefit_entitlements_pkey PRIMARY KEY (id),
  constraint benefit_entitlements_benefit_subject_id_period_key UNIQUE (benefit, subject_id, period),
  constraint benefit_entitlements_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint benefit_entitlements_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES benefit_subjects(id),
  constraint benefit_entitlements_fen_check CHECK ((fen >= 0)),
  constraint benefit_entitlements_ruling_check CHECK ((ruling = ANY (ARRAY['upheld'::text, 'refused'::text]))),
  constraint benefit_entitlements_state_check CHECK ((state = ANY (ARRAY['found'::text, 'told'::text, 'confirmed'::text, 'declined'::text, 'listed'::text, 'paid'::text, 'returned'::text, 'recovering'::text, 'recovered'::text, 'lapsed'::text])))
);
comment on table benefit_entitlements is 'What somebody is due under a policy for one period: once only, whatever region found it. sealed: why, account, and words of the person (class content).';
comment on column benefit_entitlements.ruling is 'What an official decided by hand, on an appeal or an objection: screening leaves it so.';
create index benefit_entitlements_desk ON benefit_entitlements USING btree (region text_pattern_ops, state, changed_at DESC);
create index benefit_entitlements_listing ON benefit_entitlements USING btree (benefit, period, state);
create index benefit_entitlements_person ON benefit_entitlements USING btree (person_id, changed_at DESC) WHERE (person_id IS NOT NULL);
create index benefit_entitlements_subject ON benefit_entitlements USING btree (subject_id, changed_at DESC);

create table benefit_feeds (
  resource text not null,
  line text not null,
  region text not null,
  audience text not null,
  facts text[] not null,
  purpose text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  pulled_at timestamp with time zone,
  records integer,
  problem text,
  constraint benefit_feeds_pkey PRIMARY KEY (resource, line, region),
  constraint benefit_feeds_set_by_fkey FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint benefit_feeds_audience_check CHECK ((audience = ANY (ARRAY['person'::text, 'company'::text])))
);
comment on table benefit_feeds is 'Which granted resource feeds which facts of a run: pulled before it screens, under the grant the authority holds for this purpose.';
create index benefit_feeds_set_by ON benefit_feeds USING btree (set_by);

create table benefit_instalments (
  entitlement_id uuid not null,
  seq integer not null,
  region text not null,
  fen bigint not null,
  due_on date not null,
  paid_on date,
  reminded boolean not null default false,
  agreed_by uuid not null,
  agreed_at timestamp with time zone not null,
  constraint benefit_instalments_pkey PRIMARY KEY (entitlement_id, seq),
  constraint benefit_instalments_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES staff(id),
  constraint benefit_instalments_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint benefit_instalments_fen_check CHECK ((fen > 0)),
  constraint benefit_instalments_seq_check CHECK ((seq > 0))
);
comment on table benefit_instalments is 'What was paid wrongly, given back in parts: agreed with the person, reminded of before each day.';
create index benefit_instalments_agreed_by ON benefit_instalments USING btree (agreed_by);
create index benefit_instalments_due ON benefit_instalments USING btree (due_on) WHERE ((paid_on IS NULL) AND (NOT reminded));

create table benefit_letters (
  entitlement_id uuid not null,
  code text not null,
  region text not null,
  line text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  outcome text,
  sealed text not null,
  noted_by uuid,
  noted_at timestamp with time zone,
  constraint benefit_letters_pkey PRIMARY KEY (entitlement_id),
  constraint benefit_letters_code_key UNIQUE (code),
  constraint benefit_letters_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint benefit_letters_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint benefit_letters_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES staff(id),
  constraint benefit_letters_outcome_check CHECK ((outcome = ANY (ARRAY['agreed'::text, 'declined'::text, 'moved'::text, 'absent'::text])))
);
comment on table benefit_letters is 'A letter to somebody whom no message reaches, and what the visit of the community found. code: by which anybody can check that it is genuine. sealed: a note (class content).';
create index benefit_letters_batches ON benefit_letters USING btree (region text_pattern_ops, made_at DESC);
create index benefit_letters_made_by ON benefit_letters USING btree (made_by);
create index benefit_letters_noted_by ON benefit_letters USING btree (noted_by);

create table benefit_policies_seen (
  benefit text not null,
  first_seen_on date not null,
  constraint benefit_policies_seen_pkey PRIMARY KEY (benefit)
);
comment on table benefit_policies_seen is 'Policies this installation has had in force, so that a new one is told of once.';

create table benefit_runs (
  id uuid not null,
  region text not null,
  judged_on date not null,
  state text not null,
  policies text not null,
  after_subject uuid,
  seen bigint not null default 0,
  found bigint not null default 0,
  lapsed bigint not null default 0,
  open bigint not null default 0,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  lacking jsonb not null default '[]'::jsonb,
  constraint benefit_runs_pkey PRIMARY KEY (id),
  constraint benefit_runs_found_check CHECK ((found >= 0)),
  constraint benefit_runs_lapsed_check CHECK ((lapsed >= 0)),
  constraint benefit_runs_open_check CHECK ((open >= 0)),
  constraint benefit_runs_seen_check CHECK ((seen >= 0)),
  constraint benefit_runs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text])))
);
comment on table benefit_runs is 'Screening of everybody of a region against all policies; after_subject: how far it came. policies: the digest of the policies it judges by, which do not change on the way.';
comment on column benefit_runs.lacking is 'Registers it was to take facts from and could not, with the reason: [{resource, why}].';
create unique index benefit_runs_going ON benefit_runs USING btree (region) WHERE (state = 'running'::text);
create index benefit_runs_newest ON benefit_runs USING btree (region text_pattern_ops, begun_at DESC);

create table benefit_subjects (
  id uuid not null,
  audience text not null,
  subject_digest text not null,
  spouse_digest text,
  birthday text,
  region text not null,
  sealed text not null,
  facts_at timestamp with time zone not null,
  source text not null,
  constraint benefit_subjects_pkey PRIMARY KEY (id),
  constraint benefit_subjects_audience_subject_digest_key UNIQUE (audience, subject_digest),
  constraint benefit_subjects_audience_check CHECK ((audience = ANY (ARRAY['person'::text, 'company'::text])))
);
comment on table benefit_subjects is 'The people and companies screened and what the registers say of them, as of facts_at. sealed: name, number, facts (class content). birthday: month and day, MM-DD.';
create index benefit_subjects_birthday ON benefit_subjects USING btree (birthday, id) WHERE (birthday IS NOT NULL);
create index benefit_subjects_region ON benefit_subjects USING btree (region text_pattern_ops, id);
create index benefit_subjects_spouse ON benefit_subjects USING btree (spouse_digest) WHERE (spouse_digest IS NOT NULL);

create table benefit_watches (
  person_id uuid not null,
  subject_id uuid not null,
  agreed_at timestamp with time zone not null,
  constraint benefit_watches_pkey PRIMARY KEY (person_id, subject_id),
  constraint benefit_watches_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint benefit_watches_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES benefit_subjects(id)
);
comment on table benefit_watches is 'Who has agreed that the registers are asked, and wants to be told of what fits: of themselves, or of a company they act for.';
create index benefit_watches_subject ON benefit_watches USING btree (subject_id);

create table calls (
  id uuid not null,
  region text not null,
  line text not null,
  key text not null,
  phone_digest text,
  state text not null,
  front boolean not null,
  agent_id uuid,
  sealed text not null,
  wrap_up text,
  rang_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  hung_up_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint calls_pkey PRIMARY KEY (id),
  constraint calls_key_key UNIQUE (key),
  constraint calls_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES staff(id),
  constraint calls_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'talking'::text, 'wrappingUp'::text, 'finished'::text, 'missed'::text])))
);
comment on table calls is 'Calls to the hotline and conversations the assistant handed over: who took one, and how it ended.';
comment on column calls.line is 'Number that was called, or assistant.';
comment on column calls.key is 'What the telephone exchange calls it, so that one call rings once.';
comment on column calls.front is 'Somebody may be in danger: it is shown before the others.';
comment on column calls.sealed is 'Telephone number, transcript and note: encrypted.';
comment on column calls.wrap_up is 'How it ended, one of a list.';
create index calls_agent ON calls USING btree (agent_id, rang_at DESC) WHERE (agent_id IS NOT NULL);
create index calls_phone ON calls USING btree (phone_digest, rang_at DESC) WHERE (phone_digest IS NOT NULL);
create index calls_region ON calls USING btree (region text_pattern_ops, rang_at DESC);
create index calls_waiting ON calls USING btree (region text_pattern_ops, front DESC, rang_at, id) WHERE (state = 'ringing'::text);

create table cards (
  id uuid not null,
  region text not null,
  line text not null,
  color text not null,
  reason text not null,
  case_id uuid,
  person_id uuid,
  promised_on date not null,
  days_late integer not null,
  made_red_id uuid,
  issued_at timestamp with time zone not null,
  answer_due_on date,
  answer jsonb,
  answered_at timestamp with time zone,
  verdict jsonb,
  decided_at timestamp with time zone,
  request_id uuid,
  constraint cards_pkey PRIMARY KEY (id),
  constraint cards_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint cards_made_red_id_fkey FOREIGN KEY (made_red_id) REFERENCES cards(id),
  constraint cards_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint cards_about CHECK (((case_id IS NULL) <> (request_id IS NULL))),
  constraint cards_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint cards_check1 CHECK (((verdict IS NULL) = (decided_at IS NULL))),
  constraint cards_color_check CHECK ((color = ANY (ARRAY['yellow'::text, 'red'::text]))),
  constraint cards_reason_check CHECK ((reason = ANY (ARRAY['late'::text, 'repeated'::text])))
);
comment on table cards is 'A yellow or red card to a unit: why, for which case or request, how late; what the unit answered and what the supervisor made of it. made_red_id: the red card a yellow one was counted for.';
create index cards_made_red ON cards USING btree (made_red_id) WHERE (made_red_id IS NOT NULL);
create unique index cards_once ON cards USING btree (case_id, promised_on, color, reason);
create index cards_region ON cards USING btree (region text_pattern_ops, issued_at DESC, id);
create unique index cards_request_once ON cards USING btree (request_id, promised_on, color, reason) WHERE (request_id IS NOT NULL);
create index cards_unit ON cards USING btree (line, region text_pattern_ops, issued_at DESC);

create table care_accounts (
  id uuid not null,
  person_id uuid not null,
  region text not null,
  limit_fen bigint not null,
  owed_fen bigint not null default 0,
  agreed text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint care_accounts_pkey PRIMARY KEY (id),
  constraint care_accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint care_accounts_limit_fen_check CHECK ((limit_fen > 0)),
  constraint care_accounts_owed_fen_check CHECK ((owed_fen >= 0))
);
comment on table care_accounts is 'An account on which a resident pays for care afterwards; one open one each. What is owed never exceeds the limit: the statement that enters a bill says so.';
comment on column care_accounts.owed_fen is 'Own part of all bills that are neither settled nor cancelled, in fen.';
comment on column care_accounts.agreed is 'SHA-256 of the terms the person agreed to.';
create unique index care_accounts_open ON care_accounts USING btree (person_id) WHERE (closed_at IS NULL);
create index care_accounts_person ON care_accounts USING btree (person_id);

create table care_actions (
  position bigint not null generated always as identity,
  account_id uuid not null,
  bill_id uuid,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint care_actions_pkey PRIMARY KEY ("position"),
  constraint care_actions_account_id_fkey FOREIGN KEY (account_id) REFERENCES care_accounts(id),
  constraint care_actions_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES care_bills(id)
);
comment on table care_actions is 'What happened to an account or a bill on it, in order; append-only.';
create index care_actions_account ON care_actions USING btree (account_id, "position");
create index care_actions_bill ON care_actions USING btree (bill_id, "position");
CREATE TRIGGER care_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON care_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table care_bills (
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  region text not null,
  line text not null,
  consumer text not null,
  number text not null,
  sealed text not null,
  total_fen bigint not null,
  insured_fen bigint not null,
  state text not null,
  due_on date,
  look_on date,
  reminded boolean not null default false,
  late_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint care_bills_pkey PRIMARY KEY (id),
  constraint care_bills_account_id_fkey FOREIGN KEY (account_id) REFERENCES care_accounts(id),
  constraint care_bills_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint care_bills_check CHECK (((insured_fen >= 0) AND (insured_fen <= total_fen))),
  constraint care_bills_state_check CHECK ((state = ANY (ARRAY['owed'::text, 'late'::text, 'contested'::text, 'settled'::text, 'cancelled'::text]))),
  constraint care_bills_total_fen_check CHECK ((total_fen > 0))
);
comment on table care_bills is 'A bill of a hospital on somebody''s account. The state is the fold of care_actions; the own part is total less insured.';
comment on column care_bills.consumer is 'The hospital''s system as it is registered with the exchange.';
comment on column care_bills.number is 'The hospital''s own number: entered once, however often it is sent.';
comment on column care_bills.sealed is 'Encrypted: hospital, department and day of the visit (class content).';
comment on column care_bills.due_on is 'Last day to settle it; null while the calendar of that year is not published.';
comment on column care_bills.look_on is 'The next day on which something happens by itself; null: nothing does.';
comment on column care_bills.late_on is 'The day it went on record.';
create index care_bills_account ON care_bills USING btree (account_id);
create index care_bills_contested ON care_bills USING btree (region text_pattern_ops, line, updated_at, id) WHERE (state = 'contested'::text);
create index care_bills_due ON care_bills USING btree (look_on, id) WHERE (ended_at IS NULL);
create unique index care_bills_number ON care_bills USING btree (consumer, number);
create index care_bills_person ON care_bills USING btree (person_id, created_at DESC, id);

create table case_find_marks (
  name text not null,
  position bigint not null,
  constraint case_find_marks_pkey PRIMARY KEY (name)
);
comment on table case_find_marks is 'How far the audit chain has been followed; what comes after it may have changed the words of cases.';

create table case_finds (
  case_id uuid not null,
  person_id uuid not null,
  region text not null,
  line text not null,
  terms text[] not null,
  constraint case_finds_pkey PRIMARY KEY (case_id),
  constraint case_finds_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table case_finds is 'What a case is found by: keyed digests of pairs of characters, words and numbers of its values and notes, and the places whose officials may see it.';
create index case_finds_terms ON case_finds USING gin (terms);

create table case_moments (
  application_id uuid not null,
  seq bigint not null default nextval('case_moment_numbers'::regclass),
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  steps jsonb not null,
  constraint case_moments_pkey PRIMARY KEY (application_id, seq),
  constraint case_moments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_moments_steps_check CHECK (((jsonb_typeof(steps) = 'array'::text) AND (jsonb_array_length(steps) > 0)))
);
comment on table case_moments is 'What one actor did to cases of one application at one moment and was written together, append-only; the state of a case is the fold of its steps.';
comment on column case_moments.steps is 'In the order they happened: [{case, action, detail}].';
CREATE TRIGGER case_moments_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON case_moments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table case_notes (
  id uuid not null,
  seq bigint not null generated always as identity,
  case_id uuid not null,
  person_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  text text not null,
  mentions jsonb not null,
  written_at timestamp with time zone not null,
  constraint case_notes_pkey PRIMARY KEY (id),
  constraint case_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_notes_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table case_notes is 'An internal note of an official on a case; never shown to applicants. Mentions: [{id, name}] of colleagues.';
create index case_notes_case ON case_notes USING btree (case_id, seq);
create index case_notes_staff ON case_notes USING btree (staff_id);
CREATE TRIGGER case_notes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON case_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table case_proposals (
  case_id uuid not null,
  proposal integer not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  action text not null,
  staff_id uuid not null,
  proposed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint case_proposals_pkey PRIMARY KEY (case_id, proposal),
  constraint case_proposals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_proposals_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint case_proposals_action_check CHECK ((action = ANY (ARRAY['extend'::text, 'terminate'::text, 'revoke'::text, 'cancel'::text])))
);
comment on table case_proposals is 'What officials propose that only a head decides, to be found by those who decide; what was proposed and decided is with the case.';
create unique index case_proposals_one ON case_proposals USING btree (case_id) WHERE (ended_at IS NULL);
create index case_proposals_open ON case_proposals USING btree (region text_pattern_ops, line, proposed_at, case_id) WHERE (ended_at IS NULL);
create index case_proposals_staff ON case_proposals USING btree (staff_id);

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
comment on table case_reads is 'Which official opened which case on which day, and keyed digests of the ID numbers it held.';
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
  content jsonb not null default '[]'::jsonb,
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
  course jsonb,
  sealed text,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_number_key UNIQUE (number),
  constraint cases_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint cases_same_event_case_id_fkey FOREIGN KEY (same_event_case_id) REFERENCES cases(id),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'submitted'::text, 'accepted'::text, 'supplement'::text, 'suspended'::text, 'granted'::text, 'refused'::text, 'declined'::text, 'withdrawn'::text, 'stopped'::text, 'terminated'::text])))
);
comment on table cases is 'One service being handled by one authority; content holds exactly the concepts that authority needs.';
comment on column cases.used_days is 'Working days of the limit used before the clock was last stopped.';
comment on column cases.due_on is 'Statutory due date; null while the clock stands still or the calendar of that year is not published.';
comment on column cases.catalogue_digest is 'The frozen catalogue the case is decided by.';
comment on column cases.uncounted is 'Days the clock ran in years whose calendar was not published: counted once it is; until then the day due is unknown.';
comment on column cases.same_event_case_id is 'The case of another applicant for the same event and service, when there was one: a person decides, not the rules.';
comment on column cases.course is 'How the handling has gone beyond the state: levels, opinions, special procedures, extension, result; null when nothing of that has happened.';
comment on column cases.sealed is 'Encrypted: content and checks (class content).';
create index cases_application ON cases USING btree (application_id);
create index cases_assignee ON cases USING btree (assignee_id, due_on, id) WHERE ((ended_at IS NULL) AND (assignee_id IS NOT NULL));
create index cases_done ON cases USING btree (assignee_id, ended_at) WHERE ((ended_at IS NOT NULL) AND (assignee_id IS NOT NULL));
create index cases_queue ON cases USING btree (line, region text_pattern_ops, (
CASE
    WHEN (clock_from IS NULL) THEN '9999-12-31'::date
    ELSE COALESCE(promised_on, '9999-12-31'::date)
END), id) WHERE ((ended_at IS NULL) AND (state <> 'waiting'::text));
create index cases_same_event ON cases USING btree (same_event_case_id) WHERE (same_event_case_id IS NOT NULL);
create index cases_unanswered ON cases USING btree (clock_from, id) WHERE ((state = 'submitted'::text) AND (clock_from IS NOT NULL));
create index cases_urgent ON cases USING btree ((
CASE
    WHEN (clock_from IS NULL) THEN '9999-12-31'::date
    ELSE COALESCE(promised_on, '9999-12-31'::date)
END), id) WHERE ((ended_at IS NULL) AND (state <> 'waiting'::text));
create index cases_without_day ON cases USING btree (id) WHERE ((ended_at IS NULL) AND (clock_from IS NOT NULL) AND ((promised_on IS NULL) OR (due_on IS NULL)));

create table checks_owed (
  case_id uuid not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  due_on date,
  ended_at timestamp with time zone,
  constraint checks_owed_pkey PRIMARY KEY (case_id),
  constraint checks_owed_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table checks_owed is 'The later check an authority owes of what a table granted at once; due_on null while the calendar of that year is not published, ended_at when it was checked or there is nothing to check any more.';
create index checks_owed_due ON checks_owed USING btree (due_on, case_id) WHERE (ended_at IS NULL);

create table company_agents (
  person_id uuid not null,
  uscc text not null,
  company text not null,
  constraint company_agents_pkey PRIMARY KEY (person_id, uscc),
  constraint company_agents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table company_agents is 'Companies a person may act for, as asserted at the last login.';
create index company_agents_uscc ON company_agents USING btree (uscc);

create table connector_keys (
  load_id uuid not null,
  digest text not null,
  position integer not null,
  constraint connector_keys_pkey PRIMARY KEY (load_id, digest, "position"),
  constraint connector_keys_load_id_fkey FOREIGN KEY (load_id) REFERENCES connector_loads(id)
);
comment on table connector_keys is 'By what numbers the records of a file are found: keyed digests, never the number.';

create table connector_loads (
  id uuid not null,
  registry text not null,
  file text not null,
  bytes bigint not null,
  changed_at timestamp with time zone not null,
  state text not null,
  records integer not null,
  digest text,
  problems jsonb not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint connector_loads_pkey PRIMARY KEY (id),
  constraint connector_loads_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'inForce'::text, 'rejected'::text, 'replaced'::text])))
);
comment on table connector_loads is 'A file of a register that was read: what came of it. At most one of a register is in force; a refused one leaves the one before in force.';
comment on column connector_loads.problems is 'The first faults: [{line, text}]; empty when it was loaded.';
create unique index connector_loads_in_force ON connector_loads USING btree (registry) WHERE (state = 'inForce'::text);
create index connector_loads_registry ON connector_loads USING btree (registry, started_at DESC);

create table connector_rows (
  load_id uuid not null,
  position integer not null,
  sealed text not null,
  constraint connector_rows_pkey PRIMARY KEY (load_id, "position"),
  constraint connector_rows_load_id_fkey FOREIGN KEY (load_id) REFERENCES connector_loads(id)
);
comment on table connector_rows is 'Records of a file, encrypted, in the fields of the registry.';

create table consents (
  id uuid not null,
  person_id uuid not null,
  application_id uuid not null,
  matter text not null,
  registry text not null,
  granted boolean not null,
  channel text not null,
  wording text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table consents is 'What a person said when asked whether a registry may be asked for one application; the newest row of a registry counts.';
comment on column consents.channel is 'Where it was said: web, window, kiosk, batch, or my-data for a withdrawal.';
comment on column consents.wording is 'SHA-256 of the words that were agreed to: registry, what, why, law.';
create index consents_application ON consents USING btree (application_id);
create unique index consents_open ON consents USING btree (application_id, registry) WHERE (granted AND (withdrawn_at IS NULL));
create index consents_person ON consents USING btree (person_id, at DESC, id);

create table conversions (
  name text not null,
  done_at timestamp with time zone not null,
  constraint conversions_pkey PRIMARY KEY (name)
);
comment on table conversions is 'Rows of earlier versions that have been brought into the form of today by the program, once each.';

create table corrections (
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  items jsonb not null,
  staff_id uuid not null,
  staff_name text not null,
  recorded_at timestamp with time zone not null,
  last_on date not null,
  sent_at timestamp with time zone,
  outcome text,
  constraint corrections_pkey PRIMARY KEY (case_id),
  constraint corrections_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint corrections_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint corrections_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint corrections_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint corrections_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'dropped'::text])))
);
comment on table corrections is 'What an authority misses in a case, kept until the list of all authorities goes out (一次性告知合并, 行政许可法第三十二条).';
comment on column corrections.last_on is 'Last day on which it may be told; afterwards the case counts as accepted.';
comment on column corrections.outcome is 'sent: told with the list; dropped: the case had moved on before. Null: waits.';
create index corrections_application ON corrections USING btree (application_id);
create index corrections_person ON corrections USING btree (person_id);
create index corrections_staff ON corrections USING btree (staff_id);
create index corrections_waiting ON corrections USING btree (last_on, case_id) WHERE (outcome IS NULL);

create table corrections_asked (
  case_id uuid not null,
  person_id uuid not null,
  days integer not null,
  reminded integer not null default 0,
  look_on date,
  constraint corrections_asked_pkey PRIMARY KEY (case_id),
  constraint corrections_asked_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table corrections_asked is 'A correction the applicant has been asked for, to be found by the day on which there is next something to do; what was asked and by when is with the case.';
comment on column corrections_asked.days is 'Working days the applicant has.';
comment on column corrections_asked.look_on is 'Day on which there is next something to do by itself: remind, or end the case. Null: nothing, or its day is not known yet.';
create index corrections_asked_look ON corrections_asked USING btree (look_on, case_id) WHERE (look_on IS NOT NULL);

create table credential_numbers (
  type text not null,
  region text not null,
  year integer not null,
  last bigint not null,
  constraint credential_numbers_pkey PRIMARY KEY (type, region, year)
);
comment on table credential_numbers is 'The last number given out for each type of e-licence, region and year.';

create table credential_status_lists (
  name text not null,
  line text not null,
  region text not null,
  number integer not null,
  size integer not null,
  used integer not null,
  secret text not null,
  revision bigint not null,
  created_at timestamp with time zone not null,
  constraint credential_status_lists_pkey PRIMARY KEY (name),
  constraint credential_status_lists_line_region_number_key UNIQUE (line, region, number)
);
comment on table credential_status_lists is 'Published lists of statuses, several for each authority as they fill.';
comment on column credential_status_lists.used is 'So many places are given out.';
comment on column credential_status_lists.revision is 'Rises with every status that changes.';

create table credential_uses (
  id uuid not null,
  credential_id uuid not null,
  person_id uuid not null,
  kind text not null,
  used_at timestamp with time zone not null,
  seen_by text,
  purpose text not null,
  claims jsonb not null,
  reference text,
  constraint credential_uses_pkey PRIMARY KEY (id),
  constraint credential_uses_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credentials(id),
  constraint credential_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint credential_uses_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'shown'::text, 'verified'::text])))
);
comment on table credential_uses is 'What an e-licence was used for, for its holder to see: which claims, by whom, what for. Never the values.';
create index credential_uses_credential ON credential_uses USING btree (credential_id, used_at DESC, id);
create index credential_uses_person ON credential_uses USING btree (person_id, used_at DESC, id);
CREATE TRIGGER credential_uses_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON credential_uses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table credential_withdrawn_keys (
  kid text not null,
  line text not null,
  region text not null,
  reasons text not null,
  withdrawn_at timestamp with time zone not null,
  constraint credential_withdrawn_keys_pkey PRIMARY KEY (kid)
);
comment on table credential_withdrawn_keys is 'Keys of authorities that are trusted no longer: what they signed counts as from nobody known.';
create index credential_withdrawn_keys_issuer ON credential_withdrawn_keys USING btree (line, region);
CREATE TRIGGER credential_withdrawn_keys_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON credential_withdrawn_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table credentials (
  id uuid not null,
  person_id uuid not null,
  type text not null,
  number text not null,
  edition integer not null,
  line text not null,
  region text not null,
  origin text not null,
  result_id uuid,
  sealed text not null,
  issued_at timestamp with time zone not null,
  until_on date,
  status text not null,
  because text,
  changed_at timestamp with time zone not null,
  status_list text not null,
  status_index integer not null,
  confirmed_at timestamp with time zone,
  constraint credentials_pkey PRIMARY KEY (id),
  constraint credentials_number_edition_key UNIQUE (number, edition),
  constraint credentials_status_list_status_index_key UNIQUE (status_list, status_index),
  constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint credentials_result_id_fkey FOREIGN KEY (result_id) REFERENCES results(id),
  constraint credentials_status_list_fkey FOREIGN KEY (status_list) REFERENCES credential_status_lists(name),
  constraint credentials_confirmed_check CHECK (((origin = 'registry'::text) = (confirmed_at IS NOT NULL))),
  constraint credentials_origin_check CHECK ((origin = ANY (ARRAY['result'::text, 'registry'::text]))),
  constraint credentials_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text, 'replaced'::text])))
);
comment on table credentials is 'E-licences and their editions. Signed copies are made from them when they are asked for.';
comment on column credentials.person_id is 'The account it belongs to.';
comment on column credentials.sealed is 'What it says, and the ID number of whom it is about where that is somebody else: encrypted.';
comment on column credentials.because is 'Why it no longer holds, or is suspended.';
comment on column credentials.status_index is 'Its place in the published list; every edition has its own.';
comment on column credentials.confirmed_at is 'When a registry last said the same; only for those made from registries.';
create index credentials_not_valid ON credentials USING btree (status_list, status_index) WHERE (status <> 'valid'::text);
create index credentials_person ON credentials USING btree (person_id, issued_at DESC, edition DESC, id);
create index credentials_place ON credentials USING btree (region text_pattern_ops, line, issued_at DESC, id);
create unique index credentials_record ON credentials USING btree (person_id, type) WHERE ((origin = 'registry'::text) AND (status = ANY (ARRAY['valid'::text, 'suspended'::text])));
create unique index credentials_result ON credentials USING btree (result_id) WHERE (status = ANY (ARRAY['valid'::text, 'suspended'::text]));
create index credentials_results ON credentials USING btree (result_id);
create index credentials_to_confirm ON credentials USING btree (confirmed_at, id) WHERE ((origin = 'registry'::text) AND (status = ANY (ARRAY['valid'::text, 'suspended'::text])));

create table credit_entries (
  id uuid not null,
  undertaking_id uuid not null,
  person_id uuid not null,
  subject text not null default ''::text,
  line text not null,
  region text not null,
  reason text not null,
  law jsonb not null,
  state text not null,
  recorded_on date not null,
  until_on date not null,
  repairable boolean not null,
  repaired_on date,
  updated_at timestamp with time zone not null,
  sealed text,
  subject_digest text,
  constraint credit_entries_pkey PRIMARY KEY (id),
  constraint credit_entries_undertaking_id_key UNIQUE (undertaking_id),
  constraint credit_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint credit_entries_undertaking_id_fkey FOREIGN KEY (undertaking_id) REFERENCES undertakings(id),
  constraint credit_entries_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'contested'::text, 'repairing'::text, 'repaired'::text, 'cancelled'::text])))
);
comment on table credit_entries is 'A broken promise on record: while it stands, documents are asked for instead of commitments; shown to whom it concerns, who may object and have it repaired.';
comment on column credit_entries.sealed is 'Encrypted: ID number or code of whoever broke the promise (class identity).';
comment on column credit_entries.subject_digest is 'Keyed digest of that number.';
create index credit_entries_person ON credit_entries USING btree (person_id);
create index credit_entries_subject ON credit_entries USING btree (subject_digest, until_on);
create index credit_entries_to_answer ON credit_entries USING btree (region text_pattern_ops, updated_at, id) WHERE (state = ANY (ARRAY['contested'::text, 'repairing'::text]));

create table days_awaited (
  kind text not null,
  subject text not null,
  region text not null,
  counts_from date not null,
  days integer not null,
  awaited_at timestamp with time zone not null,
  constraint days_awaited_pkey PRIMARY KEY (kind, subject),
  constraint days_awaited_days_check CHECK ((days > 0))
);
comment on table days_awaited is 'A day that falls into a year whose calendar is not published: whose it is, where the count starts and how many working days it takes. Gone once it has been counted.';
comment on column days_awaited.kind is 'What the day is of, by the name under which a module waits for it, such as cases.opinion.';
comment on column days_awaited.subject is 'Which of that kind: the id of its row, with a number where a row has several.';

create table decision_checks (
  decision_id uuid not null,
  person_id uuid not null,
  outcome text not null,
  opinion text not null,
  staff_id uuid not null,
  staff_name text not null,
  checked_at timestamp with time zone not null,
  constraint decision_checks_pkey PRIMARY KEY (decision_id),
  constraint decision_checks_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_checks_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint decision_checks_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'takenBack'::text])))
);
comment on table decision_checks is 'Later checks of tentative decisions by officials, append-only.';
create index decision_checks_staff ON decision_checks USING btree (staff_id);
CREATE TRIGGER decision_checks_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON decision_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table decision_comparisons (
  design_id uuid not null,
  service text not null,
  region text not null,
  version text not null,
  report jsonb not null,
  made_at timestamp with time zone not null,
  constraint decision_comparisons_pkey PRIMARY KEY (design_id, service),
  constraint decision_comparisons_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id)
);
comment on table decision_comparisons is 'What a table written in a design would have decided otherwise, from the nightly replay; the newest for each design and table.';
create index decision_comparisons_service ON decision_comparisons USING btree (service, region text_pattern_ops);

create table decisions (
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  service text not null,
  region text not null,
  line text not null,
  version text not null,
  decision text not null,
  held text,
  record text not null default ''::text,
  digest text not null,
  catalogue_digest text,
  check_on date,
  decided_at timestamp with time zone not null,
  sealed text,
  decided_by text not null,
  decided_rows jsonb not null,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint decisions_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'refuse'::text, 'tentative'::text, 'person'::text]))),
  constraint decisions_held_check CHECK ((held = ANY (ARRAY['documents'::text, 'requirement'::text, 'result'::text])))
);
comment on table decisions is 'What the decision table of a service said about a case, append-only; a case asked again with the same outcome adds nothing.';
comment on column decisions.held is 'Why a person decides although the table did not ask for one: documents nobody has seen, a condition that fails, values only a person can give.';
comment on column decisions.record is 'Of earlier versions, until it is sealed at the next start; empty since.';
comment on column decisions.check_on is 'Tentative: the day by which an official confirms it or takes it back; null where the calendar is not published.';
comment on column decisions.sealed is 'Encrypted: canonical JSON of the day, the inputs with their sources and the verdict (class history). A replay must give the same bytes.';
comment on column decisions.decided_by is 'What in the table decided, as the verdict says.';
comment on column decisions.decided_rows is 'Rows of the table that were hit, in their order.';
create unique index decisions_case ON decisions USING btree (case_id, digest);
create index decisions_service ON decisions USING btree (service, decided_at DESC);
create index decisions_tentative ON decisions USING btree (case_id) WHERE (decision = 'tentative'::text);
CREATE TRIGGER decisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table delegations (
  id uuid not null,
  kind text not null,
  state text not null,
  proposed_by text not null,
  person_id_number text,
  person_name text not null,
  holder_id_number text,
  holder_uscc text,
  holder_name text not null,
  matters text[],
  starts_on date not null,
  ends_on date not null,
  max_uses integer,
  reason text not null,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  company_uscc text,
  company_name text,
  power_id uuid,
  person_digest text,
  holder_digest text,
  sealed text,
  constraint delegations_pkey PRIMARY KEY (id),
  constraint delegations_power_id_fkey FOREIGN KEY (power_id) REFERENCES powers(id),
  constraint delegations_check CHECK ((ends_on >= starts_on)),
  constraint delegations_company_check CHECK (((kind = 'company'::text) = (num_nonnulls(company_uscc, company_name, power_id) = 3))),
  constraint delegations_ended_by_check CHECK ((ended_by = ANY (ARRAY['person'::text, 'holder'::text, 'register'::text]))),
  constraint delegations_holder_check CHECK ((num_nonnulls(COALESCE(holder_id_number, holder_digest), holder_uscc) = 1)),
  constraint delegations_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'agent'::text, 'company'::text]))),
  constraint delegations_max_uses_check CHECK ((max_uses > 0)),
  constraint delegations_proposed_by_check CHECK ((proposed_by = ANY (ARRAY['person'::text, 'holder'::text]))),
  constraint delegations_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'refused'::text, 'ended'::text])))
);
comment on table delegations is 'Who may act for whom: matters null is all, max_uses counts applications; the holder is a person by ID number, or whoever acts for an organisation.';
comment on column delegations.person_digest is 'Keyed digest of the ID number of whoever is acted for; holder_digest: of whoever acts.';
comment on column delegations.sealed is 'Encrypted: ID numbers of both sides (class identity).';
create index delegations_holder ON delegations USING btree (holder_digest, created_at DESC) WHERE (holder_digest IS NOT NULL);
create index delegations_organisation ON delegations USING btree (holder_uscc, created_at DESC) WHERE (holder_uscc IS NOT NULL);
create index delegations_person ON delegations USING btree (person_digest, created_at DESC);
create index delegations_power ON delegations USING btree (power_id) WHERE (power_id IS NOT NULL);

create table deliveries (
  id uuid not null,
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  service text not null,
  line text not null,
  region text not null,
  outlet text not null,
  outlet_region text not null,
  way text not null,
  receiver jsonb,
  state text not null,
  revision integer not null,
  mishap text,
  parcel_id uuid,
  pickup_id uuid,
  granted_on date not null,
  due_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  sealed text,
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_case_id_key UNIQUE (case_id),
  constraint deliveries_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint deliveries_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint deliveries_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels(id),
  constraint deliveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint deliveries_pickup_id_fkey FOREIGN KEY (pickup_id) REFERENCES pickups(id),
  constraint deliveries_mishap_check CHECK ((mishap = ANY (ARRAY['lost'::text, 'rejected'::text, 'cancelled'::text, 'returned'::text]))),
  constraint deliveries_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'sent'::text, 'shelved'::text, 'delivered'::text, 'calledOff'::text]))),
  constraint deliveries_way_check CHECK ((way = ANY (ARRAY['counter'::text, 'post'::text])))
);
comment on table deliveries is 'The paper or thing a granted case results in, on its way to its person. Results that are only read in the account have no row.';
comment on column deliveries.outlet is 'Hall that sends it, or hands it out.';
comment on column deliveries.mishap is 'What went wrong with the last parcel; the hall sees to it.';
comment on column deliveries.due_on is 'Last day for it to reach the person (Administrative Licensing Law Art. 44); null while the calendar is not published.';
comment on column deliveries.sealed is 'Encrypted: name, telephone and address of the receiver (class content); null where nothing is sent.';
create index deliveries_application ON deliveries USING btree (application_id);
create index deliveries_hall ON deliveries USING btree (outlet_region text_pattern_ops, state, due_on, id) WHERE (ended_at IS NULL);
create index deliveries_parcel ON deliveries USING btree (parcel_id) WHERE (parcel_id IS NOT NULL);
create index deliveries_person ON deliveries USING btree (person_id);
create index deliveries_pickup ON deliveries USING btree (pickup_id) WHERE (pickup_id IS NOT NULL);

create table delivery_actions (
  delivery_id uuid not null,
  seq integer not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint delivery_actions_pkey PRIMARY KEY (delivery_id, seq),
  constraint delivery_actions_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES deliveries(id)
);
comment on table delivery_actions is 'What happened to a delivery, append-only; its state is the fold of these rows.';
CREATE TRIGGER delivery_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON delivery_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table delivery_wishes (
  application_id uuid not null,
  person_id uuid not null,
  choices jsonb not null,
  receiver jsonb,
  updated_at timestamp with time zone not null,
  sealed text,
  constraint delivery_wishes_pkey PRIMARY KEY (application_id),
  constraint delivery_wishes_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint delivery_wishes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table delivery_wishes is 'How an applicant wants the results of an application to reach them: by service a way and a hall, and one address for all; what is not named takes the ordinary way.';
comment on column delivery_wishes.sealed is 'Encrypted: name, telephone and address of the receiver (class content); null where nothing is to be sent.';
create index delivery_wishes_person ON delivery_wishes USING btree (person_id);

create table department_consents (
  id uuid not null,
  subject text not null,
  resource text not null,
  line text not null,
  region text not null,
  asked_by text not null,
  fields text[] not null,
  purpose text not null,
  legal_basis text not null,
  case_number text not null,
  until_on date not null,
  asked_at timestamp with time zone not null,
  lapses_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  agreed boolean,
  answered_by uuid,
  wording text,
  withdrawn_at timestamp with time zone,
  standing boolean not null default true,
  shown jsonb,
  constraint department_consents_pkey PRIMARY KEY (id),
  constraint department_consents_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint department_consents_check CHECK ((((answered_at IS NULL) = (agreed IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (wording IS NULL)))),
  constraint department_consents_check1 CHECK (((withdrawn_at IS NULL) OR agreed))
);
comment on table department_consents is 'Consents departments asked for through the exchange: whose records, of which registry, which fields, what for, for which case and until when; and what was answered.';
comment on column department_consents.subject is 'Digest of the ID number or credit code, as the log of calls has it; never the number.';
comment on column department_consents.asked_by is 'The department''s system that asked; the consent is its authority''s.';
comment on column department_consents.wording is 'SHA-256 of shown as canonical JSON.';
comment on column department_consents.standing is 'Whether this is the latest the authority asked of this subject for this registry, purpose and case: it is not asked again while that waits or holds.';
comment on column department_consents.shown is 'What stood before whoever answered: language, who asks, registry, names of the items, what for, law, case number, until when.';
create index department_consents_answered_by ON department_consents USING btree (answered_by) WHERE (answered_by IS NOT NULL);
create unique index department_consents_standing ON department_consents USING btree (subject, resource, line, region, purpose, case_number) WHERE standing;
create index department_consents_subject ON department_consents USING btree (subject, asked_at DESC, id);
create index department_consents_until ON department_consents USING btree (until_on);

create table deputies (
  id uuid not null,
  staff_id uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint deputies_pkey PRIMARY KEY (id),
  constraint deputies_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES staff(id),
  constraint deputies_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint deputies_check CHECK ((until_on >= from_on)),
  constraint deputies_check1 CHECK ((staff_id <> deputy_id))
);
comment on table deputies is 'An official decides in the name of another for a period; the powers are those the other has on the day.';
create index deputies_deputy ON deputies USING btree (deputy_id, until_on);
create index deputies_staff ON deputies USING btree (staff_id, until_on);

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

create table dispute_actions (
  seq bigint not null generated always as identity,
  dispute_id uuid not null,
  region text not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint dispute_actions_pkey PRIMARY KEY (seq),
  constraint dispute_actions_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES disputes(id)
);
comment on table dispute_actions is 'What happened to a dispute, append-only.';
create index dispute_actions_dispute ON dispute_actions USING btree (dispute_id, seq);
CREATE TRIGGER dispute_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON dispute_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table dispute_files (
  id uuid not null,
  dispute_id uuid not null,
  person_id uuid not null,
  digest text not null,
  name text not null,
  size integer not null,
  type text not null,
  added_at timestamp with time zone not null,
  constraint dispute_files_pkey PRIMARY KEY (id),
  constraint dispute_files_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest),
  constraint dispute_files_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES disputes(id),
  constraint dispute_files_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table dispute_files is 'Proof a resident attached to a dispute.';
create index dispute_files_digest ON dispute_files USING btree (digest);
create index dispute_files_dispute ON dispute_files USING btree (dispute_id, added_at, id);
create index dispute_files_person ON dispute_files USING btree (person_id);

create table disputes (
  id uuid not null,
  person_id uuid not null,
  application_id uuid,
  registry text not null,
  concept text not null,
  key_concept text,
  line text not null,
  region text not null,
  state text not null,
  revision integer not null,
  sealed text not null,
  due_on date,
  passed boolean not null,
  heard boolean not null,
  late_told boolean not null,
  entry text,
  shown_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint disputes_pkey PRIMARY KEY (id),
  constraint disputes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint disputes_entry_check CHECK ((entry = ANY (ARRAY['waiting'::text, 'entered'::text, 'byHand'::text]))),
  constraint disputes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'corrected'::text, 'declined'::text, 'objected'::text, 'upheld'::text, 'withdrawn'::text])))
);
comment on table disputes is 'A resident says that a value of a registry is wrong; its authority answers. The state is the fold of dispute_actions.';
comment on column disputes.application_id is 'The application in which the value was seen; null: it was seen in the list of look-ups.';
comment on column disputes.key_concept is 'By which number of that application the record was found; null: by the number of the resident, or nobody knows.';
comment on column disputes.sealed is 'What is on record, what is right as the resident says, why, and what it was corrected to: encrypted.';
comment on column disputes.passed is 'It was passed on to another authority, which happens once.';
comment on column disputes.heard is 'The resident has objected, which happens once.';
comment on column disputes.late_told is 'Superiors were told that the answer is late.';
comment on column disputes.entry is 'After it was corrected: waiting to be handed to the registry, taken by it, or the authority enters it in its own system.';
comment on column disputes.shown_at is 'When the registry, asked again, gave the corrected value.';
create index disputes_due ON disputes USING btree (due_on, id) WHERE ((ended_at IS NULL) AND (NOT late_told));
create index disputes_ended ON disputes USING btree (region text_pattern_ops, line, ended_at DESC, id) WHERE (ended_at IS NOT NULL);
create index disputes_person ON disputes USING btree (person_id, created_at DESC, id);
create index disputes_place ON disputes USING btree (region text_pattern_ops, line, due_on, id) WHERE (ended_at IS NULL);

create table duty_rulings (
  id uuid not null,
  region text not null,
  category text not null,
  areas text[] not null default '{}'::text[],
  line text not null,
  unit_region text not null,
  request_id uuid not null,
  request_number text not null,
  reason text not null,
  ruled_by text not null,
  ruled_at timestamp with time zone not null,
  stage text not null,
  decided_by text,
  decided_at timestamp with time zone,
  note text not null default ''::text,
  design_id uuid,
  constraint duty_rulings_pkey PRIMARY KEY (id),
  constraint duty_rulings_request_id_key UNIQUE (request_id),
  constraint duty_rulings_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id),
  constraint duty_rulings_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'taken'::text, 'dropped'::text])))
);
comment on table duty_rulings is 'Which unit an arbiter named for a request: proposed to the duty list until a designer takes it over or drops it.';
comment on column duty_rulings.areas is 'Ids of areas of the duty list the place lies in.';
comment on column duty_rulings.design_id is 'The design that brings it into the list.';
create index duty_rulings_design ON duty_rulings USING btree (design_id) WHERE (design_id IS NOT NULL);
create index duty_rulings_region ON duty_rulings USING btree (region text_pattern_ops, stage, ruled_at DESC);

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
  checked text,
  constraint editions_pkey PRIMARY KEY (number),
  constraint editions_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id),
  constraint editions_restores_fkey FOREIGN KEY (restores) REFERENCES editions(number)
);
comment on table editions is 'Released changes to packs, numbered without gaps. restores: the edition this one takes back.';
comment on column editions.checked is 'SHA-256 of all files as they are in force with this edition, of the day they were checked for and of the version of the product that checked them. Null: released before this was kept.';
create index editions_design ON editions USING btree (design_id);
create index editions_region ON editions USING btree (region text_pattern_ops, number DESC);
create index editions_restores ON editions USING btree (restores);
CREATE TRIGGER editions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table escalations (
  case_id uuid not null,
  promised_on date not null,
  step integer not null,
  person_id uuid not null,
  region text not null,
  line text not null,
  told text not null,
  at timestamp with time zone not null,
  constraint escalations_pkey PRIMARY KEY (case_id, promised_on, step),
  constraint escalations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint escalations_told_check CHECK ((told = ANY (ARRAY['unit'::text, 'bureau'::text, 'supervision'::text])))
);
comment on table escalations is 'A step of the ladder taken for a case and its promised day, or the day its tentative grant was to be checked by: 0 amber, then the steps of the pack. Its key is why no step is ever taken twice.';

create table exchange_batch_subjects (
  subject text not null,
  call_id uuid not null,
  constraint exchange_batch_subjects_pkey PRIMARY KEY (subject, call_id)
);
comment on table exchange_batch_subjects is 'Whose records a pull of many took: keyed digest of the ID number. What was taken, why and when says its call, whose digest of the content pins the records.';
CREATE TRIGGER exchange_batch_subjects_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON exchange_batch_subjects FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table exchange_call_subjects (
  subject text not null,
  call_id uuid not null,
  concepts text[] not null,
  at timestamp with time zone not null,
  constraint exchange_call_subjects_pkey PRIMARY KEY (subject, call_id)
);
comment on table exchange_call_subjects is 'Whose records a call read: keyed digest of the ID number, and what was read about that person. They need have no account.';
create index exchange_call_subjects_call ON exchange_call_subjects USING btree (call_id);
create index exchange_call_subjects_subject ON exchange_call_subjects USING btree (subject, at DESC);
CREATE TRIGGER exchange_call_subjects_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON exchange_call_subjects FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table exchange_calls (
  node text not null,
  position bigint not null,
  hash text,
  id uuid not null,
  at timestamp with time zone not null,
  consumer text not null,
  resource text not null,
  grant_ref text,
  person_id uuid,
  application_id uuid,
  case_number text,
  subject text not null,
  key_digest text not null,
  fields text[] not null,
  concepts text[] not null,
  purpose text not null,
  legal_basis text not null,
  consent text,
  outcome text not null,
  reason text,
  cached boolean not null,
  dropped text[] not null,
  milliseconds integer not null,
  signed_by text,
  request_hash text,
  response_hash text,
  provider_hash text,
  constraint exchange_calls_pkey PRIMARY KEY (node, "position"),
  constraint exchange_calls_id_key UNIQUE (id),
  constraint exchange_calls_check CHECK (((hash IS NOT NULL) OR (node = 'before'::text)))
);
comment on table exchange_calls is 'Every call of a registry: who asked whose system for what, why, by what law, with what outcome. Only grows; written before the answer is released.';
comment on column exchange_calls.hash is 'SHA-256 of the previous hash of the node and this row in canonical JSON, with whose records were read. Rows from before the chain (node before) have none.';
comment on column exchange_calls.key_digest is 'Digest of the number asked by, never the number.';
comment on column exchange_calls.dropped is 'Fields that came back although they were not asked for or not granted: nobody saw them.';
comment on column exchange_calls.signed_by is 'Key the reply was signed with; null: the system does not sign.';
create index exchange_calls_application ON exchange_calls USING btree (application_id) WHERE (application_id IS NOT NULL);
create index exchange_calls_person ON exchange_calls USING btree (person_id, at DESC) WHERE (person_id IS NOT NULL);
create index exchange_calls_resource ON exchange_calls USING btree (resource, at DESC);
CREATE TRIGGER exchange_calls_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON exchange_calls FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table exchange_consumers (
  code text not null,
  name text not null,
  line text not null,
  region text not null,
  jwk jsonb not null,
  callback text,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint exchange_consumers_pkey PRIMARY KEY (code)
);
comment on table exchange_consumers is 'Systems of departments that may ask through the exchange, each with its public key (ES256); until_at: when it was taken off.';

create table exchange_orders (
  id uuid not null,
  consumer text not null,
  request text not null,
  answer text,
  at timestamp with time zone not null,
  answered_at timestamp with time zone,
  collected_at timestamp with time zone,
  constraint exchange_orders_pkey PRIMARY KEY (id),
  constraint exchange_orders_consumer_fkey FOREIGN KEY (consumer) REFERENCES exchange_consumers(code)
);
comment on table exchange_orders is 'Calls answered later: asked for by a department''s system, answered by a job, collected or sent to its address. request and answer are sealed.';
create index exchange_orders_answered ON exchange_orders USING btree (answered_at) WHERE (answered_at IS NOT NULL);
create index exchange_orders_consumer ON exchange_orders USING btree (consumer);

create table exchange_quotas (
  grant_ref text not null,
  counted_on date not null,
  used integer not null,
  constraint exchange_quotas_pkey PRIMARY KEY (grant_ref, counted_on)
);
comment on table exchange_quotas is 'How many calls of a grant with a daily limit were set aside on a day; servers take them in small lots.';

create table exchange_requests_seen (
  consumer text not null,
  jti text not null,
  at timestamp with time zone not null,
  constraint exchange_requests_seen_pkey PRIMARY KEY (consumer, jti),
  constraint exchange_requests_seen_consumer_fkey FOREIGN KEY (consumer) REFERENCES exchange_consumers(code)
);
comment on table exchange_requests_seen is 'Numbers of signed requests within the window in which one could be sent again.';
create index exchange_requests_seen_at ON exchange_requests_seen USING btree (at);

create table exchange_roots (
  node text not null,
  first bigint not null,
  last bigint not null,
  at timestamp with time zone not null,
  signed text not null,
  constraint exchange_roots_pkey PRIMARY KEY (node, last),
  constraint exchange_roots_check CHECK ((first <= last))
);
comment on table exchange_roots is 'Root of the Merkle tree (RFC 6962) over the calls of a node from one position to another, signed by the installation (JWS). Only grows.';
create index exchange_roots_at ON exchange_roots USING btree (at DESC);
CREATE TRIGGER exchange_roots_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON exchange_roots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table fee_actions (
  seq bigint not null generated always as identity,
  fee_id uuid not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint fee_actions_pkey PRIMARY KEY (seq),
  constraint fee_actions_fee_id_fkey FOREIGN KEY (fee_id) REFERENCES fees(id)
);
comment on table fee_actions is 'What happened to a fee, append-only.';
create index fee_actions_fee ON fee_actions USING btree (fee_id, seq);
CREATE TRIGGER fee_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON fee_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table fees (
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  application_id uuid not null,
  person_id uuid not null,
  applicant text not null,
  service text not null,
  line text not null,
  region text not null,
  catalogue_digest text,
  due text not null,
  lines jsonb not null,
  fen bigint,
  state text not null,
  revision integer not null,
  order_id uuid,
  method text,
  slip text,
  notice_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  matter text not null,
  constraint fees_pkey PRIMARY KEY (id),
  constraint fees_case_id_key UNIQUE (case_id),
  constraint fees_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint fees_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint fees_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint fees_due_check CHECK ((due = ANY (ARRAY['handling'::text, 'result'::text]))),
  constraint fees_fen_check CHECK ((fen > 0)),
  constraint fees_method_check CHECK ((method = ANY (ARRAY['online'::text, 'cash'::text, 'card'::text]))),
  constraint fees_state_check CHECK ((state = ANY (ARRAY['due'::text, 'paying'::text, 'paid'::text, 'failed'::text, 'expired'::text, 'refunding'::text, 'refunded'::text, 'waived'::text, 'void'::text])))
);
comment on table fees is 'What one case costs its applicant, and where its payment stands; the state is the fold of fee_actions.';
comment on column fees.due is 'Paid before the case is decided, or before its result is handed out.';
comment on column fees.fen is 'null: what it comes to has still to be said by the authority.';
comment on column fees.slip is 'Number of the slip of the till or card terminal, for what was paid at a window.';
comment on column fees.notice_id is 'The receipt: a numbered document.';
comment on column fees.matter is 'The matter that was applied for: mandates may cover some only.';
create index fees_application ON fees USING btree (application_id);
create index fees_order ON fees USING btree (order_id) WHERE (order_id IS NOT NULL);
create index fees_person ON fees USING btree (person_id, created_at DESC, id);
create index fees_place ON fees USING btree (region text_pattern_ops, line, created_at DESC, id);

create table field_keys (
  key text not null,
  class text not null,
  cipher text not null,
  wrapped text not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint field_keys_pkey PRIMARY KEY (key),
  constraint field_keys_class_check CHECK ((class = ANY (ARRAY['identity'::text, 'content'::text, 'history'::text, 'index'::text])))
);
comment on table field_keys is 'Keys of sealed rows by class, each wrapped by a key that follows from KEYSTORE_SECRET; the newest of a class seals. index: the key of keyed digests.';
comment on column field_keys.retired_at is 'Since when no row is sealed with it.';

create table figure_notes (
  seq bigint not null generated always as identity,
  topic text not null,
  counted_on date not null,
  region text not null,
  line text not null,
  parts jsonb not null,
  whole boolean not null,
  measure text not null,
  n bigint not null,
  constraint figure_notes_pkey PRIMARY KEY (seq),
  constraint figure_notes_topic_check CHECK ((topic = ANY (ARRAY['requests'::text, 'ratings'::text])))
);
comment on table figure_notes is 'Changes of figures not folded yet; nothing waits for another row, so that writing one costs next to nothing.';
comment on column figure_notes.counted_on is 'In China.';
comment on column figure_notes.parts is 'What it also counts for, facet by facet: {"category": "…", "staff": "…"}.';
comment on column figure_notes.whole is 'False: it counts for the parts only, not for the unit.';

create table figures (
  topic text not null,
  grain text not null,
  facet text not null,
  starts_on date not null,
  region text not null,
  line text not null,
  part text not null,
  received bigint not null default 0,
  handled bigint not null default 0,
  on_time bigint not null default 0,
  late bigint not null default 0,
  solved bigint not null default 0,
  unsolved bigint not null default 0,
  returned bigint not null default 0,
  redone bigint not null default 0,
  minutes bigint not null default 0,
  very_satisfied bigint not null default 0,
  satisfied bigint not null default 0,
  neutral bigint not null default 0,
  unsatisfied bigint not null default 0,
  very_unsatisfied bigint not null default 0,
  held bigint not null default 0,
  excluded bigint not null default 0,
  constraint figures_pkey PRIMARY KEY (topic, grain, facet, starts_on, region, line, part),
  constraint figures_grain_check CHECK ((grain = ANY (ARRAY['day'::text, 'month'::text])))
);
comment on table figures is 'What happened in one unit on one day or in one month: as a whole (facet unit, part empty), and by class, kind, channel, street, official, service.';
comment on column figures.minutes is 'From reception to answer, of everything handled.';

create table files (
  digest text not null,
  size bigint not null,
  type text not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (digest),
  constraint files_size_check CHECK ((size > 0))
);
comment on table files is 'Content-addressed files; the bytes lie in the file store under their SHA-256.';

create table forecasts (
  id uuid not null,
  region text not null,
  benefit text not null,
  policy jsonb not null,
  judged_on date not null,
  rules_digest text not null,
  snapshot_digest text not null,
  state text not null,
  progress integer not null default 0,
  result jsonb,
  failure jsonb,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint forecasts_pkey PRIMARY KEY (id),
  constraint forecasts_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff(id),
  constraint forecasts_check CHECK (((state = 'finished'::text) = (result IS NOT NULL))),
  constraint forecasts_check1 CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint forecasts_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint forecasts_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'failed'::text])))
);
comment on table forecasts is 'What a policy as written would change on the population, beside the one in force. Counts only; a result is there whole or not at all.';
comment on column forecasts.policy is 'The policy as it was written.';
comment on column forecasts.rules_digest is 'SHA-256 of the rules of both sides, as they are judged.';
comment on column forecasts.snapshot_digest is 'SHA-256 of what tells one snapshot of the population from another.';
create index forecasts_asked_by ON forecasts USING btree (asked_by);
create index forecasts_newest ON forecasts USING btree (region text_pattern_ops, asked_at DESC);
create unique index forecasts_once ON forecasts USING btree (rules_digest, snapshot_digest, judged_on, region) WHERE (state <> 'failed'::text);

create table frozen_catalogues (
  digest text not null,
  content text not null,
  stored_at timestamp with time zone not null,
  constraint frozen_catalogues_pkey PRIMARY KEY (digest)
);
comment on table frozen_catalogues is 'The definitions a matter was handed in with, as JSON, under their SHA-256: what is open is decided by them, whatever the packs say later.';

create table governance_tasks (
  id uuid not null,
  topic_id uuid not null,
  region text not null,
  line text not null,
  unit_region text not null,
  measures text not null,
  due_on date not null,
  state text not null,
  before_requests integer not null,
  by_name text not null,
  note text not null default ''::text,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint governance_tasks_pkey PRIMARY KEY (id),
  constraint governance_tasks_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES hot_topics(id),
  constraint governance_tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
comment on table governance_tasks is 'What a unit does so that a kind of request stops coming: owner, measures, day, and the requests of the four weeks before and after.';
create index governance_tasks_of_topic ON governance_tasks USING btree (topic_id, made_at DESC);
create index governance_tasks_region ON governance_tasks USING btree (region text_pattern_ops, id DESC);
create unique index governance_tasks_topic ON governance_tasks USING btree (topic_id) WHERE (state = 'open'::text);
create index governance_tasks_unit ON governance_tasks USING btree (line, unit_region text_pattern_ops, id DESC);

create table hard_case_actions (
  seq bigint not null generated always as identity,
  hard_case_id uuid not null,
  action text not null,
  actor_kind text not null,
  staff_id uuid,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint hard_case_actions_pkey PRIMARY KEY (seq),
  constraint hard_case_actions_hard_case_id_fkey FOREIGN KEY (hard_case_id) REFERENCES hard_cases(id),
  constraint hard_case_actions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table hard_case_actions is 'What happened to a hard case, append-only; staff_id null: the applicant or the system.';
create index hard_case_actions_hard_case ON hard_case_actions USING btree (hard_case_id, seq);
create index hard_case_actions_staff ON hard_case_actions USING btree (staff_id);
CREATE TRIGGER hard_case_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON hard_case_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table hard_case_files (
  id uuid not null,
  hard_case_id uuid not null,
  opinion_id uuid,
  region text not null,
  digest text not null,
  name text not null,
  size integer not null,
  type text not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint hard_case_files_pkey PRIMARY KEY (id),
  constraint hard_case_files_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest),
  constraint hard_case_files_hard_case_id_fkey FOREIGN KEY (hard_case_id) REFERENCES hard_cases(id),
  constraint hard_case_files_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES hard_case_opinions(id)
);
comment on table hard_case_files is 'Documents of a hard case; opinion_id: given with an authority''s opinion.';
create index hard_case_files_digest ON hard_case_files USING btree (digest);
create index hard_case_files_hard_case ON hard_case_files USING btree (hard_case_id);
create index hard_case_files_opinion ON hard_case_files USING btree (opinion_id);

create table hard_case_opinions (
  id uuid not null,
  hard_case_id uuid not null,
  region text not null,
  line text not null,
  question text not null,
  shared boolean not null,
  due_on date not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  stance text,
  opinion text not null,
  laws jsonb not null,
  given_by text not null,
  staff_id uuid,
  given_at timestamp with time zone,
  constraint hard_case_opinions_pkey PRIMARY KEY (id),
  constraint hard_case_opinions_hard_case_id_fkey FOREIGN KEY (hard_case_id) REFERENCES hard_cases(id),
  constraint hard_case_opinions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint hard_case_opinions_stance_check CHECK ((stance = ANY (ARRAY['agree'::text, 'able'::text, 'unable'::text])))
);
comment on table hard_case_opinions is 'What an authority is asked about a hard case, and its written opinion once given.';
comment on column hard_case_opinions.shared is 'Whether it may read the account and the documents; never who the applicant is.';
create index hard_case_opinions_due ON hard_case_opinions USING btree (due_on, id) WHERE (given_at IS NULL);
create index hard_case_opinions_hard_case ON hard_case_opinions USING btree (hard_case_id);
create index hard_case_opinions_place ON hard_case_opinions USING btree (region text_pattern_ops, line, due_on, id);
create index hard_case_opinions_staff ON hard_case_opinions USING btree (staff_id);

create table hard_cases (
  id uuid not null,
  number text not null,
  person_id uuid,
  applicant text not null,
  phone text not null default ''::text,
  region text not null,
  risen_from text,
  category text,
  title text not null,
  account text not null default ''::text,
  wish text not null default ''::text,
  channel text not null,
  from_case text,
  state text not null,
  revision integer not null,
  coordinator_id uuid,
  coordinator text,
  sort_on date,
  answer_on date,
  answer jsonb,
  keywords text[] not null,
  terms text[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  sealed text,
  constraint hard_cases_pkey PRIMARY KEY (id),
  constraint hard_cases_number_key UNIQUE (number),
  constraint hard_cases_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES staff(id),
  constraint hard_cases_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint hard_cases_state_check CHECK ((state = ANY (ARRAY['received'::text, 'consulting'::text, 'guided'::text, 'redirected'::text, 'answered'::text, 'settled'::text, 'unsettled'::text, 'retracted'::text])))
);
comment on table hard_cases is 'What fits no service and a coordinator solves with the authorities; its state follows hard_case_actions.';
comment on column hard_cases.person_id is 'null: somebody without an account, taken in at a window or by telephone.';
comment on column hard_cases.risen_from is 'Region that answered first, when the applicant was not helped by it.';
comment on column hard_cases.from_case is 'Number of the case an official returned as fitting no service.';
comment on column hard_cases.answer is 'What the applicant was told last, with how it was solved, by whom and by what law.';
comment on column hard_cases.terms is 'What similar ones are found by: keyed digests of pairs of neighbouring characters of title and account.';
comment on column hard_cases.ended_at is 'When it was answered, guided, redirected or retracted; null while somebody works on it.';
comment on column hard_cases.sealed is 'Encrypted: telephone, account and wish (class content).';
create index hard_cases_coordinator ON hard_cases USING btree (coordinator_id);
create index hard_cases_open ON hard_cases USING btree (region text_pattern_ops, answer_on, id) WHERE (ended_at IS NULL);
create index hard_cases_person ON hard_cases USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
create index hard_cases_region ON hard_cases USING btree (region text_pattern_ops, id DESC);
create index hard_cases_terms ON hard_cases USING gin (terms) WITH (fastupdate=off);

create table help_sessions (
  id uuid not null,
  staff_id uuid not null,
  person_id uuid not null,
  outlet text not null,
  region text not null,
  place text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint help_sessions_pkey PRIMARY KEY (id),
  constraint help_sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint help_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint help_sessions_ended_by_check CHECK ((ended_by = ANY (ARRAY['helper'::text, 'person'::text, 'next'::text]))),
  constraint help_sessions_place_check CHECK ((place = ANY (ARRAY['hall'::text, 'home'::text])))
);
comment on table help_sessions is 'A person let a helper of a hall act for them, by showing a code: the mandate until until_at.';
create index help_sessions_person ON help_sessions USING btree (person_id, opened_at DESC);
create index help_sessions_region ON help_sessions USING btree (region, opened_at DESC);
create index help_sessions_staff ON help_sessions USING btree (staff_id, opened_at DESC);

create table hidden_searches (
  region text not null,
  words text not null,
  reason text not null,
  hidden_by text not null,
  hidden_at timestamp with time zone not null,
  constraint hidden_searches_pkey PRIMARY KEY (region, words)
);
comment on table hidden_searches is 'Words designers of a place have taken down from the popular searches, there and in all places within it, with the reason, until they are shown again.';
create index hidden_searches_list ON hidden_searches USING btree (region text_pattern_ops, hidden_at DESC);

create table hot_topics (
  id uuid not null,
  region text not null,
  category text,
  name text not null,
  requests integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint hot_topics_pkey PRIMARY KEY (id)
);
comment on table hot_topics is 'A cluster of like requests of one district; kept up to date as requests arrive.';
comment on column hot_topics.name is 'The words its requests have in common and others have not, without names and numbers of people.';
create index hot_topics_recent ON hot_topics USING btree (last_at DESC);
create index hot_topics_region ON hot_topics USING btree (region text_pattern_ops, last_at DESC);

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

create table improvement_decisions (
  region text not null,
  subject text not null,
  page text not null,
  revision integer not null,
  step text not null,
  note text not null,
  edition integer,
  changed_at timestamp with time zone not null,
  by_name text not null,
  at timestamp with time zone not null,
  constraint improvement_decisions_pkey PRIMARY KEY (region, subject, page, revision),
  constraint improvement_decisions_edition_fkey FOREIGN KEY (edition) REFERENCES editions(number),
  constraint improvement_decisions_revision_check CHECK ((revision > 0)),
  constraint improvement_decisions_step_check CHECK ((step = ANY (ARRAY['deal'::text, 'setAside'::text, 'reopen'::text])))
);
comment on table improvement_decisions is 'What designers of a place decided about a guide or form page people rated poorly, append-only; the newest holds.';
comment on column improvement_decisions.subject is 'Service or matter.';
comment on column improvement_decisions.page is 'Section or form page; empty: the whole.';
comment on column improvement_decisions.edition is 'The edition that brought the change, if one did.';
comment on column improvement_decisions.changed_at is 'When people saw the change: when the edition was released, else when it was decided. Before and after are counted from here.';
create index improvement_decisions_edition ON improvement_decisions USING btree (edition) WHERE (edition IS NOT NULL);
CREATE TRIGGER improvement_decisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON improvement_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table installation (
  only_row boolean not null default true,
  mode text not null,
  claimed_at timestamp with time zone not null,
  constraint installation_pkey PRIMARY KEY (only_row),
  constraint installation_mode_check CHECK ((mode = ANY (ARRAY['demo'::text, 'production'::text]))),
  constraint installation_only_row_check CHECK (only_row)
);
comment on table installation is 'One row: the mode this database was first used in. The other mode is refused at start.';

create table job_workers (
  worker text not null,
  seen_at timestamp with time zone not null,
  constraint job_workers_pkey PRIMARY KEY (worker)
);
comment on table job_workers is 'Workers of the running processes and when each was last heard of; what a silent one holds is freed.';

create table knowledge_entries (
  id uuid not null,
  region text not null,
  stage text not null,
  words jsonb not null,
  proposal jsonb,
  revision integer not null,
  uses integer not null default 0,
  released_by text,
  released_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint knowledge_entries_pkey PRIMARY KEY (id),
  constraint knowledge_entries_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'published'::text, 'retired'::text])))
);
comment on table knowledge_entries is 'What agents of the hotline answer: question, answer, source, until when it holds. Somebody else than its writer releases it.';
comment on column knowledge_entries.words is 'What is in force; what is proposed while it was never released.';
comment on column knowledge_entries.proposal is 'New words that wait for somebody to release them, with who wrote them.';
comment on column knowledge_entries.uses is 'How many requests were answered with it.';
create index knowledge_entries_change ON knowledge_entries USING btree (updated_at, id);
create index knowledge_entries_region ON knowledge_entries USING btree (region text_pattern_ops, updated_at DESC, id);

create table knowledge_gaps (
  region text not null,
  words text not null,
  times integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint knowledge_gaps_pkey PRIMARY KEY (region, words),
  constraint knowledge_gaps_times_check CHECK ((times > 0))
);
comment on table knowledge_gaps is 'What agents looked for and did not find; personal data masked.';
create index knowledge_gaps_open ON knowledge_gaps USING btree (region text_pattern_ops, times DESC, words) WHERE (closed_at IS NULL);

create table learnt_clicks (
  words text not null,
  document text not null,
  weight integer not null,
  learnt_at timestamp with time zone not null,
  constraint learnt_clicks_pkey PRIMARY KEY (words, document),
  constraint learnt_clicks_weight_check CHECK (((weight >= 1) AND (weight <= 1000)))
);
comment on table learnt_clicks is 'What people choose after searching these words, in thousandths; made anew every night from what enough different visitors chose.';
create index learnt_clicks_age ON learnt_clicks USING btree (learnt_at);

create table legal_holds (
  id uuid not null,
  person_id uuid not null,
  reason text not null,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  lifted_by text,
  lifted_at timestamp with time zone,
  constraint legal_holds_pkey PRIMARY KEY (id),
  constraint legal_holds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint legal_holds_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);
comment on table legal_holds is 'Nothing about this person is erased while a court, an inquiry or a dispute needs it: who said so and why, until it is lifted.';
create unique index legal_holds_open ON legal_holds USING btree (person_id) WHERE (lifted_at IS NULL);
create index legal_holds_person ON legal_holds USING btree (person_id);

create table lessons (
  id uuid not null,
  hard_case_id uuid not null,
  region text not null,
  kind text not null,
  ask text not null,
  answer text not null,
  services text[] not null,
  stage text not null,
  revision integer not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text not null,
  design_id uuid,
  constraint lessons_pkey PRIMARY KEY (id),
  constraint lessons_design_id_fkey FOREIGN KEY (design_id) REFERENCES designs(id),
  constraint lessons_hard_case_id_fkey FOREIGN KEY (hard_case_id) REFERENCES hard_cases(id),
  constraint lessons_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'scenario'::text, 'catalogue'::text]))),
  constraint lessons_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'published'::text, 'begun'::text, 'dropped'::text])))
);
comment on table lessons is 'What a conclusion is to become: a question answered for everybody, a new scenario or another change to a pack.';
comment on column lessons.design_id is 'The design begun for it; done once an edition holds that design.';
create index lessons_design ON lessons USING btree (design_id);
create index lessons_hard_case ON lessons USING btree (hard_case_id);
create index lessons_region ON lessons USING btree (region text_pattern_ops, id DESC);
create index lessons_services ON lessons USING gin (services) WHERE (stage = 'published'::text);

create table login_refusals (
  hour_at timestamp with time zone not null,
  problem text not null,
  refused integer not null,
  constraint login_refusals_pkey PRIMARY KEY (hour_at, problem)
);
comment on table login_refusals is 'Refused logins of an hour by reason: the first of them stand in the audit trail one by one, the rest as one number when the hour is over.';

create table mails (
  id uuid not null,
  region text not null,
  direction text not null,
  outcome text not null,
  message_digest text not null,
  request_id uuid,
  because text,
  sealed text not null,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_message_digest_key UNIQUE (message_digest),
  constraint mails_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint mails_outcome_check CHECK ((outcome = ANY (ARRAY['request'::text, 'added'::text, 'ignored'::text, 'refused'::text, 'waiting'::text, 'sent'::text])))
);
comment on table mails is 'Letters that came to the mailbox of the hotline, and those sent from it.';
comment on column mails.message_digest is 'Keyed digest of the Message-ID: the same letter is taken in once, and an answer finds the letter it answers.';
comment on column mails.because is 'Why a letter was ignored or refused.';
comment on column mails.sealed is 'Addresses, subject and text: encrypted.';
create index mails_request ON mails USING btree (request_id, at) WHERE (request_id IS NOT NULL);

create table message_choices (
  person_id uuid not null,
  kind text not null,
  constraint message_choices_pkey PRIMARY KEY (person_id, kind),
  constraint message_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table message_choices is 'Kinds of messages a resident does not want to be told; what they must act on is always told.';

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

create table notice_numbers (
  region text not null,
  year integer not null,
  kind text not null,
  last integer not null,
  constraint notice_numbers_pkey PRIMARY KEY (region, year, kind)
);
comment on table notice_numbers is 'The last number given to a kind of notice in a region and year; the next is one more, so none is missing.';

create table notices (
  id uuid not null,
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  region text not null,
  line text not null,
  kind text not null,
  words jsonb not null,
  code text not null,
  issued_at timestamp with time zone not null,
  number text,
  digest text,
  delivered_at timestamp with time zone,
  opened_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_code_key UNIQUE (code),
  constraint notices_number_key UNIQUE (number),
  constraint notices_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint notices_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint notices_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest),
  constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint notices_kind_check CHECK ((kind = ANY (ARRAY['acceptance'::text, 'supplement'::text, 'decline'::text, 'extension'::text, 'decision'::text, 'refusal'::text, 'hearing'::text, 'revocation'::text, 'correction'::text, 'visit'::text, 'visitSheet'::text, 'jointSupplement'::text, 'revocationNotice'::text, 'cancellation'::text, 'deemedExtension'::text, 'receipt'::text, 'correctionLapse'::text])))
);
comment on table notices is 'A numbered document about one case, served on its applicant: words frozen at issue, number and PDF made by a job right after.';
comment on column notices.code is 'Printed on the document; whoever holds it can check that it is genuine.';
comment on column notices.delivered_at is 'When it could first be opened in the inbox; with opened_at the receipt of service (送达回证).';
create index notices_application ON notices USING btree (application_id);
create index notices_case ON notices USING btree (case_id);
create index notices_digest ON notices USING btree (digest);
create unique index notices_one_decision ON notices USING btree (case_id) WHERE (kind = 'decision'::text);
create index notices_person ON notices USING btree (person_id, issued_at DESC);
CREATE TRIGGER notices_unchanged BEFORE UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION refuse_changed_words();

create table open311_clients (
  id uuid not null,
  name text not null,
  region text not null,
  key_digest text not null,
  hourly integer not null,
  since_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint open311_clients_pkey PRIMARY KEY (id),
  constraint open311_clients_key_digest_key UNIQUE (key_digest),
  constraint open311_clients_name_key UNIQUE (name),
  constraint open311_clients_hourly_check CHECK ((hourly > 0))
);
comment on table open311_clients is 'Systems that may send requests over Open311, each by a key; one that was ended stays, because requests name it.';
comment on column open311_clients.region is 'Where its requests may be about.';
comment on column open311_clients.key_digest is 'Keyed digest of its key, which is shown once and never kept.';

create table open311_posts (
  request_id uuid not null,
  client_id uuid not null,
  digest text not null,
  region text not null,
  posted_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint open311_posts_pkey PRIMARY KEY (request_id),
  constraint open311_posts_client_id_fkey FOREIGN KEY (client_id) REFERENCES open311_clients(id)
);
comment on table open311_posts is 'Which request came from which system, and the digest of what it sent: the same again within a day is the same request.';
comment on column open311_posts.changed_at is 'When something last happened to the request.';
create index open311_posts_changed ON open311_posts USING btree (client_id, changed_at DESC, request_id);
create index open311_posts_client ON open311_posts USING btree (client_id, posted_at DESC, request_id);
create index open311_posts_digest ON open311_posts USING btree (client_id, digest, posted_at DESC);

create table opinion_requests (
  case_id uuid not null,
  opinion integer not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  asked_at timestamp with time zone not null,
  due_on date,
  answered_at timestamp with time zone,
  constraint opinion_requests_pkey PRIMARY KEY (case_id, opinion),
  constraint opinion_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
comment on table opinion_requests is 'Opinions asked of other authorities, to be found by those authorities and by the day they are due; what was said is with the case.';
create index opinion_requests_due ON opinion_requests USING btree (due_on, case_id) WHERE (answered_at IS NULL);
create index opinion_requests_given ON opinion_requests USING btree (line, region text_pattern_ops, answered_at DESC, case_id) WHERE (answered_at IS NOT NULL);
create index opinion_requests_waiting ON opinion_requests USING btree (line, region text_pattern_ops, due_on, case_id) WHERE (answered_at IS NULL);

create table parcel_events (
  parcel_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  place text not null,
  note text not null,
  heard_at timestamp with time zone not null,
  via text not null,
  constraint parcel_events_pkey PRIMARY KEY (parcel_id, seq),
  constraint parcel_events_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES parcels(id),
  constraint parcel_events_seq_check CHECK ((seq > 0)),
  constraint parcel_events_via_check CHECK ((via = ANY (ARRAY['booked'::text, 'pushed'::text, 'polled'::text])))
);
comment on table parcel_events is 'What the courier reported of a parcel, by its own numbering, append-only; the same report twice is one row, and the order of arrival means nothing.';
CREATE TRIGGER parcel_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON parcel_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table parcels (
  id uuid not null,
  purpose text not null,
  reference uuid not null,
  person_id uuid,
  region text not null,
  sender jsonb not null default '{}'::jsonb,
  receiver jsonb not null default '{}'::jsonb,
  contents text not null,
  pays text not null,
  state text not null,
  carrier_number text,
  sorting text,
  failure text,
  heard_at timestamp with time zone,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  sealed text,
  constraint parcels_pkey PRIMARY KEY (id),
  constraint parcels_carrier_number_key UNIQUE (carrier_number),
  constraint parcels_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint parcels_pays_check CHECK ((pays = ANY (ARRAY['sender'::text, 'receiver'::text]))),
  constraint parcels_purpose_check CHECK ((purpose = ANY (ARRAY['results'::text, 'transfer'::text]))),
  constraint parcels_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'booked'::text, 'onTheWay'::text, 'outForDelivery'::text, 'comingBack'::text, 'delivered'::text, 'returned'::text, 'lost'::text, 'rejected'::text, 'cancelled'::text])))
);
comment on table parcels is 'What a courier carries: results to a person, or originals between two offices. The state is the fold of what the courier reported.';
comment on column parcels.reference is 'What it is about: the application whose results it holds, or the transfer.';
comment on column parcels.failure is 'Why the courier could not be reached or does not take it, as it said.';
comment on column parcels.heard_at is 'When the courier was last heard of it; one not heard of for long is asked about.';
comment on column parcels.sealed is 'Encrypted: names, telephones and addresses of both ends (class content).';
create index parcels_person ON parcels USING btree (person_id) WHERE (person_id IS NOT NULL);
create index parcels_reference ON parcels USING btree (reference);
create index parcels_silent ON parcels USING btree (heard_at, id) WHERE ((ended_at IS NULL) AND (carrier_number IS NOT NULL));

create table pay_items (
  list_id uuid not null,
  seq integer not null,
  entitlement_id uuid not null,
  fen bigint not null,
  state text not null,
  sealed text not null,
  return_code text,
  constraint pay_items_pkey PRIMARY KEY (list_id, seq),
  constraint pay_items_entitlement_id_fkey FOREIGN KEY (entitlement_id) REFERENCES benefit_entitlements(id),
  constraint pay_items_list_id_fkey FOREIGN KEY (list_id) REFERENCES pay_lists(id),
  constraint pay_items_fen_check CHECK ((fen >= 0)),
  constraint pay_items_seq_check CHECK ((seq > 0)),
  constraint pay_items_state_check CHECK ((state = ANY (ARRAY['due'::text, 'objected'::text, 'dropped'::text, 'sent'::text, 'paid'::text, 'returned'::text])))
);
comment on table pay_items is 'One payment of a list. One entitlement stands on one list at a time and is paid once; what the bank returns may be listed again. sealed: name, number, account (class content).';
create index pay_items_entitlement ON pay_items USING btree (entitlement_id);
create unique index pay_items_once ON pay_items USING btree (entitlement_id) WHERE (state = ANY (ARRAY['due'::text, 'objected'::text, 'sent'::text, 'paid'::text]));

create table pay_lists (
  id uuid not null,
  benefit text not null,
  period text not null,
  region text not null,
  line text not null,
  state text not null,
  revision integer not null default 1,
  items integer not null,
  fen bigint not null,
  object_until_on date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  sent_at timestamp with time zone,
  file_digest text,
  settled_at timestamp with time zone,
  budget_year integer,
  constraint pay_lists_pkey PRIMARY KEY (id),
  constraint pay_lists_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES staff(id),
  constraint pay_lists_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint pay_lists_fen_check CHECK ((fen >= 0)),
  constraint pay_lists_items_check CHECK ((items > 0)),
  constraint pay_lists_second_person CHECK (((approved_by IS NULL) OR (approved_by <> made_by))),
  constraint pay_lists_state_check CHECK ((state = ANY (ARRAY['published'::text, 'approved'::text, 'sent'::text, 'settled'::text, 'cancelled'::text])))
);
comment on table pay_lists is 'Lists of those to be paid under one policy: published with masked names, approved by a second person, sent to the bank, settled by its returns.';
comment on column pay_lists.budget_year is 'The year whose budget the list took its money from, and gives back what is not paid; null: the policy had none.';
create index pay_lists_approved_by ON pay_lists USING btree (approved_by);
create index pay_lists_desk ON pay_lists USING btree (region text_pattern_ops, made_at DESC);
create index pay_lists_made_by ON pay_lists USING btree (made_by);

create table pay_objections (
  id uuid not null,
  list_id uuid not null,
  seq integer not null,
  person_id uuid not null,
  sealed text not null,
  state text not null,
  made_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint pay_objections_pkey PRIMARY KEY (id),
  constraint pay_objections_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff(id),
  constraint pay_objections_list_id_fkey FOREIGN KEY (list_id) REFERENCES pay_lists(id),
  constraint pay_objections_list_id_seq_fkey FOREIGN KEY (list_id, seq) REFERENCES pay_items(list_id, seq),
  constraint pay_objections_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint pay_objections_state_check CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text])))
);
comment on table pay_objections is 'Objections to a published list. sealed: what was said, and the answer (class content).';
create index pay_objections_decided_by ON pay_objections USING btree (decided_by);
create unique index pay_objections_once ON pay_objections USING btree (list_id, seq, person_id);
create index pay_objections_person ON pay_objections USING btree (person_id);

create table payment_differences (
  id uuid not null,
  statement_on date not null,
  kind text not null,
  what text not null,
  reference text not null,
  order_number text,
  region text not null,
  here_fen bigint,
  there_fen bigint,
  found_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled jsonb,
  constraint payment_differences_pkey PRIMARY KEY (id),
  constraint payment_differences_statement_on_what_reference_kind_key UNIQUE (statement_on, what, reference, kind),
  constraint payment_differences_check CHECK (((settled IS NULL) = (settled_at IS NULL))),
  constraint payment_differences_kind_check CHECK ((kind = ANY (ARRAY['notHere'::text, 'notThere'::text, 'amount'::text, 'unknownOrder'::text]))),
  constraint payment_differences_what_check CHECK ((what = ANY (ARRAY['payment'::text, 'refund'::text])))
);
comment on table payment_differences is 'Where the platform''s statement and our books disagree, and who settled it how.';
create index payment_differences_day ON payment_differences USING btree (statement_on DESC, id);
create index payment_differences_open ON payment_differences USING btree (statement_on DESC, id) WHERE (settled_at IS NULL);

create table payment_notices (
  nonce text not null,
  heard_at timestamp with time zone not null,
  constraint payment_notices_pkey PRIMARY KEY (nonce)
);
comment on table payment_notices is 'Notices of the platform heard of lately, so that none counts twice; older ones are refused by their time and swept away.';
create index payment_notices_old ON payment_notices USING btree (heard_at);

create table payment_orders (
  id uuid not null,
  number text not null,
  application_id uuid not null,
  person_id uuid not null,
  region text not null,
  fen bigint not null,
  items jsonb not null,
  cashier_url text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  constraint payment_orders_pkey PRIMARY KEY (id),
  constraint payment_orders_number_key UNIQUE (number),
  constraint payment_orders_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint payment_orders_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint payment_orders_check CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  constraint payment_orders_fen_check CHECK ((fen > 0)),
  constraint payment_orders_outcome_check CHECK ((outcome = ANY (ARRAY['paid'::text, 'failed'::text, 'expired'::text, 'closed'::text])))
);
comment on table payment_orders is 'One order at the payment platform: fees of one application paid together, each with the authority it belongs to.';
comment on column payment_orders.cashier_url is 'Where the person pays; null until the platform has taken the order.';
create index payment_orders_application ON payment_orders USING btree (application_id);
create index payment_orders_day ON payment_orders USING btree (ended_at) WHERE (outcome = 'paid'::text);
create index payment_orders_open ON payment_orders USING btree (created_at, id) WHERE (ended_at IS NULL);
create index payment_orders_person ON payment_orders USING btree (person_id);

create table payment_transactions (
  number text not null,
  order_id uuid not null,
  person_id uuid not null,
  region text not null,
  fen bigint not null,
  method text not null,
  paid_at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
  via text not null,
  constraint payment_transactions_pkey PRIMARY KEY (number),
  constraint payment_transactions_order_id_fkey FOREIGN KEY (order_id) REFERENCES payment_orders(id),
  constraint payment_transactions_fen_check CHECK ((fen > 0)),
  constraint payment_transactions_via_check CHECK ((via = ANY (ARRAY['notice'::text, 'query'::text, 'statement'::text])))
);
comment on table payment_transactions is 'Money the platform took for an order, append-only, known by the platform''s number: heard of twice it is one row.';
create index payment_transactions_day ON payment_transactions USING btree (paid_at);
create index payment_transactions_order ON payment_transactions USING btree (order_id);
CREATE TRIGGER payment_transactions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON payment_transactions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table people (
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  id_number text,
  phone text,
  region text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  id_kind text not null default 'resident-id'::text,
  assurance text not null default 'high'::text,
  id_digest text,
  sealed text,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_issuer_subject_key UNIQUE (issuer, subject),
  constraint people_assurance_check CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint people_id_kind_check CHECK ((id_kind = ANY (ARRAY['resident-id'::text, 'hk-id'::text, 'macao-id'::text, 'home-return-permit'::text, 'taiwan-permit'::text, 'passport'::text])))
);
comment on table people is 'Residents who have logged in; identity is what the identity provider asserted.';
comment on column people.id_kind is 'What document id_number is the number of; one person is known by one number whatever its kind.';
comment on column people.assurance is 'How surely the identity provider knows who it is (ISO/IEC 29115, eIDAS Art. 8), as asserted at the last login.';
comment on column people.id_digest is 'Keyed digest of the ID number, by which one person is known.';
comment on column people.sealed is 'Encrypted: ID number and telephone number (class identity).';
create unique index people_id_digest ON people USING btree (id_digest);

create table pickups (
  id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  region text not null,
  outlet text not null,
  edition integer not null,
  digest text not null,
  expires_on date not null,
  fetcher jsonb,
  reminded integer not null,
  look_on date,
  ready_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint pickups_pkey PRIMARY KEY (id),
  constraint pickups_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint pickups_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table pickups is 'Results that wait for somebody at the counter of a hall, fetched together with one code. The code follows from row, edition and the secret of the installation; kept is its keyed digest.';
comment on column pickups.fetcher is 'Who else may fetch them, named by the person: name, masked number, digest of the number.';
comment on column pickups.look_on is 'Day on which the person is next reminded; null: not again.';
create index pickups_application ON pickups USING btree (application_id);
create unique index pickups_digest ON pickups USING btree (digest) WHERE (closed_at IS NULL);
create index pickups_fetcher ON pickups USING btree (((fetcher ->> 'digest'::text))) WHERE ((closed_at IS NULL) AND (fetcher IS NOT NULL));
create index pickups_look ON pickups USING btree (look_on, id) WHERE ((closed_at IS NULL) AND (look_on IS NOT NULL));
create unique index pickups_open ON pickups USING btree (application_id, outlet) WHERE (closed_at IS NULL);
create index pickups_person ON pickups USING btree (person_id);

create table popular_searches (
  region text not null,
  words text not null,
  visitors integer not null,
  learnt_at timestamp with time zone not null,
  constraint popular_searches_pkey PRIMARY KEY (region, words),
  constraint popular_searches_visitors_check CHECK ((visitors > 0))
);
comment on table popular_searches is 'What many search and find in a place; made anew every night.';
create index popular_searches_age ON popular_searches USING btree (learnt_at);
create index popular_searches_region ON popular_searches USING btree (region text_pattern_ops);

create table powers (
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  subject text not null default ''::text,
  name text not null,
  ward_id uuid,
  holders text[] not null default '{}'::text[],
  registry text not null,
  legal_basis jsonb not null,
  ends_on date,
  state text not null,
  proven_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  contested_by uuid,
  ended_by text,
  ended_at timestamp with time zone,
  reason text not null default ''::text,
  sealed text,
  subject_digest text,
  holder_digests text[] not null default '{}'::text[],
  constraint powers_pkey PRIMARY KEY (id),
  constraint powers_contested_by_fkey FOREIGN KEY (contested_by) REFERENCES people(id),
  constraint powers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint powers_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES people(id),
  constraint powers_check CHECK (((kind = 'guardian'::text) = (ward_id IS NOT NULL))),
  constraint powers_check1 CHECK (((state = 'over'::text) = (ended_at IS NOT NULL))),
  constraint powers_ended_by_check CHECK ((ended_by = ANY (ARRAY['holder'::text, 'register'::text, 'age'::text, 'official'::text]))),
  constraint powers_kind_check CHECK ((kind = ANY (ARRAY['guardian'::text, 'company'::text]))),
  constraint powers_state_check CHECK ((state = ANY (ARRAY['proven'::text, 'contested'::text, 'over'::text])))
);
comment on table powers is 'What a registry proved: person_id may act for the ward (subject: ID number) or represents the company (subject: credit code); holders are the ID numbers of all the registry names.';
comment on column powers.sealed is 'Encrypted: ID number or code of whom the power is about, ID numbers of all who hold it (class identity).';
comment on column powers.subject_digest is 'Keyed digest of the number of whom the power is about; holder_digests: of those who hold it.';
create index powers_contested ON powers USING btree (created_at) WHERE (state = 'contested'::text);
create index powers_contested_by ON powers USING btree (contested_by) WHERE (contested_by IS NOT NULL);
create index powers_holders ON powers USING gin (holder_digests);
create unique index powers_open ON powers USING btree (person_id, kind, subject_digest) WHERE (state <> 'over'::text);
create index powers_person ON powers USING btree (person_id, created_at DESC);
create index powers_proven ON powers USING btree (proven_at) WHERE (state <> 'over'::text);
create index powers_subject ON powers USING btree (subject_digest) WHERE (state <> 'over'::text);
create index powers_ward ON powers USING btree (ward_id) WHERE (ward_id IS NOT NULL);

create table presentation_requests (
  id uuid not null,
  digest text not null,
  staff_id uuid not null,
  region text not null,
  person_id uuid,
  type text not null,
  claims text[] not null,
  purpose text not null,
  legal_basis text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  agreed boolean,
  presentation_id uuid,
  constraint presentation_requests_pkey PRIMARY KEY (id),
  constraint presentation_requests_digest_key UNIQUE (digest),
  constraint presentation_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint presentation_requests_presentation FOREIGN KEY (presentation_id) REFERENCES presentations(id),
  constraint presentation_requests_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table presentation_requests is 'What an official asked a holder to show, of which type of credential and what for. person_id is empty until somebody opens the request by its code; digest is a keyed hash of that code. agreed says yes or no once it is answered.';
create index presentation_requests_person ON presentation_requests USING btree (person_id, asked_at) WHERE (person_id IS NOT NULL);
create index presentation_requests_staff ON presentation_requests USING btree (staff_id, asked_at);

create table presentations (
  id uuid not null,
  digest text not null,
  person_id uuid not null,
  credential_id uuid not null,
  claims text[] not null,
  purpose text not null,
  shown_by text,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by text,
  constraint presentations_pkey PRIMARY KEY (id),
  constraint presentations_digest_key UNIQUE (digest),
  constraint presentations_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credentials(id),
  constraint presentations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table presentations is 'A code under which a holder shows chosen claims of one credential, once and for a minute; digest is a keyed hash of the code. shown_by names who showed it in the holder''s name. Codes nobody looked at are removed after a day.';
create index presentations_credential ON presentations USING btree (credential_id);
create index presentations_person ON presentations USING btree (person_id, expires_at);

create table progress_tries (
  number_digest text not null,
  hour_at timestamp with time zone not null,
  tries integer not null,
  constraint progress_tries_pkey PRIMARY KEY (number_digest, hour_at)
);
comment on table progress_tries is 'How often somebody not logged in asked about a number (SHA-256) with wrong digits within an hour.';

create table rating_files (
  id uuid not null,
  rating_id uuid not null,
  region text not null,
  staff_id uuid not null,
  digest text not null,
  name text not null,
  size bigint not null,
  type text not null,
  added_at timestamp with time zone not null,
  constraint rating_files_pkey PRIMARY KEY (id),
  constraint rating_files_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest),
  constraint rating_files_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES ratings(id),
  constraint rating_files_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table rating_files is 'Evidence an official put to an appeal against a rating.';
create index rating_files_digest ON rating_files USING btree (digest);
create index rating_files_rating ON rating_files USING btree (rating_id);
create index rating_files_staff ON rating_files USING btree (staff_id);

create table rating_questions (
  rating_id uuid not null,
  kind text not null,
  region text not null,
  line text not null,
  asked_by uuid,
  grounds text not null,
  asked_at timestamp with time zone not null,
  verdict text,
  reasons text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint rating_questions_pkey PRIMARY KEY (rating_id, kind),
  constraint rating_questions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff(id),
  constraint rating_questions_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES ratings(id),
  constraint rating_questions_kind_check CHECK ((kind = ANY (ARRAY['hold'::text, 'denied'::text, 'appeal'::text]))),
  constraint rating_questions_verdict_check CHECK ((verdict = ANY (ARRAY['counted'::text, 'excluded'::text])))
);
comment on table rating_questions is 'Whether a rating counts: held when it came, denied by whoever is said to have given it, or appealed against by the official; a supervisor decides.';
comment on column rating_questions.asked_by is 'The official who appeals, or the person who denies; null: the product.';
create index rating_questions_decided_by ON rating_questions USING btree (decided_by);
create index rating_questions_open ON rating_questions USING btree (region text_pattern_ops, line, asked_at, rating_id) WHERE (verdict IS NULL);

create table ratings (
  id uuid not null,
  subject_kind text not null,
  subject text not null,
  instance text not null,
  round integer not null default 0,
  first_id uuid,
  number text,
  person_id uuid,
  region text not null,
  line text not null,
  service text,
  matter text,
  category text,
  staff_id uuid,
  outlet text,
  counter text,
  page text,
  grade text not null,
  tags text[] not null default '{}'::text[],
  sealed text not null,
  channel text not null,
  verified text not null,
  source_digest text,
  held text,
  at timestamp with time zone not null,
  poor_text boolean not null default ((round = 0) AND (COALESCE(service, matter) IS NOT NULL) AND ((tags && ARRAY['unclear-guide'::text, 'asked-too-much'::text, 'form-hard'::text]) OR ((subject_kind = 'guide'::text) AND (grade = ANY (ARRAY['unsatisfied'::text, 'very-unsatisfied'::text]))))),
  constraint ratings_pkey PRIMARY KEY (id),
  constraint ratings_first_id_fkey FOREIGN KEY (first_id) REFERENCES ratings(id),
  constraint ratings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ratings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint ratings_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'window'::text, 'kiosk'::text, 'link'::text, 'call'::text]))),
  constraint ratings_check CHECK (((round = 0) = (first_id IS NULL))),
  constraint ratings_grade_check CHECK ((grade = ANY (ARRAY['very-satisfied'::text, 'satisfied'::text, 'neutral'::text, 'unsatisfied'::text, 'very-unsatisfied'::text]))),
  constraint ratings_held_check CHECK ((held = ANY (ARRAY['burst'::text, 'device'::text, 'hasty'::text, 'self'::text]))),
  constraint ratings_round_check CHECK ((round = ANY (ARRAY[0, 1]))),
  constraint ratings_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['case'::text, 'request'::text, 'window'::text, 'outlet'::text, 'guide'::text, 'service'::text]))),
  constraint ratings_verified_check CHECK ((verified = ANY (ARRAY['login'::text, 'visit'::text, 'link'::text, 'call'::text])))
);
comment on table ratings is 'What somebody said of one service instance, append-only: once, and once more after what was wrong has been put right.';
comment on column ratings.instance is 'What is rated once: a case, a handling of a request, a visit; of a guide, a service or an outlet a person in a quarter of a year.';
comment on column ratings.round is '0: the first word on it; 1: after rectification, first_id is the one before.';
comment on column ratings.number is 'Human number of the case or request, for those who handle it.';
comment on column ratings.staff_id is 'The official it counts for; null: nobody in particular.';
comment on column ratings.page is 'Of a guide: the section or form page that is meant.';
comment on column ratings.sealed is 'Encrypted: the free words, null without any (class history).';
comment on column ratings.source_digest is 'Keyed digest of the device or address it came from, to notice many from one.';
comment on column ratings.held is 'Why it does not count until somebody has looked at it; null: it counts at once.';
comment on column ratings.poor_text is 'It says that a guide or a form page is written poorly: a tag for designers, or a guide rated badly.';
create index ratings_counter ON ratings USING btree (outlet, counter, at) WHERE (outlet IS NOT NULL);
create index ratings_first ON ratings USING btree (first_id) WHERE (first_id IS NOT NULL);
create unique index ratings_once ON ratings USING btree (subject_kind, instance, round);
create index ratings_person ON ratings USING btree (person_id, at DESC, id DESC);
create index ratings_poor_text ON ratings USING btree (COALESCE(service, matter), COALESCE(page, ''::text), at DESC, id DESC) WHERE poor_text;
create index ratings_source ON ratings USING btree (source_digest, at) WHERE (source_digest IS NOT NULL);
create index ratings_staff ON ratings USING btree (staff_id, at DESC);
create index ratings_text ON ratings USING btree (COALESCE(service, matter), COALESCE(page, ''::text), at) WHERE ((round = 0) AND (COALESCE(service, matter) IS NOT NULL));
create index ratings_unit ON ratings USING btree (region text_pattern_ops, line, at DESC, id DESC);
CREATE TRIGGER ratings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ratings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table rectification_actions (
  seq bigint not null generated always as identity,
  rating_id uuid not null,
  region text not null,
  action text not null,
  actor_kind text not null,
  actor text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint rectification_actions_pkey PRIMARY KEY (seq),
  constraint rectification_actions_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES rectifications(rating_id)
);
comment on table rectification_actions is 'What was done about a bad rating, append-only.';
create index rectification_actions_rating ON rectification_actions USING btree (rating_id, seq);
CREATE TRIGGER rectification_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON rectification_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table rectifications (
  rating_id uuid not null,
  person_id uuid,
  region text not null,
  line text not null,
  state text not null,
  revision integer not null,
  due_on date,
  reminded integer not null default 0,
  reply text,
  public_words text,
  public_reply text,
  published_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint rectifications_pkey PRIMARY KEY (rating_id),
  constraint rectifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint rectifications_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES ratings(id),
  constraint rectifications_state_check CHECK ((state = ANY (ARRAY['open'::text, 'contacted'::text, 'fixed'::text, 'replied'::text, 'passed'::text, 'unfounded'::text])))
);
comment on table rectifications is 'What is done about a bad rating: contact, fix, reply, review; its state follows rectification_actions.';
comment on column rectifications.due_on is 'Last working day for the step that is next; null: over, or the calendar is not published.';
comment on column rectifications.reminded is 'Steps of the ladder taken since the present day has passed; 0 again with the next step.';
comment on column rectifications.reply is 'What the unit answered whoever rated; public_reply: as it was published.';
comment on column rectifications.public_words is 'What the public page shows of the words, personal data removed.';
create index rectifications_due ON rectifications USING btree (due_on, rating_id) WHERE (ended_at IS NULL);
create index rectifications_ended ON rectifications USING btree (region text_pattern_ops, line, ended_at DESC, rating_id DESC) WHERE (ended_at IS NOT NULL);
create index rectifications_open ON rectifications USING btree (region text_pattern_ops, line, due_on, rating_id) WHERE (ended_at IS NULL);
create index rectifications_person ON rectifications USING btree (person_id);
create index rectifications_public ON rectifications USING btree (published_at DESC, rating_id DESC) WHERE (published_at IS NOT NULL);

create table refunds (
  id uuid not null,
  number text not null,
  transaction_number text not null,
  order_id uuid not null,
  fee_id uuid,
  person_id uuid not null,
  region text not null,
  fen bigint not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_number_key UNIQUE (number),
  constraint refunds_fee_id_fkey FOREIGN KEY (fee_id) REFERENCES fees(id),
  constraint refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES payment_orders(id),
  constraint refunds_transaction_number_fkey FOREIGN KEY (transaction_number) REFERENCES payment_transactions(number),
  constraint refunds_fen_check CHECK ((fen > 0)),
  constraint refunds_reason_check CHECK ((reason = ANY (ARRAY['twice'::text, 'ended'::text, 'refused'::text, 'official'::text])))
);
comment on table refunds is 'Money to be given back, by a number of our own so that asking twice gives back once; done_at null: the platform has not confirmed it.';
create index refunds_day ON refunds USING btree (done_at) WHERE (done_at IS NOT NULL);
create index refunds_fee ON refunds USING btree (fee_id) WHERE (fee_id IS NOT NULL);
create index refunds_open ON refunds USING btree (asked_at) WHERE (done_at IS NULL);
create index refunds_order ON refunds USING btree (order_id);
create index refunds_transaction ON refunds USING btree (transaction_number);

create table request_actions (
  request_id uuid not null,
  seq integer not null,
  region text not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint request_actions_pkey PRIMARY KEY (request_id, seq),
  constraint request_actions_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_actions is 'What happened to a request, append-only and numbered for each.';
comment on column request_actions.detail is 'Facts the state is folded from; no words anybody wrote.';
CREATE TRIGGER request_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON request_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table request_answers (
  id uuid not null,
  request_id uuid not null,
  region text not null,
  round integer not null,
  line text,
  unit_region text,
  outcome text not null,
  promised_on date,
  sealed text not null,
  findings jsonb not null,
  written_by text not null,
  writer_id uuid,
  written_at timestamp with time zone not null,
  released_by text,
  released_at timestamp with time zone,
  sent_back_at timestamp with time zone,
  constraint request_answers_pkey PRIMARY KEY (id),
  constraint request_answers_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id),
  constraint request_answers_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES staff(id),
  constraint request_answers_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'promised'::text, 'explained'::text, 'impossible'::text])))
);
comment on table request_answers is 'What a unit answers; the reporter reads it once it is released.';
comment on column request_answers.sealed is 'The words, and why it was sent back: encrypted.';
comment on column request_answers.findings is 'What the check of the answer found and its writer left as it was.';
create index request_answers_request ON request_answers USING btree (request_id, written_at DESC);
create index request_answers_writer ON request_answers USING btree (writer_id) WHERE (writer_id IS NOT NULL);

create table request_backers (
  request_id uuid not null,
  person_id uuid not null,
  seconds boolean not null,
  follows boolean not null,
  at timestamp with time zone not null,
  constraint request_backers_pkey PRIMARY KEY (request_id, person_id),
  constraint request_backers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint request_backers_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_backers is 'Others who say the same (附议) or want to hear what becomes of it.';
create index request_backers_person ON request_backers USING btree (person_id, at DESC);

create table request_bursts (
  id uuid not null,
  region text not null,
  category text not null,
  requests integer not null,
  expected_hundredths integer not null,
  since_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint request_bursts_pkey PRIMARY KEY (id)
);
comment on table request_bursts is 'Far more requests of one class from one district within the hour than the four weeks before let expect.';
create index request_bursts_place ON request_bursts USING btree (category, region, seen_at DESC);
create index request_bursts_region ON request_bursts USING btree (region text_pattern_ops, seen_at DESC);

create table request_corrections (
  id uuid not null,
  request_id uuid not null,
  region text not null,
  read_as text,
  category text not null,
  confidence integer,
  by_name text not null,
  corrected_at timestamp with time zone not null,
  constraint request_corrections_pkey PRIMARY KEY (id)
);
comment on table request_corrections is 'Where somebody named another class than the machine: what the next model learns from.';
comment on column request_corrections.confidence is 'How sure the machine was, in hundredths.';
create index request_corrections_request ON request_corrections USING btree (request_id, corrected_at DESC);
create index request_corrections_time ON request_corrections USING btree (corrected_at DESC);

create table request_drifts (
  id uuid not null,
  region text not null,
  from_on date not null,
  before_on date not null,
  report jsonb not null,
  made_at timestamp with time zone not null,
  constraint request_drifts_pkey PRIMARY KEY (id),
  constraint request_drifts_region_from_on_before_on_key UNIQUE (region, from_on, before_on)
);
comment on table request_drifts is 'How requests of a span differed from the lines the model learnt and from the span before; shares and words many people wrote, nothing of anybody.';
comment on column request_drifts.before_on is 'The day after the last.';

create table request_files (
  id uuid not null,
  request_id uuid not null,
  answer_id uuid,
  region text not null,
  digest text not null,
  name text not null,
  size integer not null,
  type text not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint request_files_pkey PRIMARY KEY (id),
  constraint request_files_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES request_answers(id),
  constraint request_files_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_files is 'Photos, recordings and documents of a request; answer_id null: from the reporter, or of a unit for an answer it has not written.';
create index request_files_answer ON request_files USING btree (answer_id) WHERE (answer_id IS NOT NULL);
create index request_files_digest ON request_files USING btree (digest);
create index request_files_request ON request_files USING btree (request_id, added_at);

create table request_import_rows (
  import_id uuid not null,
  row_number integer not null,
  region text not null,
  state text not null,
  problems jsonb not null,
  request_id uuid,
  number text,
  sealed text not null,
  constraint request_import_rows_pkey PRIMARY KEY (import_id, row_number),
  constraint request_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES request_imports(id),
  constraint request_import_rows_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'faulty'::text, 'taken'::text, 'failed'::text])))
);
comment on table request_import_rows is 'One row of such a file, with what is wrong with it or which request it became.';
comment on column request_import_rows.sealed is 'The row as it was: encrypted.';

create table request_imports (
  id uuid not null,
  region text not null,
  staff_id uuid,
  file_name text not null,
  digest text not null,
  state text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint request_imports_pkey PRIMARY KEY (id),
  constraint request_imports_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint request_imports_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
);
comment on table request_imports is 'A file with requests another system collected; the same file again is the same import.';
comment on column request_imports.staff_id is 'Who uploaded it; null: from the command line.';
create unique index request_imports_file ON request_imports USING btree (region, digest);
create index request_imports_staff ON request_imports USING btree (staff_id, created_at DESC) WHERE (staff_id IS NOT NULL);

create table request_leads (
  lead integer not null,
  request_id uuid not null,
  region text not null,
  constraint request_leads_pkey PRIMARY KEY (lead, request_id)
);
comment on table request_leads is 'The heaviest terms of the shape of a request, by which like ones are found; erased after ninety days.';
comment on column request_leads.lead is 'Keyed digest of a piece of words together with the district.';
create index request_leads_age ON request_leads USING brin (request_id) WITH (pages_per_range='32');

create table request_publications (
  request_id uuid not null,
  region text not null,
  category text,
  kind text not null,
  title text not null,
  text text not null,
  answer text not null,
  line text,
  unit_region text,
  grade text,
  received_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  hidden_at timestamp with time zone,
  constraint request_publications_pkey PRIMARY KEY (request_id),
  constraint request_publications_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_publications is 'Solved requests everybody may read: personal data removed, nothing that leads back to the reporter.';
comment on column request_publications.hidden_at is 'Taken off the public page by an official.';
create index request_publications_newest ON request_publications USING btree (published_at DESC, request_id) WHERE (hidden_at IS NULL);
create index request_publications_region ON request_publications USING btree (region text_pattern_ops, published_at DESC, request_id) WHERE (hidden_at IS NULL);
create index request_publications_words ON request_publications USING gin (to_tsvector('simple'::regconfig, title)) WHERE (hidden_at IS NULL);

create table request_senders (
  sender text not null,
  hour_at timestamp with time zone not null,
  times integer not null,
  constraint request_senders_pkey PRIMARY KEY (sender, hour_at),
  constraint request_senders_times_check CHECK ((times > 0))
);
comment on table request_senders is 'How many requests one sender sent within an hour; erased after two days.';
comment on column request_senders.sender is 'Keyed digest of a person, telephone number, mailbox, network address or system.';
create index request_senders_hour ON request_senders USING btree (hour_at);

create table request_shapes (
  request_id uuid not null,
  region text not null,
  category text,
  terms integer[] not null,
  phone_digest text,
  received_at timestamp with time zone not null,
  looked boolean not null default false,
  topic_id uuid,
  constraint request_shapes_pkey PRIMARY KEY (request_id),
  constraint request_shapes_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES hot_topics(id)
);
comment on table request_shapes is 'What like requests are found by: a request without its words. A request is in it once it has been received.';
comment on column request_shapes.terms is 'Keyed digests of its most telling pieces of words, the heaviest first, each together with the district, so that only requests of one district meet.';
comment on column request_shapes.phone_digest is 'Keyed digest of the telephone number, by which somebody who reports again and again is seen.';
comment on column request_shapes.looked is 'Whether a topic has been looked for.';
create index request_shapes_class ON request_shapes USING btree (category, region text_pattern_ops, received_at DESC) WHERE (category IS NOT NULL);
create index request_shapes_new ON request_shapes USING btree (received_at) WHERE (NOT looked);
create index request_shapes_phone ON request_shapes USING btree (phone_digest, received_at DESC) WHERE (phone_digest IS NOT NULL);
create index request_shapes_recent ON request_shapes USING btree (received_at DESC);
create index request_shapes_region ON request_shapes USING btree (region text_pattern_ops, received_at DESC);
create index request_shapes_topic ON request_shapes USING btree (topic_id, received_at DESC) WHERE (topic_id IS NOT NULL);

create table request_sketches (
  request_id uuid not null,
  region text not null,
  sender text not null,
  sketch integer[] not null,
  bands text[] not null,
  received_at timestamp with time zone not null,
  constraint request_sketches_pkey PRIMARY KEY (request_id)
);
comment on table request_sketches is 'Sketches of the texts of requests, by which almost equal texts of many people are found; no text can be read from them; erased after a month.';
comment on column request_sketches.sender is 'Keyed digest of whoever sent it.';
create index request_sketches_age ON request_sketches USING btree (received_at);
create index request_sketches_bands ON request_sketches USING gin (bands) WITH (gin_pending_list_limit='256');

create table request_terms (
  request_id uuid not null,
  region text not null,
  terms integer[] not null,
  constraint request_terms_pkey PRIMARY KEY (request_id)
);
comment on table request_terms is 'What a request is searched by; written when it comes in and never changed.';
comment on column request_terms.region is 'Where it was about when it came in; what it is about now is with the request.';
comment on column request_terms.terms is 'Keyed digests of pairs of neighbouring characters of title and address, and the month of its id in UTC as -YYYYMM.';
create index request_terms_terms ON request_terms USING gin (terms) WITH (gin_pending_list_limit='64');

create table request_trees (
  tree text not null,
  path text not null,
  names text[] not null,
  ours text,
  alike integer not null default 0,
  imported_at timestamp with time zone not null,
  constraint request_trees_pkey PRIMARY KEY (tree, path)
);
comment on table request_trees is 'Trees of request classes of other systems, beside ours, with the class of ours that says the same.';
comment on column request_trees.ours is 'Path of our class; null where nothing is alike enough.';
comment on column request_trees.alike is 'How alike the names are, in per cent.';

create table request_units (
  id uuid not null,
  request_id uuid not null,
  line text not null,
  unit_region text not null,
  region text not null,
  invited_by text not null,
  invited_at timestamp with time zone not null,
  sealed text not null,
  given_by text,
  given_at timestamp with time zone,
  constraint request_units_pkey PRIMARY KEY (id),
  constraint request_units_request_id_line_unit_region_key UNIQUE (request_id, line, unit_region),
  constraint request_units_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_units is 'Units that handle a request together with the one that leads.';
comment on column request_units.sealed is 'What it is asked, and what it says: encrypted.';
create index request_units_open ON request_units USING btree (line, unit_region text_pattern_ops, invited_at) WHERE (given_at IS NULL);

create table request_words (
  request_id uuid not null,
  seq integer not null,
  region text not null,
  sealed text not null,
  constraint request_words_pkey PRIMARY KEY (request_id, seq),
  constraint request_words_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
);
comment on table request_words is 'What somebody wrote with a step of a request, append-only.';
comment on column request_words.sealed is 'The words: encrypted.';
CREATE TRIGGER request_words_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON request_words FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table requests (
  id uuid not null,
  number text not null,
  key text not null,
  region text not null,
  grid text,
  kind text not null,
  channel text not null,
  category text,
  urgency text not null,
  front boolean not null,
  person_id uuid,
  phone_digest text,
  anonymous boolean not null,
  sealed text not null,
  understood jsonb not null,
  state text not null,
  waits_on text,
  revision integer not null,
  steps integer not null,
  round integer not null,
  line text,
  unit_region text,
  assignee_id uuid,
  assignee text,
  parent_id uuid,
  course jsonb not null,
  clock_start_at timestamp with time zone not null,
  due_at timestamp with time zone,
  mark integer not null,
  look_at timestamp with time zone,
  grade text,
  seconds integer not null,
  received_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint requests_pkey PRIMARY KEY (id),
  constraint requests_key_key UNIQUE (key),
  constraint requests_number_key UNIQUE (number),
  constraint requests_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint requests_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES requests(id),
  constraint requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint requests_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'hotline'::text, 'email'::text, 'open311'::text, 'batch'::text, 'kiosk'::text, 'window'::text]))),
  constraint requests_check CHECK (((line IS NULL) = (unit_region IS NULL))),
  constraint requests_grade_check CHECK ((grade = ANY (ARRAY['very-satisfied'::text, 'satisfied'::text, 'neutral'::text, 'unsatisfied'::text, 'very-unsatisfied'::text]))),
  constraint requests_kind_check CHECK ((kind = ANY (ARRAY['consult'::text, 'complain'::text, 'report'::text, 'suggest'::text, 'help'::text, 'praise'::text]))),
  constraint requests_mark_check CHECK (((mark >= 0) AND (mark <= 3))),
  constraint requests_state_check CHECK ((state = ANY (ARRAY['received'::text, 'dispatched'::text, 'handling'::text, 'drafted'::text, 'returned'::text, 'disputed'::text, 'split'::text, 'joined'::text, 'answered'::text, 'closed'::text, 'unsolved'::text, 'handedOver'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint requests_urgency_check CHECK ((urgency = ANY (ARRAY['life'::text, 'utility'::text, 'ordinary'::text, 'complex'::text]))),
  constraint requests_waits_on_check CHECK ((waits_on = ANY (ARRAY['centre'::text, 'unit'::text, 'arbiter'::text, 'reporter'::text])))
);
comment on table requests is 'What somebody asks or complains of, on whatever channel; its state is the fold of request_actions.';
comment on column requests.key is 'Chosen by whoever sends it, so that sending twice is one request.';
comment on column requests.region is 'Where it is about, as finely as is known: street, district, city or province.';
comment on column requests.front is 'Somebody may be in danger: it stands before everything else and a person looks at it.';
comment on column requests.phone_digest is 'Keyed digest of the telephone number, by which a caller is known again.';
comment on column requests.sealed is 'Title, text, place and how the reporter is reached: encrypted.';
comment on column requests.understood is 'What the machine made of the text: class and confidence, what else it might be, mood, kinds of sensitive content.';
comment on column requests.waits_on is 'Whose move it is; null once nobody has to do anything.';
comment on column requests.steps is 'Number of the last of its request_actions.';
comment on column requests.round is 'First handling 1; each time it is done again adds one.';
comment on column requests.line is 'With unit_region the authority that has it.';
comment on column requests.parent_id is 'The one it follows: joined to it as a duplicate, or split from it.';
comment on column requests.clock_start_at is 'From when the present round counts.';
comment on column requests.mark is '1 four fifths of the time are gone, 2 overdue, 3 three times overdue; of the present round.';
comment on column requests.look_at is 'When time alone brings something about next: a mark, a silent closing, a promised day.';
comment on column requests.seconds is 'How many others say the same, and joined duplicates.';
create index requests_assignee ON requests USING btree (assignee_id, id DESC) WHERE (assignee_id IS NOT NULL);
create index requests_centre ON requests USING btree (waits_on, region text_pattern_ops, front DESC, due_at, id) WHERE (waits_on = ANY (ARRAY['centre'::text, 'arbiter'::text]));
create index requests_late ON requests USING btree (unit_region text_pattern_ops, due_at, id) WHERE ((waits_on = 'unit'::text) AND (mark >= 2));
create index requests_look ON requests USING btree (look_at, id) WHERE (look_at IS NOT NULL);
create index requests_parent ON requests USING btree (parent_id) WHERE (parent_id IS NOT NULL);
create index requests_person ON requests USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
create index requests_phone ON requests USING btree (phone_digest, id DESC) WHERE (phone_digest IS NOT NULL);
create index requests_received ON requests USING brin (received_at) WITH (pages_per_range='32');
create index requests_region ON requests USING btree (region text_pattern_ops, id DESC);
create index requests_unit ON requests USING btree (line, unit_region text_pattern_ops, id DESC) WHERE (line IS NOT NULL);
create index requests_unit_open ON requests USING btree (line, unit_region text_pattern_ops, front DESC, due_at, id) WHERE (waits_on = 'unit'::text);

create table resource_editions (
  resource text not null,
  edition integer not null,
  content jsonb not null,
  staff_id uuid not null,
  actor_name text not null,
  at timestamp with time zone not null,
  constraint resource_editions_pkey PRIMARY KEY (resource, edition),
  constraint resource_editions_resource_fkey FOREIGN KEY (resource) REFERENCES resources(id),
  constraint resource_editions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table resource_editions is 'Every published edition of a resource, append-only.';
create index resource_editions_staff ON resource_editions USING btree (staff_id);
CREATE TRIGGER resource_editions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON resource_editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table resource_pull_rows (
  pull_id uuid not null,
  position integer not null,
  sealed text not null,
  constraint resource_pull_rows_pkey PRIMARY KEY (pull_id, "position"),
  constraint resource_pull_rows_pull_id_fkey FOREIGN KEY (pull_id) REFERENCES resource_pulls(id)
);
comment on table resource_pull_rows is 'Records of a pull, encrypted; gone with it after the days of retention.';

create table resource_pulls (
  id uuid not null,
  resource text not null,
  consumer text not null,
  purpose text not null,
  legal_basis text not null,
  granted_by text not null,
  fields text[] not null,
  filter jsonb not null,
  state text not null,
  next jsonb,
  records integer not null,
  digest text not null,
  problem text,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint resource_pulls_pkey PRIMARY KEY (id),
  constraint resource_pulls_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'failed'::text])))
);
comment on table resource_pulls is 'Records of a resource pulled in one go for screening, under a grant for batches; resumed where it stopped.';
comment on column resource_pulls.next is 'Where the source goes on; null at the beginning.';
comment on column resource_pulls.digest is 'SHA-256 over the digest so far and the next page in NDJSON, page after page.';
create index resource_pulls_ended ON resource_pulls USING btree (ended_at) WHERE (ended_at IS NOT NULL);
create index resource_pulls_grant ON resource_pulls USING btree (granted_by, begun_at);

create table resources (
  id text not null,
  region text not null,
  line text not null,
  draft jsonb,
  published jsonb,
  edition integer not null default 0,
  revision integer not null,
  published_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint resources_pkey PRIMARY KEY (id)
);
comment on table resources is 'What an authority says of a data resource it shares; a registry of a pack has a row only once its authority has written something.';
comment on column resources.id is 'Id of the registry in the pack, or a UUID where the authority added it.';
comment on column resources.draft is 'Being written; null when nothing is.';
comment on column resources.edition is 'Number of the edition published last; 0 before the first.';
create index resources_place ON resources USING btree (region text_pattern_ops, line, id);

create table result_editions (
  result_id uuid not null,
  edition integer not null,
  person_id uuid not null,
  content jsonb not null default '[]'::jsonb,
  replaced_at timestamp with time zone not null,
  reasons text not null,
  sealed text,
  constraint result_editions_pkey PRIMARY KEY (result_id, edition),
  constraint result_editions_result_id_fkey FOREIGN KEY (result_id) REFERENCES results(id)
);
comment on table result_editions is 'Earlier editions of corrected results, as they stood until they were corrected.';
comment on column result_editions.sealed is 'Encrypted: content (class history).';
CREATE TRIGGER result_editions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON result_editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table result_receipts (
  result_id uuid not null,
  person_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by text,
  constraint result_receipts_pkey PRIMARY KEY (result_id),
  constraint result_receipts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint result_receipts_result_id_fkey FOREIGN KEY (result_id) REFERENCES results(id)
);
comment on table result_receipts is 'When a result was first opened in the account of its person; opened_by names who acted for them, null when it was themself. E-signature Law Art. 11: it had arrived before.';
create index result_receipts_person ON result_receipts USING btree (person_id);

create table results (
  id uuid not null,
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  service text not null,
  line text not null,
  region text not null,
  number text not null,
  content jsonb not null default '[]'::jsonb,
  issued_at timestamp with time zone not null,
  standing text not null default 'valid'::text,
  edition integer not null default 1,
  until_on date,
  look_on date,
  replaces uuid,
  sealed text,
  constraint results_pkey PRIMARY KEY (id),
  constraint results_case_id_key UNIQUE (case_id),
  constraint results_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint results_replaces_fkey FOREIGN KEY (replaces) REFERENCES results(id),
  constraint results_standing_check CHECK ((standing = ANY (ARRAY['valid'::text, 'corrected'::text, 'revoked'::text, 'cancelled'::text, 'replaced'::text])))
);
comment on table results is 'Results of granted cases as numbered records.';
comment on column results.standing is 'What became of the result, folded from the actions of its case.';
comment on column results.until_on is 'Last day on which it holds; null: for good.';
comment on column results.look_on is 'The day to look at it again: to remind of its end, or to say that it has ended; null: never.';
comment on column results.replaces is 'The edition before, which this one changed or extended.';
comment on column results.sealed is 'Encrypted: content (class content).';
create index results_ending ON results USING btree (region text_pattern_ops, until_on, id) WHERE ((until_on IS NOT NULL) AND (standing = ANY (ARRAY['valid'::text, 'corrected'::text])));
create index results_look ON results USING btree (look_on, id) WHERE (look_on IS NOT NULL);
create unique index results_number ON results USING btree (number) WHERE (standing <> 'replaced'::text);
create index results_number_once ON results USING btree (number) WHERE (standing = 'replaced'::text);
create index results_person ON results USING btree (person_id, issued_at DESC);
create index results_replaces ON results USING btree (replaces) WHERE (replaces IS NOT NULL);

create table saved_views (
  id uuid not null,
  staff_id uuid not null,
  unit text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  desk text not null,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_name UNIQUE (staff_id, desk, name),
  constraint saved_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint saved_views_desk_check CHECK ((desk = ANY (ARRAY['cases'::text, 'requests'::text])))
);
comment on table saved_views is 'A filter an official keeps under a name, of the queue of cases or of the desk of requests; shared ones are offered to everybody of the unit.';
create index saved_views_unit ON saved_views USING btree (unit) WHERE shared;

create table schema_migrations (
  version integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (version)
);
comment on table schema_migrations is 'Migrations applied to this database, with the SHA-256 of each file.';

create table seal_actions (
  id uuid not null,
  seal_id uuid not null,
  action text not null,
  reason text not null,
  actor text not null,
  at timestamp with time zone not null,
  constraint seal_actions_pkey PRIMARY KEY (id),
  constraint seal_actions_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES seals(id),
  constraint seal_actions_action_check CHECK ((action = ANY (ARRAY['suspend'::text, 'resume'::text])))
);
comment on table seal_actions is 'When a seal was suspended and taken up again, by whom and why; only grows.';
create index seal_actions_seal ON seal_actions USING btree (seal_id, at, id);
CREATE TRIGGER seal_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON seal_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table seal_uses (
  id uuid not null,
  seal_id uuid not null,
  region text not null,
  purpose text not null,
  subject text not null,
  digest text not null,
  at timestamp with time zone not null,
  constraint seal_uses_pkey PRIMARY KEY (id),
  constraint seal_uses_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES seals(id),
  constraint seal_uses_purpose_check CHECK ((purpose = ANY (ARRAY['notice'::text, 'credential'::text, 'application'::text])))
);
comment on table seal_uses is 'Every time a seal signed: what for, about what, and the SHA-256 of the bytes it covers; written before the key is used, only grows.';
create index seal_uses_digest ON seal_uses USING btree (digest);
create index seal_uses_seal ON seal_uses USING btree (seal_id, at DESC, id DESC);
CREATE TRIGGER seal_uses_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON seal_uses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table seals (
  id uuid not null,
  line text not null,
  region text not null,
  authority text not null,
  kid text not null,
  fingerprint text not null,
  certificates text not null,
  self_issued boolean not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  suspended boolean not null default false,
  constraint seals_pkey PRIMARY KEY (id),
  constraint seals_fingerprint_key UNIQUE (fingerprint)
);
comment on table seals is 'Certificates of the electronic seals of authorities (E-signature Law Art. 13, 16); the private keys lie in the keystore. A renewed seal is a further row.';
comment on column seals.certificates is 'PEM: the certificate of the seal, then those it was issued by.';
comment on column seals.self_issued is 'Issued by the installation itself, for a demonstration.';
create index seals_authority ON seals USING btree (line, region text_pattern_ops, created_at DESC);
create index seals_region ON seals USING btree (region text_pattern_ops, created_at DESC, id);
create index seals_self_issued ON seals USING btree (created_at DESC) WHERE self_issued;

create table search_click_marks (
  clicked_on date not null,
  mark text not null,
  constraint search_click_marks_pkey PRIMARY KEY (clicked_on, mark)
);
comment on table search_click_marks is 'Salted digests of visitor, words and result, so that nobody counts twice on a day; erased when the day is over.';

create table search_clicks (
  region text not null,
  words text not null,
  document text not null,
  clicked_on date not null,
  visitors integer not null,
  telling integer not null default 0,
  constraint search_clicks_pkey PRIMARY KEY (region, words, document, clicked_on),
  constraint search_clicks_telling_check CHECK (((telling >= 0) AND (telling <= visitors))),
  constraint search_clicks_visitors_check CHECK ((visitors > 0))
);
comment on table search_clicks is 'How many different visitors of a day chose a result (<type>/<id>) after searching these words.';
comment on column search_clicks.telling is 'Of these visitors, those who had searched these words a moment before and chose what has nearly all of them; only they make words popular.';
create index search_clicks_day ON search_clicks USING btree (clicked_on);

create table search_documents (
  key text collate "C" not null,
  type text not null,
  region text collate "C" not null,
  alias_words text[] not null,
  context_words text not null,
  version text not null,
  pack text collate "C" not null,
  audience text not null,
  shown jsonb not null,
  title_words text[] not null,
  body_words text not null,
  change bigint not null generated always as identity,
  constraint search_documents_pkey PRIMARY KEY (key),
  constraint search_documents_audience_check CHECK ((audience = ANY (ARRAY[''::text, 'person'::text, 'organisation'::text])))
);
comment on table search_documents is 'What search finds; each process keeps it in memory. *_words are normalised texts.';
comment on column search_documents.region is 'Where it is offered.';
comment on column search_documents.version is 'Changes with the content and with the way of indexing; equal means nothing to do.';
comment on column search_documents.pack is 'Region of the pack an entry comes from; empty for what comes from elsewhere.';
comment on column search_documents.audience is 'Whom it is for; empty: for both, or not stated.';
comment on column search_documents.shown is 'What a result shows: type, id, region, title, summary, address, what one can do.';
comment on column search_documents.change is 'Grows with every entry written, in the order of commits because writers take turns.';
create unique index search_documents_change ON search_documents USING btree (change);

create table search_origin (
  id uuid not null default gen_random_uuid(),
  single boolean not null default true,
  constraint search_origin_pkey PRIMARY KEY (single),
  constraint search_origin_single_check CHECK (single)
);
comment on table search_origin is 'One row, from the first document on: tells the documents of this database from those of any other, for indexes kept in files.';

create table search_removals (
  key text collate "C" not null,
  region text collate "C" not null,
  change bigint not null,
  constraint search_removals_pkey PRIMARY KEY (key)
);
comment on table search_removals is 'What search found once and no more, with its place in the order of changes.';
comment on column search_removals.change is 'From the same numbers as search_documents.change.';
create unique index search_removals_change ON search_removals USING btree (change);

create table searches (
  region text not null,
  words text not null,
  searched_on date not null,
  times integer not null,
  nothing_times integer not null,
  constraint searches_pkey PRIMARY KEY (region, words, searched_on),
  constraint searches_check CHECK (((nothing_times >= 0) AND (nothing_times <= times))),
  constraint searches_times_check CHECK ((times > 0))
);
comment on table searches is 'How often words were searched on a day in a place, and how often nothing was found. Numbers are masked; nothing says who searched.';
create index searches_day ON searches USING btree (searched_on);

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

create table show_codes (
  person_id uuid not null,
  digest text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  session_id uuid,
  constraint show_codes_pkey PRIMARY KEY (person_id),
  constraint show_codes_digest_key UNIQUE (digest),
  constraint show_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint show_codes_session_id_fkey FOREIGN KEY (session_id) REFERENCES window_sessions(id)
);
comment on table show_codes is 'The code a person shows at a window (亮码): one at a time, good for a minute and for one reading. Kept as a keyed digest.';
create index show_codes_session ON show_codes USING btree (session_id) WHERE (session_id IS NOT NULL);

create table shown_offline (
  digest text not null,
  seen_at timestamp with time zone not null,
  constraint shown_offline_pkey PRIMARY KEY (digest)
);
comment on table shown_offline is 'Codes made without network that were checked here, so that none is taken twice; removed when they are too old to be taken at all.';
create index shown_offline_seen ON shown_offline USING btree (seen_at);

create table site_visit_actions (
  seq bigint not null generated always as identity,
  visit_id uuid not null,
  region text not null,
  action text not null,
  actor_kind text not null,
  actor text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint site_visit_actions_pkey PRIMARY KEY (seq),
  constraint site_visit_actions_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES site_visits(id)
);
comment on table site_visit_actions is 'What happened to a joint visit, append-only.';
create index site_visit_actions_visit ON site_visit_actions USING btree (visit_id, seq);
CREATE TRIGGER site_visit_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON site_visit_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table site_visit_parts (
  visit_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  service text not null,
  line text not null,
  region text not null,
  held_on date not null,
  state text not null,
  revision integer not null,
  findings jsonb not null,
  note text not null,
  rectify_on date,
  rectified jsonb,
  procedure integer,
  signed_by text,
  signed_at timestamp with time zone,
  digest text,
  open boolean not null,
  constraint site_visit_parts_pkey PRIMARY KEY (visit_id, case_id),
  constraint site_visit_parts_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint site_visit_parts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint site_visit_parts_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES site_visits(id),
  constraint site_visit_parts_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'left'::text, 'absent'::text, 'passed'::text, 'failed'::text, 'rectifying'::text])))
);
comment on table site_visit_parts is 'What one authority does at a joint visit: its answer to the time, its part of the opinion sheet (踏勘意见表), what came of it.';
comment on column site_visit_parts.findings is 'By item of the checklist: verdict, words, measure, photos; a draft until signed_at.';
comment on column site_visit_parts.procedure is 'Number of the special procedure in the course of the case; null until it has begun.';
comment on column site_visit_parts.digest is 'SHA-256 of what was signed.';
comment on column site_visit_parts.open is 'Whether the authority still has something to do in it: what its list of visits shows.';
create index site_visit_parts_case ON site_visit_parts USING btree (case_id);
create index site_visit_parts_person ON site_visit_parts USING btree (person_id);
create index site_visit_parts_place ON site_visit_parts USING btree (region text_pattern_ops, line, held_on, visit_id) WHERE open;

create table site_visit_photos (
  id uuid not null,
  visit_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  region text not null,
  item text not null,
  digest text not null,
  name text not null,
  size integer not null,
  type text not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint site_visit_photos_pkey PRIMARY KEY (id),
  constraint site_visit_photos_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint site_visit_photos_digest_fkey FOREIGN KEY (digest) REFERENCES files(digest),
  constraint site_visit_photos_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint site_visit_photos_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES site_visits(id)
);
comment on table site_visit_photos is 'Photos taken at a joint visit, by item of an authority''s checklist.';
create index site_visit_photos_case ON site_visit_photos USING btree (case_id);
create index site_visit_photos_digest ON site_visit_photos USING btree (digest);
create index site_visit_photos_person ON site_visit_photos USING btree (person_id);
create index site_visit_photos_visit ON site_visit_photos USING btree (visit_id);

create table site_visit_slots (
  region text not null,
  line text not null,
  held_on date not null,
  half text not null,
  visit_id uuid,
  reason text not null,
  by_name text not null,
  constraint site_visit_slots_pkey PRIMARY KEY (region, line, held_on, half),
  constraint site_visit_slots_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES site_visits(id),
  constraint site_visit_slots_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text])))
);
comment on table site_visit_slots is 'Half days on which an authority cannot go out: taken by a visit, or by what its officials say. One visit per authority and half day.';
create index site_visit_slots_visit ON site_visit_slots USING btree (visit_id);

create table site_visit_wishes (
  application_id uuid not null,
  person_id uuid not null,
  half text,
  not_on date[] not null,
  contact text not null,
  updated_at timestamp with time zone not null,
  constraint site_visit_wishes_pkey PRIMARY KEY (application_id),
  constraint site_visit_wishes_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint site_visit_wishes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint site_visit_wishes_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text])))
);
comment on table site_visit_wishes is 'When officials may come, as the applicant wishes, and whom they find there.';
create index site_visit_wishes_person ON site_visit_wishes USING btree (person_id);

create table site_visits (
  id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  applicant text not null,
  matter text not null,
  region text not null,
  place text not null,
  state text not null,
  revision integer not null,
  held_on date not null,
  half text not null,
  chosen boolean not null,
  moved boolean not null,
  clock_on date,
  begun_on date,
  look_on date,
  reminded boolean not null,
  sign_on date,
  comment text not null,
  signature jsonb,
  signed_at timestamp with time zone,
  notice_id uuid,
  opened_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint site_visits_pkey PRIMARY KEY (id),
  constraint site_visits_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint site_visits_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  constraint site_visits_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint site_visits_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text]))),
  constraint site_visits_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'offered'::text, 'agreed'::text, 'onSite'::text, 'closed'::text, 'missed'::text, 'cancelled'::text])))
);
comment on table site_visits is 'One appointment at which the authorities of an application look at the place together (联合踏勘); its state follows site_visit_actions.';
comment on column site_visits.chosen is 'The applicant has chosen the time; once all authorities agree it stands.';
comment on column site_visits.clock_on is 'Day on which the clocks of the cases stop: that of the visit as first agreed, also when the applicant moves it.';
comment on column site_visits.begun_on is 'Day on which it took place: that agreed, or earlier where everybody was there.';
comment on column site_visits.look_on is 'Day on which there is next something to do by itself: remind, begin, close. Null: nothing.';
comment on column site_visits.signature is 'The strokes the applicant signed the opinion sheet with.';
create index site_visits_application ON site_visits USING btree (application_id);
create index site_visits_look ON site_visits USING btree (look_on, id) WHERE (look_on IS NOT NULL);
create index site_visits_notice ON site_visits USING btree (notice_id);
create unique index site_visits_one_open ON site_visits USING btree (application_id) WHERE (ended_at IS NULL);
create index site_visits_person ON site_visits USING btree (person_id);

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

create table staff_messages (
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  case_id uuid,
  card_id uuid,
  detail jsonb not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint staff_messages_pkey PRIMARY KEY (id),
  constraint staff_messages_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table staff_messages is 'Inbox of officials: what is late, which cards were issued, who mentioned them; text is made from kind and detail when it is read.';
create index staff_messages_staff ON staff_messages USING btree (staff_id, at DESC, id);
create index staff_messages_unread ON staff_messages USING btree (staff_id) WHERE (read_at IS NULL);

create table staff_postings (
  staff_id uuid not null,
  role text not null,
  region text not null,
  line text not null default '*'::text,
  constraint staff_postings_pkey PRIMARY KEY (staff_id, role, region, line),
  constraint staff_postings_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_postings_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'window'::text, 'helper'::text, 'approver'::text, 'head'::text, 'supervisor'::text, 'designer'::text, 'operator'::text, 'steward'::text, 'agent'::text, 'dispatcher'::text])))
);
comment on table staff_postings is 'Role of an official in one region and line of authority, as asserted at the last login; line * is every line.';

create table statement_days (
  statement_on date not null,
  read_at timestamp with time zone not null,
  lines integer not null,
  paid_fen bigint not null,
  refunded_fen bigint not null,
  differences integer not null,
  constraint statement_days_pkey PRIMARY KEY (statement_on)
);
comment on table statement_days is 'A day whose statement of the platform was compared with our own books.';

create table supervision_sweeps (
  task text not null,
  swept_on date not null,
  constraint supervision_sweeps_pkey PRIMARY KEY (task)
);
comment on table supervision_sweeps is 'The day on which what is only looked at once a day was last looked at.';

create table take_up_counts (
  survey_id uuid not null,
  region text not null,
  line text not null,
  benefit text not null,
  district text not null,
  age text not null,
  sex text not null,
  outcome text not null,
  people bigint not null,
  fen bigint not null,
  days bigint not null,
  squares bigint not null,
  constraint take_up_counts_pkey PRIMARY KEY (survey_id, region, line, benefit, district, age, sex, outcome),
  constraint take_up_counts_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES take_up_surveys(id)
);
comment on table take_up_counts is 'How many people or companies a policy has come to so far, by where they live, age and sex. region and line: of the authority that pays.';
comment on column take_up_counts.days is 'From being found to being paid, of all who were paid, added up.';
comment on column take_up_counts.squares is 'The squares of those days, added up, for the spread.';

create table take_up_gaps (
  survey_id uuid not null,
  region text not null,
  line text not null,
  benefit text not null,
  fact text not null,
  people bigint not null,
  constraint take_up_gaps_pkey PRIMARY KEY (survey_id, region, line, benefit, fact),
  constraint take_up_gaps_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES take_up_surveys(id)
);
comment on table take_up_gaps is 'Of how many it is unknown whether a policy is due because this fact is missing.';

create table take_up_surveys (
  id uuid not null,
  region text not null,
  year integer not null,
  counted_on date not null,
  state text not null,
  policies text not null,
  after_subject uuid,
  seen bigint not null default 0,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint take_up_surveys_pkey PRIMARY KEY (id),
  constraint take_up_surveys_seen_check CHECK ((seen >= 0)),
  constraint take_up_surveys_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text])))
);
comment on table take_up_surveys is 'Counting who receives what is due to them in a year, everybody of a region page by page; after_subject: how far it came. policies: digest of those it judges by. Only finished ones are shown.';
create unique index take_up_surveys_going ON take_up_surveys USING btree (region) WHERE (state = 'running'::text);
create index take_up_surveys_newest ON take_up_surveys USING btree (region text_pattern_ops, begun_at DESC);

create table text_message_choices (
  person_id uuid not null,
  chosen_at timestamp with time zone not null,
  constraint text_message_choices_pkey PRIMARY KEY (person_id),
  constraint text_message_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table text_message_choices is 'Residents who want no text messages.';

create table text_message_counts (
  counted_on date not null,
  scope text not null,
  taken integer not null,
  constraint text_message_counts_pkey PRIMARY KEY (counted_on, scope),
  constraint text_message_counts_taken_check CHECK ((taken > 0))
);
comment on table text_message_counts is 'How many were sent on a day in China: in all (scope empty), and to each number (its keyed digest). Kept for two days.';

create table text_message_reports (
  id uuid not null,
  message_id uuid not null,
  try integer not null,
  delivered boolean not null,
  code text not null,
  reported_at timestamp with time zone not null,
  heard_at timestamp with time zone not null,
  via text not null,
  constraint text_message_reports_pkey PRIMARY KEY (id),
  constraint text_message_reports_message_id_try_key UNIQUE (message_id, try),
  constraint text_message_reports_message_id_fkey FOREIGN KEY (message_id) REFERENCES text_messages(id) ON DELETE CASCADE,
  constraint text_message_reports_via_check CHECK ((via = ANY (ARRAY['pushed'::text, 'asked'::text])))
);
comment on table text_message_reports is 'What the gateway reported of a try, once: the first report counts.';

create table text_message_stops (
  phone_digest text not null,
  stopped_at timestamp with time zone not null,
  constraint text_message_stops_pkey PRIMARY KEY (phone_digest)
);
comment on table text_message_stops is 'Numbers whose holder answered T: nothing is sent to them any more.';

create table text_messages (
  id uuid not null,
  key text not null,
  kind text not null,
  region text not null,
  line text not null,
  subject uuid not null,
  person_id uuid,
  phone_digest text not null,
  link_digest text,
  urgent boolean not null,
  state text not null,
  tries integer not null default 0,
  due_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  gateway_number text,
  because text,
  sealed text not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint text_messages_pkey PRIMARY KEY (id),
  constraint text_messages_key_key UNIQUE (key),
  constraint text_messages_link_digest_key UNIQUE (link_digest),
  constraint text_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint text_messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'calling'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])))
);
comment on table text_messages is 'Text messages to mobile phones, each sent once: its key names what it is about. Older ones are erased after the days of the rule textMessages.';
comment on column text_messages.subject is 'The case, request or call it is about.';
comment on column text_messages.phone_digest is 'Keyed digest of the number, by which limits are counted and wishes are found.';
comment on column text_messages.link_digest is 'Keyed digest of the code in its address; the code itself is nowhere.';
comment on column text_messages.tries is 'How often the gateway was asked to send it; the number of the try goes with it, so that a report names the try it is about.';
comment on column text_messages.due_at is 'When it is looked at next: to be sent, to find out what became of a call, to ask for its report.';
comment on column text_messages.gateway_number is 'What the gateway calls it (BizId).';
comment on column text_messages.because is 'Why it waits, failed or was dropped: a word of ours, or the code of the gateway.';
comment on column text_messages.sealed is 'Number, what the template needs, and where its address leads (class content).';
create index text_messages_desk ON text_messages USING btree (region text_pattern_ops, made_at DESC, id DESC);
create index text_messages_due ON text_messages USING btree (due_at) WHERE (due_at IS NOT NULL);
create index text_messages_failed ON text_messages USING btree (region text_pattern_ops, ended_at DESC) WHERE (state = 'failed'::text);
create index text_messages_person ON text_messages USING btree (person_id) WHERE (person_id IS NOT NULL);

create table transfer_actions (
  seq bigint not null generated always as identity,
  transfer_id uuid not null,
  action text not null,
  staff_id uuid,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint transfer_actions_pkey PRIMARY KEY (seq),
  constraint transfer_actions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint transfer_actions_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES transfers(id)
);
comment on table transfer_actions is 'What happened to a hand-over, append-only; the detail of a signed action holds what was signed. staff_id null: the system.';
create index transfer_actions_staff ON transfer_actions USING btree (staff_id);
create index transfer_actions_transfer ON transfer_actions USING btree (transfer_id, seq);
CREATE TRIGGER transfer_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON transfer_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table transfers (
  id uuid not null,
  number text not null,
  application_id uuid not null,
  person_id uuid not null,
  applicant text not null,
  application_number text not null,
  matter_name jsonb not null,
  outlet text not null,
  counter text not null,
  hall jsonb not null,
  from_region text not null,
  to_region text not null,
  to_line text not null,
  cases jsonb not null,
  state text not null,
  revision integer not null,
  collected_at timestamp with time zone not null,
  hand_over_due_on date,
  receipt_due_on date,
  signed jsonb,
  parcel jsonb,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  reminded integer not null default 0,
  constraint transfers_pkey PRIMARY KEY (id),
  constraint transfers_number_key UNIQUE (number),
  constraint transfers_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint transfers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint transfers_state_check CHECK ((state = ANY (ARRAY['collected'::text, 'underway'::text, 'received'::text, 'returned'::text, 'ended'::text])))
);
comment on table transfers is 'The file of one application for one authority, taken in at a hall of another region; its state follows transfer_actions.';
comment on column transfers.cases is 'The cases it is for: [{id, number, service, name}].';
comment on column transfers.hand_over_due_on is 'Last day for the hall, by the calendar of its region; null while that calendar is not published, or nothing is asked of it.';
comment on column transfers.receipt_due_on is 'Last day for the authority to receipt or return it, by its calendar; null while it has not been handed over.';
comment on column transfers.signed is 'The hand-over as signed last: content, digest and signature; null before the first.';
comment on column transfers.ended_at is 'When it was receipted, or its cases ended without it; null while somebody has to act.';
comment on column transfers.reminded is 'Steps of the ladder taken since the present day for acting has passed; 0 again with the next step of the hand-over.';
create index transfers_application ON transfers USING btree (application_id);
create index transfers_due ON transfers USING btree ((
CASE
    WHEN (state = 'underway'::text) THEN receipt_due_on
    ELSE hand_over_due_on
END), id) WHERE (ended_at IS NULL);
create index transfers_from ON transfers USING btree (from_region text_pattern_ops, id DESC);
create index transfers_open_from ON transfers USING btree (from_region text_pattern_ops, id) WHERE (ended_at IS NULL);
create index transfers_open_to ON transfers USING btree (to_region text_pattern_ops, to_line, id) WHERE (ended_at IS NULL);
create index transfers_person ON transfers USING btree (person_id);
create index transfers_to ON transfers USING btree (to_region text_pattern_ops, to_line, id DESC);

create table typed_look_ups (
  person_id uuid not null,
  since_at timestamp with time zone not null,
  numbers text[] not null default '{}'::text[],
  constraint typed_look_ups_pkey PRIMARY KEY (person_id),
  constraint typed_look_ups_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table typed_look_ups is 'The numbers a person had records looked up by without proving them theirs, hashed, in the hour that began then.';

create table undertaking_actions (
  undertaking_id uuid not null,
  seq integer not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamp with time zone not null,
  detail jsonb not null,
  constraint undertaking_actions_pkey PRIMARY KEY (undertaking_id, seq),
  constraint undertaking_actions_undertaking_id_fkey FOREIGN KEY (undertaking_id) REFERENCES undertakings(id)
);
comment on table undertaking_actions is 'What happened to a promise and to the credit entry that came of it, append-only; both states are folds of these rows.';
CREATE TRIGGER undertaking_actions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON undertaking_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table undertaking_offers (
  case_id uuid not null,
  evidence text not null,
  kind text not null,
  used boolean not null,
  person_id uuid not null,
  service text not null,
  line text not null,
  region text not null,
  offered_on date not null,
  constraint undertaking_offers_pkey PRIMARY KEY (case_id, evidence, kind),
  constraint undertaking_offers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint undertaking_offers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint undertaking_offers_kind_check CHECK ((kind = ANY (ARRAY['commitment'::text, 'later'::text])))
);
comment on table undertaking_offers is 'Where a case could have been begun on a promise, and whether the applicant made it: what statistics count.';
create index undertaking_offers_person ON undertaking_offers USING btree (person_id);
create index undertaking_offers_place ON undertaking_offers USING btree (region text_pattern_ops, offered_on);

create table undertakings (
  id uuid not null,
  case_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  applicant text not null,
  subject text not null,
  case_number text not null,
  matter text not null,
  service text not null,
  line text not null,
  region text not null,
  evidence text not null,
  kind text not null,
  duty text not null,
  how text,
  statement jsonb not null,
  statement_digest text not null,
  consents jsonb not null default '{}'::jsonb,
  catalogue_digest text,
  state text not null,
  revision integer not null default 1,
  due_days integer,
  count_from date,
  due_on date,
  reminded integer not null default 0,
  look_on date,
  files jsonb not null default '[]'::jsonb,
  handed_in_on date,
  answer_on date,
  answered boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint undertakings_pkey PRIMARY KEY (id),
  constraint undertakings_case_id_evidence_key UNIQUE (case_id, evidence),
  constraint undertakings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint undertakings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint undertakings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint undertakings_duty_check CHECK ((duty = ANY (ARRAY['document'::text, 'check'::text, 'truth'::text]))),
  constraint undertakings_how_check CHECK ((how = ANY (ARRAY['registry'::text, 'visit'::text, 'document'::text]))),
  constraint undertakings_kind_check CHECK ((kind = ANY (ARRAY['commitment'::text, 'later'::text]))),
  constraint undertakings_state_check CHECK ((state = ANY (ARRAY['open'::text, 'handedIn'::text, 'questioned'::text, 'kept'::text, 'breached'::text, 'released'::text])))
);
comment on table undertakings is 'One promise of an applicant in one case: signed instead of a document or for later, followed up until it is kept, broken or no longer needed.';
comment on column undertakings.subject is 'Whose promise it is: the unified social credit code of the business applied for, else the id of the person.';
comment on column undertakings.duty is 'What follows: the document itself, a later check, or nothing but that it must be true.';
comment on column undertakings.due_on is 'Day by which it is due; null while nothing is counted or the calendar of that year is not published.';
comment on column undertakings.look_on is 'Day on which there is next something to do by itself: remind, let it lapse, begin a check. Null: nothing.';
comment on column undertakings.files is 'The documents handed in, with the digests of what was handed in then.';
comment on column undertakings.answer_on is 'Last day on which the applicant is heard before a decision on a breach.';
create index undertakings_application ON undertakings USING btree (application_id);
create index undertakings_look ON undertakings USING btree (look_on, id) WHERE (look_on IS NOT NULL);
create index undertakings_made ON undertakings USING btree (region text_pattern_ops, created_at);
create index undertakings_person ON undertakings USING btree (person_id);
create index undertakings_queue ON undertakings USING btree (line, region text_pattern_ops, due_on, id) WHERE (ended_at IS NULL);

create table unfound_searches (
  id uuid not null,
  region text not null,
  words text not null,
  source text not null,
  state text not null,
  revision integer not null,
  times integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  remedy text,
  note text not null default ''::text,
  decided_by text,
  decided_at timestamp with time zone,
  constraint unfound_searches_pkey PRIMARY KEY (id),
  constraint unfound_searches_region_words_key UNIQUE (region, words),
  constraint unfound_searches_check CHECK (((state = 'answered'::text) = (remedy IS NOT NULL))),
  constraint unfound_searches_remedy_check CHECK ((remedy = ANY (ARRAY['keyword'::text, 'thesaurus'::text, 'answer'::text, 'service'::text, 'other'::text]))),
  constraint unfound_searches_revision_check CHECK ((revision > 0)),
  constraint unfound_searches_source_check CHECK ((source = ANY (ARRAY['search'::text, 'clicks'::text, 'guidance'::text, 'assistant'::text]))),
  constraint unfound_searches_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'setAside'::text]))),
  constraint unfound_searches_times_check CHECK ((times > 0))
);
comment on table unfound_searches is 'Questions nobody could answer, for designers: what was not found, found and not chosen, or not understood, until it is answered or set aside.';
create index unfound_searches_age ON unfound_searches USING btree (last_at);
create index unfound_searches_list ON unfound_searches USING btree (region text_pattern_ops, state, times DESC);

create table verification_misses (
  id uuid not null,
  caller text not null,
  missed_at timestamp with time zone not null,
  constraint verification_misses_pkey PRIMARY KEY (id)
);
comment on table verification_misses is 'Codes that were nobody''s, by a keyed hash of the address they came from; counted for ten minutes to slow guessing down, then removed.';
create index verification_misses_caller ON verification_misses USING btree (caller, missed_at);

create table wallet_devices (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  public_jwk jsonb not null,
  registered_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint wallet_devices_pkey PRIMARY KEY (id),
  constraint wallet_devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
comment on table wallet_devices is 'A phone that may show its holder''s credentials without network: the public half of a key that never leaves it. Copies made for it name the key.';
create index wallet_devices_person ON wallet_devices USING btree (person_id, registered_at);

create table window_code_misses (
  id uuid not null,
  staff_id uuid not null,
  missed_at timestamp with time zone not null,
  constraint window_code_misses_pkey PRIMARY KEY (id),
  constraint window_code_misses_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table window_code_misses is 'Codes typed at a window that are nobody’s; after a few of them the window has to wait. Cleared after a while.';
create index window_code_misses_staff ON window_code_misses USING btree (staff_id, missed_at);

create table window_hand_outs (
  result_id uuid not null,
  person_id uuid not null,
  received_id uuid,
  session_id uuid,
  staff_id uuid not null,
  handed_at timestamp with time zone not null,
  shift_id uuid,
  pickup_id uuid,
  received_name text,
  signature jsonb,
  constraint window_hand_outs_pkey PRIMARY KEY (result_id),
  constraint window_hand_outs_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint window_hand_outs_pickup_id_fkey FOREIGN KEY (pickup_id) REFERENCES pickups(id),
  constraint window_hand_outs_received_id_fkey FOREIGN KEY (received_id) REFERENCES people(id),
  constraint window_hand_outs_result_id_fkey FOREIGN KEY (result_id) REFERENCES results(id),
  constraint window_hand_outs_session_id_fkey FOREIGN KEY (session_id) REFERENCES window_sessions(id),
  constraint window_hand_outs_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES window_shifts(id),
  constraint window_hand_outs_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint window_hand_outs_how CHECK ((((session_id IS NOT NULL) AND (received_id IS NOT NULL)) OR ((pickup_id IS NOT NULL) AND (shift_id IS NOT NULL) AND (signature IS NOT NULL) AND (received_name IS NOT NULL))))
);
comment on table window_hand_outs is 'Results handed out at a window, once each: to whom, by whom, in which session.';
create index window_hand_outs_person ON window_hand_outs USING btree (person_id);
create index window_hand_outs_pickup ON window_hand_outs USING btree (pickup_id) WHERE (pickup_id IS NOT NULL);
create index window_hand_outs_received ON window_hand_outs USING btree (received_id);
create index window_hand_outs_session ON window_hand_outs USING btree (session_id);
create index window_hand_outs_shift ON window_hand_outs USING btree (shift_id) WHERE (shift_id IS NOT NULL);
create index window_hand_outs_staff ON window_hand_outs USING btree (staff_id);
CREATE TRIGGER window_hand_outs_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON window_hand_outs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table window_hand_overs (
  shift_id uuid not null,
  step text not null,
  staff_id uuid not null,
  list jsonb not null,
  list_digest text not null,
  remark text not null,
  signed_at timestamp with time zone not null,
  constraint window_hand_overs_pkey PRIMARY KEY (shift_id, step),
  constraint window_hand_overs_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES window_shifts(id),
  constraint window_hand_overs_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint window_hand_overs_step_check CHECK ((step = ANY (ARRAY['given'::text, 'taken'::text])))
);
comment on table window_hand_overs is 'The list of a shift as it was signed: by who goes, and by who comes next.';
create index window_hand_overs_staff ON window_hand_overs USING btree (staff_id);
CREATE TRIGGER window_hand_overs_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON window_hand_overs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table window_sessions (
  id uuid not null,
  shift_id uuid not null,
  staff_id uuid not null,
  person_id uuid not null,
  came_id uuid not null,
  delegation_id uuid,
  region text not null,
  identified_by text not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint window_sessions_pkey PRIMARY KEY (id),
  constraint window_sessions_came_id_fkey FOREIGN KEY (came_id) REFERENCES people(id),
  constraint window_sessions_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id),
  constraint window_sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint window_sessions_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES window_shifts(id),
  constraint window_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint window_sessions_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint window_sessions_check1 CHECK (((delegation_id IS NULL) = (person_id = came_id))),
  constraint window_sessions_ended_by_check CHECK ((ended_by = ANY (ARRAY['clerk'::text, 'next'::text, 'elsewhere'::text, 'idle'::text, 'shift'::text]))),
  constraint window_sessions_identified_by_check CHECK ((identified_by = ANY (ARRAY['card'::text, 'code'::text])))
);
comment on table window_sessions is 'Somebody identified in person at a window: who came, for whom, how they were identified, and from when to when they were served.';
create index window_sessions_came ON window_sessions USING btree (came_id);
create unique index window_sessions_came_open ON window_sessions USING btree (came_id) WHERE (ended_at IS NULL);
create index window_sessions_delegation ON window_sessions USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);
create unique index window_sessions_open ON window_sessions USING btree (shift_id) WHERE (ended_at IS NULL);
create index window_sessions_person ON window_sessions USING btree (person_id, opened_at DESC);
create index window_sessions_shift ON window_sessions USING btree (shift_id, opened_at DESC);
create index window_sessions_staff ON window_sessions USING btree (staff_id);

create table window_shifts (
  id uuid not null,
  staff_id uuid not null,
  region text not null,
  outlet text not null,
  counter text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint window_shifts_pkey PRIMARY KEY (id),
  constraint window_shifts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
comment on table window_shifts is 'An official at a window: from taking their seat until the list is signed. Hall and window are those of the packs.';
create index window_shifts_counter ON window_shifts USING btree (outlet, counter, closed_at DESC);
create unique index window_shifts_open ON window_shifts USING btree (staff_id) WHERE (closed_at IS NULL);
create unique index window_shifts_seat ON window_shifts USING btree (outlet, counter) WHERE (closed_at IS NULL);
create index window_shifts_staff ON window_shifts USING btree (staff_id, opened_at DESC);
