-- Registries are asked again, each day once, for every e-licence made from their records.
alter table credentials add column confirmed_at timestamptz;
update credentials set confirmed_at = issued_at where origin = 'registry';
alter table credentials add constraint credentials_confirmed_check check ((origin = 'registry') = (confirmed_at is not null));
comment on column credentials.confirmed_at is 'When a registry last said the same; only for those made from registries.';
create index credentials_to_confirm on credentials (confirmed_at, id) where origin = 'registry' and status in ('valid', 'suspended');
