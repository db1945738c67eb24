// Login, session and logout as a browser meets them: a real server, a real database and the real demo identity provider.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { noPacks } from '../../testing/packs.ts'
import { cookieBrowser, loginOverHttp, walkLogin } from './demo-login.ts'

let testing: TestApp
let baseUrl: string
const clock = clockAt(new Date().toISOString())

beforeAll(async () => {
  testing = await startTestApp({ listen: true, packs: noPacks, clock })
  baseUrl = testing.app.config.publicUrl
})
afterAll(() => testing.close())

const loginAddress = (query: Record<string, string> = {}) => new URL(`/api/v1/login?${new URLSearchParams(query)}`, baseUrl)
const isCallback = (address: URL) => address.pathname === '/api/v1/login/callback'
const problemOf = (response: Response) => new URL(response.headers.get('location') ?? '', baseUrl).searchParams.get('reason')
const sessionOf = async (cookie: string) => (await testing.server.inject({ url: '/api/v1/session', headers: { cookie } })).json<{ status: string; csrf: string | null; person?: { id: string } }>()

describe('logging in', () => {
  test('as a resident gives a session that says who it is, numbers masked', async () => {
    const chen = await loginOverHttp(baseUrl, 'chen-xiaoman')
    expect(await (await chen.fetch('/api/v1/session')).json()).toMatchObject({
      status: 'person', mode: 'demo', region: '440300', csrf: chen.csrf,
      person: { name: '陈小满', idNumberMasked: '440***********9994', phoneMasked: '154****0101', region: '440305', companies: [] },
    })
  })
  test('as a company agent brings the companies', async () => {
    const fang = await loginOverHttp(baseUrl, 'fang-ruochuan')
    expect(await (await fang.fetch('/api/v1/session')).json()).toMatchObject({ person: { companies: expect.arrayContaining([{ uscc: '91440305999999007T', name: '深圳示例晨光科技有限公司' }]) } })
  })
  test('as an official brings unit, postings and roles', async () => {
    const clerk = await loginOverHttp(baseUrl, 'nanshan-health-clerk', { staff: true })
    expect(await (await clerk.fetch('/api/v1/session')).json()).toMatchObject({
      status: 'staff', staff: { name: '许知微', unit: '深圳市南山区卫生健康局', roles: ['clerk'], postings: [{ role: 'clerk', region: '440305', line: 'health' }] },
    })
    const supervisor = await loginOverHttp(baseUrl, 'shenzhen-supervisor', { staff: true })
    expect(await (await supervisor.fetch('/api/v1/session')).json()).toMatchObject({ staff: { postings: [{ role: 'supervisor', region: '440300', line: null }] } })
  })
  test('returns to the page it started from, and an official at the portal to the workbench', async () => {
    const elsewhere = (address: URL) => !/^\/(api|oidc)\//.test(address.pathname)
    const person = await walkLogin(cookieBrowser(baseUrl), loginAddress({ returnTo: '/matters/newborn?step=2' }), 'luo-yu', elsewhere)
    expect(person.href).toBe(`${baseUrl}/matters/newborn?step=2`)
    const official = await walkLogin(cookieBrowser(baseUrl), loginAddress({ returnTo: '/' }), 'shenzhen-designer', elsewhere)
    expect(official.href).toBe(`${baseUrl}/workbench/`)
  })
  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/..//evil.example', '/api/v1/login'])('never leads to another site: %s', async (returnTo) => {
    const end = await walkLogin(cookieBrowser(baseUrl), loginAddress({ returnTo }), 'luo-yu', (address) => !/^\/(api|oidc)\//.test(address.pathname))
    expect(end.href).toBe(`${baseUrl}/`)
  })
  test('again is the same person, with a new cookie, and ends the session before', async () => {
    const browser = cookieBrowser(baseUrl)
    const home = (address: URL) => address.pathname === '/'
    await walkLogin(browser, loginAddress(), 'luo-yu', home)
    const first = `tongban_session=${browser.cookies.get('tongban_session')}`
    const before = await sessionOf(first)
    await walkLogin(browser, loginAddress(), 'luo-yu', home)
    const second = `tongban_session=${browser.cookies.get('tongban_session')}`
    expect(await sessionOf(second)).toMatchObject({ status: 'person', person: before.person })
    expect(second).not.toBe(first)
    expect(await sessionOf(first)).toMatchObject({ status: 'anonymous', csrf: null })
  })
  test('as somebody else in the same browser asks who one wants to be and gives that person', async () => {
    const browser = cookieBrowser(baseUrl)
    for (const [subject, name] of [['luo-yu', '罗雨'], ['lin-zhiyuan', '林知远']] as const) {
      await walkLogin(browser, loginAddress(), subject, (address) => address.pathname === '/')
      expect(await (await browser.visit('/api/v1/session')).json()).toMatchObject({ person: { name } })
    }
  })
  test('works in two tabs of one browser at the same time', async () => {
    const browser = cookieBrowser(baseUrl)
    const one = await walkLogin(browser, loginAddress({ returnTo: '/one' }), 'luo-yu', isCallback)
    const two = await walkLogin(browser, loginAddress({ returnTo: '/two' }), 'luo-yu', isCallback)
    expect((await browser.visit(one)).headers.get('location')).toBe('/one')
    expect((await browser.visit(two)).headers.get('location')).toBe('/two')
  })
  test('sets a cookie scripts cannot read and other sites do not send, and leaves no ticket behind', async () => {
    const browser = cookieBrowser(baseUrl)
    const answer = await browser.visit(await walkLogin(browser, loginAddress(), 'luo-yu', isCallback))
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('tongban_session='))
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
    expect(cookie).toMatch(/=[\w-]{43}; Max-Age=2592000; Path=\//)
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('tongban_login'))).toEqual([])
  })
  test('is written into the audit trail, and so is logging out', async () => {
    const he = await loginOverHttp(baseUrl, 'he-qimin')
    const { person } = (await (await he.fetch('/api/v1/session')).json()) as { person: { id: string } }
    await he.fetch('/api/v1/logout', { method: 'POST' })
    const trail = await listAuditOf(testing.app.db.read, 'person', person.id)
    expect(trail.map((entry) => [entry.action, entry.actorKind, entry.actorId])).toEqual(expect.arrayContaining([['login', 'person', person.id], ['logout', 'person', person.id]]))
    expect(JSON.stringify(trail)).not.toContain('440306198501319996')
  })
})

describe('a login is refused, with a page that says why,', () => {
  test('when it comes back with another state', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress(), 'luo-yu', isCallback)
    callback.searchParams.set('state', 'of-somebody-else')
    expect(problemOf(await browser.visit(callback))).toBe('mismatch')
    expect(browser.cookies.has('tongban_session')).toBe(false)
  })
  test('when it comes back in another browser, as after a link planted by somebody', async () => {
    const callback = await walkLogin(cookieBrowser(baseUrl), loginAddress(), 'luo-yu', isCallback)
    expect(problemOf(await cookieBrowser(baseUrl).visit(callback))).toBe('mismatch')
  })
  test('when its code was used before', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress(), 'luo-yu', isCallback)
    const cookies = [...browser.cookies]
    expect((await browser.visit(callback)).headers.get('location')).toBe('/')
    const thief = cookieBrowser(baseUrl)
    for (const [name, value] of cookies) thief.cookies.set(name, value)
    expect(problemOf(await thief.visit(callback))).toBe('expired')
    expect(thief.cookies.has('tongban_session')).toBe(false)
  })
  test('when the code is an invention', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress(), 'luo-yu', isCallback)
    callback.searchParams.set('code', 'invented')
    expect(problemOf(await browser.visit(callback))).toBe('expired')
  })
  test('when the answer comes from another issuer', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress(), 'luo-yu', isCallback)
    callback.searchParams.set('iss', 'https://evil.example')
    expect(problemOf(await browser.visit(callback))).toBe('unverified')
  })
  test('when the person cancelled', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress(), 'luo-yu', isCallback)
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'access_denied')
    expect(problemOf(await browser.visit(callback))).toBe('cancelled')
  })
  test('when it took longer than half an hour, and the page leads back to where one was going', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress({ returnTo: '/matters/newborn' }), 'luo-yu', isCallback)
    clock.advance(31 * 60_000)
    const answer = await browser.visit(callback)
    clock.advance(-31 * 60_000)
    expect(problemOf(answer)).toBe('expired')
    const page = await browser.visit(answer.headers.get('location') ?? '')
    expect(await page.text()).toContain('href="/api/v1/login?returnTo=%2Fmatters%2Fnewborn&#38;audience=person"')
  })
  test('when a resident tries the staff door, and that is written into the audit trail', async () => {
    const browser = cookieBrowser(baseUrl)
    const callback = await walkLogin(browser, loginAddress({ audience: 'staff' }), 'wu-jiashu', isCallback)
    expect(problemOf(await browser.visit(callback))).toBe('not_staff')
    expect(await listAuditOf(testing.app.db.read, 'login', 'wu-jiashu')).toMatchObject([{ action: 'login-refused', actorKind: 'anonymous', detail: { problem: 'not_staff' } }])
  })
  test('however often by whoever: the first of an hour stand in the trail, the rest as one number when the hour is over', async () => {
    const { read } = testing.app.db
    const before = new Date(Math.ceil(clock.now().getTime() / 3_600_000) * 3_600_000 + 3_600_000)
    clock.set(before.toISOString())
    const refusals = async () => (await listAuditOf(read, 'login', '')).length
    const already = await refusals()
    for (let knock = 0; knock < 25; knock += 1) expect((await testing.server.inject('/api/v1/login/callback?state=x&code=y')).statusCode).toBe(302)
    expect((await refusals()) - already).toBe(20)
    clock.advance(3_600_000)
    await testing.server.inject('/api/v1/login/callback?state=x&code=y')
    expect(await listAuditOf(read, 'login', before.toISOString())).toMatchObject([{ action: 'login-refused-hour', actorKind: 'system', detail: { problem: 'mismatch', refused: 25, writtenOut: 20 } }])
    expect(await read`select refused from login_refusals`).toEqual([{ refused: 1 }])
  })
  test("when the account used to be another person's", async () => {
    await testing.as({ person: { issuer: `${baseUrl}/oidc`, subject: 'jiang-yuan', idNumber: inventIdNumber(17_001) } })
    const browser = cookieBrowser(baseUrl)
    expect(problemOf(await browser.visit(await walkLogin(browser, loginAddress(), 'jiang-yuan', isCallback)))).toBe('conflict')
  })
  test('and the page names the reason in Chinese and English, whatever is in the address', async () => {
    const page = await testing.server.inject('/login/problem?reason=id_number&id=0199')
    expect(page.body).toContain('身份证号码不正确')
    expect(page.body).toContain('The ID number given by the identity provider is not valid')
    const odd = await testing.server.inject('/login/problem?reason=constructor&id=%3Cscript%3E&reason=x')
    expect(odd.statusCode).toBe(200)
    expect(odd.body).not.toContain('<script')
    const planted = await testing.server.inject('/login/problem?reason=expired&returnTo=//evil.example')
    expect(planted.body).not.toContain('evil.example')
  })
})

describe('the demo identity provider', () => {
  test('offers every invented person in one tap and says that all are invented', async () => {
    const browser = cookieBrowser(baseUrl)
    const choosing = await walkLogin(browser, loginAddress({ login_hint: 'luo-yu' }), 'luo-yu', (address) => address.pathname.startsWith('/oidc/interaction/'))
    const page = await (await browser.visit(choosing)).text()
    for (const text of ['选择一位演示人物', '这里的人全部是虚构的', '陈小满', '方若川', '许知微', '居民', '企业代办人', '工作人员']) expect(page).toContain(text)
    expect(page).toContain('value="luo-yu" autofocus')
    expect(page).not.toContain('<script')
    expect(page).not.toContain('高景行')
  })
  test('offers only staff to who comes through the staff door', async () => {
    const browser = cookieBrowser(baseUrl)
    const choosing = await walkLogin(browser, loginAddress({ audience: 'staff' }), '', (address) => address.pathname.startsWith('/oidc/interaction/'))
    const page = await (await browser.visit(choosing)).text()
    expect(page).toContain('许知微')
    expect(page).not.toContain('陈小满')
  })
  test('knows nobody but them', async () => {
    await expect(loginOverHttp(baseUrl, 'nobody')).rejects.toThrow('The demo has no person nobody')
  })
  test('leads an outdated page to a new login', async () => {
    const page = await cookieBrowser(baseUrl).visit('/oidc/interaction/long-gone')
    expect(problemOf(page)).toBe('expired')
  })
  test('serves no other client and no other address', async () => {
    const query = { client_id: 'stranger', response_type: 'code', redirect_uri: 'https://evil.example/', scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    const answer = await cookieBrowser(baseUrl).visit(`/oidc/auth?${new URLSearchParams(query)}`)
    expect(answer.headers.get('location') ?? '').not.toContain('evil.example')
    const ours = await cookieBrowser(baseUrl).visit(`/oidc/auth?${new URLSearchParams({ ...query, client_id: 'tongban-demo' })}`)
    expect(ours.headers.get('location') ?? '').not.toContain('evil.example')
  })
})

describe('the session', () => {
  test('of nobody is anonymous, without token', async () => {
    expect((await testing.asNobody.get('/session')).body).toEqual({ status: 'anonymous', csrf: null, mode: 'demo', region: '440300', expiresAt: null, foreignLogin: true })
  })
  test('is never kept by a cache', async () => {
    expect((await testing.asNobody.get('/session')).headers['cache-control']).toBe('no-store')
  })
  test('ends with a logout at once, for every copy of the cookie', async () => {
    const someone = await testing.as({ person: {} })
    expect((await someone.post('/logout')).body).toEqual({ status: 'anonymous' })
    expect((await someone.get('/session')).body).toMatchObject({ status: 'anonymous' })
    expect((await someone.post('/logout')).status).toBe(200)
  })
  test('needs its token also to log out', async () => {
    const someone = await testing.as({ person: {} })
    const reply = await testing.server.inject({ method: 'POST', url: '/api/v1/logout', headers: { cookie: someone.cookie } })
    expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([403, 'csrf'])
    expect((await someone.get('/session')).body).toMatchObject({ status: 'person' })
  })
})

test('somebody at another name of this machine is told the public address first', async () => {
  const other = new URL(loginAddress({ returnTo: '/matters' }))
  other.hostname = 'localhost'
  const answer = await fetch(other, { redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(`${baseUrl}/api/v1/login?returnTo=%2Fmatters`)
})
