// An invented population as SQL for DuckDB: people in households, some of them working for companies, written as Parquet.
// The same seed, numbers and day give the same rows. Numbers have the right form and check digit, and belong to nobody. Pure.
import type { Fact } from '../catalogue/index.ts'
import { idCheck } from './id-number-sql.ts'
import { inventedCompanies, inventedHouseholds } from './invented-companies.ts'
import { chance, date, either, pick } from './invented-draws.ts'
import { inventedPeople } from './invented-people.ts'

export type InventedPopulation = { people: number; seed: number; /** YYYY-MM-DD, the day of the snapshot */ on: string; folder: string; facts: readonly Fact[] }

const districts = ['440303', '440304', '440305', '440306', '440307', '440308', '440309', '440310', '440311', '440103', '440104', '440105', '440106', '440111', '440402', '440604', '440605', '441302', '441900', '442000', '445102', '445202', '440802', '440902']
const elsewhere = ['360102', '410102', '420102', '430102', '450102', '500103', '510104', '520102']

const oneOf = (values: readonly string[], fraction: string): string => `[${values.map((value) => `'${value}'`).join(', ')}][CAST(floor(${fraction} * ${values.length}) AS INTEGER) + 1]`

const codeLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** GB 32100: the last character of a credit code of digits. */
const creditCheck = (body: string): string => {
  const weighted = Array.from({ length: 17 }, (_, at) => `(ascii(substr(${body}, ${at + 1}, 1)) - 48) * ${3 ** at % 31}`).join(' + ')
  return `substr('${codeLetters}', CAST((31 - (${weighted}) % 31) % 31 AS INTEGER) + 1, 1)`
}

/** Twelve people make five households: one alone, an elderly couple, a couple with one child, one with two, and a couple. */
const block = 12
const householdsOfBlock = [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4]
const placesOfBlock = [0, 0, 1, 0, 1, 2, 0, 1, 2, 3, 0, 1]
const sizes = [1, 2, 3, 4, 2]
const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`

/** A fact nobody drew by hand, by its type. */
const byType = ({ concept, type, choices }: Fact): string => {
  if (type === 'boolean') return either(concept, 0.02, 'NULL', `${chance(concept)} < 0.05`)
  if (type === 'date') return either(concept, 0.9, 'NULL', date(concept, 3650))
  if (type === 'integer') return `CAST(floor(${chance(concept)} * 10) AS BIGINT)`
  if (type === 'money') return `CAST(floor(${chance(concept)} * 1000000) AS BIGINT)`
  if (type === 'decimal') return `round(${chance(concept)} * 100, 2)`
  const values = choices ?? []
  return values.length === 0 ? 'CAST(NULL AS VARCHAR)' : pick(concept, Object.fromEntries(values.map((value) => [value, 1 / values.length])))
}

const columnsOf = (subject: string, facts: readonly Fact[], drawn: Readonly<Record<string, string>>): string => {
  const own = facts.filter(({ concept, many }) => concept.startsWith(`${subject}.`) && many === undefined)
  if (own.length === 0) return 'i' // packs need not read anything of a subject
  return own.map((fact) => `${drawn[fact.concept] ?? byType(fact)} AS "${fact.concept}"`).join(',\n  ')
}

const peopleSql = (people: number, on: string): string => `
CREATE TEMP TABLE base AS
SELECT i, h, place, sex, region, home, body || ${idCheck('body')} AS number, born, CAST(date_diff('year', born, DATE '${on}') - CASE WHEN strftime(born, '%m%d') > '${on.slice(5).replace('-', '')}' THEN 1 ELSE 0 END AS INTEGER) AS age
FROM (SELECT *, region || strftime(born, '%Y%m%d') || lpad(CAST(2 * row_number() OVER (PARTITION BY region, born, sex ORDER BY i) - CASE WHEN sex = 'male' THEN 1 ELSE 0 END AS VARCHAR), 3, '0') AS body FROM (
  SELECT *, CAST(DATE '${on}' - CAST(floor(365.2425 * years) AS INTEGER) AS DATE) AS born FROM (
    SELECT *, CASE
        WHEN place >= 2 THEN ${chance('child')} * least(24, grown - 22)
        ELSE grown + CASE WHEN place = 1 THEN ${chance('partner')} * 8 - 4 ELSE 0 END
      END AS years,
      CASE WHEN kind IN (1, 2, 3, 4) AND place < 2 THEN CASE WHEN place = 0 THEN 'male' ELSE 'female' END WHEN ${chance('sex')} < 0.51 THEN 'male' ELSE 'female' END AS sex,
      CASE WHEN draw(h, 3) < 0.62 THEN home ELSE ${oneOf([...districts, ...elsewhere], 'draw(h, 4)')} END AS region
    FROM (
      SELECT *, ${oneOf(districts, 'draw(h, 2)')} AS home,
        CASE kind WHEN 0 THEN 20 + draw(h, 1) * 76 WHEN 1 THEN 58 + pow(draw(h, 1), 1.5) * 42 WHEN 4 THEN 24 + draw(h, 1) * 45 ELSE 27 + draw(h, 1) * 28 END AS grown
      FROM (SELECT i, (i // ${block}) * 5 + ${list(householdsOfBlock)}[i % ${block} + 1] AS h, ${list(householdsOfBlock)}[i % ${block} + 1] AS kind, ${list(placesOfBlock)}[i % ${block} + 1] AS place FROM (SELECT CAST(range AS BIGINT) AS i FROM range(${people})))
    )
  )
))`

/** Statements to run one after the other; each file is written by the one that names it. */
export const inventedSql = ({ people, seed, on, folder, facts }: InventedPopulation): string[] => {
  const companies = Math.max(1, Math.round(people / 12))
  const households = Math.ceil(people / block) * 5
  const to = (name: string): string => `TO '${`${folder}/${name}.parquet`.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE 122880)`
  const number = `${oneOf(districts, 'draw(i, 5)')}`
  return [
    `CREATE MACRO draw(i, fact) AS CAST(hash(i, fact, ${seed}) >> 11 AS DOUBLE) / 9007199254740992`,
    `CREATE TEMP TABLE companies AS SELECT i, region, body || ${creditCheck('body')} AS code FROM (SELECT i, region, '91' || region || lpad(CAST(i AS VARCHAR), 9, '0') AS body FROM (SELECT CAST(range AS BIGINT) AS i, ${number.replace('draw(i', 'draw(CAST(range AS BIGINT)')} AS region FROM range(${companies})))`,
    peopleSql(people, on),
    `CREATE TEMP TABLE deaths AS SELECT i, CAST(DATE '${on}' - CAST(floor(${chance('died')} * 1000) AS INTEGER) AS DATE) AS died FROM base WHERE ${chance('dead')} < CASE WHEN age >= 80 THEN 0.12 WHEN age >= 60 THEN 0.03 ELSE 0.002 END`,
    `COPY (SELECT ${columnsOf('household', facts, inventedHouseholds)} FROM (SELECT CAST(range AS BIGINT) AS i, ${list(sizes)}[range % 5 + 1] AS size, DATE '${on}' AS day FROM range(${households})) ORDER BY i) ${to('household')}`,
    `COPY (SELECT ${columnsOf('company', facts, inventedCompanies)} FROM (SELECT i, region, code, DATE '${on}' AS day FROM companies) ORDER BY i) ${to('company')}`,
    `COPY (SELECT ${columnsOf('person', facts, inventedPeople)} FROM (
      SELECT b.*, d.died, partner.number AS spouse, gone.died AS spouseDied, e.code AS employer, f.code AS founded, DATE '${on}' AS day
      FROM base b
      LEFT JOIN deaths d ON d.i = b.i
      LEFT JOIN base partner ON partner.i = CASE WHEN b.i % ${block} NOT IN (0, 5, 8, 9) THEN b.i + CASE WHEN b.place = 0 THEN 1 ELSE -1 END END
      LEFT JOIN deaths gone ON gone.i = partner.i
      LEFT JOIN companies e ON e.i = CAST(floor(draw(b.i, 6) * ${companies}) AS BIGINT)
      LEFT JOIN companies f ON f.i = CAST(floor(draw(b.i, 7) * ${companies}) AS BIGINT)
    )) ${to('person')}`,
  ]
}
