// Progress without a login: only with both the number and the digits, only states, and nothing that could be tried out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

type Progress = { number: string; progress: string; services: { state: string; waitsFor: unknown[] }[] }
type Refused = { error: { code: string; message: string; details?: unknown } }

describe('progress without a login', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  let application: TrackingReply
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
    application = await handIn(await town.test.as({ person: { name: '观星人', idNumber: '990101199005210017', phone: '15400001234' } }))
    await town.test.runJobs()
  })
  afterAll(() => town.close())
  const ask = (number: string, phone: string) => town.test.asNobody.post<Progress & Refused>('/progress', { number, phone })

  it('tells where each service stands, and nothing about the person', async () => {
    const { status, body } = await ask(` ${application.number} `, '1234')
    expect(status).toBe(200)
    expect(body).toMatchObject({ number: application.number, progress: 'inProgress' })
    expect(body.services.map(({ state }) => state).sort()).toEqual(['granted', 'submitted', 'waiting'])
    for (const secret of ['观星人', '990101199005210017', '15400001234', '牧夫座', application.cases[0]?.id ?? '?']) expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('answers a wrong pair, a number that does not exist and something that is no number in the same words', async () => {
    const replies = await Promise.all([ask(application.number, '9999'), ask('990101-20260302-99999-0', '1234'), ask('hello-world', '1234')])
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.error.code} ${body.error.message} ${JSON.stringify(body.error.details)}`)).size).toBe(1)
    expect(replies[0]?.body.error.code).toBe('not_found')
  })

  it('cannot be tried out: after a few wrong digits a number answers nobody for a while, whether it exists or not', async () => {
    const fresh = await handIn(await town.test.as({ person: { phone: '15400005678' } }))
    for (const number of [fresh.number, '990101-20260302-88888-0']) {
      const codes = []
      for (let digits = 0; digits < 7; digits += 1) codes.push((await ask(number, String(digits).padStart(4, '0'))).body.error.code)
      expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'too_many', 'too_many'])
    }
    expect((await ask(fresh.number, '5678')).status).toBe(429)
    turnTo('2026-03-02T05:00:00Z')
    expect((await ask(fresh.number, '5678')).status).toBe(200)
  })

  it('counts tries that arrive at the same moment one after the other', async () => {
    const fresh = await handIn(await town.test.as({ person: { phone: '15400004321' } }))
    const replies = await Promise.all(Array.from({ length: 12 }, (_, digits) => ask(fresh.number, String(digits).padStart(4, '0'))))
    expect(replies.map(({ status }) => status).sort()).toEqual([404, 404, 404, 404, 404, 429, 429, 429, 429, 429, 429, 429])
  })

  it('takes four digits and nothing else', async () => {
    for (const phone of ['123', '12345', 'abcd', '']) expect((await ask(application.number, phone)).status).toBe(400)
  })
})
