-- The queue is read in the order of urgency, for one authority or for a whole city: an index for each, of open cases only.
-- A case whose clock stands still (the applicant must act) or whose day is unknown comes last.

drop index cases_queue;
drop index cases_due;
create index cases_queue on cases (line, region text_pattern_ops, (case when clock_from is null then '9999-12-31'::date else coalesce(promised_on, '9999-12-31'::date) end), id)
  where ended_at is null and state <> 'waiting';
create index cases_urgent on cases ((case when clock_from is null then '9999-12-31'::date else coalesce(promised_on, '9999-12-31'::date) end), id)
  where ended_at is null and state <> 'waiting';
