// A service imported from another platform as cpsv:PublicService: what its guide states, and nothing it does not.
// Pure. Limits of working and of calendar days are rules in words; cv:processingTime carries the number.
import { audienceKinds, handlingSteps, serviceKinds, type ImportedService } from '../catalogue/index.ts'
import { chineseLanguage, concept, location, requirementKinds, type Addresses } from './code-lists.ts'
import { chinese, link, plain, resource, typed, type Resource, type Value } from './description.ts'
import { channel, rule } from './service-description.ts'

type Limit = NonNullable<ImportedService['promisedLimit']>

const limitText = ({ days, unit }: Limit): Value[] => [chinese(days === 0 ? '当场办结' : `${days} 个${unit === 'working' ? '工作日' : '自然日'}`)]

const organisation = (at: Addresses, { authority, region }: ImportedService): Resource => {
  const name = chinese(authority.name)
  return resource(at('authorities', authority.code), 'cv:PublicOrganisation', { 'dct:identifier': plain(authority.code), 'dct:title': name, 'skos:prefLabel': name, 'dct:spatial': link(at('regions', region.code)) })
}

const participations = (at: Addresses, base: string, { jointAuthorities }: ImportedService): { links: Value[]; resources: Resource[] } => {
  const each = jointAuthorities.map(({ authority, level, steps }, index) => {
    const agent = resource(at('agents', `${level} ${authority}`), 'foaf:Agent', { 'dct:identifier': plain(`${level} ${authority}`), 'dct:title': chinese(authority) })
    const roles = steps.length > 0 ? steps.map((step) => concept(at, 'handling-steps', step, { 'zh-CN': handlingSteps[step] })) : [concept(at, 'handling-steps', 'joint', { 'zh-CN': '共同办理' })]
    const part = resource(`${base}/participations/${index + 1}`, 'cv:Participation', {
      'dct:identifier': plain(String(index + 1)), 'dct:description': chinese(`共同办理：${authority}`), 'cv:role': roles.map(({ iri }) => link(iri)), 'cv:hasParticipant': link(agent.iri),
    })
    return [part, agent, ...roles]
  })
  return { links: each.flatMap(([part]) => (part ? [link(part.iri)] : [])), resources: each.flat() }
}

const contacts = (base: string, { consult, complaint }: ImportedService): Resource[] =>
  ([['consult', '咨询', consult], ['complaint', '投诉', complaint]] as const).flatMap(([id, name, { phones }]) => {
    const numbers = phones.map(({ number, extension }) => plain(extension === null ? number : `${number} ${extension}`))
    return numbers.length === 0 ? [] : [resource(`${base}/contacts/${id}`, 'cv:ContactPoint', { 'dct:title': chinese(name), 'cv:telephone': numbers })]
  })

const channelsOf = (at: Addresses, base: string, { online, booking, courier, locations }: ImportedService): Resource[][] => [
  ...(online.available === true ? [channel(at, `${base}/channels/online`, 'online', [chinese('网上办理')], online.url ?? undefined)] : []),
  ...(booking.available === true ? [channel(at, `${base}/channels/booking`, 'booking', [chinese('网上预约')], booking.url ?? undefined)] : []),
  ...(courier === true ? [channel(at, `${base}/channels/courier`, 'courier', [chinese('材料与结果可以寄递')])] : []),
  ...locations.map((place, index) => channel(at, `${base}/channels/counter-${index + 1}`, 'counter', [chinese(place)])),
]

const conditionsOf = (at: Addresses, base: string, { conditions }: ImportedService): Resource[] => {
  if (conditions.length === 0) return []
  const type = concept(at, 'requirement-kinds', 'condition', requirementKinds.condition)
  return [...conditions.map((text, index) => resource(`${base}/requirements/${index + 1}`, 'cv:Requirement', { 'dct:identifier': plain(String(index + 1)), 'dct:title': chinese(text), 'dct:type': link(type.iri) })), type]
}

/** The service first, then what belongs to it; codes and authorities are shared with other services. */
export const describeImported = (at: Addresses, service: ImportedService): Resource[] => {
  const base = at('imported', service.code)
  const kind = service.kind === 'unknown' ? undefined : concept(at, 'kinds', service.kind, { 'zh-CN': serviceKinds[service.kind] })
  const audience = service.audience.map((each) => concept(at, 'audiences', each, { 'zh-CN': audienceKinds[each] }))
  const themes = service.themes.map((each) => concept(at, 'themes', each, { 'zh-CN': each }))
  const joint = participations(at, base, service)
  const channels = channelsOf(at, base, service)
  const requirements = conditionsOf(at, base, service)
  const contactPoints = contacts(base, service)
  const documents = service.materials.map((name, index) => resource(`${base}/evidence/${index + 1}`, 'cv:EvidenceType', { 'dct:identifier': plain(`${service.code}-${index + 1}`), 'dct:title': chinese(name) }))
  const rules = [
    ...(service.statutoryLimit ? [rule(at, `${base}/rules/statutory-limit`, 'statutory-limit', limitText(service.statutoryLimit))] : []),
    ...(service.promisedLimit ? [rule(at, `${base}/rules/promised-limit`, 'promised-limit', limitText(service.promisedLimit))] : []),
    ...(service.visits === null ? [] : [rule(at, `${base}/rules/visits`, 'visits', [chinese(`到现场 ${service.visits} 次`)])]),
  ]
  const links = (resources: readonly Resource[]): Value[] => resources.map(({ iri }) => link(iri))
  const firsts = (groups: readonly (readonly Resource[])[]): Value[] => links(groups.flatMap((group) => group.slice(0, 1)))
  const stated = service.conditions.length > 0 ? service.conditions.join('\n') : `${service.authority.name}办理的${service.name}。`
  return [
    resource(base, 'cpsv:PublicService', {
      'dct:identifier': plain(service.code), 'dct:title': chinese(service.name), 'dct:description': chinese(stated), 'dcat:keyword': service.aliases.map(chinese),
      'dct:type': kind && link(kind.iri), 'cv:hasCompetentAuthority': link(at('authorities', service.authority.code)), 'dct:spatial': link(at('regions', service.region.code)), 'dct:language': link(chineseLanguage.iri),
      'dct:audience': links(audience), 'cv:thematicArea': links(themes), 'cv:hasParticipation': joint.links, 'cv:hasInputType': links(documents), 'cv:contactPoint': links(contactPoints),
      'cv:processingTime': service.promisedLimit ? typed(`P${service.promisedLimit.days}D`, 'xsd:duration') : undefined,
      'cpsv:follows': firsts(rules), 'cv:hasChannel': firsts(channels), 'cv:holdsRequirement': links(requirements.filter(({ types }) => types.includes('cv:Requirement'))), 'foaf:page': link(service.sourceUrl),
    }),
    resource(service.sourceUrl, 'foaf:Document', {}), chineseLanguage, location(at, service.region.code, { 'zh-CN': service.region.name }), organisation(at, service),
    ...(kind ? [kind] : []), ...audience, ...themes, ...joint.resources, ...documents, ...contactPoints, ...rules.flat(), ...channels.flat(), ...requirements,
  ].filter((each) => each.iri !== '')
}
