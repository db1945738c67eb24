// Counts a forecast on a population; what the counting process is told and tells is JSON.
import type { Texts } from '../../kernel/texts.ts'
import { schemaOf, type BenefitAudience, type Fact } from '../catalogue/index.ts'
import { compare, openDuckdb, openPostgres, openSnapshot, type Compared, type PolicySide } from '../populations/index.ts'
import { coarse, ruleWordsOf } from './sample-words.ts'
import { isDatabase } from './snapshot.ts'

export type CountingTask = {
  /** a folder, a file, or the address of a database */
  population: string
  about: BenefitAudience
  /** `today`, YYYY-MM-DD */
  on: string
  /** the beginning of the codes of regions that are counted */
  prefix: string
  after: PolicySide
  before?: PolicySide
  facts: readonly Fact[]
  /** names of choices, by concept */
  choices: Readonly<Record<string, readonly { value: string; name: Texts }[]>>
  /** fewer than these are not explained by an example */
  least: number
  memoryGb: number
  threads: number
}

/** `duplicated`: how many stand in the population more than once, and are left out. */
export type Counted = Compared & { duplicated: number }

export type CountingMessage = { kind: 'progress'; done: number } | { kind: 'counted'; counted: Counted } | { kind: 'refused'; says: Texts } | { kind: 'failed'; message: string }

/** @param onProgress from 0 to 1 @throws PopulationRefused */
export const countChanges = async ({ population, about, on, prefix, after, before, facts, choices, least, memoryGb, threads }: CountingTask, onProgress: (done: number) => void): Promise<Counted> => {
  const engine = isDatabase(population) ? openPostgres(population) : await openDuckdb({ memoryGb, threads })
  try {
    const schema = schemaOf(facts)
    const snapshot = await openSnapshot(engine, population, schema, [about])
    onProgress(0.2)
    const compared = await compare({ engine, snapshot, target: { schema, about, dialect: engine.dialect, on, absent: snapshot.absent } }, {
      after, ...(before ? { before } : {}), region: { fact: about === 'company' ? 'company.region' : 'person.householdRegion', prefix }, ...(about === 'person' ? { died: 'person.deceasedOn' } : {}),
      words: ruleWordsOf(facts, choices), valueOf: coarse(facts, choices), onProgress,
    }, least)
    return { ...compared, duplicated: snapshot.duplicated[about] ?? 0 }
  } finally {
    await engine.close()
  }
}
