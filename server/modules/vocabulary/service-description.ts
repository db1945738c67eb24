// One service of a pack as cpsv:PublicService with its rules, requirements, channels, cost and result.
// Pure. Promised and statutory limits are rules in words beside cv:processingTime, because xsd:duration knows no working days.
import { listAuthoritiesOf, serviceKinds, type Catalogue, type Requirement, type Service } from '../catalogue/index.ts'
import { channelKinds, chineseLanguage, concept, requirementKinds, ruleKinds, yuan, type Addresses } from './code-lists.ts'
import { chinese, inLanguages, link, plain, resource, typed, type Resource, type Value } from './description.ts'
import { legalResource } from './law-description.ts'
import { describeListing } from './listing-description.ts'

type Kinds = typeof ruleKinds | typeof requirementKinds | typeof channelKinds
const kindOf = (at: Addresses, list: string, kinds: Kinds, key: string): Resource => concept(at, list, key, Object.entries(kinds).find(([each]) => each === key)?.[1])

/** A rule in words: title by its kind, what it says, and the law it implements. */
export const rule = (at: Addresses, iri: string, kind: keyof typeof ruleKinds, says: readonly Value[], laws: readonly string[] = []): Resource[] => {
  const type = kindOf(at, 'rule-kinds', ruleKinds, kind)
  return [
    resource(iri, 'cpsv:Rule', {
      'dct:identifier': plain(kind), 'dct:title': inLanguages(ruleKinds[kind]), 'dct:description': says, 'dct:type': link(type.iri), 'dct:language': link(chineseLanguage.iri), 'cpsv:implements': laws.map(link),
    }),
    type,
  ]
}

export const channel = (at: Addresses, iri: string, kind: keyof typeof channelKinds, says: readonly Value[], page?: string): Resource[] => {
  const type = kindOf(at, 'channels', channelKinds, kind)
  return [
    resource(iri, 'cv:Channel', { 'dct:identifier': plain(iri.slice(iri.lastIndexOf('/') + 1)), 'dct:type': link(type.iri), 'dct:description': says, 'foaf:page': page === undefined ? undefined : link(page) }),
    type,
    ...(page === undefined ? [] : [resource(page, 'foaf:Document', {})]),
  ]
}

const condition = (at: Addresses, base: string, { id, name, rule: { text }, legalBasis }: Requirement): Resource[] => {
  const laws = legalResource(at, legalBasis)
  const iri = `${base}/requirements/${id}`
  const expression = rule(at, `${iri}/expression`, 'condition', [{ text, language: 'x-feel' }], [laws[0]?.iri ?? ''])
  const type = kindOf(at, 'requirement-kinds', requirementKinds, 'condition')
  return [
    resource(iri, 'cv:Requirement', { 'dct:identifier': plain(id), 'dct:title': inLanguages(name), 'dct:type': link(type.iri), 'cv:fulfils': link(expression[0]?.iri ?? ''), 'cv:isDerivedFrom': laws.slice(0, 1).map((law) => link(law.iri)) }),
    type, ...expression, ...laws,
  ]
}

const document = (at: Addresses, base: string, { evidence }: Catalogue, region: string, need: Service['evidence'][number]): Resource[] => {
  const laws = legalResource(at, need.legalBasis)
  const iri = `${base}/documents/${need.id}`
  const type = kindOf(at, 'requirement-kinds', requirementKinds, 'document')
  const names = need.anyOf.map((id) => evidence[id]?.name['zh-CN'] ?? id).join('或')
  const list = resource(`${iri}/alternatives`, 'cv:EvidenceTypeList', { 'dct:identifier': plain(need.id), 'cv:specifiesEvidenceType': need.anyOf.map((id) => link(at(region, 'evidence', id))) })
  return [
    resource(iri, 'cv:Requirement', {
      'dct:identifier': plain(need.id), 'dct:title': chinese(names), 'dct:type': link(type.iri), 'cv:hasEvidenceTypeList': link(list.iri), 'cv:isDerivedFrom': laws.slice(0, 1).map((law) => link(law.iri)),
      ...(need.when ? { 'dct:description': { text: need.when.text, language: 'x-feel' } } : {}),
    }),
    list, type, ...laws,
  ]
}

const information = (at: Addresses, base: string, region: string, { concepts }: Service): Resource[] => {
  const type = kindOf(at, 'requirement-kinds', requirementKinds, 'information')
  return concepts.length === 0 ? [] : [
    resource(`${base}/information`, ['cv:Requirement', 'cv:InformationRequirement'], {
      'dct:identifier': plain('information'), 'dct:title': inLanguages(requirementKinds.information), 'dct:type': link(type.iri), 'cv:hasConcept': concepts.map((each) => link(at(region, 'concepts', each.concept))),
    }),
    type,
  ]
}

const days = (count: number): Value[] => [chinese(`${count} 个工作日`), { text: `${count} working days`, language: 'en' }]

export const describeService = (at: Addresses, catalogue: Catalogue, service: Service): Resource[] => {
  const { region } = catalogue
  const base = at(region, 'services', service.id)
  const laws = service.legalBasis.map((each) => legalResource(at, each))
  const limitLaw = legalResource(at, service.limits.legalBasis)
  const feeLaw = service.feeBasis ? legalResource(at, service.feeBasis) : []
  const listing = describeListing(at, catalogue, service, base)
  const kindNames: Readonly<Record<string, string>> = serviceKinds
  const kindName = kindNames[service.kind]
  const kind = concept(at, 'kinds', service.kind, kindName === undefined ? undefined : { 'zh-CN': kindName })
  const line = concept(at, 'lines', service.line)
  const rules = [
    rule(at, `${base}/rules/statutory-limit`, 'statutory-limit', days(service.limits.statutory), [limitLaw[0]?.iri ?? '']),
    rule(at, `${base}/rules/promised-limit`, 'promised-limit', days(service.limits.promised), [limitLaw[0]?.iri ?? '']),
    rule(at, `${base}/rules/visits`, 'visits', [chinese(`单独办理到现场 ${service.trips} 次，网上办理 ${service.tripsOnline ?? 0} 次`)]),
    rule(at, `${base}/rules/procedure`, 'procedure', listing.procedure),
    ...(feeLaw[0] ? [rule(at, `${base}/rules/fee`, 'fee', [chinese(`${service.fee / 100} 元`)], [feeLaw[0].iri])] : []),
    ...(service.guide['zh-CN'].trim() === '' ? [] : [rule(at, `${base}/rules/guide`, 'guide', inLanguages(service.guide))]),
  ]
  const requirements = [
    ...service.requirements.map((each) => condition(at, base, each)),
    ...service.evidence.map((each) => document(at, base, catalogue, region, each)),
    information(at, base, region, service),
  ].filter((each) => each.length > 0)
  const channels = [
    channel(at, `${base}/channels/online`, 'online', [chinese('网上办理'), { text: 'Online', language: 'en' }]),
    ...(service.trips > 0 ? [channel(at, `${base}/channels/counter`, 'counter', [chinese('政务服务窗口'), { text: 'Counter', language: 'en' }])] : []),
    ...listing.channels.map(({ iri, kind: way, says }) => channel(at, iri, way, says)),
  ]
  const cost = resource(`${base}/cost`, 'cv:Cost', {
    'dct:identifier': plain('cost'), 'cv:hasValue': typed(String(service.fee / 100), 'xsd:double'), 'cv:currency': link(yuan.iri), 'dct:description': service.priced ? inLanguages(service.priced.says) : service.fee === 0 ? [chinese('不收费'), { text: 'Free of charge', language: 'en' }] : undefined,
  })
  const output = resource(`${base}/result`, 'cv:Output', { 'dct:identifier': plain(service.result.prefix), 'dct:title': inLanguages(service.result.name), 'dct:language': link(chineseLanguage.iri) })
  const matters = Object.values(catalogue.matters).filter((matter) => matter.services.some((each) => each.service === service.id))
  const all = (resources: readonly Resource[]): Value[] => resources.map(({ iri }) => link(iri))
  const first = (resources: readonly Resource[]): Value[] => all(resources.slice(0, 1))
  return [
    resource(base, 'cpsv:PublicService', {
      'dct:identifier': plain(service.id), 'dct:title': inLanguages(service.name), 'dct:description': inLanguages(service.summary), 'dct:type': link(kind.iri), 'cv:sector': link(line.iri),
      'cv:hasCompetentAuthority': listAuthoritiesOf(catalogue, service).map((each) => link(at(each.region, 'authorities', each.line))),
      'dct:spatial': link(at('regions', region)), 'dct:language': link(chineseLanguage.iri), 'cv:processingTime': typed(`P${service.limits.promised}D`, 'xsd:duration'),
      'cv:hasLegalResource': laws.flatMap(first), 'cpsv:follows': rules.flatMap(first), 'cv:holdsRequirement': requirements.flatMap(first), 'cv:hasChannel': channels.flatMap(first), 'cv:hasCost': link(cost.iri), 'cpsv:produces': link(output.iri),
      'dct:audience': all(listing.audience), 'cv:isClassifiedBy': all(listing.classes), 'cv:contactPoint': all(listing.contacts.filter(({ types }) => types.includes('cv:ContactPoint'))),
      'cv:hasInputType': service.evidence.flatMap(({ anyOf }) => anyOf).map((id) => link(at(region, 'evidence', id))),
      'dct:requires': service.dependsOn.map((id) => link(at(region, 'services', id))), 'cv:isGroupedBy': matters.map(({ id }) => link(at(region, 'matters', id))),
    }),
    kind, line, ...laws.flat(), ...limitLaw, ...feeLaw, ...listing.audience, ...listing.classes, ...listing.contacts, ...rules.flat(), ...requirements.flat(), ...channels.flat(), cost, output,
  ]
}
