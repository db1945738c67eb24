// A letter becomes a request, or is added to the one it answers, in one transaction with the receipt; the same letter is taken in once.
// What a machine wrote is kept and never answered.
import { Readable } from 'node:stream'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { addToRequest, findRequestByNumber, getRequestForUpdate, progressToken, receiveWithin, requestLimits, type CitizenRequest } from '../requests/index.ts'
import { plainText } from '../safeguards/index.ts'
import { acceptedFiles, automaticBecause, bareSubject, largestLetter, newTextIn, numberIn, type Letter } from './letter.ts'
import type { Mail, MailOutcome } from './mail.ts'
import { findRequestOfMails, hasMail, insertMail } from './mails-store.ts'
import { post } from './posting.ts'
import { addedNote, isExplained, receipt, refusalNote, type Told } from './writing.ts'

export const toldOf = ({ config }: Pick<App, 'config'>, { id, number, title, dueAt }: Pick<CitizenRequest, 'id' | 'number' | 'title' | 'dueAt'>): Told => ({
  number, title, progressUrl: `${config.publicUrl}/requests/progress/${progressToken(id)}`, dueDay: dueAt === null ? null : plainDate(new Date(dueAt)),
})

type StoredAttachment = StoredFile & { name: string }

/** Stores what can be used; the rest is named, so that whoever dispatches can ask for it. */
const storeFiles = async (app: App, { files }: Letter): Promise<{ stored: StoredAttachment[]; left: string[] }> => {
  const stored: StoredAttachment[] = []
  const left: string[] = []
  for (const { name, content } of files) {
    const file = stored.length < requestLimits.files ? await app.files.put(Readable.from([content]), { maxBytes: app.config.maxUploadBytes, accept: acceptedFiles }).catch(refused) : undefined
    if (file) stored.push({ ...file, name: plainText(name, 120) || '附件' })
    else left.push(plainText(name, 60))
  }
  return { stored, left }
}

/** A file that cannot be used is left out; any other failure is one. */
const refused = (error: unknown): undefined => {
  if (error instanceof Refusal) return undefined
  throw error
}

/** Answers in a thread count for its request when whoever writes is who began it. */
const requestAnswered = async (scene: Scene, { references, subject, from }: Letter): Promise<CitizenRequest | undefined> => {
  const number = numberIn(subject)
  const id = (await findRequestOfMails(scene.tx, references)) ?? (number === undefined ? undefined : (await findRequestByNumber(scene.tx, number))?.id)
  const one = id === undefined ? undefined : await getRequestForUpdate(scene.tx, id)
  return one && from && one.contact.email?.toLowerCase() === from.address.toLowerCase() ? one : undefined
}

const wordsOf = ({ subject, text }: Letter): string => {
  const said = plainText(newTextIn(text), requestLimits.text - 80)
  const title = plainText(bareSubject(subject), 80)
  return said === '' ? '' : title !== '' && !said.startsWith(title) ? `${title}\n${said}` : said
}

type Taken = { outcome: MailOutcome; requestId: string | null; region: string; because: string | null; reply: ((scene: Scene) => Promise<void>) | undefined }

const ignored = (app: App, because: string): Taken => ({ outcome: 'ignored', requestId: null, region: app.config.region, because, reply: undefined })

const refusedLetter = (app: App, letter: Letter, to: string, because: string): Taken => ({
  outcome: 'refused', requestId: null, region: app.config.region, because,
  ...(isExplained(because) ? { reply: (scene) => post(scene, to, refusalNote(because, letter.subject), { requestId: null, region: app.config.region, answers: letter.messageId }) } : { reply: undefined }),
})

const take = async (scene: Scene, letter: Letter, { stored, left }: { stored: StoredAttachment[]; left: string[] }): Promise<Taken> => {
  const { app } = scene
  const because = automaticBecause(letter, app.config.mail?.address ?? '')
  if (because !== undefined || !letter.from) return ignored(app, because ?? 'nobody')
  const { address, name } = letter.from
  if (letter.size > largestLetter) return refusedLetter(app, letter, address, 'large')
  const words = wordsOf(letter)
  if (words.length < 2) return refusedLetter(app, letter, address, 'empty')
  const known = await requestAnswered(scene, letter)
  if (known) {
    await addToRequest(scene, known, words.slice(0, requestLimits.words))
    const about = { requestId: known.id, region: known.region }
    return { ...about, outcome: 'added', because: null, reply: (later) => post(later, address, addedNote(toldOf(app, known)), { ...about, answers: letter.messageId }) }
  }
  const title = plainText(bareSubject(letter.subject), requestLimits.title)
  const given = await receiveWithin(scene, {
    key: `mail ${keyedDigest('mail request', letter.messageId)}`, kind: 'help', channel: 'email', text: words, ...(title === '' ? {} : { title }), anonymous: false,
    contact: { email: address.toLowerCase(), ...(name === '' ? {} : { name: plainText(name, 60) }) }, attachments: stored, notes: left.length > 0 ? [`附件没有收下：${left.join('、')}`] : [],
  })
  const about = { requestId: given.id, region: given.region }
  const told = toldOf(app, { id: given.id, number: given.number, title: title || words.slice(0, 30), dueAt: given.dueAt })
  return { ...about, outcome: 'request', because: null, reply: (later) => post(later, address, receipt(told), { ...about, answers: letter.messageId }) }
}

/** What of a refusal can be told to whoever wrote; anything else is a fault and the letter stays unread. */
const toldRefusal = (error: unknown): string => {
  if (error instanceof Refusal && error.code === 'too_many') return 'tooMany'
  if (error instanceof Refusal && error.code === 'not_allowed_now') return 'closed'
  throw error
}

const keep = async (scene: Scene, letter: Letter, { outcome, requestId, region, because, reply }: Taken): Promise<void> => {
  const mail: Mail = {
    id: uuidv7(scene.app.clock), region, direction: 'in', outcome, requestId, because, at: scene.at.toISOString(), sentAt: null,
    words: { from: letter.from?.address ?? '', to: scene.app.config.mail?.address ?? '', subject: letter.subject.slice(0, 200), text: letter.text.slice(0, 20_000), messageId: letter.messageId, answers: letter.references[0] ?? null },
  }
  if (!(await insertMail(scene.tx, mail))) return
  await insertAudit(scene.tx, [{ at: mail.at, actorKind: 'system', actorId: 'mails', action: `mails.${outcome}`, subjectType: 'mail', subjectId: mail.id, region, requestId: null, detail: { request: requestId, because } }])
  await reply?.(scene)
}

/** Takes one letter in; the same letter again changes nothing. */
export const takeLetter = async (app: App, letter: Letter): Promise<void> => {
  if (await hasMail(app.db.read, letter.messageId)) return
  const isPersons = automaticBecause(letter, app.config.mail?.address ?? '') === undefined
  const files = isPersons && letter.size <= largestLetter ? await storeFiles(app, letter) : { stored: [], left: [] }
  const within = (work: (scene: Scene) => Promise<void>): Promise<void> =>
    app.db.transaction((tx) => work({ app, tx, principal: { kind: 'system', name: letter.from?.name || letter.from?.address || 'mail' }, requestId: null, at: app.clock.now() }))
  try {
    await within(async (scene) => keep(scene, letter, await take(scene, letter, files)))
  } catch (error) {
    // Whatever the letter would have changed is undone; that it came, and why it was not taken, is kept.
    const because = toldRefusal(error)
    await within((scene) => keep(scene, letter, refusedLetter(app, letter, letter.from?.address ?? '', because)))
  }
}
