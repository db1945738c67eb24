// Acting in somebody's name: what a delegation entitles to now, and what is kept of each application worked on for somebody.
import type { Principal } from '../../kernel/authz.ts'
import { mayActIn } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App, MandateKind } from '../../module.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { findAgency, findAgencyHeld, listAgenciesOf, mattersWithin, worksOn, type Agency } from '../agencies/index.ts'
import { insertMessages } from '../messages/index.ts'
import { countUses, insertUse } from './acting-uses-store.ts'
import { delegationMandate, isInForce, mandateOf, type Delegation } from './delegation.ts'
import { findDelegation, findDelegationForUpdate } from './delegations-store.ts'
import { holds, type Party } from './parties.ts'
import { findPersonByIdNumber, getPerson } from './people-store.ts'

/** A resident as a party of delegations. */
export const getParty = async (read: Read, personId: string): Promise<Party> => {
  const { idNumber, name } = await getPerson(read, personId)
  return { idNumber, name, agencies: await listAgenciesOf(read, idNumber) }
}

/** Whether the agency may act for somebody who lives there, today. */
export const mayServe = (agency: Agency | undefined, region: string, today: string): agency is Agency => agency !== undefined && worksOn(agency, today) && regionCovers(agency.region, region)

/** Under whose name it is done: an agency's and a company's stand with the name of whoever acts. */
const nameOf = ({ holder, company }: Delegation, name: string): string => {
  const organisation = 'uscc' in holder ? holder.name : company?.name
  return organisation === undefined ? name : `${name}（${organisation}）`
}

/** A delegation as an entitlement: in force today, and held by whoever asks; an agency's only while the agency may work. */
export const delegationMandates: MandateKind = {
  kind: delegationMandate,
  find: async (app, id, holder) => {
    const delegation = await findDelegation(app.db.read, id)
    if (!delegation || !isInForce(delegation, plainDate(app.clock.now()))) return undefined
    if (holder.kind !== 'person' || !holds(delegation, await getParty(app.db.read, holder.id))) return undefined
    const person = await findPersonByIdNumber(app.db.read, delegation.person.idNumber)
    if (!person || person.id === holder.id) return undefined
    const agency = 'uscc' in delegation.holder ? await findAgency(app.db.read, delegation.holder.uscc) : undefined
    if ('uscc' in delegation.holder && !mayServe(agency, person.region, plainDate(app.clock.now()))) return undefined
    const matters = agency ? mattersWithin(agency, delegation.matters) : delegation.matters
    const by = { actorKind: holder.kind, id: holder.id, name: nameOf(delegation, holder.name), capacity: delegation.kind, mandate: mandateOf(delegation), matters }
    return { person: { id: person.id, name: person.name }, by }
  },
}

/** The company somebody of its staff acts for, by this mandate; undefined where it is another kind of mandate. */
export const findCompanyActedFor = async (read: Read, mandate: string): Promise<Delegation['company']> => {
  const [kind, id = ''] = mandate.split(':')
  return kind === delegationMandate ? ((await findDelegation(read, id))?.company ?? null) : null
}

type Person = Extract<Principal, { kind: 'person' }>

/** What is worked on; `matterName` is for the message. */
export type WorkedOn = { id: string; matter: string; matterName: Texts | null }

/**
 * Keeps that somebody works on an application in the person's name, and tells the person the first time. Nothing for the person's own
 * work. Call it in the transaction of the change.
 * @throws Refusal not_in_mandate, mandate_used_up, mandate_ended
 */
export const recordActing = async (app: App, tx: Tx, person: Person, { id, matter, matterName }: WorkedOn): Promise<void> => {
  const { by } = person
  if (!by) return
  if (!mayActIn(person, matter)) throw new Refusal('not_in_mandate', { matter })
  const allowed = await usesLeft(app, tx, by.mandate)
  const at = app.clock.now().toISOString()
  const use = { applicationId: id, mandate: by.mandate, personId: person.id, matter, actorKind: by.actorKind, actorId: by.id, actorName: by.name, capacity: by.capacity, at }
  if (!(await insertUse(tx, use))) return
  if (allowed < 1) throw new Refusal('mandate_used_up')
  await insertMessages(tx, [{
    id: uuidv7(app.clock), personId: person.id, applicationId: id, caseId: null, kind: 'actedForYou', at, readAt: null,
    detail: { actor: by.name, ...(matterName ? { matter: matterName } : {}) },
  }])
}

/** How many more applications may be begun; the delegation is held, so that the last one is not begun twice. */
const usesLeft = async (app: App, tx: Tx, mandate: string): Promise<number> => {
  const [kind, id = ''] = mandate.split(':')
  if (kind !== delegationMandate) return Infinity
  const delegation = await findDelegationForUpdate(tx, id)
  const today = plainDate(app.clock.now())
  if (!delegation || !isInForce(delegation, today)) throw new Refusal('mandate_ended')
  if ('uscc' in delegation.holder) {
    const agency = await findAgencyHeld(tx, delegation.holder.uscc)
    if (!agency || !worksOn(agency, today)) throw new Refusal('mandate_ended')
  }
  if (delegation.maxUses === null) return Infinity
  return delegation.maxUses - ((await countUses(tx, [mandate])).get(mandate) ?? 0)
}
