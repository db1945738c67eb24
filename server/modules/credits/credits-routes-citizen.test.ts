// Paying for care afterwards as its person has it: opened after the terms were read, reminded of, late, on record, settled and restored;
// everybody sees their own.
import { describe, expect, it } from 'vitest'
import { residentForEach, visit } from './testing.ts'

const here = residentForEach()
const inbox = async () => (await here.client.get<{ messages: { kind: string; title: string }[] }>('/messages')).body.messages.map(({ kind }) => kind)

describe('an account for care', () => {
  it('is opened once by whoever agreed to the terms as they are, and closed when nothing is owed', async () => {
    expect(await here.town.credit(here.client)).toMatchObject({ grade: { id: 'good', promises: true, payLater: 100_000 }, remedies: [], account: null, bills: [] })
    expect((await here.client.post('/credit/own/account', { terms: 'f'.repeat(64) })).status).toBe(409)
    const both = await Promise.all([here.town.open(here.client), here.town.open(here.client)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await here.town.credit(here.client)).account).toMatchObject({ limitFen: 100_000, owedFen: 0, leftFen: 100_000 })
    expect((await here.client.post('/credit/own/account/close')).status).toBe(200)
    expect((await here.client.post('/credit/own/account/close')).status).toBe(404)
    expect((await here.town.open(here.client)).status).toBe(200)
  })

  it('is nobody else’s, and not an official’s', async () => {
    const official = await here.town.official()
    expect((await official.get('/credit/own')).status).toBe(403)
    expect((await here.town.test.asNobody.get('/credit/own')).status).toBe(401)
    expect((await here.client.get('/care-bills')).status).toBe(403)
  })
})

describe('a bill', () => {
  it('is reminded of once, late after the days of grace, on record; settled, everything is as before', async () => {
    await here.town.open(here.client)
    await here.town.send(visit(here.client.idNumber, 'E1'))
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-17']) {
      await here.on(`${day}T02:00:00Z`)
      await here.town.follow()
      await here.town.follow()
    }
    expect((await inbox()).filter((kind) => kind === 'careDue')).toHaveLength(1)
    expect((await here.town.credit(here.client)).grade.id).toBe('good')
    await here.on('2026-03-24T02:00:00Z')
    await here.town.follow()
    expect(await here.town.follow()).toBe(0)
    expect(await here.town.credit(here.client)).toMatchObject({ grade: { id: 'watched', payLater: 0 }, late: 1, remedies: ['settle'], account: { leftFen: 0 }, bills: [{ state: 'late', lateOn: '2026-03-24' }] })
    expect((await here.town.send(visit(here.client.idNumber, 'E2'))).because).toBe('grade')
    expect((await here.town.send({ action: 'settle', number: 'E1' })).body.state).toBe('settled')
    expect((await here.town.send({ action: 'settle', number: 'E1' })).status).toBe(200)
    expect((await here.town.send({ action: 'cancel', number: 'E1', reason: '记错了' })).code).toBe('not_allowed_now')
    expect(await here.town.credit(here.client)).toMatchObject({ grade: { id: 'good' }, late: 0, remedies: [], account: { owedFen: 0 } })
    expect((await inbox()).toSorted()).toEqual(['careDue', 'careEntered', 'careLate', 'careSettled'])
  })

  it('due in a year whose calendar is not published has no day yet, and gets it once there is one', async () => {
    await here.on('2026-12-28T02:00:00Z')
    await here.town.open(here.client)
    expect((await here.town.send(visit(here.client.idNumber, 'H1'))).body.dueOn).toBeNull()
    await here.on('2027-01-05T02:00:00Z')
    await here.town.follow()
    expect(await here.town.follow()).toBe(0)
    expect((await here.town.credit(here.client)).bills[0]).toMatchObject({ state: 'owed', dueOn: null })
  })
})
