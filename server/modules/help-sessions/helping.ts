// Helping somebody: begun by the code on their phone, ended by either, over by itself after two hours. One person at a time for a helper.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App, MandateKind } from '../../module.ts'
import { insertMessages } from '../messages/index.ts'
import { findPerson } from '../people/index.ts'
import { outletsOf, readCode } from '../windows/index.ts'
import { hallsOf, helperMandate, helpMs, isLive, mandateOf, type HallOfficial, type HelpSession, type Place } from './help-session.ts'
import { findHelpSession, insertHelpSession, listHelpBy, updateHelpEnded } from './help-sessions-store.ts'

type Resident = Extract<Principal, { kind: 'person' }>

const auditHelp = (app: App, actor: Pick<AuditEntry, 'actorKind' | 'actorId'>, { id, personId, outlet, region, place }: HelpSession, action: string, requestId: string): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actor, action: `helpSessions.${action}`, subjectType: 'person', subjectId: personId, region, requestId, detail: { session: id, outlet, place },
})

/** A moment in words: 3月2日 12:00. */
const momentTexts = (instant: Date): Texts => {
  const words = (language: string) => new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format(instant)
  return { 'zh-CN': words('zh-CN'), en: words('en-GB') }
}

/** @throws Refusal not_found for a hall of others, show_code, too_many */
export const beginHelp = async (app: App, helper: HallOfficial, { code, outlet, place }: { code: string; outlet: string; place: Place }, requestId: string): Promise<HelpSession> => {
  const hall = hallsOf(helper, outletsOf(app)).find(({ id }) => id === outlet)
  if (!hall) throw new Refusal('not_found', { outlet })
  // A miss has to stay on record even though the request is refused.
  const personId = await readCode(app, helper, code, requestId)
  return app.db.transaction(async (tx) => {
    const now = app.clock.now()
    const [before] = await listHelpBy(tx, helper.id, 1)
    if (before && isLive(before, now)) await updateHelpEnded(tx, before.id, 'next', now)
    const until = new Date(now.getTime() + helpMs)
    const session: HelpSession = { id: uuidv7(app.clock), staffId: helper.id, personId, outlet, region: hall.region, place, openedAt: now.toISOString(), untilAt: until.toISOString(), endedAt: null, endedBy: null }
    await insertHelpSession(tx, session)
    await insertAudit(tx, [auditHelp(app, actorOf(helper), session, 'begin', requestId)])
    await insertMessages(tx, [{
      id: uuidv7(app.clock), personId, applicationId: null, caseId: null, kind: 'helpedByHall', at: session.openedAt, readAt: null, detail: { actor: helper.name, hall: hall.name, day: momentTexts(until) },
    }])
    return session
  })
}

/** By the helper, or by whoever is helped; it counts with the next request. @throws Refusal not_found, not_allowed_now when it is over */
export const endHelp = (app: App, who: HallOfficial | Resident, id: string, requestId: string): Promise<HelpSession> =>
  app.db.transaction(async (tx) => {
    const session = await findHelpSession(tx, id)
    if (!session || who.id !== (who.kind === 'staff' ? session.staffId : session.personId)) throw new Refusal('not_found')
    const now = app.clock.now()
    const by = who.kind === 'staff' ? 'helper' : 'person'
    if (!isLive(session, now) || !(await updateHelpEnded(tx, id, by, now))) throw new Refusal('not_allowed_now')
    await insertAudit(tx, [auditHelp(app, actorOf(who), session, 'end', requestId)])
    return { ...session, endedAt: now.toISOString(), endedBy: by }
  })

/** What entitles a helper: the session, as long as it lives and the hall is still theirs. */
export const helperMandates: MandateKind = {
  kind: helperMandate,
  find: async (app, id, holder) => {
    const session = holder.kind === 'staff' ? await findHelpSession(app.db.read, id) : undefined
    if (!session || holder.kind !== 'staff' || session.staffId !== holder.id || !isLive(session, app.clock.now())) return undefined
    if (!hallsOf(holder, outletsOf(app)).some((hall) => hall.id === session.outlet)) return undefined
    const person = await findPerson(app.db.read, session.personId)
    return person && { person: { id: person.id, name: person.name }, by: { actorKind: 'staff', id: holder.id, name: holder.name, capacity: 'helper', mandate: mandateOf(id), matters: null } }
  },
}
