-- Joint site visits and gathered corrections.

create table site_visits (
  id uuid primary key,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  applicant text not null,
  matter text not null,
  region text not null,
  place text not null,
  state text not null check (state in ('proposed', 'offered', 'agreed', 'onSite', 'closed', 'missed', 'cancelled')),
  revision int not null,
  held_on date not null,
  half text not null check (half in ('morning', 'afternoon')),
  chosen boolean not null,
  moved boolean not null,
  clock_on date,
  begun_on date,
  look_on date,
  reminded boolean not null,
  sign_on date,
  comment text not null,
  signature jsonb,
  signed_at timestamptz,
  notice_id uuid references notices (id),
  opened_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table site_visits is 'One appointment at which the authorities of an application look at the place together (联合踏勘); its state follows site_visit_actions.';
comment on column site_visits.chosen is 'The applicant has chosen the time; once all authorities agree it stands.';
comment on column site_visits.clock_on is 'Day on which the clocks of the cases stop: that of the visit as first agreed, also when the applicant moves it.';
comment on column site_visits.begun_on is 'Day on which it took place: that agreed, or earlier where everybody was there.';
comment on column site_visits.look_on is 'Day on which there is next something to do by itself: remind, begin, close. Null: nothing.';
comment on column site_visits.signature is 'The strokes the applicant signed the opinion sheet with.';
create index site_visits_application on site_visits (application_id);
create index site_visits_person on site_visits (person_id);
create index site_visits_notice on site_visits (notice_id);
create index site_visits_look on site_visits (look_on, id) where look_on is not null;
create unique index site_visits_one_open on site_visits (application_id) where ended_at is null;

create table site_visit_parts (
  visit_id uuid not null references site_visits (id),
  case_id uuid not null references cases (id),
  person_id uuid not null references people (id),
  service text not null,
  line text not null,
  region text not null,
  held_on date not null,
  state text not null check (state in ('asked', 'confirmed', 'left', 'absent', 'passed', 'failed', 'rectifying')),
  revision int not null,
  findings jsonb not null,
  note text not null,
  rectify_on date,
  rectified jsonb,
  procedure int,
  signed_by text,
  signed_at timestamptz,
  digest text,
  open boolean not null,
  primary key (visit_id, case_id)
);
comment on table site_visit_parts is 'What one authority does at a joint visit: its answer to the time, its part of the opinion sheet (踏勘意见表), what came of it.';
comment on column site_visit_parts.findings is 'By item of the checklist: verdict, words, measure, photos; a draft until signed_at.';
comment on column site_visit_parts.procedure is 'Number of the special procedure in the course of the case; null until it has begun.';
comment on column site_visit_parts.digest is 'SHA-256 of what was signed.';
comment on column site_visit_parts.open is 'Whether the authority still has something to do in it: what its list of visits shows.';
create index site_visit_parts_case on site_visit_parts (case_id);
create index site_visit_parts_person on site_visit_parts (person_id);
create index site_visit_parts_place on site_visit_parts (region text_pattern_ops, line, held_on, visit_id) where open;

create table site_visit_slots (
  region text not null,
  line text not null,
  held_on date not null,
  half text not null check (half in ('morning', 'afternoon')),
  visit_id uuid references site_visits (id),
  reason text not null,
  by_name text not null,
  primary key (region, line, held_on, half)
);
comment on table site_visit_slots is 'Half days on which an authority cannot go out: taken by a visit, or by what its officials say. One visit per authority and half day.';
create index site_visit_slots_visit on site_visit_slots (visit_id);

create table site_visit_actions (
  seq bigint generated always as identity primary key,
  visit_id uuid not null references site_visits (id),
  region text not null,
  action text not null,
  actor_kind text not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table site_visit_actions is 'What happened to a joint visit, append-only.';
create index site_visit_actions_visit on site_visit_actions (visit_id, seq);
create trigger site_visit_actions_append_only before update or delete or truncate on site_visit_actions
  for each statement execute function refuse_change();

create table site_visit_photos (
  id uuid primary key,
  visit_id uuid not null references site_visits (id),
  case_id uuid not null references cases (id),
  person_id uuid not null references people (id),
  region text not null,
  item text not null,
  digest text not null references files (digest),
  name text not null,
  size int not null,
  type text not null,
  added_by text not null,
  added_at timestamptz not null
);
comment on table site_visit_photos is 'Photos taken at a joint visit, by item of an authority''s checklist.';
create index site_visit_photos_visit on site_visit_photos (visit_id);
create index site_visit_photos_person on site_visit_photos (person_id);
create index site_visit_photos_case on site_visit_photos (case_id);
create index site_visit_photos_digest on site_visit_photos (digest);

create table site_visit_wishes (
  application_id uuid primary key references applications (id),
  person_id uuid not null references people (id),
  half text check (half in ('morning', 'afternoon')),
  not_on date[] not null,
  contact text not null,
  updated_at timestamptz not null
);
comment on table site_visit_wishes is 'When officials may come, as the applicant wishes, and whom they find there.';
create index site_visit_wishes_person on site_visit_wishes (person_id);

create table corrections (
  case_id uuid primary key references cases (id),
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  line text not null,
  region text not null,
  items jsonb not null,
  staff_id uuid not null references staff (id),
  staff_name text not null,
  recorded_at timestamptz not null,
  last_on date not null,
  sent_at timestamptz,
  outcome text check (outcome in ('sent', 'dropped'))
);
comment on table corrections is 'What an authority misses in a case, kept until the list of all authorities goes out (一次性告知合并, 行政许可法第三十二条).';
comment on column corrections.last_on is 'Last day on which it may be told; afterwards the case counts as accepted.';
comment on column corrections.outcome is 'sent: told with the list; dropped: the case had moved on before. Null: waits.';
create index corrections_application on corrections (application_id);
create index corrections_person on corrections (person_id);
create index corrections_staff on corrections (staff_id);
create index corrections_waiting on corrections (last_on, case_id) where outcome is null;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction', 'visit', 'visitSheet', 'jointSupplement'));
