// Gathers what registries know for one application: round after round, because one registry's answer may be another's key.
// Calls of a round run in parallel; a registry that fails leaves its state, and the plan asks the person instead.
// A record is told to the applicant only when the key to it is proven to be theirs or a relative's (`isProven`).
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { knownValues, type Answers, type KnownFact } from '../planning/index.ts'
import type { RegistryCall } from './exchange-store.ts'
import { factsOf, isProven, madeKey, namesApplicant, possibleLookUps, vouchingConcepts, type LookUp, type RegistryAnswer } from './registry.ts'

export type LookingUp = {
  catalogue: Catalogue
  /** registries the applicant agreed to, or that need no consent, with the concepts wanted from each */
  wanted: Readonly<Record<string, readonly string[]>>
  /** registries the plan would ask whose consent is still open */
  undecided: readonly string[]
  answers: Answers
  /** facts of the login and of registries */
  known: readonly KnownFact[]
  /** look-ups already made for this application, so none is repeated (`madeKey`) */
  made: readonly string[]
  personId: string
  applicationId: string
  purpose: string
  /** when the applicant agreed, by registry */
  consents: Readonly<Record<string, string>>
}

type Asking = Pick<App, 'exchange' | 'clock' | 'log'>

export type Found = { answers: RegistryAnswer[]; calls: RegistryCall[] }

const rounds = 5

const basisText = ({ legalBasis: { title, article } }: Registry): string => (article ? `《${title}》${article}` : `《${title}》`)

/** `vouching`: concepts that must name the applicant before anything of the record is told, when the key is not proven. */
type Planned = { registry: Registry; lookUp: LookUp; proven: boolean; vouching: readonly string[] }

const askRegistry = async (app: Asking, input: LookingUp, { registry, lookUp, proven, vouching }: Planned): Promise<{ answer: RegistryAnswer; call: RegistryCall }> => {
  const start = performance.now()
  const at = app.clock.now()
  const asked = { ...lookUp, concepts: [...new Set([...lookUp.concepts, ...vouching])] }
  const key = lookUp.keyConcept.split('.').at(-1) ?? 'idNumber'
  const reply = await app.exchange.ask(registry.id, {
    subject: { [key]: lookUp.key }, fields: [...new Set(asked.concepts.map((concept) => registry.answers[concept] ?? ''))],
    purpose: input.purpose, legalBasis: basisText(registry), caseNumber: null, consent: registry.consent ? (input.consents[registry.id] ?? null) : null,
  })
  const call: RegistryCall = {
    id: uuidv7(app.clock), personId: input.personId, applicationId: input.applicationId, registry: registry.id, subject: lookUp.subjects.join(' '),
    concepts: asked.concepts, purpose: input.purpose, legalBasis: basisText(registry), outcome: reply.kind === 'found' ? 'answers' : reply.kind,
    milliseconds: Math.round(performance.now() - start), at: at.toISOString(),
  }
  if (reply.kind === 'unavailable') app.log.warn({ registry: registry.id, why: reply.why }, 'registry did not answer')
  const { facts, unfit } = factsOf(registry, input.catalogue, asked, reply, plainDate(at))
  if (unfit.length > 0) app.log.warn({ registry: registry.id, unfit }, 'registry gave values that cannot be right')
  const told = reply.kind === 'found' && (proven || namesApplicant(facts, vouching, input.known))
  if (reply.kind === 'found' && !told) app.log.warn({ registry: registry.id, applicationId: input.applicationId, keyConcept: lookUp.keyConcept }, 'record does not name the applicant and was not told')
  const state = reply.kind === 'unavailable' ? 'unavailable' : told ? 'answers' : 'noRecord'
  // an outage may pass: only look-ups that were answered are not made again
  return { answer: { registry: registry.id, keyConcept: lookUp.keyConcept, key: lookUp.key, concepts: lookUp.concepts, state, facts: told ? facts : [], final: reply.kind !== 'unavailable' }, call }
}

export const lookUpRegistries = async (app: Asking, input: LookingUp): Promise<Found> => {
  const { catalogue } = input
  const found: Found = { answers: [], calls: [] }
  const tried = new Set(input.made)
  const vouchersOf = (keyConcept: string, ids: readonly string[]) => ids.flatMap((id) => catalogue.registries[id] ?? []).filter((registry) => vouchingConcepts(registry, catalogue, keyConcept).length > 0)

  /** What can be asked now, and what cannot because nothing proves its key. */
  const plan = (): { ready: Planned[]; unproven: Planned[] } => {
    const known = [...input.known, ...found.answers.flatMap(({ facts }) => facts)]
    const values = knownValues(input.answers, known)
    const possible = Object.entries(input.wanted).flatMap(([id, concepts]) => {
      const registry = catalogue.registries[id]
      if (!registry) return []
      return possibleLookUps(registry, catalogue, concepts, values, tried).map((lookUp): Planned => {
        const proven = isProven(catalogue, known, lookUp.keyConcept)
        return { registry, lookUp, proven, vouching: proven ? [] : vouchingConcepts(registry, catalogue, lookUp.keyConcept) }
      })
    })
    const mayAsk = ({ proven, vouching }: Planned) => proven || vouching.length > 0
    return { ready: possible.filter(mayAsk), unproven: possible.filter((each) => !mayAsk(each)) }
  }

  for (let round = 0; round < rounds; round += 1) {
    const { ready } = plan()
    if (ready.length === 0) break
    for (const { lookUp } of ready) tried.add(madeKey(lookUp))
    const replies = await Promise.all(ready.map((each) => askRegistry(app, input, each)))
    for (const { answer, call } of replies) {
      found.calls.push(call)
      found.answers.push(answer)
    }
  }
  for (const { registry, lookUp: { keyConcept, key, concepts } } of plan().unproven) {
    // Another registry may still vouch for the key once its consent is decided; otherwise the person is asked.
    if (vouchersOf(keyConcept, input.undecided).length === 0) found.answers.push({ registry: registry.id, keyConcept, key, concepts, state: 'noRecord', facts: [], final: false })
  }
  return found
}
