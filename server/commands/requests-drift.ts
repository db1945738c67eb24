// `requests drift`: whether requests are still read as well as when the model was learnt; reads the database, keeps nothing.
import { pino } from 'pino'
import { addDays, plainDate, systemClock } from '../kernel/clock.ts'
import { measureDrift, type Drift } from '../modules/drifts/index.ts'
import { openModel } from '../modules/triage/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { percent } from './requests-rows.ts'
import { withDatabase } from './with-database.ts'

const mostDays = 92

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3))

const inWords = ({ requests, psi, moved, areas, abstained, corrected, terms, warnings }: Drift): string =>
  [
    `看了 ${requests} 件 requests · 与训练语料 PSI against the lines learnt ${figure(psi)} · 与上一段 PSI against the span before ${figure(moved)}`,
    `拿不准 abstained ${percent(abstained.share)}（预期 expected ${percent(abstained.expected)}） · 改过 corrected ${corrected.requests}，${percent(corrected.share)}${corrected.nowRight === null ? '' : `，现在读对 now right ${percent(corrected.nowRight)}`}`,
    ...areas.map(({ area, share, learnt, psi: own, before, moved: since }) => `  ${percent(share).padStart(6)}  ${percent(learnt).padStart(6)} ${figure(own)}  ${before === null ? '     –' : percent(before).padStart(6)} ${figure(since)}  ${area}`),
    ...(terms.length > 0 ? [`没学过的新词 new terms：${terms.map(({ term, requests: n }) => `${term} ${n}`).join('、')}`] : []),
    ...(warnings.length > 0 ? [`超过界限 past a limit：${warnings.join('、')}`] : []),
  ].join('\n')

/** @returns exit code */
export const driftOfRequests = ({ days, json }: { days: number; json: boolean }): Promise<number> => {
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new StartRefusal('configuration', `--days 应在 1 到 ${mostDays} 之间 / --days is from 1 to ${mostDays}`)
  return withDatabase(async ({ db, config }) => {
    openModel({ config, log: pino({ level: 'warn' }, process.stderr) })
    const before = addDays(plainDate(systemClock.now()), 1)
    const span = { from: addDays(before, -days), before }
    const drift = await measureDrift(db.read, span)
    process.stdout.write(json ? `${JSON.stringify({ ...span, ...drift })}\n` : `${inWords(drift)}\n`)
    return 0
  })
}
