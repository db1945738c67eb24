// Keeping the register: listing an agency, changing its entry, suspending and striking off, each in one transaction.
// What stops an agency from working is told to its clients by a job.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { checkCreditCode, checkResidentId } from '../../kernel/identifiers.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { afterAgencyAction, canAgency, stopsWork, type Agency, type AgencyAction, type AgencyStaff } from './agency.ts'
import { findAgencyForUpdate, insertAgency, updateAgency, updateAgencyStaff } from './agencies-store.ts'

export type Official = Extract<Principal, { kind: 'staff' }>

/** What an official writes into the register. */
export type Entry = Pick<Agency, 'name' | 'region' | 'matters' | 'licence' | 'phone' | 'startsOn' | 'endsOn'> & { staff: AgencyStaff[] }

/** Done by the module that knows the clients; payload `{ uscc }`. */
export const agencyStoppedTask = 'people.agencyStopped'

/** Roles that keep the register, and the line they keep it for. */
export const keepers = ['head', 'supervisor'] as const
export const keepingLine = 'government-services'

const keeps = (official: Official, region: string): boolean => covers(official, keepers, { region, line: keepingLine })

/** The entry as it is kept. @throws Refusal invalid with the field that is wrong */
const checked = (app: App, entry: Entry): Entry => {
  const today = plainDate(app.clock.now())
  const { matters: offered } = app.packs.catalogueFor(app.config.region)
  const unknown = entry.matters?.find((id) => !Object.hasOwn(offered, id))
  if (unknown !== undefined) throw new Refusal('invalid', { field: 'matters', matter: unknown })
  if (entry.endsOn < entry.startsOn) throw new Refusal('invalid', { field: 'endsOn', earliest: entry.startsOn })
  const staff = entry.staff.map(({ idNumber, name }, index) => {
    const number = checkResidentId(idNumber, today)
    if (!number.ok) throw new Refusal('invalid', { field: 'staff', index, problem: number.problem })
    return { idNumber: number.value, name: name.normalize('NFC').trim() }
  })
  const twice = staff.findIndex(({ idNumber }, index) => staff.findIndex((other) => other.idNumber === idNumber) < index)
  if (twice >= 0) throw new Refusal('invalid', { field: 'staff', index: twice, problem: 'twice' })
  return { ...entry, name: entry.name.normalize('NFC').trim(), staff }
}

const note = (app: App, tx: Tx, official: Official, { uscc, region }: Agency, action: string, requestId: string, detail: Record<string, unknown>): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(official), action: `agencies.${action}`, subjectType: 'agency', subjectId: uscc, region, requestId, detail }])

const withoutStaff = ({ name, region, matters, licence, phone, startsOn, endsOn }: Entry) => ({ name, region, matters, licence, phone, startsOn, endsOn })

/** @throws Refusal invalid, not_found for a region of others, conflict when it is on the register already */
export const listAgency = (app: App, official: Official, code: string, typed: Entry, requestId: string): Promise<Agency> => {
  const uscc = checkCreditCode(code)
  if (!uscc.ok) throw new Refusal('invalid', { field: 'uscc', problem: uscc.problem })
  if (!keeps(official, typed.region)) throw new Refusal('not_found', { region: typed.region })
  const entry = checked(app, typed)
  const at = app.clock.now()
  const agency: Agency = { uscc: uscc.value, ...withoutStaff(entry), state: 'listed', reason: '', createdAt: at.toISOString(), updatedAt: at.toISOString() }
  return app.db.transaction(async (tx) => {
    if (!(await insertAgency(tx, agency))) throw new Refusal('conflict', { uscc: agency.uscc })
    await updateAgencyStaff(tx, agency.uscc, entry.staff, at)
    await note(app, tx, official, agency, 'list', requestId, { matters: agency.matters, staff: entry.staff.length })
    return agency
  })
}

const getKept = async (tx: Tx, official: Official, uscc: string): Promise<Agency> => {
  const agency = await findAgencyForUpdate(tx, uscc)
  if (!agency || !keeps(official, agency.region)) throw new Refusal('not_found')
  return agency
}

/** @param seenAt `updatedAt` of the entry that was changed @throws Refusal invalid, not_found, conflict */
export const changeAgency = (app: App, official: Official, uscc: string, seenAt: string, typed: Entry, requestId: string): Promise<Agency> => {
  const entry = checked(app, typed)
  return app.db.transaction(async (tx) => {
    const before = await getKept(tx, official, uscc)
    if (!keeps(official, entry.region)) throw new Refusal('not_found', { region: entry.region })
    if (before.updatedAt !== seenAt) throw new Refusal('conflict')
    const at = app.clock.now()
    const after: Agency = { ...before, ...withoutStaff(entry), updatedAt: at.toISOString() }
    await updateAgency(tx, after)
    await updateAgencyStaff(tx, uscc, entry.staff, at)
    await note(app, tx, official, after, 'change', requestId, { matters: after.matters, endsOn: after.endsOn, staff: entry.staff.length })
    return after
  })
}

/** Suspends, lists again, strikes off; it counts with the next request of the agency's staff. @throws Refusal not_found, not_allowed_now */
export const actOnAgency = (app: App, official: Official, uscc: string, action: AgencyAction, reason: string, requestId: string): Promise<Agency> =>
  app.db.transaction(async (tx) => {
    const before = await getKept(tx, official, uscc)
    if (!canAgency(before.state, action)) throw new Refusal('not_allowed_now', { state: before.state, action })
    const after: Agency = { ...before, state: afterAgencyAction(action), reason: stopsWork(action) ? reason.trim() : '', updatedAt: app.clock.now().toISOString() }
    await updateAgency(tx, after)
    if (stopsWork(action)) await planJobs(tx, [{ task: agencyStoppedTask, payload: { uscc }, key: `${agencyStoppedTask} ${uscc}` }])
    await note(app, tx, official, after, action, requestId, { reason: after.reason })
    return after
  })
