-- Catalogue: real services imported from other platforms, and the lines of their files that became no service.

create table imported_services (
  code text collate "C" primary key,
  name text not null,
  region text not null,
  authority text not null,
  kind text not null,
  audience text[] not null,
  themes text[] not null,
  content jsonb not null,
  warnings text[] not null,
  raw text not null,
  raw_encoding text not null check (raw_encoding in ('utf-8', 'base64')),
  content_hash text not null,
  imported_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table imported_services is 'Services of other platforms, keyed by their implementing code (实施编码). Beside content (what we read) lies raw (the line as it came).';
comment on column imported_services.authority is 'Characters 1-18 of the implementing code; usually the authority''s unified social credit code (GB 32100).';
comment on column imported_services.raw_encoding is 'utf-8: raw is the line itself; base64: the line was no plain UTF-8, raw holds its bytes.';
comment on column imported_services.updated_at is 'When the content last changed; a repeated import of the same line leaves it alone.';
create index imported_services_region on imported_services (region, code);
create index imported_services_authority on imported_services (authority, code);
create index imported_services_kind on imported_services (kind, code);
create index imported_services_audience on imported_services using gin (audience);
create index imported_services_themes on imported_services using gin (themes);

create table imported_service_rejections (
  file_digest text not null,
  line int not null,
  code text,
  reason text not null,
  detail text,
  raw text not null,
  raw_encoding text not null check (raw_encoding in ('utf-8', 'base64')),
  rejected_at timestamptz not null,
  primary key (file_digest, line)
);
comment on table imported_service_rejections is 'Lines of imported files that became no service of their own, with the reason: the rejected ones, and repeats (duplicate_identical). Nothing that was in a file is lost.';
comment on column imported_service_rejections.file_digest is 'SHA-256 of the whole file, hexadecimal.';
