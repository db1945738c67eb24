// Applying again for the branch that was not granted, and nothing else: a new draft of the same matter that follows the application, with
// everything said and uploaded there. What stands is left out (`handled.ts`). Safe to repeat: one draft follows one application.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { listCasesOf, wasWithdrawn } from '../cases/index.ts'
import { recordActing } from '../people/index.ts'
import { findFollower } from './again-store.ts'
import { branchOf, type Branch } from './again.ts'
import { findApplicationForUpdate, insertDraft, insertUpload, listUploads, updateApplication } from './applications-store.ts'
import { isSubmitted, type Application } from './application.ts'
import { keepConsents } from './consenting.ts'
import { auditApplication, isTheirs, refreshFacts, takeAnswers, type Person } from './drafting.ts'
import { mustBeOffered } from './kept.ts'
import { isEmpty } from './starting.ts'

/** `follower`: the application, or its draft, that applies for the branch again already. */
export type Again = Branch & { follower: { id: string; number: string | null } | null }

export const findAgain = async (read: Read, { id }: Application): Promise<Again> => {
  const [cases, follower] = await Promise.all([listCasesOf(read, id), findFollower(read, id)])
  return { ...branchOf(cases), follower: follower ?? null }
}

/** @returns the draft @throws Refusal not_found, not_allowed_now: nothing failed, the branch waits for others, or another draft of the matter is begun (`draft`) */
export const startAgain = async (app: App, person: Person, id: string, requestId: string): Promise<{ id: string }> => {
  const { started, isNew } = await app.db.transaction(async (tx) => {
    const before = await findApplicationForUpdate(tx, id)
    if (!before || !isTheirs(person, before)) throw new Refusal('not_found')
    const again = isSubmitted(before) ? await findAgain(tx, before) : undefined
    if (again?.follower) return { started: again.follower.id, isNew: false }
    if (!again || again.services.length === 0 || again.waitsFor.length > 0) throw new Refusal('not_allowed_now', { waitsFor: again?.waitsFor ?? [] })
    const catalogue = app.packs.catalogueFor(before.region)
    mustBeOffered(catalogue, before)
    const at = app.clock.now()
    const { matter, matterName, region } = before
    const { application: present, created } = await insertDraft(tx, { id: uuidv7(app.clock), personId: before.personId, matter, matterName, region, channel: before.channel === 'batch' ? 'web' : before.channel }, at)
    if (!created && !(await isEmpty(tx, present))) throw new Refusal('not_allowed_now', { draft: present.id })
    await recordActing(app, tx, person, present)
    const { application } = takeAnswers(catalogue, { ...present, region }, before.answers, plainDate(at))
    const optional = new Set(catalogue.matters[matter]?.services.filter((each) => each.optional).map(({ service }) => service))
    const takenBack = (await listCasesOf(tx, id)).filter(({ state, service }) => wasWithdrawn(state) && optional.has(service)).map(({ service }) => service)
    const carried: Application = {
      ...application, follows: id, consents: before.consents, declinedServices: [...new Set([...before.declinedServices, ...takenBack])], revision: present.revision + 1, updatedAt: at.toISOString(),
    }
    await updateApplication(tx, carried)
    await keepConsents(app, tx, carried, Object.fromEntries(Object.entries(carried.consents).map(([registry, { granted }]) => [registry, granted])))
    for (const upload of await listUploads(tx, id)) await insertUpload(tx, carried.id, { ...upload, id: uuidv7(app.clock), uploadedAt: at.toISOString() })
    await insertAudit(tx, [auditApplication(app, person, carried, 'startAgain', requestId, { follows: id, services: again.services })])
    return { started: carried.id, isNew: true }
  })
  if (isNew) await refreshFacts(app, person, started, requestId)
  return { id: started }
}
