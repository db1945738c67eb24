// A power begins when a registry shows it, rests when another guardian objects, and ends. Each in one transaction; whom it concerns is told.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { checkCreditCode, checkResidentId } from '../../kernel/identifiers.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App, MandateKind } from '../../module.ts'
import { giveTypedBack, mayTryTyped } from '../exchange/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { admitByCard, endByPower, getPerson, listPeopleByIdNumbers, type Person } from '../people/index.ts'
import { afterPowerAction, canPower, isInForce, lastDayBefore, type Power, type PowerKind } from './power.ts'
import { askForProof, type Proof } from './proving.ts'
import { findOpenPower, findPower, findPowerForUpdate, insertPower, updatePower } from './powers-store.ts'

type Resident = Extract<Principal, { kind: 'person' }>

export const powerMandate = 'power'
export const mandateOf = ({ id }: Pick<Power, 'id'>): string => `${powerMandate}:${id}`

export const auditPower = (app: App, actor: Pick<AuditEntry, 'actorKind' | 'actorId'>, { id, kind, wardId }: Power, action: string, requestId: string | null, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actor, action: `powers.${action}`, subjectType: 'power', subjectId: id, region: null, requestId, detail: { kind, ward: wardId, ...detail },
})

export const tellAbout = (app: App, tx: Tx, people: readonly string[], kind: Message['kind'], detail: Message['detail']): Promise<void> =>
  insertMessages(tx, people.map((personId) => ({ id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind, detail, at: app.clock.now().toISOString(), readAt: null })))

/** Accounts of the others who have the same power. */
export const othersOf = async (tx: Tx, { holders, personId }: Pick<Power, 'holders' | 'personId'>): Promise<string[]> =>
  [...(await listPeopleByIdNumbers(tx, holders)).values()].map(({ id }) => id).filter((id) => id !== personId)

/** The number as it is kept. @throws Refusal invalid */
const subjectOf = (kind: PowerKind, typed: string, own: string, today: string): string => {
  const checked = kind === 'guardian' ? checkResidentId(typed, today) : checkCreditCode(typed)
  if (!checked.ok) throw new Refusal('invalid', { field: 'number', problem: checked.problem })
  if (checked.value === own) throw new Refusal('invalid', { field: 'number', problem: 'self' })
  return checked.value
}

/** Last day, or null. A ward who is of age already has no such guardian. */
const endOf = ({ proven }: Proof, subject: string): string | null =>
  proven.endsAtAge === undefined ? null : lastDayBefore(`${subject.slice(6, 10)}-${subject.slice(10, 12)}-${subject.slice(12, 14)}`, proven.endsAtAge)

/**
 * What a person has by law, from the registry; the same again when it is known already.
 * @param typed ID number of the ward, or credit code of the company
 * @throws Refusal invalid, power_unproven, too_many_look_ups, unavailable when the registry is silent
 */
export const establish = async (app: App, holder: Resident, kind: PowerKind, typed: string, requestId: string): Promise<Power> => {
  const person = await getPerson(app.db.read, holder.id)
  const today = plainDate(app.clock.now())
  const subject = subjectOf(kind, typed, person.idNumber, today)
  const known = await findOpenPower(app.db.read, person.id, kind, subject)
  if (known) return known
  const tried = kind === 'guardian' ? await mayTryTyped(app, person.id, subject) : { may: true, isNew: false }
  if (!tried.may) throw new Refusal('too_many_look_ups')
  const id = uuidv7(app.clock)
  const { proof, silent } = await askForProof(app, { power: id, kind, subject, personId: person.id, idNumber: person.idNumber })
  if (silent && tried.isNew) await giveTypedBack(app, person.id, subject)
  const power = await app.db.transaction(async (tx) => {
    const endsOn = proof ? endOf(proof, subject) : null
    await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(holder), action: 'powers.ask', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { kind, power: id, proven: proof !== undefined } }])
    return proof && (endsOn === null || today <= endsOn) ? begin(app, tx, holder, person, { id, kind, subject, proof, endsOn }, requestId) : undefined
  })
  if (!power) throw new Refusal(silent ? 'unavailable' : 'power_unproven')
  return power
}

type Begun = { id: string; kind: PowerKind; subject: string; proof: Proof; endsOn: string | null }

const begin = async (app: App, tx: Tx, holder: Resident, person: Person, { id, kind, subject, proof, endsOn }: Begun, requestId: string): Promise<Power> => {
  const ward = kind === 'guardian' ? await admitByCard(tx, { name: proof.name, idNumber: subject }, person.region, app.clock) : undefined
  const at = app.clock.now().toISOString()
  const power: Power = {
    id, kind, personId: person.id, subject, name: proof.name, wardId: ward?.id ?? null, holders: proof.holders, registry: proof.registry, legalBasis: proof.proven.legalBasis, endsOn,
    state: 'proven', provenAt: at, createdAt: at, contestedBy: null, endedBy: null, endedAt: null, reason: '',
  }
  if (!(await insertPower(tx, power))) return (await findOpenPower(tx, person.id, kind, subject)) ?? power
  await insertAudit(tx, [auditPower(app, actorOf(holder), power, 'begin', requestId, { registry: proof.registry })])
  if (kind === 'guardian') await tellAbout(app, tx, await othersOf(tx, power), 'guardianProven', { actor: person.name, title: power.name })
  return power
}

/** The end of a power, with everything that rests on it. */
export const endPower = async (app: App, tx: Tx, power: Power, endedBy: NonNullable<Power['endedBy']>, reason: string): Promise<Power> => {
  const after: Power = { ...power, state: afterPowerAction('lapse'), endedBy, endedAt: app.clock.now().toISOString(), reason }
  await updatePower(tx, after)
  if (power.kind === 'company') await endByPower(app, tx, power.id)
  return after
}

/** The holder ends it, or another guardian objects. @throws Refusal not_found for everybody else, not_allowed_now */
export const answerPower = (app: App, resident: Resident, id: string, action: 'end' | 'object', reason: string, requestId: string): Promise<Power> =>
  app.db.transaction(async (tx) => {
    const before = await findPowerForUpdate(tx, id)
    const { idNumber, name } = await getPerson(tx, resident.id)
    const isHolder = before?.personId === resident.id
    if (!before || !(isHolder || (before.kind === 'guardian' && before.holders.includes(idNumber)))) throw new Refusal('not_found')
    if (isHolder !== (action === 'end') || !canPower(before, action)) throw new Refusal('not_allowed_now', { state: before.state, action })
    await insertAudit(tx, [auditPower(app, actorOf(resident), before, action, requestId, { reason })])
    if (action === 'end') return endPower(app, tx, before, 'holder', reason)
    const after: Power = { ...before, state: afterPowerAction(action), contestedBy: resident.id, reason }
    await updatePower(tx, after)
    await tellAbout(app, tx, [before.personId], 'guardianContested', { actor: name, title: before.name })
    return after
  })

/** A guardian acts for the ward; a company is acted for by whom its representative named, which is a delegation. */
export const powerMandates: MandateKind = {
  kind: powerMandate,
  find: async (app, id, holder) => {
    const power = holder.kind === 'person' ? await findPower(app.db.read, id) : undefined
    if (!power?.wardId || power.personId !== holder.id || !isInForce(power, plainDate(app.clock.now()))) return undefined
    return { person: { id: power.wardId, name: power.name }, by: { actorKind: 'person', id: holder.id, name: holder.name, capacity: 'guardian', mandate: mandateOf(power), matters: null } }
  },
}

