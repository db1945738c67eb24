-- Ratings: the five-grade review of each service instance, and what is done about bad ones.
create table ratings (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('case', 'request', 'window', 'outlet', 'guide', 'service')),
  subject text not null,
  instance text not null,
  round int not null default 0 check (round in (0, 1)),
  first_id uuid references ratings (id),
  number text,
  person_id uuid references people (id),
  region text not null,
  line text not null,
  service text,
  matter text,
  category text,
  staff_id uuid references staff (id),
  outlet text,
  counter text,
  page text,
  grade text not null check (grade in ('very-satisfied', 'satisfied', 'neutral', 'unsatisfied', 'very-unsatisfied')),
  tags text[] not null default '{}',
  sealed text not null,
  channel text not null check (channel in ('portal', 'window', 'kiosk', 'link', 'call')),
  verified text not null check (verified in ('login', 'visit', 'link', 'call')),
  source_digest text,
  held text check (held in ('burst', 'device', 'hasty', 'self')),
  at timestamptz not null,
  check ((round = 0) = (first_id is null))
);
comment on table ratings is 'What somebody said of one service instance, append-only: once, and once more after what was wrong has been put right.';
comment on column ratings.instance is 'What is rated once: a case, a handling of a request, a visit; of a guide, a service or an outlet a person in a quarter of a year.';
comment on column ratings.round is '0: the first word on it; 1: after rectification, first_id is the one before.';
comment on column ratings.number is 'Human number of the case or request, for those who handle it.';
comment on column ratings.staff_id is 'The official it counts for; null: nobody in particular.';
comment on column ratings.page is 'Of a guide: the section or form page that is meant.';
comment on column ratings.sealed is 'Encrypted: the free words, null without any (class history).';
comment on column ratings.source_digest is 'Keyed digest of the device or address it came from, to notice many from one.';
comment on column ratings.held is 'Why it does not count until somebody has looked at it; null: it counts at once.';
create unique index ratings_once on ratings (subject_kind, instance, round);
create index ratings_first on ratings (first_id) where first_id is not null;
create index ratings_person on ratings (person_id, at desc, id desc);
create index ratings_staff on ratings (staff_id, at desc);
create index ratings_unit on ratings (region text_pattern_ops, line, at desc, id desc);
create index ratings_source on ratings (source_digest, at) where source_digest is not null;
create index ratings_counter on ratings (outlet, counter, at) where outlet is not null;
create trigger ratings_append_only before update or delete or truncate on ratings for each statement execute function refuse_change();

create table rating_questions (
  rating_id uuid not null references ratings (id),
  kind text not null check (kind in ('hold', 'denied', 'appeal')),
  region text not null,
  line text not null,
  asked_by uuid,
  grounds text not null,
  asked_at timestamptz not null,
  verdict text check (verdict in ('counted', 'excluded')),
  reasons text,
  decided_by uuid references staff (id),
  decided_at timestamptz,
  primary key (rating_id, kind)
);
comment on table rating_questions is 'Whether a rating counts: held when it came, denied by whoever is said to have given it, or appealed against by the official; a supervisor decides.';
comment on column rating_questions.asked_by is 'The official who appeals, or the person who denies; null: the product.';
create index rating_questions_decided_by on rating_questions (decided_by);
create index rating_questions_open on rating_questions (region text_pattern_ops, line, asked_at, rating_id) where verdict is null;

create table rating_files (
  id uuid primary key,
  rating_id uuid not null references ratings (id),
  region text not null,
  staff_id uuid not null references staff (id),
  digest text not null references files (digest),
  name text not null,
  size bigint not null,
  type text not null,
  added_at timestamptz not null
);
comment on table rating_files is 'Evidence an official put to an appeal against a rating.';
create index rating_files_rating on rating_files (rating_id);
create index rating_files_staff on rating_files (staff_id);
create index rating_files_digest on rating_files (digest);

create table rectifications (
  rating_id uuid primary key references ratings (id),
  person_id uuid references people (id),
  region text not null,
  line text not null,
  state text not null check (state in ('open', 'contacted', 'fixed', 'replied', 'passed', 'unfounded')),
  revision int not null,
  due_on date,
  reminded int not null default 0,
  reply text,
  public_words text,
  public_reply text,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
comment on table rectifications is 'What is done about a bad rating: contact, fix, reply, review; its state follows rectification_actions.';
comment on column rectifications.due_on is 'Last working day for the step that is next; null: over, or the calendar is not published.';
comment on column rectifications.reminded is 'Steps of the ladder taken since the present day has passed; 0 again with the next step.';
comment on column rectifications.reply is 'What the unit answered whoever rated; public_reply: as it was published.';
comment on column rectifications.public_words is 'What the public page shows of the words, personal data removed.';
create index rectifications_person on rectifications (person_id);
create index rectifications_open on rectifications (region text_pattern_ops, line, due_on, rating_id) where ended_at is null;
create index rectifications_ended on rectifications (region text_pattern_ops, line, ended_at desc, rating_id desc) where ended_at is not null;
create index rectifications_due on rectifications (due_on, rating_id) where ended_at is null;
create index rectifications_public on rectifications (published_at desc, rating_id desc) where published_at is not null;

create table rectification_actions (
  seq bigint generated always as identity primary key,
  rating_id uuid not null references rectifications (rating_id),
  region text not null,
  action text not null,
  actor_kind text not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table rectification_actions is 'What was done about a bad rating, append-only.';
create index rectification_actions_rating on rectification_actions (rating_id, seq);
create trigger rectification_actions_append_only before update or delete or truncate on rectification_actions for each statement execute function refuse_change();
