// A file comes in: every row is read and kept, what is wrong is said at once, and a job takes the good ones in, a few dozen at a time.
// It goes on where it stopped: a row's key makes it one request, however often the job runs.
import { createHash } from 'node:crypto'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { categories, findCategory } from '../duties/index.ts'
import { receiveWithin } from '../requests/index.ts'
import { findImport, findImportOfFile, insertImport, insertImportRows, listImportRows, updateImportDone, updateImportRow } from './imports-store.ts'
import { readFile } from './reading-file.ts'
import type { ImportRow, RequestImport } from './request-import.ts'
import { readRow, type Place } from './row.ts'

export const importTask = 'requestImports.work'
/** Rows of one run of the job. */
const atOnce = 50
/** Characters of a row's text shown beside what is wrong with it. */
const shownLength = 40

type Staging = Pick<App, 'db' | 'clock' | 'config' | 'packs'>

const placeOf = (app: Staging): Place => {
  const named = new Map(categories(app).flatMap(({ groups }) => groups.flatMap(({ leaves }) => leaves.map(({ id, name }) => [name['zh-CN'], id] as const))))
  return { region: app.config.region, isCategory: (id) => findCategory(app, id) !== undefined, categoryNamed: (name) => named.get(name), now: app.clock.now() }
}

/** Reads and keeps a file; the same file again is the import there is. @throws Refusal table_unreadable, too_large, file_empty */
export const stageImport = async (app: Staging, principal: Principal, { name, bytes }: { name: string; bytes: Buffer }, requestId: string | null): Promise<{ one: RequestImport; again: boolean }> => {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const { region } = app.config
  const known = await findImportOfFile(app.db.read, region, digest)
  if (known) return { one: known, again: true }
  const place = placeOf(app)
  const at = place.now.toISOString()
  const one: RequestImport = { id: uuidv7(app.clock), region, staffId: principal.kind === 'staff' ? principal.id : null, fileName: name, digest, state: 'running', createdAt: at, updatedAt: at }
  const rows = (await readFile(name, bytes)).map(({ row, cells }): ImportRow => {
    const { given, problems } = readRow(cells, place)
    return { importId: one.id, row, region, state: given ? 'ready' : 'faulty', problems, requestId: null, number: null, given, shown: [...(cells.text ?? '')].slice(0, shownLength).join('') }
  })
  const kept = await app.db.transaction(async (tx) => {
    if (!(await insertImport(tx, one))) return false
    await insertImportRows(tx, rows)
    await planJobs(tx, [{ task: importTask, payload: { import: one.id }, queue: `import ${one.id}` }])
    await insertAudit(tx, [{ at, ...actorOf(principal), action: 'requestImports.upload', subjectType: 'requestImport', subjectId: one.id, region, requestId, detail: { rows: rows.length, faulty: rows.filter(({ state }) => state === 'faulty').length } }])
    return true
  })
  if (kept) return { one, again: false }
  const faster = await findImportOfFile(app.db.read, region, digest)
  if (!faster) throw new Refusal('conflict')
  return { one: faster, again: true }
}

const importer: Principal = { kind: 'system', name: 'requestImports' }

const takeRow = (app: App, { given, ...row }: ImportRow): Promise<void> =>
  app.db.transaction(async (tx) => {
    if (!given) return
    const { receivedAt, ...rest } = given
    const receipt = await receiveWithin({ app, tx, principal: importer, requestId: null, at: app.clock.now() }, { ...rest, key: `import ${row.importId} ${row.row}`, channel: 'batch', ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt) }) })
    await updateImportRow(tx, { ...row, given, state: 'taken', problems: [], requestId: receipt.id, number: receipt.number })
  })

/** Takes the next rows in, and plans itself while there are more. A row the product refuses is marked with why, and the others go on. */
export const workImport = async (app: App, id: string): Promise<void> => {
  const one = await findImport(app.db.read, id)
  if (!one || one.state === 'done') return
  const rows = await listImportRows(app.db.read, id, ['ready'], atOnce)
  for (const row of rows) {
    await takeRow(app, row).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return app.db.transaction((tx) => updateImportRow(tx, { ...row, state: 'failed', problems: [{ column: '', code: error.code }] }))
    })
  }
  await app.db.transaction(async (tx) => {
    if (rows.length === atOnce) await planJobs(tx, [{ task: importTask, payload: { import: id }, queue: `import ${id}` }])
    else await updateImportDone(tx, id, app.clock.now())
  })
}
