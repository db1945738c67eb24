// People who do not give up: what one server does not answer they ask the other, again and again, with the same words. What was answered
// once must then be there exactly once, whatever broke in between.
import { setTimeout as wait } from 'node:timers/promises'

export type Session = { cookie: string; csrf: string }

export type Servers = { urls: () => readonly string[] }

export class GaveUp extends Error {}

const patienceMs = 120_000

/** Answers of a healthy server; anything else is asked again. */
const isAnswer = (status: number): boolean => status < 500 && status !== 429

/** Asks until a server answers. `attempts` counts how often it had to be asked. */
export const insist = async (servers: Servers, session: Session, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: unknown; attempts: number }> => {
  const until = performance.now() + patienceMs
  for (let attempts = 1; performance.now() < until; attempts += 1) {
    const urls = servers.urls()
    const url = urls[attempts % urls.length]
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        method, signal: AbortSignal.timeout(20_000), headers: { cookie: session.cookie, 'x-csrf-token': session.csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const reply: unknown = await response.json()
      if (isAnswer(response.status)) return { status: response.status, body: reply, attempts }
    } catch {
      // Killed in the middle, not there yet, or too slow.
    }
    await wait(100 + 50 * (attempts % 5))
  }
  throw new GaveUp(`${method} ${path}: nobody answered within ${patienceMs / 1000} s`)
}
