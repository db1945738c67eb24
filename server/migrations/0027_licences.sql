-- Validity of results, change and extension, proposals.

alter table results drop constraint results_standing_check;
alter table results add constraint results_standing_check check (standing in ('valid', 'corrected', 'revoked', 'cancelled', 'replaced'));
alter table results add column until_on date;
comment on column results.until_on is 'Last day on which it holds; null: for good.';
alter table results add column look_on date;
comment on column results.look_on is 'The day to look at it again: to remind of its end, or to say that it has ended; null: never.';
alter table results add column replaces uuid references results (id);
comment on column results.replaces is 'The edition before, which this one changed or extended.';
create index results_replaces on results (replaces) where replaces is not null;
create index results_look on results (look_on, id) where look_on is not null;
create index results_ending on results (region text_pattern_ops, until_on, id) where until_on is not null and standing in ('valid', 'corrected');
-- A number is that of one result; its earlier editions keep it.
alter table results drop constraint results_number_key;
create unique index results_number on results (number) where standing <> 'replaced';
create index results_number_once on results (number) where standing = 'replaced';

-- No reference: results belong to applications, and tables must not refer to each other in a circle, or no backup could put them back.
alter table applications add column amends uuid;
comment on column applications.amends is 'The result it asks to change or to extend.';
create index applications_amends on applications (amends) where amends is not null;

create table amendments (
  case_id uuid primary key references cases (id),
  result_id uuid not null references results (id),
  person_id uuid not null,
  line text not null,
  region text not null,
  way text not null check (way in ('change', 'extend')),
  deemed_on date,
  ended_at timestamptz
);
comment on table amendments is 'Cases that change or extend a result. At most one of a result is under way.';
comment on column amendments.deemed_on is 'Last day of the result, where its extension was asked for in time: not decided by then, it counts as extended.';
create unique index amendments_open on amendments (result_id) where ended_at is null;
create index amendments_result on amendments (result_id);
create index amendments_deemed on amendments (deemed_on, case_id) where ended_at is null and deemed_on is not null;

create table case_proposals (
  case_id uuid not null references cases (id),
  proposal int not null,
  person_id uuid not null,
  line text not null,
  region text not null,
  action text not null check (action in ('extend', 'terminate', 'revoke', 'cancel')),
  staff_id uuid not null references staff (id),
  proposed_at timestamptz not null,
  ended_at timestamptz,
  primary key (case_id, proposal)
);
comment on table case_proposals is 'What officials propose that only a head decides, to be found by those who decide; what was proposed and decided is with the case.';
create index case_proposals_open on case_proposals (region text_pattern_ops, line, proposed_at, case_id) where ended_at is null;
create unique index case_proposals_one on case_proposals (case_id) where ended_at is null;
create index case_proposals_staff on case_proposals (staff_id);

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check
  check (kind in ('acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction', 'visit', 'visitSheet', 'jointSupplement', 'revocationNotice', 'cancellation', 'deemedExtension', 'receipt'));
