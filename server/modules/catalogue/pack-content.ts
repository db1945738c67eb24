// The content of a chain of packs on one day: items in force, overrides applied, duplicates refused.
// Still pack files in shape, with their places; compiling them into definitions comes next.
import { plain, placeAt, type LocatedMap } from './located.ts'
import { holdsOn, inForce } from './in-force.ts'
import { applyOverride } from './inheritance.ts'
import { both, type Place, type Report } from './pack-error.ts'
import { kindOf, validatorOf, type PackKind } from './pack-kinds.ts'
import { remembering, serialOf, stampOf } from './remembered.ts'
import { checkSchema } from './schema-faults.ts'
import type { PackItem, ReadPack } from './pack-reader.ts'
import type {
  AuthorityFields, ConceptFields, EvidenceFields, MatterFields, OutletFields, PhraseFields, RegionFields, RegistryFields, ServiceFields, StageFields,
} from './pack-files.ts'
import type { BenefitFields, FactFields } from './pack-benefits.ts'
import type { CreditTermsFields } from './pack-credit.ts'
import type { CredentialTypeFields } from './pack-credentials.ts'
import type { DecisionFields } from './decision-files.ts'
import type { AreaFields, DutyFields, RequestCategoryFields } from './pack-duties.ts'
import type { HardCaseWindowFields } from './pack-hard-cases.ts'
import type { HelpFields } from './pack-help.ts'
import type { ThesaurusFields } from './pack-thesaurus.ts'
import type { CrossRegionTermsFields, DataSharingTermsFields, LadderFields, NoticeFields, RequestTermsFields, WorkingDayFields } from './pack-proceedings.ts'
import type { Sayings } from './pack-sayings.ts'
import type { ExampleFields, PackTestFields } from './pack-test-files.ts'

type FieldsByKind = {
  regions: RegionFields
  authorities: AuthorityFields
  registries: RegistryFields
  concepts: ConceptFields
  evidence: EvidenceFields
  services: ServiceFields
  decisions: DecisionFields
  matters: MatterFields
  texts: StageFields
  phrases: PhraseFields
  outlets: OutletFields
  hardCases: HardCaseWindowFields
  help: HelpFields
  thesaurus: ThesaurusFields
  sayings: Sayings
  notices: NoticeFields
  workingDays: WorkingDayFields
  ladders: LadderFields
  crossRegion: CrossRegionTermsFields
  dataSharing: DataSharingTermsFields
  requestTerms: RequestTermsFields
  creditTerms: CreditTermsFields
  credentials: CredentialTypeFields
  facts: FactFields
  benefits: BenefitFields
  requestCategories: RequestCategoryFields
  areas: AreaFields
  duties: DutyFields
  examples: ExampleFields
  tests: PackTestFields
}

/** One item: its fields, and the same with places. */
export type Entry<Fields> = { fields: Fields; node: LocatedMap }

/** Sound items by id; `named` also holds ids of items that are broken, so that references to them are not errors too. */
export type PackContent = {
  [Kind in PackKind]: ReadonlyMap<string, Entry<FieldsByKind[Kind]>>
} & {
  named: (kind: PackKind, id: string) => boolean
  /** The same text as long as these kinds say the same (remembered.ts). */
  stamp: (...kinds: PackKind[]) => string
}

/** Only these kinds of it: what is checked once for the same content must not look at more. */
export type ContentOf<Kind extends PackKind> = Pick<PackContent, Kind> & { named: (kind: Kind, id: string) => boolean }

/** For the cities that change the same item of their province, each perhaps on several days. */
const overridden = remembering<LocatedMap>(100)

const idAt = (kind: PackKind, item: PackItem): Place => placeAt(item.node, [item.override ? 'overrides' : (kindOf(kind).identity ?? '')])

const put = (nodes: Map<string, LocatedMap>, item: PackItem, on: string, names: ReadonlySet<string>, report: Report): void => {
  const reduced = inForce(item.node, on)
  if (reduced.kind !== 'map') return
  const before = nodes.get(item.id)
  const at = idAt(item.kind, item)
  if (item.override) {
    if (before) nodes.set(item.id, overridden(before, serialOf(reduced), report, (told) => applyOverride(before, reduced, told)))
    else if (!names.has(item.id)) report('override-unknown', at, both(`上级没有 ${item.id}，改不了`, `there is no ${item.id} to override`))
  } else if (before) {
    report('id-duplicate', at, both(`${item.id} 定义了两次`, `${item.id} is defined twice`), [placeAt(before, [kindOf(item.kind).identity ?? ''])])
  } else {
    nodes.set(item.id, reduced)
  }
}

const known = new WeakMap<LocatedMap, unknown>()

/** The node without its places, made once. */
const fieldsOf = (node: LocatedMap): unknown => {
  const fields = known.get(node) ?? plain(node)
  known.set(node, fields)
  return fields
}

const right = new WeakSet<LocatedMap>()

/** What is right is looked at once. */
const isRight = (kind: PackKind, node: LocatedMap, report: Report): boolean => {
  if (right.has(node)) return true
  const found = checkSchema(validatorOf(kind, 'full'), node, report, true)
  if (found) right.add(node)
  return found
}

const entriesOf = <Fields>(chain: readonly ReadPack[], kind: PackKind, on: string, report: Report) => {
  const items = chain.flatMap((pack) => pack.items.filter((each) => each.kind === kind && holdsOn(each.node, on)))
  const names = new Set(items.filter((item) => !item.override).map((item) => item.id))
  const nodes = new Map<string, LocatedMap>()
  for (const item of items) if (item.sound) put(nodes, item, on, names, report)
  const asWritten = new Set<LocatedMap>(items.filter((item) => item.sound && !item.override).map((item) => item.node))
  const entries = new Map<string, Entry<Fields>>()
  for (const [id, node] of nodes) {
    // the schema met here, or when the file was read, is the one the type of the fields is made from
    if (asWritten.has(node) || isRight(kind, node, report)) entries.set(id, { fields: fieldsOf(node) as Fields, node })
  }
  return { entries, names }
}

/** @param chain packs from the root to the nearest @param on YYYY-MM-DD */
export const packContent = (chain: readonly ReadPack[], on: string, report: Report): PackContent => {
  const names = new Map<PackKind, ReadonlySet<string>>()
  const stamps = new Map<PackKind, number>()
  const of = <Kind extends PackKind>(kind: Kind): ReadonlyMap<string, Entry<FieldsByKind[Kind]>> => {
    const found = entriesOf<FieldsByKind[Kind]>(chain, kind, on, report)
    names.set(kind, found.names)
    return found.entries
  }
  const stampOfKind = (kind: PackKind): number => {
    const items: ReadonlyMap<string, Entry<unknown>> = content[kind]
    // What is broken is known by its name alone.
    const stamp = stamps.get(kind) ?? stampOf(JSON.stringify([[...items.values()].map(({ node }) => serialOf(node)), [...(names.get(kind) ?? [])].filter((id) => !items.has(id))]))
    stamps.set(kind, stamp)
    return stamp
  }
  const content: PackContent = {
    regions: of('regions'),
    authorities: of('authorities'),
    registries: of('registries'),
    concepts: of('concepts'),
    evidence: of('evidence'),
    services: of('services'),
    decisions: of('decisions'),
    matters: of('matters'),
    texts: of('texts'),
    phrases: of('phrases'),
    outlets: of('outlets'),
    hardCases: of('hardCases'),
    help: of('help'),
    thesaurus: of('thesaurus'),
    sayings: of('sayings'),
    notices: of('notices'),
    workingDays: of('workingDays'),
    ladders: of('ladders'),
    crossRegion: of('crossRegion'),
    dataSharing: of('dataSharing'),
    requestTerms: of('requestTerms'),
    creditTerms: of('creditTerms'),
    credentials: of('credentials'),
    facts: of('facts'),
    benefits: of('benefits'),
    requestCategories: of('requestCategories'),
    areas: of('areas'),
    duties: of('duties'),
    examples: of('examples'),
    tests: of('tests'),
    named: (kind, id) => names.get(kind)?.has(id) ?? false,
    stamp: (...kinds) => kinds.map(stampOfKind).join(),
  }
  return content
}
