// After an authority has answered "corrected": the value is handed to the registry, where it takes corrections, and the registry is asked
// again. The resident is told when the record really shows it; a draft that waits for it asks again. Safe to repeat.
import { isDeepStrictEqual } from 'node:util'
import type { Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { askAgainAfterCorrection, findNumberIn } from '../applications/index.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import type { Scene } from '../cases/index.ts'
import { lookUpRegistries, referenceTo, subjectKeyOf, type Found } from '../exchange/index.ts'
import { getPerson } from '../people/index.ts'
import { sendCorrection } from './correction-client.ts'
import { disputeAfter, type Dispute } from './dispute.ts'
import { findDispute, getDisputeForUpdate } from './disputes-store.ts'
import { moveDispute, tell } from './recording.ts'

const keeper: Principal = { kind: 'system', name: 'disputes' }

const legalBasis = '《中华人民共和国个人信息保护法》第四十六条'

type Place = { catalogue: Catalogue; registry: Registry; keyConcept: string; key: string }

/** By which number the record is found: as it was in the application, else the resident's own. */
const placeOf = async (app: App, read: Read, one: Dispute): Promise<Place | undefined> => {
  const catalogue = app.packs.catalogueFor(one.region)
  const registry = catalogue.registries[one.registry]
  const keyConcept = one.keyConcept ?? registry?.keys[catalogue.concepts[one.concept]?.subject ?? '']
  if (!registry || keyConcept === undefined) return undefined
  const key = one.applicationId !== null ? await findNumberIn(app, read, one.applicationId, keyConcept) : catalogue.concepts[keyConcept]?.type === 'idNumber' ? (await getPerson(read, one.personId)).idNumber : undefined
  return key === undefined ? undefined : { catalogue, registry, keyConcept, key }
}

/** A field of its own in a record that one key finds; parts of lists and licences are entered by hand. */
const enter = async (app: App, one: Dispute, { catalogue, registry, keyConcept, key }: Place): Promise<'entered' | 'byHand'> => {
  const endpoint = app.config.registries[registry.id]
  const field = registry.answers[one.concept]
  const value = one.content.corrected
  if (!endpoint || field === undefined || field.includes('.') || registry.several || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return 'byHand'
  return sendCorrection(endpoint, `dispute-${one.id}-${one.revision}`, { subject: { [subjectKeyOf(catalogue, keyConcept)]: key }, field, value, legalBasis, caseNumber: referenceTo('dispute', one.id) })
}

/** Asks the registry as any look-up does, so that this, too, stands among who read the data. */
const lookAgain = async (app: App, one: Dispute, { catalogue, registry, keyConcept, key }: Place): Promise<Found> => {
  const at = app.clock.now().toISOString()
  return lookUpRegistries(app, {
    catalogue, wanted: { [registry.id]: [one.concept] }, undecided: [], answers: {}, made: [], personId: one.personId, applicationId: one.applicationId,
    known: [{ concept: keyConcept, value: key, source: { kind: 'profile' }, asOf: at }], purpose: '核对更正后的登记', reference: referenceTo('dispute', one.id), consents: { [registry.id]: one.createdAt }, mayTry: async () => ({ may: false, isNew: false }),
  })
}

const showsIn = ({ answers }: Found, one: Dispute): boolean =>
  answers.some(({ facts, records }) => [...facts, ...(records ?? []).flatMap((each) => each.facts)].some(({ concept, value }) => concept === one.concept && isDeepStrictEqual(value, one.content.corrected)))

/** The first half: hand it over. What cannot be handed over is said, and looked at all the same. */
const handOver = async (app: App, one: Dispute, place: Place | undefined): Promise<void> => {
  const entry = place ? await enter(app, one, place) : 'byHand'
  await app.db.transaction(async (tx) => {
    const current = await getDisputeForUpdate(tx, one.id)
    if (current.entry !== 'waiting' || disputeAfter(current.state, 'enter') === undefined) return
    await moveDispute({ app, tx, principal: keeper, requestId: null, at: app.clock.now() }, current, 'enter', { entry }, (next) => ({ ...next, entry }))
  })
}

/** The job. @throws Error while the record does not show the correction yet: it is looked at again later */
export const enterCorrection = async (app: App, id: string): Promise<void> => {
  const one = await findDispute(app.db.read, id)
  if (!one || disputeAfter(one.state, 'show') === undefined || one.shownAt !== null) return
  const place = await placeOf(app, app.db.read, one)
  if (one.entry === 'waiting') await handOver(app, one, place)
  if (!place) return
  if (!showsIn(await lookAgain(app, one, place), one)) throw new Error(`the registry does not show the correction of ${id} yet; it is asked again`)
  await app.db.transaction(async (tx) => {
    const current = await getDisputeForUpdate(tx, id)
    if (current.shownAt !== null || disputeAfter(current.state, 'show') === undefined) return
    const scene: Scene = { app, tx, principal: keeper, requestId: null, at: app.clock.now() }
    const next = await moveDispute(scene, current, 'show', {}, (moved) => ({ ...moved, shownAt: scene.at.toISOString() }))
    if (one.applicationId !== null) await askAgainAfterCorrection(app, tx, keeper, { applicationId: one.applicationId, registry: one.registry, keyConcept: place.keyConcept, concept: one.concept })
    await tell(scene, next, 'disputeShown')
  })
}
