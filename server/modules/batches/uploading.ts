// A table comes in: read in its own thread, taken apart into rows, kept, and its check planned, in one transaction.
// The file itself is not kept: what stands in it is.
import type { Readable } from 'node:stream'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { factsOf } from '../applications/index.ts'
import { catalogueServed, type Catalogue } from '../catalogue/index.ts'
import { getPerson } from '../people/index.ts'
import { askApplicants } from './asking.ts'
import { afterAction, obstacleOf, type Batch, type BatchAction, type BatchRow } from './batch.ts'
import { countRows, findBatchForUpdate, insertBatch, insertRows, updateBatch } from './batches-store.ts'
import { applicantColumns, applicantHeaders, columnsOf, type Column } from './columns.ts'
import { consentsOf } from './consents.ts'
import { readSpreadsheet } from './reading.ts'
import { isGrave, rowsOf, type TableRow } from './rows.ts'
import { finishIfDone, planCheck, planRows } from './working.ts'

type Person = { kind: 'person'; id: string; name: string }

export const largestTable = 50 * 1024 * 1024

/** The matter as far as it may be applied for by a table. @throws Refusal not_found */
export const getBatchable = (app: App, matter: string, region?: string): { catalogue: Catalogue; most: number } => {
  const catalogue = catalogueServed(app, region)
  const most = catalogue.matters[matter]?.batch
  if (most === undefined) throw new Refusal('not_found', { matter })
  return { catalogue, most }
}

const namesApplicants = ({ matters }: Catalogue, matter: string): boolean => matters[matter]?.batchApplicants === 'own'

export const columnsFor = async (app: App, personId: string, catalogue: Catalogue, matter: string): Promise<Column[]> => {
  const at = app.clock.now()
  const columns = columnsOf(catalogue, matter, factsOf(catalogue, matter, await getPerson(app.db.read, personId), at), plainDate(at))
  return namesApplicants(catalogue, matter) ? [...applicantColumns(catalogue), ...columns] : columns
}

/** @throws Refusal too_large */
const bytesOf = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestTable) throw new Refusal('too_large', { maxBytes: largestTable })
    chunks.push(chunk)
  }
  if (size === 0) throw new Refusal('file_empty')
  return Buffer.concat(chunks)
}

/** Whom a row names is no answer of the application: the account says it. */
const withApplicant = ({ answers, problems, ...row }: TableRow): TableRow & Pick<BatchRow, 'applicant'> => {
  const { 'applicant.name': name, 'applicant.idNumber': idNumber, ...own } = answers
  if (typeof name === 'string' && typeof idNumber === 'string') return { ...row, problems, answers: own, applicant: { name: name.normalize('NFC').trim(), idNumber } }
  const missing = ([['name', name], ['idNumber', idNumber]] as const).filter(([each, value]) => value === undefined && !problems.some(({ column }) => column === applicantHeaders[each]))
  return { ...row, answers: own, applicant: null, problems: [...problems, ...missing.map(([each]) => ({ row: row.rowNumber, column: applicantHeaders[each], code: 'required' }))] }
}

export type Uploaded = { stream: Readable; name: string; matter: string; region?: string }

/** @throws Refusal not_found, too_large, file_empty, table_unreadable with what it is and the headings wanted */
export const takeTable = async (app: App, person: Person, { stream, name, matter, region }: Uploaded, requestId: string): Promise<Batch> => {
  const { catalogue, most } = getBatchable(app, matter, region)
  const columns = await columnsFor(app, person.id, catalogue, matter)
  const headers = columns.map(({ header }) => header)
  const outcome = await readSpreadsheet({ bytes: await bytesOf(stream), headers, rows: most })
  if ('fault' in outcome) throw new Refusal('table_unreadable', { ...outcome, headers })
  const { table } = outcome
  const now = app.clock.now()
  const { findings, rows } = rowsOf(table, columns, catalogue, plainDate(now), most)
  const at = now.toISOString()
  const isOwn = namesApplicants(catalogue, matter)
  const batch: Batch = {
    id: uuidv7(app.clock), personId: person.id, matter, matterName: nameOr(catalogue.matters[matter], matter), region: catalogue.region, state: 'checking', fileName: name, sheet: table.sheet,
    headers: table.headers, findings, consents: {}, applicants: isOwn ? 'own' : 'uploader', createdAt: at, updatedAt: at,
  }
  const kept = rows.map((row): BatchRow => ({
    ...(isOwn ? withApplicant(row) : { ...row, applicant: null }), batchId: batch.id, personId: person.id, applicationId: uuidv7(app.clock), state: 'unchecked', number: null, answerUntil: null, consents: null,
  }))
  await app.db.transaction(async (tx) => {
    await insertBatch(tx, batch)
    await insertRows(tx, kept, now)
    await planCheck(tx, batch.id)
    await insertAudit(tx, [{ at, ...actorOf(person), action: 'batches.upload', subjectType: 'batch', subjectId: batch.id, region: batch.region, requestId, detail: { matter, rows: kept.length } }])
  })
  return batch
}

/** What keeps an upload from being used. */
export const graveFindings = ({ findings }: Batch): Batch['findings'] => findings.filter(isGrave)

/** Every registry of the matter with the answer given, or no: what nobody agreed to is not asked. */
const decided = (app: App, { region, matter }: Batch, given: Readonly<Record<string, boolean>>): Record<string, boolean> =>
  Object.fromEntries(consentsOf(app.packs.catalogueFor(region), matter).map(({ registry }) => [registry, given[registry] ?? false]))

/** Starts, pauses, goes on, ends. `consents` count when it starts. @throws Refusal not_found, not_allowed_now */
export const actOnBatch = (app: App, person: Person, id: string, action: BatchAction, consents: Readonly<Record<string, boolean>>, requestId: string): Promise<Batch> =>
  app.db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, id)
    if (!batch || batch.personId !== person.id) throw new Refusal('not_found')
    const counts = (await countRows(tx, [id])).get(id)
    const because = counts && obstacleOf({ ...batch, findings: graveFindings(batch) }, counts, action)
    if (!counts || because) throw new Refusal('not_allowed_now', { state: batch.state, action, because })
    const at = app.clock.now().toISOString()
    const next: Batch = { ...batch, state: afterAction(action), updatedAt: at, ...(action === 'start' ? { consents: decided(app, batch, consents) } : {}) }
    await updateBatch(tx, next)
    if (action === 'start' && batch.applicants === 'own') await askApplicants(app, tx, next, person)
    if (action === 'start' || action === 'resume') await planRows(tx, id, counts.ready)
    await insertAudit(tx, [{ at, ...actorOf(person), action: `batches.${action}`, subjectType: 'batch', subjectId: id, region: batch.region, requestId, detail: action === 'start' ? { consents: next.consents, rows: counts.ready } : {} }])
    // Paused after the last row was handed in: there is nothing left to go on with.
    if (action === 'resume') await finishIfDone(app, tx, next)
    return next
  })
