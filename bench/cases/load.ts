// 64 people at work at the same time, each thinking half a second between two requests: officials read their queue, open cases and
// act on them; supervisors look at the whole city; residents look at what they have applied for and apply for more.
import { setTimeout as think } from 'node:timers/promises'
import { chanceFrom } from '../../server/kernel/learning/chance.ts'
import { lines } from '../matters/matter-of-14.ts'
import { districts, permitAnswers, permitMatter } from './city.ts'
import type { Reply, User } from './people.ts'

export type Kind = 'queue' | 'read' | 'write'

export type Measured = Record<Kind, number[]>

const thinkingMs = 500

type Random = () => number
type Step = (kind: Kind, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<Reply>

const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

/** What another official has changed in the meantime is answered with a conflict, as it should be. */
const expected = new Set([200, 201, 409])

type QueueReply = { cases: { id: string; number: string; applicant: string; matter: string; state: string }[] }
type CaseReply = { id: string; revision: number; actions: { action: string; possible: boolean }[] }

const views = ['all', 'all', 'mine', 'unclaimed', 'dueSoon', 'supplement', 'overdue']

const queueOf = async (step: Step, random: Random, last: QueueReply['cases']): Promise<QueueReply['cases']> => {
  const known = pick(random, last)
  const luck = random()
  const filter = !known || luck < 0.7 ? '' : luck < 0.8 ? `&matter=${known.matter}` : luck < 0.9 ? `&q=${encodeURIComponent(known.number)}` : `&q=${encodeURIComponent(known.applicant)}`
  const { body } = await step('queue', 'GET', `/cases?view=${pick(random, views)}&limit=50${filter}`)
  return (body as QueueReply).cases
}

const next: Readonly<Record<string, (random: Random) => Record<string, unknown>>> = {
  claim: () => ({}), accept: () => ({}), grant: () => ({ opinion: '符合条件' }),
}

const official = async (step: Step, random: Random): Promise<void> => {
  let cases = await queueOf(step, random, [])
  for (;;) {
    cases = await queueOf(step, random, cases)
    await step('read', 'GET', '/cases/counts')
    const one = pick(random, cases)
    if (!one) continue
    const { body } = await step('read', 'GET', `/cases/${one.id}`)
    const seen = body as CaseReply
    const action = seen.actions.find((each) => each.possible && next[each.action] !== undefined)?.action
    if (action) await step('write', 'POST', `/cases/${one.id}/${action}`, { revision: seen.revision, ...next[action]?.(random) })
  }
}

const supervisor = async (step: Step, random: Random): Promise<void> => {
  for (;;) {
    await step('read', 'GET', '/cases/summary')
    await step('queue', 'GET', `/cases?view=${random() < 0.5 ? 'overdue' : 'all'}&limit=50&region=${pick(random, districts)}`)
    await step('queue', 'GET', `/cases?view=all&limit=50&line=${pick(random, lines)}`)
  }
}

const resident = async (step: Step, random: Random): Promise<void> => {
  for (;;) {
    const district = pick(random, districts) ?? ''
    const { body: draft } = await step('write', 'POST', '/applications', { matter: `${permitMatter}-${pick(random, lines)}`, region: district, channel: 'web' })
    const { id } = draft as { id: string }
    await step('write', 'PUT', `/applications/${id}/answers`, { answers: permitAnswers(district) })
    await step('write', 'POST', `/applications/${id}/submit`, { truthful: true })
    await step('read', 'GET', `/applications/${id}`)
    await step('read', 'GET', '/applications')
    await step('read', 'GET', '/messages')
  }
}

class Over extends Error {}

/** Everybody works for `seconds`; the milliseconds of each request by kind. Any unexpected answer is an error. */
export const work = async (users: { officials: readonly User[]; supervisors: readonly User[]; residents: readonly User[] }, seconds: number, seed: number): Promise<Measured> => {
  const measured: Measured = { queue: [], read: [], write: [] }
  const end = performance.now() + seconds * 1000
  const doing = async (user: User, nth: number, day: (step: Step, random: Random) => Promise<void>) => {
    const random = chanceFrom(seed * 1000 + nth)
    await think(random() * thinkingMs)
    const step: Step = async (kind, method, path, body) => {
      if (performance.now() > end) throw new Over()
      const reply = await user.ask(method, path, body)
      if (!expected.has(reply.status)) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      measured[kind].push(reply.milliseconds)
      await think(thinkingMs)
      return reply
    }
    await day(step, random).catch((error: unknown) => {
      if (!(error instanceof Over)) throw error
    })
  }
  await Promise.all([
    ...users.officials.map((user, nth) => doing(user, nth, official)),
    ...users.supervisors.map((user, nth) => doing(user, 500 + nth, supervisor)),
    ...users.residents.map((user, nth) => doing(user, 700 + nth, resident)),
  ])
  return measured
}

/** The value 95 of 100 are at or below. */
export const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)] ?? Number.NaN
