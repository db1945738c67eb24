// What CPSV-AP has of a service's implementation list: audience, online depth and reach as classes, contact points, ways of delivery, counters,
// the procedure and the fee's basis as rules. Pure. Common questions have no place in the vocabulary and stay in the guide.
import { audienceKinds, listingOf, type Catalogue, type Service } from '../catalogue/index.ts'
import { concept, onlineDepths, reaches, type Addresses } from './code-lists.ts'
import { inLanguages, link, plain, resource, type Resource, type Value } from './description.ts'

export type ListingDescription = {
  audience: Resource[]
  classes: Resource[]
  contacts: Resource[]
  /** of the result and of the counters */
  channels: { iri: string; kind: 'courier' | 'counter'; says: Value[] }[]
  /** step by step, in words */
  procedure: Value[]
}

const steps = (procedure: ReturnType<typeof listingOf>['procedure']): Value[] => {
  const inLanguage = (language: 'zh-CN' | 'en') => procedure.map(({ name, does }, index) => `${index + 1}. ${name[language] ?? name['zh-CN']}${language === 'en' ? ': ' : '：'}${does[language] ?? does['zh-CN']}`).join('\n')
  return inLanguages({ 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') })
}

export const describeListing = (at: Addresses, catalogue: Catalogue, service: Service, base: string): ListingDescription => {
  const { audience, onlineDepth, crossRegion, delivery, counters, consult, complaint, procedure } = listingOf(catalogue, service)
  const contact = (id: string, zh: string, en: string, { phone, url }: typeof consult): Resource[] => [
    resource(`${base}/contacts/${id}`, 'cv:ContactPoint', { 'dct:title': inLanguages({ 'zh-CN': zh, en }), 'cv:telephone': plain(phone), 'cv:contactPage': url === undefined ? undefined : link(url) }),
    ...(url === undefined ? [] : [resource(url, 'foaf:Document', {})]),
  ]
  return {
    audience: audience.map((each) => concept(at, 'audiences', each, { 'zh-CN': audienceKinds[each] })),
    classes: [concept(at, 'online-depths', onlineDepth, onlineDepths[onlineDepth]), concept(at, 'reaches', crossRegion.scope, reaches[crossRegion.scope])],
    contacts: [...contact('consult', '咨询', 'Questions', consult), ...contact('complaint', '投诉', 'Complaints', complaint)],
    channels: [
      ...(delivery.includes('post') ? [{ iri: `${base}/channels/courier`, kind: 'courier' as const, says: inLanguages({ 'zh-CN': '结果可以寄到家', en: 'The result can be sent by post' }) }] : []),
      ...counters.map(({ id, name, address, hours }) => ({ iri: `${base}/channels/counter-${id}`, kind: 'counter' as const, says: inLanguages({ 'zh-CN': [name, address, hours].flatMap((each) => each?.['zh-CN'] ?? []).join('，') }) })),
    ],
    procedure: steps(procedure),
  }
}
