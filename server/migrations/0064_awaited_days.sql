-- Days that cannot be counted yet, corrections asked with a last day, later checks of tentative grants with the ladder of late ones, and
-- opinions an authority has given.

create table days_awaited (
  kind text not null,
  subject text not null,
  region text not null,
  counts_from date not null,
  days integer not null check (days > 0),
  awaited_at timestamptz not null,
  primary key (kind, subject)
);
comment on table days_awaited is 'A day that falls into a year whose calendar is not published: whose it is, where the count starts and how many working days it takes. Gone once it has been counted.';
comment on column days_awaited.kind is 'What the day is of, by the name under which a module waits for it, such as cases.opinion.';
comment on column days_awaited.subject is 'Which of that kind: the id of its row, with a number where a row has several.';

create table corrections_asked (
  case_id uuid primary key references cases (id),
  person_id uuid not null,
  days integer not null,
  reminded integer not null default 0,
  look_on date
);
comment on table corrections_asked is 'A correction the applicant has been asked for, to be found by the day on which there is next something to do; what was asked and by when is with the case.';
comment on column corrections_asked.days is 'Working days the applicant has.';
comment on column corrections_asked.look_on is 'Day on which there is next something to do by itself: remind, or end the case. Null: nothing, or its day is not known yet.';
create index corrections_asked_look on corrections_asked (look_on, case_id) where look_on is not null;

create table checks_owed (
  case_id uuid primary key references cases (id),
  person_id uuid not null,
  line text not null,
  region text not null,
  due_on date,
  ended_at timestamptz
);
comment on table checks_owed is 'The later check an authority owes of what a table granted at once; due_on null while the calendar of that year is not published, ended_at when it was checked or there is nothing to check any more.';
create index checks_owed_due on checks_owed (due_on, case_id) where ended_at is null;

insert into checks_owed (case_id, person_id, line, region, due_on, ended_at)
select distinct on (d.case_id) d.case_id, d.person_id, d.line, d.region, d.check_on, k.checked_at
from decisions d left join decision_checks k on k.decision_id = d.id
where d.decision = 'tentative' order by d.case_id, d.decided_at desc, d.id desc;

-- Found through checks_owed now.
drop index decisions_check;
create index decisions_tentative on decisions (case_id) where decision = 'tentative';

create index opinion_requests_given on opinion_requests (line, region text_pattern_ops, answered_at desc, case_id) where answered_at is not null;

comment on table escalations is 'A step of the ladder taken for a case and its promised day, or the day its tentative grant was to be checked by: 0 amber, then the steps of the pack. Its key is why no step is ever taken twice.';

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check
  check (kind in ('acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction', 'visit', 'visitSheet', 'jointSupplement', 'revocationNotice', 'cancellation', 'deemedExtension', 'receipt', 'correctionLapse'));
