// The catalogue of resources in the words of DCAT-AP 3: what is shared as dcat:Dataset, the way to it as dcat:DataService, who keeps it, how
// often it changes, who may have it. Only what is published, and nobody's name. Pure. Source: semiceu.github.io/DCAT-AP/releases/3.0.1
import { nameOr, type Texts } from '../../kernel/texts.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { chineseLanguage, concept, inLanguages, legalResource, link, location, plain, resource as described, typed, type Addresses, type Resource as Described } from '../vocabulary/index.ts'
import { higherAuthority, type Resource, type ResourceContent, type SharingType } from './resource.ts'

const authorityTable = 'http://publications.europa.eu/resource/authority'

const frequencies: Record<ResourceContent['rhythm'], string> = { realTime: 'CONT', daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', quarterly: 'QUARTERLY', yearly: 'ANNUAL', irregular: 'IRREG' }
/** Shared with other authorities only, on conditions or without, is not open to everybody. */
const rights: Record<SharingType, string> = { unconditional: 'RESTRICTED', conditional: 'RESTRICTED', none: 'NON_PUBLIC' }
/** Fields that anybody may read make the resource open. */
const rightsOf = ({ sharing, fields }: ResourceContent): string => (sharing.type === 'unconditional' && fields.every((field) => field.class === 'public') ? 'PUBLIC' : rights[sharing.type])

const government = described(`${authorityTable}/data-theme/GOVE`, 'skos:Concept', { 'skos:prefLabel': [{ text: 'Government and public sector', language: 'en' }, { text: '政府和公共部门', language: 'zh-cn' }] })

const catalogueName: Texts = { 'zh-CN': '政务数据目录', en: 'Catalogue of government data' }
const catalogueAbout: Texts = { 'zh-CN': '各部门向其他部门共享的数据资源：有哪些数据项，由谁负责，按什么条件共享。', en: 'What authorities share with one another: the data, who answers for it, and on what terms.' }

const publisherType = described('http://purl.org/adms/publishertype/LocalAuthority', 'skos:Concept', { 'skos:prefLabel': { text: 'Local authority', language: 'en' } })

const agent = (at: Addresses, catalogue: Catalogue, line: string, region: string): Described =>
  described(at(region, 'agents', line), 'foaf:Agent', { 'dct:identifier': plain(`${line}@${region}`), 'dct:type': link(publisherType.iri), 'foaf:name': inLanguages(authorityOf(catalogue, line, region)?.name ?? higherAuthority) })

/** How the authority is reached; officers by name are for officials only. */
const contact = (at: Addresses, catalogue: Catalogue, { id, line, region }: Resource): Described => {
  const authority = authorityOf(catalogue, line, region)
  return described(at('resources', id, 'contact'), ['vcard:Kind', 'vcard:Organization'], {
    'vcard:fn': inLanguages(authority?.name ?? higherAuthority), 'vcard:hasTelephone': authority?.phone === undefined ? undefined : link(`tel:${authority.phone}`),
  })
}

const fieldNames = ({ fields }: ResourceContent): Texts => ({
  'zh-CN': `数据项：${fields.map(({ title }) => title['zh-CN']).join('、')}`, en: `Data: ${fields.map(({ title }) => title.en ?? title['zh-CN']).join(', ')}`,
})

const aboutOf = (content: ResourceContent): Texts => {
  const [names, { about }] = [fieldNames(content), content]
  const chinese = about['zh-CN'] === '' ? names['zh-CN'] : `${about['zh-CN']}${names['zh-CN']}`
  return { 'zh-CN': chinese, en: about.en ? `${about.en} ${names.en ?? ''}` : names.en ?? chinese }
}

type Place = { catalogue: Catalogue; endpoint: string; documentation: string }

const oneResource = (at: Addresses, { catalogue, endpoint, documentation }: Place, one: Resource, content: ResourceContent): Described[] => {
  const [dataset, publisher, reached, law] = [at('resources', one.id), agent(at, catalogue, one.line, one.region), contact(at, catalogue, one), legalResource(at, content.legalBasis)]
  const theme = concept(at, 'lines', one.line)
  const frequency = described(`${authorityTable}/frequency/${frequencies[content.rhythm]}`, 'dct:Frequency', {})
  const access = described(`${authorityTable}/access-right/${rightsOf(content)}`, 'dct:RightsStatement', {})
  const [first] = law
  const common = {
    'dct:identifier': plain(one.id), 'dct:title': inLanguages(content.title), 'dct:description': inLanguages(aboutOf(content)), 'dct:publisher': link(publisher.iri), 'dcat:contactPoint': link(reached.iri),
    'dcat:theme': [link(government.iri), link(theme.iri)], 'dct:accessRights': link(access.iri), 'dcatap:applicableLegislation': first === undefined ? undefined : link(first.iri),
  }
  return [
    described(dataset, 'dcat:Dataset', {
      ...common, 'dcat:keyword': content.fields.flatMap(({ title }) => inLanguages(title)), 'dct:accrualPeriodicity': link(frequency.iri), 'dct:language': link(chineseLanguage.iri),
      'dct:spatial': link(at('regions', one.region)), 'dct:modified': one.publishedAt === null ? undefined : typed(one.publishedAt, 'xsd:dateTime'),
    }),
    ...(content.sharing.type === 'none' ? [] : [described(at('resources', one.id, 'service'), 'dcat:DataService', { ...common, 'dcat:endpointURL': link(endpoint), 'dcat:endpointDescription': link(documentation), 'dcat:servesDataset': link(dataset) })]),
    publisher, reached, theme, frequency, access, ...law, location(at, one.region, nameOr(catalogue.regions[one.region], one.region)),
  ]
}

/** The whole catalogue. @param place where calls go to and where they are described @param platformLine line of the authority that publishes the catalogue */
export function* describeResources(at: Addresses, place: Place, resources: readonly Resource[], platformLine = 'government-services'): Generator<Described> {
  const { catalogue } = place
  const published = resources.flatMap((one) => (one.content ? [{ one, content: one.content }] : []))
  const publisher = agent(at, catalogue, platformLine, catalogue.region)
  const all = published.map(({ one }) => one.id)
  yield described(at('resources'), 'dcat:Catalog', {
    'dct:title': inLanguages(catalogueName), 'dct:description': inLanguages(catalogueAbout), 'dct:publisher': link(publisher.iri), 'dct:language': link(chineseLanguage.iri), 'dct:spatial': link(at('regions', catalogue.region)),
    'dcat:dataset': all.map((id) => link(at('resources', id))), 'dcat:service': published.flatMap(({ one, content }) => (content.sharing.type === 'none' ? [] : [link(at('resources', one.id, 'service'))])),
  })
  yield* [publisher, publisherType, government, chineseLanguage, location(at, catalogue.region, nameOr(catalogue.regions[catalogue.region], catalogue.region))]
  for (const { one, content } of published) yield* oneResource(at, place, one, content)
}
