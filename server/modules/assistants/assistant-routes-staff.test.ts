// Answers people said did not help reach the designers of the place, and only them, with what is answered now and where it stands.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { indexCatalogue } from '../search/index.ts'
import { writeNoted } from '../searches/noting.ts'

type List = { answers: { question: { id: string; words: string; region: string; times: number; revision: number; can: string[] }; about: { id: string; url: string } | null; sentences: { text: string }[]; sources: { title: string; quote: string; url: string }[] }[] }
const posting = (role: Posting['role'], region: string): Posting => ({ role, line: null, region })

let testing: TestApp
let designer: TestClient
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
  await indexCatalogue(testing.app.db, testing.app.packs, '990100')
  designer = await testing.as({ staff: [posting('designer', '990100')], name: '方知远' })
})
afterAll(() => testing.close())

const unhelpful = (question: string, more: object = {}) => testing.asNobody.post('/assistant/feedback', { question, helpful: false, ...more })
const list = async (who: TestClient = designer) => {
  await writeNoted(testing.app)
  return (await who.get<List>('/assistant/unhelpful')).body.answers
}

test('nothing is listed while nobody has said so', async () => {
  expect(await list()).toEqual([])
})

test('a question comes masked, with how often it was said, what is answered now and where that stands', async () => {
  for (let nth = 0; nth < 2; nth += 1) await unhelpful('望远镜许可要多久能办好')
  await unhelpful('望远镜许可要多少钱 13800138000', { region: '990101' })
  const [first, second, ...rest] = await list()
  expect(rest).toEqual([])
  expect(first).toMatchObject({ question: { words: '望远镜许可要多久能办好', region: '990100', times: 2 }, about: { id: 'telescope-permit', url: '/services/telescope-permit' }, sources: [{ url: '/services/telescope-permit#basics' }] })
  expect(first?.sentences.map(({ text }) => text).join('')).toContain('5 个工作日')
  expect(second?.question).toMatchObject({ region: '990101', times: 1 })
  expect(second?.question.words).not.toMatch(/丁星河|1380/)
})

test('what nothing answers is in the list of unfound questions, and not in this one', async () => {
  await unhelpful('潜水艇许可要多少钱')
  expect((await list()).map(({ question }) => question.words)).not.toContain('潜水艇许可要多少钱')
})

test('a question that named nothing is kept with the name of what was spoken of', async () => {
  await unhelpful('那依据是什么', { about: { type: 'service', id: 'telescope-permit' } })
  await unhelpful('那依据是什么', { about: { type: 'service', id: 'gone' } })
  expect((await list()).map(({ question }) => question.words)).toContain('望远镜许可那依据是什么')
})

test('designers and supervisors see those of their place, nobody else any', async () => {
  const [district, elsewhere, supervisor] = await Promise.all([posting('designer', '990101'), posting('designer', '990102'), posting('supervisor', '990100')].map((each) => testing.as({ staff: [each] }))) as [TestClient, TestClient, TestClient]
  expect((await list(district)).map(({ question }) => question.region)).toEqual(['990101'])
  expect(await list(elsewhere)).toEqual([])
  expect(await list(supervisor)).toHaveLength((await list()).length)
  for (const [who, status] of [[testing.asNobody, 401], [await testing.as({ person: {} }), 403], [await testing.as({ staff: [posting('clerk', '990100')] }), 403]] as const) expect((await who.get('/assistant/unhelpful')).status).toBe(status)
})

test('once a designer has dealt with a question it is listed no more, until it is said again', async () => {
  const one = (await list()).find(({ question }) => question.words === '望远镜许可要多久能办好')?.question
  await designer.post(`/search/unfound/${one?.id}/answer`, { revision: one?.revision, remedy: 'service', note: '时限写进了导语' })
  const words = async () => (await list()).map(({ question }) => question.words)
  expect(await words()).not.toContain('望远镜许可要多久能办好')
  await unhelpful('望远镜许可要多久能办好')
  expect(await words()).toContain('望远镜许可要多久能办好')
})
