// Figures of a decision table in words of outcomes: how many at once, how long it takes, and why the rest went to a person. Pure.
import type { VersionFigures } from '../cases/index.ts'
import type { Outcome } from '../catalogue/index.ts'

/** `reasons`: what sent cases to a person, most often first; `row` when a row of the table did. */
export type TableFigures = {
  all: number
  instant: number
  outcomes: Record<Outcome, number>
  medianSeconds: number | null
  reasons: { because: string; row: string | null; count: number }[]
  versions: { version: string; count: number; instant: number; firstAt: string; lastAt: string }[]
}

const isInstant = ({ decision }: Pick<VersionFigures, 'decision'>): boolean => decision !== 'person'

/** A median of groups: of the group in whose middle the middle lies. */
const middle = (groups: readonly VersionFigures[]): number | null => {
  const timed = groups.flatMap(({ medianSeconds, count }) => (medianSeconds === null ? [] : [{ medianSeconds, count }])).sort((a, b) => a.medianSeconds - b.medianSeconds)
  const half = timed.reduce((sum, { count }) => sum + count, 0) / 2
  let passed = 0
  return timed.find(({ count }) => (passed += count) >= half)?.medianSeconds ?? null
}

export const figuresOf = (groups: readonly VersionFigures[]): TableFigures => {
  const outcomes: Record<Outcome, number> = { approve: 0, refuse: 0, tentative: 0, person: 0 }
  const reasons = new Map<string, TableFigures['reasons'][number]>()
  const versions = new Map<string, TableFigures['versions'][number]>()
  for (const group of groups) {
    const { decision, count, version, held, by, rows, firstAt, lastAt } = group
    outcomes[decision] += count
    if (!isInstant(group)) {
      for (const row of held === null && (by === 'rows' || by === 'discretion') ? rows : [null]) {
        const because = held ?? by
        const known = reasons.get(`${because} ${row}`)
        reasons.set(`${because} ${row}`, { because, row, count: (known?.count ?? 0) + count })
      }
    }
    const known = versions.get(version)
    versions.set(version, {
      version, count: (known?.count ?? 0) + count, instant: (known?.instant ?? 0) + (isInstant(group) ? count : 0),
      firstAt: known && known.firstAt < firstAt ? known.firstAt : firstAt, lastAt: known && known.lastAt > lastAt ? known.lastAt : lastAt,
    })
  }
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  return {
    all, instant: all - outcomes.person, outcomes, medianSeconds: middle(groups), reasons: [...reasons.values()].sort((a, b) => b.count - a.count), versions: [...versions.values()].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1)),
  }
}
