// Asks the registries what policies need to know about one person or company: only facts some policy reads, each registry once, every call
// logged by the exchange, with the word of the person where a registry wants it. What comes from lists of authorities stays as it was.
import { citationOf } from '../../kernel/texts.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import type { App } from '../../module.ts'
import type { BenefitAudience, Fact, Registry } from '../catalogue/index.ts'
import { referenceTo } from '../exchange/index.ts'

/** `subject`: id of whom it is about, also before they are kept. */
type Gathering = { subject: string; audience: BenefitAudience; number: string; region: string; consent: string | null; personId: string | null; before: Readonly<Record<string, unknown>> }

/** What is asked whatever policies read: who it is, where, and whether they live. */
const basic: Record<BenefitAudience, readonly string[]> = {
  person: ['person.name', 'person.birthDate', 'person.sex', 'person.householdRegion', 'person.deceasedOn'],
  company: ['company.name', 'company.region', 'company.status'],
}

const isAbout = (audience: BenefitAudience, { concept }: Fact): boolean => concept.startsWith('company.') === (audience === 'company')

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A value of a record as a fact: nothing that cannot be right. Who is not on a register of those who have something has none. */
export const factValue = (fact: Fact, value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return fact.choices?.includes('none') ? 'none' : null
  if (fact.choices) return fact.choices.includes(String(value)) ? String(value) : null
  return isPlain(value) ? value : null
}

/** The facts to be asked for: those policies of the region read, and the numbers that lead to others. */
export const factsWanted = (app: Pick<App, 'packs'>, audience: BenefitAudience, region: string): Fact[] => {
  const facts = app.packs.factsFor(region).filter((fact) => isAbout(audience, fact))
  const read = new Set([...basic[audience], ...Object.values(app.packs.benefitsFor(region)).filter((benefit) => benefit.for === audience).flatMap((benefit) => benefit.facts)])
  const leading = facts.flatMap((fact) => (read.has(fact.concept) && fact.of !== undefined ? [fact.of] : []))
  return facts.filter(({ concept }) => read.has(concept) || leading.includes(concept))
}

const askOne = async (app: App, { subject, audience, consent, personId }: Gathering, registry: Registry, number: string, facts: readonly Fact[]): Promise<Record<string, unknown> | undefined> => {
  const reply = await app.exchange.ask(registry.id, {
    subject: { [audience === 'company' ? 'creditCode' : 'idNumber']: number }, fields: [...new Set(facts.map(({ field }) => field))], purpose: '惠民惠企政策找人', legalBasis: citationOf(registry.legalBasis), caseNumber: referenceTo('benefits', subject),
    consent: registry.consent ? consent : null,
  }, {
    personId, subject: audience, concepts: facts.map(({ concept }) => concept),
    read: ({ kind }) => ({ outcome: kind === 'found' ? 'answers' : kind, about: kind === 'found' && audience === 'person' ? [{ subject: personDigest(number), concepts: facts.map(({ concept }) => concept) }] : [] }),
  })
  if (reply.kind === 'unavailable') return undefined
  const record = reply.kind === 'found' ? reply.record : {}
  return Object.fromEntries(facts.map((fact) => [fact.concept, factValue(fact, record[fact.field])]))
}

/**
 * What the registries answer now, and nothing else: of a registry that does not answer nothing is here, so what was known stays.
 * @param gathering `before`: what was known, for the numbers that lead to others. Never throws.
 */
export const gatherFacts = async (app: App, gathering: Gathering): Promise<Record<string, unknown>> => {
  const { registries } = app.packs.catalogueFor(app.config.region)
  const wanted = factsWanted(app, gathering.audience, app.config.region)
  const asked: Record<string, unknown> = { [gathering.audience === 'company' ? 'company.creditCode' : 'person.idNumber']: gathering.number }
  const round = async (facts: readonly Fact[], numberOf: (fact: Fact) => unknown): Promise<void> => {
    const groups = Map.groupBy(facts.filter((fact) => fact.registry !== undefined && typeof numberOf(fact) === 'string'), (fact) => `${fact.registry} ${String(numberOf(fact))}`)
    const answers = await Promise.all([...groups.values()].map((group) => {
      const [first] = group
      const registry = registries[first?.registry ?? '']
      return first && registry && (!registry.consent || gathering.consent !== null) ? askOne(app, gathering, registry, String(numberOf(first)), group) : undefined
    }))
    for (const answer of answers) Object.assign(asked, answer)
  }
  await round(wanted.filter(({ of }) => of === undefined), () => gathering.number)
  await round(wanted.filter(({ of }) => of !== undefined), ({ of }) => ({ ...gathering.before, ...asked })[of ?? ''])
  return asked
}
