// What a progress link leads to. Whoever tries links that lead nowhere is slowed down, by network address, in each product apart; a link
// that leads somewhere is served all the same, for many people share an address.
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { guessGuard, type GuessGuard } from '../safeguards/index.ts'
import { requestOfToken } from './token.ts'

const guards = new WeakMap<App['db'], GuessGuard>()

const guardOf = ({ db }: Pick<App, 'db'>): GuessGuard => {
  const known = guards.get(db) ?? guessGuard()
  guards.set(db, known)
  return known
}

/** The id of the request. @throws Refusal not_found for a link that was not made here, too_many after many of them */
export const requestBehind = (app: Pick<App, 'db' | 'clock'>, link: string, address: string): string => {
  const [guard, now] = [guardOf(app), app.clock.now()]
  const id = requestOfToken(link)
  if (id !== undefined) return id
  if (guard.isGuessing(address, now)) throw new Refusal('too_many')
  guard.missed(address, now)
  throw new Refusal('not_found')
}
