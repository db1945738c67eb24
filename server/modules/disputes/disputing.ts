// The resident's side: what may be disputed, asking for a correction, attaching proof, objecting once, taking it back.
// Only what the resident was told, or what was read about them, can be disputed: nobody learns of a record by disputing it.
import type { MultipartFile } from '@fastify/multipart'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import type { App } from '../../module.ts'
import { findRegistryFact } from '../applications/index.ts'
import { authorityOf } from '../catalogue/index.ts'
import type { Scene } from '../cases/index.ts'
import { findCallAbout } from '../exchange/index.ts'
import { getPerson } from '../people/index.ts'
import { checkAnswer, tidyAnswer, type Answer } from '../planning/index.ts'
import { canDispute, type Dispute, type DisputeFile } from './dispute.ts'
import { findOpenDispute, getDisputeForUpdate, insertDispute, insertDisputeFile, listDisputeFiles, lockDisputesOf } from './disputes-store.ts'
import { awaitDue, dueFromNow, moveDispute, record, tell, tellStaff } from './recording.ts'

type Person = Extract<Principal, { kind: 'person' }>

/** Where the resident saw it: in an application, or in the list of who read their data. */
export type Sighting = { application?: string; call?: string; concept: string }

/** A value that may be disputed, and who answers for it. */
export type Disputable = Pick<Dispute, 'applicationId' | 'registry' | 'concept' | 'keyConcept' | 'line' | 'region'> & { recorded?: Answer; asOf?: string }

type Seen = Pick<Disputable, 'applicationId' | 'registry' | 'keyConcept' | 'region' | 'recorded' | 'asOf'>

const seenInApplication = async (app: App, read: Read, person: Person, application: string, concept: string): Promise<Seen | undefined> => {
  const fact = await findRegistryFact(app, read, person, application, concept)
  return fact && { applicationId: application, registry: fact.registry, keyConcept: fact.keyConcept, region: fact.region, recorded: fact.value, asOf: fact.asOf }
}

/** A call by somebody else, or of an application that has gone: that it was read is known, not what it said. */
const seenInCall = async (app: App, read: Read, person: Person, id: string, concept: string): Promise<Seen | undefined> => {
  const profile = await getPerson(read, person.id)
  const call = await findCallAbout(read, id, person.id, personDigest(profile.idNumber))
  if (!call?.concepts.includes(concept) || call.outcome === 'withheld') return undefined
  const known = call.own && call.applicationId !== null ? await seenInApplication(app, read, person, call.applicationId, concept).catch(() => undefined) : undefined
  return known ?? { applicationId: null, registry: call.registry, keyConcept: null, region: profile.region }
}

/** @throws Refusal not_found when it is not theirs to dispute */
export const findDisputable = async (app: App, read: Read, person: Person, { application, call, concept }: Sighting): Promise<Disputable> => {
  const seen = application !== undefined ? await seenInApplication(app, read, person, application, concept) : call !== undefined ? await seenInCall(app, read, person, call, concept) : undefined
  if (!seen) throw new Refusal('not_found')
  // Whoever lives outside the region served turns to its authorities all the same: they keep what is asked here.
  const regions = [seen.region, app.config.region]
  const registry = regions.map((region) => app.packs.catalogueFor(region).registries[seen.registry]).find((each) => each !== undefined)
  const authority = regions.map((region) => authorityOf(app.packs.catalogueFor(region), registry?.line ?? '', region)).find((each) => each !== undefined)
  if (!registry || !authority) throw new Refusal('not_found')
  return { ...seen, concept, line: authority.line, region: authority.region }
}

export type Claim = { claimed: Answer; explanation: string }

/** @throws Refusal invalid when the value cannot be right for its concept, conflict when it is being disputed already */
export const requestCorrection = async (scene: Scene, person: Person, sighting: Sighting, { claimed, explanation }: Claim): Promise<Dispute> => {
  const { app, tx } = scene
  const { recorded, asOf, ...about } = await findDisputable(app, tx, person, sighting)
  const concept = app.packs.catalogueFor(about.region).concepts[about.concept]
  const code = concept && checkAnswer(concept, concept.constraint, claimed, plainDate(scene.at))
  if (!concept || code) throw new Refusal('invalid', { concept: about.concept, code: code ?? 'unknown' })
  await lockDisputesOf(tx, person.id)
  const open = await findOpenDispute(tx, person.id, about.registry, about.concept)
  if (open) throw new Refusal('conflict', { dispute: open.id })
  const at = scene.at.toISOString()
  const one: Dispute = {
    id: uuidv7(app.clock), personId: person.id, ...about, state: 'open', revision: 1, content: { ...(recorded === undefined ? {} : { recorded }), ...(asOf === undefined ? {} : { asOf }), claimed: tidyAnswer(concept, claimed), explanation },
    dueOn: dueFromNow(scene, about.region), passed: false, heard: false, lateTold: false, entry: null, shownAt: null, createdAt: at, updatedAt: at, endedAt: null,
  }
  await insertDispute(tx, one)
  await awaitDue(scene, one)
  await record(scene, one, 'request', { registry: one.registry, concept: one.concept })
  await tell(scene, one, 'disputeReceived')
  await tellStaff(scene, one, ['clerk', 'approver', 'head'], 'disputeAsked')
  return one
}

const getOwnForUpdate = async (scene: Scene, person: Person, id: string): Promise<Dispute> => {
  const one = await getDisputeForUpdate(scene.tx, id)
  if (one.personId !== person.id) throw new Refusal('not_found')
  return one
}

export const object = async (scene: Scene, person: Person, id: string, reasons: string): Promise<Dispute> => {
  const one = await getOwnForUpdate(scene, person, id)
  const next = await moveDispute(scene, one, 'object', { reasons }, (moved) => ({ ...moved, heard: true, lateTold: false, dueOn: dueFromNow(scene, moved.region) }))
  await awaitDue(scene, next)
  await tellStaff(scene, next, ['supervisor'], 'disputeObjected')
  return next
}

export const withdraw = async (scene: Scene, person: Person, id: string): Promise<Dispute> => moveDispute(scene, await getOwnForUpdate(scene, person, id), 'withdraw')

const mostFiles = 8

/** @throws Refusal file_empty, file_type, too_large, too_many_files, not_allowed_now */
export const attach = async (app: App, person: Person, id: string, part: MultipartFile | undefined, requestId: string): Promise<DisputeFile> => {
  if (!part) throw new Refusal('invalid', { file: 'missing' })
  const stored = await app.files.put(part.file, { maxBytes: app.config.maxUploadBytes, accept: ['application/pdf', 'image/jpeg', 'image/png'] })
  return app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: person, requestId, at: app.clock.now() }
    const one = await getOwnForUpdate(scene, person, id)
    if (!canDispute(one, 'attach')) throw new Refusal('not_allowed_now', { state: one.state, action: 'attach' })
    const present = await listDisputeFiles(tx, id)
    // Sent again after the line broke: the same document.
    const same = present.find(({ digest }) => digest === stored.digest)
    if (same) return same
    if (present.length >= mostFiles) throw new Refusal('too_many_files', { maxFiles: mostFiles })
    const file: DisputeFile = { id: uuidv7(app.clock), disputeId: id, personId: person.id, ...stored, name: fileNameOf(part.filename, '附件'), addedAt: scene.at.toISOString() }
    await insertFile(tx, stored, scene.at)
    await insertDisputeFile(tx, file)
    await moveDispute(scene, one, 'attach', { file: file.id, digest: file.digest })
    return file
  })
}
