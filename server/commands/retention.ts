// `retention run` and `retention hold`: what is over is erased now, or listed first; of whom nothing is erased. Beside the running product.
import { plainDate, systemClock } from '../kernel/clock.ts'
import { holdPerson, liftHold, retentionRules, runRetention } from '../modules/protection/index.ts'
import { withDatabase } from './with-database.ts'

export const retentionRun = ({ dryRun, json }: { dryRun: boolean; json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const outcomes = await runRetention({ db, config, clock: systemClock }, { dry: dryRun, limit: 100_000 })
    if (json) process.stdout.write(`${JSON.stringify({ on: plainDate(systemClock.now()), dryRun, rules: outcomes })}\n`)
    else {
      for (const { rule, days, erased, law } of outcomes) {
        const name = retentionRules.find(({ id }) => id === rule)?.what
        const kept = days === null ? '依法保存，不删 / kept by law' : `${days} 天 days · ${dryRun ? '到期 due' : '已删 erased'} ${erased}`
        process.stdout.write(`${name?.['zh-CN']} ${rule} · ${kept} · ${law}\n`)
      }
    }
    return 0
  })

/** @param number ID number of a resident who has logged in */
export const retentionHold = (number: string, { reason, by, lift, json }: { reason: string; by: string; lift: boolean; json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const done = lift ? await liftHold(db, number, by, systemClock) : await holdPerson(db, number, { reason, by }, systemClock)
    if (json) process.stdout.write(`${JSON.stringify({ done, lifted: lift })}\n`)
    if (!done) process.stderr.write(`没有这个人，或没有要${lift ? '解除' : '保全'}的内容 / No such person, or nothing to ${lift ? 'lift' : 'hold'}\n`)
    return done ? 0 : 1
  })
