-- Parcels, pick-up codes and what happened to them.

create table delivery_wishes (
  application_id uuid primary key references applications (id) on delete cascade,
  person_id uuid not null references people (id),
  choices jsonb not null,
  receiver jsonb,
  updated_at timestamptz not null
);
comment on table delivery_wishes is 'How an applicant wants the results of an application to reach them: by service a way and a hall, and one address for all; what is not named takes the ordinary way.';
create index delivery_wishes_person on delivery_wishes (person_id);

create table parcels (
  id uuid primary key,
  purpose text not null check (purpose in ('results', 'transfer')),
  reference uuid not null,
  person_id uuid references people (id),
  region text not null,
  sender jsonb not null,
  receiver jsonb not null,
  contents text not null,
  pays text not null check (pays in ('sender', 'receiver')),
  state text not null check (state in ('requested', 'booked', 'onTheWay', 'outForDelivery', 'comingBack', 'delivered', 'returned', 'lost', 'rejected', 'cancelled')),
  carrier_number text unique,
  sorting text,
  failure text,
  heard_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz
);
comment on table parcels is 'What a courier carries: results to a person, or originals between two offices. The state is the fold of what the courier reported.';
comment on column parcels.reference is 'What it is about: the application whose results it holds, or the transfer.';
comment on column parcels.failure is 'Why the courier could not be reached or does not take it, as it said.';
comment on column parcels.heard_at is 'When the courier was last heard of it; one not heard of for long is asked about.';
create index parcels_reference on parcels (reference);
create index parcels_person on parcels (person_id) where person_id is not null;
create index parcels_silent on parcels (heard_at, id) where ended_at is null and carrier_number is not null;

create table parcel_events (
  parcel_id uuid not null references parcels (id),
  seq int not null check (seq > 0),
  kind text not null,
  at timestamptz not null,
  place text not null,
  note text not null,
  heard_at timestamptz not null,
  via text not null check (via in ('booked', 'pushed', 'polled')),
  primary key (parcel_id, seq)
);
comment on table parcel_events is 'What the courier reported of a parcel, by its own numbering, append-only; the same report twice is one row, and the order of arrival means nothing.';
create trigger parcel_events_append_only before update or delete or truncate on parcel_events
  for each statement execute function refuse_change();

create table pickups (
  id uuid primary key,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  region text not null,
  outlet text not null,
  edition int not null,
  digest text not null,
  expires_on date not null,
  fetcher jsonb,
  reminded int not null,
  look_on date,
  ready_at timestamptz not null,
  closed_at timestamptz
);
comment on table pickups is 'Results that wait for somebody at the counter of a hall, fetched together with one code. The code follows from row, edition and the secret of the installation; kept is its keyed digest.';
comment on column pickups.fetcher is 'Who else may fetch them, named by the person: name, masked number, digest of the number.';
comment on column pickups.look_on is 'Day on which the person is next reminded; null: not again.';
create unique index pickups_digest on pickups (digest) where closed_at is null;
create unique index pickups_open on pickups (application_id, outlet) where closed_at is null;
create index pickups_application on pickups (application_id);
create index pickups_person on pickups (person_id);
create index pickups_look on pickups (look_on, id) where closed_at is null and look_on is not null;
create index pickups_fetcher on pickups ((fetcher ->> 'digest')) where closed_at is null and fetcher is not null;

create table deliveries (
  id uuid primary key,
  case_id uuid not null unique references cases (id),
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  service text not null,
  line text not null,
  region text not null,
  outlet text not null,
  outlet_region text not null,
  way text not null check (way in ('counter', 'post')),
  receiver jsonb,
  state text not null check (state in ('ready', 'sent', 'shelved', 'delivered', 'calledOff')),
  revision int not null,
  mishap text check (mishap in ('lost', 'rejected', 'cancelled', 'returned')),
  parcel_id uuid references parcels (id),
  pickup_id uuid references pickups (id),
  granted_on date not null,
  due_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table deliveries is 'The paper or thing a granted case results in, on its way to its person. Results that are only read in the account have no row.';
comment on column deliveries.outlet is 'Hall that sends it, or hands it out.';
comment on column deliveries.due_on is 'Last day for it to reach the person (Administrative Licensing Law Art. 44); null while the calendar is not published.';
comment on column deliveries.mishap is 'What went wrong with the last parcel; the hall sees to it.';
create index deliveries_application on deliveries (application_id);
create index deliveries_person on deliveries (person_id);
create index deliveries_parcel on deliveries (parcel_id) where parcel_id is not null;
create index deliveries_pickup on deliveries (pickup_id) where pickup_id is not null;
create index deliveries_hall on deliveries (outlet_region text_pattern_ops, state, due_on, id) where ended_at is null;

create table delivery_actions (
  delivery_id uuid not null references deliveries (id),
  seq int not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null,
  primary key (delivery_id, seq)
);
comment on table delivery_actions is 'What happened to a delivery, append-only; its state is the fold of these rows.';
create trigger delivery_actions_append_only before update or delete or truncate on delivery_actions
  for each statement execute function refuse_change();

-- A pick-up code hands out without a session: nobody was identified whose drafts could be worked on.
alter table window_hand_outs alter column session_id drop not null;
alter table window_hand_outs alter column received_id drop not null;
alter table window_hand_outs add column shift_id uuid references window_shifts (id);
alter table window_hand_outs add column pickup_id uuid references pickups (id);
alter table window_hand_outs add column received_name text;
alter table window_hand_outs add column signature jsonb;
alter table window_hand_outs add constraint window_hand_outs_how check (
  (session_id is not null and received_id is not null) or (pickup_id is not null and shift_id is not null and signature is not null and received_name is not null));
create index window_hand_outs_shift on window_hand_outs (shift_id) where shift_id is not null;
create index window_hand_outs_pickup on window_hand_outs (pickup_id) where pickup_id is not null;
