// A database a population is read from, as screening needs it: rows as JSON, dates as text, all at once or in batches.
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dialect } from '../../kernel/feel-sql/dialect.ts'

export type Row = Record<string, unknown>

export type Engine = {
  dialect: Dialect['name']
  run: (sql: string) => Promise<void>
  rows: (sql: string) => Promise<Row[]>
  batches: (sql: string) => AsyncIterable<Row[]>
  close: () => Promise<void>
}

export const duckdbEngine = (connection: DuckDBConnection, close: () => Promise<void>): Engine => ({
  dialect: 'duckdb', close,
  run: async (sql) => void (await connection.run(sql)),
  rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
  batches: async function* (sql) {
    yield* (await connection.stream(sql)).yieldRowObjectJson()
  },
})
