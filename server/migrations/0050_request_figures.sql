-- Figures of requests and ratings for supervision: notes are added with each change and folded into figures by a job.
create table figure_notes (
  seq bigint generated always as identity primary key,
  topic text not null check (topic in ('requests', 'ratings')),
  counted_on date not null,
  region text not null,
  line text not null,
  parts jsonb not null,
  whole boolean not null,
  measure text not null,
  n bigint not null
);
comment on table figure_notes is 'Changes of figures not folded yet; nothing waits for another row, so that writing one costs next to nothing.';
comment on column figure_notes.counted_on is 'In China.';
comment on column figure_notes.parts is 'What it also counts for, facet by facet: {"category": "…", "staff": "…"}.';
comment on column figure_notes.whole is 'False: it counts for the parts only, not for the unit.';

create table figures (
  topic text not null,
  grain text not null check (grain in ('day', 'month')),
  facet text not null,
  starts_on date not null,
  region text not null,
  line text not null,
  part text not null,
  received bigint not null default 0,
  handled bigint not null default 0,
  on_time bigint not null default 0,
  late bigint not null default 0,
  solved bigint not null default 0,
  unsolved bigint not null default 0,
  returned bigint not null default 0,
  redone bigint not null default 0,
  minutes bigint not null default 0,
  very_satisfied bigint not null default 0,
  satisfied bigint not null default 0,
  neutral bigint not null default 0,
  unsatisfied bigint not null default 0,
  very_unsatisfied bigint not null default 0,
  held bigint not null default 0,
  excluded bigint not null default 0,
  primary key (topic, grain, facet, starts_on, region, line, part)
);
comment on table figures is 'What happened in one unit on one day or in one month: as a whole (facet unit, part empty), and by class, kind, channel, street, official, service.';
comment on column figures.minutes is 'From reception to answer, of everything handled.';
