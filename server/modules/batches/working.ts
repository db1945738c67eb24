// What jobs do with a batch: check its rows some at a time, then hand each in. Every job looks at the present state, so a repeated or
// late one does nothing twice; a pause or an end of the server is between two rows.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import { textIn } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { discardRow, factsOf, handInRow, missingInRow, type Missing, type RowApplication } from '../applications/index.ts'
import { insertMessages } from '../messages/index.ts'
import { getPerson, type Person } from '../people/index.ts'
import { isChecking, isRunning, type Batch, type BatchRow, type Problem } from './batch.ts'
import { countRows, findBatch, findBatchForUpdate, findRow, listRowsInState, updateBatch, updateRows } from './batches-store.ts'
import { columnsOf, type Column } from './columns.ts'

const checkTask = 'batches.check'
const rowTask = 'batches.row'
/** Rows checked in one job: some milliseconds each. */
const checkedAtOnce = 50

export const planCheck = (tx: Tx, batchId: string): Promise<void> => planJobs(tx, [{ task: checkTask, payload: { batchId }, key: `${checkTask} ${batchId}` }])

/** One job for each row that is ready; those of one batch in two lines, so that no batch keeps the others waiting. */
export const planRows = async (tx: Tx, batchId: string, most: number): Promise<void> => {
  const rows = await listRowsInState(tx, batchId, 'ready', most)
  await planJobs(tx, rows.map(({ rowNumber }) => ({ task: rowTask, payload: { batchId, rowNumber }, key: `${rowTask} ${batchId} ${rowNumber}`, queue: `${rowTask} ${batchId} ${rowNumber % 2}` })))
}

const applicationOf = ({ matter, matterName, region, consents }: Batch, { applicationId, answers }: BatchRow): RowApplication => ({ id: applicationId, matter, matterName, region, consents, answers })

/** What is missing as problems of the row, at the column where there is one. */
const problemsIn = ({ questions, answers, evidence, commitments, services, registries }: Missing, { rowNumber }: Pick<BatchRow, 'rowNumber'>, columns: readonly Column[], nameOf: (evidence: string) => string): Problem[] => {
  const at = (concept: string) => columns.find((column) => column.concept === concept)?.header ?? concept
  return [
    ...questions.map((concept) => ({ row: rowNumber, column: at(concept), code: 'required' })),
    ...answers.map(({ concept, code }) => ({ row: rowNumber, column: at(concept), code })),
    ...evidence.map((id) => ({ row: rowNumber, column: null, code: 'upload', value: nameOf(id) })),
    ...commitments.map((id) => ({ row: rowNumber, column: null, code: 'commitment', value: nameOf(id) })),
    ...services.map(() => ({ row: rowNumber, column: null, code: 'nothingToDo' })),
    ...registries.slice(0, 1).map(() => ({ row: rowNumber, column: null, code: 'registries' })),
  ]
}

const wordsFor = (app: App, batch: Batch, person: Person) => {
  const catalogue = app.packs.catalogueFor(batch.region)
  const evidence = (id: string) => textIn(catalogue.evidence[id]?.name ?? { 'zh-CN': id }, 'zh-CN')
  return { catalogue, evidence, columns: columnsOf(catalogue, batch.matter, factsOf(catalogue, batch.matter, person, app.clock.now()), plainDate(app.clock.now())) }
}

/** Checks some rows and plans the next; the last one says that all are checked. */
export const checkSome = async (app: App, batchId: string): Promise<void> => {
  const batch = await findBatch(app.db.read, batchId)
  if (!batch || !isChecking(batch.state)) return
  const person = await getPerson(app.db.read, batch.personId)
  const rows = await listRowsInState(app.db.read, batchId, 'unchecked', checkedAtOnce)
  const { catalogue, evidence, columns } = wordsFor(app, batch, person)
  const checked = rows.map((row): BatchRow => {
    const missing = missingInRow(catalogue, person, applicationOf(batch, row), app.clock.now())
    const told = new Set(row.problems.map(({ column }) => column))
    const problems = [...row.problems, ...problemsIn(missing, row, columns, evidence).filter(({ column }) => column === null || !told.has(column))]
    return { ...row, problems, state: problems.length > 0 ? 'faulty' : 'ready' }
  })
  await app.db.transaction(async (tx) => {
    const now = app.clock.now()
    const current = await findBatchForUpdate(tx, batchId)
    if (!current || !isChecking(current.state)) return
    if (checked.length > 0) await updateRows(tx, checked, now)
    if (rows.length === checkedAtOnce) await planCheck(tx, batchId)
    else await updateBatch(tx, { ...current, state: 'checked', updatedAt: now.toISOString() })
  })
}

/** Problems a refusal stands for. */
const refusalProblems = ({ code, details }: Refusal, row: BatchRow, { columns, evidence }: Pick<ReturnType<typeof wordsFor>, 'columns' | 'evidence'>): Problem[] => {
  const found = code === 'incomplete' ? problemsIn(details as Missing, row, columns, evidence) : []
  return found.length > 0 ? found : [{ row: row.rowNumber, column: null, code }]
}

/** Hands one row in, unless that has happened, or the batch was paused or ended meanwhile. */
export const workOnRow = async (app: App, batchId: string, rowNumber: number): Promise<void> => {
  const [batch, row] = await Promise.all([findBatch(app.db.read, batchId), findRow(app.db.read, batchId, rowNumber)])
  if (!batch || !row || !isRunning(batch.state) || row.state !== 'ready') return
  const account = await getPerson(app.db.read, batch.personId)
  const person = { kind: 'person' as const, id: account.id, name: account.name }
  const requestId = `batch ${batchId} ${rowNumber}`
  const outcome = await handInRow(app, person, applicationOf(batch, row), requestId)
  const done: BatchRow = 'number' in outcome ? { ...row, state: 'handedIn', number: outcome.number } : { ...row, state: 'failed', problems: refusalProblems(outcome.refused, row, wordsFor(app, batch, account)) }
  await app.db.transaction(async (tx) => {
    const current = await findBatchForUpdate(tx, batchId)
    if (!current) return
    await updateRows(tx, [done], app.clock.now())
    if ('refused' in outcome) await discardRow(app, tx, person, row.applicationId, requestId)
    await finishIfDone(app, tx, current)
  })
}

/** The last row ends the batch and tells the applicant. */
export const finishIfDone = async (app: App, tx: Tx, batch: Batch): Promise<void> => {
  const counts = (await countRows(tx, [batch.id])).get(batch.id)
  if (!counts || counts.ready > 0 || !isRunning(batch.state)) return
  const at = app.clock.now().toISOString()
  await updateBatch(tx, { ...batch, state: 'done', updatedAt: at })
  await insertAudit(tx, [{ at, actorKind: 'system', actorId: 'batches', action: 'batches.finish', subjectType: 'batch', subjectId: batch.id, region: batch.region, requestId: null, detail: counts }])
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: batch.personId, applicationId: null, caseId: null, kind: 'batchDone', at, readAt: null,
    detail: { matter: batch.matterName, number: String(counts.handedIn), result: String(counts.failed + counts.faulty) },
  }])
}

export const batchJobs = (app: App): JobTask[] => [
  { task: checkTask, run: (payload) => checkSome(app, (payload as { batchId: string }).batchId) },
  { task: rowTask, run: (payload) => workOnRow(app, (payload as { batchId: string }).batchId, (payload as { rowNumber: number }).rowNumber) },
]
