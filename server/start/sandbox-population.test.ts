// The population of demo mode: written once and whole, also where a start was broken off before; not where another is configured.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { testingPacks } from '../testing/packs.ts'
import { followPopulation, populationFor, writeSandboxPopulation } from './sandbox-population.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tongban-population-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const facts = testingPacks('2026-03-02').factsFor('990101')

it('is written whole in place of a half, and not again', async () => {
  const place = join(folder, 'population')
  await mkdir(`${place}.new`)
  await writeFile(join(`${place}.new`, 'left-over.parquet'), 'half')
  await writeSandboxPopulation(place, facts, { size: 240 })
  expect([await readdir(folder), (await readdir(place)).toSorted()]).toEqual([['population'], ['company.parquet', 'household.parquet', 'person.parquet']])
  const { mtimeMs } = await stat(join(place, 'person.parquet'))
  await writeSandboxPopulation(place, facts, { size: 240 })
  expect((await stat(join(place, 'person.parquet'))).mtimeMs).toBe(mtimeMs)
})

it('is given up at once when it is no longer wanted, leaves nothing behind, and is written whole the next time', async () => {
  const place = join(folder, 'given-up', 'population')
  const giveUp = new AbortController()
  // So many that writing them all would take longer than a test may.
  const writing = writeSandboxPopulation(place, facts, { size: 100_000_000, signal: giveUp.signal })
  while (!existsSync(`${place}.new`)) await setImmediate()
  giveUp.abort()
  await expect(writing).rejects.toThrow()
  expect(await readdir(join(folder, 'given-up'))).toEqual([])
  await writeSandboxPopulation(place, facts, { size: 240 })
  expect(await readdir(place)).toHaveLength(3)
})

it('is not begun after the product has been told to stop', async () => {
  const place = join(folder, 'too-late', 'population')
  await expect(writeSandboxPopulation(place, facts, { size: 240, signal: AbortSignal.abort() })).rejects.toThrow()
  expect(await readdir(join(folder, 'too-late'))).toEqual([])
})

it('ends with the product that wrote it: stopping waits for no population', async () => {
  const config = readConfig({ DATA_DIR: join(folder, 'product') })
  const warnings: string[] = []
  const stop = followPopulation({ packs: testingPacks('2026-03-02'), log: pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) }) }, config)
  await stop()
  expect([warnings, existsSync(join(folder, 'product', 'sandbox', 'population.new'))]).toEqual([[], false])
  await stop()
})

it('stands beside the other data of the sandbox, unless one is configured or there is no sandbox', () => {
  const at = (environment: Record<string, string>) => populationFor(readConfig({ DATA_DIR: folder, ...environment }))
  expect([at({}), at({ SANDBOX: 'off' }), at({ POPULATION: '/somewhere/people' })]).toEqual([join(folder, 'sandbox', 'population'), undefined, '/somewhere/people'])
})
