// The kinds of pack content: where each stands, how its items are told apart, and which schema they meet.
// An override is checked against the same schema with nothing required but the identity of list items.
import { Compile, type Validator } from 'typebox/schema'
import { Type, type TSchema } from 'typebox'
import { BenefitEntry, FactEntry } from './pack-benefits.ts'
import { CreditTermsEntry } from './pack-credit.ts'
import { CredentialTypeEntry } from './pack-credentials.ts'
import { DecisionFile } from './decision-files.ts'
import { described, Id } from './pack-file-parts.ts'
import {
  AuthorityEntry, ConceptEntry, EvidenceEntry, MatterFile, OutletEntry, PackManifest, PhraseEntry, RegionEntry, RegistryEntry, ServiceFile, StageEntry,
} from './pack-files.ts'
import { AreaEntry, DutyEntry, RequestCategoryFile } from './pack-duties.ts'
import { HardCaseWindowFile } from './pack-hard-cases.ts'
import { HelpEntry } from './pack-help.ts'
import { ThesaurusEntry } from './pack-thesaurus.ts'
import { CrossRegionTermsEntry, DataSharingTermsEntry, LadderEntry, NoticeEntry, RequestTermsEntry, WorkingDayEntry } from './pack-proceedings.ts'
import { SayingsFile } from './pack-sayings.ts'
import { ExampleEntry, PackTestEntry } from './pack-test-files.ts'

type Kind = {
  /** folder inside the pack, or the one file */
  path: string
  /** key of the list in each file; undefined when a file is one item */
  list?: string
  /** property that identifies an item; undefined when items have no id */
  identity?: string
  /** whether a pack may override an item of the pack it extends */
  overridable: boolean
  schema: TSchema
  /** title in packs/schema */
  title: string
}

export const packKinds = {
  regions: { path: 'regions.yaml', list: 'regions', identity: 'code', overridable: false, schema: RegionEntry, title: 'Regions' },
  authorities: { path: 'authorities', list: 'authorities', overridable: false, schema: AuthorityEntry, title: 'Authorities' },
  registries: { path: 'registries', list: 'registries', identity: 'id', overridable: true, schema: RegistryEntry, title: 'Registries' },
  concepts: { path: 'concepts', list: 'concepts', identity: 'id', overridable: true, schema: ConceptEntry, title: 'Concepts' },
  evidence: { path: 'evidence', list: 'evidence', identity: 'id', overridable: true, schema: EvidenceEntry, title: 'Evidence' },
  services: { path: 'services', identity: 'id', overridable: true, schema: ServiceFile, title: 'Service' },
  decisions: { path: 'decisions', identity: 'id', overridable: true, schema: DecisionFile, title: 'Decision table' },
  matters: { path: 'matters', identity: 'id', overridable: true, schema: MatterFile, title: 'Matter' },
  texts: { path: 'texts', list: 'stages', identity: 'id', overridable: true, schema: StageEntry, title: 'Stages of life and business' },
  phrases: { path: 'phrases', list: 'phrases', identity: 'id', overridable: true, schema: PhraseEntry, title: 'Standard phrases' },
  hardCases: { path: 'hard-cases', identity: 'id', overridable: true, schema: HardCaseWindowFile, title: 'Window for hard cases' },
  help: { path: 'help', list: 'topics', identity: 'id', overridable: true, schema: HelpEntry, title: 'Help texts' },
  thesaurus: { path: 'thesaurus', list: 'topics', identity: 'id', overridable: false, schema: ThesaurusEntry, title: 'Thesaurus' },
  sayings: { path: 'sayings', identity: 'id', overridable: true, schema: SayingsFile, title: 'How people put it' },
  outlets: { path: 'outlets', list: 'outlets', identity: 'id', overridable: false, schema: OutletEntry, title: 'Halls and their windows' },
  notices: { path: 'notices', list: 'notices', identity: 'id', overridable: true, schema: NoticeEntry, title: 'Words of numbered documents' },
  workingDays: { path: 'working-days', list: 'days', identity: 'on', overridable: false, schema: WorkingDayEntry, title: 'Working days of a region' },
  ladders: { path: 'ladders', list: 'ladders', identity: 'id', overridable: true, schema: LadderEntry, title: 'What happens to late cases' },
  crossRegion: { path: 'cross-region', list: 'terms', identity: 'id', overridable: true, schema: CrossRegionTermsEntry, title: 'Handling across regions' },
  dataSharing: { path: 'data-sharing', list: 'terms', identity: 'id', overridable: true, schema: DataSharingTermsEntry, title: 'Sharing of data between authorities' },
  requestTerms: { path: 'request-terms', list: 'terms', identity: 'id', overridable: true, schema: RequestTermsEntry, title: 'Terms of requests' },
  creditTerms: { path: 'credit', list: 'terms', identity: 'id', overridable: true, schema: CreditTermsEntry, title: 'Terms of credit' },
  credentials: { path: 'credentials', list: 'credentials', identity: 'id', overridable: true, schema: CredentialTypeEntry, title: 'E-licences' },
  facts: { path: 'facts', list: 'facts', identity: 'concept', overridable: false, schema: FactEntry, title: 'Facts policies may read' },
  benefits: { path: 'benefits', list: 'benefits', identity: 'id', overridable: true, schema: BenefitEntry, title: 'Benefits' },
  requestCategories: { path: 'request-categories', identity: 'id', overridable: true, schema: RequestCategoryFile, title: 'Classes of requests' },
  areas: { path: 'areas', list: 'areas', identity: 'id', overridable: false, schema: AreaEntry, title: 'Areas of the duty list' },
  duties: { path: 'duties', list: 'duties', identity: 'id', overridable: true, schema: DutyEntry, title: 'Duty list' },
  examples: { path: 'examples', list: 'examples', identity: 'id', overridable: false, schema: ExampleEntry, title: 'Examples' },
  tests: { path: 'tests', list: 'tests', overridable: false, schema: PackTestEntry, title: 'Tests' },
} as const satisfies Record<string, Kind>

export type PackKind = keyof typeof packKinds

export const kindNames = Object.keys(packKinds) as PackKind[] // keys of the constant above

export const kindOf = (name: PackKind): Kind => packKinds[name]

/** Properties by which items of lists are told apart, in pack files and when a pack overrides another. */
export const identityKeys = ['id', 'concept', 'service', 'code'] as const

type JsonSchema = { [key: string]: unknown }

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema with no property required, except what tells items of lists apart. */
const withoutRequired = (schema: JsonSchema, top: boolean): JsonSchema => {
  const copy: JsonSchema = { ...schema }
  if (isSchema(schema['properties'])) {
    const properties = schema['properties']
    if ('zh-CN' in properties || 'title' in properties) return copy // texts and citations are replaced whole
    copy['properties'] = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, isSchema(value) ? withoutRequired(value, false) : value]),
    )
    copy['required'] = top ? [] : [...identityKeys, 'from', 'source', 'value'].filter((key) => key in properties && isRequired(schema, key))
  }
  if (isSchema(schema['items'])) copy['items'] = withoutRequired(schema['items'], false)
  if (Array.isArray(schema['anyOf'])) copy['anyOf'] = schema['anyOf'].map((each) => (isSchema(each) ? withoutRequired(each, false) : each))
  return copy
}

const isRequired = (schema: JsonSchema, key: string): boolean => Array.isArray(schema['required']) && schema['required'].includes(key)

/** Schema of an override: `overrides: <id>` and whatever differs. */
const overrideSchema = (schema: TSchema): JsonSchema => {
  const open = withoutRequired({ ...schema }, true)
  const { id: _id, ...properties } = isSchema(open['properties']) ? open['properties'] : {}
  const pattern = isSchema(schema) && isSchema(schema['properties']) ? schema['properties']['id'] : undefined
  const overrides = described(isSchema(pattern) ? Type.Unsafe(pattern) : Id, 'Id of the item of the parent pack this changes; state only what differs.')
  return { ...open, properties: { overrides, ...properties }, required: ['overrides'] }
}

/** The two forms an item may have. */
export const schemasOf = (name: PackKind): { full: JsonSchema; override?: JsonSchema } => {
  const kind = kindOf(name)
  const full: JsonSchema = { ...kind.schema }
  return kind.overridable ? { full, override: overrideSchema(kind.schema) } : { full }
}

const validators = new Map<string, Validator>()

/** Compiled once per kind and form. */
export const validatorOf = (name: PackKind | 'manifest', form: 'full' | 'override'): Validator => {
  const key = `${name} ${form}`
  const known = validators.get(key)
  if (known) return known
  const schemas = name === 'manifest' ? { full: { ...PackManifest } } : schemasOf(name)
  const made = Compile((form === 'override' && 'override' in schemas && schemas.override) || schemas.full)
  validators.set(key, made)
  return made
}
