// `population`: writes an invented population as Parquet files, for demonstration and measuring.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { writePopulation } from '../modules/populations/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'

/** The day of the snapshot when none is named: fixed, so that the same command writes the same people on every day. */
const usualDay = '2026-11-01'

export type PopulationOptions = { people: string; seed: string; out: string; on?: string; region?: string; json?: boolean }

const whole = (text: string, name: string, most: number): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < (name === 'people' ? 1 : 0) || number > most) throw new StartRefusal('configuration', `--${name} 应为整数，最大 ${most} / --${name} takes a whole number of at most ${most}`)
  return number
}

export const population = async ({ json = false, ...options }: PopulationOptions): Promise<number> => {
  const config = readConfig(process.env)
  const [people, seed] = [whole(options.people, 'people', 100_000_000), whole(options.seed, 'seed', 2 ** 32)]
  const on = options.on ?? usualDay
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) throw new StartRefusal('configuration', '--on 应为 YYYY-MM-DD / --on takes YYYY-MM-DD')
  const packs = openPacks(config.packs, systemClock)
  const facts = packs.factsFor(coveredRegion(packs, options.region, config))
  await mkdir(options.out, { recursive: true })
  const started = performance.now()
  const rows = await writePopulation({ people, seed, on, folder: options.out, facts })
  const seconds = Math.round(performance.now() - started) / 1000
  const files = Object.keys(rows).map((table) => join(options.out, `${table}.parquet`))
  process.stdout.write(json ? `${JSON.stringify({ ...rows, seed, on, files, seconds })}\n` : `${Object.entries(rows).map(([table, count]) => `${table} ${count}`).join(' · ')}  ${seconds} s\n${files.join('\n')}\n`)
  return 0
}
