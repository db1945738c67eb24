// In demo mode forecasts of policies have somebody to count: an invented population beside the other data of the sandbox, written once.
// It is written after the server listens, into a folder that is renamed when all is in it: what is there is whole.
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { App } from '../module.ts'
import type { Fact } from '../modules/catalogue/index.ts'
import { writePopulation } from '../modules/populations/index.ts'

const people = 50_000
/** Fixed, so that every installation for trying out counts the same people. */
const [seed, on] = [1, '2026-11-01']

const placeOf = ({ sandbox, population, dataDir }: Config): string | undefined => (sandbox && population === undefined ? join(dataDir, 'sandbox', 'population') : undefined)

/** What forecasts count: as configured, else the invented one of the sandbox, which need not be there yet. */
export const populationFor = (config: Config): string | undefined => config.population ?? placeOf(config)

/** Nothing where it is there already; what was left half written is begun anew. */
export const writeSandboxPopulation = async (place: string, facts: readonly Fact[], size = people): Promise<void> => {
  if (existsSync(place)) return
  const folder = `${place}.new`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writePopulation({ people: size, seed, on, folder, facts }, { memoryGb: 1, threads: 1 })
  await rename(folder, place)
}

/** Writes it in the background where it is wanted. @param asked the configuration as read @returns waits until it is written */
export const followPopulation = ({ packs, log }: Pick<App, 'packs' | 'log'>, asked: Config): (() => Promise<void>) => {
  const place = placeOf(asked)
  const writing = place === undefined ? Promise.resolve() : writeSandboxPopulation(place, packs.factsFor(asked.region)).catch((error: unknown) => log.warn({ err: error }, 'the invented population was not written: forecasts have nobody to count'))
  return () => writing
}
