-- Electronic seals of authorities with everything done with them, and what applicants signed as it was shown to them.

create table seals (
  id uuid primary key,
  line text not null,
  region text not null,
  authority text not null,
  kid text not null,
  fingerprint text not null unique,
  certificates text not null,
  self_issued boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  suspended boolean not null default false
);
comment on table seals is 'Certificates of the electronic seals of authorities (E-signature Law Art. 13, 16); the private keys lie in the keystore. A renewed seal is a further row.';
comment on column seals.certificates is 'PEM: the certificate of the seal, then those it was issued by.';
comment on column seals.self_issued is 'Issued by the installation itself, for a demonstration.';
create index seals_authority on seals (line, region text_pattern_ops, created_at desc);
create index seals_self_issued on seals (created_at desc) where self_issued;
create index seals_region on seals (region text_pattern_ops, created_at desc, id);

create table seal_actions (
  id uuid primary key,
  seal_id uuid not null references seals (id),
  action text not null check (action in ('suspend', 'resume')),
  reason text not null,
  actor text not null,
  at timestamptz not null
);
comment on table seal_actions is 'When a seal was suspended and taken up again, by whom and why; only grows.';
create index seal_actions_seal on seal_actions (seal_id, at, id);
create trigger seal_actions_append_only before update or delete or truncate on seal_actions
  for each statement execute function refuse_change();

create table seal_uses (
  id uuid primary key,
  seal_id uuid not null references seals (id),
  region text not null,
  purpose text not null check (purpose in ('notice', 'credential', 'application')),
  subject text not null,
  digest text not null,
  at timestamptz not null
);
comment on table seal_uses is 'Every time a seal signed: what for, about what, and the SHA-256 of the bytes it covers; written before the key is used, only grows.';
create index seal_uses_seal on seal_uses (seal_id, at desc, id desc);
create index seal_uses_digest on seal_uses (digest);
create trigger seal_uses_append_only before update or delete or truncate on seal_uses
  for each statement execute function refuse_change();

create table application_signatures (
  application_id uuid primary key references applications (id),
  person_id uuid not null references people (id),
  digest text not null,
  signature text not null,
  token text,
  signed_at timestamptz not null,
  file text not null references files (digest)
);
comment on table application_signatures is 'What an applicant signed as it was shown: SHA-256 of its canonical form (RFC 8785), signed by the installation (JWS), with a timestamp (RFC 3161) where there is an authority of time.';
comment on column application_signatures.file is 'The signed application as a sealed PDF.';
create index application_signatures_person on application_signatures (person_id);
create index application_signatures_file on application_signatures (file);
