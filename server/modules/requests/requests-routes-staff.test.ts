// Desks of units: right role, wrong role, wrong place; more time, joint handling, two at once, finding one again.
// What the request centre does is tested beside its own routes.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../kernel/postgres-driver.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { goodAnswer, look, officialsOf, report, step, type Officials, type OwnReply, type StaffReply } from './testing.ts'

describe('desks of requests', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let resident: TestClient
  let neighbour: TestClient
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
  })
  let people = 0
  beforeEach(async () => {
    people += 1
    resident = await test.as({ person: { name: '丘小溪', phone: '13900002222', subject: `resident-${people}`, idNumber: inventIdNumber(7800 + people) } })
    neighbour = await test.as({ person: { name: '石开朗', phone: '13900003333', subject: `neighbour-${people}`, idNumber: inventIdNumber(7900 + people) } })
  })
  afterAll(() => test.close())

  const reported = async (given: Parameters<typeof report>[1] = {}, who = resident): Promise<OwnReply> => (await report(who, given)).body

  it('only the unit that has it works on it; the centre and the line above read, everybody else finds nothing', async () => {
    const one = await reported()
    expect((await look(officials.clerk, one.id)).actions.find(({ action }) => action === 'sign')).toEqual({ action: 'sign', possible: true })
    for (const client of [officials.elsewhere, officials.energy, officials.westDispatcher]) {
      expect((await client.get(`/requests/${one.id}`)).status).toBe(404)
      expect((await client.post(`/requests/${one.id}/notes`, { words: '看看' })).status).toBe(404)
    }
    expect((await officials.designer.get(`/requests/${one.id}`)).status).toBe(403)
    expect((await resident.get(`/requests/${one.id}`)).status).toBe(403)
    expect((await neighbour.get(`/my-requests/${one.id}`)).status).toBe(404)
    expect((await neighbour.post(`/my-requests/${one.id}/withdraw`, {})).status).toBe(404)
    expect((await officials.dispatcher.post(`/requests/${one.id}/sign`, { revision: 2 })).status).toBe(403)
    expect((await officials.clerk.post(`/requests/${one.id}/dispatch`, { revision: 2 })).status).toBe(403)
    expect((await step(officials.arbiter, one.id, 'rule', { unit: { line: 'energy', region: '990101' }, why: '早了' })).status).toBe(409)
    expect((await officials.elsewhere.get<{ requests: unknown[] }>('/requests?view=unit')).body.requests).toEqual([])
  })

  it('gets more time only from somebody else who leads the unit, once', async () => {
    const one = await reported()
    await step(officials.clerk, one.id, 'sign')
    expect((await step(officials.clerk, one.id, 'time', { days: 9, why: '要定做' })).status).toBe(400)
    await step(officials.clerk, one.id, 'time', { days: 3, why: '遮光罩要定做' })
    expect((await step(officials.clerk, one.id, 'time/decide', { granted: true })).status).toBe(403)
    expect((await step(officials.head, one.id, 'time/decide', { granted: true })).body).toMatchObject({ extendedDays: 3, dueAt: '2026-03-16T10:00:00.000Z' })
    expect((await step(officials.clerk, one.id, 'time', { days: 2, why: '还不够' })).status).toBe(409)
    const second = await reported()
    await step(officials.head, second.id, 'sign')
    await step(officials.head, second.id, 'time', { days: 2, why: '要定做' })
    expect((await step(officials.head, second.id, 'time/decide', { granted: true })).status).toBe(409)
  })

  it('is handled together with the unit the duty list names beside it, and with others that are invited', async () => {
    const one = await reported({ category: 'sky/lamps/dark', text: '东山区天文台停电了，请问什么时候来电？' })
    expect(one).toMatchObject({ unit: { line: 'energy' }, urgency: 'utility' })
    const helping = await officials.clerk.get<{ requests: { id: string }[] }>('/requests?view=helping')
    expect(helping.body.requests.map(({ id }) => id)).toContain(one.id)
    expect((await officials.clerk.post<StaffReply>(`/requests/${one.id}/contributions`, { words: '圆顶的线路已查，没有问题。' })).body.helpers).toMatchObject([{ unit: { line: 'sky' }, said: '圆顶的线路已查，没有问题。', givenBy: '星空甲' }])
    expect((await officials.clerk.post(`/requests/${one.id}/sign`, { revision: 2 })).status).toBe(403)
    expect((await step(officials.energy, one.id, 'helpers', { unit: { line: 'sky', region: '990102' }, asked: '西河的变电站是否跳闸' })).status).toBe(200)
    expect((await look(officials.elsewhere, one.id)).helpers).toHaveLength(2)
  })

  const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
  const attached = { text: '已在山前街道的路灯上装好遮光罩，见附图，您今晚可以看看效果。', outcome: 'solved' }
  const upload = async (client: TestClient, id: string, content = photo): Promise<number> => {
    const payload = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="after.png"\r\ncontent-type: image/png\r\n\r\n'), content, Buffer.from('\r\n--x--\r\n')])
    return (await client.request({ method: 'POST', url: `/api/v1/requests/${id}/files`, headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload })).statusCode
  }
  const filesTold = async (id: string) => (await resident.get<OwnReply>(`/my-requests/${id}`)).body.files

  it('an answer brings its files: the reporter sees them once it is released, and a draft sent back hands them on', async () => {
    const one = await reported()
    await step(officials.clerk, one.id, 'sign')
    const seen = () => filesTold(one.id)
    expect((await step(officials.clerk, one.id, 'answer', attached)).status).toBe(422)
    expect(await upload(officials.clerk, one.id)).toBe(201)
    await step(officials.clerk, one.id, 'answer', attached)
    await step(officials.head, one.id, 'answer/send-back', { why: '把日期写上' })
    expect(await seen()).toEqual([])
    expect((await step(officials.clerk, one.id, 'answer', attached)).body.files).toMatchObject([{ ofAnswer: true }])
    expect(await seen()).toEqual([])
    await step(officials.head, one.id, 'answer/release')
    const [file] = await seen()
    expect(file).toMatchObject({ ofAnswer: true })
    expect((await resident.get(`/my-requests/${one.id}/files/${file?.id}`)).status).toBe(200)
    const [released] = await test.app.db.read<{ id: string }[]>`select answers.id from request_answers answers join request_files files on files.answer_id = answers.id where answers.request_id = ${one.id} and answers.released_at is not null`
    expect(released).toBeDefined()
  })

  it('files of a unit that sent it back stay out of the answer of the next one', async () => {
    const one = await reported()
    await step(officials.clerk, one.id, 'sign')
    await upload(officials.clerk, one.id)
    await step(officials.clerk, one.id, 'return', { why: '路灯归能源局' })
    turnTo('2026-03-02T03:00:00Z')
    await step(officials.dispatcher, one.id, 'dispatch', { unit: { line: 'energy', region: '990101' }, why: '星空局说归能源局' })
    await step(officials.energy, one.id, 'sign')
    expect((await step(officials.energy, one.id, 'answer', attached)).status).toBe(422)
    await upload(officials.energy, one.id, Buffer.concat([photo, Buffer.from([0])]))
    await step(officials.energy, one.id, 'answer', attached)
    await step(officials.energyHead, one.id, 'answer/release')
    expect(await filesTold(one.id)).toMatchObject([{ ofAnswer: true }])
    turnTo(on)
  })

  it('files from before answers had files come to the answer they were added for, or are counted for the one in hand', async () => {
    const [done, inHand, elsewhere] = [await reported(), await reported(), await reported()]
    for (const { id } of [done, inHand, elsewhere]) {
      await step(officials.clerk, id, 'sign')
      await upload(officials.clerk, id)
    }
    await step(officials.clerk, done.id, 'answer', attached)
    await step(officials.head, done.id, 'answer/release')
    await step(officials.clerk, elsewhere.id, 'return', { why: '路灯归能源局' })
    turnTo('2026-03-02T03:00:00Z')
    await step(officials.dispatcher, elsewhere.id, 'dispatch', { unit: { line: 'energy', region: '990101' }, why: '星空局说归能源局' })
    await step(officials.energy, elsewhere.id, 'sign')
    await step(officials.energy, elsewhere.id, 'answer', goodAnswer)
    await step(officials.energyHead, elsewhere.id, 'answer/release')
    const [, brought = ''] = readFileSync(new URL('../../migrations/0058_voices.sql', import.meta.url), 'utf8').split(/(?=update request_files f)/)
    const ids = [done.id, inHand.id, elsewhere.id]
    const asOwner = connect(test.databaseUrl, { max: 1 })
    await asOwner`update request_files set answer_id = null where request_id = any(${ids}::uuid[])`
    await asOwner`update requests set course = course - 'unitFiles' where id = any(${ids}::uuid[])`
    await asOwner.unsafe(brought)
    await asOwner.end()
    expect(await filesTold(done.id)).toMatchObject([{ ofAnswer: true }])
    expect(await filesTold(elsewhere.id)).toEqual([])
    expect((await step(officials.clerk, inHand.id, 'answer', attached)).status).toBe(200)
    turnTo(on)
  })

  it('of somebody anonymous the unit never learns who it is, whatever was ticked', async () => {
    const { id } = (await resident.post<OwnReply>('/my-requests', { key: crypto.randomUUID(), kind: 'suggest', text: '建议东山区的路灯装遮光罩，请考虑。', category: 'sky/lamps/bright', place: { region: '990101' }, anonymous: true, openName: true, mayPublish: false })).body
    expect(await look(officials.clerk, id)).toMatchObject({ masked: true, contact: {} })
    expect((await resident.post(`/my-requests/${id}/open-name`, {})).status).toBe(409)
  })

  it('two officials at once: one is first, the other is shown that it has changed', async () => {
    const one = await reported()
    await step(officials.clerk, one.id, 'sign')
    const { revision } = await look(officials.clerk, one.id)
    const both = await Promise.all([officials.clerk, officials.head].map((client) => client.post(`/requests/${one.id}/answer`, { revision, ...goodAnswer })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('is found by words of its title and by its number', async () => {
    const one = await reported({ title: '梧桐里的路灯太亮' })
    const byWords = await officials.dispatcher.get<{ requests: { id: string }[] }>(`/requests?view=ofPlace&words=${encodeURIComponent('梧桐里')}`)
    expect(byWords.body.requests.map(({ id }) => id)).toEqual([one.id])
    expect((await officials.clerk.get<{ requests: { id: string }[] }>(`/requests?view=ofUnit&words=${one.number}`)).body.requests.map(({ id }) => id)).toEqual([one.id])
    expect((await officials.elsewhere.get<{ requests: { id: string }[] }>(`/requests?view=ofUnit&words=${one.number}`)).body.requests).toEqual([])
  })
})
