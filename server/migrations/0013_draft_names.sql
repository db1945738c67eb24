-- What the matter of an application was called when the application was begun: a matter may leave the packs while somebody is filling it in.
-- Null: begun before this was kept.
alter table applications add column matter_name jsonb;
