// The passages of matters, halls, authorities and services taken from other platforms.
// Pure. A matter says of its services what each of them says; how long and what papers it takes together depends on the situation, which the matter's page asks.
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Authority, Catalogue, ImportedService, Matter, Outlet } from '../catalogue/index.ts'
import { normalise } from '../search/index.ts'
import { both, joined, said, type Passage, type Slot, type Subject } from './passage.ts'
import { serviceSubject } from './service-passages.ts'

/** Slots a matter answers by what its services say. */
const fromServices = ['fee', 'time', 'documents', 'online', 'authority', 'conditions', 'law', 'visits'] as const

/** The services of a matter with the same words stand together. */
const perService = (parts: readonly { name: Texts; words: Texts }[]): Texts[] => {
  const groups = Map.groupBy(parts, ({ words }) => words['zh-CN'])
  return [...groups.values()].map((group) => {
    const words = group[0]?.words ?? both('', '')
    if (group.length === parts.length) return words
    return both(`${group.map(({ name }) => name['zh-CN']).join('、')}：${words['zh-CN']}`, `${group.map(({ name }) => name.en ?? name['zh-CN']).join(', ')}: ${words.en ?? words['zh-CN']}`)
  })
}

export const matterSubject = (catalogue: Catalogue, matter: Matter, region: string): Subject => {
  const { id, name, summary, keywords, whoMayApply, delivery } = matter
  const url = `/matters/${encodeURIComponent(id)}`
  const services = matter.services.flatMap(({ service }) => catalogue.services[service] ?? [])
  const subjects = services.map((service) => serviceSubject(catalogue, service, region))
  const about = (slot: Slot, sentences: readonly Texts[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `matter/${id}/${slot}`, slot, title: said(name, (each) => `${each}一件事`, (each) => each), sentences: [...sentences], url }])
  const ofServices = (slot: Slot): Texts[] => perService(subjects.flatMap((each) => each.passages.filter((passage) => passage.slot === slot).map(({ sentences }) => ({ name: each.name, words: joined(sentences, '', ' ') }))))
  const depends = both('要办哪几项看您的情形，先在这件事的页面答几个问题。', 'Which of these you need depends on your situation; the page of the matter asks.')
  return {
    type: 'matter', id, name, url,
    passages: [
      { id: `matter/${id}/summary`, title: said(name, (each) => `${each}一件事`, (each) => each), sentences: [said(summary, (each) => `${name['zh-CN']}一件事：${each}`, (each) => `${name.en ?? ''}: ${each}`)], url },
      ...about('services', [said(joined(services.map((each) => each.name)), (each) => `包括 ${services.length} 项：${each}。`, (each) => `It has ${services.length} services: ${each}.`), depends]),
      ...about('how', [both('在这件事的页面先答几个问题，再填一张表，一次提交，各部门同时办。', 'On the page of the matter you answer a few questions, fill in one form and submit once; the authorities work side by side.')]),
      ...about('result', [delivery]),
      ...fromServices.flatMap((slot) => about(slot, slot === 'conditions' ? [whoMayApply, ...ofServices(slot)] : ofServices(slot))),
    ],
    head: normalise([...Object.values(name), ...Object.values(summary), ...keywords, id.replaceAll('-', ' '), '一件事', ...Object.values(whoMayApply)].join(' | ')),
    documents: subjects.map((each) => each.documents).join(' '),
  }
}

const plain = (text: string): Texts => ({ 'zh-CN': text })

export const importedSubject = (service: ImportedService): Subject => {
  const { code, name, authority, region, promisedLimit, statutoryLimit, visits, online, locations, consult, conditions, materials, aliases } = service
  const url = `/services/imported/${encodeURIComponent(code)}`
  const limit = ({ days, unit }: NonNullable<ImportedService['promisedLimit']>) => (days === 0 ? '当场办结' : `${days} 个${unit === 'working' ? '工作日' : '自然日'}`)
  const about = (slot: Slot, sentences: readonly string[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `imported/${code}/${slot}`, slot, title: plain(`${name}（${authority.name}）`), sentences: sentences.map(plain), url }])
  const time = [...(promisedLimit ? [promisedLimit.days === 0 ? '承诺当场办结。' : `承诺 ${limit(promisedLimit)}办结。`] : []), ...(statutoryLimit ? [`法定时限是 ${limit(statutoryLimit)}。`] : [])]
  return {
    type: 'importedService', id: code, name: plain(name), url,
    passages: [
      ...about('time', time), ...about('documents', materials.length > 0 ? [`材料：${materials.join('；')}。`] : []), ...about('conditions', conditions.slice(0, 8)),
      ...about('where', locations.slice(0, 3).map((each) => `地点：${each}。`)), ...about('phone', consult.phones.slice(0, 3).map(({ number, extension }) => `咨询电话 ${number}${extension === null ? '' : ` 转 ${extension}`}。`)),
      ...about('online', online.available === null ? [] : [online.available ? '可以网上办理。' : '不能网上办理。']), ...about('visits', visits === null ? [] : [visits === 0 ? '不用跑现场。' : `最多跑 ${visits} 次。`]),
      ...about('authority', [`由${authority.name}办理。`]),
      { id: `imported/${code}/summary`, title: plain(name), sentences: [plain(`${name}由${authority.name}办理。`)], url },
    ],
    head: normalise([name, ...aliases, authority.name, region.name].join(' | ')), documents: normalise(materials.join(' | ')),
  }
}

/** A hall; people call it by its place too. */
export const outletSubject = ({ id, region, name, address, phone, hours, windows }: Outlet, place: Texts | undefined): Subject => {
  const about = (slot: Slot, sentences: readonly Texts[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `outlet/${id}/${slot}`, slot, title: name, sentences: [...sentences], url: '/help' }])
  const where = address ? [both(`${name['zh-CN']}在${address['zh-CN']}。`, `${name.en ?? ''}: ${address.en ?? ''}.`)] : []
  return {
    type: 'outlet', id: `${region}/${id}`, name, url: '/help', documents: '',
    passages: [
      ...about('where', where), ...about('phone', phone ? [both(`${name['zh-CN']}的电话是 ${phone}。`, `Phone of ${name.en ?? ''}: ${phone}.`)] : []),
      ...about('hours', hours ? [both(`${name['zh-CN']}的开放时间：${hours['zh-CN']}。`, `${name.en ?? ''} is open: ${hours.en ?? ''}.`)] : []),
      ...about('services', windows.length > 0 ? [said(joined([...new Map(windows.map((each) => [each.name['zh-CN'], each.name])).values()]), (each) => `窗口有：${each}。`, (each) => `Windows: ${each}.`)] : []),
    ],
    head: normalise([...Object.values(name), ...Object.values(place ?? {}), ...Object.values(address ?? {}), '政务大厅 办事大厅 政务服务中心 行政服务大厅 政务中心 办事中心 窗口 service hall'].join(' | ')),
  }
}

export const authoritySubject = ({ line, region, name, shortName, phone, address }: Authority): Subject => {
  const about = (slot: Slot, sentences: readonly Texts[]): Passage[] => (sentences.length === 0 ? [] : [{ id: `authority/${line}/${region}/${slot}`, slot, title: name, sentences: [...sentences], url: '/services' }])
  return {
    type: 'authority', id: `${line}/${region}`, name, url: '/services', documents: '',
    passages: [
      ...about('phone', phone ? [both(`${name['zh-CN']}的电话是 ${phone}。`, `Phone of ${name.en ?? ''}: ${phone}.`)] : []),
      ...about('where', address ? [both(`${name['zh-CN']}在${address['zh-CN']}。`, `${name.en ?? ''}: ${address.en ?? ''}.`)] : []),
    ],
    head: normalise([...Object.values(name), ...Object.values(shortName)].join(' | ')),
  }
}

/** Halls of a place: its own, else those above it. */
export const hallsFor = (outlets: readonly Outlet[], region: string): Outlet[] => {
  const own = outlets.filter((each) => each.region === region)
  return own.length > 0 ? own : outlets.filter((each) => regionCovers(each.region, region))
}
