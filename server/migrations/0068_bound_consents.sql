-- A consent counts for the case it was asked for; what was shown to whoever answered is kept word for word; old ones go after the days of retention.

drop index department_consents_standing;
create unique index department_consents_standing on department_consents (subject, resource, line, region, purpose, case_number) where standing;
comment on column department_consents.standing is 'Whether this is the latest the authority asked of this subject for this registry, purpose and case: it is not asked again while that waits or holds.';

alter table department_consents add column shown jsonb;
comment on column department_consents.shown is 'What stood before whoever answered: language, who asks, registry, names of the items, what for, law, case number, until when.';
comment on column department_consents.wording is 'SHA-256 of shown as canonical JSON.';
comment on table department_consents is 'Consents departments asked for through the exchange: whose records, of which registry, which fields, what for, for which case and until when; and what was answered.';

create index department_consents_until on department_consents (until_on);
