-- Which workers are alive. A job belongs to the worker that holds it; one that was killed cannot give it back, and without this table
-- nobody else would take it up for hours.

create table job_workers (
  worker text primary key,
  seen_at timestamptz not null
);
comment on table job_workers is 'Workers of the running processes and when each was last heard of; what a silent one holds is freed.';

-- Cases whose day nobody knows are few; the sweep that counts them anew must not look at every case for them.
create index cases_without_day on cases (id) where ended_at is null and clock_from is not null and (promised_on is null or due_on is null);
