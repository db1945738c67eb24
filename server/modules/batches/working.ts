// What jobs do with a batch: check its rows some at a time, then hand each in. Every job looks at the present state, so a repeated or
// late one does nothing twice; a pause or an end of the server is between two rows.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { discardRow, factsOf, handInRow, missingInRow, type Missing, type RowApplication } from '../applications/index.ts'
import { insertMessages } from '../messages/index.ts'
import { findPersonByIdNumber, getPerson, type Person } from '../people/index.ts'
import { isChecking, isRunning, isSettled, type Batch, type BatchRow, type Problem } from './batch.ts'
import { countRows, findBatch, findBatchForUpdate, findRow, listRowsInState, updateBatch, updateRows, updateRowsExpired } from './batches-store.ts'
import { columnsOf, type Column } from './columns.ts'

const checkTask = 'batches.check'
const rowTask = 'batches.row'
/** Rows checked in one job: some milliseconds each. */
const checkedAtOnce = 50

export const planCheck = (tx: Tx, batchId: string): Promise<void> => planJobs(tx, [{ task: checkTask, payload: { batchId }, key: `${checkTask} ${batchId}` }])

/** One job for each row that is ready; those of one batch in two lines, so that no batch keeps the others waiting. */
export const planRows = async (tx: Tx, batchId: string, most: number): Promise<void> => {
  const rows = await listRowsInState(tx, batchId, 'ready', most)
  await planJobs(tx, rows.map(({ rowNumber }) => jobOf(batchId, rowNumber)))
}

export const planRow = (tx: Tx, batchId: string, rowNumber: number): Promise<void> => planJobs(tx, [jobOf(batchId, rowNumber)])

const jobOf = (batchId: string, rowNumber: number) => ({ task: rowTask, payload: { batchId, rowNumber }, key: `${rowTask} ${batchId} ${rowNumber}`, queue: `${rowTask} ${batchId} ${rowNumber % 2}` })

const applicationOf = ({ matter, matterName, region, consents }: Batch, { applicationId, answers, consents: own }: BatchRow): RowApplication => ({ id: applicationId, matter, matterName, region, consents: own ?? consents, answers })

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
  const evidence = (id: string) => textIn(nameOr(catalogue.evidence[id], id), 'zh-CN')
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
    const missing = missingInRow(catalogue, { ...person, ...row.applicant }, applicationOf(batch, row), app.clock.now())
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

/** Whose application a row becomes; whoever uploaded the table acts for whom it names, who has agreed. */
const applicantOf = async (app: App, batch: Batch, { applicant }: BatchRow, uploader: Person): Promise<Extract<Principal, { kind: 'person' }>> => {
  const own = { kind: 'person' as const, id: uploader.id, name: uploader.name }
  if (applicant === null || applicant.idNumber === uploader.idNumber) return own
  const named = await findPersonByIdNumber(app.db.read, applicant.idNumber)
  if (!named) throw new Error(`nobody with an account agreed to a row of table ${batch.id}`)
  return { kind: 'person', id: named.id, name: named.name, by: { actorKind: 'person', id: uploader.id, name: uploader.name, capacity: 'agent', mandate: `batch:${batch.id}`, matters: [batch.matter] } }
}

/** Hands one row in, unless that has happened, or the batch was paused or ended meanwhile. */
export const workOnRow = async (app: App, batchId: string, rowNumber: number): Promise<void> => {
  const [batch, row] = await Promise.all([findBatch(app.db.read, batchId), findRow(app.db.read, batchId, rowNumber)])
  if (!batch || !row || !isRunning(batch.state) || row.state !== 'ready') return
  const account = await getPerson(app.db.read, batch.personId)
  const person = await applicantOf(app, batch, row, account)
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
  if (!counts || !isSettled(counts) || !isRunning(batch.state)) return
  const at = app.clock.now().toISOString()
  await updateBatch(tx, { ...batch, state: 'done', updatedAt: at })
  await insertAudit(tx, [{ at, actorKind: 'system', actorId: 'batches', action: 'batches.finish', subjectType: 'batch', subjectId: batch.id, region: batch.region, requestId: null, detail: counts }])
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: batch.personId, applicationId: null, caseId: null, kind: 'batchDone', at, readAt: null,
    detail: { matter: batch.matterName, number: String(counts.handedIn), result: String(counts.failed + counts.faulty + counts.declined + counts.expired) },
  }])
}

/** Rows nobody answered in time are not handed in; that may be the end of their table. */
export const expireRows = (app: App): Promise<void> =>
  app.db.transaction(async (tx) => {
    for (const id of await updateRowsExpired(tx, app.clock.now())) {
      const batch = await findBatchForUpdate(tx, id)
      if (batch) await finishIfDone(app, tx, batch)
    }
  })

export const batchJobs = (app: App): JobTask[] => [
  { task: checkTask, run: (payload) => checkSome(app, (payload as { batchId: string }).batchId) },
  { task: 'batches.expire', cron: '20 * * * *', run: () => expireRows(app) },
  { task: rowTask, run: (payload) => workOnRow(app, (payload as { batchId: string }).batchId, (payload as { rowNumber: number }).rowNumber) },
]
