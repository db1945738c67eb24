// Imported services for browsing: a page of list lines in the order of their codes, and how many services each filter would leave.
import type { Read } from '../../kernel/db.ts'
import { abroad, type ServiceKind, type TimeLimit } from './imported-service.ts'
import { nameOfAudience, nameOfKind, wordsOf, type BrowseFilter, type BrowseRow, type Facet, type Facets } from './service-browse.ts'

const nameOfAbroad = { 'zh-CN': '其他国家和地区', en: 'Other countries' }

type Row = {
  code: string; name: string; authority: string; authority_name: string; region: string; region_name: string; kind: ServiceKind
  audience: string[]; themes: string[]; promised: TimeLimit | null; online: boolean | null
}

const toBrowseRow = (row: Row): BrowseRow => ({
  type: 'importedService', id: row.code, name: { 'zh-CN': row.name }, summary: null,
  authority: { value: row.authority, name: { 'zh-CN': row.authority_name } }, region: { code: row.region, name: { 'zh-CN': row.region_name } },
  kind: row.kind, audience: row.audience, themes: row.themes, promised: row.promised, online: row.online,
})

/** `like` takes % _ and \ as themselves only when escaped. */
const containing = (word: string): string => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`

const matching = (read: Read, { region, authority, kind, audience, theme, q }: BrowseFilter) => read`
  true ${region === undefined ? read`` : read`and region = ${region}`}
  ${authority === undefined ? read`` : read`and authority = ${authority}`}
  ${kind === undefined ? read`` : read`and kind = ${kind}`}
  ${audience === undefined ? read`` : read`and audience @> array[${audience}]`}
  ${theme === undefined ? read`` : read`and themes @> array[${theme}]`}
  ${wordsOf(q).length === 0 ? read`` : read`and name ilike all (${wordsOf(q).map(containing)})`}`

/** @param after the last code of the page before */
export const listImportedRows = async (read: Read, filter: BrowseFilter, { after, limit }: { after?: string; limit: number }): Promise<BrowseRow[]> => {
  const rows = await read<Row[]>`
    select code, name, authority, content #>> '{authority,name}' as authority_name, region, content #>> '{region,name}' as region_name, kind, audience, themes,
      nullif(content -> 'promisedLimit', 'null') as promised, (content #>> '{online,available}')::boolean as online
    from imported_services
    where ${matching(read, filter)} ${after === undefined ? read`` : read`and code > ${after}`}
    order by code limit ${limit}`
  return rows.map(toBrowseRow)
}

/** A facet ignores its own filter, so the other choices stay visible. Names of regions and authorities are those of one service of theirs. */
export const countImportedFacets = async (read: Read, filter: BrowseFilter): Promise<Facets & { total: number }> => {
  const without = (key: keyof BrowseFilter) => matching(read, { ...filter, [key]: undefined })
  const nameOf = (what: 'region' | 'authority') => read`(select content #>> array[${what}, 'name'] from imported_services where code = sample) as name`
  const rows = await read<{ facet: string; value: string; name: string; count: number }[]>`
    select 'total' as facet, '' as value, '' as name, count(*) from imported_services where ${matching(read, filter)}
    union all select 'region', value, ${nameOf('region')}, count
      from (select region as value, min(code) as sample, count(*) from imported_services where ${without('region')} group by region) as regions
    union all select 'authority', value, ${nameOf('authority')}, count
      from (select authority as value, min(code) as sample, count(*) from imported_services where ${without('authority')} group by authority) as authorities
    union all select 'kind', kind, '', count(*) from imported_services where ${without('kind')} group by kind
    union all select 'audience', each.member, '', count(*) from imported_services, unnest(audience) as each (member) where ${without('audience')} group by each.member
    union all select 'theme', each.theme, each.theme, count(*) from imported_services, unnest(themes) as each (theme) where ${without('theme')} group by each.theme`
  const of = (facet: string, known: (value: string) => Facet['name'] | undefined = () => undefined): Facet[] =>
    rows.filter((row) => row.facet === facet).map(({ value, name, count }) => ({ value, name: known(value) ?? { 'zh-CN': name }, count }))
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    regions: of('region', (value) => (value === abroad ? nameOfAbroad : undefined)),
    authorities: of('authority'),
    kinds: of('kind', nameOfKind),
    audiences: of('audience', nameOfAudience),
    themes: of('theme'),
  }
}
