// The catalogue of a region as CPSV-AP and CCCEV: authorities, matters, concepts, documents and, by service-description.ts, services.
// Pure. Each definition becomes one resource with an address made of region, kind and id.
import { nameOr } from '../../kernel/texts.ts'
import { listAuthoritiesOf, plainServices, type Catalogue, type Concept, type EvidenceType, type Matter } from '../catalogue/index.ts'
import { concept, location, yuan, chineseLanguage, type Addresses } from './code-lists.ts'
import { inLanguages, link, plain, resource, type Resource } from './description.ts'
import { describeService } from './service-description.ts'

const authority = (at: Addresses, { regions }: Catalogue, { line, region, name, shortName, phone, address }: Catalogue['authorities'][number]): Resource[] => {
  const place = regions[region]
  const contact = phone === undefined ? undefined : resource(at(region, 'authorities', line, 'contact'), 'cv:ContactPoint', { 'cv:telephone': plain(phone) })
  const where = address === undefined ? undefined : resource(at(region, 'authorities', line, 'address'), 'locn:Address', { 'locn:fullAddress': inLanguages(address) })
  return [
    resource(at(region, 'authorities', line), 'cv:PublicOrganisation', {
      'dct:identifier': plain(`${line}@${region}`), 'dct:title': inLanguages(name), 'skos:prefLabel': inLanguages(name), 'skos:altLabel': inLanguages(shortName),
      'dct:spatial': link(at('regions', region)), 'cv:contactPoint': contact && link(contact.iri), 'locn:address': where && link(where.iri),
    }),
    location(at, region, nameOr(place, region)),
    ...(contact ? [contact] : []),
    ...(where ? [where] : []),
  ]
}

const informationConcept = (at: Addresses, region: string, { id, name, type, constraint, hint, derived }: Concept): Resource[] => {
  const kind = concept(at, 'data-types', type)
  const expected = { ...constraint, ...(derived ? { derived: derived.text } : {}) }
  return [
    resource(at(region, 'concepts', id), 'cv:InformationConcept', {
      'dct:identifier': plain(id), 'dct:title': inLanguages(name), 'dct:description': hint && inLanguages(hint), 'dct:type': link(kind.iri),
      'cv:expressionOfExpectedValue': Object.keys(expected).length > 0 ? plain(JSON.stringify(expected)) : undefined,
    }),
    kind,
  ]
}

const evidenceType = (at: Addresses, region: string, { id, name, hint }: EvidenceType): Resource =>
  resource(at(region, 'evidence', id), 'cv:EvidenceType', { 'dct:identifier': plain(id), 'dct:title': inLanguages(name), 'dct:description': hint && inLanguages(hint) })

const event = (at: Addresses, { region, services }: Catalogue, { id, name, summary, stage, audience, services: bundled }: Matter): Resource[] => {
  const kind = concept(at, 'stages', stage)
  return [
    resource(at(region, 'matters', id), ['cv:Event', audience === 'person' ? 'cv:LifeEvent' : 'cv:BusinessEvent'], {
      'dct:identifier': plain(id), 'dct:title': inLanguages(name), 'dct:description': inLanguages(summary), 'dct:type': link(kind.iri),
      'cv:hasRelatedService': bundled.filter(({ service }) => Object.hasOwn(services, service)).map(({ service }) => link(at(region, 'services', service))),
    }),
    kind,
  ]
}

/**
 * Everything a catalogue offers, resource by resource; shared ones come first, and a code may come more than once with the same content.
 * @param wanted id of the one service wanted; its authorities, matters, concepts and documents come with it
 */
export function* describeCatalogue(at: Addresses, catalogue: Catalogue, wanted?: string): Generator<Resource> {
  const services = plainServices(catalogue).filter(({ id }) => wanted === undefined || id === wanted)
  const needed = new Set(services.flatMap(({ concepts, result }) => [...concepts.map((each) => each.concept), ...result.concepts]))
  const documents = new Set(services.flatMap(({ evidence }) => evidence.flatMap(({ anyOf }) => anyOf)))
  const handling = new Set(services.flatMap((service) => listAuthoritiesOf(catalogue, service)))
  const bundles = (matter: Matter) => matter.services.some(({ service }) => service === wanted)
  yield* [chineseLanguage, yuan, location(at, catalogue.region, nameOr(catalogue.regions[catalogue.region], catalogue.region))]
  for (const each of catalogue.authorities) if (wanted === undefined || handling.has(each)) yield* authority(at, catalogue, each)
  for (const each of Object.values(catalogue.concepts)) if (wanted === undefined || needed.has(each.id)) yield* informationConcept(at, catalogue.region, each)
  for (const each of Object.values(catalogue.evidence)) if (wanted === undefined || documents.has(each.id)) yield evidenceType(at, catalogue.region, each)
  for (const each of Object.values(catalogue.matters)) if (wanted === undefined || bundles(each)) yield* event(at, catalogue, each)
  for (const each of services) yield* describeService(at, catalogue, each)
}
