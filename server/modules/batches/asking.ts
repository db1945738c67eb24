// Rows that name their own applicant: each is asked, agrees to what would be handed in and to the registries, or does not.
// Law: Personal Information Protection Law Art. 13, 14 (consent, informed and of one's own will), Civil Code Art. 165.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { insertMessages } from '../messages/index.ts'
import { getPerson, listPeopleByIdNumbers } from '../people/index.ts'
import { afterAnswer, answerDays, isOpen, isRunning, isWaiting, type Batch, type BatchRow } from './batch.ts'
import { consentsOf } from './consents.ts'
import { findBatchForUpdate, findRowForUpdate, listBatchesWithIds, listWaitingFor, updateRowAnswered, updateRowsAsked } from './batches-store.ts'
import { finishIfDone, planRow } from './working.ts'

type Resident = Extract<Principal, { kind: 'person' }>

const dayMs = 86_400_000
const most = 200

/** Asks everybody a row names, but for whoever uploaded it. Who has no account yet finds it after the first login. */
export const askApplicants = async (app: App, tx: Tx, batch: Batch, uploader: Resident): Promise<void> => {
  const now = app.clock.now()
  const until = new Date(now.getTime() + answerDays * dayMs)
  const asked = await updateRowsAsked(tx, batch.id, (await getPerson(tx, uploader.id)).idNumber, until, now)
  const accounts = await listPeopleByIdNumbers(tx, asked.map(({ idNumber }) => idNumber))
  const day = plainDate(until)
  await insertMessages(tx, asked.flatMap(({ idNumber, name }) => {
    const account = accounts.get(idNumber)
    if (account?.name !== name) return []
    return [{ id: uuidv7(app.clock), personId: account.id, applicationId: null, caseId: null, kind: 'batchRowAsked' as const, at: now.toISOString(), readAt: null, detail: { actor: uploader.name, matter: batch.matterName, day: { 'zh-CN': day } } }]
  }))
}

/** A row that names somebody else than the number's owner reaches nobody. */
const isFor = ({ applicant, answerUntil }: BatchRow, { idNumber, name }: { idNumber: string; name: string }, now: Date): boolean =>
  applicant?.idNumber === idNumber && applicant.name === name && answerUntil !== null && now < new Date(answerUntil)

/** Rows that wait for somebody's word, with their tables. */
export const listAsked = async (app: App, personId: string): Promise<{ row: BatchRow; batch: Batch }[]> => {
  const person = await getPerson(app.db.read, personId)
  const rows = (await listWaitingFor(app.db.read, person.idNumber, most)).filter((row) => isFor(row, person, app.clock.now()))
  const batches = new Map((await listBatchesWithIds(app.db.read, [...new Set(rows.map(({ batchId }) => batchId))])).map((batch) => [batch.id, batch]))
  return rows.flatMap((row) => {
    const batch = batches.get(row.batchId)
    return batch && isOpen(batch.state) ? [{ row, batch }] : []
  })
}

/** @param consents by registry; what is not agreed to is not asked @throws Refusal not_found, not_allowed_now when it was answered or is over */
export const answerRow = (app: App, person: Resident, batchId: string, rowNumber: number, agrees: boolean, consents: Readonly<Record<string, boolean>>, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, batchId)
    const row = await findRowForUpdate(tx, batchId, rowNumber)
    const now = app.clock.now()
    if (!batch || !row || !isFor(row, await getPerson(tx, person.id), now)) throw new Refusal('not_found')
    if (!isWaiting(row.state) || !isOpen(batch.state)) throw new Refusal('not_allowed_now', { state: row.state })
    const decided = Object.fromEntries(consentsOf(app.packs.catalogueFor(batch.region), batch.matter).map(({ registry }) => [registry, consents[registry] ?? false]))
    await updateRowAnswered(tx, { ...row, state: afterAnswer[agrees ? 'agree' : 'decline'], consents: agrees ? decided : null }, now)
    await insertAudit(tx, [{ at: now.toISOString(), ...actorOf(person), action: agrees ? 'batches.agree' : 'batches.decline', subjectType: 'batch', subjectId: batchId, region: batch.region, requestId, detail: { row: rowNumber, ...(agrees ? { consents: decided } : {}) } }])
    if (agrees) {
      if (isRunning(batch.state)) await planRow(tx, batchId, rowNumber)
      return
    }
    await insertMessages(tx, [{ id: uuidv7(app.clock), personId: batch.personId, applicationId: null, caseId: null, kind: 'batchRowDeclined', at: now.toISOString(), readAt: null, detail: { actor: person.name, matter: batch.matterName, number: String(rowNumber) } }])
    await finishIfDone(app, tx, batch)
  })
