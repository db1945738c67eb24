// Which rows of a decision table count once it is known which of them hold (DMN 1.3, section 8.2.8).
// A row may also be open: an answer it needs is missing. Then nothing is decided that the answer could change.

export const hitPolicies = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const
export type HitPolicy = (typeof hitPolicies)[number]

export const aggregations = ['SUM', 'COUNT', 'MIN', 'MAX'] as const
export type Aggregation = (typeof aggregations)[number]

/** A row and whether its condition holds; undefined: open. */
export type Held<Row> = { row: Row; holds: boolean | undefined }

/** `conflict`: rows hold together that the policy says never do. `open`: these rows need an answer first. */
export type Hits<Row> = { kind: 'hits' | 'conflict' | 'open'; rows: Row[] } | { kind: 'none'; rows: [] }

export type Reading<Row> = {
  /** place of the row's output among the output values, 0 first */
  rank: (row: Row) => number
  /** whether two rows say the same */
  same: (a: Row, b: Row) => boolean
}

const manyHits: readonly HitPolicy[] = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER']

/** Whether the policy lets several rows count. */
export const countsMany = (policy: HitPolicy): boolean => manyHits.includes(policy)

const first = <Row>(held: readonly Held<Row>[]): Hits<Row> => {
  const found = held.find(({ holds }) => holds !== false)
  if (!found) return { kind: 'none', rows: [] }
  return { kind: found.holds === true ? 'hits' : 'open', rows: [found.row] }
}

const best = <Row>(held: readonly Held<Row>[], { rank }: Reading<Row>): Hits<Row> => first(held.filter(({ holds }) => holds !== false).sort((a, b) => rank(a.row) - rank(b.row)))

/** `held` in the order of the table. Under UNIQUE and ANY one row that holds settles it, as the others then cannot hold or say the same. */
export const hitsOf = <Row>(policy: HitPolicy, held: readonly Held<Row>[], reading: Reading<Row>): Hits<Row> => {
  if (policy === 'FIRST') return first(held)
  if (policy === 'PRIORITY') return best(held, reading)
  const hits = held.filter(({ holds }) => holds === true).map(({ row }) => row)
  const open = held.filter(({ holds }) => holds === undefined).map(({ row }) => row)
  const [one] = hits
  if (one === undefined || countsMany(policy)) {
    if (open.length > 0) return { kind: 'open', rows: open }
    if (one === undefined) return { kind: 'none', rows: [] }
    return { kind: 'hits', rows: policy === 'OUTPUT ORDER' ? hits.sort((a, b) => reading.rank(a) - reading.rank(b)) : hits }
  }
  if (hits.length === 1) return { kind: 'hits', rows: hits }
  const agree = policy === 'ANY' && hits.every((row) => reading.same(one, row))
  return agree ? { kind: 'hits', rows: [one] } : { kind: 'conflict', rows: hits }
}

const folds: Record<Exclude<Aggregation, 'COUNT'>, (values: readonly number[]) => number> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
}

/** The outputs of the rows that count as one number; null for none, or when one of them is no number. */
export const aggregated = (aggregation: Aggregation, outputs: readonly unknown[]): number | null => {
  if (aggregation === 'COUNT') return outputs.length
  const values = outputs.filter((value) => typeof value === 'number')
  return values.length === 0 || values.length < outputs.length ? null : folds[aggregation](values)
}
