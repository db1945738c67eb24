// What a case says, in words: values as people read them, sensitive ones masked, each with where it came from; and what the rules found.
// Pure. Dates, times and money are left as they are stored: the screen writes them in the reader's language.
import { Type, type Static } from 'typebox'
import { provinceName } from '../../kernel/provinces.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { Catalogue, Concept, ConceptType } from '../catalogue/index.ts'
import type { Case, CaseValue } from './case.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
export const texts = Type.Object({ 'zh-CN': text, 'zh-HK': Type.Optional(text), en: Type.Optional(text) }, { description: 'Text by language.' })
const value = Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()])
const law = Type.Object({ title: text, article: Type.Optional(text), url: Type.Optional(text) }, { description: 'Citation of a law or rule.' })

export const contentSchema = Type.Array(
  Type.Object({
    concept: text, name: texts, subject: text, type: text, value, display: texts, masked: Type.Boolean(), source: text,
    sourceName: Type.Union([texts, Type.Null()], { description: 'The registry, or the result of an earlier service, it came from.' }),
    inputs: Type.Array(texts, { description: 'Names of the concepts a derived value was worked out from.' }), asOf: textOrNull,
  }),
)

export const evidenceSchema = Type.Array(
  Type.Object({ evidence: text, name: texts, source: text, sourceName: Type.Union([texts, Type.Null()]), statement: Type.Union([texts, Type.Null()], { description: 'What the applicant signed instead of the document.' }), dueDays: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days within which the document itself follows.' }), files: Type.Array(Type.Object({ id: text, name: text, type: Type.String({ description: 'Media type.' }) })) }),
)

export const checksSchema = Type.Array(
  Type.Object({
    requirement: text, name: texts, holds: Type.Union([Type.Boolean(), Type.Null()], { description: 'null: not settled by what is known; a person decides.' }), rule: text, law,
    inputs: Type.Array(Type.Object({ concept: text, name: texts, value, display: texts, type: text })),
  }),
)

export const nameless = (id: string): Texts => ({ 'zh-CN': id })
const yes: Texts = { 'zh-CN': '是', en: 'Yes' }
const no: Texts = { 'zh-CN': '否', en: 'No' }

/** Numbers are told apart by their ends. Everything else that is sensitive, such as a diagnosis, gives itself away by a part of it. */
const numbers: readonly ConceptType[] = ['idNumber', 'uscc', 'phone', 'bankAccount']
const hidden = '******'
const leastShown = 9
const mostShown = 4

/** Of numbers at most a quarter at each end; of short ones and of all else nothing, not even how long it is. */
const mask = (type: ConceptType, raw: string | number | boolean): string => {
  if (typeof raw !== 'string' || !numbers.includes(type) || raw.length < leastShown) return hidden
  const ends = Math.min(mostShown, Math.floor(raw.length / 4))
  return `${raw.slice(0, ends)}${'*'.repeat(raw.length - ends * 2)}${raw.slice(-ends)}`
}

/** A place the packs do not know: the nearest above that is known, and the code, 广州市（440106）. */
const placeOutside = (regions: Catalogue['regions'], code: string): Texts => {
  const above = regionAndAbove(code).find((each) => regions[each])
  const name = above === undefined ? provinceName(code) : regionName(regions, above)
  return name ? { 'zh-CN': `${name['zh-CN']}（${code}）`, ...(name.en === undefined ? {} : { en: `${name.en} (${code})` }) } : nameless(code)
}

/** '440305' → 深圳市南山区: districts and streets are written with what they lie in, up to the city. */
const regionName = (regions: Catalogue['regions'], code: string): Texts => {
  const region = regions[code]
  if (!region) return placeOutside(regions, code)
  const above = region.parent === null ? undefined : regions[region.parent]
  if (!above || above.level === 'province') return region.name
  const outer = regionName(regions, above.code)
  const { en } = region.name
  return { 'zh-CN': outer['zh-CN'] + region.name['zh-CN'], ...(en === undefined ? {} : { en: `${en}, ${outer.en ?? outer['zh-CN']}` }) }
}

const displayOf = (catalogue: Catalogue, definition: Concept | undefined, raw: CaseValue['value']): Texts => {
  if (raw === null) return nameless('')
  const choice = definition?.constraint.choices?.find((each) => each.value === raw)
  if (choice) return choice.name
  if (typeof raw === 'boolean') return raw ? yes : no
  return definition?.type === 'region' && typeof raw === 'string' ? regionName(catalogue.regions, raw) : nameless(String(raw))
}

/** The value as an official sees it before asking for more: sensitive ones masked, and then text whatever they are. */
const shownOf = (catalogue: Catalogue, concept: string, raw: CaseValue['value']) => {
  const definition = catalogue.concepts[concept]
  const name = nameOr(definition, concept)
  if (definition?.sensitive && raw !== null && raw !== '') {
    const shown = mask(definition.type, raw)
    return { concept, name, type: 'text', value: shown, display: nameless(shown), masked: true }
  }
  return { concept, name, type: definition?.type ?? 'text', value: raw, display: displayOf(catalogue, definition, raw), masked: false }
}

const sourceNameOf = (catalogue: Catalogue, source: string, from: string | undefined) => {
  if (!from) return null
  if (source === 'registry') return nameOr(catalogue.registries[from], from)
  if (source === 'result') return nameOr(catalogue.services[from]?.result, from)
  if (source === 'submitted') return nameless(from)
  return null
}

/** Whom a concept is about: one of a group belongs to the group. */
export const subjectOf = (catalogue: Catalogue, concept: string): string => {
  const definition = catalogue.concepts[concept]
  return definition?.instance?.group ?? definition?.subject ?? ''
}

export const contentOf = (catalogue: Catalogue, one: Case): Static<typeof contentSchema> =>
  one.content.map(({ concept, value: raw, source, from, asOf }) => ({
    ...shownOf(catalogue, concept, raw), subject: subjectOf(catalogue, concept), source, sourceName: sourceNameOf(catalogue, source, from), asOf: asOf ?? null,
    inputs: source === 'derived' && from ? from.split(' ').map((input) => nameOr(catalogue.concepts[input], input)) : [],
  }))

export const evidenceOf = (catalogue: Catalogue, one: Case): Static<typeof evidenceSchema> =>
  one.evidence.map(({ evidence, source, from, statement = null, dueDays = null, files }) => ({
    evidence, name: nameOr(catalogue.evidence[evidence], evidence), source, sourceName: sourceNameOf(catalogue, source, from), statement, dueDays, files: files.map(({ id, name, type }) => ({ id, name, type })),
  }))

export const checksOf = (catalogue: Catalogue, one: Case): Static<typeof checksSchema> =>
  one.checks.flatMap((check) => {
    const requirement = catalogue.services[one.service]?.requirements.find((each) => each.id === check.requirement)
    if (!requirement) return []
    const inputs = check.inputs.map(({ concept, value: input }) => {
      const { masked: _masked, ...shown } = shownOf(catalogue, concept, input)
      return shown
    })
    return [{ requirement: check.requirement, name: requirement.name, holds: check.holds, rule: requirement.rule.text, law: requirement.legalBasis, inputs }]
  })
