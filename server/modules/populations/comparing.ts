// A policy as it would be beside the same policy as it is, over everybody: who is new, who lapses, for whom the amount changes, in every region.
// Each row is judged once for both; policies that go before one another are judged with them, as benefits/due.ts does for one person.
import { evaluate, test } from '../../kernel/feel/compile.ts'
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { judge, type Verdict } from '../../kernel/feel/judge.ts'
import { ruleInWords, type RuleWords } from '../../kernel/feel/rule-words.ts'
import { quoteName, quoteText } from '../../kernel/feel-sql/dialect.ts'
import { factScope } from '../../kernel/feel-sql/facts.ts'
import { toFactsQuery } from '../../kernel/feel-sql/facts-query.ts'
import { toQuery, type CompiledCondition, type CompiledValue } from '../../kernel/feel-sql/query.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Screening } from './screening.ts'
import { PopulationRefused } from './snapshot.ts'

/** What a policy says, as far as it is counted. `fen`: of one period. `behind`: policies that go before it; `needs`: those it requires. */
export type CountedPolicy = { eligible: Expression; fen: Expression; behind: readonly string[]; needs: readonly string[] }

/** One policy and those it has to do with, by id, itself among them. */
export type PolicySide = { policy: string; all: Readonly<Record<string, CountedPolicy>>; /** periods a year, and the most of a year in fen */ periods: number; cap?: number }

/** Every row belongs to one. unknown: a fact is missing that would decide it as it would be. */
export const changeKinds = ['new', 'more', 'less', 'same', 'lapsing', 'unknown', 'none'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Fen of one period and of a year, as it is (before) and as it would be (after). */
export type ChangeMoney = { before: number; after: number; yearBefore: number; yearAfter: number }

/** `most`: what one of them has at most. */
export type ChangeCount = ChangeMoney & { region: string | null; kind: ChangeKind; people: number; most: ChangeMoney }

/** One condition of somebody: how it turned out, and by which values. */
export type SampleReason = { rule: Texts; verdict: Verdict; values: { name: Texts; value: Texts }[] }
export type ChangeSample = { kind: ChangeKind; before: SampleReason[]; after: SampleReason[]; fenBefore: number; fenAfter: number }

/** `unknownFacts`: how many of the `looked` at lack which fact that would decide it. */
export type Compared = { counts: ChangeCount[]; missing: string[]; unknownFacts: { fact: string; people: number }[]; looked: number; samples: ChangeSample[] }

export type Comparing = {
  after: PolicySide
  /** absent: the policy is new */
  before?: PolicySide
  /** the fact with the region somebody counts in, and the beginning of the codes counted */
  region: { fact: string; prefix: string }
  /** the fact with the day of death: whoever has died is due nothing */
  died?: string
  words: RuleWords
  /** what is said of somebody's fact */
  valueOf: (concept: string, value: unknown) => Texts
  /** told how far it is, from 0 to 1 */
  onProgress: (done: number) => void
}

/** Rows looked at one by one for what they lack. */
const mostLooked = 5000
const batchSize = 500

type Judged = { policy: CountedPolicy; verdict: CompiledCondition; fen: CompiledValue }
type Columns = { v: string; f: string }

const columnsOf = (at: number): Columns => ({ v: `j${at + 1}`, f: `f${at + 1}` })

/** Rows SQL leaves open for a policy, judged one by one. */
const settle = async ({ engine, target }: Screening, { policy, verdict, fen }: Judged, { v, f }: Columns): Promise<void> => {
  if (verdict.left.length === 0 && fen.left.length === 0) return
  await engine.run('DROP TABLE IF EXISTS settled')
  await engine.run('CREATE TEMP TABLE settled (subject TEXT, v BOOLEAN, f float8)')
  const key = `t.${quoteName(target.schema[target.about]?.key ?? '')}`
  let rows: string[] = []
  const flush = async () => {
    if (rows.length > 0) await engine.run(`INSERT INTO settled VALUES ${rows.join(', ')}`)
    rows = []
  }
  for await (const batch of engine.batches(toFactsQuery([policy.eligible, policy.fen], target, `${key} IN (SELECT subject FROM judged WHERE ${v} IS NULL OR (${v} AND ${f} IS NULL))`))) {
    for (const { subject, ...facts } of batch) {
      const scope = factScope(target.schema, facts, target.on)
      const holds = verdict.missing.length > 0 ? { yes: true, no: false, unknown: null }[judge(policy.eligible, scope).verdict] : test(policy.eligible, scope)
      const amount = evaluate(policy.fen, scope, 'open')
      rows.push(`(${quoteText(String(subject))}, ${String(holds)}, ${typeof amount === 'number' && amount >= 0 ? Math.round(amount) : 'NULL'})`)
      if (rows.length === batchSize) await flush()
    }
  }
  await flush()
  await engine.run(`UPDATE judged SET ${v} = settled.v, ${f} = settled.f FROM settled WHERE judged.subject = settled.subject`)
}

/** Whether a policy is due: it fits, an amount follows, none that goes before it is due, and all it needs are. No circle comes here. */
const dueSql = (id: string, side: PolicySide, columns: ReadonlyMap<string, Columns>): string => {
  const [policy, found] = [side.all[id], columns.get(id)]
  if (!policy || !found) return 'FALSE'
  const others = [...policy.behind.filter((each) => side.all[each]).map((each) => `NOT ${dueSql(each, side, columns)}`), ...policy.needs.map((each) => dueSql(each, side, columns))]
  return `(${[`coalesce(${found.v} AND ${found.f} > 0, FALSE)`, ...others].join(' AND ')})`
}

type SideSql = { due: string; open: string; fen: string; year: string }

const nobody: SideSql = { due: 'FALSE', open: 'FALSE', fen: '0', year: '0' }

const sideSql = (side: PolicySide, columns: ReadonlyMap<string, Columns>): SideSql => {
  const own = columns.get(side.policy)
  if (!own) return nobody
  const due = dueSql(side.policy, side, columns)
  const capped = side.cap === undefined ? own.f : `least(${own.f}, ${side.cap})`
  const year = side.cap === undefined ? `${own.f} * ${side.periods}` : `least(${own.f} * ${side.periods}, ${side.cap})`
  return { due, open: `(${own.v} IS NULL OR (${own.v} AND ${own.f} IS NULL))`, fen: `CASE WHEN ${due} THEN ${capped} ELSE 0 END`, year: `CASE WHEN ${due} THEN ${year} ELSE 0 END` }
}

const kindSql = `CASE WHEN due_after THEN CASE WHEN NOT due_before THEN 'new' WHEN fen_after > fen_before THEN 'more' WHEN fen_after < fen_before THEN 'less' ELSE 'same' END WHEN open_after THEN 'unknown' WHEN due_before THEN 'lapsing' ELSE 'none' END`

const isKind = (text: unknown): text is ChangeKind => changeKinds.some((kind) => kind === text)

/** Everybody once, with what both sides say of them, as the view `changes`. @returns facts the population does not have */
const judgeAll = async (screening: Screening, { before, after, region, died, onProgress }: Comparing): Promise<string[]> => {
  const { engine, snapshot, target } = screening
  const sides = [...Object.entries(after.all).map(([id, policy]) => ({ key: `after ${id}`, id, side: after, policy })), ...Object.entries(before?.all ?? {}).map(([id, policy]) => ({ key: `before ${id}`, id, side: before, policy }))]
  const query = toQuery(sides.map(({ key, policy }) => ({ id: key, expression: policy.eligible })), target, sides.map(({ key, policy }) => ({ id: key, expression: policy.fen })))
  const isDead = died === undefined || snapshot.absent.has(died) ? 'FALSE' : `coalesce(p.${quoteName(died)} <= DATE ${quoteText(target.on)}, FALSE)`
  const selected = sides.flatMap((_, at) => {
    const [truth, amount, { v, f }] = [query.conditions[at]?.column, query.values[at], columnsOf(at)]
    const fen = amount?.type === 'number' ? `floor(CAST(q.${amount.column} AS float8) + 0.5)` : 'CAST(NULL AS float8)'
    return [`CASE WHEN ${isDead} THEN FALSE ELSE q.${truth} END AS ${v}`, `CASE WHEN ${fen} >= 0 THEN ${fen} END AS ${f}`]
  })
  if (snapshot.absent.has(region.fact)) throw new PopulationRefused(`人口数据没有 ${region.fact} 这一列，分不出是哪里的`, `The population has no column ${region.fact}, so nobody can be told to be of a region`)
  const place = `p.${quoteName(region.fact)}`
  const [key, table] = [quoteName(target.schema[target.about]?.key ?? ''), quoteName(target.about)]
  const counted = `substr(${place}, 1, ${region.prefix.length}) = ${quoteText(region.prefix)}`
  await engine.run(`CREATE TEMP TABLE judged AS SELECT q.subject, substr(${place}, 1, 6) AS region, ${selected.join(', ')} FROM (${query.sql}) q JOIN ${table} p ON p.${key} = q.subject WHERE ${counted}`)
  onProgress(0.5)
  for (const [at, { policy }] of sides.entries()) {
    const [verdict, fen] = [query.conditions[at], query.values[at]]
    if (verdict && fen) await settle(screening, { policy, verdict, fen }, columnsOf(at))
  }
  const columnsFor = (side: PolicySide | undefined) => new Map(sides.flatMap((each, at) => (each.side === side ? [[each.id, columnsOf(at)] as const] : [])))
  const [now, then] = [before ? sideSql(before, columnsFor(before)) : nobody, sideSql(after, columnsFor(after))]
  await engine.run(`CREATE TEMP VIEW changes AS SELECT *, ${kindSql} AS kind FROM (SELECT subject, region, ${now.due} AS due_before, ${now.fen} AS fen_before, ${now.year} AS year_before, ${then.due} AS due_after, ${then.open} AS open_after, ${then.fen} AS fen_after, ${then.year} AS year_after FROM judged) both_sides`)
  const own = sides.findIndex((each) => each.side === after && each.id === after.policy)
  return [...new Set([...(query.conditions[own]?.missing ?? []), ...(query.values[own]?.missing ?? [])])]
}

const factsOf = (screening: Screening, expressions: readonly Expression[], subjects: string) =>
  screening.engine.rows(toFactsQuery(expressions, screening.target, `t.${quoteName(screening.target.schema[screening.target.about]?.key ?? '')} IN (${subjects})`))

/** Which facts would decide it for those it is unknown of: all of them, or so many chosen by nothing but their number. */
const lookAtUnknown = async (screening: Screening, { after }: Comparing): Promise<Pick<Compared, 'unknownFacts' | 'looked'>> => {
  const own = after.all[after.policy]
  if (!own) return { unknownFacts: [], looked: 0 }
  const rows = await factsOf(screening, [own.eligible, own.fen], `SELECT subject FROM (SELECT subject FROM changes WHERE kind = 'unknown' ORDER BY md5(subject) LIMIT ${mostLooked}) looked`)
  const counts = new Map<string, number>()
  for (const { subject: _, ...facts } of rows) {
    const { verdict, missing } = judge(own.eligible, factScope(screening.target.schema, facts, screening.target.on))
    const lacking = verdict === 'unknown' ? missing : conceptsOf(own.fen).filter((concept) => facts[concept] === null || facts[concept] === undefined)
    for (const fact of new Set(lacking)) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  }
  return { unknownFacts: [...counts].map(([fact, people]) => ({ fact, people })).toSorted((a, b) => b.people - a.people || a.fact.localeCompare(b.fact)), looked: rows.length }
}

/** One of each kind of change, explained, where there are enough of them that nobody is told apart. */
const samplesOf = async (screening: Screening, { before, after, words, valueOf }: Comparing, counts: readonly ChangeCount[], least: number): Promise<ChangeSample[]> => {
  const many = changeKinds.filter((kind) => kind !== 'none' && kind !== 'same' && counts.filter((each) => each.kind === kind).reduce((sum, { people }) => sum + people, 0) >= least)
  if (many.length === 0) return []
  const chosen = await screening.engine.rows(`SELECT kind, substr(first, 33) AS subject FROM (SELECT kind, min(md5(subject) || subject) AS first FROM changes WHERE kind IN (${many.map(quoteText).join(', ')}) GROUP BY kind) firsts`)
  const [now, then] = [before?.all[before.policy], after.all[after.policy]]
  const rules = [now, then].flatMap((side) => (side ? [side.eligible] : []))
  const subjects = chosen.map(({ subject }) => quoteText(String(subject))).join(', ')
  const facts = new Map((await factsOf(screening, rules, subjects)).map(({ subject, ...row }) => [String(subject), row]))
  const amounts = new Map((await screening.engine.rows(`SELECT subject, fen_before, fen_after FROM changes WHERE subject IN (${subjects})`)).map((row) => [String(row['subject']), row]))
  const said = (side: CountedPolicy | undefined, subject: string): SampleReason[] => {
    if (!side) return []
    const { eligible } = side
    const parts = eligible.kind === 'and' ? eligible.parts.map((part, at) => ({ part, text: eligible.texts[at] ?? '' })) : [{ part: eligible, text: '' }]
    const scope = factScope(screening.target.schema, facts.get(subject) ?? {}, screening.target.on)
    return parts.map(({ part, text }) => {
      const { verdict, reasons } = judge(part, scope)
      const reads = Object.entries(Object.assign({}, ...reasons.map((reason) => reason.reads)) as Record<string, unknown>)
      return { rule: ruleInWords(part, words, text), verdict, values: reads.map(([concept, value]) => ({ name: words.title(concept) ?? { 'zh-CN': concept }, value: valueOf(concept, value) })) }
    })
  }
  return chosen.flatMap(({ kind, subject }) => {
    const amount = amounts.get(String(subject))
    return isKind(kind) ? [{ kind, before: said(now, String(subject)), after: said(then, String(subject)), fenBefore: Number(amount?.['fen_before']), fenAfter: Number(amount?.['fen_after']) }] : []
  })
}

/** @param least of a kind, below which none of it is explained @throws PopulationRefused without a column of regions */
export const compare = async (screening: Screening, comparing: Comparing, least: number): Promise<Compared> => {
  const { engine } = screening
  const missing = await judgeAll(screening, comparing)
  comparing.onProgress(0.7)
  const moneyOf = (of: 'sum' | 'max') => ['fen_before', 'fen_after', 'year_before', 'year_after'].map((each) => `${of}(${each}) AS ${of}_${each}`)
  const rows = await engine.rows(`SELECT region, kind, count(*) AS people, ${[...moneyOf('sum'), ...moneyOf('max')].join(', ')} FROM changes GROUP BY region, kind ORDER BY region, kind`)
  const counts = rows.flatMap((row): ChangeCount[] => {
    const { region, kind } = row
    const money = (of: 'sum' | 'max'): ChangeMoney => ({ before: Number(row[`${of}_fen_before`]), after: Number(row[`${of}_fen_after`]), yearBefore: Number(row[`${of}_year_before`]), yearAfter: Number(row[`${of}_year_after`]) })
    return isKind(kind) ? [{ region: typeof region === 'string' ? region : null, kind, people: Number(row['people']), ...money('sum'), most: money('max') }] : []
  })
  comparing.onProgress(0.8)
  const unknown = await lookAtUnknown(screening, comparing)
  comparing.onProgress(0.9)
  return { counts, missing, ...unknown, samples: await samplesOf(screening, comparing, counts, least) }
}
