-- Governance of benefits: forecasts of a change on the population, and counts of who receives what is due to them.
create table forecasts (
  id uuid primary key,
  region text not null,
  benefit text not null,
  policy jsonb not null,
  judged_on date not null,
  rules_digest text not null,
  snapshot_digest text not null,
  state text not null check (state in ('waiting', 'running', 'finished', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  result jsonb,
  failure jsonb,
  asked_by uuid not null references staff (id),
  asked_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'finished') = (result is not null)),
  check ((state = 'failed') = (failure is not null))
);
comment on table forecasts is 'What a policy as written would change on the population, beside the one in force. Counts only; a result is there whole or not at all.';
comment on column forecasts.policy is 'The policy as it was written.';
comment on column forecasts.rules_digest is 'SHA-256 of the rules of both sides, as they are judged.';
comment on column forecasts.snapshot_digest is 'SHA-256 of what tells one snapshot of the population from another.';
create unique index forecasts_once on forecasts (rules_digest, snapshot_digest, judged_on, region) where state <> 'failed';
create index forecasts_newest on forecasts (region text_pattern_ops, asked_at desc);
create index forecasts_asked_by on forecasts (asked_by);

create table take_up_surveys (
  id uuid primary key,
  region text not null,
  year integer not null,
  counted_on date not null,
  state text not null check (state in ('running', 'finished', 'stopped')),
  policies text not null,
  after_subject uuid,
  seen bigint not null default 0 check (seen >= 0),
  begun_by text not null,
  begun_at timestamptz not null,
  ended_at timestamptz
);
comment on table take_up_surveys is 'Counting who receives what is due to them in a year, everybody of a region page by page; after_subject: how far it came. policies: digest of those it judges by. Only finished ones are shown.';
create unique index take_up_surveys_going on take_up_surveys (region) where state = 'running';
create index take_up_surveys_newest on take_up_surveys (region text_pattern_ops, begun_at desc);

create table take_up_counts (
  survey_id uuid not null references take_up_surveys (id),
  region text not null,
  line text not null,
  benefit text not null,
  district text not null,
  age text not null,
  sex text not null,
  outcome text not null,
  people bigint not null,
  fen bigint not null,
  days bigint not null,
  squares bigint not null,
  primary key (survey_id, region, line, benefit, district, age, sex, outcome)
);
comment on table take_up_counts is 'How many people or companies a policy has come to so far, by where they live, age and sex. region and line: of the authority that pays.';
comment on column take_up_counts.days is 'From being found to being paid, of all who were paid, added up.';
comment on column take_up_counts.squares is 'The squares of those days, added up, for the spread.';

create table take_up_gaps (
  survey_id uuid not null references take_up_surveys (id),
  region text not null,
  line text not null,
  benefit text not null,
  fact text not null,
  people bigint not null,
  primary key (survey_id, region, line, benefit, fact)
);
comment on table take_up_gaps is 'Of how many it is unknown whether a policy is due because this fact is missing.';
