// A data resource (数据资源): what an authority shares with others, field by field, and on what terms. Every registry of a pack is one; an
// authority may say more about it, or add resources of its own. Pure.
import { commonEnd, textIn, type Texts } from '../../kernel/texts.ts'
import type { Catalogue, LegalBasis, Registry, Sharing } from '../catalogue/index.ts'

export const sharingTypes = ['unconditional', 'conditional', 'none'] as const
export type SharingType = (typeof sharingTypes)[number]

/** restricted: not published, but about nobody; personal: of a natural person; sensitive: shown masked to all but those who need it. */
export const fieldClasses = ['public', 'restricted', 'personal', 'sensitive'] as const
export type FieldClass = (typeof fieldClasses)[number]

export const rhythms = ['realTime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'irregular'] as const
/** Grades of data (Data Security Law Art. 21). */
export const gradings = ['general', 'important', 'core'] as const

/** `name`: on the wire; `concepts`: the data elements of the catalogue it answers. */
export type ResourceField = { name: string; title: Texts; concepts: string[]; class: FieldClass; note: string }

/** What is said of a resource. `reason`: the conditions, or why it is not shared; '' where nothing need be said. `officer`: who answers for it (责任人). */
export type ResourceContent = {
  title: Texts
  about: Texts
  fields: ResourceField[]
  grading: (typeof gradings)[number]
  rhythm: (typeof rhythms)[number]
  sharing: { type: SharingType; reason: string }
  officer: { name: string; phone: string } | null
  legalBasis: LegalBasis
}

/** A resource in the catalogue. `content` null: its first edition is still being written. `edition` 0: as the pack has it. */
export type Resource = {
  id: string
  origin: 'pack' | 'authority'
  region: string
  line: string
  content: ResourceContent | null
  draft: ResourceContent | null
  edition: number
  revision: number
  publishedAt: string | null
}

type Concepts = Pick<Catalogue, 'concepts'>

/** Of registries kept above the province, whose authorities no pack lists. */
export const higherAuthority: Texts = { 'zh-CN': '上级主管部门', en: 'A higher authority' }

/** 母亲的地址 and 父亲的地址 have 地址 in common. */
const plainEnd = (text: string): string => (text.startsWith('的') ? text.replace(/^.*的/, '') : text)

const nameOf = (names: readonly Texts[], field: string): Texts => {
  const [first] = names
  if (!first) return { 'zh-CN': field }
  const english = names.flatMap(({ en }) => en ?? [])
  return { 'zh-CN': plainEnd(commonEnd(names.map((each) => each['zh-CN']))) || first['zh-CN'], ...(english[0] === undefined ? {} : { en: names.length === 1 ? english[0] : commonEnd(english) || english[0] }) }
}

/** What finds records of people makes all they say personal. */
const classOf = (registry: Registry, { concepts }: Concepts, ids: readonly string[]): FieldClass => {
  const answered = ids.flatMap((id) => concepts[id] ?? [])
  if (answered.some(({ sensitive }) => sensitive)) return 'sensitive'
  if (answered.some(({ type, subject }) => type === 'idNumber' || type === 'phone' || concepts[registry.keys[subject] ?? '']?.type === 'idNumber')) return 'personal'
  return registry.public === true ? 'public' : 'restricted'
}

/** Fields by which a record proves a power to act for somebody, beside those that answer concepts. */
const provingFields = ({ proves = [] }: Registry): ResourceField[] =>
  proves.flatMap(({ name, holders, when = {} }) => [
    { name, title: { 'zh-CN': '名称或姓名', en: 'Name' }, concepts: [], class: 'personal' as const, note: '' },
    ...holders.map((each) => ({ name: each, title: { 'zh-CN': '代表人或监护人证件号码', en: 'ID number of who represents them' }, concepts: [], class: 'sensitive' as const, note: '' })),
    ...Object.keys(when).map((each) => ({ name: each, title: { 'zh-CN': '状态', en: 'State' }, concepts: [], class: 'restricted' as const, note: '' })),
  ])

/** Several properties of one list on the wire are one field: the list is asked for as a whole. */
const wireName = (path: string): string => path.split('.')[0] ?? path

const fieldsOf = (registry: Registry, catalogue: Concepts): ResourceField[] => {
  const answering = Map.groupBy(Object.entries(registry.answers), ([, path]) => wireName(path))
  const fields = [...answering].map(([name, entries]): ResourceField => {
    const concepts = entries.map(([concept]) => concept)
    return { name, title: nameOf(concepts.flatMap((id) => catalogue.concepts[id]?.name ?? []), name), concepts, class: classOf(registry, catalogue, concepts), note: '' }
  })
  const listed = registry.several ? [{ name: registry.several.field, title: { 'zh-CN': '记录列表', en: 'List of records' }, concepts: [], class: 'personal' as const, note: '' }] : []
  return [...new Map([...provingFields(registry), ...listed, ...fields].map((field) => [field.name, field])).values()]
}

const usual = ({ public: open }: Registry): Sharing => ({ type: open === true ? 'unconditional' : 'conditional' })

/** A registry of a pack as a resource, where its authority has not published an edition of its own. */
export const resourceOfRegistry = (registry: Registry, catalogue: Concepts): ResourceContent => {
  const { type, reason, about, rhythm = 'realTime', grading = 'general' } = registry.sharing ?? usual(registry)
  return {
    title: registry.name, about: about ?? { 'zh-CN': '' }, fields: fieldsOf(registry, catalogue), grading, rhythm,
    sharing: { type, reason: reason === undefined ? '' : textIn(reason, 'zh-CN') }, officer: null, legalBasis: registry.legalBasis,
  }
}

export const contentFaults = ['noFields', 'sameField', 'reasonMissing', 'personalUnconditional', 'officerMissing'] as const
export type ContentFault = (typeof contentFaults)[number]

/**
 * What keeps an edition from being published: no field, two of one name, 不予共享 without saying why, personal data given without condition
 * (Personal Information Protection Law Art. 34: only within what a duty needs), nobody who answers for it.
 */
export const faultsIn = ({ fields, sharing, officer }: ResourceContent): ContentFault[] => [
  ...(fields.length === 0 ? (['noFields'] as const) : []),
  ...(new Set(fields.map(({ name }) => name)).size < fields.length ? (['sameField'] as const) : []),
  ...(sharing.type === 'none' && sharing.reason.trim() === '' ? (['reasonMissing'] as const) : []),
  ...(sharing.type === 'unconditional' && fields.some((field) => field.class === 'personal' || field.class === 'sensitive') ? (['personalUnconditional'] as const) : []),
  ...(officer === null || officer.name.trim() === '' ? (['officerMissing'] as const) : []),
]

/** Names of the fields others can be given; none of what is not shared or not published. */
export const sharedFields = (content: ResourceContent | null): string[] => (content === null || content.sharing.type === 'none' ? [] : content.fields.map(({ name }) => name))

/** Whether access is given to whoever asks lawfully, without the owner deciding. */
export const needsNoDecision = (content: ResourceContent | null): boolean => content?.sharing.type === 'unconditional'

export type ResourceFilter = { words?: string; line?: string; sharing?: SharingType }

const says = ({ id, content, draft }: Resource, words: string): boolean => {
  const wanted = words.trim().toLowerCase()
  const { title, about, fields } = content ?? draft ?? { title: { 'zh-CN': '' }, about: { 'zh-CN': '' }, fields: [] }
  return [id, ...[title, about, ...fields.map((field) => field.title)].flatMap((texts) => [texts['zh-CN'], texts.en ?? '']), ...fields.map(({ name }) => name)].some((text) => text.toLowerCase().includes(wanted))
}

export const fits = (resource: Resource, { words, line, sharing }: ResourceFilter): boolean =>
  (line === undefined || resource.line === line) && (sharing === undefined || resource.content?.sharing.type === sharing) && (words === undefined || words.trim() === '' || says(resource, words))
