// The register of agencies: who may keep it and for where, what is wrong in an entry, and what everybody sees of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creditCodeCheckCharacter } from '../../kernel/identifiers.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable, on } from '../../testing/telescope.ts'
import { agencyStandingOf, mattersWithin } from './agency.ts'

type Kept = { uscc: string; standing: string; reason: string; actions: string[]; updatedAt: string; staff: { name: string; idNumber: string }[]; name: string }
type Refused = { error: { code: string; details?: unknown } }

let test: TestApp
let head: TestClient
let nth = 0

beforeAll(async () => {
  test = await startTestApp({ clock: turnable(on).clock, environment: { REGION: '990100' } })
  head = await test.as({ staff: [{ role: 'head', region: '990100', line: 'government-services' }] })
})
afterAll(() => test.close())

const code = (): string => {
  nth += 1
  const characters = `91440300MA998${String(nth).padStart(4, '0')}`
  return characters + creditCodeCheckCharacter(characters)
}
const entry = (more: object = {}) => ({
  name: '示例代办有限公司', region: '990101', licence: '备案 1 号', phone: '12345678', matters: ['keep-telescope'], startsOn: '2026-01-01', endsOn: '2026-12-31',
  staff: [{ name: '丁代办', idNumber: inventIdNumber(9100) }], ...more,
})
const list = (by: TestClient, more: object = {}) => by.post<Kept & Refused>('/agency-register', { uscc: code(), ...entry(more) })
const act = (by: TestClient, uscc: string, action: string) => by.post<Kept & Refused>(`/agency-register/${uscc}/act`, { action, reason: '收费不公开' })

describe('the register', () => {
  it('is seen by everybody without the staff, with why an agency may not act', async () => {
    const { body } = await list(head)
    expect(body).toMatchObject({ standing: 'working', actions: ['suspend', 'strikeOff'], staff: [{ name: '丁代办' }] })
    await act(head, body.uscc, 'suspend')
    const { agencies } = (await test.asNobody.get<{ agencies: Kept[] }>('/agencies?region=990101')).body
    const seen = agencies.find(({ uscc }) => uscc === body.uscc)
    expect(seen).toMatchObject({ standing: 'suspended', reason: '收费不公开' })
    expect(seen).not.toHaveProperty('staff')
    expect((await test.asNobody.get<{ agencies: unknown[] }>('/agencies?region=990200')).body.agencies).toEqual([])
  })

  it('is kept by heads and supervisors of the government services line, for their own region', async () => {
    const as = (role: 'head' | 'clerk' | 'supervisor', region: string, line: string | null) => test.as({ staff: [{ role, region, line }] })
    expect((await list(await as('clerk', '990100', 'government-services'))).status).toBe(403)
    expect((await list(await as('supervisor', '990200', null))).status).toBe(404)
    expect((await list(await as('head', '990100', 'sky'))).status).toBe(404)
    expect((await (await test.as({ person: {} })).get('/agency-register')).status).toBe(403)
    const { body } = await list(head)
    const elsewhere = await as('supervisor', '990200', null)
    expect((await act(elsewhere, body.uscc, 'suspend')).status).toBe(404)
    expect((await elsewhere.put(`/agency-register/${body.uscc}`, { seenAt: body.updatedAt, ...entry() })).status).toBe(404)
    expect((await elsewhere.get<{ agencies: unknown[] }>('/agency-register')).body.agencies).toEqual([])
    expect((await head.put(`/agency-register/${body.uscc}`, { seenAt: body.updatedAt, ...entry({ region: '980000' }) })).status).toBe(404)
  })

  it('says what is wrong in an entry, and keeps an agency once', async () => {
    const details = async (more: object) => (await list(head, more)).body.error.details
    expect(await details({ uscc: '91440300MA9990115D' })).toMatchObject({ field: 'uscc' })
    expect(await details({ matters: ['no-such'] })).toMatchObject({ field: 'matters', matter: 'no-such' })
    expect(await details({ endsOn: '2025-12-31' })).toMatchObject({ field: 'endsOn' })
    expect(await details({ staff: [{ name: '甲', idNumber: '110101199001010000' }] })).toMatchObject({ field: 'staff', index: 0 })
    expect(await details({ staff: [1, 2].map(() => ({ name: '甲', idNumber: inventIdNumber(9200) })) })).toMatchObject({ field: 'staff', index: 1, problem: 'twice' })
    const { body } = await list(head)
    expect((await list(head, { uscc: body.uscc })).body.error.code).toBe('conflict')
  })

  it('overwrites nothing somebody else has just changed', async () => {
    const { body } = await list(head)
    await act(head, body.uscc, 'suspend')
    const stale = await head.put<Refused>(`/agency-register/${body.uscc}`, { seenAt: '2026-03-01T00:00:00.000Z', ...entry({ name: '别的名字' }) })
    expect(stale.body.error.code).toBe('conflict')
    const changed = await head.put<Kept>(`/agency-register/${body.uscc}`, { seenAt: body.updatedAt, ...entry({ staff: [] }) })
    expect(changed.body).toMatchObject({ standing: 'suspended', staff: [] })
  })

  it('takes back nobody it has struck off', async () => {
    const { body } = await list(head)
    expect((await act(head, body.uscc, 'strikeOff')).body).toMatchObject({ standing: 'struckOff', actions: [] })
    expect((await act(head, body.uscc, 'relist')).body.error.code).toBe('not_allowed_now')
  })
})

describe('an agency', () => {
  it('works from its first day to its last, while it is listed', () => {
    const agency = { state: 'listed' as const, startsOn: '2026-03-01', endsOn: '2026-03-31' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => agencyStandingOf(agency, day))).toEqual(['upcoming', 'working', 'working', 'expired'])
    expect(agencyStandingOf({ ...agency, state: 'suspended' }, '2026-03-15')).toBe('suspended')
  })

  it('may do what both the client and the register allow', () => {
    expect(mattersWithin({ matters: null }, null)).toBeNull()
    expect(mattersWithin({ matters: null }, ['a'])).toEqual(['a'])
    expect(mattersWithin({ matters: ['a', 'b'] }, null)).toEqual(['a', 'b'])
    expect(mattersWithin({ matters: ['a', 'b'] }, ['b', 'c'])).toEqual(['b'])
  })
})
