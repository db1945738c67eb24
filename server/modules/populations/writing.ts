// Writes an invented population into a folder: person.parquet, household.parquet, company.parquet.
import { inventedSql, type InventedPopulation } from './invented.ts'
import { openDuckdb, type DuckdbLimits } from './duckdb.ts'

/** How many rows each file got. @throws when `limits.signal` aborts; what was written until then is no whole population */
export const writePopulation = async (population: InventedPopulation, limits: DuckdbLimits = {}): Promise<Record<'person' | 'household' | 'company', number>> => {
  const engine = await openDuckdb(limits)
  try {
    for (const statement of inventedSql(population)) await engine.run(statement)
    const [people, households, companies] = await Promise.all(['base', 'household', 'company'].map(async (name) => {
      const from = name === 'base' ? 'base' : `read_parquet('${`${population.folder}/${name}.parquet`.replaceAll("'", "''")}')`
      const [row] = await engine.rows(`SELECT count(*) AS n FROM ${from}`)
      return Number(row?.['n'])
    }))
    return { person: people ?? 0, household: households ?? 0, company: companies ?? 0 }
  } finally {
    await engine.close()
  }
}
