// A registry in a table or view of a PostgreSQL database. The sessions only read, each statement has its time, and nothing of the question
// but the number goes there.
import { openReadOnly, type Read } from '../../kernel/db.ts'
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { parse } from '../../kernel/feel/parse.ts'
import { feelIn, sourceOf, type PostgresDefinition } from './connector-definition.ts'
import { hasWritingRole, listForeignAfter, listForeignByKey, listMissingColumns, type ForeignView } from './foreign-view-store.ts'
import type { References } from './secrets.ts'
import { replyOf, type Complain, type Page, type Source } from './source.ts'
import { mappingOf } from './source-mapping.ts'

const questionMs = 2500
const pageMs = 30_000
/** More records of one number than this are not told one by one anyway. */
const mostRecords = 200

/** The columns a connector file reads, by name or in FEEL (`months`, `source.months`). */
const columnsOf = ({ keys, fields, asOf, order }: PostgresDefinition): string[] => {
  const named = [...Object.values(keys), ...Object.values(fields).map((field) => sourceOf(field).from), ...(asOf === undefined ? [] : [asOf]), ...(order === undefined ? [] : [order])]
  return [...new Set(named.flatMap((each) => {
    const rule = feelIn(each)
    if (rule !== undefined) return conceptsOf(parse(rule)).flatMap((path) => path.replace(/^source\./, '').split('.')[0] ?? [])
    return each.startsWith('/') ? (each.split('/')[1] ?? '') : each
  }))]
}

export const postgresSource = (definition: PostgresDefinition, { references, now, complain }: { references: References; now: () => Date; complain: Complain }): Source => {
  const map = mappingOf(definition)
  const view: ForeignView = { view: definition.view, columns: columnsOf(definition) }
  const opened = new Map<number, ReturnType<typeof openReadOnly>>()
  const readerFor = async (timeLimitMs: number, connections: number): Promise<Read> => {
    const url = await references.secret(definition.connection)
    const known = opened.get(timeLimitMs) ?? openReadOnly({ url, connections, timeLimitMs })
    opened.set(timeLimitMs, known)
    return known.read
  }
  const order = definition.order ?? Object.values(definition.keys)[0] ?? ''

  const page = async (cursor: unknown, size: number): Promise<Page> => {
    const found = await listForeignAfter(await readerFor(pageMs, 1), view, order, typeof cursor === 'string' ? cursor : undefined, size + 1)
    if (found.length <= size) return { records: found.map(({ record }) => map(record)), next: undefined }
    // Those that share the last value may go on behind the end of the page; they come with the next one, all together.
    const last = found.at(-1)?.at
    const whole = found.filter(({ at }) => at !== last)
    if (whole.length === 0) throw new Error(`more than ${size} rows have the same ${order}; \`order\` names a column that tells them apart`)
    return { records: whole.map(({ record }) => map(record)), next: whole.at(-1)?.at }
  }

  return {
    definition,
    ask: async (question) => {
      const [[name, value] = ['', '']] = Object.entries(question.subject)
      const key = Object.hasOwn(definition.keys, name) ? definition.keys[name] : undefined
      if (key === undefined) return { kind: 'unavailable', why: `the connector finds nothing by ${name}` }
      try {
        const found = await listForeignByKey(await readerFor(questionMs, 3), view, key, value, mostRecords)
        return replyOf(found.map(map), question, definition, now().toISOString(), complain)
      } catch (error) {
        return { kind: 'unavailable', why: whyNot(error) }
      }
    },
    problems: async () => {
      try {
        const read = await readerFor(questionMs, 3)
        const { isThere, missing } = await listMissingColumns(read, view)
        if (!isThere) return [`there is no table or view ${definition.view}, or the role may not see it`]
        return [
          ...(missing.length > 0 ? [`${definition.view} has no column ${missing.join(', ')}`] : []),
          ...((await hasWritingRole(read, definition.view)) ? [`the role may write to ${definition.view}; use one that may only read`] : []),
        ]
      } catch (error) {
        return [whyNot(error)]
      }
    },
    describe: async () => {
      const url = await references.secret(definition.connection)
      return URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname} ${definition.view}` : definition.view
    },
    page: (_, cursor, size) => page(cursor, size),
    close: async () => {
      await Promise.all([...opened.values()].map((each) => each.close()))
    },
  }
}

/** Never the text of the error: it may quote the number asked for. */
const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = {
    '57014': 'the database took too long', '42P01': 'the table or view is not there', '42703': 'a column is not there', '42501': 'the role may not read it', '28P01': 'the password is wrong', '22P02': 'the number does not fit the column',
    '3D000': 'there is no such database', ECONNREFUSED: 'the database cannot be reached', CONNECT_TIMEOUT: 'the database cannot be reached',
  }
  return known[code] ?? (code === '' && error instanceof Error ? error.message : `the database refused (${code})`)
}
