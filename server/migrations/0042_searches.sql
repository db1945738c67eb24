-- What was searched and what was not found.
create table searches (
  region text not null,
  words text not null,
  searched_on date not null,
  times integer not null check (times > 0),
  nothing_times integer not null check (nothing_times between 0 and times),
  primary key (region, words, searched_on)
);
create index searches_day on searches (searched_on);
comment on table searches is 'How often words were searched on a day in a place, and how often nothing was found. Numbers are masked; nothing says who searched.';

create table search_clicks (
  region text not null,
  words text not null,
  document text not null,
  clicked_on date not null,
  visitors integer not null check (visitors > 0),
  primary key (region, words, document, clicked_on)
);
create index search_clicks_day on search_clicks (clicked_on);
comment on table search_clicks is 'How many different visitors of a day chose a result (<type>/<id>) after searching these words.';

create table search_click_marks (
  clicked_on date not null,
  mark text not null,
  primary key (clicked_on, mark)
);
comment on table search_click_marks is 'Salted digests of visitor, words and result, so that nobody counts twice on a day; erased when the day is over.';

create table learnt_clicks (
  words text not null,
  document text not null,
  weight integer not null check (weight between 1 and 1000),
  learnt_at timestamptz not null,
  primary key (words, document)
);
create index learnt_clicks_age on learnt_clicks (learnt_at);
comment on table learnt_clicks is 'What people choose after searching these words, in thousandths; made anew every night from what enough different visitors chose.';

create table popular_searches (
  region text not null,
  words text not null,
  visitors integer not null check (visitors > 0),
  learnt_at timestamptz not null,
  primary key (region, words)
);
create index popular_searches_region on popular_searches (region text_pattern_ops);
create index popular_searches_age on popular_searches (learnt_at);
comment on table popular_searches is 'What many search and find in a place; made anew every night.';

create table unfound_searches (
  id uuid primary key,
  region text not null,
  words text not null,
  source text not null check (source in ('search', 'clicks', 'guidance', 'assistant')),
  state text not null check (state in ('open', 'answered', 'setAside')),
  revision integer not null check (revision > 0),
  times integer not null check (times > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  remedy text check (remedy in ('keyword', 'thesaurus', 'answer', 'service', 'other')),
  note text not null default '',
  decided_by text,
  decided_at timestamptz,
  unique (region, words),
  check ((state = 'answered') = (remedy is not null))
);
create index unfound_searches_list on unfound_searches (region text_pattern_ops, state, times desc);
create index unfound_searches_age on unfound_searches (last_at);
comment on table unfound_searches is 'Questions nobody could answer, for designers: what was not found, found and not chosen, or not understood, until it is answered or set aside.';
