// Loads the packs: read, chained, reduced to a day, compiled and checked. Refuses with every error, never only the first.
import type { Texts } from '../../kernel/texts.ts'
import { asTexts } from '../../kernel/texts.ts'
import { Refusal } from '../../kernel/errors.ts'
import { dutyListOf, noDuties, type DutyList } from './duty-list.ts'
import type { Benefit, Fact } from './benefit.ts'
import { benefitsOf, factsOf } from './benefit-compiler.ts'
import { listBenefitTests, type BenefitTest } from './benefit-tests.ts'
import { credentialTypesOf, type CredentialType } from './credential-type.ts'
import { compileCatalogue, versionHash } from './catalogue-compiler.ts'
import { checkChain } from './chain-checks.ts'
import type { Catalogue } from './definitions.ts'
import { exampleValue } from './matter-checks.ts'
import { chainOf, checkChains, packFinder } from './pack-chain.ts'
import { packContent, type PackContent } from './pack-content.ts'
import { collectErrors, inReadingOrder, PacksRefused, type PackError, type Report } from './pack-error.ts'
import { readPacks, type PackSource, type ReadPack } from './pack-reader.ts'
import type { OutletFields, PhraseFields } from './pack-files.ts'
import type { HardCaseWindowFields } from './pack-hard-cases.ts'
import { helpTopicOf, type HelpTopic } from './pack-help.ts'
import { thesaurusWords, type ThesaurusWord } from './pack-thesaurus.ts'
import type { Sayings } from './pack-sayings.ts'
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

/** A server runs for years: catalogues of so many days are kept, those looked at last. */
const daysKept = 4

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
    const known = kept.find((each) => each.on === day) ?? { on: day, benefits: benefitsOf(contentOn(pack, day), contentFor(pack, on).concepts, ignore, versionHash) }
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
