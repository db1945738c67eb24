// The search index in the database: written where the version differs, looked up term by term.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { packAnswers, type DocumentType, type IndexEntry } from './document.ts'
import type { Candidate } from './ranking.ts'

/** Writers of the index take turns. */
export const lockIndex = async (tx: Tx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtext('search_documents'))`
}

/** Versions by key of the entries in a range of keys: from `from` on, up to and including `to`. */
export const listVersions = async (read: Read, { from, to }: { from: string; to: string }): Promise<Map<string, string>> => {
  const rows = await read<{ key: string; version: string }[]>`select key, version from search_documents where key >= ${from} and key <= ${to}`
  return new Map(rows.map(({ key, version }) => [key, version]))
}

export const upsertEntries = async (tx: Tx, entries: readonly IndexEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const rows = entries.map(({ titleWords, aliasWords, contextWords, headTerms, bodyTerms, ...entry }) => ({
    ...entry, title_words: titleWords, alias_words: aliasWords, context_words: contextWords, head_terms: headTerms, body_terms: bodyTerms,
  }))
  await tx`
    insert into search_documents (key, type, id, region, title, summary, title_words, alias_words, context_words, head_terms, body_terms, version)
    select key, type, id, region, title, summary, title_words, alias_words, context_words, head_terms, body_terms, version
    from jsonb_populate_recordset(null::search_documents, ${json(rows)})
    on conflict (key) do update set
      type = excluded.type, id = excluded.id, region = excluded.region, title = excluded.title, summary = excluded.summary, title_words = excluded.title_words,
      alias_words = excluded.alias_words, context_words = excluded.context_words, head_terms = excluded.head_terms, body_terms = excluded.body_terms, version = excluded.version`
}

export const deleteEntries = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length > 0) await tx`delete from search_documents where key = any(${[...keys]})`
}

/** Fresh statistics after many changes, so that the next question is planned well. */
export const analyseIndex = async (tx: Tx): Promise<void> => {
  await tx`analyze search_documents`
}

/** In how many heads each term stands, and how many entries there are. */
export const countTerms = async (read: Read, terms: readonly string[]): Promise<{ documents: number; frequencies: Map<string, number> }> => {
  const [rows, [total]] = await Promise.all([
    read<{ term: string; count: number }[]>`
      select term, (select count(*) from search_documents where head_terms @> array[term]) as count from unnest(${[...terms]}::text[]) as asked (term)`,
    read<{ count: number }[]>`select count(*) from search_documents`,
  ])
  return { documents: total?.count ?? 0, frequencies: new Map(rows.map(({ term, count }) => [term, count])) }
}

export type SearchFilter = {
  type?: DocumentType
  /** the pack whose matters and services count */
  packRegion: string | undefined
  /** answers given in these regions, or in any beginning with `within`, besides those of the pack */
  answers: { regions: readonly string[]; within: string }
  /** imported services: of these regions, or of any beginning with `within`; absent: of all */
  imported?: { regions: readonly string[]; within: string }
}

type Row = Omit<Candidate, 'titleWords' | 'aliasWords' | 'contextWords' | 'bodyTerms'> & { title_words: string; alias_words: string[]; context_words: string; in_body: string[] | null }

const toCandidate = ({ title_words, alias_words, context_words, in_body, ...row }: Row): Candidate => ({
  ...row, titleWords: title_words, aliasWords: alias_words, contextWords: context_words, bodyTerms: in_body ?? [],
})

const eligible = (read: Read, { type, packRegion, answers, imported }: SearchFilter) => read`
  ${type === undefined ? read`true` : read`type = ${type}`}
  and (type = 'importedService' ${packRegion === undefined ? read`` : read`or region = ${packRegion}`}
    or (type = 'answer' and key not like ${`answer/${packAnswers}%`} and (region = any(${[...answers.regions]}) or region like ${`${answers.within}%`})))
  ${imported === undefined ? read`` : read`and (type <> 'importedService' or region = any(${[...imported.regions]}) or region like ${`${imported.within}%`})`}`

/** The most promising entries: the sum of the points of their terms, a term of the body giving a quarter. */
export const listCandidates = async (read: Read, asked: readonly { term: string; points: number }[], filter: SearchFilter, limit: number): Promise<Candidate[]> => {
  const rows = await read<Row[]>`
    with asked as (
      select * from unnest(${asked.map(({ term }) => term)}::text[], ${asked.map(({ points }) => points)}::float8[]) as asked (term, points)
    ), hits as (
      select key, points, null as in_body from asked join search_documents on head_terms @> array[term] where ${eligible(read, filter)}
      union all
      select key, points / 4, term from asked join search_documents on body_terms @> array[term] where ${eligible(read, filter)}
    ), best as (
      select key, sum(points) as points, array_agg(in_body) filter (where in_body is not null) as in_body
      from hits group by key order by points desc, key limit ${limit}
    )
    select type, id, region, title, summary, title_words, alias_words, context_words, in_body from best join search_documents using (key) order by points desc, key`
  return rows.map(toCandidate)
}
