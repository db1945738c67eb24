-- Search: one row per thing that can be found. Everything in it is computed from packs and imported services and can be made again.

create table search_documents (
  key text collate "C" primary key,
  type text not null check (type in ('matter', 'service', 'importedService')),
  id text not null,
  region text collate "C" not null,
  title jsonb not null,
  summary jsonb not null,
  title_words text not null,
  alias_words text[] not null,
  context_words text not null,
  head_terms text[] not null,
  body_terms text[] not null,
  version text not null
);
comment on table search_documents is 'What search finds. *_words are normalised texts for ranking, *_terms what is looked up (pairs of neighbouring characters, words).';
comment on column search_documents.region is 'Region of the pack, or of the authority of an imported service.';
comment on column search_documents.head_terms is 'Terms of title, aliases and context (authority, theme, services of a matter).';
comment on column search_documents.body_terms is 'Terms of conditions, documents and guide text, without those of the head.';
comment on column search_documents.version is 'Changes with the content and with the way of indexing; equal means nothing to do.';
-- A pending list would have to be read through by every search until the next vacuum.
create index search_documents_head on search_documents using gin (head_terms) with (fastupdate = off);
create index search_documents_body on search_documents using gin (body_terms) with (fastupdate = off);
