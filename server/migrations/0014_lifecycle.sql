-- Lifecycle: special procedures, levels of approval, opinions of other authorities, what became of a result, who stands in for whom.

alter table cases drop constraint cases_state_check;
alter table cases add constraint cases_state_check
  check (state in ('waiting', 'submitted', 'accepted', 'supplement', 'suspended', 'granted', 'refused', 'declined', 'withdrawn', 'stopped', 'terminated'));
alter table cases add column course jsonb;
comment on column cases.course is 'How the handling has gone beyond the state: levels, opinions, special procedures, extension, result; null when nothing of that has happened.';
create index cases_unanswered on cases (clock_from, id) where state = 'submitted' and clock_from is not null;

alter table staff_postings drop constraint staff_postings_role_check;
alter table staff_postings add constraint staff_postings_role_check check (role in ('clerk', 'approver', 'head', 'supervisor', 'designer', 'operator'));

create table opinion_requests (
  case_id uuid not null references cases (id),
  opinion int not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  asked_at timestamptz not null,
  due_on date,
  answered_at timestamptz,
  primary key (case_id, opinion)
);
comment on table opinion_requests is 'Opinions asked of other authorities, to be found by those authorities and by the day they are due; what was said is with the case.';
create index opinion_requests_waiting on opinion_requests (line, region text_pattern_ops, due_on, case_id) where answered_at is null;
create index opinion_requests_due on opinion_requests (due_on, case_id) where answered_at is null;

alter table results add column standing text not null default 'valid' check (standing in ('valid', 'corrected', 'revoked', 'cancelled'));
comment on column results.standing is 'What became of the result, folded from the actions of its case.';
alter table results add column edition int not null default 1;

create table result_editions (
  result_id uuid not null references results (id),
  edition int not null,
  person_id uuid not null,
  content jsonb not null,
  replaced_at timestamptz not null,
  reasons text not null,
  primary key (result_id, edition)
);
comment on table result_editions is 'Earlier editions of corrected results, as they stood until they were corrected.';
create trigger result_editions_append_only before update or delete or truncate on result_editions
  for each statement execute function refuse_change();

create table deputies (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  deputy_id uuid not null references staff (id),
  from_on date not null,
  until_on date not null,
  reason text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (until_on >= from_on),
  check (staff_id <> deputy_id)
);
comment on table deputies is 'An official decides in the name of another for a period; the powers are those the other has on the day.';
create index deputies_staff on deputies (staff_id, until_on);
create index deputies_deputy on deputies (deputy_id, until_on);
