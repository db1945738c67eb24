// The ticket of a login in progress, and where a login may lead.
import { describe, expect, test } from 'vitest'
import { localPath, readTicket, signTicket, ticketCookieName, type LoginTicket } from './login-ticket.ts'

const start = new Date('2026-11-20T01:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const ticket: LoginTicket = { state: 'state-of-this-login', nonce: 'n', verifier: 'v', returnTo: '/matters/newborn', audience: 'person', startedAt: start.getTime() }
const secret = 'a secret of thirty-two characters'
const cookie = signTicket(ticket, secret)

describe('ticket', () => {
  test('is read back as it was signed', () => {
    expect(readTicket(cookie, ticket.state, secret, later(30))).toEqual({ ticket })
  })
  test('is refused when it was changed, signed by somebody else, or missing', () => {
    const forged = Buffer.from(JSON.stringify({ ...ticket, returnTo: 'https://evil.example/' })).toString('base64url')
    expect(readTicket(`${forged}.${cookie.split('.')[1]}`, ticket.state, secret, start)).toEqual({ problem: 'mismatch' })
    expect(readTicket(cookie, ticket.state, 'another secret', start)).toEqual({ problem: 'mismatch' })
    for (const wrong of [undefined, '', '.', 'x.y', cookie.split('.')[0]]) expect(readTicket(wrong, ticket.state, secret, start)).toEqual({ problem: 'mismatch' })
  })
  test('of one login is refused for another', () => {
    expect(readTicket(cookie, 'state-of-another-login', secret, start)).toEqual({ problem: 'mismatch' })
  })
  test('is refused after half an hour, but still says where the login should have led', () => {
    expect(readTicket(cookie, ticket.state, secret, later(1800))).toEqual({ ticket })
    expect(readTicket(cookie, ticket.state, secret, later(1801))).toEqual({ ticket, problem: 'expired' })
  })
  test('of two logins in two tabs lies in two cookies, whatever the state contains', () => {
    expect(ticketCookieName('abc')).not.toBe(ticketCookieName('abd'))
    expect(ticketCookieName('a; b=c\r\n')).toBe('tongban_login_abc')
  })
})

describe('the page after login', () => {
  test('is the local page asked for, with query and fragment', () => {
    expect(localPath('/matters/newborn?step=2#child.name')).toBe('/matters/newborn?step=2#child.name')
    expect(localPath('/workbench/')).toBe('/workbench/')
    expect(localPath('/search?q=新生儿')).toBe('/search?q=%E6%96%B0%E7%94%9F%E5%84%BF')
  })
  test('is the home page when none or no path is given', () => {
    for (const wanted of [undefined, '', 'matters', 'javascript:alert(1)', 'data:text/html,x']) expect(localPath(wanted)).toBe('/')
  })
  test.each([
    'https://evil.example/', '//evil.example/', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example',
    '/..//evil.example', '/.//evil.example', '/a/../..//evil.example', '/\\/evil.example', 'http:evil.example', ' //evil.example', '/%0d%0a//evil.example/..//..//evil.example',
  ])('is never another site: %j', (wanted) => {
    const path = localPath(wanted)
    expect(new URL(path, 'https://tongban.example').host).toBe('tongban.example')
    expect(path.startsWith('//')).toBe(false)
  })
  test('is never the API or the identity provider, which are no pages', () => {
    for (const wanted of ['/api/v1/login', '/api', '/oidc/auth', '/login/problem', '/x/../api/v1/login']) expect(localPath(wanted)).toBe('/')
    expect(localPath('/apiary')).toBe('/apiary')
  })
})
