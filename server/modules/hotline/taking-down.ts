// What a caller says becomes a request, in the name of the caller, written down by the agent. What only needs an answer gets it at once:
// the request is closed with the answer recorded and where it came from. What somebody else has said already is handled with theirs.
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { getUsable, updateUsed } from '../knowledge/index.ts'
import { answerAtOnce, getRequestForUpdate, joinRequests, receiveWithin, type NewRequest, type Receipt, type RequestKind } from '../requests/index.ts'
import { plainText } from '../safeguards/index.ts'
import { getOwnCallForUpdate, maySee, type By } from './serving.ts'

/**
 * `key`: of this form, so that sending it twice is one request. `answer`: told on the telephone; `knowledge`: the entry it was read from.
 * `sameAs`: the request of somebody else this caller says the same as; the caller is counted there and hears its answer.
 */
export type TakenDown = {
  key: string; kind: RequestKind; text: string; category?: string; address?: string; region?: string; lat?: number; lng?: number
  name?: string; phone?: string; anonymous: boolean; openName?: boolean; answer?: { text: string; knowledge?: string }; sameAs?: string
}

const newRequest = (down: TakenDown, callId: string, phone: string | null, notes: string[]): NewRequest => {
  const { kind, text, category, address, region, lat, lng, name, anonymous, openName, answer, sameAs } = down
  const dialled = down.phone ?? phone ?? undefined
  return {
    key: `call ${callId} ${down.key}`, kind, channel: 'hotline', text: plainText(text, 5000), anonymous, callId, notes, ...(openName === undefined ? {} : { openName }), ...(category === undefined ? {} : { category }), ...(answer ?? sameAs ? { hold: true } : {}),
    place: { ...(address ? { address: plainText(address, 200) } : {}), ...(region === undefined ? {} : { region }), ...(lat === undefined || lng === undefined ? {} : { lat, lng }) },
    // The number stays with an anonymous request, so that the caller can be called back; nobody but the centre sees it.
    contact: { ...(name && !anonymous ? { name: plainText(name, 60) } : {}), ...(dialled === undefined ? {} : { phone: dialled }) },
  }
}

/** Handled with the one it is the same as, or with the one that leads that. Whoever may be in danger is never put behind others. @throws Refusal not_found, not_allowed_now */
const joined = async (scene: Scene, receipt: Receipt, sameAs: string): Promise<Receipt> => {
  if (receipt.front) throw new Refusal('not_allowed_now', { because: 'front' })
  const named = await getRequestForUpdate(scene.tx, sameAs)
  if (!maySee(scene.principal, named)) throw new Refusal('not_found')
  const lead = named.course.tree === 'joined' && named.parentId !== null ? await getRequestForUpdate(scene.tx, named.parentId) : named
  const { state, unit } = await joinRequests(scene, await getRequestForUpdate(scene.tx, receipt.id), lead)
  return { ...receipt, state, unit, dueAt: lead.dueAt }
}

/** @throws Refusal not_found, not_allowed_now, invalid, findings (the answer says nothing) */
export const takeDown = (by: By, callId: string, down: TakenDown): Promise<Receipt> => {
  const { app, principal, requestId } = by
  return app.db.transaction(async (tx) => {
    const call = await getOwnCallForUpdate(tx, principal, callId)
    const { answer, sameAs } = down
    if (answer && sameAs !== undefined) throw new Refusal('invalid', { sameAs: 'answered' })
    const entry = answer?.knowledge === undefined ? undefined : await getUsable(app, answer.knowledge, app.config.region)
    const scene = { app, tx, principal, requestId, at: app.clock.now() }
    const notes = entry ? [`按知识库“${entry.words.ask}”答复，依据：${entry.words.source.title}`] : []
    const receipt = await receiveWithin(scene, newRequest(down, callId, call.phone, notes))
    if (receipt.again) return receipt
    if (sameAs !== undefined) return joined(scene, receipt, sameAs)
    if (!answer) return receipt
    // Whoever may be in danger gets a person's help, not a ready answer.
    if (receipt.front) throw new Refusal('not_allowed_now', { because: 'front' })
    const answered = await answerAtOnce(scene, await getRequestForUpdate(tx, receipt.id), { text: plainText(answer.text, 4000), outcome: 'explained', promisedOn: null })
    if (entry) await updateUsed(tx, entry.id)
    return { ...receipt, state: answered.state, unit: answered.unit, dueAt: answered.dueAt }
  })
}
