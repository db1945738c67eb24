// What /metrics tells, and whom: figures an alarm can be set on, for this machine or for whoever knows the token.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planJobs } from './kernel/jobs.ts'
import { startTestApp, type TestApp } from './testing/app.ts'
import { openTelescopeTown, handIn } from './testing/telescope.ts'

const scrape = async (test: TestApp) => (await test.server.inject({ method: 'GET', url: '/metrics' })).body

describe('metrics', () => {
  it('tell the jobs that wait, are planned for later or are dead', async () => {
    const test = await startTestApp()
    await test.app.db.transaction(async (tx) => {
      await planJobs(tx, [{ task: 'try', payload: {} }, { task: 'try', payload: {} }, { task: 'try', payload: {}, runAt: new Date(Date.now() + 86_400_000) }, { task: 'try', payload: { dead: true }, maxAttempts: 1 }])
      await tx`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`
    })
    const text = await scrape(test)
    for (const line of ['tongban_jobs{state="due"} 2', 'tongban_jobs{state="later"} 1', 'tongban_jobs{state="dead"} 1']) expect(text).toContain(line)
    await test.close()
  })

  it('tell the cases that are open and late, and the audit entries not yet sealed', async () => {
    const town = await openTelescopeTown()
    await handIn(await town.test.as({ person: {} }))
    const before = await scrape(town.test)
    const [open] = /tongban_cases\{state="open"\} (\d+)/.exec(before)?.slice(1) ?? []
    expect(Number(open)).toBeGreaterThan(0)
    expect(before).toContain('tongban_cases{state="late"} 0')
    expect(before).toMatch(/tongban_audit_pending [1-9]/)
    await town.test.app.db.transaction((tx) => tx`update cases set promised_on = '2026-01-05' where clock_from is not null`)
    expect(await scrape(town.test)).toMatch(/tongban_cases\{state="late"\} [1-9]/)
    await town.close()
  })

  it('tell which registry is left alone because it kept failing, and what runs here', async () => {
    const test = await startTestApp({ environment: { REGION: '990100' }, registries: { residents: { url: 'http://127.0.0.1:1', key: 'k' }, births: { url: 'http://127.0.0.1:1', key: 'k' } } })
    const question = { subject: { idNumber: 'x' }, fields: ['birthDate'], purpose: 'p', legalBasis: 'l', caseNumber: 'draft:1', consent: '2026-03-02T02:00:00Z' }
    for (let attempt = 0; attempt < 4; attempt += 1) await test.app.exchange.ask('residents', question)
    const text = await scrape(test)
    for (const line of ['tongban_registry_broken{registry="residents"} 1', 'tongban_registry_broken{registry="births"} 0', 'mode="demo"} 1']) expect(text).toContain(line)
    await test.close()
  })
})

describe('reading metrics', () => {
  let open: TestApp
  let closed: TestApp
  const token = 'a-token-of-operators'
  beforeAll(async () => {
    open = await startTestApp()
    closed = await startTestApp({ environment: { METRICS_TOKEN: token } })
  })
  afterAll(async () => {
    await open.close()
    await closed.close()
  })
  const status = async (test: TestApp, remoteAddress: string, headers: Record<string, string> = {}) => (await test.server.inject({ method: 'GET', url: '/metrics', remoteAddress, headers })).statusCode

  it('is for callers of this machine, and for nobody behind a proxy that was not named', async () => {
    expect(await Promise.all(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) => status(open, address)))).toEqual([200, 200, 200])
    expect(await Promise.all(['10.0.0.5', '::ffff:10.0.0.5'].map((address) => status(open, address)))).toEqual([403, 403])
    expect(await status(open, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(403)
  })

  it('takes the token from anywhere once there is one, and nothing else', async () => {
    expect(await status(closed, '10.0.0.5', { authorization: `Bearer ${token}` })).toBe(200)
    expect(await Promise.all([status(closed, '127.0.0.1'), status(closed, '127.0.0.1', { authorization: 'Bearer wrong' }), status(closed, '127.0.0.1', { authorization: token })])).toEqual([403, 403, 403])
  })
})
