// Invited authorities: they see what they are asked and what was shared, never who asks; they answer once, also after the day; time reminds them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable, on, uploadRequest } from '../../testing/telescope.ts'
import { remind } from './hard-cases-jobs.ts'
import { handInHardCase, lookAt, officialsOf, step, type Officials } from './testing.ts'

type Asked = { id: string; title: string; account: string | null; open: boolean; late: boolean; stance: string | null; files: { id: string }[]; ownFiles: { id: string }[] }

describe('an authority asked for its opinion', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let resident: TestClient
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
    resident = await test.as({ person: { name: '丘小溪', phone: '15400000199' } })
  })
  afterAll(() => test.close())

  const question = { line: 'energy', region: '990101', question: '能不能给路灯加装遮光罩？', dueOn: '2026-03-05', shared: true }
  const asked = async (more: Partial<typeof question> = {}): Promise<{ hardCase: string; opinion: string }> => {
    resident = await test.as({ person: { name: '丘小溪', phone: '15400000199' } })
    const one = await handInHardCase(resident)
    await resident.request(uploadRequest(`/my-hard-cases/${one.id}/files`))
    await step(officials.coordinator, one.id, 'accept', { title: '路灯太亮', category: 'no-precedent' })
    const { body } = await step(officials.coordinator, one.id, 'opinions', { asked: [{ ...question, ...more }] })
    return { hardCase: one.id, opinion: body.opinions[0]?.id ?? '' }
  }
  const opinion = { stance: 'able', opinion: '可以，本周来装。', laws: [{ title: '样例星空条例', article: '第三条' }] }
  const give = (client: TestClient, id: string, body: object = opinion) => client.post<Asked & { error?: { code: string } }>(`/hard-case-opinions/${id}`, body)

  it('reads the question, the account and the documents that were shared, and not who the applicant is', async () => {
    const { hardCase, opinion: id } = await asked()
    const { body } = await officials.energy.get<Asked>(`/hard-case-opinions/${id}`)
    expect(body).toMatchObject({ title: '路灯太亮', open: true, late: false, account: expect.stringContaining('阳台') })
    expect(JSON.stringify(body)).not.toMatch(/丘小溪|15400000199/)
    expect((await officials.energy.request({ method: 'GET', url: `/api/v1/hard-case-opinions/${id}/files/${body.files[0]?.id}` })).statusCode).toBe(200)
    expect((await officials.energy.get(`/hard-cases/${hardCase}`)).status).toBe(404)
    expect((await officials.energy.get<{ opinions: { id: string }[] }>('/hard-case-opinions')).body.opinions.map((each) => each.id)).toContain(id)
  })

  it('without sharing reads the question only', async () => {
    const { hardCase, opinion: id } = await asked({ shared: false })
    expect((await officials.energy.get<Asked>(`/hard-case-opinions/${id}`)).body).toMatchObject({ account: null, files: [] })
    const [file] = (await lookAt(officials.coordinator, hardCase)).files
    expect((await officials.energy.request({ method: 'GET', url: `/api/v1/hard-case-opinions/${id}/files/${file?.id}` })).statusCode).toBe(404)
  })

  it('is the only one who can: other lines and regions find nothing, roles without the task are refused', async () => {
    const { opinion: id } = await asked()
    const elsewhere = await test.as({ staff: [{ role: 'approver', region: '990102', line: 'energy' }] })
    for (const client of [officials.coordinator, elsewhere]) {
      expect((await client.get(`/hard-case-opinions/${id}`)).status).toBe(404)
      expect((await give(client, id)).status).toBe(404)
    }
    expect((await give(officials.designer, id)).status).toBe(403)
    expect((await give(resident, id)).status).toBe(403)
  })

  it('gives it once: sent twice it is one, a colleague who is slower is told', async () => {
    const { hardCase, opinion: id } = await asked()
    expect((await officials.energy.request(uploadRequest(`/hard-case-opinions/${id}/files`))).statusCode).toBe(201)
    expect((await give(officials.energy, id)).body).toMatchObject({ stance: 'able', open: false, ownFiles: [{ name: '购买凭证.pdf' }] })
    expect((await give(officials.energy, id)).status).toBe(200)
    const colleague = await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'energy' }] })
    expect((await give(colleague, id, { ...opinion, stance: 'unable' })).body.error?.code).toBe('conflict')
    expect((await colleague.request(uploadRequest(`/hard-case-opinions/${id}/files`, '%PDF-1.4\n% late\n%%EOF\n'))).statusCode).toBe(409)
    const seen = await lookAt(officials.coordinator, hardCase)
    expect(seen.opinions).toMatchObject([{ stance: 'able', givenBy: '能源局丙', late: false, files: [{ name: '购买凭证.pdf' }] }])
    expect(seen.history.filter(({ action }) => action === 'giveOpinion')).toHaveLength(1)
  })

  it('is reminded on the day and once after it, and its late opinion counts and is marked', async () => {
    const { hardCase, opinion: id } = await asked()
    await remind(test.app, { opinionId: id })
    expect((await lookAt(officials.coordinator, hardCase)).opinions[0]?.reminded).toBe(false)
    turnTo('2026-03-05T02:00:00Z')
    for (let time = 0; time < 2; time += 1) await remind(test.app, { opinionId: id })
    turnTo('2026-03-06T02:00:00Z')
    const { coordinator, energy } = await officialsOf(test) // sessions do not last for days
    for (let time = 0; time < 2; time += 1) await remind(test.app, { opinionId: id, late: true })
    expect((await lookAt(coordinator, hardCase)).history.filter(({ action }) => action === 'remind')).toHaveLength(2)
    expect((await energy.get<Asked>(`/hard-case-opinions/${id}`)).body.late).toBe(true)
    expect((await give(energy, id)).status).toBe(200)
    expect((await lookAt(coordinator, hardCase)).opinions).toMatchObject([{ stance: 'able', late: true }])
    await remind(test.app, { opinionId: id, late: true })
    expect((await lookAt(coordinator, hardCase)).history.at(-1)?.action).toBe('giveOpinion')
    turnTo(on)
  })

  it('has nothing more to say once the case was answered', async () => {
    const { hardCase, opinion: id } = await asked()
    await step(officials.coordinator, hardCase, 'conclude', { words: '已经装好了。', solution: '能源局主动装了。', by: ['东山能源局'], laws: [], category: 'no-precedent', keywords: [] })
    expect((await officials.energy.get<Asked>(`/hard-case-opinions/${id}`)).body.open).toBe(false)
    expect((await give(officials.energy, id)).status).toBe(409)
  })

  it('is asked only where it exists, by a day that can be kept, and not twice at the same time', async () => {
    const { hardCase } = await asked()
    const refused = async (more: object) => (await step(officials.coordinator, hardCase, 'opinions', { asked: [{ ...question, ...more }] })).status
    expect(await refused({})).toBe(400)
    expect(await refused({ line: 'constructor' })).toBe(400)
    expect(await refused({ line: 'sky', region: '990102', dueOn: '2026-03-01' })).toBe(400)
    expect(await refused({ line: 'sky', dueOn: '2027-03-01' })).toBe(400)
  })
})
