-- Requests: what people ask or complain of, and what the units responsible do about it.

alter table staff_postings drop constraint staff_postings_role_check;
alter table staff_postings add constraint staff_postings_role_check check (role in ('clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator', 'steward', 'agent', 'dispatcher'));

create table requests (
  id uuid primary key,
  number text not null unique,
  key text not null unique,
  region text not null,
  grid text,
  kind text not null check (kind in ('consult', 'complain', 'report', 'suggest', 'help', 'praise')),
  channel text not null check (channel in ('portal', 'hotline', 'email', 'open311', 'batch', 'kiosk', 'window')),
  category text,
  urgency text not null check (urgency in ('life', 'utility', 'ordinary', 'complex')),
  front boolean not null,
  person_id uuid references people (id),
  phone_digest text,
  anonymous boolean not null,
  sealed text not null,
  terms int[] not null,
  understood jsonb not null,
  state text not null check (state in ('received', 'dispatched', 'handling', 'drafted', 'returned', 'disputed', 'split', 'joined', 'answered', 'closed', 'unsolved', 'handedOver', 'declined', 'withdrawn')),
  waits_on text check (waits_on in ('centre', 'unit', 'arbiter', 'reporter')),
  revision int not null,
  steps int not null,
  round int not null,
  line text,
  unit_region text,
  assignee_id uuid references staff (id),
  assignee text,
  parent_id uuid references requests (id),
  course jsonb not null,
  clock_start_at timestamptz not null,
  due_at timestamptz,
  mark int not null check (mark between 0 and 3),
  look_at timestamptz,
  grade text check (grade in ('very-satisfied', 'satisfied', 'neutral', 'unsatisfied', 'very-unsatisfied')),
  seconds int not null,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  check ((line is null) = (unit_region is null))
) with (fillfactor = 85);
comment on table requests is 'What somebody asks or complains of, on whatever channel; its state is the fold of request_actions.';
comment on column requests.key is 'Chosen by whoever sends it, so that sending twice is one request.';
comment on column requests.region is 'Where it is about, as finely as is known: street, district, city or province.';
comment on column requests.front is 'Somebody may be in danger: it stands before everything else and a person looks at it.';
comment on column requests.phone_digest is 'Keyed digest of the telephone number, by which a caller is known again.';
comment on column requests.sealed is 'Title, text, place and how the reporter is reached: encrypted.';
comment on column requests.terms is 'What it is searched by: keyed digests of pairs of neighbouring characters of title and address.';
comment on column requests.understood is 'What the machine made of the text: class and confidence, what else it might be, mood, kinds of sensitive content.';
comment on column requests.waits_on is 'Whose move it is; null once nobody has to do anything.';
comment on column requests.steps is 'Number of the last of its request_actions.';
comment on column requests.round is 'First handling 1; each time it is done again adds one.';
comment on column requests.line is 'With unit_region the authority that has it.';
comment on column requests.parent_id is 'The one it follows: joined to it as a duplicate, or split from it.';
comment on column requests.clock_start_at is 'From when the present round counts.';
comment on column requests.mark is '1 four fifths of the time are gone, 2 overdue, 3 three times overdue; of the present round.';
comment on column requests.look_at is 'When time alone brings something about next: a mark, a silent closing, a promised day.';
comment on column requests.seconds is 'How many others say the same, and joined duplicates.';
create index requests_person on requests (person_id, id desc) where person_id is not null;
create index requests_phone on requests (phone_digest, id desc) where phone_digest is not null;
create index requests_centre on requests (waits_on, region text_pattern_ops, front desc, due_at, id) where waits_on in ('centre', 'arbiter');
create index requests_unit_open on requests (line, unit_region text_pattern_ops, front desc, due_at, id) where waits_on = 'unit';
create index requests_unit on requests (line, unit_region text_pattern_ops, id desc) where line is not null;
create index requests_region on requests (region text_pattern_ops, id desc);
create index requests_assignee on requests (assignee_id, id desc) where assignee_id is not null;
create index requests_parent on requests (parent_id) where parent_id is not null;
create index requests_look on requests (look_at, id) where look_at is not null;
create index requests_terms on requests using gin (terms);

create table request_actions (
  request_id uuid not null references requests (id),
  seq int not null,
  region text not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null,
  primary key (request_id, seq)
);
comment on table request_actions is 'What happened to a request, append-only and numbered for each.';
comment on column request_actions.detail is 'Facts the state is folded from; no words anybody wrote.';
create trigger request_actions_append_only before update or delete or truncate on request_actions
  for each statement execute function refuse_change();

create table request_words (
  request_id uuid not null references requests (id),
  seq int not null,
  region text not null,
  sealed text not null,
  primary key (request_id, seq)
);
comment on table request_words is 'What somebody wrote with a step of a request, append-only.';
comment on column request_words.sealed is 'The words: encrypted.';
create trigger request_words_append_only before update or delete or truncate on request_words
  for each statement execute function refuse_change();

create table request_answers (
  id uuid primary key,
  request_id uuid not null references requests (id),
  region text not null,
  round int not null,
  line text,
  unit_region text,
  outcome text not null check (outcome in ('solved', 'promised', 'explained', 'impossible')),
  promised_on date,
  sealed text not null,
  findings jsonb not null,
  written_by text not null,
  writer_id uuid references staff (id),
  written_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  sent_back_at timestamptz
);
comment on table request_answers is 'What a unit answers; the reporter reads it once it is released.';
comment on column request_answers.findings is 'What the check of the answer found and its writer left as it was.';
comment on column request_answers.sealed is 'The words, and why it was sent back: encrypted.';
create index request_answers_writer on request_answers (writer_id) where writer_id is not null;
create index request_answers_request on request_answers (request_id, written_at desc);

create table request_files (
  id uuid primary key,
  request_id uuid not null references requests (id),
  answer_id uuid references request_answers (id),
  region text not null,
  digest text not null,
  name text not null,
  size int not null,
  type text not null,
  added_by text not null,
  added_at timestamptz not null
);
comment on table request_files is 'Photos, recordings and documents of a request; answer_id null: from the reporter.';
create index request_files_request on request_files (request_id, added_at);
create index request_files_answer on request_files (answer_id) where answer_id is not null;
create index request_files_digest on request_files (digest);

create table request_units (
  id uuid primary key,
  request_id uuid not null references requests (id),
  line text not null,
  unit_region text not null,
  region text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  sealed text not null,
  given_by text,
  given_at timestamptz,
  unique (request_id, line, unit_region)
);
comment on table request_units is 'Units that handle a request together with the one that leads.';
comment on column request_units.sealed is 'What it is asked, and what it says: encrypted.';
create index request_units_open on request_units (line, unit_region text_pattern_ops, invited_at) where given_at is null;

create table request_backers (
  request_id uuid not null references requests (id),
  person_id uuid not null references people (id),
  seconds boolean not null,
  follows boolean not null,
  at timestamptz not null,
  primary key (request_id, person_id)
);
comment on table request_backers is 'Others who say the same (附议) or want to hear what becomes of it.';
create index request_backers_person on request_backers (person_id, at desc);

create table request_publications (
  request_id uuid primary key references requests (id),
  region text not null,
  category text,
  kind text not null,
  title text not null,
  text text not null,
  answer text not null,
  line text,
  unit_region text,
  grade text,
  received_at timestamptz not null,
  published_at timestamptz not null,
  hidden_at timestamptz
);
comment on table request_publications is 'Solved requests everybody may read: personal data removed, nothing that leads back to the reporter.';
comment on column request_publications.hidden_at is 'Taken off the public page by an official.';
create index request_publications_region on request_publications (region text_pattern_ops, published_at desc, request_id) where hidden_at is null;
create index request_publications_newest on request_publications (published_at desc, request_id) where hidden_at is null;
create index request_publications_words on request_publications using gin (to_tsvector('simple', title)) where hidden_at is null;
