// Appeals: the person says why it should be theirs after all, an official answers with reasons; dismissed, it may go once more to the unit above.
// Upheld, it is theirs whatever the registers say, and goes to the account they have given, where there is one.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, personOf, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { appealAfter, chanceToAppeal, isNewToIt, type Appeal, type AppealAnswer } from './appeal.ts'
import { getAppealForUpdate, insertAppeal, listAppealsOf, updateAppeal } from './appeals-store.ts'
import { heldWithSubject, ownForUpdate, type Call } from './deciding.ts'
import { deceasedOn } from './due.ts'
import { accountOnFile, isLive, type Entitlement } from './entitlement.ts'
import { insertClaims, listDecidersAgainst, listEntitlementsOf, updateEntitlement } from './entitlements-store.ts'
import { deleteOpenInstalments } from './instalments-store.ts'
import { listSentBack } from './pay-lists-store.ts'
import { approvers, type StaffCall } from './paying.ts'
import { claimsOf } from './period.ts'
import { moveEntitlement } from './recording.ts'
import { tellAnswered } from './telling.ts'

const recorded = (app: App, tx: Tx, { principal, requestId }: Call, one: Appeal, action: string): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: `benefits.${action}`, subjectType: 'benefitAppeal', subjectId: one.id, region: one.region, requestId, detail: { entitlement: one.entitlementId, level: one.level } }])

/** @throws Refusal not_found for what is not theirs; not_allowed_now when none can be made, or the time is over */
export const makeAppeal = (app: App, call: Call, entitlementId: string, text: string): Promise<Entitlement> =>
  app.db.transaction(async (tx) => {
    const { one } = await ownForUpdate(tx, call.principal, entitlementId)
    const benefit = app.packs.benefitsFor(app.config.region)[one.benefitId]
    const now = app.clock.now()
    const chance = benefit && chanceToAppeal(one, await listAppealsOf(tx, [one.id]), benefit.appealDays, plainDate(now))
    if (!chance) throw new Refusal('not_allowed_now')
    const appeal: Appeal = {
      id: uuidv7(app.clock), entitlementId: one.id, personId: personOf(call.principal).id, level: chance.level, region: chance.region, line: one.line, state: 'open', text: text.trim(), answer: '', madeAt: now.toISOString(),
      decidedBy: null, decidedAt: null,
    }
    await insertAppeal(tx, appeal)
    await recorded(app, tx, call, appeal, 'appeal')
    return one
  })

/** Theirs again, or still: what came to life meanwhile needs no step, what was to be given back is kept. Confirmed at once where an account is known and nothing that excludes it was taken meanwhile. */
const grant = async (app: App, tx: Tx, { principal }: StaffCall, one: Entitlement): Promise<void> => {
  const at = app.clock.now()
  const benefits = app.packs.benefitsFor(app.config.region)
  const benefit = benefits[one.benefitId]
  const theirs: Entitlement = { ...one, ruling: 'upheld' }
  if (isLive(one.state)) await updateEntitlement(tx, theirs)
  const told = isLive(one.state) ? theirs : await moveEntitlement(tx, theirs, { action: 'uphold', at, actorKind: 'staff', actorId: staffOf(principal).id })
  if (one.state === 'recovering') await deleteOpenInstalments(tx, one.id)
  if (told.state !== 'found' && told.state !== 'told') return
  // what they gave for this comes first, unless a bank has sent it back
  const sentBack = await listSentBack(tx, one.subjectId)
  const given = accountOnFile([one], sentBack) ?? accountOnFile(await listEntitlementsOf(tx, one.subjectId), sentBack)
  if (benefit && given && (await insertClaims(tx, one, claimsOf(benefit, one.period, benefits)))) await moveEntitlement(tx, told, { action: 'confirm', at, actorKind: 'system', actorId: 'benefits', detail: { because: 'appeal' } }, given)
}

/** @throws Refusal not_found outside the jurisdiction; second_person for whoever decided against it or answered the first; not_allowed_now when it is answered, or the person has died */
export const answerAppeal = (app: App, call: StaffCall, id: string, answer: AppealAnswer, reasons: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const appeal = await getAppealForUpdate(tx, id)
    if (!covers(call.principal, approvers, appeal)) throw new Refusal('not_found')
    const state = appealAfter(appeal.state, answer)
    if (state === undefined) throw new Refusal('not_allowed_now')
    const staff = staffOf(call.principal)
    const earlier = await listAppealsOf(tx, [appeal.entitlementId])
    if (!isNewToIt(staff.id, earlier, await listDecidersAgainst(tx, [appeal.entitlementId]))) throw new Refusal('second_person')
    const { one, subject } = await heldWithSubject(tx, appeal.entitlementId)
    if (answer === 'uphold' && deceasedOn(subject)) throw new Refusal('not_allowed_now', { because: 'deceased' })
    const decided: Appeal = { ...appeal, state, answer: reasons.trim(), decidedBy: staff.id, decidedAt: app.clock.now().toISOString() }
    await updateAppeal(tx, decided)
    if (answer === 'uphold') await grant(app, tx, call, one)
    await recorded(app, tx, call, decided, answer === 'uphold' ? 'upholdAppeal' : 'dismissAppeal')
    const benefit = app.packs.benefitsFor(app.config.region)[one.benefitId]
    const next = answer === 'uphold' || !benefit ? undefined : chanceToAppeal(one, [decided, ...earlier.filter((each) => each.id !== id)], benefit.appealDays, plainDate(app.clock.now()))
    await tellAnswered(app, tx, decided, one, benefit, next?.until)
  })
