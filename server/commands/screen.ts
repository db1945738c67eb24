// `screen`: how many people or companies of a population are due a policy, and why, for one policy or for all.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { readConfig } from '../config.ts'
import type { RuleWords } from '../kernel/feel/rule-words.ts'
import { textIn } from '../kernel/texts.ts'
import { eligibilityOf, schemaOf, type Benefit, type Fact } from '../modules/catalogue/index.ts'
import { listDue, openDuckdb, openPostgres, openSnapshot, PopulationRefused, sampleOf, screen, type Sample, type Screened, type ScreenedCondition, type Screening } from '../modules/populations/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'

export type ScreenOptions = { population: string; all?: boolean; on?: string; region?: string; memory?: string; out?: string; json?: boolean }

type Outcome = Screened & { seconds: number; duplicated: Readonly<Record<string, number>>; explainSample: Sample[] }

/** Titles of facts, and values in words: choices by name, money in yuan. */
export const wordsOf = (facts: readonly Fact[], choicesOf: (concept: string) => readonly { value: string; name: { 'zh-CN': string; en?: string } }[] | undefined): RuleWords => {
  const known = new Map(facts.map((fact) => [fact.concept, fact]))
  return {
    title: (concept) => known.get(concept)?.name,
    value: (concept, value) => {
      if (known.get(concept)?.type === 'money' && typeof value === 'number') return { 'zh-CN': `${(value / 100).toLocaleString('zh-CN')} 元`, en: `${(value / 100).toLocaleString('en')} yuan` }
      return choicesOf(concept)?.find((choice) => choice.value === value)?.name
    },
  }
}

/** Numbers of people are not for a terminal: only enough to find them again is shown. */
const masked = (number: string): string => `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 8))}${number.slice(-2)}`

const chosen = (benefits: Readonly<Record<string, Benefit>>, id: string | undefined, all: boolean): Benefit[] => {
  if (all) return Object.values(benefits)
  const one = id === undefined ? undefined : benefits[id]
  if (!one) throw new StartRefusal('configuration', `没有“${id ?? ''}”这项政策；有：${Object.keys(benefits).join('、')} / No policy "${id ?? ''}"; there are: ${Object.keys(benefits).join(', ')}`)
  return [one]
}

/** Numbers in full, one policy a line, for the authority that runs it. */
const writeDue = (screening: Screening, conditions: readonly ScreenedCondition[], file: string): Promise<void> => {
  const lines = async function* () {
    yield 'policy,subject\n'
    for await (const batch of listDue(screening, conditions)) yield batch.map(({ policy, subject }) => `${policy},${subject}\n`).join('')
  }
  return pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }))
}

const told = ({ rows, eligible, unknown, ineligible, missing, outside, byInterpreter, duplicated }: Outcome, name: string): string =>
  [`${name}  ${rows}  ✓ ${eligible}  ? ${unknown}  × ${ineligible}`, ...(missing.length > 0 ? [`  没有这些数据 no data on: ${missing.join(', ')}`] : []), ...(outside.length > 0 ? [`  逐行判断 by the interpreter: ${byInterpreter} (${outside.join(', ')})`] : []), ...Object.entries(duplicated).map(([table, count]) => `  重复 twice in ${table}: ${count}`)].join('\n')

export const screenPopulation = async (id: string | undefined, options: ScreenOptions): Promise<number> => {
  const config = readConfig(process.env)
  const on = options.on ?? plainDate(systemClock.now())
  const packs = openPacks(config.packs, systemClock)
  const region = coveredRegion(packs, options.region, config)
  const benefits = packs.benefitsFor(region, on)
  const facts = packs.factsFor(region)
  const { concepts } = packs.catalogueFor(region)
  const schema = schemaOf(facts)
  const words = wordsOf(facts, (concept) => concepts[concept]?.constraint.choices)
  const outcomes: Outcome[] = []
  const policies = chosen(benefits, id, options.all ?? false)
  const abouts = (['person', 'company'] as const).filter((about) => policies.some((each) => each.for === about))
  const engine = /^postgres(ql)?:/.test(options.population) ? openPostgres(options.population) : await openDuckdb(options.memory === undefined ? {} : { memoryGb: Number(options.memory) })
  try {
    if (options.out !== undefined) await mkdir(options.out, { recursive: true })
    const started = performance.now()
    const snapshot = await openSnapshot(engine, options.population, schema, abouts)
    for (const about of abouts) {
      const conditions: ScreenedCondition[] = policies.filter((each) => each.for === about).map((each) => ({ id: each.id, expression: eligibilityOf(each) }))
      const screening = { engine, snapshot, target: { schema, about, dialect: engine.dialect, on, absent: snapshot.absent } }
      const results = await screen(screening, conditions)
      if (options.out !== undefined) await writeDue(screening, conditions, join(options.out, `due-${about}.csv`))
      const seconds = Math.round(performance.now() - started) / 1000
      for (const result of results) {
        const condition = conditions.find((each) => each.id === result.id)
        const samples = condition && !options.all ? await sampleOf(screening, condition, words) : []
        outcomes.push({ ...result, seconds, duplicated: snapshot.duplicated, explainSample: samples.map((sample) => ({ ...sample, subject: masked(sample.subject) })) })
      }
    }
  } catch (error) {
    if (error instanceof PopulationRefused) throw new StartRefusal('configuration', error.message, { cause: error })
    throw error
  } finally {
    await engine.close()
  }
  const [only] = outcomes
  if (options.json) process.stdout.write(`${JSON.stringify(options.all ? { on, policies: outcomes.map(({ explainSample: _none, ...rest }) => rest) } : { on, ...only })}\n`)
  else process.stdout.write(`${outcomes.map((each) => told(each, textIn(benefits[each.id]?.name ?? { 'zh-CN': each.id }, 'zh-CN'))).join('\n')}\n`)
  return 0
}
