-- What an applicant signs instead of a document (告知承诺), in the words that were shown.

create table application_commitments (
  application_id uuid not null references applications (id) on delete cascade,
  person_id uuid not null references people (id),
  evidence text not null,
  statement jsonb not null,
  signed_at timestamptz not null,
  primary key (application_id, evidence)
);
comment on table application_commitments is 'Commitments signed in place of documents, by evidence type; the words are kept as they were shown.';
create index application_commitments_person on application_commitments (person_id);
