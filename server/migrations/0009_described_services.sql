-- Vocabulary: imported services that came as a description in CPSV-AP; everything the description says, beside the summary in imported_services.

create table described_services (
  code text collate "C" primary key,
  iri text not null unique,
  resources jsonb not null,
  source text not null,
  source_digest text not null,
  described_at timestamptz not null
);
comment on table described_services is 'What a file in RDF says about an imported service of the same code, as resources in the words of CPSV-AP and CCCEV; exported again as it came.';
comment on column described_services.iri is 'The address by which the file names the service; the same address again replaces the description.';
comment on column described_services.source is 'Name of the file it came from last.';
comment on column described_services.source_digest is 'SHA-256 of that file, hexadecimal.';
