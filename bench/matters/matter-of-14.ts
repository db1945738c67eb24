// A matter of 14 automatic services of seven authorities as a real pack: shared concepts, conditions, and results others wait for.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'

export const region = '990101'
export const matter = 'fourteen'

const count = 14
export const law = { title: '样例办法', article: '第一条' }
export const lines = Array.from({ length: 7 }, (_, index) => `line-${index + 1}`)
export const text = (zh: string) => ({ 'zh-CN': zh, en: zh })

/** Own concepts of the service, besides the shared ones. */
const ownConcepts = (index: number) => [`subject.field${index}a`, `subject.field${index}b`]

/** The first result is needed by half of the others, some of which others need in turn. */
const dependsOn = (index: number): string[] => (index === 0 ? [] : index % 2 === 1 ? ['service-0'] : index % 4 === 0 ? [`service-${index - 1}`] : [])

const service = (index: number) => ({
  id: `service-${index}`, name: text(`事项${index}`), summary: text(`事项${index}`), kind: 'confirmation', line: lines[index % lines.length], competentBy: 'applicant.region',
  legalBasis: [law], limits: [{ from: '2020-01-01', statutory: 20, promised: 2, source: law }], ...(dependsOn(index).length > 0 ? { dependsOn: dependsOn(index) } : {}),
  concepts: ['applicant.name', 'applicant.idNumber', 'applicant.phone', 'applicant.region', 'applicant.birthDate', ...ownConcepts(index)].map((concept) => ({ concept })),
  requirements: [
    { id: 'adult', name: text('成年'), rule: 'applicant.birthDate <= today - duration("P18Y")', legalBasis: law },
    { id: 'amount', name: text('数额'), rule: `subject.field${index}b >= 0 and subject.field${index}b < 1000000`, legalBasis: law },
  ],
  decision: 'automatic', result: { name: text(`结果${index}`), prefix: `R${String.fromCharCode(65 + index)}`, shows: ['applicant.name', `subject.field${index}a`], issues: [`subject.number${index}`] }, guide: text('样例'),
})

const concepts = () => [
  { id: 'applicant.name', name: text('姓名'), type: 'text' }, { id: 'applicant.idNumber', name: text('证件号'), type: 'idNumber', sensitive: true },
  { id: 'applicant.phone', name: text('电话'), type: 'phone' }, { id: 'applicant.region', name: text('地区'), type: 'region' }, { id: 'applicant.birthDate', name: text('出生日期'), type: 'date' },
  ...Array.from({ length: count }, (_, index) => [
    { id: `subject.field${index}a`, name: text(`文字${index}`), type: 'text' }, { id: `subject.field${index}b`, name: text(`数额${index}`), type: 'integer' },
    { id: `subject.number${index}`, name: text(`编号${index}`), type: 'text' },
  ]).flat(),
]

export const answers: Readonly<Record<string, string | number>> = {
  'applicant.region': region, 'applicant.birthDate': '1990-05-21',
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [[`subject.field${index}a`, `内容${index}`], [`subject.field${index}b`, index * 100]] as const).flat()),
}

const files = (): Record<string, unknown> => ({
  'pack.yaml': { id: 'bench', name: text('样例包'), region: '990000' },
  'regions.yaml': { regions: [['990000', '样例省'], ['990100', '样例市'], ['990101', '样例区']].map(([code, name]) => ({ code, name: text(name ?? '') })) },
  'authorities/all.yaml': { authorities: lines.map((line) => ({ line, regions: ['990101'], name: text(`{region}${line}`), shortName: text(line), phone: '12345' })) },
  'concepts/all.yaml': { concepts: concepts() },
  'texts/stages.yaml': { stages: [{ id: 'all', audience: 'person', name: text('全部'), order: 1 }] },
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`services/service-${index}.yaml`, service(index)])),
  [`matters/${matter}.yaml`]: {
    id: matter, name: text('十四件事'), summary: text('十四个事项'), stage: 'all', audience: 'person', subjects: [{ id: 'applicant', name: text('申请人') }, { id: 'subject', name: text('内容') }], scenario: [],
    services: Array.from({ length: count }, (_, index) => ({ service: `service-${index}` })),
    topics: [{ id: 'all', name: text('全部'), concepts: concepts().map(({ id }) => id) }], keywords: ['样例'], whoMayApply: text('任何人'), delivery: text('在线'),
  },
})

/** Writes the pack below a folder, with further files or other ones in place of its own, and returns the folder. */
export const writePack = async (folder: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  for (const [name, content] of Object.entries({ ...files(), ...more })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), stringify(content, { aliasDuplicateObjects: false }))
  }
  return folder
}
