-- Popular searches that cannot be made up: which choices followed a search that was really made, and what designers have taken down.

alter table search_clicks add column telling integer not null default 0, add constraint search_clicks_telling_check check (telling between 0 and visitors);
comment on column search_clicks.telling is 'Of these visitors, those who had searched these words a moment before and chose what has nearly all of them; only they make words popular.';

create table hidden_searches (
  region text not null,
  words text not null,
  reason text not null,
  hidden_by text not null,
  hidden_at timestamptz not null,
  primary key (region, words)
);
comment on table hidden_searches is 'Words designers of a place have taken down from the popular searches, there and in all places within it, with the reason, until they are shown again.';
create index hidden_searches_list on hidden_searches (region text_pattern_ops, hidden_at desc);
