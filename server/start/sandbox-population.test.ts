// The population of demo mode: written once and whole, also where a start was broken off before; not where another is configured.
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { testingPacks } from '../testing/packs.ts'
import { populationFor, writeSandboxPopulation } from './sandbox-population.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tongban-population-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const facts = testingPacks('2026-03-02').factsFor('990101')

it('is written whole in place of a half, and not again', async () => {
  const place = join(folder, 'population')
  await mkdir(`${place}.new`)
  await writeFile(join(`${place}.new`, 'left-over.parquet'), 'half')
  await writeSandboxPopulation(place, facts, 240)
  expect([await readdir(folder), (await readdir(place)).toSorted()]).toEqual([['population'], ['company.parquet', 'household.parquet', 'person.parquet']])
  const { mtimeMs } = await stat(join(place, 'person.parquet'))
  await writeSandboxPopulation(place, facts, 240)
  expect((await stat(join(place, 'person.parquet'))).mtimeMs).toBe(mtimeMs)
})

it('stands beside the other data of the sandbox, unless one is configured or there is no sandbox', () => {
  const at = (environment: Record<string, string>) => populationFor(readConfig({ DATA_DIR: folder, ...environment }))
  expect([at({}), at({ SANDBOX: 'off' }), at({ POPULATION: '/somewhere/people' })]).toEqual([join(folder, 'sandbox', 'population'), undefined, '/somewhere/people'])
})
