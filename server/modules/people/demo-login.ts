// Logs in at a running demo server the way a browser does: follows the redirects, keeps the cookies, taps a person.
// Used by the demo command, the benchmarks and the tests.
import { demoPath, foreignDemoPath } from './demo-client.ts'

export type LoggedIn = {
  /** as a Cookie header carries it */
  cookie: string
  csrf: string
  /** `fetch` of a path with the session; changes carry the CSRF token */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type CookieBrowser = {
  /** one request that sends and keeps cookies and follows nothing */
  visit: (address: string | URL, init?: RequestInit) => Promise<Response>
  cookies: Map<string, string>
}

/** Keeps cookies by name; enough for one server, whose cookies have different names. */
export const cookieBrowser = (baseUrl: string): CookieBrowser => {
  const cookies = new Map<string, string>()
  return {
    cookies,
    visit: async (address, init = {}) => {
      const headers = new Headers(init.headers)
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await fetch(new URL(address, baseUrl), { ...init, redirect: 'manual', headers })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return response
    },
  }
}

const furthest = 12

/** Goes from `start` along the redirects, tapping the person, until `isThere`; returns that address, which is not visited. */
export const walkLogin = async (browser: CookieBrowser, start: URL, subject: string, isThere: (address: URL) => boolean): Promise<URL> => {
  let address = start
  for (let step = 0; step < furthest && !isThere(address); step += 1) {
    const choosing = [demoPath, foreignDemoPath].some((path) => address.pathname.startsWith(`${path}/interaction/`))
    const response = await browser.visit(address, choosing ? { method: 'POST', body: new URLSearchParams({ subject }) } : {})
    const next = response.headers.get('location')
    await response.arrayBuffer()
    if (!next) throw new Error(`Logging in as ${subject} ended at ${address.pathname}${address.search} with status ${response.status}`)
    const onwards = new URL(next, address)
    if (choosing && onwards.pathname === address.pathname) throw new Error(`The demo has no person ${subject}`)
    address = onwards
  }
  return address
}

/**
 * @param baseUrl the server's public address @param subject id of a demo person, e.g. 'chen-xiaoman'
 * @throws Error saying where the login ended instead
 */
export const loginOverHttp = async (baseUrl: string, subject: string, { staff = false, foreign = false }: { staff?: boolean; foreign?: boolean } = {}): Promise<LoggedIn> => {
  const browser = cookieBrowser(baseUrl)
  const returnTo = staff ? '/workbench/' : '/'
  const start = new URL(`/api/v1/login?audience=${staff ? 'staff' : 'person'}&provider=${foreign ? 'foreign' : 'own'}&returnTo=${encodeURIComponent(returnTo)}`, baseUrl)
  await walkLogin(browser, start, subject, (address) => address.pathname === returnTo)
  // Our own API's documented reply.
  const session = (await (await browser.visit('/api/v1/session')).json()) as { csrf: string | null }
  if (session.csrf === null) throw new Error(`Logging in as ${subject} did not give a session`)
  const [cookie, csrf] = [`tongban_session=${browser.cookies.get('tongban_session')}`, session.csrf]
  return {
    cookie, csrf,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('cookie', cookie)
      if ((init.method ?? 'GET').toUpperCase() !== 'GET') headers.set('x-csrf-token', csrf)
      return fetch(new URL(path, baseUrl), { ...init, headers })
    },
  }
}
