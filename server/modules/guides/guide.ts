// A service's guide as the linter reads it: what it states, field by field, whether it stands in a pack or came from another platform.
// Pure. A field that its source has no place for is undefined, and no rule speaks about it; null means the place is empty.
import { abroad, listAuthoritiesOf, type Catalogue, type ImportedService, type Service, type TimeLimit } from '../catalogue/index.ts'

export type Guide = {
  source: 'pack' | 'imported'
  /** unique: `440300/birth-certificate` of a pack, the implementing code of an imported service */
  key: string
  name: string
  authority: { id: string; name: string }
  region: { code: string; name: string }
  /** what makes two guides the same service in different places; undefined: not comparable */
  sameAs: string | undefined
  /** a kind of act that needs a basis in law */
  isPower: boolean
  online: boolean | null
  onlineUrl: string | null
  bookingUrl: string | null
  visits: number | null
  statutory: TimeLimit | null
  promised: TimeLimit | null
  /** laws cited; undefined: the source has no place for them */
  laws: string[] | undefined
  /** `sharedBy`: registries and services it comes from without the applicant; undefined: the source does not say */
  documents: { name: string; sharedBy: string[] | undefined }[]
  conditions: string[]
  phones: string[] | undefined
  badPhones: string[]
}

/** Every address it gives: where to apply online, where to book. */
export const addressesOf = ({ onlineUrl, bookingUrl }: Guide): { field: 'online' | 'booking'; url: string }[] => [
  ...(onlineUrl === null ? [] : [{ field: 'online' as const, url: onlineUrl }]), ...(bookingUrl === null ? [] : [{ field: 'booking' as const, url: bookingUrl }]),
]

const powers = new Set(['licence', 'penalty', 'coercion', 'levy', 'payment', 'inspection', 'confirmation', 'ruling', 'expropriation', 'other-power'])

/** A service of a pack; the visits are those that remain when it is applied for online. */
export const guideOfService = (catalogue: Catalogue, service: Service): Guide => {
  const [authority] = listAuthoritiesOf(catalogue, service)
  const working = (days: number): TimeLimit => ({ days, unit: 'working' })
  const documents = [...new Set(service.evidence.flatMap(({ anyOf }) => anyOf))].flatMap((id) => {
    const evidence = catalogue.evidence[id]
    if (!evidence) return []
    const sharedBy = [...evidence.registries, ...(evidence.resultOf === undefined ? [] : [evidence.resultOf])]
    return [{ name: evidence.name['zh-CN'], sharedBy }]
  })
  return {
    source: 'pack', key: `${catalogue.region}/${service.id}`, name: service.name['zh-CN'],
    authority: { id: service.line, name: authority?.name['zh-CN'] ?? service.line },
    region: { code: catalogue.region, name: catalogue.regions[catalogue.region]?.name['zh-CN'] ?? catalogue.region },
    sameAs: `pack ${service.id}`, isPower: powers.has(service.kind), online: true, onlineUrl: null, bookingUrl: null, visits: service.tripsOnline ?? 0,
    statutory: working(service.limits.statutory), promised: working(service.limits.promised), laws: service.legalBasis.map(({ title }) => title),
    documents, conditions: [...service.requirements.map(({ name }) => name['zh-CN']), ...service.guide['zh-CN'].split('\n').filter((line) => line.trim() !== '')], phones: undefined, badPhones: [],
  }
}

/** The implementing code names the item of the provincial catalogue (characters 20–31) and its sub-item. */
const itemOf = (code: string): string | undefined => (/^[0-9A-Z]{31}([0-9A-Z]{2})?$/.test(code) ? code.slice(19, 31) : undefined)

/** 020-83000000-12345、12346: what follows a number with an extension and is as long as that is one more extension, not a number. */
const badNumbers = ({ phones, unreadable }: ImportedService['consult']): string[] =>
  unreadable.filter((text) => !(/^\d{2,6}$/.test(text) && phones.some(({ extension }) => extension !== null && /^\d+$/.test(extension) && extension.length === text.length)))

export const guideOfImported = (service: ImportedService): Guide => {
  const item = itemOf(service.code)
  return {
    source: 'imported', key: service.code, name: service.name, authority: { id: service.authority.code, name: service.authority.name }, region: service.region,
    sameAs: item === undefined ? undefined : `imported ${item} ${service.name}`, isPower: powers.has(service.kind),
    online: service.online.available, onlineUrl: service.online.url, bookingUrl: service.booking.url, visits: service.visits, statutory: service.statutoryLimit, promised: service.promisedLimit,
    laws: undefined, documents: service.materials.map((name) => ({ name, sharedBy: undefined })), conditions: service.conditions,
    // Numbers of other countries are not judged.
    phones: service.region.code === abroad ? undefined : service.consult.phones.map(({ number }) => number), badPhones: [...badNumbers(service.consult), ...badNumbers(service.complaint)],
  }
}

/** '5 个工作日', '当场' */
export const limitText = ({ days, unit }: TimeLimit): string => (days === 0 ? '当场办结' : `${days} 个${unit === 'working' ? '工作日' : '自然日'}`)
