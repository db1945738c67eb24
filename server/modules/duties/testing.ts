// For tests: a small country with a duty list of every kind of place, and readers of it.
import type { Authority, Catalogue, Duty, DutyList, RequestLeaf } from '../catalogue/index.ts'

const named = (zh: string) => ({ 'zh-CN': zh, en: zh })

const leaf = (id: string, name: string, deadline: RequestLeaf['deadline']): RequestLeaf => ({ id, name: named(name), group: named('路灯'), top: named('城市'), examples: [], keywords: [], deadline, unassigned: false })

const regions: Catalogue['regions'] = Object.fromEntries(
  ([['990000', '样例省', 'province'], ['990100', '样例市', 'city'], ['990101', '东山区', 'district'], ['990102', '西河区', 'district'], ['990101001', '山前街道', 'street'], ['990101002', '东山街道', 'street'], ['990102001', '西乡街道', 'street']] as const)
    .map(([code, name, level]) => [code, { code, name: named(name), level, parent: null }]),
)

const authority = (line: string, region: string, name: string): Authority => ({ line, region, name: named(name), shortName: named(name) })

export const authorities: Authority[] = [
  authority('lamps', '990100', '市路灯局'), authority('lamps', '990101', '东山路灯所'), authority('lamps', '990102', '西河路灯所'), authority('police', '990101', '东山公安'),
  authority('street', '990101001', '山前办'), authority('street', '990101002', '东山办'), authority('government', '990101', '东山区政府'), authority('government', '990100', '市政府'),
]

export const catalogue = { regions, authorities }

const duty = (id: string, rest: Pick<Duty, 'categories' | 'unit'> & Partial<Duty>): Duty => ({ id, from: '2020-01-01', source: { title: '样例法' }, file: 'duties/all.yaml', line: 1, ...rest })

const leaves = [leaf('city/lamps/out', '路灯不亮', 'ordinary'), leaf('city/lamps/live', '灯杆漏电', 'life'), leaf('city/dogs/loose', '狗没牵绳', 'ordinary')]

export const duties: Duty[] = [
  duty('province', { categories: ['city/lamps'], regions: ['990000'], unit: { line: 'lamps' } }),
  duty('district', { categories: ['city/lamps'], regions: ['990101'], unit: { line: 'street', level: 'street' }, coUnits: [{ line: 'lamps', level: 'district' }] }),
  duty('leaf', { categories: ['city/lamps/live'], regions: ['990101'], unit: { line: 'lamps', level: 'district' }, deadline: 'utility' }),
  duty('night', { categories: ['city/lamps/live'], regions: ['990101'], hours: { from: '22:00', to: '06:00' }, unit: { line: 'police', level: 'district' } }),
  duty('winter', { categories: ['city/lamps/out'], regions: ['990102'], months: { from: 11, to: 2 }, unit: { line: 'lamps', region: '990100' } }),
  duty('grid', { categories: ['city/lamps'], areas: ['grid-1'], unit: { line: 'street', region: '990101002' } }),
  duty('road', { categories: ['city'], areas: ['oak-road'], unit: { line: 'lamps', region: '990100' }, ladder: [{ line: 'government', region: '990100' }] }),
]

const areas: DutyList['areas'] = new Map(
  ([
    { id: 'shanqian', kind: 'division', name: named('山前街道'), region: '990101001', polygon: [[113.9, 22.5], [113.92, 22.5], [113.92, 22.52], [113.9, 22.52]] },
    { id: 'grid-1', kind: 'grid', name: named('山前第一网格'), region: '990101001', polygon: [[113.9, 22.5], [113.91, 22.5], [113.91, 22.51], [113.9, 22.51]] },
    { id: 'oak-road', kind: 'road', name: named('橡树大道'), region: '990100', line: [[113.9, 22.515], [113.99, 22.515]], metres: 30, numbers: [{ from: 1, to: 99, region: '990101' }, { from: 100, to: 300, region: '990102' }] },
    { id: 'spring', kind: 'community', name: named('春晖社区'), region: '990101002' },
    { id: 'tower', kind: 'facility', name: named('观星塔'), aliases: ['星塔公园'], region: '990101001', point: [113.905, 22.505], metres: 100 },
  ] satisfies (typeof areas extends ReadonlyMap<string, infer A> ? A : never)[]).map((area) => [area.id, area]),
)

export const list: DutyList = { classes: [], leaves: new Map(leaves.map((each) => [each.id, each])), duties, areas }
