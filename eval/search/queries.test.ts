// The labelled questions are sound: every label names something there is, both halves are of one kind, and none is asked twice.
// Labels of real services are looked up where the scrape is (TONGBAN_DATA, or shared/data beside the project).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { plainDate, systemClock } from '../../server/kernel/clock.ts'
import { loadPacks, plainServices, type LoadedPacks } from '../../server/modules/catalogue/index.ts'
import { halves, queriesOf } from './asked.ts'
import { canBeFound, gradesOf, isOfPacks, means, readQueries, styles, type Answer, type Query } from './query.ts'

const open = queriesOf('open')
const frozen = queriesOf('frozen')
const all = halves.flatMap(queriesOf)
const data = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const scrape = join(data, 'gd-services/services.jsonl')

const count = (queries: readonly Query[], wanted: (query: Query) => boolean): number => queries.filter(wanted).length
const bestType = ({ relevant }: Query): string => Object.entries(relevant).sort(([, a], [, b]) => b - a)[0]?.[0].replace(/[/~].*/, '') ?? 'none'

describe('the labelled questions', () => {
  let packs: LoadedPacks
  let known: Answer[] = []
  beforeAll(() => {
    packs = loadPacks(fileURLToPath(new URL('../../packs', import.meta.url)), { on: plainDate(systemClock.now()), sound: true })
    const catalogue = packs.catalogueFor('440300')
    const answer = (type: string) => ({ id, name }: { id: string; name: Readonly<Record<string, string>> }): Answer => ({ type, id, titles: Object.values(name) })
    known = [
      ...Object.values(catalogue.matters).map(answer('matter')), ...plainServices(catalogue).map(answer('service')),
      ...Object.values(packs.benefitsFor('440300')).map(answer('benefit')), ...packs.outletsFor('440300').map(answer('outlet')), ...Object.values(packs.credentialTypesFor('440300')).map(answer('credential')),
      ...catalogue.authorities.map(({ line, region, name }) => answer('authority')({ id: `${line}@${region}`, name })),
      ...packs.helpFor('440300').map(({ id, title }) => answer('help')({ id, name: title })),
      ...(packs.hardCaseWindowFor('440300')?.conclusions ?? []).map(({ id }) => ({ type: 'answer', id, titles: [] })),
    ]
  })

  it('are at least 1,900, each with an id of its own and asked once', () => {
    expect(all.length).toBeGreaterThanOrEqual(1900)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ query }) => query)).size).toBe(all.length)
  })

  it('name only what the packs hold', () => {
    const unknown = all.flatMap(({ id, relevant }) => Object.keys(relevant).filter((target) => !target.startsWith('importedService') && !known.some((each) => means(target, each))).map((target) => `${id} ${target}`))
    expect(unknown).toEqual([])
  })

  it('reach nearly every matter and service', () => {
    const aims = new Set(all.flatMap(({ relevant }) => Object.entries(relevant).flatMap(([target, grade]) => (grade === 3 ? [target] : []))))
    const things = known.filter(({ type }) => type === 'matter' || type === 'service').map(({ type, id }) => `${type}/${id}`)
    expect(things.filter((each) => !aims.has(each)).length, things.filter((each) => !aims.has(each)).join(' ')).toBeLessThan(things.length / 20)
  })

  it('name only real services that are in the scrape', ({ skip }) => {
    skip(!existsSync(scrape), `The real services are not here: ${scrape}. Set TONGBAN_DATA to the folder that holds gd-services.`)
    const titles = readFileSync(scrape, 'utf8').trim().split('\n').map((line) => String((JSON.parse(line) as { TASK_NAME: unknown }).TASK_NAME))
    const targets = [...new Set(all.flatMap(({ relevant }) => Object.keys(relevant).filter((target) => target.startsWith('importedService'))))]
    expect(targets.filter((target) => !titles.some((title) => means(target, { type: 'importedService', id: '', titles: [title] })))).toEqual([])
  })

  it('are split into halves of one kind, by style, intent and what is found', () => {
    const alike = (wanted: (query: Query) => boolean) => Math.abs(count(open, wanted) - count(frozen, wanted))
    for (const style of styles) {
      expect(alike((query) => query.style === style), style).toBeLessThanOrEqual(10)
      expect(count(all, (query) => query.style === style), style).toBeGreaterThanOrEqual(140)
    }
    for (const intent of new Set(all.map(({ intents }) => intents[0]))) expect(alike(({ intents }) => intents[0] === intent), intent).toBeLessThanOrEqual(25)
    for (const type of new Set(all.map(bestType))) expect(alike((query) => bestType(query) === type), type).toBeLessThanOrEqual(25)
  })

  it('nearly all have an answer that can be found', () => {
    expect(count(all, canBeFound) / all.length).toBeGreaterThan(0.95)
  })
})

describe('a label', () => {
  const query = (relevant: Query['relevant']): Query => ({ id: '0', query: '护照', style: 'colloquial', intents: ['do'], relevant })

  it('counts once, for the first answer it means', () => {
    const variants = ['一', '二'].map((id): Answer => ({ type: 'importedService', id, titles: ['办理护照'] }))
    expect(gradesOf(query({ 'importedService~护照$': 3 }), variants)).toEqual([3, 0])
  })

  it('means a type and an id, or a type and a pattern of the title', () => {
    const answers: Answer[] = [{ type: 'service', id: 'passport', titles: [] }, { type: 'matter', id: 'passport', titles: ['护照'] }]
    expect(gradesOf(query({ 'service/passport': 2 }), answers)).toEqual([2, 0])
    expect(gradesOf(query({ 'matter~^护': 1 }), answers)).toEqual([0, 1])
  })

  it('of a real service alone cannot be judged without them', () => {
    const relevant: Query['relevant'][] = [{ 'importedService~护照': 3, 'matter/marriage': 1 }, { 'importedService~护照': 3, 'service/passport': 2 }, {}]
    expect(relevant.map((each) => isOfPacks(query(each)))).toEqual([false, true, true])
  })

  it('that is none is refused with the number of its line', () => {
    const line = JSON.stringify(query({ 'service/passport': 2 }))
    expect(readQueries(`${line}\n${line}\n`)).toHaveLength(2)
    for (const wrong of ['{"service":2}', '{"service/a":4}', '{"/a":2}']) expect(() => readQueries(`${line}\n${line.replace('{"service/passport":2}', wrong)}`)).toThrow('Line 2')
    expect(() => readQueries(line.replace('"do"', '"dance"'))).toThrow('Line 1')
  })
})
