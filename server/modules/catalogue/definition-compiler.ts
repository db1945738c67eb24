// Makes the definitions the product uses out of checked pack entries: texts by language, rules parsed, defaults filled in.
// One function per kind; references between items are checked elsewhere.
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { Authority, Commitment, Concept, Constraint, EvidenceType, LegalBasis, Matter, Region, Registry, Rule, Service, Sharing, Tolerance } from './definitions.ts'
import { amendsOf, termOf } from './amendment-parts.ts'
import { feeOfFields, usualFee } from './fee-parts.ts'
import { handlingOfFields } from './handling-parts.ts'
import { documentListing, listingOfFields } from './listing-compiler.ts'
import type { Path } from './located.ts'
import type { Entry } from './pack-content.ts'
import type { ConstraintFields, LegalBasisPart, TextPart } from './pack-file-parts.ts'
import type { AuthorityFields, ConceptFields, EvidenceFields, MatterFields, RegionFields, RegistryFields, ServiceFields } from './pack-files.ts'
import type { ReadRule } from './rule-reader.ts'
import { placeSuffixes } from '../../kernel/regions.ts'

const tenMebibytes = 10 * 1024 * 1024
const everyFileType = ['application/pdf', 'image/jpeg', 'image/png']

const when = <Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } =>
  // a computed key makes an index signature; it is the one key asked for
  (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value }

const textsOf = (part: TextPart): Texts => asTexts(part)
const someTexts = (part: TextPart | undefined): Texts | undefined => (part === undefined ? undefined : asTexts(part))
const basisOf = ({ title, article, url }: LegalBasisPart): LegalBasis => ({ title, ...when('article', article), ...when('url', url) })
const constraintOf = (fields: ConstraintFields | undefined): Constraint => {
  const { choices, ...rest } = fields ?? {}
  return { ...rest, ...when('choices', choices?.map(({ value, name }) => ({ value, name: textsOf(name) }))) }
}

/** Level and the region above follow from the code (GB/T 2260, streets with nine digits). */
export const regionOf = ({ code, name, notIn }: RegionFields): Region => {
  const place = { code, name: textsOf(name), ...when('notIn', notIn) }
  if (code.length === 9) return { ...place, level: 'street', parent: code.slice(0, 6) }
  if (!code.endsWith('00')) return { ...place, level: 'district', parent: `${code.slice(0, 4)}00` }
  if (!code.endsWith('0000')) return { ...place, level: 'city', parent: `${code.slice(0, 2)}0000` }
  return { ...place, level: 'province', parent: null }
}

/** Fills {region} and {place} (the name without 市, 区, 街道 …) from the region's name in each language. */
const inRegion = (part: TextPart, { name }: Region): Texts => {
  const fill = (template: string | undefined, language: keyof typeof placeSuffixes): string | undefined => {
    const region = name[language] ?? name['zh-CN']
    return template?.replaceAll('{region}', region).replaceAll('{place}', region.replace(placeSuffixes[language], ''))
  }
  const texts = textsOf(part)
  return {
    'zh-CN': fill(texts['zh-CN'], 'zh-CN') ?? '',
    ...when('zh-HK', fill(texts['zh-HK'], 'zh-HK')),
    ...when('en', fill(texts.en, 'en')),
  }
}

export const authorityIn = (fields: AuthorityFields, region: Region): Authority => ({
  line: fields.line,
  region: region.code,
  name: inRegion(fields.name, region),
  shortName: inRegion(fields.shortName, region),
  ...when('phone', fields.phone),
  ...when('address', fields.address === undefined ? undefined : inRegion(fields.address, region)),
})

export const subjectOf = (concept: string): string => concept.split('.')[0] ?? ''

export const conceptOf = ({ fields, node }: Entry<ConceptFields>, rule: ReadRule): Concept => ({
  id: fields.id,
  name: textsOf(fields.name),
  subject: subjectOf(fields.id),
  type: fields.type,
  constraint: constraintOf(fields.constraint),
  ...when('hint', someTexts(fields.hint)),
  ...when('example', fields.example),
  ...when('derived', fields.derived === undefined ? undefined : rule(node, ['derived'], fields.derived)),
  ...when('default', fields.default === undefined ? undefined : rule(node, ['default'], fields.default)),
  ...when('validDays', fields.validDays),
  sensitive: fields.sensitive ?? false,
})

const sharingOf = (part: RegistryFields['sharing']): Sharing | undefined => {
  if (part === undefined) return undefined
  const { reason, about, ...rest } = part
  return { ...rest, ...when('reason', someTexts(reason)), ...when('about', someTexts(about)) }
}

export const registryOf = ({ fields }: Entry<RegistryFields>): Registry => ({
  id: fields.id,
  name: textsOf(fields.name),
  line: fields.line,
  keys: fields.keys,
  answers: fields.answers,
  ...when('until', fields.until),
  ...when('endless', fields.endless),
  replaces: fields.replaces ?? [],
  consent: fields.consent ?? true,
  ...when('batchBasis', fields.batchBasis && basisOf(fields.batchBasis)),
  ...when('public', fields.public),
  ...when('freshDays', fields.freshDays),
  ...when('cacheSeconds', fields.cacheSeconds),
  ...when('several', fields.several),
  ...when('proves', fields.proves?.map(({ legalBasis, ...power }) => ({ ...power, legalBasis: basisOf(legalBasis) }))),
  ...when('sharing', sharingOf(fields.sharing)),
  legalBasis: basisOf(fields.legalBasis),
})

/** What is signed where the pack has no words of its own. */
const usualStatement = (name: Texts): Texts => ({
  'zh-CN': `我承诺：有关“${name['zh-CN']}”的情况属实。如有不实，愿意承担相应的法律责任。`,
  ...when('en', name.en === undefined ? undefined : `I declare that what concerns “${name.en}” is true, and I answer for it in law if it is not.`),
})

const commitmentOf = (part: EvidenceFields['commitment'], name: Texts): Commitment | undefined => {
  if (part === undefined) return undefined
  return part === true ? { statement: usualStatement(name) } : { statement: textsOf(part.statement), ...when('dueDays', part.dueDays), ...when('check', part.check) }
}

const usualTolerance: Tolerance = { dueDays: 10 }

const toleranceOf = (part: boolean | Tolerance | undefined): Tolerance | false | undefined => (part === true ? usualTolerance : part)

export const evidenceOf = ({ fields }: Entry<EvidenceFields>): EvidenceType => ({
  id: fields.id,
  name: textsOf(fields.name),
  ...when('resultOf', fields.resultOf),
  registries: fields.registries ?? [],
  proves: fields.proves ?? [],
  ...when('credential', typeof fields.credential === 'string' ? { type: fields.credential } : fields.credential),
  ...when('validDays', fields.validDays),
  ...when('commitment', commitmentOf(fields.commitment, textsOf(fields.name))),
  ...when('each', fields.each),
  accept: fields.accept ?? everyFileType,
  maxBytes: fields.maxBytes ?? tenMebibytes,
  ...documentListing(fields),
  ...when('hint', someTexts(fields.hint)),
})

export const serviceOf = ({ fields, node }: Entry<ServiceFields>, read: ReadRule): Omit<Service, 'version'> => {
  const rule = (path: Path, text: string): Rule => read(node, path, text)
  const someRule = (path: Path, text: string | undefined): Rule | undefined => (text === undefined ? undefined : rule(path, text))
  const [limits] = fields.limits
  const charge = feeOfFields(fields.fee, rule)
  const ruleOf = (value: ServiceFields['requirements'] & object, index: number): Rule => {
    const stated = value[index]?.rule
    return typeof stated === 'string' ? rule(['requirements', index, 'rule'], stated) : rule(['requirements', index, 'rule', 0, 'rule'], stated?.[0]?.rule ?? 'false')
  }
  return {
    id: fields.id,
    name: textsOf(fields.name),
    summary: textsOf(fields.summary),
    kind: fields.kind,
    line: fields.line,
    level: fields.level ?? 'district',
    ...when('competentBy', fields.competentBy),
    legalBasis: fields.legalBasis.map(basisOf),
    limits: { statutory: limits?.statutory ?? 0, promised: limits?.promised ?? 0, legalBasis: basisOf(limits?.source ?? { title: '' }) },
    fee: usualFee(charge),
    ...when('feeBasis', charge?.items[0]?.legalBasis),
    ...when('charge', charge),
    ...when('priced', fields.priced && { says: textsOf(fields.priced.says), legalBasis: basisOf(fields.priced.legalBasis) }),
    trips: fields.trips ?? 1,
    ...when('tripsOnline', fields.tripsOnline),
    dependsOn: fields.dependsOn ?? [],
    concepts: fields.concepts.map(({ concept, required, constraint }, index) => ({
      concept,
      required: typeof required === 'string' ? rule(['concepts', index, 'required'], required) : (required ?? true),
      constraint: constraintOf(constraint),
    })),
    requirements: (fields.requirements ?? []).map((each, index, all) => ({
      id: each.id, name: textsOf(each.name), rule: ruleOf(all, index), legalBasis: basisOf(each.legalBasis),
    })),
    evidence: (fields.evidence ?? []).map((each, index) => ({
      id: each.id, anyOf: each.anyOf, ...when('when', someRule(['evidence', index, 'when'], each.when)), ...when('tolerable', toleranceOf(each.tolerable)), legalBasis: basisOf(each.legalBasis),
    })),
    decision: fields.decision,
    result: { name: textsOf(fields.result.name), prefix: fields.result.prefix, concepts: [...(fields.result.shows ?? []), ...(fields.result.issues ?? [])], ...when('validFor', termOf(fields.result.validFor)) },
    ...when('amends', amendsOf(fields.amends)),
    guide: textsOf(fields.guide),
    listing: listingOfFields(fields),
    ...when('identity', fields.identity),
    ...when('handling', handlingOfFields(fields.handling, (text) => rule(['handling', 'visit', 'when'], text))),
  }
}

export const matterOf = ({ fields, node }: Entry<MatterFields>, read: ReadRule): Omit<Matter, 'version'> => {
  const someRule = (path: Path, text: string | undefined): Rule | undefined => (text === undefined ? undefined : read(node, path, text))
  return {
    id: fields.id,
    name: textsOf(fields.name),
    summary: textsOf(fields.summary),
    stage: fields.stage,
    audience: fields.audience,
    subjects: fields.subjects.map(({ id, name, many, repeats, applicantWhen }, index) => ({
      id, name: textsOf(name), ...when('many', many === undefined ? undefined : { min: many.min ?? 1, max: many.max, ask: textsOf(many.ask) }), ...when('repeats', repeats),
      ...when('applicantWhen', someRule(['subjects', index, 'applicantWhen'], applicantWhen)),
    })),
    scenario: (fields.scenario ?? []).map((each, index) => ({
      concept: each.concept, ask: textsOf(each.ask), ...when('help', someTexts(each.help)), ...when('when', someRule(['scenario', index, 'when'], each.when)),
    })),
    services: fields.services.map((each, index) => ({
      service: each.service, ...when('when', someRule(['services', index, 'when'], each.when)), optional: each.optional ?? fields.optional ?? false, ...when('because', someTexts(each.because)), ...when('each', each.each),
    })),
    topics: fields.topics.map(({ id, name, hint, concepts }) => ({
      id, name: textsOf(name), ...when('hint', someTexts(hint)), subjects: [...new Set(concepts.map(subjectOf))], concepts,
    })),
    ...when('identity', fields.identity),
    ...when('batch', fields.batch),
    ...when('batchApplicants', fields.batchApplicants === 'own' ? fields.batchApplicants : undefined),
    ...when('toldTogether', fields.toldTogether),
    keywords: fields.keywords,
    whoMayApply: textsOf(fields.whoMayApply),
    delivery: textsOf(fields.delivery),
  }
}
