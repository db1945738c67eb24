-- One window (一窗受理): a clerk at a window of a hall serves somebody who is there, and hands the window on at the end of the shift.

alter table staff_postings drop constraint staff_postings_role_check;
alter table staff_postings add constraint staff_postings_role_check check (role in ('clerk', 'window', 'approver', 'head', 'supervisor', 'designer', 'operator'));

create table window_shifts (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  region text not null,
  outlet text not null,
  counter text not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
comment on table window_shifts is 'An official at a window: from taking their seat until the list is signed. Hall and window are those of the packs.';
create unique index window_shifts_seat on window_shifts (outlet, counter) where closed_at is null;
create unique index window_shifts_open on window_shifts (staff_id) where closed_at is null;
create index window_shifts_staff on window_shifts (staff_id, opened_at desc);
create index window_shifts_counter on window_shifts (outlet, counter, closed_at desc);

create table window_sessions (
  id uuid primary key,
  shift_id uuid not null references window_shifts (id),
  staff_id uuid not null references staff (id),
  person_id uuid not null references people (id),
  came_id uuid not null references people (id),
  delegation_id uuid references delegations (id),
  region text not null,
  identified_by text not null check (identified_by in ('card', 'code')),
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('clerk', 'next', 'elsewhere', 'idle', 'shift')),
  check ((ended_at is null) = (ended_by is null)),
  check ((delegation_id is null) = (person_id = came_id))
);
comment on table window_sessions is 'Somebody identified in person at a window: who came, for whom, how they were identified, and from when to when they were served.';
create unique index window_sessions_open on window_sessions (shift_id) where ended_at is null;
create unique index window_sessions_came_open on window_sessions (came_id) where ended_at is null;
create index window_sessions_shift on window_sessions (shift_id, opened_at desc);
create index window_sessions_staff on window_sessions (staff_id);
create index window_sessions_person on window_sessions (person_id, opened_at desc);
create index window_sessions_came on window_sessions (came_id);
create index window_sessions_delegation on window_sessions (delegation_id) where delegation_id is not null;

create table show_codes (
  person_id uuid primary key references people (id),
  digest text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  session_id uuid references window_sessions (id)
);
comment on table show_codes is 'The code a person shows at a window (亮码): one at a time, good for a minute and for one reading. Kept as a keyed digest.';
create index show_codes_session on show_codes (session_id) where session_id is not null;

create table window_code_misses (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  missed_at timestamptz not null
);
comment on table window_code_misses is 'Codes typed at a window that are nobody’s; after a few of them the window has to wait. Cleared after a while.';
create index window_code_misses_staff on window_code_misses (staff_id, missed_at);

create table application_confirmations (
  application_id uuid primary key references applications (id) on delete cascade,
  person_id uuid not null references people (id),
  content_digest text not null,
  how text not null check (how in ('signature', 'phone')),
  signature jsonb,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  check ((how = 'signature') = (signature is not null))
);
comment on table application_confirmations is 'That an applicant has seen what an official typed for them at a window and agrees to it: signed there, or asked and answered on their phone.';
create index application_confirmations_person on application_confirmations (person_id);

create table window_hand_outs (
  result_id uuid primary key references results (id),
  person_id uuid not null references people (id),
  received_id uuid not null references people (id),
  session_id uuid not null references window_sessions (id),
  staff_id uuid not null references staff (id),
  handed_at timestamptz not null
);
comment on table window_hand_outs is 'Results handed out at a window, once each: to whom, by whom, in which session.';
create index window_hand_outs_person on window_hand_outs (person_id);
create index window_hand_outs_received on window_hand_outs (received_id);
create index window_hand_outs_session on window_hand_outs (session_id);
create index window_hand_outs_staff on window_hand_outs (staff_id);
create trigger window_hand_outs_append_only before update or delete or truncate on window_hand_outs
  for each statement execute function refuse_change();

create table window_hand_overs (
  shift_id uuid not null references window_shifts (id),
  step text not null check (step in ('given', 'taken')),
  staff_id uuid not null references staff (id),
  list jsonb not null,
  list_digest text not null,
  remark text not null,
  signed_at timestamptz not null,
  primary key (shift_id, step)
);
comment on table window_hand_overs is 'The list of a shift as it was signed: by who goes, and by who comes next.';
create index window_hand_overs_staff on window_hand_overs (staff_id);
create trigger window_hand_overs_append_only before update or delete or truncate on window_hand_overs
  for each statement execute function refuse_change();
