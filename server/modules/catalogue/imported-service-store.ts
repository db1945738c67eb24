// Imported services in the database: written in batches that touch only what changed, listed by filters page by page.
// Beside every service lies the line it came from; lines that became no service have a table of their own.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { RawLine } from './import-lines.ts'
import type { ImportedService, ImportRejection, ImportWarning } from './imported-service.ts'

/** One service to store; `hash` is equal exactly when service and warnings are. */
export type ImportedRow = RawLine & { service: ImportedService; warnings: ImportWarning[]; hash: string }

export type RejectedRow = RawLine & { line: number; code: string | null; reason: ImportRejection | 'duplicate_identical'; detail: string | null }

export type UpsertCount = { imported: number; updated: number; unchanged: number }

/**
 * Inserts what is new and rewrites what differs; codes must be unique within `rows`. Imports take turns, so the counts are exact.
 * A line that differs while its content does not (another scrape's serial number) replaces the stored line and counts as unchanged.
 */
export const upsertImportedServices = async (tx: Tx, rows: readonly ImportedRow[], at: Date): Promise<UpsertCount> => {
  const records = rows.map(({ service, warnings, hash, raw, rawEncoding }) => ({
    code: service.code, name: service.name, region: service.region.code, authority: service.authority.code, kind: service.kind,
    audience: service.audience, themes: service.themes, content: service, warnings, raw, raw_encoding: rawEncoding, content_hash: hash,
  }))
  await tx`select pg_advisory_xact_lock(hashtext('imported_services'))`
  const [count] = await tx<UpsertCount[]>`
    with incoming as (
      select * from jsonb_to_recordset(${json(records)}::jsonb) as record (
        code text, name text, region text, authority text, kind text, audience text[], themes text[], content jsonb,
        warnings text[], raw text, raw_encoding text, content_hash text)
    ), before as (
      select code, content_hash from imported_services where code in (select code from incoming)
    ), written as (
      insert into imported_services
        (code, name, region, authority, kind, audience, themes, content, warnings, raw, raw_encoding, content_hash, imported_at, updated_at)
      select code, name, region, authority, kind, audience, themes, content, warnings, raw, raw_encoding, content_hash, ${at}::timestamptz, ${at}::timestamptz from incoming
      on conflict (code) do update set
        name = excluded.name, region = excluded.region, authority = excluded.authority, kind = excluded.kind, audience = excluded.audience,
        themes = excluded.themes, content = excluded.content, warnings = excluded.warnings, raw = excluded.raw, raw_encoding = excluded.raw_encoding,
        content_hash = excluded.content_hash,
        updated_at = case when imported_services.content_hash = excluded.content_hash then imported_services.updated_at else excluded.updated_at end
      where imported_services.content_hash <> excluded.content_hash or imported_services.raw <> excluded.raw
    )
    select count(*) filter (where before.code is null) as imported,
      count(*) filter (where before.content_hash <> incoming.content_hash) as updated,
      count(*) filter (where before.content_hash = incoming.content_hash) as unchanged
    from incoming left join before on before.code = incoming.code`
  return count ?? { imported: 0, updated: 0, unchanged: 0 }
}

/** Keeps lines that became no service; the same line of the same file is kept once. */
export const insertImportRejections = async (tx: Tx, fileDigest: string, rows: readonly RejectedRow[], at: Date): Promise<void> => {
  const records = rows.map(({ rawEncoding, ...row }) => ({ ...row, raw_encoding: rawEncoding }))
  await tx`
    insert into imported_service_rejections (file_digest, line, code, reason, detail, raw, raw_encoding, rejected_at)
    select ${fileDigest}, line, code, reason, detail, raw, raw_encoding, ${at}::timestamptz
    from jsonb_to_recordset(${json(records)}::jsonb) as record (line int, code text, reason text, detail text, raw text, raw_encoding text)
    on conflict (file_digest, line) do nothing`
}

export const findImportedService = async (read: Read, code: string): Promise<ImportedService | undefined> => {
  const [row] = await read<{ content: ImportedService }[]>`select content from imported_services where code = ${code}`
  return row?.content
}

/** The line a service came from and what was noticed while reading it. */
export type ImportedSource = RawLine & { warnings: ImportWarning[]; importedAt: Date; updatedAt: Date }

export const findImportedSource = async (read: Read, code: string): Promise<ImportedSource | undefined> => {
  const [row] = await read<ImportedSource[]>`
    select raw, raw_encoding as "rawEncoding", warnings, imported_at as "importedAt", updated_at as "updatedAt"
    from imported_services where code = ${code}`
  return row
}

/** `region` and `authority` match exactly, so a list agrees with the count of its facet. */
/** Lines of a file that became no service, in file order. */
export const listImportRejections = async (read: Read, fileDigest: string): Promise<RejectedRow[]> =>
  read<RejectedRow[]>`
    select line, code, reason, detail, raw, raw_encoding as "rawEncoding"
    from imported_service_rejections where file_digest = ${fileDigest} order by line`
