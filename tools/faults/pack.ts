// What people apply for while things break: a licence an official grants, and a card the rules grant as soon as the licence is there.
import { law, lines, text } from '../../bench/matters/matter-of-14.ts'
import { cityFiles, districts } from '../../bench/cases/city.ts'

export const district = districts[0] ?? ''
export const line = lines[0] ?? ''
export const matter = 'licence-and-card'

const shared = ['applicant.name', 'applicant.idNumber', 'applicant.phone', 'applicant.region', 'applicant.birthDate']

const service = (id: string, decision: 'manual' | 'automatic', prefix: string, own: string[], issues: string, dependsOn: string[]) => ({
  id, name: text(id), summary: text(id), kind: 'permit', line, competentBy: 'applicant.region', legalBasis: [law], ...(dependsOn.length > 0 ? { dependsOn } : {}),
  limits: [{ from: '2020-01-01', statutory: 20, promised: 7, source: law }], concepts: [...shared, ...own].map((concept) => ({ concept })),
  requirements: [{ id: 'adult', name: text('成年'), rule: 'applicant.birthDate <= today - duration("P18Y")', legalBasis: law }],
  decision, result: { name: text(id), prefix, shows: ['applicant.name'], issues: [issues] }, guide: text('样例'),
})

export const services = ['licence', 'card']

export const answers: Readonly<Record<string, string>> = { 'applicant.region': district, 'applicant.birthDate': '1990-05-21', 'licence.place': '样例路 8 号' }

export const packFiles = (): Record<string, unknown> => ({
  ...cityFiles(),
  'concepts/licence.yaml': { concepts: ['place', 'number', 'cardNumber'].map((name) => ({ id: `licence.${name}`, name: text(name), type: 'text' })) },
  'services/licence.yaml': service('licence', 'manual', 'LC', ['licence.place'], 'licence.number', []),
  'services/card.yaml': service('card', 'automatic', 'KA', ['licence.number'], 'licence.cardNumber', ['licence']),
  [`matters/${matter}.yaml`]: {
    id: matter, name: text('证与卡'), summary: text('样例'), stage: 'all', audience: 'person', subjects: [{ id: 'applicant', name: text('申请人') }, { id: 'licence', name: text('证') }], scenario: [],
    services: services.map((each) => ({ service: each })), topics: [{ id: 'all', name: text('全部'), concepts: [...shared, 'licence.place', 'licence.number'] }], keywords: ['样例'], whoMayApply: text('任何人'), delivery: text('在线'),
  },
})
