// Logs in at a running demo server the way a browser does: follows the redirects, keeps the cookies, taps a person.
// Used by the demo command, the benchmarks and the tests.
import { demoPath } from './demo-client.ts'

export type LoggedIn = {
  /** as a Cookie header carries it */
  cookie: string
  csrf: string
  /** `fetch` of a path with the session; changes carry the CSRF token */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

type Jar = Map<string, string>

const keep = (jar: Jar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const cut = pair.indexOf('=')
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)]
    const ended = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
    if (ended) jar.delete(name)
    else jar.set(name, value)
  }
}

const cookieHeader = (jar: Jar): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

const furthest = 12

/**
 * @param baseUrl the server's public address @param subject id of a demo person, e.g. 'chen-xiaoman'
 * @throws Error saying where the login ended instead
 */
export const loginOverHttp = async (baseUrl: string, subject: string, { staff = false }: { staff?: boolean } = {}): Promise<LoggedIn> => {
  const jar: Jar = new Map()
  const visit = async (address: URL, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { ...init.headers, cookie: cookieHeader(jar) } })
    keep(jar, response)
    return response
  }
  const returnTo = staff ? '/workbench/' : '/'
  let address = new URL(`/api/v1/login?audience=${staff ? 'staff' : 'person'}&returnTo=${encodeURIComponent(returnTo)}`, baseUrl)
  for (let step = 0; step < furthest && address.pathname !== returnTo; step += 1) {
    const choosing = address.pathname.startsWith(`${demoPath}/interaction/`)
    const response = await visit(address, choosing ? { method: 'POST', body: new URLSearchParams({ subject }) } : {})
    const next = response.headers.get('location')
    await response.arrayBuffer()
    if (!next) throw new Error(`Logging in as ${subject} ended at ${address.pathname}${address.search} with status ${response.status}`)
    if (choosing && new URL(next, address).pathname === address.pathname) throw new Error(`The demo has no person ${subject}`)
    address = new URL(next, address)
  }
  const session = (await (await visit(new URL('/api/v1/session', baseUrl))).json()) as { status: string; csrf: string | null }
  if (session.csrf === null) throw new Error(`Logging in as ${subject} did not give a session`)
  const [cookie, csrf] = [cookieHeader(new Map([...jar].filter(([name]) => name === 'tongban_session'))), session.csrf]
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
