-- What a decision by table looked at is encrypted like the case itself. What is counted stands beside it: what in the table decided, by which rows.
alter table decisions disable trigger user;
alter table decisions alter column record set default '', add column sealed text, add column decided_by text, add column decided_rows jsonb;
update decisions set decided_by = record::jsonb #>> '{verdict,by}', decided_rows = record::jsonb #> '{verdict,rows}';
alter table decisions alter column decided_by set not null, alter column decided_rows set not null;
alter table decisions enable trigger user;
comment on column decisions.record is 'Of earlier versions, until it is sealed at the next start; empty since.';
comment on column decisions.sealed is 'Encrypted: canonical JSON of the day, the inputs with their sources and the verdict (class history). A replay must give the same bytes.';
comment on column decisions.decided_by is 'What in the table decided, as the verdict says.';
comment on column decisions.decided_rows is 'Rows of the table that were hit, in their order.';
