// One described service with everything it reaches, and what of it the portal can list and show as an imported service.
// Pure. Other services are named, not included; what has no place in the portal stays in the description.
import { createHash } from 'node:crypto'
import type { ImportedService, ServiceKind } from '../catalogue/index.ts'
import { abroad, serviceKinds } from '../catalogue/index.ts'
import { linksOf, textOf, valuesOf, type Resource, type Value } from './description.ts'
import { Unreadable } from './parsing.ts'

export type DescribedService = { code: string; iri: string; resources: Resource[] }

/** However tangled a file is, one service is a page, not a library. */
export const mostResources = 2000

const isService = (each: Resource | undefined): boolean => each?.types.includes('cpsv:PublicService') === true

/** Implementing codes are of the province; a description is known by its address, so its code is made from that. */
export const codeOf = (iri: string): string => `D${createHash('sha256').update(iri).digest('hex').slice(0, 23).toUpperCase()}`

const targets = ({ properties }: Resource): string[] => Object.values(properties).flatMap((values) => values.flatMap((value) => ('iri' in value ? [value.iri] : [])))

/** The service first, then what it reaches, nearest first. @throws Unreadable `too_connected` */
const reach = (resources: ReadonlyMap<string, Resource>, start: Resource): Resource[] => {
  const found = new Map([[start.iri, start]])
  for (const each of found.values()) {
    for (const iri of targets(each)) {
      const next = resources.get(iri)
      if (next === undefined || found.has(iri) || isService(next)) continue
      found.set(iri, next)
      if (found.size > mostResources) throw new Unreadable('too_connected', start.iri)
    }
  }
  return [...found.values()]
}

/** Labels without an address mean something within their file only: they get one that says which file. */
const withAddresses = (resources: readonly Resource[], digest: string): Resource[] => {
  const named = (iri: string): string => (iri.startsWith('_:') ? `urn:tongban:node:${digest.slice(0, 16)}:${encodeURIComponent(iri.slice(2))}` : iri)
  const value = (each: Value): Value => ('iri' in each ? { iri: named(each.iri) } : each)
  return resources.map(({ iri, types, properties }) => ({ iri: named(iri), types, properties: Object.fromEntries(Object.entries(properties).map(([word, values]) => [word, values.map(value)])) }))
}

/**
 * Every service a file describes. @param digest of the file, hexadecimal
 * @throws Unreadable `too_connected` when a service reaches more than `mostResources`
 */
export const servicesIn = (resources: ReadonlyMap<string, Resource>, digest: string): DescribedService[] => {
  // An event may name its services without their naming it.
  const eventsOf = new Map<string, Resource[]>()
  for (const each of resources.values()) for (const iri of linksOf(each, 'cv:hasRelatedService')) eventsOf.set(iri, [...(eventsOf.get(iri) ?? []), each])
  return [...resources.values()].filter(isService).map((service) => {
    const events = (eventsOf.get(service.iri) ?? []).slice(0, mostResources)
    const reached = new Map([...reach(resources, service), ...events.flatMap((each) => reach(resources, each))].map((each) => [each.iri, each]))
    if (reached.size > mostResources) throw new Unreadable('too_connected', service.iri)
    const all = withAddresses([...reached.values()], digest)
    const iri = all[0]?.iri ?? service.iri
    return { code: codeOf(iri), iri, resources: all }
  })
}

const daysOf = (text: string | undefined): number | null => {
  const [, days] = /^P(\d{1,4})D$/.exec(text ?? '') ?? []
  return days === undefined ? null : Number(days)
}

const web = (text: string | undefined): string | null => (text !== undefined && /^https?:\/\/(?!127\.|localhost|10\.|192\.168\.)/i.test(text) ? text : null)

/** @param named what the file is called; shown as where the service was taken from */
export const summaryOf = ({ code, iri, resources }: DescribedService, named: string): ImportedService => {
  const all = new Map(resources.map((each) => [each.iri, each]))
  const service = all.get(iri)
  const linked = (word: string, from: Resource | undefined = service): Resource[] => linksOf(from, word).flatMap((each) => all.get(each) ?? [])
  const names = (word: string): string[] => valuesOf(service, word).flatMap((value) => ('text' in value ? value.text.trim() : (textOf(all.get(value.iri), 'skos:prefLabel', 'dct:title', 'dct:description') ?? []))).filter((name) => name !== '' && name.length <= 100)
  const [authority] = linked('cv:hasCompetentAuthority')
  const authorityName = textOf(authority, 'skos:prefLabel', 'dct:title') ?? linksOf(service, 'cv:hasCompetentAuthority')[0] ?? '未写明部门'
  const [place] = [...linked('dct:spatial'), ...linked('dct:spatial', authority)]
  const placeCode = textOf(place, 'dct:identifier') ?? ''
  const channels = linked('cv:hasChannel')
  const pages = channels.flatMap((each) => [web(each.iri), web(linksOf(each, 'foaf:page')[0])]).filter((each) => each !== null)
  const contacts = [...linked('cv:contactPoint'), ...linked('cv:contactPoint', authority)]
  const phones = contacts.flatMap((each) => valuesOf(each, 'cv:telephone')).flatMap((value) => ('text' in value ? [{ number: value.text, extension: null, label: null }] : []))
  const days = daysOf(textOf(service, 'cv:processingTime'))
  const kind = Object.keys(serviceKinds).find((each): each is ServiceKind => linked('dct:type').some((type) => textOf(type, 'dct:identifier') === each))
  const documents = [...linked('cv:hasInputType'), ...linked('cpsv:hasInput')].flatMap((each) => textOf(each, 'dct:title', 'dct:description') ?? [])
  const name = textOf(service, 'dct:title', 'skos:prefLabel') ?? iri
  return {
    code, name, itemName: name, subName: null,
    authority: { code: codeOf(authority?.iri ?? authorityName), codeValid: false, name: authorityName, organisationCode: null },
    region: /^\d{6}(\d{3})?$/.test(placeCode) ? { code: placeCode, name: textOf(place, 'dct:title') ?? placeCode } : { code: abroad, name: textOf(place, 'dct:title', 'locn:geographicName') ?? '未写明地区' },
    level: 'city', kind: kind ?? 'unknown', catalogue: { code: null, parentCode: null, parentName: null }, nationalCode: textOf(service, 'dct:identifier') ?? null,
    audience: [], themes: [...new Set([...names('cv:thematicArea'), ...names('cv:sector')])].filter((theme) => theme.length <= 40),
    statutoryLimit: null, promisedLimit: days === null ? null : { days, unit: 'working' }, visits: null,
    online: { available: pages.length > 0 ? true : null, url: pages[0] ?? null }, courier: null, booking: { available: null, url: null },
    locations: channels.flatMap((each) => linked('locn:address', each)).flatMap((each) => textOf(each, 'locn:fullAddress') ?? []),
    consult: { phones, unreadable: [] }, complaint: { phones: [], unreadable: [] },
    conditions: [textOf(service, 'dct:description'), ...linked('cv:holdsRequirement').map((each) => textOf(each, 'dct:title', 'dct:description'))].filter((each) => each !== undefined),
    materials: [...new Set(documents)], jointAuthorities: [], jointAuthoritiesText: null, aliases: names('dcat:keyword'),
    platform: { name: named, url: null }, sourceUrl: web(iri) ?? pages[0] ?? '',
  }
}
