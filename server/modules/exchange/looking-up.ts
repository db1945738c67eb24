// Gathers what registries know for one application: round after round, because one registry's answer may be another's key.
// Calls of a round run in parallel; a registry that fails leaves its state, and the plan asks the person instead.
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import type { Answers, KnownFact, RegistryState } from '../planning/index.ts'
import type { RegistryCall } from './exchange-store.ts'
import { factsOf, madeKey, possibleLookUps, stateAfter, type LookUp, type RegistryReply } from './registry.ts'

export type LookingUp = {
  catalogue: Catalogue
  /** registries the applicant agreed to, with the concepts wanted from each */
  wanted: Readonly<Record<string, readonly string[]>>
  answers: Answers
  known: readonly KnownFact[]
  /** look-ups already made for this application, so none is repeated (`madeKey`) */
  made: readonly string[]
  personId: string
  applicationId: string
  purpose: string
  /** when the applicant agreed */
  consent: string
}

/** `states` by registry, and by registry and key concept (`population father.idNumber`). */
export type Found = { facts: KnownFact[]; states: Record<string, RegistryState>; made: string[]; calls: RegistryCall[] }

const rounds = 4

const basisText = ({ legalBasis: { title, article } }: Registry): string => (article ? `《${title}》${article}` : `《${title}》`)

const askRegistry = async (app: App, input: LookingUp, registry: Registry, lookUp: LookUp): Promise<{ reply: RegistryReply; call: RegistryCall }> => {
  const start = performance.now()
  const key = lookUp.keyConcept.split('.').at(-1) ?? 'idNumber'
  const reply = await app.exchange.ask(registry.id, {
    subject: { [key]: lookUp.key }, fields: [...new Set(lookUp.concepts.map((concept) => registry.answers[concept] ?? ''))],
    purpose: input.purpose, legalBasis: basisText(registry), caseNumber: null, consent: registry.consent ? input.consent : null,
  })
  const call: RegistryCall = {
    id: uuidv7(app.clock), personId: input.personId, applicationId: input.applicationId, registry: registry.id, subject: lookUp.subjects.join(' '),
    concepts: lookUp.concepts, purpose: input.purpose, legalBasis: basisText(registry), outcome: reply.kind === 'found' ? 'answers' : reply.kind,
    milliseconds: Math.round(performance.now() - start), at: app.clock.now().toISOString(),
  }
  if (reply.kind === 'unavailable') app.log.warn({ registry: registry.id, why: reply.why }, 'registry did not answer')
  return { reply, call }
}

export const lookUpRegistries = async (app: App, input: LookingUp): Promise<Found> => {
  const { catalogue } = input
  const today = plainDate(app.clock.now())
  const found: Found = { facts: [], states: {}, made: [...input.made], calls: [] }
  const replies = new Map<string, RegistryReply[]>()
  for (let round = 0; round < rounds; round += 1) {
    const values = { ...input.answers, ...Object.fromEntries([...input.known, ...found.facts].map((fact) => [fact.concept, fact.value])) }
    const made = new Set(found.made)
    const lookUps = Object.entries(input.wanted).flatMap(([id, concepts]) => {
      const registry = catalogue.registries[id]
      return registry ? possibleLookUps(registry, catalogue, concepts, values, made).map((lookUp) => ({ registry, lookUp })) : []
    })
    if (lookUps.length === 0) break
    const answers = await Promise.all(lookUps.map(async ({ registry, lookUp }) => ({ registry, lookUp, ...(await askRegistry(app, input, registry, lookUp)) })))
    for (const { registry, lookUp, reply, call } of answers) {
      found.calls.push(call)
      // an outage may pass: only look-ups that were answered are not made again
      if (reply.kind !== 'unavailable') found.made.push(madeKey(registry.id, lookUp.keyConcept, lookUp.key))
      for (const place of [registry.id, `${registry.id} ${lookUp.keyConcept}`]) replies.set(place, [...(replies.get(place) ?? []), reply])
      const { facts, unfit } = factsOf(registry, catalogue, lookUp, reply, today)
      found.facts.push(...facts)
      if (unfit.length > 0) app.log.warn({ registry: registry.id, unfit }, 'registry gave values that cannot be right')
    }
    if (answers.some(({ reply }) => reply.kind === 'unavailable') && !answers.some(({ reply }) => reply.kind === 'found')) break
  }
  for (const [id, list] of replies) found.states[id] = stateAfter(list)
  return found
}
