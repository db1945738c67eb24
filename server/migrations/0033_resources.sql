-- The catalogue of what authorities share (政务数据目录): its editions, and who was given access to what, by whose decision.

alter table staff_postings drop constraint staff_postings_role_check;
alter table staff_postings add constraint staff_postings_role_check check (role in ('clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator', 'steward'));

create table resources (
  id text primary key,
  region text not null,
  line text not null,
  draft jsonb,
  published jsonb,
  edition int not null default 0,
  revision int not null,
  published_at timestamptz,
  updated_at timestamptz not null
);
comment on table resources is 'What an authority says of a data resource it shares; a registry of a pack has a row only once its authority has written something.';
comment on column resources.id is 'Id of the registry in the pack, or a UUID where the authority added it.';
comment on column resources.draft is 'Being written; null when nothing is.';
comment on column resources.edition is 'Number of the edition published last; 0 before the first.';
create index resources_place on resources (region text_pattern_ops, line, id);

create table resource_editions (
  resource text not null references resources (id),
  edition int not null,
  content jsonb not null,
  staff_id uuid not null references staff (id),
  actor_name text not null,
  at timestamptz not null,
  primary key (resource, edition)
);
comment on table resource_editions is 'Every published edition of a resource, append-only.';
create index resource_editions_staff on resource_editions (staff_id);
create trigger resource_editions_append_only before update or delete or truncate on resource_editions
  for each statement execute function refuse_change();

create table access_requests (
  id uuid primary key,
  number text not null unique,
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
  per_day int check (per_day > 0),
  until_on date,
  batch boolean not null,
  renews uuid references access_requests (id),
  state text not null check (state in ('submitted', 'granted', 'refused', 'disputed', 'withdrawn', 'revoked', 'upheld', 'ended')),
  due_on date,
  revision int not null,
  reminded boolean not null default false,
  asked_by uuid not null references staff (id),
  asked_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table access_requests is 'Who asked for which fields of a resource, why, and what became of it; one that was granted is the grant. Its state follows access_request_actions.';
comment on column access_requests.region is 'Of the authority that asks; owner_region and owner_line are of the one that is asked.';
comment on column access_requests.service is 'The service it is for; null: for the authority.';
comment on column access_requests.fields is 'Names of the fields asked for; granted_fields: those given, null while none are.';
comment on column access_requests.per_day is 'Calls a day at most; null: no limit.';
comment on column access_requests.until_on is 'Last day on which it holds; null: until revoked.';
comment on column access_requests.due_on is 'Last day for whoever has to answer; null: nobody, or the calendar is not published.';
create index access_requests_asking on access_requests (region text_pattern_ops, line, id desc);
create index access_requests_owner on access_requests (owner_region text_pattern_ops, owner_line, id desc);
create index access_requests_resource on access_requests (resource, id desc);
create index access_requests_renews on access_requests (renews);
create index access_requests_asked_by on access_requests (asked_by);
create index access_requests_in_force on access_requests (resource, id) where state = 'granted';
create index access_requests_ending on access_requests (until_on, id) where state = 'granted' and until_on is not null;

create table access_request_actions (
  seq bigint generated always as identity primary key,
  request_id uuid not null references access_requests (id),
  action text not null,
  staff_id uuid references staff (id),
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table access_request_actions is 'What happened to a request for access, append-only. staff_id null: the system.';
create index access_request_actions_request on access_request_actions (request_id, seq);
create index access_request_actions_staff on access_request_actions (staff_id);
create trigger access_request_actions_append_only before update or delete or truncate on access_request_actions
  for each statement execute function refuse_change();
