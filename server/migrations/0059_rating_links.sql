-- Whether requests are read as well as before, and the requests behind a figure.

create table request_drifts (
  id uuid primary key,
  region text not null,
  from_on date not null,
  before_on date not null,
  report jsonb not null,
  made_at timestamptz not null,
  unique (region, from_on, before_on)
);
comment on table request_drifts is 'How requests of a span differed from the lines the model learnt and from the span before; shares and words many people wrote, nothing of anybody.';
comment on column request_drifts.before_on is 'The day after the last.';

-- The requests behind a figure are found by when they came in, also those imported later; as good as nothing to write.
create index requests_received on requests using brin (received_at) with (pages_per_range = 32);

-- Figures stay with the unit that answered a request first, however often it is done anew.
update requests set course = course || jsonb_build_object('first', jsonb_build_object(
  'line', coalesce(moved.unit ->> 'line', requests.line, 'government-services'), 'region', coalesce(moved.unit ->> 'region', requests.unit_region, requests.region),
  'inTime', not (answer.detail ->> 'late')::boolean, 'minutes', round(extract(epoch from answer.at - requests.received_at) / 60)))
from (
  select distinct on (request_id) request_id, detail, at from request_actions where action in ('release', 'answer', 'answerWithLead') order by request_id, seq
) answer left join (
  select distinct on (request_id) request_id, coalesce(nullif(detail -> 'before', 'null'), detail -> 'unit') as unit from request_actions where action in ('redo', 'reopen') order by request_id, seq
) moved using (request_id)
where requests.id = answer.request_id;
