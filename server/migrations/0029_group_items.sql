-- How many numbers somebody tries out counts, not how often they are looked up: one number is looked up in several registries, and once
-- for each of a group of people.
alter table typed_look_ups add column numbers text[] not null default '{}';
alter table typed_look_ups drop column used;
comment on table typed_look_ups is 'The numbers a person had records looked up by without proving them theirs, hashed, in the hour that began then.';
