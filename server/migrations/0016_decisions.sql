-- Decisions by decision table, as they were made and so that they can be made again; later checks of tentative ones; comparisons with changed tables.

create table decisions (
  id uuid primary key,
  case_id uuid not null references cases (id),
  person_id uuid not null,
  service text not null,
  region text not null,
  line text not null,
  version text not null,
  decision text not null check (decision in ('approve', 'refuse', 'tentative', 'person')),
  held text check (held in ('documents', 'requirement', 'result')),
  record text not null,
  digest text not null,
  catalogue_digest text,
  check_on date,
  decided_at timestamptz not null
);
comment on table decisions is 'What the decision table of a service said about a case, append-only; a case asked again with the same outcome adds nothing.';
comment on column decisions.record is 'Canonical JSON of the day, the inputs with their sources and the verdict: a replay must give the same bytes.';
comment on column decisions.held is 'Why a person decides although the table did not ask for one: documents nobody has seen, a condition that fails, values only a person can give.';
comment on column decisions.check_on is 'Tentative: the day by which an official confirms it or takes it back; null where the calendar is not published.';
create unique index decisions_case on decisions (case_id, digest);
create index decisions_service on decisions (service, decided_at desc);
create index decisions_check on decisions (check_on, id) where decision = 'tentative';
create trigger decisions_append_only before update or delete or truncate on decisions
  for each statement execute function refuse_change();

create table decision_checks (
  decision_id uuid primary key references decisions (id),
  person_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'takenBack')),
  opinion text not null,
  staff_id uuid not null references staff (id),
  staff_name text not null,
  checked_at timestamptz not null
);
comment on table decision_checks is 'Later checks of tentative decisions by officials, append-only.';
create index decision_checks_staff on decision_checks (staff_id);
create trigger decision_checks_append_only before update or delete or truncate on decision_checks
  for each statement execute function refuse_change();

create table decision_comparisons (
  design_id uuid not null references designs (id),
  service text not null,
  region text not null,
  version text not null,
  report jsonb not null,
  made_at timestamptz not null,
  primary key (design_id, service)
);
comment on table decision_comparisons is 'What a table written in a design would have decided otherwise, from the nightly replay; the newest for each design and table.';
create index decision_comparisons_service on decision_comparisons (service, region text_pattern_ops);
