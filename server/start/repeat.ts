// What a server does again and again as long as it runs.
import { sealAllAudit } from '../kernel/audit-store.ts'
import type { App } from '../module.ts'

const sealEveryMs = 500

/** Does something again and again until it is stopped; one at a time: while the database is away, attempts must not pile up. */
export const repeat = (app: Pick<App, 'log'>, everyMs: number, what: string, work: () => Promise<unknown>): (() => Promise<void>) => {
  let working: Promise<void> | undefined
  const timer = setInterval(() => {
    working ??= work().then(() => {}, (error: unknown) => app.log.error({ err: error }, `${what} failed`)).finally(() => {
      working = undefined
    })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}

/** Gives what was written since its place in the chain of the audit trail. Returns how to stop. */
export const keepSealed = (app: Pick<App, 'db' | 'log'>): (() => Promise<void>) => repeat(app, sealEveryMs, 'sealing the audit trail', () => sealAllAudit(app.db))
