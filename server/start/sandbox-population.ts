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

/** Nothing where it is there already; what was left half written is begun anew. @throws when `signal` aborts, and then nothing is left of it */
export const writeSandboxPopulation = async (place: string, facts: readonly Fact[], { size = people, signal }: { size?: number; signal?: AbortSignal } = {}): Promise<void> => {
  if (existsSync(place)) return
  const folder = `${place}.new`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    await writePopulation({ people: size, seed, on, folder, facts }, { memoryGb: 1, threads: 1, ...(signal ? { signal } : {}) })
    await rename(folder, place)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Writes it in the background where it is wanted. @param asked the configuration as read @returns gives up writing: the next start begins it anew */
export const followPopulation = ({ packs, log }: Pick<App, 'packs' | 'log'>, asked: Config): (() => Promise<void>) => {
  const place = placeOf(asked)
  const giveUp = new AbortController()
  const writing = place === undefined ? Promise.resolve() : writeSandboxPopulation(place, packs.factsFor(asked.region), { signal: giveUp.signal }).catch((error: unknown) => {
    if (!giveUp.signal.aborted) log.warn({ err: error }, 'the invented population was not written: forecasts have nobody to count')
  })
  return () => {
    giveUp.abort()
    return writing
  }
}
