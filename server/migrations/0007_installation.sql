-- What a database is used for, decided at its first start: demonstrations and real people never share one.

create table installation (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demo', 'production')),
  claimed_at timestamptz not null
);
comment on table installation is 'One row: the mode this database was first used in. The other mode is refused at start.';
