// Handing out results at a window: found by number or by who came, handed to whoever was identified here, once.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { findResult, findResultByNumber, holdsGood, listResultsOfPerson, type Result } from '../cases/index.ts'
import { getPerson, listStaffNames } from '../people/index.ts'
import { insertHandOut, listHandOuts, type HandOut } from './hand-outs-store.ts'
import { auditWindow, findLiveSession, getShiftForUpdate } from './serving.ts'
import { findOpenSessionForUpdate } from './sessions-store.ts'
import { findOpenShift } from './shifts-store.ts'
import { isHandedOutIn, isLive, shortName, type Clerk } from './window.ts'

/** A result as a window sees it: what it is, whose (shortened), whether it was collected; `mayHandOut` when its owner is identified here. */
export type Collectable = { id: string; number: string; name: Texts; person: string; issuedAt: string; mayHandOut: boolean; handedOut: { at: string; by: string } | null }

const mostResults = 100

/** What was revoked or cancelled is handed to nobody. */
const stillHolds = ({ standing }: Result): boolean => holdsGood({ result: standing })

const describe = async (app: App, read: Read, results: readonly Result[], servedId: string | undefined): Promise<Collectable[]> => {
  const handOuts = new Map((await listHandOuts(read, results.map(({ id }) => id))).map((each) => [each.resultId, each]))
  const staff = new Map((await listStaffNames(read, [...handOuts.values()].map(({ staffId }) => staffId))).map(({ id, name }) => [id, name]))
  const owners = new Map(await Promise.all([...new Set(results.map(({ personId }) => personId))].map(async (id) => [id, (await getPerson(read, id)).name] as const)))
  const { services } = app.packs.catalogueFor(app.config.region)
  return results.map((result) => {
    const handedOut = handOuts.get(result.id)
    return {
      id: result.id, number: result.number, name: services[result.service]?.result.name ?? { 'zh-CN': result.service }, person: shortName(owners.get(result.personId) ?? ''), issuedAt: result.issuedAt,
      mayHandOut: result.personId === servedId && handedOut === undefined, handedOut: handedOut ? { at: handedOut.handedAt, by: staff.get(handedOut.staffId) ?? '' } : null,
    }
  })
}

/** By the number of the result or of its case; without one, all of the person served now. */
export const listCollectable = async (app: App, clerk: Clerk, number: string | undefined): Promise<Collectable[]> => {
  const { read } = app.db
  const shift = await findOpenShift(read, clerk.id)
  if (!shift) throw new Refusal('not_allowed_now', { shift: 'none' })
  const served = (await findLiveSession(app, read, clerk))?.session.personId
  const found = number === undefined ? (served === undefined ? [] : await listResultsOfPerson(read, served, mostResults)) : [await findResultByNumber(read, number)]
  return describe(app, read, found.flatMap((each) => (each && isHandedOutIn(shift, each) && stillHolds(each) ? [each] : [])), served)
}

/** Hands a result to who came. Refuses `not_allowed_now` unless its owner is served here now, `handed_out` a second time. */
export const handOut = (app: App, clerk: Clerk, resultId: string, requestId: string): Promise<HandOut> =>
  app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const result = await findResult(tx, resultId)
    if (!result || !isHandedOutIn(shift, result) || !stillHolds(result)) throw new Refusal('not_found')
    const session = await findOpenSessionForUpdate(tx, shift.id)
    if (!session || !isLive(session, app.clock.now()) || session.personId !== result.personId) throw new Refusal('not_allowed_now', { owner: 'not_identified' })
    const handed: HandOut = { resultId, personId: result.personId, receivedId: session.cameId, sessionId: session.id, staffId: clerk.id, handedAt: app.clock.now().toISOString() }
    if (!(await insertHandOut(tx, handed))) throw new Refusal('handed_out')
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'handOut', { type: 'result', id: resultId }, { number: result.number, to: session.cameId, identifiedBy: session.identifiedBy })])
    return handed
  })
