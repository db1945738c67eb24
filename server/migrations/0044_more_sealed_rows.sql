-- What people hand in as a table, and where results are sent, are encrypted like the rest. Rows of earlier versions are converted at the next start.

alter table batch_rows alter column cells set default '{}', alter column answers set default '{}', add column sealed text, add column applicant_digest text;
drop index batch_rows_applicant;
create index batch_rows_applicant on batch_rows (applicant_digest) where state = 'asked';
comment on column batch_rows.sealed is 'Encrypted: cells, answers, ID number of the person a row names (class content).';
comment on column batch_rows.applicant_digest is 'Keyed digest of the ID number of the person a row names, who is asked for their word.';

alter table deliveries add column sealed text;
comment on column deliveries.sealed is 'Encrypted: name, telephone and address of the receiver (class content); null where nothing is sent.';

alter table delivery_wishes add column sealed text;
comment on column delivery_wishes.sealed is 'Encrypted: name, telephone and address of the receiver (class content); null where nothing is to be sent.';

alter table parcels alter column sender set default '{}', alter column receiver set default '{}', add column sealed text;
comment on column parcels.sealed is 'Encrypted: names, telephones and addresses of both ends (class content).';

alter table hard_cases alter column phone set default '', alter column account set default '', alter column wish set default '', add column sealed text;
comment on column hard_cases.sealed is 'Encrypted: telephone, account and wish (class content).';
comment on column hard_cases.terms is 'What similar ones are found by: keyed digests of pairs of neighbouring characters of title and account.';
-- The words of earlier ones stay findable by their title only: their digests cannot be made here.
update hard_cases set terms = '{}';

alter table powers alter column subject set default '', alter column holders set default '{}', add column sealed text, add column subject_digest text, add column holder_digests text[] not null default '{}';
drop index powers_holders, powers_open, powers_subject;
create index powers_holders on powers using gin (holder_digests);
create unique index powers_open on powers (person_id, kind, subject_digest) where state <> 'over';
create index powers_subject on powers (subject_digest) where state <> 'over';
comment on column powers.sealed is 'Encrypted: ID number or code of whom the power is about, ID numbers of all who hold it (class identity).';
comment on column powers.subject_digest is 'Keyed digest of the number of whom the power is about; holder_digests: of those who hold it.';

alter table agency_staff drop constraint agency_staff_pkey, alter column id_number drop not null, add column id uuid primary key default gen_random_uuid(), add column id_digest text, add column sealed text;
drop index agency_staff_person;
create unique index agency_staff_agency on agency_staff (uscc, id_digest);
create index agency_staff_person on agency_staff (id_digest);
comment on column agency_staff.sealed is 'Encrypted: ID number (class identity).';
comment on column agency_staff.id_digest is 'Keyed digest of the ID number.';

alter table credit_entries alter column subject set default '', add column sealed text, add column subject_digest text;
drop index credit_entries_subject;
create index credit_entries_subject on credit_entries (subject_digest, until_on);
comment on column credit_entries.sealed is 'Encrypted: ID number or code of whoever broke the promise (class identity).';
comment on column credit_entries.subject_digest is 'Keyed digest of that number.';
