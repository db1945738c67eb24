// Loads the packs: read, chained, reduced to a day, compiled and checked. Refuses with every error, never only the first.
// Each pack is checked on the day asked for and on every later day on which its content changes.
import { createHash } from 'node:crypto'
import type { Texts } from '../../kernel/texts.ts'
import { asTexts } from '../../kernel/texts.ts'
import { Refusal } from '../../kernel/errors.ts'
import { countConcept, feelTypeOf, withInstances } from '../planning/index.ts'
import { checkDecisions } from './decision-checks.ts'
import { checkDuties } from './duty-checks.ts'
import { dutyListOf, noDuties, type DutyList } from './duty-list.ts'
import { checkFees } from './fee-checks.ts'
import type { Benefit, Fact } from './benefit.ts'
import { checkBenefits } from './benefit-checks.ts'
import { benefitsOf, factsOf } from './benefit-compiler.ts'
import { listBenefitTests, type BenefitTest } from './benefit-tests.ts'
import { checkCredentialTypes, credentialTypesOf, type CredentialType } from './credential-type.ts'
import { decisionTableOf } from './decision-compiler.ts'
import { authorityIn, conceptOf, evidenceOf, matterOf, regionOf, registryOf, serviceOf } from './definition-compiler.ts'
import type { Catalogue, Concept, EvidenceType, Matter, Service } from './definitions.ts'
import { turningDays } from './in-force.ts'
import { checkMatters, exampleValue } from './matter-checks.ts'
import { chainOf, checkChains, packFinder } from './pack-chain.ts'
import { checkContent } from './pack-checks.ts'
import { checkReach } from './reach-check.ts'
import { packContent, type PackContent } from './pack-content.ts'
import type { PackKind } from './pack-kinds.ts'
import { collectErrors, inReadingOrder, PacksRefused, type PackError, type Report } from './pack-error.ts'
import { readPacks, type PackSource, type ReadPack } from './pack-reader.ts'
import type { OutletFields, PhraseFields } from './pack-files.ts'
import type { HardCaseWindowFields } from './pack-hard-cases.ts'
import { helpTopicOf, type HelpTopic } from './pack-help.ts'
import { thesaurusWords, type ThesaurusWord } from './pack-thesaurus.ts'
import type { Sayings } from './pack-sayings.ts'
import { checkSayings } from './sayings-checks.ts'
import { checkThesaurus } from './thesaurus-checks.ts'
import { noProceedings, proceedingsOf, type Proceedings } from './proceedings.ts'
import type { ExampleFields, PackTestFields } from './pack-test-files.ts'
import { ruleReader } from './rule-reader.ts'
import { withValidity } from './validity.ts'

export type Stage = { id: string; audience: 'person' | 'organisation'; name: Texts; order: number; themes: string[] }
export type Phrase = PhraseFields
/** The window for hard cases: who coordinates, days of each step, categories, earlier conclusions. */
export type HardCaseWindow = HardCaseWindowFields
/** A hall with its windows (办事大厅); `region` is the one whose authorities it serves. */
export type Outlet = Omit<OutletFields, 'name' | 'address' | 'hours' | 'windows'> & { name: Texts; address?: Texts; hours?: Texts; windows: { number: string; name: Texts }[] }
export type PackSummary = { id: string; name: Texts; region: string; extends?: string }
export type PackTest = PackTestFields & { pack: string; file: string; line: number }
export type PackExample = ExampleFields & { pack: string }

export type LoadedPacks = {
  /** the day the packs were loaded for, YYYY-MM-DD */
  on: string
  packs: PackSummary[]
  /** Stages as the pack of a region (GB/T 2260) and those it extends have them, in order; none where no pack covers the region. */
  stagesFor: (region: string) => Stage[]
  /** What officials of a region (GB/T 2260) and line are offered to write with; none where no pack covers the region. */
  phrasesFor: (region: string, line: string) => Phrase[]
  /** Where somebody of a region (GB/T 2260) turns with what fits no service; undefined where nobody takes it in. */
  hardCaseWindowFor: (region: string) => HardCaseWindow | undefined
  /** How the authorities of a region (GB/T 2260) proceed: words of documents, days, what happens to late cases. The same object every time. */
  proceedingsFor: (region: string) => Proceedings
  /** Types of e-licence in the pack of a region (GB/T 2260) and those it extends, by id; none where no pack covers the region. The same object every time. */
  credentialTypesFor: (region: string) => Readonly<Record<string, CredentialType>>
  /** Halls of the pack of a region (GB/T 2260) and those it extends, as written; none where no pack covers the region. */
  outletsFor: (region: string) => Outlet[]
  /** Help texts of the pack of a region (GB/T 2260) and those it extends, in the order they are written; none where no pack covers the region. */
  helpFor: (region: string) => HelpTopic[]
  /** What people say and what it means officially, in the pack of a region (GB/T 2260) and those it extends; none where no pack covers the region. The same list every time. */
  thesaurusFor: (region: string) => readonly ThesaurusWord[]
  /** How people put matters and answers in their own words, in the pack of a region (GB/T 2260) and those it extends; none where no pack covers the region. The same list every time. */
  sayingsFor: (region: string) => readonly Sayings[]
  /** Policies in force for a region (GB/T 2260) on a day (YYYY-MM-DD), by id; the same object for the same pack and day. None where no pack covers the region. */
  benefitsFor: (region: string, on?: string) => Readonly<Record<string, Benefit>>
  /** What policies of a region may read, and where it comes from; none where no pack covers the region. The same list every time. */
  factsFor: (region: string) => readonly Fact[]
  benefitTests: BenefitTest[]
  /** Who answers for what people report, in the pack of a region (GB/T 2260) and those it extends, on a day; empty where no pack covers the region. The same object for the same pack and day. */
  dutyListFor: (region: string, on?: string) => DutyList
  /** with days relative to today resolved */
  examples: PackExample[]
  tests: PackTest[]
  /**
   * All definitions in force for a region (GB/T 2260) on a day; the same object for the same region and day.
   * @throws Refusal not_found when no pack covers the region
   */
  catalogueFor: (region: string, on?: string) => Catalogue
}

const noWords: readonly ThesaurusWord[] = []
const noFacts: readonly Fact[] = []
const noSayings: readonly Sayings[] = []

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** Looked up by ids that come from outside: has no `constructor` and nothing else that is not in a pack. */
const empty = <To>(): Record<string, To> => Object.create(null)

const mapped = <From, To>(entries: ReadonlyMap<string, From>, make: (entry: From) => To): Record<string, To> =>
  Object.assign(empty<To>(), Object.fromEntries([...entries].map(([id, entry]) => [id, make(entry)])))

/** A server runs for years: catalogues of so many days are kept, those looked at last. */
const daysKept = 4

const pick = <Value>(from: Record<string, Value>, ids: readonly string[]): Value[] => [...new Set(ids)].sort().flatMap((id) => from[id] ?? [])

/** The version changes whenever anything a service says changes, also the concepts and evidence it refers to. */
const versionOf = (service: Omit<Service, 'version'>, concepts: Record<string, Concept>, evidence: Record<string, EvidenceType>, digest: typeof hash): string =>
  digest([
    service,
    pick(concepts, [...service.concepts.map(({ concept }) => concept), ...service.result.concepts]),
    pick(evidence, service.evidence.flatMap(({ anyOf }) => anyOf)),
  ])

/** A group as a whole (`heir`), or how many there are (`heir.count`). */
const isOfGroup = (content: PackContent, id: string): boolean =>
  [...content.matters.values()].some(({ fields }) => fields.subjects.some((subject) => subject.many && (id === subject.id || id === countConcept(subject.id))))

/** Makes the definitions of checked content. @param digest makes versions; checking needs none */
export const compileCatalogue = (content: PackContent, region: string, on: string, report: Report, digest = hash): Catalogue => {
  const choicesOf = (concept: string) => content.concepts.get(concept)?.fields.constraint?.choices?.map(({ value }) => value)
  const concepts = empty<Concept>()
  const typeOf = (concept: string) => { const type = content.concepts.get(concept)?.fields.type; return type && feelTypeOf(type) }
  const known = { named: (id: string) => content.named('concepts', id) || isOfGroup(content, id), choicesOf, typeOf }
  const [rule, cell] = [ruleReader(known, report), ruleReader(known, report, 'cell')]
  for (const [id, entry] of content.concepts) concepts[id] = conceptOf(entry, rule)
  const regions = mapped(content.regions, ({ fields }) => regionOf(fields))
  const evidence = mapped(content.evidence, evidenceOf)
  const services = mapped(content.services, (entry): Service => {
    const decided = content.decisions.get(entry.fields.id)
    const service = { ...serviceOf(entry, rule), ...(decided ? { table: decisionTableOf(decided, { rule, cell }, digest) } : {}) }
    return { ...service, version: versionOf(service, concepts, evidence, digest) }
  })
  const matters = mapped(content.matters, (entry): Matter => {
    const matter = matterOf(entry, rule)
    const versions = matter.services.map(({ service }) => services[service]?.version)
    const asked = [...matter.scenario.map(({ concept }) => concept), ...matter.topics.flatMap((topic) => topic.concepts)]
    return { ...matter, version: digest([matter, versions, pick(concepts, asked)]) }
  })
  const authorities = [...content.authorities.values()].flatMap(({ fields }) =>
    fields.regions.flatMap((code) => (regions[code] ? [authorityIn(fields, regions[code])] : [])),
  )
  return withInstances({ region, on, regions, authorities, concepts, registries: mapped(content.registries, registryOf), evidence, services, matters })
}

const unversioned = (): string => ''

/** Whether these kinds say what they said on an earlier day: checks that look at nothing else have nothing new to find. */
const unchanged = (before: PackContent | undefined, content: PackContent, kinds: readonly PackKind[]): boolean =>
  before !== undefined && kinds.every((kind) => before[kind].size === content[kind].size && [...content[kind]].every(([id, { node }]) => before[kind].get(id)?.node === node))

/** Reports everything wrong with the content of a pack and those it extends, on a day and on every later day something changes. */
export const checkChain = (chain: readonly ReadPack[], on: string, report: Report): void => {
  const nearest = chain.at(-1)
  if (nearest) checkReach(nearest, report)
  const region = nearest?.region ?? ''
  const later = chain.flatMap((each) => each.items.flatMap((item) => turningDays(item.node))).filter((day) => day > on)
  let before: PackContent | undefined
  for (const day of [on, ...new Set(later.sort())]) {
    const content = packContent(chain, day, report)
    const catalogue = compileCatalogue(content, region, day, report, unversioned)
    checkContent(content, catalogue, region, report)
    checkMatters(content, catalogue, day, report)
    checkDecisions(content, catalogue, day, report)
    checkFees(content, catalogue, report)
    checkCredentialTypes(content, catalogue, region, report)
    checkDuties(content, catalogue, region, report)
    if (!unchanged(before, content, ['sayings', 'matters', 'concepts'])) checkSayings(content, report)
    if (!unchanged(before, content, ['thesaurus'])) checkThesaurus(content, report)
    checkBenefits({ content, benefits: benefitsOf(content, catalogue.concepts, report, unversioned), hasLine: (line) => catalogue.authorities.some((each) => each.line === line), on: day, report })
    credentialTypesOf(content, ruleReader({ named: (id) => content.named('concepts', id), choicesOf: () => undefined }, report))
    before = content
  }
}

export type LoadOptions = {
  /** the day, YYYY-MM-DD */
  on: string
  /** they have been checked before, just as they are: reading them is enough */
  sound?: boolean
}

/** Reads and checks packs. With `errors` empty the packs may be used. */
export const checkPacks = (source: PackSource, { on, sound = false }: LoadOptions): { errors: PackError[]; packs: ReadPack[] } => {
  const { errors, report } = collectErrors()
  const packs = readPacks(source, report)
  checkChains(packs, report)
  if (!sound) for (const pack of packs) checkChain(chainOf(packs, pack), on, report)
  return { errors: inReadingOrder(errors), packs }
}

/** The packs of a running server: rules in force today, whatever day it becomes while it runs. @param today YYYY-MM-DD */
export const packsAsOf = (packs: LoadedPacks, today: () => string): LoadedPacks => ({
  ...packs, catalogueFor: (region, on = today()) => packs.catalogueFor(region, on), benefitsFor: (region, on = today()) => packs.benefitsFor(region, on), dutyListFor: (region, on = today()) => packs.dutyListFor(region, on),
})

const outletOf = ({ name, address, hours, windows, ...rest }: OutletFields): Outlet => ({
  ...rest, name: asTexts(name), ...(address === undefined ? {} : { address: asTexts(address) }), ...(hours === undefined ? {} : { hours: asTexts(hours) }), windows: windows.map((each) => ({ number: each.number, name: asTexts(each.name) })),
})

const datedAnswers = (answers: ExampleFields['answers'], on: string): ExampleFields['answers'] =>
  Object.fromEntries(Object.entries(answers).map(([concept, value]) => [concept, exampleValue(value, on)]))

/**
 * @param source a folder that holds packs, each in a folder of its own, or is itself one pack; or its files
 * @throws PacksRefused with every error
 */
export const loadPacks = (source: PackSource, { on, sound = false }: LoadOptions): LoadedPacks => {
  const { errors, packs } = checkPacks(source, { on, sound })
  if (errors.length > 0) throw new PacksRefused(errors)
  const ignore: Report = () => undefined // all errors were found above
  const contents = new Map<string, PackContent>()
  /** That of the day asked for, which nearly everything looks at, is kept. */
  const contentOn = (pack: ReadPack, day: string, report: Report = ignore): PackContent => {
    const content = (day === on ? contents.get(pack.id) : undefined) ?? packContent(chainOf(packs, pack), day, report)
    if (day === on) contents.set(pack.id, content)
    return content
  }

  const days = new Map<string, Map<string, Catalogue>>()
  const ofDay = (day: string): Map<string, Catalogue> => {
    const kept = days.get(day) ?? new Map<string, Catalogue>()
    days.delete(day)
    days.set(day, kept)
    const [oldest] = days.keys()
    if (days.size > daysKept && oldest !== undefined) days.delete(oldest)
    return kept
  }
  const contentFor = (pack: ReadPack, day: string): Catalogue => {
    const kept = ofDay(day)
    const known = kept.get(pack.id)
    if (known) return known
    const { errors: found, report } = collectErrors()
    const catalogue = withValidity(compileCatalogue(contentOn(pack, day, report), pack.region, day, report), chainOf(packs, pack))
    if (found.length > 0) throw new PacksRefused(inReadingOrder(found))
    kept.set(pack.id, catalogue)
    return catalogue
  }
  const packFor = packFinder(packs)
  const catalogueFor = (region: string, day = on): Catalogue => {
    const pack = packFor(region)
    if (!pack) throw new Refusal('not_found', { region })
    const catalogue = contentFor(pack, day)
    if (region === pack.region) return catalogue
    const kept = ofDay(day)
    const known = kept.get(region) ?? { ...catalogue, region }
    kept.set(region, known)
    return known
  }

  const dutyLists = new Map<string, { on: string; list: DutyList }[]>()
  const dutyListFor = (region: string, day = on): DutyList => {
    const pack = packFor(region)
    if (!pack) return noDuties
    const kept = dutyLists.get(pack.id) ?? []
    const known = kept.find((each) => each.on === day) ?? { on: day, list: dutyListOf(contentOn(pack, day)) }
    if (kept[0] !== known) dutyLists.set(pack.id, [known, ...kept.filter((each) => each !== known)].slice(0, daysKept))
    return known.list
  }
  const facts = new Map<string, readonly Fact[]>()
  const factsFor = (region: string): readonly Fact[] => {
    const pack = packFor(region)
    if (!pack) return noFacts
    const known = facts.get(pack.id) ?? factsOf(contentOn(pack, on), contentFor(pack, on).concepts)
    facts.set(pack.id, known)
    return known
  }
  const benefits = new Map<string, { on: string; benefits: Readonly<Record<string, Benefit>> }[]>()
  const benefitsFor = (region: string, day = on): Readonly<Record<string, Benefit>> => {
    const pack = packFor(region)
    if (!pack) return {}
    const kept = benefits.get(pack.id) ?? []
    const known = kept.find((each) => each.on === day) ?? { on: day, benefits: benefitsOf(contentOn(pack, day), contentFor(pack, on).concepts, ignore, hash) }
    benefits.set(pack.id, [known, ...kept.filter((each) => each !== known)].slice(0, daysKept))
    return known.benefits
  }
  // Those known to be sound are compiled when somebody of their region comes.
  if (!sound) for (const pack of packs) contentFor(pack, on)
  const own = packs.map((pack) => ({ id: pack.id, content: pack.extends ? packContent([pack], on, ignore) : contentOn(pack, on) }))
  const texts = new Map(packs.map((pack) => {
    const content = contentOn(pack, on)
    const stages = [...content.texts.values()].map(({ fields }): Stage => ({ ...fields, name: asTexts(fields.name), themes: fields.themes ?? [] })).sort((a, b) => a.order - b.order)
    const credentialTypes = credentialTypesOf(content, ruleReader({ named: () => true, choicesOf: () => undefined }, ignore))
    return [pack.id, { proceedings: proceedingsOf(content), credentialTypes, stages, phrases: [...content.phrases.values()].map(({ fields }) => fields), hardCases: [...content.hardCases.values()].map(({ fields }) => fields)[0], outlets: [...content.outlets.values()].map(({ fields }) => outletOf(fields)), help: [...content.help.values()].map(({ fields }) => helpTopicOf(fields)), thesaurus: [...content.thesaurus.values()].flatMap(({ fields }) => thesaurusWords(fields)), sayings: [...content.sayings.values()].map(({ fields }) => fields) }]
  }))
  const textsFor = (region: string) => texts.get(packFor(region)?.id ?? '') ?? { stages: [], phrases: [], hardCases: undefined, outlets: [], help: [], thesaurus: noWords, sayings: noSayings, proceedings: noProceedings, credentialTypes: {} }
  return {
    on,
    packs: packs.map(({ id, name, region, extends: parent }) => ({ id, name, region, ...(parent ? { extends: parent } : {}) })),
    stagesFor: (region) => textsFor(region).stages,
    phrasesFor: (region, line) => textsFor(region).phrases.filter((phrase) => phrase.line === undefined || phrase.line === line),
    proceedingsFor: (region) => textsFor(region).proceedings,
    credentialTypesFor: (region) => textsFor(region).credentialTypes,
    hardCaseWindowFor: (region) => textsFor(region).hardCases,
    outletsFor: (region) => textsFor(region).outlets,
    helpFor: (region) => textsFor(region).help,
    thesaurusFor: (region) => textsFor(region).thesaurus,
    dutyListFor,
    sayingsFor: (region) => textsFor(region).sayings,
    examples: own.flatMap(({ id, content }) => [...content.examples.values()].map(({ fields }) => ({ ...fields, pack: id, answers: datedAnswers(fields.answers, on) }))),
    tests: own.flatMap(({ id, content }) => [...content.tests.values()].map(({ fields, node }) => ({ ...fields, pack: id, file: node.at.file, line: node.at.line }))),
    catalogueFor,
    benefitsFor,
    factsFor,
    benefitTests: packs.flatMap((pack) => listBenefitTests(chainOf(packs, pack))),
  }
}
