// A population opened for reading: Parquet or CSV files of a folder, one file of the people or companies alone, or tables of PostgreSQL, as views.
// What a file does not have is named; who stands in it twice, also under two numbers, is left out, as nobody knows which row is right.
import { existsSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { quoteName, quoteText } from '../../kernel/feel-sql/dialect.ts'
import { sqlTypeOf } from '../../kernel/feel-sql/resolve.ts'
import type { ColumnType, FactSchema, FactTable } from '../../kernel/feel-sql/schema.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Engine } from './engine.ts'
import { newNumber } from './id-number-sql.ts'

/** What was found. `absent`: columns and lists of the schema without data. `duplicated`: keys standing more than once, by table. */
export type Snapshot = { absent: ReadonlySet<string>; duplicated: Readonly<Record<string, number>> }

/** Why a population cannot be read: `says` for people, the message for who runs a command. */
export class PopulationRefused extends Error {
  override readonly name = 'PopulationRefused'
  readonly says: Texts

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`)
    this.says = { 'zh-CN': zh, en }
  }
}

const formats: Readonly<Record<string, (file: string) => string>> = {
  '.parquet': (file) => `read_parquet(${quoteText(file)})`,
  '.csv': (file) => `read_csv(${quoteText(file)}, header = true, all_varchar = true)`,
}

const sourceIn = (place: string, table: string): string | undefined =>
  Object.entries(formats).flatMap(([ending, read]) => (existsSync(join(place, `${table}${ending}`)) ? [read(join(place, `${table}${ending}`))] : []))[0]

/** The files by table. A single file is the table of the first that is asked about. */
const filesOf = (place: string, schema: FactSchema, abouts: readonly string[]): Map<string, string> => {
  if (!existsSync(place)) throw new PopulationRefused(`没有 ${place}`, `There is no ${place}`)
  const read = formats[extname(place)]
  if (statSync(place).isFile()) {
    if (!read) throw new PopulationRefused(`${basename(place)} 不是 Parquet 或 CSV`, `${basename(place)} is neither Parquet nor CSV`)
    return new Map([[abouts[0] ?? '', read(place)]])
  }
  return new Map(Object.keys(schema).flatMap((table) => {
    const source = sourceIn(place, table)
    return source === undefined ? [] : [[table, source] as const]
  }))
}

const asIs: Record<ColumnType, readonly string[]> = { integer: ['BIGINT', 'INTEGER', 'SMALLINT', 'TINYINT'], number: ['DOUBLE', 'DOUBLE PRECISION'], text: ['VARCHAR', 'TEXT'], boolean: ['BOOLEAN'], date: ['DATE'] }

/** In files, what does not fit its type, such as a date that does not exist, is null: not known. */
const castTo = (name: string, type: ColumnType, stored: string, { dialect }: Engine): string => {
  const quoted = quoteName(name)
  if (asIs[type].includes(stored)) return quoted
  if (type === 'text' || dialect === 'postgres') return `CAST(${quoted} AS ${sqlTypeOf(type)}) AS ${quoted}`
  return `TRY_CAST(nullif(CAST(${quoted} AS VARCHAR), '') AS ${sqlTypeOf(type)}) AS ${quoted}`
}

const twiceIn = (source: string, k: string, { dialect }: Engine): string => {
  // Hashes first: only keys whose hash stands twice are compared themselves.
  const suspected = dialect === 'duckdb' ? ` WHERE hash(${k}) IN (SELECT h FROM (SELECT hash(${k}) AS h FROM ${source} WHERE ${k} IS NOT NULL) GROUP BY h HAVING count(*) > 1)` : ''
  return `SELECT ${k} AS k FROM ${source}${suspected} GROUP BY ${k} HAVING count(*) > 1 AND ${k} IS NOT NULL`
}

/** People under their old number of fifteen digits and under the new one as well: both rows are nobody's. @returns how many people */
const addTwoNumbers = async ({ run, rows }: Engine, source: string, k: string, twice: string): Promise<number> => {
  const [old] = await rows(`SELECT count(*) AS n FROM ${source} WHERE length(${k}) = 15`)
  if (Number(old?.['n']) === 0) return 0
  await run('DROP TABLE IF EXISTS two_numbers')
  await run(`CREATE TEMP TABLE two_numbers AS SELECT o.k AS before, n.k AS now FROM (SELECT ${k} AS k, ${newNumber(k)} AS upgraded FROM ${source} WHERE length(${k}) = 15) o JOIN (SELECT ${k} AS k FROM ${source}) n ON n.k = o.upgraded`)
  await run(`INSERT INTO ${twice} SELECT k FROM (SELECT before AS k FROM two_numbers UNION SELECT now FROM two_numbers) both_numbers WHERE k NOT IN (SELECT k FROM ${twice})`)
  const [people] = await rows('SELECT count(DISTINCT now) AS n FROM two_numbers')
  return Number(people?.['n'])
}

const columnsIn = async (engine: Engine, table: string, source: string): Promise<Map<string, string>> => {
  const asked = engine.dialect === 'duckdb' ? `DESCRIBE SELECT * FROM ${source}` : `SELECT attname AS column_name, upper(format_type(atttypid, NULL)) AS column_type FROM pg_attribute WHERE attrelid = to_regclass(${quoteText(quoteName(table))}) AND attnum > 0 AND NOT attisdropped`
  return new Map((await engine.rows(asked)).map((row) => [String(row['column_name']), String(row['column_type'])]))
}

const openTable = async (engine: Engine, { name, key, columns }: FactTable, source: string): Promise<{ absent: string[]; duplicated: number }> => {
  const stored = await columnsIn(engine, name, source)
  if (!stored.has(key)) throw new PopulationRefused(`${name} 没有 ${key} 这一列，认不出谁是谁`, `${name} has no column ${key}, so nobody can be told from another`)
  const selected = Object.entries(columns).flatMap(([column, type]) => (stored.has(column) ? [castTo(column, type, stored.get(column) ?? '', engine)] : []))
  const [k, twice] = [quoteName(key), quoteName(`${name} twice`)]
  await engine.run(`CREATE TEMP TABLE ${twice} AS ${twiceIn(source, k, engine)}`)
  const [row] = await engine.rows(`SELECT count(*) AS n FROM ${twice}`)
  const duplicated = Number(row?.['n']) + (name === 'person' ? await addTwoNumbers(engine, source, k, twice) : 0)
  const kept = duplicated === 0 ? '' : ` WHERE coalesce(${k} NOT IN (SELECT k FROM ${twice}), TRUE)`
  await engine.run(`CREATE TEMP VIEW ${quoteName(name)} AS SELECT ${selected.join(', ')} FROM ${source}${kept}`)
  return { absent: Object.keys(columns).filter((column) => !stored.has(column)), duplicated }
}

/** Tables of the schema that are in the database, with their schema's name, as views of the same name hide them. */
const tablesIn = async (engine: Engine, schema: FactSchema): Promise<Map<string, string>> => {
  const found = await engine.rows(`SELECT relname AS name, relnamespace::regnamespace::text AS within FROM pg_class WHERE pg_table_is_visible(oid) AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname IN (${Object.keys(schema).map(quoteText).join(', ')})`)
  return new Map(found.map(({ name, within }) => [String(name), `${String(within)}.${quoteName(String(name))}`]))
}

/**
 * Opens the population as views named like the tables of the schema.
 * @param place a folder, a file; not looked at for a database @param abouts tables that must be there @throws PopulationRefused when one is not, or a key column is not in it
 */
export const openSnapshot = async (engine: Engine, place: string, schema: FactSchema, abouts: readonly string[]): Promise<Snapshot> => {
  const sources = engine.dialect === 'duckdb' ? filesOf(place, schema, abouts) : await tablesIn(engine, schema)
  const without = abouts.find((about) => !sources.has(about))
  if (without !== undefined) throw new PopulationRefused(`人口数据里没有 ${without} 这张表（${without}.parquet 或 ${without}.csv）`, `The population has no table ${without} (${without}.parquet or ${without}.csv)`)
  const absent = new Set<string>()
  const duplicated: Record<string, number> = {}
  for (const table of Object.values(schema)) {
    const source = sources.get(table.name)
    for (const [list, { table: items }] of Object.entries(table.lists)) if (!sources.has(items)) absent.add(list)
    if (source === undefined) {
      for (const column of Object.keys(table.columns)) absent.add(column)
      continue
    }
    const opened = await openTable(engine, table, source)
    for (const column of opened.absent) absent.add(column)
    if (opened.duplicated > 0) duplicated[table.name] = opened.duplicated
  }
  return { absent, duplicated }
}
