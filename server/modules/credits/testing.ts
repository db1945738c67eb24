// A town with residents who pay for care afterwards and a hospital whose system signs what it sends; for tests of this module.
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { turnable } from '../../testing/telescope.ts'
import { hashOf } from '../exchange/index.ts'
import { followBills } from './following.ts'

export const began = '2026-03-02T02:00:00Z'

export type Bill = { id: string; number: string; state: string; ownFen: number; dueOn: string | null; lateOn: string | null; may: string[]; words: { text: string; mine: boolean }[] }
export type Credit = { grade: { id: string; promises: boolean; payLater: number }; broken: number; late: number; remedies: string[]; terms: { digest: string }; account: { limitFen: number; owedFen: number; leftFen: number } | null; bills: Bill[] }
export type Sent = { status: number; code?: string | undefined; because?: string | undefined; body: { state: string; ownFen: number; dueOn: string | null } }

export type CareTown = {
  test: TestApp
  turnTo: (iso: string) => void
  follow: () => Promise<number>
  /** the n-th resident, logged in now */
  resident: (nth: number) => Promise<TestClient & { idNumber: string }>
  credit: (client: TestClient) => Promise<Credit>
  /** agrees to the terms as they are shown */
  open: (client: TestClient) => Promise<{ status: number; body: Credit }>
  official: (role?: 'approver' | 'head' | 'clerk', region?: string, line?: string) => Promise<TestClient>
  /** the hospital's system; another one by its id */
  send: (content: Record<string, unknown>, by?: string) => Promise<Sent>
  close: () => Promise<void>
}

export const openCareTown = async (): Promise<CareTown> => {
  const { clock, turnTo } = turnable(began)
  const test = await startTestApp({ clock, environment: { REGION: '990100' } })
  const steward = await test.as({ staff: [{ role: 'steward', region: '990100', line: null }] })
  const keys = new Map<string, { key: KeyObject; kid: string }>()
  for (const [id, line] of [['east-hospital', 'energy'], ['west-hospital', 'energy'], ['sky-patrol', 'sky']] as const) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
    keys.set(id, { key: privateKey, kid: hashOf(JSON.stringify({ crv, kty, x, y })) })
    const { status } = await steward.post('/exchange/consumers', { id, name: `样例系统 ${id}`, line, region: '990101', jwk: { kty, crv, x, y } })
    if (status !== 201) throw new Error(`${id} was not registered: ${status}`)
  }
  return {
    test, turnTo,
    follow: () => followBills(test.app),
    resident: async (nth) => {
      const idNumber = inventIdNumber(16_000 + nth)
      return { ...(await test.as({ person: { subject: `care-${nth}`, name: '测试居民', idNumber } })), idNumber }
    },
    credit: async (client) => (await client.get<Credit>('/credit/own')).body,
    open: async (client) => client.post<Credit>('/credit/own/account', { terms: (await client.get<Credit>('/credit/own')).body.terms.digest }),
    official: (role = 'approver', region = '990100', line = 'sky') => test.as({ staff: [{ role, region, line }] }),
    send: async (content, by = 'east-hospital') => {
      const { key, kid } = keys.get(by) ?? { key: undefined, kid: '' }
      if (!key) throw new Error(`no system ${by}`)
      const message = { iss: by, aud: test.app.config.publicUrl, iat: clock.now().getTime() / 1000, jti: randomUUID(), ...content }
      const request = await new CompactSign(Buffer.from(JSON.stringify(message))).setProtectedHeader({ alg: 'ES256', kid, typ: 'exchange-request+jwt' }).sign(key)
      const { status, body } = await test.asNobody.post<Sent['body'] & { error?: { code: string; details?: { because?: string } } }>('/care-bills/messages', { request })
      return { status, code: body.error?.code, because: body.error?.details?.because, body }
    },
    close: test.close,
  }
}

type Resident = Awaited<ReturnType<CareTown['resident']>>

/** One town for the tests of a file, and somebody new for each test, logged in on the first day; `on` turns the clock and logs the same one in again. */
export const residentForEach = () => {
  let town: CareTown | undefined
  let client: Resident | undefined
  let nth = 0
  const opened = (): CareTown => {
    if (!town) throw new Error('the town opens before the first test')
    return town
  }
  const on = async (iso: string): Promise<void> => {
    opened().turnTo(iso)
    client = await opened().resident(nth)
  }
  beforeAll(async () => { town = await openCareTown() })
  afterAll(() => town?.close())
  beforeEach(async () => {
    nth += 1
    await on(began)
  })
  return {
    on,
    stranger: () => opened().resident(nth + 500),
    get town(): CareTown { return opened() },
    get client(): Resident {
      if (!client) throw new Error('nobody is logged in before the first test')
      return client
    },
  }
}

export const visit = (idNumber: string, number: string, more: Record<string, unknown> = {}) => ({
  action: 'enter', number, subject: { idNumber }, hospital: '样例市人民医院', department: '内科', visitedOn: '2026-03-02', totalFen: 50_000, insuredFen: 20_000, ...more,
})
