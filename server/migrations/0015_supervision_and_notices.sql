-- Numbered documents served on applicants, cards of supervision, and the inbox of officials. Words of a notice never change once they are
-- issued: what was served is what was decided.

create table notices (
  id uuid primary key,
  case_id uuid not null references cases (id),
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  region text not null,
  line text not null,
  kind text not null check (kind in ('acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction')),
  words jsonb not null,
  code text not null unique,
  issued_at timestamptz not null,
  number text unique,
  digest text references files (digest),
  delivered_at timestamptz,
  opened_at timestamptz
);
comment on table notices is 'A numbered document about one case, served on its applicant: words frozen at issue, number and PDF made by a job right after.';
comment on column notices.code is 'Printed on the document; whoever holds it can check that it is genuine.';
comment on column notices.delivered_at is 'When it could first be opened in the inbox; with opened_at the receipt of service (送达回证).';
create index notices_case on notices (case_id);
create index notices_application on notices (application_id);
create index notices_person on notices (person_id, issued_at desc);
create index notices_digest on notices (digest);
create unique index notices_one_decision on notices (case_id) where kind = 'decision';

create function refuse_changed_words() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.person_id, new.kind, new.words, new.code, new.issued_at) is distinct from (old.case_id, old.person_id, old.kind, old.words, old.code, old.issued_at)
    or (old.number is not null and new.number is distinct from old.number)
    or (old.digest is not null and new.digest is distinct from old.digest)
    or (old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at)
    or (old.opened_at is not null and new.opened_at is distinct from old.opened_at) then
    raise exception 'a notice once issued is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger notices_unchanged before update on notices for each row execute function refuse_changed_words();

create table notice_numbers (
  region text not null,
  year int not null,
  kind text not null,
  last int not null,
  primary key (region, year, kind)
);
comment on table notice_numbers is 'The last number given to a kind of notice in a region and year; the next is one more, so none is missing.';

create table staff_messages (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  kind text not null,
  case_id uuid,
  card_id uuid,
  detail jsonb not null,
  at timestamptz not null,
  read_at timestamptz
);
comment on table staff_messages is 'Inbox of officials: what is late, which cards were issued, who mentioned them; text is made from kind and detail when it is read.';
create index staff_messages_staff on staff_messages (staff_id, at desc, id);
create index staff_messages_unread on staff_messages (staff_id) where read_at is null;

create table escalations (
  case_id uuid not null references cases (id),
  promised_on date not null,
  step int not null,
  person_id uuid not null,
  region text not null,
  line text not null,
  told text not null check (told in ('unit', 'bureau', 'supervision')),
  at timestamptz not null,
  primary key (case_id, promised_on, step)
);
comment on table escalations is 'A step of the ladder taken for a case and its promised day: 0 amber, then the steps of the pack. Its key is why no step is ever taken twice.';

create table cards (
  id uuid primary key,
  region text not null,
  line text not null,
  color text not null check (color in ('yellow', 'red')),
  reason text not null check (reason in ('late', 'repeated')),
  case_id uuid not null references cases (id),
  person_id uuid not null,
  promised_on date not null,
  days_late int not null,
  made_red_id uuid references cards (id),
  issued_at timestamptz not null,
  answer_due_on date,
  answer jsonb,
  answered_at timestamptz,
  verdict jsonb,
  decided_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check ((verdict is null) = (decided_at is null))
);
comment on table cards is 'A yellow or red card to a unit: why, for which case, how late; what the unit answered and what the supervisor made of it. made_red_id: the red card a yellow one was counted for.';
create index cards_made_red on cards (made_red_id) where made_red_id is not null;
create unique index cards_once on cards (case_id, promised_on, color, reason);
create index cards_unit on cards (line, region text_pattern_ops, issued_at desc);
create index cards_region on cards (region text_pattern_ops, issued_at desc, id);

create table supervision_sweeps (
  task text primary key,
  swept_on date not null
);
comment on table supervision_sweeps is 'The day on which what is only looked at once a day was last looked at.';
