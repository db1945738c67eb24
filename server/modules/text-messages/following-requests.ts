// Whoever reported something and left a mobile number hears of it there: that it was received, where they have no inbox, and that there is an
// answer, which they read and rate by the link to its progress. Once for each round, as it is rated once for each.
import { dayInWords, plainDate } from '../../kernel/clock.ts'
import type { Scene } from '../cases/index.ts'
import { centreLine, onRequest, progressToken, type CitizenRequest, type RequestChannel } from '../requests/index.ts'
import { postText, type NewText } from './posting.ts'
import { moveText } from './recording.ts'
import { isQueued } from './text-message.ts'
import { findByKeyForUpdate } from './text-messages-store.ts'

/** Those who write letters get letters; other systems tell their own people. */
const channels: readonly RequestChannel[] = ['portal', 'hotline', 'kiosk', 'window']

const post = (scene: Scene, one: CitizenRequest, { kind, key, day, urgent = false }: { kind: NewText['kind']; key: string; day?: string; urgent?: boolean }): Promise<boolean> =>
  postText(scene, {
    key, kind, subject: one.id, region: one.region, line: one.unit?.line ?? centreLine, personId: one.personId, urgent, phone: one.contact.phone, link: `/requests/progress/${progressToken(one.id)}`,
    parameters: { number: one.number, ...(day === undefined ? {} : { day }) },
  })

const receipt = async (scene: Scene, one: CitizenRequest): Promise<void> => {
  if (!channels.includes(one.channel) || one.personId !== null) return
  // Whoever has just called is awake; a number somebody typed may be anybody's.
  const urgent = one.channel === 'hotline'
  if (one.dueAt === null) await post(scene, one, { kind: 'requestTaken', key: one.id, urgent })
  else await post(scene, one, { kind: 'requestReceived', key: one.id, urgent, day: dayInWords(plainDate(new Date(one.dueAt))) })
}

/** An answer given on the telephone comes with the receipt: one of them is enough. */
const dropReceipt = async (scene: Scene, { id }: CitizenRequest): Promise<void> => {
  for (const kind of ['requestReceived', 'requestTaken'] as const) {
    const waiting = await findByKeyForUpdate(scene.tx, `${kind} ${id}`)
    if (waiting && isQueued(waiting.state)) await moveText(scene, waiting, 'drop', { because: 'superseded' })
  }
}

const answer = async (scene: Scene, one: CitizenRequest): Promise<void> => {
  if (!channels.includes(one.channel)) return
  if (await post(scene, one, { kind: 'requestAnswered', key: `${one.id} ${one.round}` })) await dropReceipt(scene, one)
}

export const followRequestsByText = (): void => {
  onRequest(['receive'], 'text-messages', receipt)
  onRequest(['release', 'answer', 'answerWithLead'], 'text-messages', answer)
}
