// A population in PostgreSQL: tables named as in the schema, in the search path of whoever connects. Nothing is written but temporary tables.
import { connect } from '../../kernel/postgres-driver.ts'
import type { Engine } from './engine.ts'

/** Rows fetched at a time. */
const batch = 2000

const asText = { to: 1082, from: [1082], serialize: String, parse: String }

export const openPostgres = (url: string): Engine => {
  const sql = connect(url, { max: 1, onnotice: () => {}, types: { date: asText } })
  return {
    dialect: 'postgres',
    run: async (text) => void (await sql.unsafe(text)),
    rows: async (text) => [...(await sql.unsafe(text))],
    batches: async function* (text) {
      for await (const rows of sql.unsafe(text).cursor(batch)) yield [...rows]
    },
    close: () => sql.end(),
  }
}
