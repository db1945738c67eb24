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
import { findAgency, listAgencyStaff, mattersWithin } from '../agencies/index.ts'
import { insertMessages, type MessageKind } from '../messages/index.ts'
import { getParty, mayServe } from './acting.ts'
import { actionsOf, delegationLifecycle, type Delegation, type DelegationAction, type Holder, type Side } from './delegation.ts'
import { countProposed, findDelegationForUpdate, insertDelegation, listByPowerForUpdate, updateDelegation } from './delegations-store.ts'
import { sideOf } from './parties.ts'
import { findPersonByIdNumber, getPerson, listPeopleByIdNumbers } from './people-store.ts'

type Resident = Extract<Principal, { kind: 'person' }>

/** What somebody offers (`as: 'person'`: act for me) or asks (`as: 'holder'`: let me act for you). */
export type Proposal = { as: Side; other: { name: string } & Holder; matters: string[] | null; endsOn: string; maxUses: number | null; reason: string; company?: Delegation['company'] }

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
    const { idNumber, name, region } = await getPerson(tx, holder.id)
    const named = 'uscc' in other.holder ? { ...other.holder, name: await nameOfAgency(tx, other.holder.uscc, region, proposal.matters, today) } : other.holder
    if (idNumber === other.person?.idNumber) throw new Refusal('invalid', { field: 'idNumber', problem: 'self' })
    if ((await countProposed(tx, proposal.as, idNumber)) >= mostOpen) throw new Refusal('too_many')
    const own = { idNumber, name }
    const { as, matters, endsOn, maxUses, reason, company = null } = proposal
    const delegation: Delegation = {
      id: uuidv7(app.clock), kind: company ? 'company' : 'uscc' in other.holder ? 'agent' : 'family', state: 'proposed', proposedBy: as,
      person: as === 'holder' && other.person ? other.person : own, holder: as === 'person' ? named : own, company,
      matters, startsOn: today, endsOn, maxUses, reason, createdAt: app.clock.now().toISOString(), decidedAt: null, endedAt: null, endedBy: null,
    }
    await insertDelegation(tx, delegation)
    await note(app, tx, holder, delegation, 'propose', requestId)
    await tell(app, tx, delegation, as, 'delegationProposed', company?.name ?? name)
    return delegation
  })
}

/** A listed agency that may do this for somebody who lives there. @throws Refusal invalid with the problem */
const nameOfAgency = async (tx: Tx, uscc: string, region: string, matters: readonly string[] | null, today: string): Promise<string> => {
  const agency = await findAgency(tx, uscc)
  if (!agency) throw new Refusal('invalid', { field: 'uscc', problem: 'notListed' })
  if (!mayServe(agency, region, today)) throw new Refusal('invalid', { field: 'uscc', problem: 'notHere' })
  const within = mattersWithin(agency, matters)
  if (matters?.some((each) => !within?.includes(each))) throw new Refusal('invalid', { field: 'matters', problem: 'notListed' })
  return agency.name
}

/** The other side with its number as it is kept. An agency acts for people, and is not acted for here. */
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
    const side = before && sideOf(before, await getParty(tx, holder.id))
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

/** Ends what rests on a power that is over, and tells whoever held it. */
export const endByPower = async (app: App, tx: Tx, power: string): Promise<void> => {
  const at = app.clock.now().toISOString()
  for (const before of await listByPowerForUpdate(tx, power)) {
    await updateDelegation(tx, { ...before, state: delegationLifecycle.end.to, endedAt: at, endedBy: 'register' })
    await insertAudit(tx, [{ at, actorKind: 'system', actorId: 'powers', action: 'delegations.end', subjectType: 'delegation', subjectId: before.id, region: null, requestId: null, detail: { power } }])
    await tell(app, tx, before, 'person', 'delegationLapsed', before.company?.name ?? before.person.name)
  }
}

/** A message to the side that did not act: to the account under that name, or to whoever works for the agency. */
const tell = async (app: App, tx: Tx, { person, holder }: Delegation, from: Side, kind: MessageKind, actor: string): Promise<void> => {
  const to = from === 'person' ? holder : person
  const accounts = 'uscc' in to ? await agentsOf(tx, to.uscc) : [await findPersonByIdNumber(tx, to.idNumber)].flatMap((found) => (found?.name === to.name ? [found.id] : []))
  const at = app.clock.now().toISOString()
  await insertMessages(tx, accounts.map((personId) => ({ id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind, detail: { actor }, at, readAt: null })))
}

/** Accounts of whoever works for an agency. */
const agentsOf = async (tx: Tx, uscc: string): Promise<string[]> =>
  [...(await listPeopleByIdNumbers(tx, (await listAgencyStaff(tx, [uscc])).map(({ idNumber }) => idNumber))).values()].map(({ id }) => id)
