// A city of ten districts for the benchmark: the matter of 14 automatic services, and a permit that officials of a district decide.
import { law, lines, text } from '../matters/matter-of-14.ts'

export const cityRegion = '990100'
export const districts: readonly string[] = Array.from({ length: 10 }, (_, index) => String(990_101 + index))
export const permitMatter = 'permit'

const concepts = ['site', 'area', 'use', 'opening', 'seats', 'note'].map((name) => ({
  id: `permit.${name}`, name: text(`许可${name}`), type: name === 'area' || name === 'seats' ? 'integer' : name === 'opening' ? 'date' : 'text',
}))

export const permitAnswers = (district: string): Readonly<Record<string, string | number>> => ({
  'applicant.region': district, 'permit.site': '样例路 8 号', 'permit.area': 120, 'permit.use': '餐饮', 'permit.opening': '2027-03-01', 'permit.seats': 40, 'permit.note': '无',
})

/** One service of each line of authority, so that the work is spread over all of them. */
const permit = (line: string) => ({
  id: `${permitMatter}-${line}`, name: text(`经营许可 ${line}`), summary: text('开一家小店要的许可'), kind: 'permit', line, competentBy: 'applicant.region', legalBasis: [law],
  limits: [{ from: '2020-01-01', statutory: 20, promised: 7, source: law }],
  concepts: ['applicant.name', 'applicant.idNumber', 'applicant.phone', 'applicant.region', ...concepts.map(({ id }) => id)].map((concept) => ({ concept })),
  requirements: [{ id: 'area', name: text('面积'), rule: 'permit.area >= 10', legalBasis: law }],
  decision: 'manual', result: { name: text('经营许可证'), prefix: 'XK', shows: ['applicant.name', 'permit.site'] }, guide: text('样例'),
})

const matterFor = (line: string) => ({
  id: `${permitMatter}-${line}`, name: text(`开店 ${line}`), summary: text('开一家小店'), stage: 'all', audience: 'person',
  subjects: [{ id: 'applicant', name: text('申请人') }, { id: 'permit', name: text('许可') }], scenario: [], services: [{ service: `${permitMatter}-${line}` }],
  topics: [{ id: 'all', name: text('全部'), concepts: ['applicant.name', 'applicant.idNumber', 'applicant.phone', 'applicant.region', ...concepts.map(({ id }) => id)] }],
  keywords: ['开店'], whoMayApply: text('任何人'), delivery: text('在线'),
})

/** What this city has on top of, or in place of, the pack of 14 services. */
export const cityFiles = (): Record<string, unknown> => ({
  'regions.yaml': { regions: [['990000', '样例省'], ['990100', '样例市'], ...districts.map((code, index) => [code, `样例${index + 1}区`])].map(([code, name]) => ({ code, name: text(name ?? '') })) },
  'authorities/all.yaml': { authorities: lines.map((line) => ({ line, regions: [...districts], name: text(`{region}${line}`), shortName: text(line), phone: '12345' })) },
  'concepts/permit.yaml': { concepts },
  ...Object.fromEntries(lines.flatMap((line) => [[`services/${permitMatter}-${line}.yaml`, permit(line)], [`matters/${permitMatter}-${line}.yaml`, matterFor(line)]])),
})
