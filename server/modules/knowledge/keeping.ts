// What one step does to an entry, in one transaction. Public entries are found by the search of the portal from the moment they are released.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Database, Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { answerDocument, indexAnswers, type SearchDocument } from '../search/index.ts'
import { hasExpired, isInForce, isPublic, stageAfter, type Entry, type Step, type Words } from './entry.ts'
import { beginning, findEntry, getEntryForUpdate, insertEntry, listChangedAfter, updateEntry, type Mark } from './entries-store.ts'

type By = { app: App; principal: Principal; requestId: string }

export const knowledgeLine = 'government-services'

/** Whether an official has one of these roles for the region; units of any line propose for theirs. */
export const coversRegion = (principal: Principal, roles: readonly StaffRole[], region: string): boolean =>
  principal.kind === 'staff' && principal.postings.some(({ line }) => covers(principal, roles, { region, line: line ?? knowledgeLine }))

const documentOf = ({ id, region, words }: Entry): SearchDocument => answerDocument({ id, ask: { 'zh-CN': words.ask }, answer: { 'zh-CN': words.answer }, services: [] }, region)

const index = (tx: Tx, entry: Entry, day: string): Promise<void> => (isPublic(entry, day) ? indexAnswers(tx, [documentOf(entry)]) : indexAnswers(tx, [], [entry]))

const audit = ({ principal, requestId }: By, tx: Tx, entry: Entry, step: Step): Promise<void> =>
  insertAudit(tx, [{ at: entry.updatedAt, ...actorOf(principal), action: `knowledge.${step}`, subjectType: 'knowledge', subjectId: entry.id, region: entry.region, requestId, detail: { stage: entry.stage, revision: entry.revision } }])

/** Proposes a new entry; nothing is shown before somebody else releases it. */
export const proposeEntry = (by: By, region: string, words: Words): Promise<Entry> => {
  const { app, principal } = by
  const staff = staffOf(principal)
  if (!coversRegion(principal, permissions['knowledge.propose'], region)) throw new Refusal('not_found', { region })
  const at = app.clock.now().toISOString()
  const entry: Entry = {
    id: uuidv7(app.clock), region, stage: 'proposed', words, proposal: { ...words, by: staff.name, byId: staff.id, at }, revision: 1, uses: 0, releasedBy: null, releasedAt: null, createdAt: at, updatedAt: at,
  }
  return app.db.transaction(async (tx) => {
    await insertEntry(tx, entry)
    await audit(by, tx, entry, 'propose')
    return entry
  })
}

export type Change = { step: 'propose'; words: Words } | { step: 'release' | 'discard' | 'retire' } | { step: 'confirm'; validUntil: string | null }

const changed = (entry: Entry, change: Change, staff: { id: string; name: string }, at: string): Entry => {
  if (change.step === 'propose') return { ...entry, proposal: { ...change.words, by: staff.name, byId: staff.id, at } }
  if (change.step === 'confirm') return { ...entry, words: { ...entry.words, validUntil: change.validUntil }, releasedBy: staff.name, releasedAt: at }
  if (change.step === 'release' && entry.proposal) {
    const { by: _by, byId: _byId, at: _at, ...words } = entry.proposal
    return { ...entry, words, proposal: null, releasedBy: staff.name, releasedAt: at }
  }
  return change.step === 'discard' ? { ...entry, proposal: null } : entry
}

/** @param seen revision that was looked at @throws Refusal not_found, conflict, not_allowed_now, second_person */
export const changeEntry = (by: By, id: string, seen: number, change: Change): Promise<Entry> =>
  by.app.db.transaction(async (tx) => {
    const { app, principal } = by
    const staff = staffOf(principal)
    const entry = await getEntryForUpdate(tx, id)
    const roles = change.step === 'propose' ? permissions['knowledge.propose'] : permissions['knowledge.release']
    if (!coversRegion(principal, roles, entry.region)) throw new Refusal('not_found')
    if (entry.revision !== seen) throw new Refusal('conflict', { revision: entry.revision })
    const stage = stageAfter(entry, change.step)
    if (!stage) throw new Refusal('not_allowed_now', { stage: entry.stage, step: change.step })
    if (change.step === 'release' && entry.proposal?.byId === staff.id) throw new Refusal('second_person')
    const at = app.clock.now()
    const next: Entry = { ...changed(entry, change, staff, at.toISOString()), stage, revision: entry.revision + 1, updatedAt: at.toISOString() }
    await updateEntry(tx, next)
    await index(tx, next, plainDate(at))
    await audit(by, tx, next, change.step)
    return next
  })

/** An entry everybody may read, in the form the portal shows answers in. */
export const findPublicAnswer = async ({ db, clock }: Pick<App, 'db' | 'clock'>, id: string): Promise<Entry | undefined> => {
  const entry = await findEntry(db.read, id)
  return entry && isPublic(entry, plainDate(clock.now())) ? entry : undefined
}

/** Entry an answer is given with: one in force where it is asked. @throws Refusal not_found */
export const getUsable = async ({ db, clock }: Pick<App, 'db' | 'clock'>, id: string, region: string): Promise<Entry> => {
  const entry = await findEntry(db.read, id)
  if (!entry || !regionCovers(entry.region, region) || !isInForce(entry, plainDate(clock.now()))) throw new Refusal('not_found', { knowledge: id })
  return entry
}

const pageSize = 500

/** Every entry, in pages. */
async function* everyEntry(read: Read): AsyncGenerator<Entry[]> {
  let after: Mark = beginning
  for (;;) {
    const page = await listChangedAfter(read, after, pageSize)
    if (page.length > 0) yield page
    after = page.at(-1) ?? after
    if (page.length < pageSize) return
  }
}

/** Brings all public entries into the search of the portal, after it was made anew. */
export const indexPublicKnowledge = async (db: Database, now: Date): Promise<void> => {
  for await (const page of everyEntry(db.read)) {
    const documents = page.filter((entry) => isPublic(entry, plainDate(now))).map(documentOf)
    if (documents.length > 0) await db.transaction((tx) => indexAnswers(tx, documents))
  }
}

/** Takes entries whose last day is over out of the search of the portal. */
export const unlistExpired = async ({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<void> => {
  const day = plainDate(clock.now())
  for await (const page of everyEntry(db.read)) {
    const gone = page.filter((entry) => hasExpired(entry, day))
    if (gone.length > 0) await db.transaction((tx) => indexAnswers(tx, [], gone))
  }
}
