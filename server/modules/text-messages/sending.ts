// The job that brings one text message on: sends what is queued, finds out what became of a call nobody knows the end of, asks for reports that
// do not come. The gateway has no keys against sending twice, so whoever calls it says so first, in a transaction of its own; after a crash the
// gateway is asked what it has before anything is sent again.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { gatewayAt, Unreachable, type Answer, type Gateway } from './gateway.ts'
import { moveText } from './recording.ts'
import { hearDetail } from './reporting.ts'
import { afterQuiet, awaitsReport, findAgainAt, isCalling, isQueued, lookAgainAt, mostTries, nextDay, outIdOf, triedAgainAt, type OwnReason, type TextMessage } from './text-message.ts'
import { findTextMessage, getTextMessageForUpdate, updateTextMessage } from './text-messages-store.ts'
import { deleteTaken, hasStop, hasUnwanted, takeOne } from './wishes-store.ts'

const firstLookMs = 10 * 60_000
const doubtMs = 2 * 60_000

const later = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString()
const isDue = ({ dueAt }: TextMessage, at: Date): boolean => dueAt !== null && Date.parse(dueAt) <= at.getTime()

const within = <T>(app: App, work: (scene: Scene) => Promise<T>): Promise<T> =>
  app.db.transaction((tx) => work({ app, tx, principal: { kind: 'system', name: 'text messages' }, requestId: null, at: app.clock.now() }))

/** Waits without being sent. */
const putOff = async ({ tx }: Scene, one: TextMessage, until: Date, because: OwnReason | null): Promise<undefined> => {
  await updateTextMessage(tx, { ...one, dueAt: until.toISOString(), because: because ?? one.because })
}

const dropReason = async ({ app, tx, at }: Scene, { kind, phoneDigest, personId, expiresAt }: TextMessage): Promise<OwnReason | undefined> => {
  if (Date.parse(expiresAt) <= at.getTime()) return 'expired'
  if (!app.config.textMessages?.templates[kind]) return 'noTemplate'
  if (await hasStop(tx, phoneDigest)) return 'stopped'
  return personId !== null && (await hasUnwanted(tx, personId)) ? 'unwanted' : undefined
}

/** Counts it for its number and for the day; why not, when one of them has had enough. */
const limitReached = async ({ app, tx, at }: Scene, { phoneDigest }: TextMessage): Promise<OwnReason | undefined> => {
  const { perNumber, perDay } = app.config.textLimits
  const day = plainDate(at)
  if (!(await takeOne(tx, day, phoneDigest, perNumber))) return 'numberLimit'
  if (await takeOne(tx, day, '', perDay)) return undefined
  await deleteTaken(tx, day, phoneDigest)
  return 'dayLimit'
}

/** Says that it is being sent from now on; undefined when it is not to be sent now, or somebody else was faster. */
const claim = (app: App, id: string): Promise<TextMessage | undefined> =>
  within(app, async (scene) => {
    const { at } = scene
    const one = await getTextMessageForUpdate(scene.tx, id)
    if (!isQueued(one.state) || !isDue(one, at)) return undefined
    const { quiet } = app.config.textLimits
    const dropped = await dropReason(scene, one)
    if (dropped) return void (await moveText(scene, one, 'drop', { because: dropped }))
    const from = one.urgent ? at : afterQuiet(at, quiet)
    if (from > at) return putOff(scene, one, from, null)
    const reached = await limitReached(scene, one)
    if (reached) return putOff(scene, one, nextDay(at, quiet), reached)
    return moveText(scene, one, 'call', { tries: one.tries + 1, triedAt: at.toISOString(), dueAt: later(at, doubtMs) })
  })

/** Keeps what the gateway answered to this try; a report may have come first. */
const settle = (app: App, { id, tries }: TextMessage, answer: Answer): Promise<void> =>
  within(app, async (scene) => {
    const { at } = scene
    const one = await getTextMessageForUpdate(scene.tx, id)
    if (!isCalling(one.state) || one.tries !== tries) return
    if ('accepted' in answer) await moveText(scene, one, 'accept', { gatewayNumber: answer.accepted, because: null, sentAt: at.toISOString(), dueAt: later(at, firstLookMs) })
    else if ('refused' in answer) await moveText(scene, one, 'fail', { because: answer.refused })
    else if (tries >= mostTries) await moveText(scene, one, 'fail', { because: answer.later })
    else await moveText(scene, one, 'putOff', { because: answer.later, dueAt: triedAgainAt(tries, at).toISOString() })
  })

const send = async (app: App, gateway: Gateway, id: string): Promise<void> => {
  const one = await claim(app, id)
  const template = one && app.config.textMessages?.templates[one.kind]
  if (!one || !template) return
  const { phone, parameters } = one.words
  const answer = await gateway.send({ phone, template, parameters, outId: outIdOf(one.id, one.tries) }).catch((error: unknown) => unknownEnd(app, one, error))
  if (answer) await settle(app, one, answer)
}

/** It may have been sent or not: that is found out later. */
const unknownEnd = async (app: App, { id, tries }: TextMessage, error: unknown): Promise<undefined> => {
  if (!(error instanceof Unreachable)) throw error
  app.log.warn({ text: id, try: tries, err: error }, 'the gateway for text messages did not answer')
  return undefined
}

/** The gateway says what became of the last try: nothing, so it may be sent again, or what it reports. */
const findOut = async (app: App, gateway: Gateway, asked: TextMessage): Promise<void> => {
  const { id, tries, words, triedAt } = asked
  const calledAt = new Date(triedAt ?? asked.madeAt)
  const details = await gateway.details(words.phone, calledAt, null).catch(() => undefined)
  const known = details?.find(({ outId }) => outId === outIdOf(id, tries))
  await within(app, async (scene) => {
    const { at } = scene
    const one = await getTextMessageForUpdate(scene.tx, id)
    if (!isCalling(one.state) || one.tries !== tries) return
    const isOver = Date.parse(one.expiresAt) <= at.getTime()
    if (known) return void (await hearDetail(scene, await moveText(scene, one, 'accept', { because: null, sentAt: calledAt.toISOString(), dueAt: later(at, firstLookMs) }), known))
    if (details && !isOver && tries < mostTries) return void (await moveText(scene, one, 'putOff', { because: 'unreachable', dueAt: at.toISOString() }))
    if (isOver || details) return void (await moveText(scene, one, 'fail', { because: 'unreachable' }))
    return putOff(scene, one, findAgainAt(calledAt, at), 'unreachable')
  })
}

/** Asks for a report that has not come. */
const lookFor = async (app: App, gateway: Gateway, asked: TextMessage): Promise<void> => {
  const { id, tries, words, gatewayNumber } = asked
  const sentAt = new Date(asked.sentAt ?? asked.madeAt)
  const details = await gateway.details(words.phone, sentAt, gatewayNumber).catch(() => undefined)
  await within(app, async (scene) => {
    const one = await getTextMessageForUpdate(scene.tx, id)
    if (!awaitsReport(one.state) || one.tries !== tries) return
    const known = details?.find(({ outId, delivered }) => outId === outIdOf(id, tries) && delivered !== null)
    if (known) await hearDetail(scene, one, known)
    else await updateTextMessage(scene.tx, { ...one, dueAt: lookAgainAt(sentAt, scene.at)?.toISOString() ?? null })
  })
}

/** Brings one on as far as it is due; twice at the same moment, also on two servers, it is sent once. */
export const goOn = async (app: App, id: string): Promise<void> => {
  const one = await findTextMessage(app.db.read, id)
  if (!one || !app.config.textMessages || !isDue(one, app.clock.now())) return
  const gateway = gatewayAt(app.config.textMessages, () => app.clock.now())
  if (isQueued(one.state)) await send(app, gateway, id)
  else if (isCalling(one.state)) await findOut(app, gateway, one)
  else if (awaitsReport(one.state)) await lookFor(app, gateway, one)
}
