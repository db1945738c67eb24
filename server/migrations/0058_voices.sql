-- Requests under supervision, views of the request desk, files of answers.

-- A card is about a case or about a request. Whoever reported one need not be known.
alter table cards add column request_id uuid references requests(id);
alter table cards alter column case_id drop not null;
alter table cards alter column person_id drop not null;
alter table cards add constraint cards_about check ((case_id is null) <> (request_id is null));
create unique index cards_request_once on cards (request_id, promised_on, color, reason) where request_id is not null;
comment on table cards is 'A yellow or red card to a unit: why, for which case or request, how late; what the unit answered and what the supervisor made of it. made_red_id: the red card a yellow one was counted for.';

-- Late requests of the units of a place, for supervision.
create index requests_late on requests (unit_region text_pattern_ops, due_at, id) where waits_on = 'unit' and mark >= 2;

-- The queue of cases and the desk of requests have views of their own.
alter table saved_views add column desk text not null default 'cases' check (desk in ('cases', 'requests'));
alter table saved_views alter column desk drop default;
alter table saved_views drop constraint saved_views_staff_id_name_key;
alter table saved_views add constraint saved_views_name unique (staff_id, desk, name);
comment on table saved_views is 'A filter an official keeps under a name, of the queue of cases or of the desk of requests; shared ones are offered to everybody of the unit.';

-- A system asks what has changed of what it sent.
alter table open311_posts add column changed_at timestamptz;
update open311_posts set changed_at = posted_at;
alter table open311_posts alter column changed_at set not null;
comment on column open311_posts.changed_at is 'When something last happened to the request.';
create index open311_posts_changed on open311_posts (client_id, changed_at desc, request_id);

-- Files units added before answers had files: each belongs to the next answer that was not sent back, if the unit still had the request then,
-- or else to the one it followed. Those of an answer that is being written are counted.
update request_files f set answer_id = coalesce(
  (select a.id from request_answers a
    where a.request_id = f.request_id and a.written_at >= f.added_at and a.sent_back_at is null
      and not exists (select 1 from request_actions s where s.request_id = f.request_id and s.action in ('dispatch', 'rule', 'redo', 'reopen') and s.at > f.added_at and s.at <= a.written_at)
    order by a.written_at limit 1),
  (select a.id from request_answers a
    where a.request_id = f.request_id and a.released_at <= f.added_at
      and not exists (select 1 from request_actions s where s.request_id = f.request_id and s.action in ('redo', 'reopen') and s.at >= a.released_at and s.at <= f.added_at)
    order by a.released_at desc limit 1))
where f.added_by = '办理单位' and f.answer_id is null;
update requests r set course = r.course || jsonb_build_object('unitFiles', found.files)
from (
  select o.id, count(*) as files from request_files f join requests o on o.id = f.request_id left join request_answers a on a.id = f.answer_id
  where f.added_by = '办理单位' and o.waits_on = 'unit' and a.released_at is null and f.added_at >= coalesce((o.course ->> 'sentAt')::timestamptz, o.clock_start_at)
  group by o.id
) found
where r.id = found.id;
comment on table request_files is 'Photos, recordings and documents of a request; answer_id null: from the reporter, or of a unit for an answer it has not written.';
