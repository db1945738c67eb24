-- What is written together of what one actor did to the cases of an application at one moment is one row instead of one for each step:
-- fourteen services decided as they are handed in are two rows, not fifty. What there is is gathered in the order it was written. The
-- oldest versions numbered the steps of each case by itself: equal numbers of two cases go by their instants, and every moment is numbered anew.

create table case_moments (
  application_id uuid not null references applications (id),
  seq bigint not null default nextval('case_action_numbers'),
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) > 0),
  primary key (application_id, seq)
);

insert into case_moments (application_id, actor_kind, actor_id, actor_name, at, steps)
select application_id, actor_kind, actor_id, actor_name, at, jsonb_agg(jsonb_build_object('case', case_id, 'action', action, 'detail', detail) order by seq, case_id)
from (
  select *, count(*) filter (where begins) over steps as moment
  from (
    select *, (at, actor_kind, actor_id, actor_name) is distinct from lag((at, actor_kind, actor_id, actor_name)) over steps as begins from case_actions
    window steps as (partition by application_id order by seq, at, case_id)
  ) step
  window steps as (partition by application_id order by seq, at, case_id)
) step
group by application_id, moment, actor_kind, actor_id, actor_name, at
order by min(seq), application_id, moment;

alter sequence case_action_numbers owned by none;
drop table case_actions;
alter sequence case_action_numbers rename to case_moment_numbers;
alter sequence case_moment_numbers owned by case_moments.seq;

comment on table case_moments is 'What one actor did to cases of one application at one moment and was written together, append-only; the state of a case is the fold of its steps.';
comment on column case_moments.steps is 'In the order they happened: [{case, action, detail}].';
create trigger case_moments_append_only before update or delete or truncate on case_moments
  for each statement execute function refuse_change();
