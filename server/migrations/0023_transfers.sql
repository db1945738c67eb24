-- Hand-overs between regions (跨域通办): what a hall took in for an authority elsewhere, who holds it and since when.
-- And identities from elsewhere: people whose document is not a resident identity card of the mainland.

create table transfers (
  id uuid primary key,
  number text not null unique,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
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
  state text not null check (state in ('collected', 'underway', 'received', 'returned', 'ended')),
  revision int not null,
  collected_at timestamptz not null,
  hand_over_due_on date,
  receipt_due_on date,
  signed jsonb,
  parcel jsonb,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table transfers is 'The file of one application for one authority, taken in at a hall of another region; its state follows transfer_actions.';
comment on column transfers.cases is 'The cases it is for: [{id, number, service, name}].';
comment on column transfers.hand_over_due_on is 'Last day for the hall, by the calendar of its region; null while that calendar is not published, or nothing is asked of it.';
comment on column transfers.receipt_due_on is 'Last day for the authority to receipt or return it, by its calendar; null while it has not been handed over.';
comment on column transfers.signed is 'The hand-over as signed last: content, digest and signature; null before the first.';
comment on column transfers.ended_at is 'When it was receipted, or its cases ended without it; null while somebody has to act.';
create index transfers_application on transfers (application_id);
create index transfers_person on transfers (person_id);
create index transfers_from on transfers (from_region text_pattern_ops, id desc);
create index transfers_to on transfers (to_region text_pattern_ops, to_line, id desc);
create index transfers_open_from on transfers (from_region text_pattern_ops, id) where ended_at is null;
create index transfers_open_to on transfers (to_region text_pattern_ops, to_line, id) where ended_at is null;

create table transfer_actions (
  seq bigint generated always as identity primary key,
  transfer_id uuid not null references transfers (id),
  action text not null,
  staff_id uuid references staff (id),
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table transfer_actions is 'What happened to a hand-over, append-only; the detail of a signed action holds what was signed. staff_id null: the system.';
create index transfer_actions_transfer on transfer_actions (transfer_id, seq);
create index transfer_actions_staff on transfer_actions (staff_id);
create trigger transfer_actions_append_only before update or delete or truncate on transfer_actions
  for each statement execute function refuse_change();

alter table people add column id_kind text not null default 'resident-id'
  check (id_kind in ('resident-id', 'hk-id', 'macao-id', 'home-return-permit', 'taiwan-permit', 'passport'));
alter table people add column assurance text not null default 'high' check (assurance in ('low', 'substantial', 'high'));
comment on column people.id_kind is 'What document id_number is the number of; one person is known by one number whatever its kind.';
comment on column people.assurance is 'How surely the identity provider knows who it is (ISO/IEC 29115, eIDAS Art. 8), as asserted at the last login.';
