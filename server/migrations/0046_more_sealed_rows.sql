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
