// Gathers what registries know for one application: round after round, because one registry's answer may be another's key.
// Calls of a round run in parallel; a registry that fails leaves its state, and the plan asks the person instead.
// A record is told to the applicant only when the key to it is proven to be theirs or a relative's (`isProven`).
import { plainDate } from '../../kernel/clock.ts'
import { citationOf } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { knownValues, type Answers, type KnownFact } from '../planning/index.ts'
import type { CallOutcome } from './call.ts'
import { readSubjects } from './read-subjects.ts'
import { fieldsFor, isOwnKey, isProven, madeKey, possibleLookUps, subjectKeyOf, tellingConcepts, vouchingConcepts, type LookUp, type RegistryAnswer, type RegistryReply } from './registry.ts'
import { readReplied, type Replied } from './registry-reading.ts'

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
  applicationId: string | null
  purpose: string
  /** number of the case or application it is for, else as `referenceTo` says */
  reference: string
  /** when the applicant agreed, by registry */
  consents: Readonly<Record<string, string>>
  /** asked before each look-up by a number that was only typed: whether the person may try it now; `isNew`: it was not tried before */
  mayTry: (number: string) => Promise<{ may: boolean; isNew: boolean }>
  /** told after such a look-up that was not answered, of a number not tried before: it counts as not tried */
  giveBack?: (number: string) => Promise<void>
  /** the person asks for it: a registry that keeps failing is tried once more */
  probe?: boolean
}

type Asking = Pick<App, 'exchange' | 'clock' | 'log'>

/** `asked`: how many look-ups were made; each is in the log already. */
export type Found = { answers: RegistryAnswer[]; asked: number }

const rounds = 5

/** `vouching`: concepts that say whom a record names; none needed when the key is the applicant's own. */
type Planned = { registry: Registry; lookUp: LookUp; proven: boolean; vouching: readonly string[] }

const attempt = async (input: LookingUp, { proven, lookUp }: Planned): Promise<{ may: boolean; isNew: boolean }> => (proven ? { may: true, isNew: false } : input.mayTry(lookUp.key))

const askRegistry = async (app: Asking, input: LookingUp, planned: Planned): Promise<{ answer: RegistryAnswer; outcome?: CallOutcome }> => {
  const { registry, lookUp, vouching } = planned
  const at = app.clock.now()
  const told = { registry: registry.id, keyConcept: lookUp.keyConcept, key: lookUp.key, concepts: lookUp.concepts, at: at.toISOString() }
  const tried = await attempt(input, planned)
  if (!tried.may) return { answer: { ...told, state: 'unavailable', facts: [], final: false } }
  const telling = tellingConcepts(registry, input.catalogue, lookUp.keyConcept)
  const asked = { ...lookUp, concepts: [...new Set([...lookUp.concepts, ...telling, ...vouching])] }
  const fields = new Set([...fieldsFor(registry, asked.concepts), ...(registry.several && telling.length > 0 ? [registry.several.field] : [])])
  const readingOf = (reply: RegistryReply): Replied => readReplied(reply, { ...planned, asked, catalogue: input.catalogue, known: input.known, on: plainDate(at) })
  const reply = await app.exchange.ask(registry.id, {
    subject: { [subjectKeyOf(input.catalogue, lookUp.keyConcept)]: lookUp.key }, fields: [...fields], purpose: input.purpose, legalBasis: citationOf(registry.legalBasis), caseNumber: input.reference,
    consent: registry.consent ? (input.consents[registry.id] ?? null) : null,
  }, {
    personId: input.personId, applicationId: input.applicationId, subject: lookUp.subjects.join(' '), concepts: asked.concepts, probe: input.probe ?? false,
    read: (replied) => {
      const { outcome, facts } = readingOf(replied)
      return { outcome, about: replied.kind === 'found' ? readSubjects(asked, input.catalogue, facts) : [] }
    },
  })
  if (reply.kind === 'unavailable' && tried.isNew) await input.giveBack?.(lookUp.key)
  const read = readingOf(reply)
  if (read.unfit.length > 0) app.log.warn({ registry: registry.id, unfit: read.unfit }, 'registry gave values that cannot be right')
  if (read.alike !== undefined) app.log.warn({ registry: registry.id, records: read.alike }, 'registry listed records that cannot be told apart')
  if (read.outcome === 'withheld') app.log.warn({ registry: registry.id, applicationId: input.applicationId, keyConcept: lookUp.keyConcept }, 'record does not name the applicant and was not told')
  const state = read.outcome === 'answers' || read.outcome === 'unavailable' ? read.outcome : 'noRecord'
  // an outage may pass: only look-ups that were answered are not made again
  const final = reply.kind !== 'unavailable'
  return { answer: { ...told, state, final, ...(read.unfit.length > 0 ? { unfit: read.unfit } : {}), ...(read.records ? { facts: [], records: read.records } : { facts: read.outcome === 'answers' ? read.facts : [] }) }, outcome: read.outcome }
}

export const lookUpRegistries = async (app: Asking, input: LookingUp): Promise<Found> => {
  const { catalogue } = input
  const found: Found = { answers: [], asked: 0 }
  const tried = new Set(input.made)
  /** withheld although found; told after all when another record proves the key */
  const withheld = new Set<string>()
  const vouchersOf = (keyConcept: string, ids: readonly string[]) => ids.flatMap((id) => catalogue.registries[id] ?? []).filter((registry) => vouchingConcepts(registry, catalogue, keyConcept).length > 0)

  /** What can be asked now, and what cannot because nothing proves its key. */
  const plan = (): { ready: Planned[]; unproven: Planned[] } => {
    const known = [...input.known, ...found.answers.flatMap(({ facts }) => facts)]
    const values = knownValues(input.answers, known)
    const possible = Object.entries(input.wanted).flatMap(([id, concepts]) => {
      const registry = catalogue.registries[id]
      if (!registry) return []
      return possibleLookUps(registry, catalogue, concepts, values, tried).map((lookUp): Planned => {
        const proven = registry.public === true || isProven(catalogue, known, lookUp.keyConcept)
        // Where several records may be found, a proven key still opens only those that name nobody else, unless it is one's own.
        const naming = !proven || (registry.several !== undefined && !isOwnKey(known, lookUp.keyConcept))
        return { registry, lookUp, proven, vouching: naming ? vouchingConcepts(registry, catalogue, lookUp.keyConcept) : [] }
      })
    })
    const mayAsk = ({ proven, vouching, lookUp }: Planned) => proven || (vouching.length > 0 && !withheld.has(madeKey(lookUp)))
    return { ready: possible.filter(mayAsk), unproven: possible.filter((each) => !mayAsk(each) && !withheld.has(madeKey(each.lookUp))) }
  }

  for (let round = 0; round < rounds; round += 1) {
    const { ready } = plan()
    if (ready.length === 0) break
    for (const { lookUp } of ready) tried.add(madeKey(lookUp))
    const replies = await Promise.all(ready.map((each) => askRegistry(app, input, each)))
    for (const { answer, outcome } of replies) {
      if (outcome) found.asked += 1
      found.answers.push(answer)
      if (outcome !== 'withheld') continue
      withheld.add(madeKey(answer))
      tried.delete(madeKey(answer))
    }
  }
  for (const { registry, lookUp: { keyConcept, key, concepts } } of plan().unproven) {
    // Another registry may still vouch for the key once its consent is decided; otherwise the person is asked.
    if (vouchersOf(keyConcept, input.undecided).length === 0) found.answers.push({ registry: registry.id, keyConcept, key, concepts, state: 'noRecord', facts: [], final: false, at: app.clock.now().toISOString() })
  }
  return found
}
