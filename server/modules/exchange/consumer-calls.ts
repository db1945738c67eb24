// A call of a department's system: asked through the gateway under the grant of its authority, answered by a message that we sign and that
// names the hash of the request, so that request and answer prove one another (as X-Road binds them).
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Signer } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { granteeOf, type Consumer, type Seen } from './consumer.ts'
import { refusedFor, type Reading } from './gateway.ts'
import { hashOf, signMessage } from './jws.ts'
import { readSubjects } from './read-subjects.ts'
import { factsOf, subjectKeyOf, type RegistryReply } from './registry.ts'
import type { SignedQuestion } from './signed-request.ts'

/** What the fields are about in the words of the catalogue, so that a person reads the same as of any other call. */
const readConcepts = (registry: Registry, catalogue: Catalogue, subjectKey: string, fields: readonly string[]): { keyConcept: string; concepts: string[] } => {
  const [subject, keyConcept = ''] = Object.entries(registry.keys).find(([, concept]) => subjectKeyOf(catalogue, concept) === subjectKey) ?? []
  const concepts = Object.entries(registry.answers).filter(([concept, path]) => fields.includes(path.split('.')[0] ?? path) && catalogue.concepts[concept]?.subject === subject)
  return { keyConcept, concepts: concepts.map(([concept]) => concept) }
}

type Words = ReturnType<typeof readConcepts>

/** One system asks for the same fields again and again, and a registry changes only with its pack. */
const kept = new WeakMap<Registry, Map<string, Words>>()

const conceptsOf = (registry: Registry, catalogue: Catalogue, subjectKey: string, fields: readonly string[]): Words => {
  const known = kept.get(registry) ?? new Map<string, Words>()
  kept.set(registry, known)
  const place = JSON.stringify([subjectKey, fields])
  const words = known.get(place) ?? readConcepts(registry, catalogue, subjectKey, fields)
  if (known.size < 1000) known.set(place, words)
  return words
}

const outcomes = { found: 'answers', noRecord: 'noRecord', unavailable: 'unavailable' } as const

/** The answer as it is signed. `iat` in seconds since 1970; `jti` is the number of the call in the log. */
const answerOf = (app: App, consumer: Consumer, requestHash: string, id: string, reply: RegistryReply) => ({
  iss: app.config.publicUrl, aud: consumer.id, iat: Math.floor(app.clock.now().getTime() / 1000), jti: id, requestHash,
  ...(reply.kind === 'unavailable' ? { outcome: reply.kind, reason: reply.why } : reply.kind === 'found' ? { outcome: reply.kind, record: reply.record, asOf: reply.asOf } : { outcome: reply.kind }),
})

/** `seen`: of a request that is noted together with its call. @throws Refusal not_granted, not_consented, quota_used_up, replayed, unavailable (it could not be logged) */
export const callFor = async (app: App, consumer: Consumer, request: string, question: SignedQuestion, { id = uuidv7(app.clock), seen }: { id?: string; seen?: Seen } = {}): Promise<{ response: string }> => {
  const { resource, subject, fields, purpose, legalBasis, caseNumber, consent = null } = question
  const catalogue = app.packs.catalogueFor(app.config.region)
  const registry = catalogue.registries[resource]
  const [[subjectKey = '', key = ''] = []] = Object.entries(subject)
  const { keyConcept, concepts } = registry ? conceptsOf(registry, catalogue, subjectKey, fields) : { keyConcept: '', concepts: [] }
  const requestHash = hashOf(request)
  const signer: Signer = await app.keys.signer('exchange')
  let response = ''
  const read = (reply: RegistryReply): Reading => {
    response = signMessage(signer, 'exchange-response+jwt', answerOf(app, consumer, requestHash, id, reply))
    const facts = registry && reply.kind === 'found' ? factsOf(registry, catalogue, { concepts }, reply, plainDate(app.clock.now())).facts : []
    const about = reply.kind === 'found' ? readSubjects({ registry: resource, keyConcept, key, subjects: [], concepts }, catalogue, facts) : []
    return { outcome: outcomes[reply.kind], about, responseHash: hashOf(response) }
  }
  const reply = await app.exchange.ask(resource, { subject, fields, purpose, legalBasis, caseNumber, consent }, { id, consumer: consumer.id, grantee: granteeOf(consumer), concepts, requestHash, read, ...(seen ? { seen } : {}) })
  if (reply.kind === 'unavailable') {
    if (reply.why === refusedFor.grant || reply.why === refusedFor.purpose) throw new Refusal('not_granted', { reason: reply.why })
    if (reply.why === refusedFor.consent || reply.why === refusedFor.consentFits) throw new Refusal('not_consented', { reason: reply.why })
    if (reply.why === refusedFor.replay) throw new Refusal('replayed')
    if (reply.why === refusedFor.quota) throw new Refusal('quota_used_up')
    if (reply.why === 'not logged') throw new Refusal('unavailable')
    // a record of somebody else is no answer, and is signed as none
    if (reply.why === refusedFor.person) response = signMessage(signer, 'exchange-response+jwt', answerOf(app, consumer, requestHash, id, reply))
  }
  return { response }
}
