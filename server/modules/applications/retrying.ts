// From when a registry that is not asked for the moment is asked again: it failed again and again, or the person has tried too many
// numbers within the hour. The page says it; nobody presses a button in vain.
import type { App } from '../../module.ts'
import { findTypedPause } from '../exchange/index.ts'
import type { Retry } from './application-replies.ts'
import type { Draft } from './drafting.ts'

export const retryOf = async (app: App, { application, plan }: Draft): Promise<Retry> => {
  const silent = plan.consents.map(({ registry }) => registry).filter((registry) => application.registries[registry] === 'unavailable')
  if (silent.length === 0) return {}
  const typed = await findTypedPause(app, app.db.read, application.personId)
  return Object.fromEntries(silent.flatMap((registry): [string, Retry[string]][] => {
    const until = app.exchange.pausedUntil(registry)
    if (until !== undefined) return [[registry, { at: new Date(until).toISOString(), because: 'silent' }]]
    return typed ? [[registry, { at: typed.toISOString(), because: 'tooMany' }]] : []
  }))
}
