// What was paid wrongly is given back: begun by screening after a death or by an official with reasons, at once or by instalments, each reminded of
// before its day; with the last it is settled. Who gives it back is recorded; nothing is sent to the dead.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import type { Benefit } from '../catalogue/index.ts'
import { listAppealsOf } from './appeals-store.ts'
import { deceasedOn } from './due.ts'
import { entitlementAfter, type Entitlement } from './entitlement.ts'
import { getEntitlementForUpdate, updateEntitlement } from './entitlements-store.ts'
import { instalmentsFor, isSettledWith } from './instalment.ts'
import { deleteOpenInstalments, insertInstalments, listInstalmentsOf, updateInstalmentPaid, updateRemindedUntil } from './instalments-store.ts'
import { approvers, type StaffCall } from './paying.ts'
import { moveEntitlement } from './recording.ts'
import type { Recovery, Repayer } from './recovery.ts'
import { getSubject } from './subjects-store.ts'
import { tellInstalment, tellPlan, tellRecovery } from './telling.ts'

const remindDays = 3
const pageSize = 100

const benefitOf = (app: App, { benefitId }: Entitlement): Benefit | undefined => app.packs.benefitsFor(app.config.region)[benefitId]

const hasDied = async (tx: Tx, { subjectId }: Entitlement): Promise<boolean> => deceasedOn(await getSubject(tx, subjectId)) !== undefined

/** @throws Refusal not_found outside the jurisdiction */
const ofMine = async (tx: Tx, { principal }: StaffCall, id: string): Promise<Entitlement> => {
  const one = await getEntitlementForUpdate(tx, id)
  if (!covers(principal, approvers, one)) throw new Refusal('not_found')
  return one
}

/** @throws Refusal not_found outside the jurisdiction; not_allowed_now when nothing is to be given back */
const owedFor = async (tx: Tx, call: StaffCall, id: string): Promise<Entitlement> => {
  const one = await ofMine(tx, call, id)
  if (entitlementAfter(one.state, 'settle') === undefined) throw new Refusal('not_allowed_now')
  return one
}

const record = (app: App, tx: Tx, { principal, requestId }: StaffCall, action: string, one: Entitlement, detail: Record<string, unknown> = {}): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: `benefits.${action}`, subjectType: 'benefitEntitlement', subjectId: one.id, region: one.region, requestId, detail }])

/** What a death had begun before anybody said who gives it back. */
const afterDeath: Recovery = { because: 'deceased', reasons: '', repayer: null }

/** @throws Refusal invalid when the dead are to give it back */
const repaidBy = async (tx: Tx, one: Entitlement, { who, name }: Repayer): Promise<Entitlement> => {
  if (who === 'self' && (await hasDied(tx, one))) throw new Refusal('invalid', { repayer: who })
  return { ...one, recovery: { ...(one.recovery ?? afterDeath), repayer: { who, name: name.trim() } } }
}

/** What was paid should not have been. The person is told why and may appeal. @throws Refusal not_found; not_allowed_now for what is not paid */
export const beginRecovery = (app: App, call: StaffCall, id: string, reasons: string): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const one = await ofMine(tx, call, id)
    const recovery: Recovery = { because: 'mistake', reasons: reasons.trim(), repayer: null }
    const next = await moveEntitlement(tx, one, { action: 'recover', at: app.clock.now(), actorKind: 'staff', actorId: staffOf(call.principal).id, detail: { because: recovery.because } }, { ruling: null, recovery })
    await record(app, tx, call, 'recover', next, { benefit: one.benefitId, period: one.period })
    if (!(await hasDied(tx, next))) await tellRecovery(app, tx, next, benefitOf(app, next), recovery.reasons)
    return next
  })

/** Somebody says it is theirs after all: it is answered before anything is settled. */
const isContested = async (tx: Tx, { id }: Entitlement): Promise<boolean> => (await listAppealsOf(tx, [id])).some(({ state }) => state === 'open')

/** Parts that have not come in are owed no longer. */
const settled = async (app: App, tx: Tx, call: StaffCall, one: Entitlement): Promise<Entitlement> => {
  await deleteOpenInstalments(tx, one.id)
  await record(app, tx, call, 'recovered', one)
  return moveEntitlement(tx, one, { action: 'settle', at: app.clock.now(), actorKind: 'staff', actorId: staffOf(call.principal).id })
}

/** All of it at once, or all the rest. @throws Refusal invalid for the dead; not_allowed_now while an appeal waits for its answer */
export const noteRecovered = (app: App, call: StaffCall, id: string, repayer: Repayer): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const one = await repaidBy(tx, await owedFor(tx, call, id), repayer)
    if (await isContested(tx, one)) throw new Refusal('not_allowed_now', { appeal: 'open' })
    return settled(app, tx, call, one)
  })

/**
 * Agreed with whoever gives it back. A plan of which something is paid stays.
 * @throws Refusal invalid for a first day that is over, more parts than fen, or the dead
 */
export const agreePlan = (app: App, call: StaffCall, id: string, { parts, firstDueOn, repayer }: { parts: number; firstDueOn: string; repayer: Repayer }): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const one = await repaidBy(tx, await owedFor(tx, call, id), repayer)
    const now = app.clock.now()
    if (firstDueOn < plainDate(now) || parts > one.fen) throw new Refusal('invalid', { firstDueOn, parts })
    if ((await listInstalmentsOf(tx, [id])).some(({ paidOn }) => paidOn !== null)) throw new Refusal('not_allowed_now')
    const [staff, at] = [staffOf(call.principal), now.toISOString()]
    const plan = instalmentsFor(one.fen, parts, firstDueOn).map((each) => ({ ...each, entitlementId: id, region: one.region, paidOn: null, agreedBy: staff.id, agreedAt: at }))
    await updateEntitlement(tx, one)
    await insertInstalments(tx, id, plan)
    await record(app, tx, call, 'agreePlan', one, { parts, firstDueOn })
    const [first] = plan
    if (first && !(await hasDied(tx, one))) await tellPlan(app, tx, one, benefitOf(app, one), parts, first)
    return one
  })

/** One part came in; with the last, it is settled, unless an appeal waits for its answer. @throws Refusal not_allowed_now when that part is paid already */
export const notePart = (app: App, call: StaffCall, id: string, seq: number): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const one = await owedFor(tx, call, id)
    const plan = await listInstalmentsOf(tx, [id])
    if (!(await updateInstalmentPaid(tx, id, seq, plainDate(app.clock.now())))) throw new Refusal('not_allowed_now')
    await record(app, tx, call, 'instalment', one, { seq })
    return isSettledWith(plan, seq) && !(await isContested(tx, one)) ? settled(app, tx, call, one) : one
  })

/** Every morning: reminds of the parts that are due within three days, each once. */
export const remindOfInstalments = async (app: App): Promise<void> => {
  for (let found = pageSize; found === pageSize; ) {
    found = await app.db.transaction(async (tx) => {
      const due = await updateRemindedUntil(tx, addDays(plainDate(app.clock.now()), remindDays), pageSize)
      for (const each of due) {
        const one = await getEntitlementForUpdate(tx, each.entitlementId)
        if (!(await hasDied(tx, one))) await tellInstalment(app, tx, one, benefitOf(app, one), each)
      }
      return due.length
    })
  }
}
