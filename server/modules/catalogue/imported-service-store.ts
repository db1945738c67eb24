// Imported services in the database: written in batches that touch only what changed, listed by filters page by page.
// Beside every service lies the line it came from; lines that became no service have a table of their own.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { RawLine } from './import-lines.ts'
import { audienceKinds, serviceKinds, type AudienceKind, type ImportedService, type ImportRejection, type ImportWarning, type ServiceKind } from './imported-service.ts'

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
export type ImportedFilter = { region?: string; authority?: string; kind?: ServiceKind; theme?: string; audience?: AudienceKind }

const matching = (read: Read, { region, authority, kind, theme, audience }: ImportedFilter) => read`
  true ${region === undefined ? read`` : read`and region = ${region}`}
  ${authority === undefined ? read`` : read`and authority = ${authority}`}
  ${kind === undefined ? read`` : read`and kind = ${kind}`}
  ${theme === undefined ? read`` : read`and themes @> array[${theme}]`}
  ${audience === undefined ? read`` : read`and audience @> array[${audience}]`}`

/** A page of services in the order of their codes; `after` is the last code of the page before. */
export const listImportedServices = async (read: Read, filter: ImportedFilter & { after?: string; limit: number }): Promise<ImportedService[]> => {
  const rows = await read<{ content: ImportedService }[]>`
    select content from imported_services
    where ${matching(read, filter)} ${filter.after === undefined ? read`` : read`and code > ${filter.after}`}
    order by code limit ${filter.limit}`
  return rows.map((row) => row.content)
}

export type Facet = { value: string; name: string; count: number }
export type ImportedFacets = { total: number; regions: Facet[]; authorities: Facet[]; kinds: Facet[]; themes: Facet[]; audiences: Facet[] }

/** How many services each choice would leave; a facet ignores its own filter, so the other choices stay visible. Most frequent first. */
export const countImportedFacets = async (read: Read, filter: ImportedFilter): Promise<ImportedFacets> => {
  const without = (key: keyof ImportedFilter) => matching(read, { ...filter, [key]: undefined })
  const rows = await read<{ facet: string; value: string; name: string; count: number }[]>`
    select 'total' as facet, '' as value, '' as name, count(*) from imported_services where ${matching(read, filter)}
    union all select 'region', region, max(content->'region'->>'name'), count(*) from imported_services where ${without('region')} group by region
    union all select 'authority', authority, max(content->'authority'->>'name'), count(*) from imported_services where ${without('authority')} group by authority
    union all select 'kind', kind, '', count(*) from imported_services where ${without('kind')} group by kind
    union all select 'theme', theme, theme, count(*) from imported_services, unnest(themes) as theme where ${without('theme')} group by theme
    union all select 'audience', each.member, '', count(*) from imported_services, unnest(audience) as each (member) where ${without('audience')} group by each.member
    order by count desc, value`
  const facets = (facet: string, names: Record<string, string> = {}): Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, name, count }) => ({ value, name: names[value] ?? (name === '' ? '未分类' : name), count }))
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    regions: facets('region'),
    authorities: facets('authority'),
    kinds: facets('kind', serviceKinds),
    themes: facets('theme'),
    audiences: facets('audience', audienceKinds),
  }
}

/** Lines of a file that became no service, in file order. */
export const listImportRejections = async (read: Read, fileDigest: string): Promise<RejectedRow[]> =>
  read<RejectedRow[]>`
    select line, code, reason, detail, raw, raw_encoding as "rawEncoding"
    from imported_service_rejections where file_digest = ${fileDigest} order by line`
