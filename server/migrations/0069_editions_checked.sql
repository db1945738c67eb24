-- What was checked before an edition was released is kept, so that other processes need not check the same again.

alter table editions add column checked text;
comment on column editions.checked is 'SHA-256 of all files as they are in force with this edition, of the day they were checked for and of the version of the product that checked them. Null: released before this was kept.';
