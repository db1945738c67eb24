// Counting a change on populations that are right and on those that are not: against what the interpreter says of each row.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from '../../kernel/feel/parse.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { testingPacks } from '../../testing/packs.ts'
import { PopulationRefused } from '../populations/index.ts'
import { countChanges, type CountingTask } from './counting.ts'
import { sidesOf, type WrittenPolicy } from './forecast.ts'
import { forecastResult } from './outcome.ts'

const on = '2026-03-02'
const packs = testingPacks(on)
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tongban-forecast-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const star: WrittenPolicy = { id: 'star-allowance', for: 'person', conditions: [{ id: 'age', rule: 'person.birthDate <= today - duration("P55Y")' }], amount: 'if person.birthDate <= today - duration("P80Y") then 3000 else 1000', period: 'month', cap: 30_000 }

const task = (population: string, written = star): CountingTask => {
  const [first, ...more] = written.conditions.map(({ rule }) => parse(rule))
  const eligible = first && more.length === 0 ? first : { kind: 'and' as const, parts: [...(first ? [first] : []), ...more], texts: written.conditions.map(({ rule }) => rule) }
  return { population, about: written.for, on, prefix: '9901', ...sidesOf(written, { eligible, fen: parse(written.amount) }, packs.benefitsFor('990101', on)), facts: packs.factsFor('990101'), choices: {}, least: 10, memoryGb: 1, threads: 1 }
}

const columns = ['person.idNumber', 'person.birthDate', 'person.householdRegion', 'person.deceasedOn', 'person.spouseIdNumber', 'person.spouseDeceasedOn'] as const
type Line = Partial<Record<(typeof columns)[number], string>>
const born = (year: number, count: number, from: number, more: Line = {}): Line[] => Array.from({ length: count }, (_, at) => ({ 'person.idNumber': inventIdNumber(from + at), 'person.birthDate': `${year}-05-05`, 'person.householdRegion': '990101', ...more }))

const write = async (name: string, lines: readonly Line[], kept: readonly string[] = columns): Promise<string> => {
  const place = join(folder, name)
  await writeFile(place, [kept, ...lines.map((line) => kept.map((column) => ({ ...line } as Record<string, string>)[column] ?? ''))].map((cells) => cells.join(',')).join('\n'))
  return place
}
const count = (place: string, written = star) => countChanges(task(place, written), () => {})
const people = (counts: Awaited<ReturnType<typeof count>>['counts']) => Object.fromEntries([...Map.groupBy(counts, ({ kind }) => kind)].map(([kind, rows]) => [kind, rows.reduce((sum, each) => sum + each.people, 0)]))

describe('a change of a policy', () => {
  it('is counted by what it changes for each: new, more, the same, no more, unknown', async () => {
    const place = await write('all.csv', [
      ...born(1968, 12, 100), ...born(1940, 15, 200), ...born(1960, 20, 300), ...born(2000, 30, 400), ...born(1950, 11, 500, { 'person.deceasedOn': '2026-01-01' }),
      ...born(1950, 13, 600, { 'person.birthDate': '' }), ...born(1940, 14, 700, { 'person.householdRegion': '880101' }),
    ])
    const counted = await count(place)
    expect(people(counted.counts)).toEqual({ new: 12, more: 15, same: 20, none: 41, unknown: 13 })
    expect(counted.unknownFacts).toEqual([{ fact: 'person.birthDate', people: 13 }])
    const result = forecastResult(counted, { budget: { year: 2026, fen: 1_000_000 } })
    expect(result).toMatchObject({ rows: 101, before: { people: 35, fen: 35_000, year: 420_000 }, after: { people: 47, fen: 75_000, year: 850_000 }, budget: { share: 0.85 } }) // of 77,000 and 834,000: no finer than what one has
    const sample = result.samples.find(({ kind }) => kind === 'more')
    expect(sample?.after[0]).toMatchObject({ verdict: 'yes', values: [{ value: { 'zh-CN': '1940 年' } }] })
    expect(JSON.stringify(result.samples)).not.toMatch(/1940-05-05|\d{17}/)
  })

  it('that goes before another, or behind it, is counted with it', async () => {
    const place = await write('spouses.csv', [...born(1960, 20, 1000, { 'person.spouseDeceasedOn': '2026-02-01' }), ...born(1960, 25, 1100, { 'person.spouseDeceasedOn': '2024-02-01' })])
    const solace: WrittenPolicy = { id: 'solace-grant', for: 'person', conditions: [{ id: 'died', rule: 'person.spouseDeceasedOn != null and person.spouseDeceasedOn > today - duration("P3Y")' }], amount: '20000', period: 'year' }
    expect(people((await count(place, solace)).counts)).toEqual({ same: 25, none: 20 })
    expect(people((await count(place, { ...solace, conditions: [{ id: 'died', rule: 'person.spouseDeceasedOn != null and person.spouseDeceasedOn > today - duration("P1Y")' }] })).counts)).toEqual({ lapsing: 25, none: 20 })
  })

  it('that SQL cannot say is judged row by row', async () => {
    const place = await write('upper.csv', [...born(1968, 12, 1200), ...born(1940, 15, 1300)])
    expect(people((await count(place, { ...star, conditions: [...star.conditions, { id: 'odd', rule: 'upper case(person.householdRegion) = "990101"' }] })).counts)).toEqual({ new: 12, more: 15 })
  })

  it('hides who is fewer than ten, in the region and in each district, and explains none of them', async () => {
    const place = await write('few.csv', [...born(1968, 3, 1400), ...born(1960, 60, 1500), ...born(1960, 40, 1600, { 'person.householdRegion': '990102' })])
    const result = forecastResult(await count(place), {})
    expect(result.counts.new).toEqual({ people: null, fen: null })
    expect(result.counts.same.people).toBeNull() // else new would be what is left
    expect(result.samples).toEqual([])
    // as many as are hidden together follow from the others; how many receive it now would tell the two apart
    expect([result.after.people, result.before]).toEqual([103, { people: null, fen: null, year: null }])
  })

  it('says no sum of which one person has more than a tenth, nor more of a sum than what one has', async () => {
    const place = await write('rich.csv', [...born(1940, 20, 1700), ...born(1968, 40, 1800)])
    const { cap: _none, ...uncapped } = star
    const named: WrittenPolicy = { ...uncapped, amount: 'if person.birthDate = date("1940-05-05") then 100 + 400000 else 100' }
    const flat = forecastResult(await count(place, { ...star, amount: '100' }), {})
    expect(flat.after).toEqual({ people: 60, fen: 6000, year: 72_000 })
    const one = await write('one.csv', [...born(1940, 1, 1900), ...born(1968, 400, 2000)])
    const result = forecastResult(await count(one, named), {})
    expect([result.after.fen, result.after.year, JSON.stringify(result).includes('400100')]).toEqual([null, null, false])
  })
})

describe('a population that is not right', () => {
  it('lacks a column: everybody the policy asks it of is unknown, and the fact is named', async () => {
    const place = await write('short.csv', born(1940, 20, 2000), ['person.idNumber', 'person.householdRegion'])
    const { counts, missing, unknownFacts } = await count(place)
    expect([people(counts), missing, unknownFacts]).toEqual([{ unknown: 20 }, ['person.birthDate'], [{ fact: 'person.birthDate', people: 20 }]])
  })

  it('has somebody twice: they are left out and counted', async () => {
    const lines = born(1940, 20, 2100)
    const { counts, duplicated } = await count(await write('twice.csv', [...lines, ...lines.slice(0, 3)]))
    expect([people(counts), duplicated]).toEqual([{ more: 17 }, 3])
  })

  it('has somebody under an old number of fifteen digits and under the new one: both are left out as one', async () => {
    const [one, ...others] = born(1940, 20, 2200)
    const number = one?.['person.idNumber'] ?? ''
    const old = `${number.slice(0, 6)}${number.slice(8, 17)}`
    const { counts, duplicated } = await count(await write('old.csv', [...others, ...(one ? [one, { ...one, 'person.idNumber': old }] : [])]))
    expect([people(counts), duplicated]).toEqual([{ more: 19 }, 1])
  })

  it('has nothing people are told apart by: it is refused, never half counted', async () => {
    await expect(count(await write('nobody.csv', born(1940, 2, 2300), ['person.birthDate']))).rejects.toThrow(PopulationRefused)
    await expect(count(join(folder, 'nowhere'))).rejects.toThrow(PopulationRefused)
    await expect(count(await write('nowhere.csv', born(1940, 2, 2400), ['person.idNumber', 'person.birthDate']))).rejects.toThrow('person.householdRegion')
  })
})
