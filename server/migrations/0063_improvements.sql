-- What people rated poorly in how a guide or a form page is written, and what designers made of it.

alter table ratings add column poor_text boolean not null generated always as (
  round = 0 and coalesce(service, matter) is not null
  and (tags && array['unclear-guide', 'asked-too-much', 'form-hard'] or (subject_kind = 'guide' and grade in ('unsatisfied', 'very-unsatisfied')))
) stored;
comment on column ratings.poor_text is 'It says that a guide or a form page is written poorly: a tag for designers, or a guide rated badly.';
-- Of a service or matter and a part of it, by day: how many there are, and how many of them say so.
create index ratings_text on ratings (coalesce(service, matter), coalesce(page, ''), at) where round = 0 and coalesce(service, matter) is not null;
create index ratings_poor_text on ratings (coalesce(service, matter), coalesce(page, ''), at desc, id desc) where poor_text;

create table improvement_decisions (
  region text not null,
  subject text not null,
  page text not null,
  revision integer not null check (revision > 0),
  step text not null check (step in ('deal', 'setAside', 'reopen')),
  note text not null,
  edition integer references editions (number),
  changed_at timestamptz not null,
  by_name text not null,
  at timestamptz not null,
  primary key (region, subject, page, revision)
);
create index improvement_decisions_edition on improvement_decisions (edition) where edition is not null;
create trigger improvement_decisions_append_only before delete or update or truncate on improvement_decisions for each statement execute function refuse_change();
comment on table improvement_decisions is 'What designers of a place decided about a guide or form page people rated poorly, append-only; the newest holds.';
comment on column improvement_decisions.subject is 'Service or matter.';
comment on column improvement_decisions.page is 'Section or form page; empty: the whole.';
comment on column improvement_decisions.edition is 'The edition that brought the change, if one did.';
comment on column improvement_decisions.changed_at is 'When people saw the change: when the edition was released, else when it was decided. Before and after are counted from here.';
