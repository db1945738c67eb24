-- Triage: corrections of what was understood, what like requests are found by, clusters of them and the tasks they become.

create table request_shapes (
  request_id uuid primary key,
  region text not null,
  category text,
  terms text[] not null,
  phone_digest text,
  received_at timestamptz not null,
  looked boolean not null default false,
  topic_id uuid
);
comment on table request_shapes is 'What like requests are found by: a request without its words. A request is in it once it has been received.';
comment on column request_shapes.terms is 'Keyed digests of its most telling pieces of words, the heaviest first, each together with the district, so that only requests of one district meet.';
comment on column request_shapes.looked is 'Whether a topic has been looked for.';
comment on column request_shapes.phone_digest is 'Keyed digest of the telephone number, by which somebody who reports again and again is seen.';
create index request_shapes_terms on request_shapes using gin (terms) with (fastupdate = off);
create index request_shapes_region on request_shapes (region text_pattern_ops, received_at desc);
create index request_shapes_recent on request_shapes (received_at desc);
create index request_shapes_new on request_shapes (received_at) where not looked;
create index request_shapes_class on request_shapes (category, region text_pattern_ops, received_at desc) where category is not null;
create index request_shapes_phone on request_shapes (phone_digest, received_at desc) where phone_digest is not null;
create index request_shapes_topic on request_shapes (topic_id, received_at desc) where topic_id is not null;

create table request_corrections (
  id uuid primary key,
  request_id uuid not null,
  region text not null,
  read_as text,
  category text not null,
  confidence int,
  by_name text not null,
  corrected_at timestamptz not null
);
comment on table request_corrections is 'Where somebody named another class than the machine: what the next model learns from.';
comment on column request_corrections.confidence is 'How sure the machine was, in hundredths.';
create index request_corrections_request on request_corrections (request_id, corrected_at desc);
create index request_corrections_time on request_corrections (corrected_at desc);

create table hot_topics (
  id uuid primary key,
  region text not null,
  category text,
  name text not null,
  requests int not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
comment on table hot_topics is 'A cluster of like requests of one district; kept up to date as requests arrive.';
comment on column hot_topics.name is 'The words its requests have in common and others have not, without names and numbers of people.';
create index hot_topics_region on hot_topics (region text_pattern_ops, last_at desc);
create index hot_topics_recent on hot_topics (last_at desc);
alter table request_shapes add constraint request_shapes_topic_id_fkey foreign key (topic_id) references hot_topics (id);

create table governance_tasks (
  id uuid primary key,
  topic_id uuid not null references hot_topics (id),
  region text not null,
  line text not null,
  unit_region text not null,
  measures text not null,
  due_on date not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  before_requests int not null,
  by_name text not null,
  note text not null default '',
  made_at timestamptz not null,
  ended_at timestamptz
);
comment on table governance_tasks is 'What a unit does so that a kind of request stops coming: owner, measures, day, and the requests of the four weeks before and after.';
create unique index governance_tasks_topic on governance_tasks (topic_id) where state = 'open';
create index governance_tasks_of_topic on governance_tasks (topic_id, made_at desc);
create index governance_tasks_unit on governance_tasks (line, unit_region text_pattern_ops, id desc);
create index governance_tasks_region on governance_tasks (region text_pattern_ops, id desc);

create table request_bursts (
  id uuid primary key,
  region text not null,
  category text not null,
  requests int not null,
  expected_hundredths int not null,
  since_at timestamptz not null,
  seen_at timestamptz not null
);
comment on table request_bursts is 'Far more requests of one class from one district within the hour than the four weeks before let expect.';
create index request_bursts_region on request_bursts (region text_pattern_ops, seen_at desc);
create index request_bursts_place on request_bursts (category, region, seen_at desc);
