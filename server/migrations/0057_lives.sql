-- What requests are found by stands apart from what happens to them: written once, so that a step of a request rewrites none of it.

-- Words: pairs of characters of title and address, and the month, so that a search begins with the newest.
create table request_terms (
  request_id uuid primary key,
  region text not null,
  terms int[] not null
);
insert into request_terms (request_id, region, terms)
  select id, region, terms || -to_char(to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0) at time zone 'UTC', 'YYYYMM')::int from requests order by id;
create index request_terms_terms on request_terms using gin (terms) with (gin_pending_list_limit = 64);
comment on table request_terms is 'What a request is searched by; written when it comes in and never changed.';
comment on column request_terms.region is 'Where it was about when it came in; what it is about now is with the request.';
comment on column request_terms.terms is 'Keyed digests of pairs of neighbouring characters of title and address, and the month of its id in UTC as -YYYYMM.';
alter table requests drop column terms;

-- Likeness: the most telling terms lead to a request, each to the newest first, so that however many there are only so many are looked at.
create function pg_temp.shape_of(terms text[]) returns int[] language sql immutable as $$
  select coalesce(array_agg(('x' || encode(substr(decode(translate(left(term, 8), '-_', '+/'), 'base64'), 1, 4), 'hex'))::bit(32)::int order by place), '{}')
  from unnest(terms) with ordinality as each (term, place)
$$;
drop index request_shapes_terms;
alter table request_shapes alter column terms type int[] using pg_temp.shape_of(terms);
drop function pg_temp.shape_of(text[]);

create table request_leads (
  lead int not null,
  request_id uuid not null,
  region text not null,
  primary key (lead, request_id)
);
insert into request_leads (lead, request_id, region)
  select distinct lead, request_id, region from request_shapes cross join unnest(terms[1:12]) as lead where received_at > now() - interval '90 days' order by request_id, lead;
create index request_leads_age on request_leads using brin (request_id) with (pages_per_range = 32);
comment on table request_leads is 'The heaviest terms of the shape of a request, by which like ones are found; erased after ninety days.';
comment on column request_leads.lead is 'Keyed digest of a piece of words together with the district.';

-- A lookup reads what waits to be sorted in as a whole, so little may wait.
alter index request_sketches_bands set (gin_pending_list_limit = 256);
