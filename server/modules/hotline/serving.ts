// What happens to a call: it rings, an agent takes it, somebody hangs up, it is wrapped up. One transaction each; a call is one agent's at a time.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { phoneDigestOf } from '../requests/index.ts'
import { callAfter, isRinging, isServed, tidyNumber, type Call, type CallStep, type WrapUp } from './call.ts'
import { findCallByKeyForUpdate, getCallForUpdate, insertCall, listOfAgent, updateCall } from './calls-store.ts'

export const hotlineLine = 'government-services'

export type By = { app: App; principal: Principal; requestId: string | null }

const audit = ({ app, principal, requestId }: By, tx: Tx, call: Call, action: string, detail: Record<string, unknown> = {}): Promise<void> =>
  insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: `hotline.${action}`, subjectType: 'call', subjectId: call.id, region: call.region, requestId, detail }])

export const maySee = (principal: Principal, call: Pick<Call, 'region'>): boolean => covers(principal, permissions['hotline.serve'], { region: call.region, line: hotlineLine })

/** A call as the telephone exchange or the assistant announces it. `key`: theirs, so that one call rings once. */
export type Ring = { key: string; line: string; phone: string | null; name?: string; transcript?: Call['transcript']; front?: boolean }

/** @returns the call, also when it had rung already */
export const ring = (by: By, { key, line, phone, name, transcript = [], front = false }: Ring): Promise<Call> =>
  by.app.db.transaction(async (tx) => {
    const { app } = by
    const number = phone === null ? '' : tidyNumber(phone)
    const call: Call = {
      id: uuidv7(app.clock), region: app.config.region, line, key, state: 'ringing', front, agentId: null, phone: number || null, name: name ?? null, transcript, note: '', wrapUp: null,
      rangAt: app.clock.now().toISOString(), answeredAt: null, hungUpAt: null, finishedAt: null,
    }
    if (!(await insertCall(tx, call, number === '' ? null : phoneDigestOf(number)))) return (await findCallByKeyForUpdate(tx, key)) ?? call
    await audit(by, tx, call, 'ring', { line })
    return call
  })

const moved = (call: Call, step: CallStep, change: Partial<Call>): Call => {
  const state = callAfter(call.state, step)
  if (!state) throw new Refusal('not_allowed_now', { state: call.state, step })
  return { ...call, ...change, state }
}

/** Somebody hung up, as the telephone exchange tells it. What has ended stays as it is. */
export const hangUpByKey = (by: By, key: string): Promise<Call | undefined> =>
  by.app.db.transaction(async (tx) => {
    const call = await findCallByKeyForUpdate(tx, key)
    if (!call || callAfter(call.state, 'hangUp') === undefined) return call
    const next = moved(call, 'hangUp', { hungUpAt: by.app.clock.now().toISOString() })
    await updateCall(tx, next)
    await audit(by, tx, next, 'hangUp')
    return next
  })

/** How far back an agent's open call is looked for. */
const shiftMs = 24 * 3_600_000

/** The agent has it from now on. @throws Refusal not_found, not_allowed_now when somebody was faster, or this agent has another one */
export const takeCall = (by: By, id: string): Promise<Call> =>
  by.app.db.transaction(async (tx) => {
    const { app, principal } = by
    const agent = staffOf(principal)
    const call = await getCallForUpdate(tx, id)
    if (!maySee(principal, call)) throw new Refusal('not_found')
    if (call.agentId === agent.id && isServed(call.state)) return call
    const now = app.clock.now()
    const others = await listOfAgent(tx, agent.id, new Date(now.getTime() - shiftMs), 50)
    if (isRinging(call.state) && others.some(({ state }) => isServed(state))) throw new Refusal('not_allowed_now', { because: 'another' })
    const next = moved(call, 'take', { agentId: agent.id, answeredAt: now.toISOString() })
    await updateCall(tx, next)
    await audit(by, tx, next, 'take')
    return next
  })

/** A call this agent has now. @throws Refusal not_found */
export const getOwnCallForUpdate = async (tx: Tx, principal: Principal, id: string): Promise<Call> => {
  const call = await getCallForUpdate(tx, id)
  if (!maySee(principal, call) || call.agentId !== staffOf(principal).id) throw new Refusal('not_found')
  if (!isServed(call.state)) throw new Refusal('not_allowed_now', { state: call.state })
  return call
}

/** Done: how it ended, and what the next agent should know. */
export const finishCall = (by: By, id: string, { wrapUp, note }: { wrapUp: WrapUp; note: string }): Promise<Call> =>
  by.app.db.transaction(async (tx) => {
    const call = await getOwnCallForUpdate(tx, by.principal, id)
    const at = by.app.clock.now().toISOString()
    const next = moved(call, 'finish', { wrapUp, note, hungUpAt: call.hungUpAt ?? at, finishedAt: at })
    await updateCall(tx, next)
    await audit(by, tx, next, 'finish', { wrapUp })
    return next
  })
