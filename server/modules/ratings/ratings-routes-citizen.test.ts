// Rating a case or a guide over HTTP: once and for ever, by whoever it belongs to; and what may not be done to it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { bad, good, openTown, type Own, type Rateable, type Town } from './testing.ts'

let town: Town
let approver: TestClient
beforeAll(async () => {
  town = await openTown()
  approver = await town.official('approver')
})
afterAll(() => town.close())

const codeOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code

describe('a case that has ended', () => {
  it('is rated once by the person it belongs to, however often they press the button', async () => {
    const { resident, application, caseId } = await town.decided(approver)
    const before = await resident.get<{ cases: Rateable[] }>(`/applications/${application}/ratings`)
    expect(before.body.cases.find(({ id }) => id === caseId)).toMatchObject({ name: '望远镜许可', rating: null })
    const pressed = await Promise.all([1, 2, 3].map(() => resident.post('/ratings', { kind: 'case', id: caseId, ...good })))
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect(codeOf(await resident.post('/ratings', { kind: 'case', id: caseId, ...bad }))).toBe('already_rated')
    const { rating } = (await resident.get<{ cases: Rateable[] }>(`/applications/${application}/ratings`)).body.cases.find(({ id }) => id === caseId) ?? {}
    expect(rating).toMatchObject({ grade: 'very-satisfied', counts: 'all', state: null, mayDeny: false })
  })

  it('is nobody else’s to rate, and its rating cannot be changed in the database either', async () => {
    const { resident, caseId, application } = await town.decided(approver)
    const other = await town.test.as({ person: {} })
    expect((await other.post('/ratings', { kind: 'case', id: caseId, ...good })).status).toBe(404)
    expect((await other.get(`/applications/${application}/ratings`)).status).toBe(404)
    expect((await approver.post('/ratings', { kind: 'case', id: caseId, ...good })).status).toBe(403)
    expect((await town.test.asNobody.post('/ratings', { kind: 'case', id: caseId, ...good })).status).toBe(401)
    await resident.post('/ratings', { kind: 'case', id: caseId, ...good })
    await expect(town.test.app.db.transaction((tx) => tx`update ratings set grade = 'neutral' where subject = ${caseId}`)).rejects.toThrow('append-only')
  })

  it('takes only tags that belong to the grade, and none twice', async () => {
    const { resident, caseId } = await town.decided(approver)
    expect((await resident.post('/ratings', { kind: 'case', id: caseId, grade: 'satisfied', tags: ['slow'], words: '' })).status).toBe(400)
    expect((await resident.post('/ratings', { kind: 'case', id: caseId, grade: 'neutral', tags: ['slow', 'quick'], words: '' })).status).toBe(201)
  })

  it('of the same name as the official who decided it counts only after somebody has looked', async () => {
    const namesake = await town.test.as({ person: { name: '测试approver' } })
    const { caseId } = await town.decided(approver, namesake)
    const held = await town.counted('held')
    expect((await namesake.post<Own>('/ratings', { kind: 'case', id: caseId, ...good })).body.counts).toBe('held')
    expect(await town.counted('held')).toBe(held + 1)
  })
})

describe('a guide', () => {
  it('is rated once by a person in a quarter, page by page; what designers should know is counted', async () => {
    const resident = await town.test.as({ person: {} })
    const said = { kind: 'guide', id: 'keep-telescope', page: 'documents', grade: 'unsatisfied', tags: ['unclear-guide'], words: '' }
    expect((await resident.post('/ratings', said)).status).toBe(201)
    expect((await resident.post('/ratings', said)).status).toBe(409)
    expect((await resident.post('/ratings', { ...said, page: 'fees' })).status).toBe(201)
    expect((await resident.post('/ratings', { ...said, id: 'nothing-of-the-kind' })).status).toBe(404)
    await town.counted('held')
    const parts = await town.test.app.db.read<{ part: string }[]>`select part from figures where facet = 'tag' and grain = 'day' and part like 'keep-telescope %' order by part`
    expect(parts.map(({ part }) => part)).toEqual(['keep-telescope documents unclear-guide', 'keep-telescope fees unclear-guide'])
  })
})
