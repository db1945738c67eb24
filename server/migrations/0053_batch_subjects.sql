-- Whose records were in what was pulled at once, so that each of them can see it. One row for a person and a pull, beside the pull's one call in the log.
create table exchange_batch_subjects (
  subject text not null,
  call_id uuid not null,
  primary key (subject, call_id)
);
comment on table exchange_batch_subjects is 'Whose records a pull of many took: keyed digest of the ID number. What was taken, why and when says its call, whose digest of the content pins the records.';
create trigger exchange_batch_subjects_append_only before update or delete or truncate on exchange_batch_subjects for each statement execute function refuse_change();
