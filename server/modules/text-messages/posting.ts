// Puts a text message into the outbox, in the transaction that causes it; a job sends it. The same key again is the same message.
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Scene } from '../cases/index.ts'
import { recordText } from './recording.ts'
import { mostCharacters, textKinds, type TextKind, type TextParameters } from './text-kinds.ts'
import { mobileOf, phoneDigest } from './phone.ts'
import type { TextMessage } from './text-message.ts'
import { insertTextMessage } from './text-messages-store.ts'

export const goTask = 'textMessages.go'
const dayMs = 86_400_000
const codeLetters = 22

/** By which its address is found: letters and digits only, as the operator registers them; 130 bits nobody guesses. Nothing of it is kept. */
const codeOf = (id: string): string => {
  const letters = [0, 1].map((part) => keyedDigest('text message code', `${id} ${part}`)).join('').replaceAll(/[^A-Za-z0-9]/g, '')
  return letters.slice(0, codeLetters)
}

/**
 * `key`: what it is about, such as the case and that it ended. `subject`: id of that case, request or call. `phone`: as somebody wrote it;
 * what is no mobile number is sent nothing. `urgent`: also in the quiet hours. `link`: path its address leads to, for kinds that have one. `region`, `line`: the authority it is sent for.
 */
export type NewText = { key: string; kind: TextKind; subject: string; region: string; line: string; personId: string | null; phone: string | null | undefined; parameters: TextParameters; link?: string; urgent?: boolean }

/** Nothing where the installation has no gateway, or has not registered the words. Whether the holder wants it is asked when it is sent. @returns false when nothing was put there */
export const postText = async (scene: Scene, { key, kind, subject, region, line, personId, phone, parameters, link, urgent = false }: NewText): Promise<boolean> => {
  const { app, tx, at } = scene
  const mobile = mobileOf(phone ?? '')
  if (mobile === undefined || !app.config.textMessages?.templates[kind]) return false
  const { days, linked } = textKinds[kind]
  const id = uuidv7(app.clock)
  const code = linked ? codeOf(id) : null
  const filled = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.slice(0, mostCharacters)]))
  const one: TextMessage = {
    id, key: `${kind} ${key}`, kind, region, line, subject, personId, phoneDigest: phoneDigest(mobile), urgent, state: 'queued', tries: 0, dueAt: at.toISOString(), expiresAt: new Date(at.getTime() + days * dayMs).toISOString(),
    triedAt: null, gatewayNumber: null, because: null, words: { phone: mobile, parameters: { ...filled, ...(code === null ? {} : { code }) }, link: link ?? null }, madeAt: at.toISOString(), sentAt: null, endedAt: null,
  }
  if (!(await insertTextMessage(tx, one, code))) return false
  await recordText(scene, one, 'post')
  await planJobs(tx, [{ task: goTask, payload: { text: id }, key: `${goTask} ${id}` }])
  return true
}
