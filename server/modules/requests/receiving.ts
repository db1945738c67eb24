// The one entry of every channel: a request is read, located, numbered, and goes to the unit responsible at once or to the request centre,
// in one transaction. Sending the same one twice is one request.
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { together } from '../../kernel/db.ts'
import { insertFile } from '../../kernel/file-store.ts'
import type { StoredFile } from '../../kernel/files.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import { isRegionCode, regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { takeSequence } from '../cases/index.ts'
import { admitSenders, campaignFrom, findCampaign, noteText, plainText, type Sender } from '../safeguards/index.ts'
import { likeShape, noteRequest, shapeNow, type Shape, type Similar } from '../triage/index.ts'
import { phoneDigestOf } from './looking-up.ts'
import { planPhotoLook } from './photos.ts'
import { join } from './joining.ts'
import { calendarOf, eventOf, recordNew, system, termsOf, type Scene } from './recording.ts'
import { isRunning, type RequestChannel, type RequestKind } from './request.ts'
import { requestLimits, titleFrom, type CitizenRequest, type Contact, type Place, type RequestEvent, type Understood, type Unit } from './request-record.ts'
import { insertRequestFile } from './request-files-store.ts'
import { findRequestByKey, getRequestForUpdate, insertRequest } from './requests-store.ts'
import { insertCoUnit } from './co-units-store.ts'
import { newCoUnit, sentAtOnce } from './dispatching.ts'
import { termFor, timed } from './timing.ts'
import { progressToken } from './token.ts'
import { readingOf } from './understanding.ts'

/**
 * What somebody asks or complains of. `key`: chosen by the sender, at most 100 characters, so that sending twice is one request.
 * `region`: GB/T 2260, where it is about; read from address and text when absent. `openName`: the unit may learn who reports.
 * `mayPublish`: everybody may read it, without personal data, once it is solved.
 * `attachments`: bytes already in the file store. `lat`, `lng` WGS 84 degrees. `receivedAt`: when it reached us, if earlier than now.
 */
export type NewRequest = {
  key: string
  kind: RequestKind
  channel: RequestChannel
  title?: string
  text: string
  category?: string
  place?: { address?: string; lat?: number; lng?: number; region?: string; grid?: string }
  personId?: string
  contact?: Contact
  anonymous: boolean
  openName?: boolean
  mayPublish?: boolean
  attachments?: (StoredFile & { name: string })[]
  receivedAt?: Date
  sourceRef?: string
  callId?: string
  /** stays at the centre: whoever takes it in answers it in the same transaction */
  hold?: boolean
  /** by what else the sender is known: a network address, a system with a key */
  senders?: readonly Sender[]
  /** what a channel noticed for the dispatcher, one sentence each */
  notes?: string[]
}

export type Receipt = { id: string; number: string; token: string; state: CitizenRequest['state']; region: string; category: string | null; unit: Unit | null; dueAt: string | null; front: boolean; again: boolean }

export type Call = { principal: Principal; requestId: string | null }

const receiptOf = (one: CitizenRequest, again: boolean): Receipt => ({
  id: one.id, number: one.number, token: progressToken(one.id), state: one.state, region: one.region, category: one.category, unit: one.unit, dueAt: one.dueAt, front: one.front, again,
})

/** @throws Refusal conflict when the key is somebody else's */
const same = (known: CitizenRequest, given: NewRequest): Receipt => {
  if (known.personId !== (given.personId ?? null) || known.text !== given.text) throw new Refusal('conflict')
  return receiptOf(known, true)
}

/** Everything a sender is known by; officials and imports answer for what they send. */
const sendersOf = ({ channel, personId, contact = {}, senders = [] }: NewRequest): Sender[] => {
  if (channel === 'hotline' || channel === 'window' || channel === 'batch') return [...senders]
  const { phone, email } = contact
  const known: Sender[] = personId ? [{ kind: 'person', value: personId }] : [...(phone ? [{ kind: 'phone' as const, value: phone }] : []), ...(email ? [{ kind: 'email' as const, value: email }] : [])]
  return [...known, ...senders]
}

const checked = (app: App, given: NewRequest): NewRequest => {
  const text = plainText(given.text, requestLimits.text + 1)
  const region = given.place?.region
  if (text.length < 2 || text.length > requestLimits.text) throw new Refusal('invalid', { text: text.length })
  if (given.key.length < 8 || given.key.length > 100) throw new Refusal('invalid', { key: 'length' })
  if (region !== undefined && (!isRegionCode(region) || !regionCovers(app.config.region, region))) throw new Refusal('invalid', { region })
  return { ...given, text, ...(given.title ? { title: plainText(given.title, requestLimits.title) } : {}) }
}

/** The request as it stands before anybody has looked at it. */
const newRequest = (scene: Scene, given: NewRequest): Omit<CitizenRequest, 'number'> => {
  const { app } = scene
  const title = given.title ? given.title : titleFrom(given.text)
  const { address, lat, lng, region: chosen } = given.place ?? {}
  const place: Place = { ...(address ? { address } : {}), ...(lat === undefined ? {} : { lat }), ...(lng === undefined ? {} : { lng }) }
  const received = given.receivedAt ?? scene.at
  const reading = readingOf(app, { title, text: given.text, place, at: received, ...(chosen ? { region: chosen } : {}), ...(given.category ? { category: given.category } : {}) })
  const { region } = reading
  const at = received.toISOString()
  const understood: Understood = given.notes?.length ? { ...reading.understood, notes: given.notes } : reading.understood
  return {
    id: uuidv7(app.clock), key: given.key, region, grid: given.place?.grid ?? reading.grid, kind: given.kind, channel: given.channel, category: reading.category, urgency: reading.urgency,
    front: reading.front, personId: given.personId ?? null, phoneDigest: given.contact?.phone ? phoneDigestOf(given.contact.phone) : null, anonymous: given.anonymous, title, text: given.text,
    place, contact: given.contact ?? {},
    understood, state: 'received', revision: 1, steps: 1, round: 1, unit: null, assigneeId: null, assignee: null, parentId: null,
    course: {
      term: termFor(termsOf(app, region), reading.urgency), why: [], ladder: [], returnedBy: [], returnAsked: null, coUnits: 0, timeAsked: null, extendedDays: 0, redos: 0, before: null, answer: null, children: 0, followers: 0, solved: null,
      openName: !given.anonymous && (given.openName ?? false), publish: given.mayPublish ? 'agreed' : 'no', sentAt: null, handedTo: null, tree: null, ...(given.sourceRef ? { sourceRef: given.sourceRef } : {}), ...(given.callId ? { callId: given.callId } : {}),
    },
    clockStartAt: at, dueAt: null, mark: 0, lookAt: null, grade: null, seconds: 0, receivedAt: at, updatedAt: at, answeredAt: null, endedAt: null,
  }
}

const attach = async (scene: Scene, one: CitizenRequest, attachments: NonNullable<NewRequest['attachments']>): Promise<void> => {
  if (attachments.length > requestLimits.files) throw new Refusal('too_many_files', { maxFiles: requestLimits.files })
  for (const { name, ...stored } of attachments) {
    await insertFile(scene.tx, stored, scene.at)
    await insertRequestFile(scene.tx, one, { id: uuidv7(scene.app.clock), answerId: null, ...stored, name, addedBy: one.contact.name ?? '', addedAt: scene.at.toISOString() })
  }
  await planPhotoLook(scene.tx, one, attachments)
}

/** What later ones are compared with. */
const noteWords = async (scene: Scene, one: CitizenRequest, shape: Shape): Promise<void> => {
  const { id: request, region, text } = one
  await together([
    noteRequest(scene.tx, { ...one, at: scene.at, terms: shape }),
    noteText(scene.tx, { request, region, sender: one.personId ?? one.phoneDigest ?? one.contact.email ?? request, text, at: scene.at }),
  ])
}

/** The same text from many people is handled once; each of them is counted and hears the answer. Danger is never put behind others. */
const joinedToCampaign = async (scene: Scene, one: CitizenRequest, similar: readonly Similar[]): Promise<CitizenRequest> => {
  if (one.front || similar.filter(({ score }) => score >= surelySame).length < campaignFrom - 1) return one
  const campaign = await findCampaign(scene.tx, { text: one.text, region: one.region.slice(0, 6), at: scene.at })
  if (!campaign || campaign.first === one.id) return one
  const lead = await getRequestForUpdate(scene.tx, campaign.first)
  return isRunning(lead.state) && lead.course.tree !== 'joined' ? join({ ...scene, principal: system }, one, lead) : one
}

/** Only where as many as make a campaign say it nearly word for word the same, it is looked for. */
const surelySame = 0.8
/** So many of those that are like one are kept with it. */
const mostSimilar = 3

/** As `receiveRequest`, within a transaction of the caller. */
export const receiveWithin = async (scene: Scene, given: NewRequest): Promise<Receipt> => {
  const { app, tx } = scene
  const asked = checked(app, given)
  const read = newRequest(scene, asked)
  const shape = shapeNow(read, read.region)
  const [known, [sequence = 0], similar] = await together([findRequestByKey(tx, asked.key), takeSequence(tx, 1), likeShape(tx, { terms: shape, category: read.category, at: scene.at, limit: campaignFrom })])
  if (known) return same(known, asked)
  const received = { ...read, number: humanNumber(read.region, scene.at, sequence), understood: { ...read.understood, similar: similar.slice(0, mostSimilar).map(({ id, score }) => ({ id, score: Math.round(score * 100) / 100 })) } }
  const events: RequestEvent[] = [eventOf(scene, 1, 'receive', { channel: received.channel, kind: received.kind }, null)]
  const sent = asked.hold ? undefined : sentAtOnce(scene, received)
  const routed: CitizenRequest = sent ? { ...received, ...sent.change, steps: 2, revision: 2 } : received
  if (sent) events.push({ ...eventOf(scene, 2, 'dispatch', sent.detail, null), actorKind: 'system', actorId: 'requests', actorName: '' })
  const one = { ...routed, ...timed(routed, termsOf(app, routed.region), calendarOf(routed.region), scene.at) }
  const [isNew] = await together([insertRequest(tx, one, events), admitSenders(tx, sendersOf(asked), { at: scene.at, urgent: one.front })])
  if (!isNew) {
    const faster = await findRequestByKey(tx, asked.key)
    if (faster) return same(faster, asked)
  }
  await together([recordNew(scene, one, events), noteWords(scene, one, shape)])
  for (const unit of sent?.coUnits ?? []) await insertCoUnit(tx, one, newCoUnit(scene, unit))
  await attach(scene, one, asked.attachments ?? [])
  return receiptOf(asked.hold ? one : await joinedToCampaign(scene, one, similar), false)
}

/**
 * Takes a request in, from any channel.
 * @throws Refusal invalid, too_many (one sender), too_many_files, conflict (key of another request), not_offered (no terms in the packs)
 */
export const receiveRequest = (app: App, given: NewRequest, { principal, requestId }: Call): Promise<Receipt> =>
  app.db.transaction((tx) => receiveWithin({ app, tx, principal, requestId, at: app.clock.now() }, given))

