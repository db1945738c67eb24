// People see every use of their data, page by page and to take along, and nobody sees another's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read as readBook, utils } from '@e965/xlsx'
import type { CallOutcome } from '../exchange/index.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { fillDraft, handIn, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'

type Use = {
  uses: { id: string; kind: string; at: string; whatName: string; authorityName: string | null; systemName: string | null; conceptNames: string[]; unmaskedNames: string[]; purpose: string; legalBasis: string | null; outcome: string; applicationId: string | null; reference: string | null; own: boolean; times: number; disputable: string[] }[]
  next: string | null
  lines: { id: string; name: string }[]
}

const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
let town: TelescopeTown
beforeAll(async () => {
  town = await openTelescopeTown(clock)
})
afterAll(() => town.close())

const usesOf = async (client: TestClient, query = ''): Promise<Use> => (await client.get<Use>(`/data-use${query}`)).body

/** A call made for somebody else that read the records of the holder of a number. */
const readAbout = async (idNumber: string, by: { personId: string | null; applicationId: string | null; consumer?: string }, outcome: CallOutcome = 'answers') => {
  await town.test.app.exchange.ask('residents', { subject: { idNumber }, fields: ['residenceRegion'], purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', caseNumber: 'X-1', consent: '2026-03-01T00:00:00.000Z' }, {
    ...by, concepts: ['applicant.address', 'applicant.region'], read: () => ({ outcome, about: [{ subject: personDigest(idNumber), concepts: ['applicant.region'] }] }),
  })
}

describe('who read my data', () => {
  it('names registry, keeper, content, purpose and law of every look-up, also of those that failed', async () => {
    const owner = await town.test.as({ person: {} })
    town.registry.breakWith(503)
    const id = await fillDraft(owner)
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    await owner.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    const { uses } = await usesOf(owner)
    expect(uses.map(({ outcome }) => outcome)).toContain('unavailable')
    const answered = uses.find(({ outcome }) => outcome === 'answers')
    expect(answered).toMatchObject({ kind: 'lookUp', whatName: '居民库', systemName: null, purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', applicationId: id, own: true, reference: '填写申请时，还没有提交' })
    expect(town.registry.asked.at(-1)).toMatchObject({ caseNumber: `draft:${id}` })
    expect(answered?.conceptNames).toContain('居住地址')
    expect(answered?.disputable).toContain('applicant.address')
  })

  it('tells somebody whose record was read for another’s application: purpose, law, what and when, and nothing of the applicant', async () => {
    const number = inventIdNumber(14_001)
    const [owner, other] = [await town.test.as({ person: {} }), await town.test.as({ person: { idNumber: number } })]
    const id = await fillDraft(owner)
    for (const outcome of ['answers', 'withheld'] as const) await readAbout(number, { personId: owner.id, applicationId: id }, outcome)
    const { uses } = await usesOf(other)
    expect(uses.map(({ outcome }) => outcome).sort()).toEqual(['answers', 'withheld'])
    expect(uses[0]).toMatchObject({ whatName: '居民库', conceptNames: ['居住的区'], purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', reference: null, applicationId: null, own: false })
    for (const secret of [id, owner.id, '测试居民', 'X-1']) expect(JSON.stringify(uses)).not.toContain(secret)
    // Who typed a stranger's number does not learn that there was a record.
    expect((await usesOf(owner)).uses.map(({ outcome }) => outcome)).not.toContain('withheld')
  })

  it('says what a look-up of one’s own was made for, also in the list to take along', async () => {
    const number = inventIdNumber(14_002)
    const person = await town.test.as({ person: { idNumber: number } })
    await readAbout(number, { personId: person.id, applicationId: null })
    expect((await usesOf(person)).uses.map(({ reference }) => reference)).toEqual(['编号 X-1'])
    expect((await person.request({ method: 'GET', url: '/api/v1/data-use/file?format=csv' })).body).toContain('编号 X-1')
  })

  it('shows which authority opened a case, to the applicant with all of it, and to nobody outside it', async () => {
    const owner = await town.test.as({ person: {} })
    const { id, cases } = await handIn(owner)
    const permit = cases.find(({ service }) => service === 'telescope-permit')
    const [clerk, elsewhere] = [await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] }), await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] })]
    expect((await elsewhere.get(`/cases/${permit?.id}`)).status).toBe(404)
    expect((await usesOf(owner, '?kind=opened')).uses).toEqual([])
    for (let time = 0; time < 3; time += 1) await clerk.get(`/cases/${permit?.id}`)
    const [opened, ...more] = (await usesOf(owner, '?kind=opened')).uses
    expect(more).toEqual([])
    expect(opened).toMatchObject({ whatName: '望远镜许可', purpose: '拥有一台望远镜', authorityName: '东山区星空管理局', applicationId: id, times: 3, outcome: 'opened' })
    expect(opened?.conceptNames).toEqual(expect.arrayContaining(['型号', '身份证号']))
  })

  it('comes page by page without losing or repeating an entry, and by period, kind and authority', async () => {
    const number = inventIdNumber(14_003)
    const person = await town.test.as({ person: { idNumber: number } })
    for (let day = 1; day <= 7; day += 1) {
      turnTo(`2026-04-0${day}T02:00:00Z`)
      await readAbout(number, { personId: null, applicationId: null, consumer: 'platform' })
      await readAbout(number, { personId: null, applicationId: null, consumer: 'platform' })
    }
    const logged = await town.test.as({ person: { idNumber: number } })
    const all = await usesOf(logged)
    expect([all.uses.length, all.next]).toEqual([14, null])
    const paged: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Use = await usesOf(logged, `?limit=3${next ? `&after=${next}` : ''}`)
      paged.push(...page.uses.map(({ id }) => id))
      next = page.next
    }
    expect(paged).toEqual(all.uses.map(({ id }) => id))
    expect((await usesOf(logged, '?from=2026-04-02&until=2026-04-03')).uses).toHaveLength(4)
    expect((await usesOf(logged, '?kind=opened')).uses).toEqual([])
    expect((await usesOf(logged, '?line=energy')).uses).toEqual([])
    expect((await logged.get('/data-use?after=nonsense')).status).toBe(400)
    turnTo('2026-03-02T02:00:00Z')
    expect((await usesOf(person)).uses.every(({ own }) => !own)).toBe(true)
  })

  it('can be taken along as PDF, CSV, XLSX and JSON', async () => {
    const owner = await town.test.as({ person: {} })
    await fillDraft(owner)
    const file = async (format: string) => owner.request({ method: 'GET', url: `/api/v1/data-use/file?format=${format}` })
    const csv = await file('csv')
    expect([csv.statusCode, csv.headers['content-type'], csv.body.slice(0, 5)]).toEqual([200, 'text/csv; charset=utf-8', '\ufeff"时间"'])
    expect(csv.body).toContain('居民库')
    expect((await file('pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const book = readBook((await file('xlsx')).rawPayload)
    expect(utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 })[0]).toEqual(['时间', '谁', '在哪里看的', '看了什么', '为什么', '依据', '结果'])
    expect((await file('json')).json<Use>().uses).toEqual((await usesOf(owner)).uses)
    expect((await file('exe')).statusCode).toBe(400)
  })

  it('is one’s own: others see nothing of it, officials and strangers are refused', async () => {
    const other = await town.test.as({ person: {} })
    expect((await usesOf(other)).uses).toEqual([])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    for (const path of ['/data-use', '/data-use/file']) {
      expect((await clerk.get(path)).status).toBe(403)
      expect((await town.test.asNobody.get(path)).status).toBe(401)
    }
  })
})
