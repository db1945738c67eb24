// Database access: `Read` can only read, `Tx` can also write; functions take one of them first, so a signature shows its power.
// Reads use connections PostgreSQL itself holds to read-only; writes always happen inside a transaction.
import type postgres from 'postgres'
import { connect } from './postgres-driver.ts'

declare const reads: unique symbol
declare const writes: unique symbol

type Statement = postgres.ISql<Record<string, never>>

/** May read. */
export type Read = Statement & { readonly [reads]: true }

/** May read and write; lives inside one transaction. */
export type Tx = Read & { readonly [writes]: true }

export type Database = {
  readonly read: Read
  /** Runs `work` in one transaction; throws roll everything back. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls `heard` with whatever is notified on a channel from now on; `connected` at first and again after every lost connection. Returns what ends it. */
  listen(channel: string, heard: (payload: string) => void, connected: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** `onStatement` is told of each statement before it runs; for tests. */
export type DatabaseOptions = { url: string; connections?: number; onNotice?: (message: string) => void; onStatement?: ((text: string, parameters: readonly unknown[]) => void) | undefined }

/** The row of a statement that always answers with one, such as a count. */
export const only = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows
  if (row === undefined) throw new Error('a statement that always answers with a row gave none')
  return row
}

/** Calendar dates stay 'YYYY-MM-DD' and bigints become numbers: our counters stay far below 2^53. An instant that is ISO text already is sent as it is. */
const types = {
  instant: { to: 1184, from: [1114, 1184], serialize: (value: Date | string) => (typeof value === 'string' ? value : value.toISOString()), parse: (value: string) => new Date(value) },
  date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value },
  // `json()` below always hands over finished JSON text, so a string is never encoded twice.
  json: { to: 114, from: [114, 3802], serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)), parse: (value: string) => JSON.parse(value) as unknown },
  bigint: { to: 20, from: [20], serialize: (value: number) => String(value), parse: (value: string) => Number(value) },
}

/** Milliseconds. Nobody waits for ever: not for a row another request holds, not for a question that reads too much, and a process that hangs in the middle of a transaction loses it. */
const patience = {
  writing: { lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000 },
  reading: { statement_timeout: 30_000 },
}

export const openDatabase = ({ url, connections = 10, onNotice = () => {}, onStatement }: DatabaseOptions): Database => {
  const told = onStatement ? { debug: (_: number, text: string, parameters: unknown[]) => onStatement(text, parameters) } : {}
  const shared = { types, onnotice: (notice: postgres.Notice) => onNotice(String(notice['message'] ?? '')), ...told }
  const writer = connect(url, { ...shared, max: connections, connection: { application_name: 'tongban', ...patience.writing } })
  const reader = connect(url, { ...shared, max: connections, connection: { application_name: 'tongban-read', default_transaction_read_only: true, ...patience.reading } })
  return {
    // The brands exist only in types: the two casts below are where power is handed out.
    read: reader as unknown as Read,
    transaction: async <T>(work: (tx: Tx) => Promise<T>) => {
      const unawaited: Promise<unknown>[] = []
      const result = await writer.begin((sql) => {
        const tx = sql as unknown as Tx
        sentAlong.set(tx, unawaited)
        return work(tx)
      })
      // PostgreSQL answers the end of a transaction in which something failed with no error: it has undone everything, and what failed says so.
      await Promise.all(unawaited)
      return result as T
    },
    listen: async (channel, heard, connected) => (await writer.listen(channel, heard, connected)).unlisten,
    close: async () => {
      await Promise.all([writer.end({ timeout: 5 }), reader.end({ timeout: 5 })])
    },
  }
}

/**
 * Somebody else's database, of which this program only ever reads: PostgreSQL holds every session to that, whatever the role may do.
 * Connects when it is first asked. @param timeLimitMs of one statement, and of connecting
 */
export const openReadOnly = ({ url, connections, timeLimitMs }: { url: string; connections: number; timeLimitMs: number }): { read: Read; close: () => Promise<void> } => {
  const reader = connect(url, {
    types, max: connections, idle_timeout: 60, connect_timeout: Math.ceil(timeLimitMs / 1000), onnotice: () => {},
    connection: { application_name: 'tongban-connector', default_transaction_read_only: true, statement_timeout: timeLimitMs, lock_timeout: timeLimitMs },
  })
  return { read: reader as unknown as Read, close: () => reader.end({ timeout: 2 }) }
}

/**
 * Statements of one transaction that do not need one another, sent together. Waits for all of them also when one fails: nothing of it
 * may still be sent once the transaction has ended. @throws what the first of them threw
 */
export const together = async <Works extends readonly unknown[] | []>(works: Works): Promise<{ -readonly [Each in keyof Works]: Awaited<Works[Each]> }> => {
  await Promise.allSettled(works)
  return Promise.all(works)
}

const sentAlong = new WeakMap<Tx, Promise<unknown>[]>()

/**
 * Statements whose answers nothing that follows needs: what follows, and the end of the transaction, is sent behind them without waiting.
 * When one fails, nothing of the transaction is kept, and `transaction` throws what that one threw.
 */
export const unawaited = (tx: Tx, works: readonly Promise<unknown>[]): void => {
  const sent = sentAlong.get(tx)
  if (!sent) throw new Error('statements can be left to a transaction only inside it')
  sent.push(...works)
  for (const work of works) work.catch(() => {}) // The transaction throws it.
}

/** A value as a json or jsonb parameter, e.g. `insert … values (${json(value)})`. Undefined properties are dropped. */
export const json = (value: unknown): string => JSON.stringify(value)

/** What JSON writes otherwise than PostgreSQL, which takes control characters as they are; found where there is none, nothing is lost. */
const otherwise = /\\[bfnrtu]/

const quoted = (value: string | null): string => (value === null ? 'null' : `"${value.replace(/["\\]/g, '\\$&')}"`)

/** Values as one array parameter, e.g. `… from unnest(${list(ids)}::uuid[])`, in PostgreSQL's notation: the driver's own way to it takes twice the time. */
export const list = (values: readonly (string | null)[]): string => {
  const text = JSON.stringify(values)
  return `{${otherwise.test(text) ? values.map(quoted).join(',') : text.slice(1, -1)}}`
}

/**
 * One property of all rows, as a parameter of set-wise writes: `… from unnest(${column(rows, 'key')}::uuid[], …)`.
 * PostgreSQL reads arrays in two thirds of the time of rows in JSON. Objects become JSON text; true and false become text, to be cast
 * after `::text[]`.
 */
export const column = <Row>(rows: readonly Row[], key: keyof Row): string =>
  list(rows.map((row) => {
    const value = row[key]
    return value === null || value === undefined ? null : typeof value === 'object' ? json(value) : String(value)
  }))

/** What all rows say alike, once instead of for each: `select key, ${shared(rows, 'at')}::timestamptz from unnest(…)`. Null when there are no rows. */
export const shared = <Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key] | null => {
  const [first] = rows
  if (!first) return null
  if (rows.some((row) => row[key] !== first[key])) throw new Error(`rows written together differ in ${String(key)}`)
  return first[key]
}
