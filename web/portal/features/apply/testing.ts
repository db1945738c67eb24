// A draft for the tests of these pages: putting up a telescope, with questions, a registry, an upload and two authorities.
// Made by the planner itself, so that it looks as the server's does.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answers, KnownFact, RegistryState } from '../../../../server/modules/planning/index.ts'
import { catalogueOf, choiceOf, concept, evidence, matter, matterService, planOf, question, registry, service } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import type { Draft } from './queries.ts'

export const catalogue: Catalogue = catalogueOf({
  concepts: [
    choiceOf('telescope.place', ['home', 'hill']), concept('telescope.lamp', 'boolean'), concept('telescope.name'), concept('telescope.length', 'integer', { constraint: { minimum: 20, maximum: 90 } }),
    concept('telescope.remark', 'longText'), concept('owner.idNumber', 'idNumber', { sensitive: true }), concept('owner.address', 'address'), concept('owner.resident', 'boolean'), concept('lamp.number'),
  ],
  registries: [registry('residents', { owner: 'owner.idNumber' }, ['owner.address', 'owner.resident'])],
  evidence: [evidence('receipt'), evidence('statement'), evidence('proof-of-address', { registries: ['residents'], proves: ['owner.address'] })],
  services: [
    service('stand', { concepts: ['telescope.name', 'telescope.length', 'owner.address'], evidence: [{ id: 'bought', anyOf: ['receipt', 'statement'] }, { id: 'lives', anyOf: ['proof-of-address'] }], days: [3, 20] }),
    service('dark-sky', { line: 'lights', concepts: ['telescope.name', 'telescope.remark?', 'owner.resident'], requirements: { resident: 'owner.resident' }, dependsOn: ['stand'], days: [2, 10] }),
    service('lamp', { line: 'lights', concepts: ['lamp.number'], days: [1, 5] }),
  ],
  matter: matter([matterService('stand'), matterService('dark-sky', undefined, true), matterService('lamp', 'telescope.lamp')], {
    subjects: [{ id: 'owner', name: { 'zh-CN': '主人' } }],
    scenario: [question('telescope.place'), question('telescope.lamp', 'telescope.place = "hill"')],
    topics: [
      { id: 'telescope', name: { 'zh-CN': '望远镜' }, subjects: ['telescope'], concepts: [] },
      { id: 'owner', name: { 'zh-CN': '主人' }, subjects: ['owner'], concepts: [] },
      { id: 'lamp', name: { 'zh-CN': '灯' }, subjects: ['lamp'], concepts: [] },
    ],
  }),
})

interface Situation {
  answers?: Answers
  known?: readonly KnownFact[]
  registries?: Record<string, RegistryState>
  consents?: Record<string, boolean>
  declined?: string[]
  uploads?: string[]
}

/** The draft as the server would answer it. */
export function draftOf({ answers = {}, known = [], registries = {}, consents = {}, declined = [], uploads = [] }: Situation = {}): Draft {
  const declinedRegistries = Object.fromEntries(Object.entries(consents).filter(([, granted]) => !granted).map(([id]) => [id, 'declined' as const]))
  const plan = planOf(catalogue, { answers, known, registries: { ...registries, ...declinedRegistries }, declinedServices: declined, uploaded: uploads })
  const at = '2026-03-01T02:00:00.000Z'
  return {
    id: 'a1', matter: 'telescope', matterName: { 'zh-CN': '架设望远镜' }, region: '990101', channel: 'web', state: 'draft', revision: 1, number: null, updatedAt: at, answers: { ...answers },
    consents: Object.fromEntries(Object.entries(consents).map(([id, granted]) => [id, { granted, at }])), registries, records: [], disputes: [], retry: {}, declinedServices: declined,
    uploads: uploads.map((id, index) => ({ id: `u${index}`, evidence: id, name: `${id}.pdf`, size: 1000, type: 'application/pdf', uploadedAt: at })), plan, problems: [],
    signed: [], notAccepted: [],
    missing: { questions: [], answers: [], evidence: [], commitments: [], services: [], registries: [] },
  }
}

export const ownerNumber = '440305199005219994'
