-- Applying again for a branch that was not granted, and when a result was first opened in the account.

alter table applications add column follows uuid references applications (id);
create index applications_follows on applications (follows) where follows is not null;
comment on column applications.follows is 'The earlier application whose branch was not granted and is applied for again; what stands there is left out here.';

create table result_receipts (
  result_id uuid primary key references results (id),
  person_id uuid not null references people (id),
  opened_at timestamptz not null,
  opened_by text
);
comment on table result_receipts is 'When a result was first opened in the account of its person; opened_by names who acted for them, null when it was themself. E-signature Law Art. 11: it had arrived before.';
create index result_receipts_person on result_receipts (person_id);
