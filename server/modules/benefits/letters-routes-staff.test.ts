// Tests of letters and visits over HTTP: one code each, one file for all of them, and what every outcome leads to.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEntitlementsForUpdate } from './entitlements-store.ts'
import { account, openBenefitTown, overtaken, resident, staffAt, type Town } from './testing.ts'

type Listed = { entitlements: { id: string; name: string; state: string; letter?: { code: string; outcome: string | null; note: string } }[] }

let town: Town
beforeAll(async () => {
  town = await openBenefitTown()
  await town.people(...[1, 2, 3, 4].map((each) => resident(4000 + each, { 'person.spouseDeceasedOn': '2026-02-10', 'person.name': `没有账号${each}` })))
  const clerk = await town.test.as(staffAt('clerk'))
  await clerk.post('/benefits/runs', {})
  await town.test.runJobs()
})
afterAll(() => town.test.close())

const listed = async (query = 'letters=true') => (await (await town.test.as(staffAt('clerk'))).get<Listed>(`/benefits/entitlements?${query}`)).body.entitlements
const byName = async (name: string, query?: string) => (await listed(query)).find((each) => each.name === name)

const textOf = async (bytes: Buffer): Promise<string[]> => {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true }).promise
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')))
}

describe('letters', () => {
  it('are one file with a list in front, each with its code, which anybody can check without learning to whom it went', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    expect((await clerk.get('/benefit-letters/file')).status).toBe(404)
    expect((await clerk.post('/benefit-letters')).body).toEqual({ letters: 4 })
    const code = (await byName('没有账号1'))?.letter?.code ?? ''
    expect((await clerk.post('/benefit-letters')).body).toEqual({ letters: 0 })
    expect((await byName('没有账号1'))?.letter?.code).toBe(code)
    const file = await clerk.request({ url: '/api/v1/benefit-letters/file' })
    const [cover = '', ...pages] = await textOf(file.rawPayload)
    expect(pages).toHaveLength(4)
    expect(cover).toContain('共4封')
    for (const words of ['没有账号1：您好！', '5,000元', '核对码', '配偶一年内去世']) expect(pages.join('')).toContain(words)
    const checked = await town.test.asNobody.get(`/benefits/letters/${code}`)
    expect(checked.body).toMatchObject({ benefit: 'farewell-grant', benefitName: '告别补助', madeOn: '2026-03-02' })
    expect(JSON.stringify(checked.body)).not.toContain('没有账号')
    expect((await town.test.asNobody.get('/benefits/letters/999999999999')).status).toBe(404)
  })

  it('go a batch at a time to those without one, who stand first, and each batch is a file of its own', async () => {
    town.turnTo('2026-03-03T02:00:00Z')
    const clerk = await town.test.as(staffAt('clerk'))
    await town.people(resident(4005, { 'person.spouseDeceasedOn': '2026-02-10', 'person.name': '没有账号5' }))
    await clerk.post('/benefits/runs', {})
    await town.test.runJobs()
    expect((await listed()).map(({ name }) => name)[0]).toBe('没有账号5')
    expect((await clerk.post('/benefit-letters')).body).toEqual({ letters: 1 })
    const { batches } = (await clerk.get<{ batches: { writtenAt: string; letters: number }[] }>('/benefit-letters')).body
    expect(batches.map(({ letters }) => letters)).toEqual([1, 4])
    const ofFirst = `writtenAt=${encodeURIComponent(batches[1]?.writtenAt ?? '')}`
    expect((await listed(`letters=true&${ofFirst}`)).map(({ name }) => name).toSorted()).toEqual([1, 2, 3, 4].map((each) => `没有账号${each}`))
    const pages = async (query: string) => (await textOf((await clerk.request({ url: `/api/v1/benefit-letters/file${query}` })).rawPayload)).slice(1)
    expect([(await pages('')).length, (await pages(`?${ofFirst}`)).length]).toEqual([1, 4])
    const elsewhere = await town.test.as(staffAt('clerk', '990102'))
    expect((await elsewhere.get('/benefit-letters')).body).toEqual({ batches: [] })
    expect((await elsewhere.get(`/benefit-letters/file?${ofFirst}`)).status).toBe(404)
    expect((await (await town.test.as({ person: {} })).get('/benefit-letters')).status).toBe(403)
  })

  it('are written and noted only where they belong, and by those who screen', async () => {
    const one = await byName('没有账号1')
    const [elsewhere, otherLine, person] = [await town.test.as(staffAt('clerk', '990102')), await town.test.as(staffAt('clerk', '990101', 'energy')), await town.test.as({ person: {} })]
    for (const stranger of [elsewhere, otherLine]) {
      expect((await stranger.post('/benefit-letters')).body).toEqual({ letters: 0 })
      expect((await stranger.post(`/benefits/entitlements/${one?.id}/visit`, { outcome: 'absent' })).status).toBe(404)
    }
    expect((await person.post('/benefit-letters')).status).toBe(403)
    expect((await person.post(`/benefits/entitlements/${one?.id}/visit`, { outcome: 'absent' })).status).toBe(403)
  })
})

describe('a visit', () => {
  it('leads on: agreed is confirmed to the account they gave, declined and moved end, nobody at home stays on the list', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    const visit = async (name: string, body: object) => clerk.post<{ state: string }>(`/benefits/entitlements/${(await byName(name))?.id}/visit`, body)
    expect((await visit('没有账号1', { outcome: 'agreed' })).status).toBe(400)
    expect((await visit('没有账号1', { outcome: 'agreed', account: account('别人') })).status).toBe(400)
    expect((await visit('没有账号4', { outcome: 'absent', note: '邻居说下周回来' })).body.state).toBe('found')
    expect((await visit('没有账号1', { outcome: 'agreed', account: account('没有账号1') })).body.state).toBe('confirmed')
    expect((await visit('没有账号2', { outcome: 'declined' })).body.state).toBe('declined')
    expect((await visit('没有账号3', { outcome: 'moved' })).body.state).toBe('lapsed')
    expect((await listed()).map(({ name, letter }) => [name, letter?.outcome, letter?.note])).toEqual([['没有账号4', 'absent', '邻居说下周回来'], ['没有账号5', null, '']])
    await clerk.post('/benefits/runs', {})
    await town.test.runJobs()
    expect((await byName('没有账号3', 'state=lapsed'))?.state).toBe('lapsed')
  })

  it('and a screening of the same person wait for one another', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    const id = (await byName('没有账号4'))?.id
    const noted = await overtaken(town, resident(4004)['person.idNumber'], () => clerk.post(`/benefits/entitlements/${id}/visit`, { outcome: 'absent' }), (tx, subject) => listEntitlementsForUpdate(tx, subject.id))
    expect(noted.status).toBe(200)
  })
})
