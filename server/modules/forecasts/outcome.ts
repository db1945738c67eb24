// Counts of a forecast into what is shown and kept: totals, districts, money, the budget; small cells hidden so that nobody is told apart. Pure.
import { mergeSmall, protectTable, shownCount, shownSum } from '../../kernel/disclosure.ts'
import { changeKinds, type ChangeCount, type ChangeKind, type ChangeMoney, type ChangeSample } from '../populations/index.ts'
import type { Counted } from './counting.ts'
import type { WrittenPolicy } from './forecast.ts'
import { rounded } from './sample-words.ts'

/** `people` null: fewer than ten, or hidden with such a number. `fen`: of a year, as it would be, about (shownSum); hidden with the people, and where one of them has more than a tenth of it. */
export type ShownCount = { people: number | null; fen: number | null }

/** Money of everybody together, about, in fen of one period and of a year. */
export type Money = { people: number | null; fen: number | null; year: number | null }

export type District = { regions: string[]; people: number; counts: Record<ChangeKind, number | null> }

export type ForecastResult = {
  rows: number
  duplicated: number
  /** facts the population does not have */
  missing: string[]
  counts: Record<ChangeKind, ShownCount>
  before: Money
  after: Money
  /** `share`: of a year's money in the budget */
  budget?: { year: number; fen: number; share: number | null }
  districts: District[]
  unknownFacts: { fact: string; people: number | null }[]
  looked: number
  samples: ChangeSample[]
}

const receiving: Record<'before' | 'after', readonly ChangeKind[]> = { before: ['more', 'less', 'same', 'lapsing'], after: ['new', 'more', 'less', 'same'] }

const byKind = <Value>(make: (kind: ChangeKind, at: number) => Value): Record<ChangeKind, Value> => Object.fromEntries(changeKinds.map((kind, at) => [kind, make(kind, at)])) as Record<ChangeKind, Value> // every kind is a key

const sumOf = (counts: readonly ChangeCount[], of: 'people' | keyof ChangeMoney): number => counts.reduce((total, each) => total + each[of], 0)

const shownFen = (counts: readonly ChangeCount[], of: keyof ChangeMoney, besideHidden = false): number | null => shownSum(sumOf(counts, of), Math.max(0, ...counts.map(({ most }) => most[of])), besideHidden)

/** Nobody is told exactly what one person has. */
const shownSample = (sample: ChangeSample): ChangeSample => ({ ...sample, fenBefore: rounded(sample.fenBefore), fenAfter: rounded(sample.fenAfter) })

export const forecastResult = ({ counts, missing, unknownFacts, looked, samples, duplicated }: Counted, { budget }: Pick<WrittenPolicy, 'budget'>): ForecastResult => {
  const ofKind = (rows: readonly ChangeCount[], kind: ChangeKind) => rows.filter((each) => each.kind === kind)
  const places = mergeSmall([...Map.groupBy(counts, ({ region }) => region ?? '')].map(([group, rows]) => ({ group, counts: changeKinds.map((kind) => sumOf(ofKind(rows, kind), 'people')) })))
  const { cells, totals } = protectTable(places.map((place) => place.counts), 'protected')
  const hidden = changeKinds.filter((_, at) => totals[at] === null)
  // everybody together is known, and so are the kinds shown: of hidden kinds a side that has some, not all, would tell the others apart
  const money = (side: 'before' | 'after'): Money => {
    const rows = counts.filter(({ kind }) => receiving[side].includes(kind))
    const within = hidden.filter((kind) => receiving[side].includes(kind)).length
    const people = within === 0 || within === hidden.length ? shownCount(sumOf(rows, 'people')) : null
    return people === null ? { people, fen: null, year: null } : { people, fen: shownFen(rows, side, within > 0), year: shownFen(rows, side === 'before' ? 'yearBefore' : 'yearAfter', within > 0) }
  }
  const shown = byKind((kind, at): ShownCount => {
    const people = totals[at] ?? (counts.length === 0 ? 0 : null)
    return { people, fen: people === null ? null : shownFen(ofKind(counts, kind), kind === 'lapsing' ? 'yearBefore' : 'yearAfter') }
  })
  const isUnknownHidden = shown.unknown.people === null
  const after = money('after')
  return {
    rows: sumOf(counts, 'people'), duplicated, missing, before: money('before'), after,
    counts: shown,
    ...(budget ? { budget: { ...budget, share: after.year === null ? null : after.year / budget.fen } } : {}),
    districts: places.map(({ groups, counts: own }, row) => ({ regions: groups.toSorted(), people: own.reduce((sum, each) => sum + each, 0), counts: byKind((_, at) => cells[row]?.[at] ?? null) }))
      .toSorted((a, b) => b.people - a.people),
    unknownFacts: unknownFacts.map(({ fact, people }) => ({ fact, people: isUnknownHidden ? null : shownCount(people) })), looked: isUnknownHidden ? 0 : looked,
    samples: samples.filter(({ kind }) => shown[kind].fen !== null).map(shownSample),
  }
}
