// Finding cases: by anything in them, by exactly those who may see them, and numbers of people only in full and on record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf, sealAllAudit } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import { handIn, openTelescopeTown, telescopeAnswers, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { followAllCases } from './following.ts'

type Found = { cases: { id: string; number: string; service: string; matches: { name: string; text: string }[] }[]; more: boolean; lookUp: boolean }

const posting = (role: Posting['role'], line: string | null = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('finding cases', () => {
  let town: TelescopeTown
  let clerk: TestClient
  const idNumber = '990101199005210017'
  let application: Awaited<ReturnType<typeof handIn>>
  beforeAll(async () => {
    town = await openTelescopeTown()
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    const client = await town.test.as({ person: { name: '欧阳观星', idNumber } })
    application = await handIn(client, { ...telescopeAnswers, 'telescope.model': '天鹰座一百二' })
    await town.test.runJobs()
    await keepUp()
  })
  afterAll(() => town.close())

  const keepUp = async () => {
    await sealAllAudit(town.test.app.db)
    await followAllCases(town.test.app)
  }
  const find = async (client: TestClient, q: string) => (await client.post<Found>('/case-finds', { q })).body
  const caseOf = (service: string) => application.cases.find((one) => one.service === service)?.id

  it('goes by name, by a part of a value, and by number at once, and says where the words stand', async () => {
    expect((await find(clerk, '欧阳观星')).cases.map(({ id }) => id)).toContain(caseOf('telescope-permit'))
    expect((await find(clerk, '阳观')).cases).not.toEqual([])
    const byValue = await find(clerk, '天鹰座')
    expect(byValue.cases.map(({ id }) => id)).toEqual([caseOf('telescope-permit')])
    expect(byValue.cases[0]?.matches).toMatchObject([{ text: '天鹰座一百二' }])
    const fresh = await handIn(await town.test.as({ person: {} }))
    const number = fresh.cases.find((one) => one.service === 'telescope-permit')?.number ?? ''
    expect((await find(clerk, number)).cases.map((one) => one.number)).toEqual([number])
  })

  it('finds the number of a person only in full, shows nothing of it, and records who asked', async () => {
    expect((await find(clerk, idNumber.slice(0, 12))).cases).toEqual([])
    const found = await find(clerk, idNumber)
    expect(found).toMatchObject({ lookUp: true })
    expect(found.cases.map(({ id }) => id)).toContain(caseOf('telescope-permit'))
    expect(JSON.stringify(found)).not.toContain(idNumber)
    const trail = await listAuditOf(town.test.app.db.read, 'staff', clerk.id)
    expect(trail.filter(({ action }) => action === 'cases.lookUp')).toHaveLength(2)
    expect(JSON.stringify(trail)).not.toContain(idNumber)
  })

  it('finds notes of officials as soon as they are written, and what a correction changed', async () => {
    await clerk.post(`/cases/${caseOf('telescope-permit')}/notes`, { text: '与海事处核过灯塔位置' })
    await keepUp()
    expect((await find(clerk, '灯塔')).cases.map(({ id }) => id)).toEqual([caseOf('telescope-permit')])
  })

  it('shows nothing to another authority, another district, a resident or nobody', async () => {
    const [energy, west] = [await town.test.as({ staff: [posting('clerk', 'energy')] }), await town.test.as({ staff: [posting('clerk', 'sky', '990102')] })]
    expect((await find(energy, '天鹰座')).cases).toEqual([])
    expect((await find(west, '欧阳观星')).cases).toEqual([])
    expect((await find(await town.test.as({ staff: [posting('supervisor', null, '990100')] }), '天鹰座')).cases).toHaveLength(1)
    expect((await (await town.test.as({ person: {} })).post('/case-finds', { q: 'x' })).status).toBe(403)
    expect((await (await town.test.as({ staff: [posting('designer')] })).post('/case-finds', { q: 'x' })).status).toBe(403)
    expect((await town.test.asNobody.post('/case-finds', { q: 'x' })).status).toBe(401)
  })

  it('goes on from where it was, so that following again changes nothing', async () => {
    const before = await find(clerk, '欧阳观星')
    await followAllCases(town.test.app)
    expect(await find(clerk, '欧阳观星')).toEqual(before)
  })
})
