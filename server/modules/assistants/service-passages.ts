// The passages of a service handled here: one for each thing people ask of it, in plain words from its structured fields.
// Pure. Where a field is absent there is no passage, so that nothing is said about it.
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, listAuthoritiesOf, listedDocument, listingOf, type Catalogue, type LegalBasis, type Listing, type Service } from '../catalogue/index.ts'
import { normalise } from '../search/index.ts'
import { both, joined, said, sentencesOf, type Passage, type Slot, type Subject } from './passage.ts'

const days = (count: number): Texts => (count === 0 ? both('当场办结', 'settled on the spot') : both(`${count} 个工作日`, `${count} working day${count === 1 ? '' : 's'}`))
const yuan = (fen: number): string => String(fen / 100)

const lawText = ({ title, article = '' }: LegalBasis): Texts => ({ 'zh-CN': `《${title}》${article}` })

const timeOf = ({ limits: { promised, statutory, legalBasis } }: Service): Texts[] => [
  promised === 0 ? both('承诺当场办结。', 'It is settled on the spot.') : said(days(promised), (each) => `受理后承诺 ${each}内办结。`, (each) => `Promised within ${each} of acceptance.`),
  said(days(statutory), (each) => `法定时限是 ${each}（《${legalBasis.title}》${legalBasis.article ?? ''}）。`, (each) => `The legal limit is ${each}.`),
]

const feeOf = (service: Service): Texts[] => {
  const { fee, charge, priced } = service
  if (priced) return [priced.says, said(lawText(priced.legalBasis), (each) => `依据：${each}。`, (each) => `Basis: ${each}.`)]
  if (!charge || charge.items.length === 0) return fee === 0 ? [both('不收费。', 'It is free of charge.')] : [both(`收费 ${yuan(fee)} 元。`, `The fee is ${yuan(fee)} yuan.`)]
  const items = charge.items.map(({ name, fen, quantity }) => said(name, (each) => `${each} ${yuan(fen)} 元${quantity ? '（每件）' : ''}`, (each) => `${each}: ${yuan(fen)} yuan${quantity ? ' each' : ''}`))
  const reductions = charge.items.flatMap((item) => item.reductions)
  return [
    said(joined(items, '；', '; '), (each) => `收费：${each}。`, (each) => `Charged: ${each}.`),
    ...(charge.bearer ? [said(charge.bearer, (each) => `由${each}付。`, (each) => `Borne by: ${each}.`)] : []),
    ...(reductions.length > 0 ? [said(joined(reductions.map(({ name }) => name)), (each) => `有减免：${each}。`, (each) => `Reductions: ${each}.`)] : []),
  ]
}

const documentsOf = (catalogue: Catalogue, { evidence }: Service): Texts[] => {
  const needs = evidence.flatMap(({ anyOf, when }) => {
    const types = anyOf.flatMap((id) => catalogue.evidence[id] ?? [])
    if (types.length === 0) return []
    const name = joined(types.map((each) => each.name), '或', ' or ')
    return [{ name: when ? said(name, (each) => `${each}（部分情形需要）`, (each) => `${each} (in some situations)`) : name, given: !types.some((each) => listedDocument(catalogue, each).shared) }]
  })
  const handed = needs.filter(({ given }) => given).map(({ name }) => name)
  const lookedUp = needs.filter(({ given }) => !given).map(({ name }) => name)
  if (needs.length === 0) return [both('不用交材料。', 'No documents are needed.')]
  return [
    handed.length === 0 ? both('没有必须自己交的材料。', 'There is no document you must hand in yourself.') : said(joined(handed), (each) => `要交的材料：${each}。`, (each) => `Documents to hand in: ${each}.`),
    ...(lookedUp.length === 0 ? [] : [said(joined(lookedUp), (each) => `能查到就不用交的：${each}。`, (each) => `Not needed where they can be looked up: ${each}.`)]),
  ]
}

const visitsText = (trips: number): Texts =>
  trips === 0 ? both('网上办不用跑现场。', 'Online, nobody has to come.') : both(`网上申请以后，还要到现场 ${trips} 次。`, `After applying online you come ${trips === 1 ? 'once' : `${trips} times`}.`)

const depths: Readonly<Record<Listing['onlineDepth'], Texts>> = {
  full: both('可以全程网上办。', 'It can be done online from beginning to end.'),
  accept: both('可以网上申请，还要到现场。', 'You can apply online, and then have to come.'),
  preview: both('可以网上预审，办理要到现场。', 'Papers can be examined online beforehand; then you have to come.'),
  consult: both('网上只能查看，办理要到现场。', 'It can only be read about online; you have to come.'),
}

const reaches: Readonly<Record<Listing['crossRegion']['scope'], Texts>> = {
  nation: both('全国通办。', 'You can apply anywhere in the country.'), province: both('全省通办。', 'You can apply anywhere in the province.'), city: both('全市通办。', 'You can apply anywhere in the city.'),
  district: both('要在本区办。', 'You apply in the district.'), street: both('要在本街道办。', 'You apply in the subdistrict.'),
}
const ways = { online: both('全程网办', 'online'), agency: both('异地代收代办', 'taken in elsewhere'), joint: both('多地联办', 'several places together') }
const deliveries = { online: both('电子结果发到账户', 'in your account'), counter: both('窗口领取', 'at the counter'), post: both('寄到家', 'by post') }

const elsewhereOf = ({ crossRegion }: Listing): Texts[] => [
  reaches[crossRegion.scope], ...(crossRegion.ways.length > 0 ? [said(joined(crossRegion.ways.map((way) => ways[way])), (each) => `办法：${each}。`, (each) => `How: ${each}.`)] : []),
]

/** Counters of the place asked about, else all if they are few. */
const whereOf = (listing: Listing, region: string): Texts[] => {
  const near = listing.counters.filter((counter) => regionCovers(counter.region, region) || regionCovers(region, counter.region))
  return near.slice(0, 3).map(({ name, address, hours, phone }) =>
    joined([said(name, (each) => `到${each}办`, (each) => `At ${each}`), said(address, (each) => `地址：${each}`, (each) => each), ...(hours ? [said(hours, (each) => `时间：${each}`, (each) => each)] : []), both(phone ? `电话 ${phone}。` : '。', phone ? `phone ${phone}.` : '')], '，', ', '))
}

const validityOf = ({ result: { name, validFor } }: Service): Texts[] => {
  if (!validFor) return []
  const years = validFor.months % 12 === 0 ? both(`${validFor.months / 12} 年`, `${validFor.months / 12} years`) : both(`${validFor.months} 个月`, `${validFor.months} months`)
  return [both(`${name['zh-CN']}的有效期是 ${years['zh-CN']}。`, `${name.en ?? 'The result'} is valid for ${years.en}.`)]
}

const authorityOfPlace = (catalogue: Catalogue, service: Service, region: string): Texts[] => {
  const all = listAuthoritiesOf(catalogue, service)
  const one = all.length === 1 ? all[0] : authorityOf(catalogue, service.line, region)
  if (one) return [said(one.name, (each) => `由${each}办理。`, (each) => `Handled by ${each}.`)]
  return all.length === 0 ? [] : [said(joined(all.map(({ shortName }) => shortName)), (each) => `由各区的部门办理：${each}。`, (each) => `Handled by the districts: ${each}.`)]
}

/** @param region where it is asked, GB/T 2260 */
export const serviceSubject = (catalogue: Catalogue, service: Service, region: string): Subject => {
  const { id, name, summary, result, requirements, guide, legalBasis } = service
  const listing = listingOf(catalogue, service)
  const url = `/services/${encodeURIComponent(id)}`
  const about = (slot: Slot, place: string, title: Texts, sentences: readonly Texts[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `service/${id}/${slot}`, slot, title: said(name, (each) => `${each} · ${title['zh-CN']}`, (each) => `${each} · ${title.en}`), sentences: [...sentences], url: `${url}#${place}` }])
  const facts = both('基本信息', 'at a glance')
  const list = both('办理信息', 'all details')
  const passages: Passage[] = [
    ...about('time', 'basics', facts, timeOf(service)), ...about('fee', 'basics', facts, feeOf(service)),
    ...about('visits', 'basics', facts, [visitsText(service.tripsOnline ?? 0)]),
    ...about('result', 'basics', facts, [said(result.name, (each) => `办好以后得到：${each}。`, (each) => `You receive: ${each}.`), said(joined(listing.delivery.map((way) => deliveries[way])), (each) => `送达方式：${each}。`, (each) => `How it reaches you: ${each}.`)]),
    ...about('validity', 'basics', facts, validityOf(service)), ...about('authority', 'basics', facts, authorityOfPlace(catalogue, service, region)),
    ...about('conditions', 'conditions', both('条件', 'conditions'), requirements.length === 0 ? [] : [said(joined(requirements.map((each) => each.name), '；', '; '), (each) => `条件：${each}。`, (each) => `Conditions: ${each}.`)]),
    ...about('documents', 'evidence', both('材料', 'documents'), documentsOf(catalogue, service)),
    ...about('how', 'procedure', both('办理流程', 'procedure'), listing.procedure.map(({ name: step, does }, at) => both(`第 ${at + 1} 步，${step['zh-CN']}：${does['zh-CN']}`, `${at + 1}. ${step.en ?? ''}: ${does.en ?? ''}`))),
    ...about('online', 'listing', list, [depths[listing.onlineDepth]]), ...about('elsewhere', 'listing', list, elsewhereOf(listing)), ...about('where', 'listing', list, [...whereOf(listing, region), ...(listing.onlineDepth === 'full' ? [depths.full] : [])]),
    ...about('phone', 'contacts', both('咨询', 'who to ask'), [both(`咨询电话 ${listing.consult.phone}。`, `Phone ${listing.consult.phone}.`)]),
    ...about('law', 'law', both('依据', 'legal basis'), [said(joined(legalBasis.map(lawText)), (each) => `依据：${each}。`, (each) => each)]),
    { id: `service/${id}/summary`, title: name, sentences: [said(summary, (each) => `${name['zh-CN']}：${each}`, (each) => `${name.en ?? ''}: ${each}`)], url: `${url}#about` },
    ...sentencesOf(guide).map((sentence, at): Passage => ({ id: `service/${id}/guide/${at}`, title: said(name, (each) => `${each} · 办事说明`, (each) => `${each} · guide`), sentences: [sentence], url: `${url}#about` })),
    ...listing.faq.map((faq): Passage => ({ id: `service/${id}/faq/${faq.id}`, ask: faq.ask, title: said(faq.ask, (each) => `${name['zh-CN']} · ${each}`, (each) => each), sentences: sentencesOf(faq.answer), url: `${url}#questions` })),
  ]
  const papers = service.evidence.flatMap(({ anyOf }) => anyOf.flatMap((each) => catalogue.evidence[each] ?? []))
  return {
    type: 'service', id, name, url, passages,
    head: normalise([...Object.values(name), ...Object.values(summary), ...Object.values(result.name), id.replaceAll('-', ' '), ...listAuthoritiesOf(catalogue, service).flatMap((each) => [each.name['zh-CN'], each.shortName['zh-CN']])].join(' | ')),
    documents: normalise(papers.flatMap((each) => Object.values(each.name)).join(' | ')),
  }
}
