// What the two sides of a delegation do, each in one transaction: offer or ask, agree or not, end. The other side is told.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { checkCreditCode, checkResidentId } from '../../kernel/identifiers.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { insertMessages, type MessageKind } from '../messages/index.ts'
import { actionsOf, delegationLifecycle, type Delegation, type DelegationAction, type Holder, type Side } from './delegation.ts'
import { countProposed, findDelegationForUpdate, insertDelegation, updateDelegation } from './delegations-store.ts'
import { sideOf } from './parties.ts'
import { findPersonByIdNumber, getPerson, listAgentsOf } from './people-store.ts'

type Resident = Extract<Principal, { kind: 'person' }>

/** What somebody offers (`as: 'person'`: act for me) or asks (`as: 'holder'`: let me act for you). */
export type Proposal = { as: Side; other: { name: string } & Holder; matters: string[] | null; endsOn: string; maxUses: number | null; reason: string }

/** A period nobody forgets about: a year. Longer help is agreed to anew. */
const longestDays = 366
/** Offers that may wait for an answer at once: nobody writes to strangers by the hundred. */
const mostOpen = 20

/** @throws Refusal invalid with the field that is wrong, too_many */
export const propose = (app: App, holder: Resident, proposal: Proposal, requestId: string): Promise<Delegation> => {
  const today = plainDate(app.clock.now())
  const other = otherOf(proposal, today)
  const { matters: offered } = app.packs.catalogueFor(app.config.region)
  const unknown = proposal.matters?.find((id) => !Object.hasOwn(offered, id))
  if (unknown !== undefined) throw new Refusal('invalid', { field: 'matters', matter: unknown })
  if (proposal.endsOn < today || proposal.endsOn > addDays(today, longestDays)) throw new Refusal('invalid', { field: 'endsOn', earliest: today, latest: addDays(today, longestDays) })
  return app.db.transaction(async (tx) => {
    const { idNumber, name } = await getPerson(tx, holder.id)
    if (idNumber === other.person?.idNumber) throw new Refusal('invalid', { field: 'idNumber', problem: 'self' })
    if ((await countProposed(tx, proposal.as, idNumber)) >= mostOpen) throw new Refusal('too_many')
    const own = { idNumber, name }
    const { as, matters, endsOn, maxUses, reason } = proposal
    const delegation: Delegation = {
      id: uuidv7(app.clock), kind: 'uscc' in other.holder ? 'agent' : 'family', state: 'proposed', proposedBy: as,
      person: as === 'holder' && other.person ? other.person : own, holder: as === 'person' ? other.holder : own,
      matters, startsOn: today, endsOn, maxUses, reason, createdAt: app.clock.now().toISOString(), decidedAt: null, endedAt: null, endedBy: null,
    }
    await insertDelegation(tx, delegation)
    await note(app, tx, holder, delegation, 'propose', requestId)
    await tell(app, tx, delegation, as, 'delegationProposed', name)
    return delegation
  })
}

/** The other side with its number as it is kept. An organisation acts for people, and is not acted for here. */
const otherOf = ({ as, other }: Proposal, today: string): { person: Delegation['person'] | undefined; holder: Delegation['holder'] } => {
  const name = other.name.trim()
  const checked = 'uscc' in other ? checkCreditCode(other.uscc) : checkResidentId(other.idNumber, today)
  const field = 'uscc' in other ? 'uscc' : 'idNumber'
  if (!checked.ok) throw new Refusal('invalid', { field, problem: checked.problem })
  if (field === 'idNumber') return { person: { name, idNumber: checked.value }, holder: { name, idNumber: checked.value } }
  if (as !== 'person') throw new Refusal('invalid', { field })
  return { person: undefined, holder: { name, uscc: checked.value } }
}

const told: Record<DelegationAction, MessageKind> = { accept: 'delegationAccepted', refuse: 'delegationRefused', end: 'delegationEnded' }

/** @throws Refusal not_found for whoever is no party, not_allowed_now */
export const answerDelegation = (app: App, holder: Resident, id: string, action: DelegationAction, requestId: string): Promise<{ delegation: Delegation; side: Side }> =>
  app.db.transaction(async (tx) => {
    const before = await findDelegationForUpdate(tx, id)
    const side = before && sideOf(before, await getPerson(tx, holder.id))
    if (!before || !side) throw new Refusal('not_found')
    if (!actionsOf(before, side, plainDate(app.clock.now())).includes(action)) throw new Refusal('not_allowed_now', { state: before.state, action })
    const at = app.clock.now().toISOString()
    const state = delegationLifecycle[action].to
    const after: Delegation = { ...before, state, ...(action === 'end' ? { endedAt: at, endedBy: side } : { decidedAt: at }) }
    await updateDelegation(tx, after)
    await note(app, tx, holder, after, action, requestId)
    await tell(app, tx, after, side, told[action], holder.name)
    return { delegation: after, side }
  })

const note = (app: App, tx: Tx, holder: Resident, { id, matters, endsOn, maxUses }: Delegation, action: string, requestId: string): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(holder), action: `delegations.${action}`, subjectType: 'delegation', subjectId: id, region: null, requestId, detail: { matters, endsOn, maxUses } }])

/** A message to the side that did not act: to the account under that name, or to whoever acts for the organisation. */
const tell = async (app: App, tx: Tx, { person, holder }: Delegation, from: Side, kind: MessageKind, actor: string): Promise<void> => {
  const to = from === 'person' ? holder : person
  const accounts = 'uscc' in to ? await listAgentsOf(tx, to) : [await findPersonByIdNumber(tx, to.idNumber)].flatMap((found) => (found?.name === to.name ? [found.id] : []))
  const at = app.clock.now().toISOString()
  await insertMessages(tx, accounts.map((personId) => ({ id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind, detail: { actor }, at, readAt: null })))
}
