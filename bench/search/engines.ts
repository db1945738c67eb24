// The engines of the comparison: each takes the same entries cut into the same terms, and gets the same terms of each question. Ours is asked as
// the product asks it, with what the question wishes, the places it names, and what people meant who said something like it.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import { startEmbeddedPostgres } from '../../server/embedded-postgres.ts'
import type { Answer } from '../../eval/search/query.ts'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { createIndex, findIn, hasTerm, placeWeights, rank, rarity, readQuestion, termsOf, weighAll, type IndexEntry, type Lexicon, type Shown } from '../../server/modules/search/index.ts'
import { whereAsked } from './catalogue.ts'

/** `find` gives keys or what they stand for, best first; `stored` bytes outside the process. */
export type Engine = {
  add: (entries: readonly IndexEntry[]) => Promise<void>
  ready: () => Promise<void>
  find: (q: string, limit: number) => Promise<readonly (string | Answer)[]>
  stored: () => number
  close: () => Promise<void>
}

const nothing = async (): Promise<void> => {}

const ownEngine = async (lexicon: Lexicon): Promise<Engine> => {
  const index = createIndex<Shown>()
  return {
    add: async (entries) => entries.forEach(index.put),
    ready: nothing, stored: () => 0, close: nothing,
    find: async (q, limit) => findIn({ index, lexicon }, whereAsked, q).found.slice(0, limit).map(({ type, id, title }) => ({ type, id, titles: Object.values(title) })),
  }
}

type Terms = { title: string[]; alias: string[]; context: string[]; body: string[] }
const termsIn = ({ titleWords, aliasWords, contextWords, bodyWords }: IndexEntry): Terms => ({
  title: termsOf(titleWords.join(' '), { singles: true }), alias: termsOf(aliasWords.join(' '), { singles: true }), context: termsOf(contextWords), body: termsOf(bodyWords),
})

const askedTerms = (q: string, lexicon: Lexicon): string[] => [...new Set(readQuestion(q, lexicon).units.flatMap(({ wordings }) => wordings.flatMap(({ terms }) => terms)))]

/** SQLite's full text index: BM25 over four columns, which count as much as our places. */
const sqliteEngine = async (lexicon: Lexicon): Promise<Engine> => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-search-'))
  const file = join(folder, 'index.db')
  const db = new DatabaseSync(file)
  db.exec("pragma journal_mode = off; pragma synchronous = off; create virtual table entries using fts5 (title, alias, context, body, content = '', tokenize = 'unicode61')")
  db.exec('create table keys (id integer primary key, key text not null)')
  const insert = db.prepare('insert into entries (rowid, title, alias, context, body) values (?, ?, ?, ?, ?)')
  const insertKey = db.prepare('insert into keys (id, key) values (?, ?)')
  const ask = db.prepare(`select keys.key from (select rowid, rank from entries where entries match ? and rank match 'bm25(${placeWeights.join(', ')})' order by rank limit ?) as best join keys on keys.id = best.rowid order by best.rank`)
  let count = 0
  return {
    add: async (entries) => {
      db.exec('begin')
      for (const entry of entries) {
        count += 1
        const { title, alias, context, body } = termsIn(entry)
        insert.run(count, title.join(' '), alias.join(' '), context.join(' '), body.join(' '))
        insertKey.run(count, entry.key)
      }
      db.exec('commit')
    },
    ready: async () => {
      db.exec("insert into entries (entries) values ('optimize')")
    },
    find: async (q, limit) => {
      const terms = askedTerms(q, lexicon)
      return terms.length === 0 ? [] : ask.all(terms.map((term) => `"${term}"`).join(' OR '), limit).map(({ key }) => String(key))
    },
    stored: () => statSync(file).size,
    close: async () => {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** MiniSearch: BM25+ in JavaScript maps, each field counting as much as our places, each term by its wording. */
const miniSearchEngine = async (lexicon: Lexicon): Promise<Engine> => {
  const index = new MiniSearch<Terms & { id: string }>({
    fields: ['title', 'alias', 'context', 'body'], idField: 'id', processTerm: (term) => term,
    tokenize: (text) => text.split(' '), extractField: (entry, field) => (field === 'id' ? entry.id : entry[field as keyof Terms].join(' ')),
    searchOptions: { boost: { title: placeWeights[0], alias: placeWeights[1], context: placeWeights[2], body: placeWeights[3] }, prefix: false, fuzzy: false, combineWith: 'OR' },
  })
  return {
    add: async (entries) => index.addAll(entries.map((entry) => ({ id: entry.key, ...termsIn(entry) }))),
    ready: nothing, stored: () => 0, close: nothing,
    find: async (q, limit) => {
      const weights = new Map<string, number>()
      for (const { wordings } of readQuestion(q, lexicon).units) for (const { terms, weight } of wordings) for (const term of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
      if (weights.size === 0) return []
      return index.search([...weights.keys()].join(' '), { boostTerm: (term) => weights.get(term) ?? 1 }).slice(0, limit).map(({ id }) => String(id))
    },
  }
}

type Row = { key: string; title_words: string[]; alias_words: string[]; context_words: string; in_body: string[] | null }

/** PostgreSQL with two GIN indexes over arrays of terms, its best 200 ranked by our ranking: how the product searched before. */
const postgresEngine = async (lexicon: Lexicon): Promise<Engine> => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-search-'))
  chmodSync(folder, 0o711) // As root the database runs as another user, who must get in.
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
  const sql = connect(server.url, { max: 4, onnotice: () => {} })
  await sql`create unlogged table entries (key text primary key, title_words text[] not null, alias_words text[] not null, context_words text not null, head_terms text[] not null, body_terms text[] not null)`
  let documents = 0
  let size = 0
  return {
    add: async (entries) => {
      documents += entries.length
      const rows = entries.map((entry) => {
        const { title, alias, context, body } = termsIn(entry)
        const head = new Set([...title, ...alias, ...context])
        return { key: entry.key, title_words: entry.titleWords, alias_words: entry.aliasWords, context_words: entry.contextWords, head_terms: [...head], body_terms: body.filter((term) => !head.has(term)) }
      })
      await sql`insert into entries select * from jsonb_populate_recordset(null::entries, ${JSON.stringify(rows)}::text::jsonb)`
    },
    ready: async () => {
      await sql`create index entries_head on entries using gin (head_terms) with (fastupdate = off)`
      await sql`create index entries_body on entries using gin (body_terms) with (fastupdate = off)`
      await sql`analyze entries`
      const [row] = await sql<{ size: string }[]>`select pg_total_relation_size('entries') as size`
      size = Number(row?.size ?? 0)
    },
    find: async (q, limit) => {
      const question = readQuestion(q, lexicon)
      const terms = askedTerms(q, lexicon)
      if (terms.length === 0) return []
      const counts = await sql<{ term: string; count: string }[]>`select term, (select count(*) from entries where head_terms @> array[term]) as count from unnest(${terms}::text[]) as asked (term)`
      const frequencies = new Map(counts.map(({ term, count }) => [term, Number(count)]))
      const statistics = { documents, frequencyOf: (term: string) => frequencies.get(term) ?? 0 }
      // Terms common to more than 20,000 entries together are passed over, as they were.
      let read = 0
      const asked = terms.toSorted((a, b) => statistics.frequencyOf(a) - statistics.frequencyOf(b)).filter((term, at) => (read += statistics.frequencyOf(term)) <= 20_000 || at === 0)
      const rows = await sql<Row[]>`
        with asked as (select * from unnest(${asked}::text[], ${asked.map((term) => rarity(statistics, term))}::float8[]) as asked (term, points)),
        hits as (
          select key, points, null as in_body from asked join entries on head_terms @> array[term]
          union all select key, points / 4, term from asked join entries on body_terms @> array[term]
        ), best as (select key, sum(points) as points, array_agg(in_body) filter (where in_body is not null) as in_body from hits group by key order by points desc, key limit 200)
        select key, title_words, alias_words, context_words, in_body from best join entries using (key)`
      const candidates = rows.map(({ key, title_words, alias_words, context_words, in_body }) => ({
        key, titleWords: title_words, aliasWords: alias_words, taste: 0, chosen: 0,
        placeOf: (term: string) =>
          title_words.some((title) => hasTerm(title, term)) ? placeWeights[0] : alias_words.some((alias) => hasTerm(alias, term)) ? placeWeights[1] : hasTerm(context_words, term) ? placeWeights[2] : in_body?.includes(term) ? placeWeights[3] : 0,
      }))
      return rank(question, weighAll(statistics, question), candidates).slice(0, limit).map(({ candidate }) => candidate.key)
    },
    stored: () => size,
    close: async () => {
      await sql.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const engines = { tongban: ownEngine, 'SQLite FTS5': sqliteEngine, MiniSearch: miniSearchEngine, 'PostgreSQL GIN': postgresEngine }
export type EngineName = keyof typeof engines
