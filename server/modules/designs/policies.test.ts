// Policies written in a design: what is wrong is told at once, their tests run at every save, two people release, and then they hold for everybody.
// Contradictions, circles, unknown facts and divisions by zero never reach the residents.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockAt } from '../../testing/clock.ts'
import type { TestClient } from '../../testing/app.ts'
import { designerIn, openGrove, save, type DesignView, type DetailView, type ErrorView, type Grove } from './testing.ts'

let grove: Grove
let author: TestClient
let reviewer: TestClient
beforeAll(async () => {
  grove = await openGrove(clockAt('2026-03-02T10:00:00+08:00'))
  author = await grove.test.as(designerIn('990000', '顾一'))
  reviewer = await grove.test.as(designerIn('990000', '向三', 'supervisor'))
})
afterAll(() => grove.close())

const ground = {
  'tiny/concepts/more.yaml': 'concepts:\n  - {id: person.birthDate, name: {zh-CN: 出生日期, en: Date of birth}, type: date}\n',
  'tiny/facts/all.yaml': 'facts:\n  - {concept: person.birthDate, line: trees}\n  - {concept: person.kind, registry: people}\n',
}

const policy = (id: string, { rule = 'person.birthDate <= today - duration("P60Y")', amount = '5000', more = '' } = {}): string => `  - id: ${id}
    name: {zh-CN: 护林津贴${id}, en: Forest allowance ${id}}
    for: person
    theme: elders
    summary: {zh-CN: 满六十岁每月五十元。, en: Fifty a month from sixty.}
    explains: {zh-CN: 满六十岁自动发。, en: By itself from sixty.}
    source: {title: 样例法}
    conditions:
      - {id: age-sixty, name: {zh-CN: 满六十岁, en: Sixty or more}, rule: '${rule}'}
    amount: [{from: '2020-01-01', rule: '${amount}', source: {title: 样例法}}]
    period: month
    payer: {line: trees, level: district}
    objectionDays: 0
    way: automatic
${more}    tests:
      - {name: 满六十岁可以领, on: '2026-03-02', facts: {person.birthDate: '1960-01-01'}, verdict: 'yes', fen: 5000}
      - {name: 五十岁不能领, on: '2026-03-02', facts: {person.birthDate: '1976-01-01'}, verdict: 'no'}
`
const file = 'tiny/benefits/all.yaml'
const begin = async (id = 'forest-allowance') => (await author.post<DesignView>('/designs', { pack: 'tiny', title: '护林津贴', about: `benefits/${id}` })).body.id
const written = async (...policies: string[]) => {
  const id = await begin()
  const { body } = await save(author, id, 1, { ...ground, [file]: `benefits:\n${policies.join('')}` })
  return { id, revision: body.detail.design.revision, rules: body.examination.findings.map(({ rule }) => rule), examination: body.examination }
}

describe('a policy in a design', () => {
  it('runs its tests at every save, and lists the facts it may read with where they come from', async () => {
    const { id, rules, examination } = await written(policy('forest-allowance', { amount: '4000' }))
    expect(rules).toEqual([])
    expect(examination.tests).toMatchObject([{ name: '满六十岁可以领', file, differences: [{ 'zh-CN': '金额（分）：应为 5000，实际是 4000' }] }, { name: '五十岁不能领', differences: [] }])
    const { facts, policies } = (await author.get<{ facts: object[]; policies: object[] }>(`/designs/${id}/parts`)).body
    expect(facts).toMatchObject([{ id: 'person.birthDate', type: 'date', from: { 'zh-CN': '林业局' } }, { id: 'person.kind', choices: [{ value: 'young' }, { value: 'old' }], from: { 'zh-CN': '人口库' } }])
    expect(policies).toMatchObject([{ id: 'forest-allowance', for: 'person' }])
    expect((await author.post<ErrorView>(`/designs/${id}/submit`, { revision: 2 })).body.error).toMatchObject({ code: 'findings', details: [{ rule: 'test-failed' }] })
  })

  it.each([
    ['a fact that does not exist', [policy('a', { rule: 'person.birthDay <= today' })], 'rule-concept-unknown'],
    ['a date compared with a number', [policy('a', { rule: 'person.birthDate > 60' })], 'rule-kinds-differ'],
    ['a division by zero', [policy('a', { amount: '5000 / 0' })], 'rule-divides-by-zero'],
    ['a rule that is no FEEL', [policy('a', { rule: 'person.birthDate <=' })], 'rule-syntax'],
    ['conditions nobody meets together', [policy('a', { rule: 'person.birthDate > today and person.birthDate < today' })], 'benefit-contradicts'],
    ['policies that exclude one another in a circle', [policy('a', { more: '    excludes: [b]\n' }), policy('b', { more: '    excludes: [a]\n' })], 'benefit-cycle'],
    ['a policy that requires what excludes it', [policy('a', { more: '    requires: [b]\n' }), policy('b', { more: '    excludes: [a]\n' })], 'benefit-contradicts'],
  ])('%s is told and cannot be handed in', async (_what, policies, rule) => {
    const { id, revision, rules } = await written(...policies)
    expect(rules).toContain(rule)
    expect((await author.post<ErrorView>(`/designs/${id}/submit`, { revision })).body.error.code).toBe('findings')
  })

  it('is for designers of the place', async () => {
    const asked = { pack: 'tiny', title: '试试', about: 'benefits/forest-allowance' }
    for (const [client, status] of [[reviewer, 403], [await grove.test.as(designerIn('980000')), 404], [await grove.test.as(designerIn('990101')), 404]] as const) expect((await client.post('/designs', asked)).status).toBe(status)
    expect((await author.post('/designs', { ...asked, about: 'benefits/Not an id' })).status).toBe(400)
  })

  it('is released by a second person, and then everybody finds it and is judged by it', async () => {
    const { id, revision } = await written(policy('forest-allowance'))
    const handed = (await author.post<DetailView>(`/designs/${id}/submit`, { revision })).body.design
    const release = (client: TestClient) => client.post<DetailView & ErrorView>(`/designs/${id}/release`, { revision: handed.revision, comment: '同意' })
    expect((await release(author)).body.error.code).toBe('second_person')
    expect((await grove.test.asNobody.get('/benefits/forest-allowance')).status).toBe(404)
    expect((await release(reviewer)).body.design.state).toBe('released')
    expect((await grove.test.asNobody.get('/benefits/forest-allowance')).body).toMatchObject({ name: '护林津贴forest-allowance', conditions: [{ id: 'age-sixty', name: '满六十岁' }] })
    const { matches } = (await grove.test.asNobody.post<{ matches: object[] }>('/benefits/match', { for: 'person', facts: { 'person.birthDate': '1950-01-01' } })).body
    expect(matches).toMatchObject([{ id: 'forest-allowance', verdict: 'yes', isDue: true, fen: 5000 }])
    expect((await author.get<{ packs: { policies: object[] }[] }>('/designs')).body.packs[0]?.policies).toMatchObject([{ id: 'forest-allowance', own: true }])
  })
})

it('a change to a policy is told value by value', async () => {
  const id = await begin()
  await save(author, id, 1, { [file]: `benefits:\n${policy('forest-allowance', { amount: '6000' }).replace('fen: 5000', 'fen: 6000')}` })
  const { body } = await author.get<{ files: { items: { id: string; parts: { path: string[]; after?: unknown }[] }[] }[] }>(`/designs/${id}/changes`)
  expect(body.files[0]?.items[0]).toMatchObject({ id: 'forest-allowance', parts: [{ path: ['amount', '2020-01-01', 'rule'], after: '6000' }, { path: ['tests', '满六十岁可以领', 'fen'], after: 6000 }] })
})
