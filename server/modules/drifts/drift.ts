// Drift: how requests of a span differ from the lines the model learnt and from the span before. Population stability index, as for credit
// scores: below 0.1 nothing has moved, above 0.25 much has. Pure.

/** A request as it was read when it came in, and as it stands now. `named`: the class an official chose since, null when nobody did. `reporter`: whoever sent it, for counting people once. */
export type ReadRequest = { title: string; text: string; readAs: string | null; abstained: boolean; category: string | null; named: string | null; reporter: string }

/** Requests of a span that were looked at; `rereads`: of those somebody corrected, whether the model in use gets them right now. */
export type DriftSample = { requests: readonly ReadRequest[]; rereads: readonly boolean[] }

/** What the model in use learnt: rows of each class, and the share it was expected to read without a person. */
export type Learnt = { rows: Readonly<Record<string, number>>; expectedSure: number }

/** Shares from 0 to 1; `psi`: what the area adds to the index against the lines learnt, `moved` against the span before. */
export type AreaDrift = { area: string; requests: number; share: number; learnt: number; psi: number; before: number | null; moved: number | null }

/** A limit that was passed. */
export type DriftWarning = 'classes' | 'abstained' | 'corrected'

export type Drift = {
  requests: number
  psi: number
  /** against the span before; null where either has too few */
  moved: number | null
  areas: AreaDrift[]
  abstained: { share: number; expected: number }
  /** `share` of those read without a person; `nowRight` of those corrected, null without any */
  corrected: { requests: number; share: number; nowRight: number | null }
  terms: { term: string; requests: number; before: number }[]
  warnings: DriftWarning[]
}

/** Fewer requests in a span say nothing about shares. */
export const leastRequests = 100
/** Beyond these a person is told: much has moved; twenty in a hundred more are left to people than expected; twice the errors the threshold allows. */
export const driftLimits = { moved: 0.25, abstained: 0.2, corrected: 0.1 } as const

/** A share of nothing would be infinitely surprising: each area counts as half a request at least. */
const shareOf = (n: number, all: number, areas: number): number => (n + 0.5) / (all + 0.5 * areas)

const stability = (now: number, then: number): number => (now - then) * Math.log(now / then)

const areaOf = (category: string): string => category.split('/')[0] ?? category

const countAreas = (categories: readonly (string | null)[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const category of categories) if (category !== null) counts.set(areaOf(category), (counts.get(areaOf(category)) ?? 0) + 1)
  return counts
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0)
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** By the first level of classes, what moved most first. */
const areasOf = (sample: DriftSample, before: DriftSample, learnt: Learnt): AreaDrift[] => {
  const [now, then] = [sample, before].map(({ requests }) => countAreas(requests.map(({ category }) => category)))
  const known = new Map<string, number>()
  for (const [category, rows] of Object.entries(learnt.rows)) known.set(areaOf(category), (known.get(areaOf(category)) ?? 0) + rows)
  if (!now || !then) return []
  const names = [...new Set([...now.keys(), ...then.keys(), ...known.keys()])]
  const comparable = total(now) >= leastRequests && total(then) >= leastRequests
  return names.map((area) => {
    const shares = [now, known, then].map((counts) => shareOf(counts.get(area) ?? 0, total(counts), names.length))
    const [share = 0, taught = 0, earlier = 0] = shares
    return {
      area, requests: now.get(area) ?? 0, share: rounded(share), learnt: rounded(taught), psi: rounded(stability(share, taught)),
      before: comparable ? rounded(earlier) : null, moved: comparable ? rounded(stability(share, earlier)) : null,
    }
  }).sort((a, b) => (b.moved ?? b.psi) - (a.moved ?? a.psi) || (a.area < b.area ? -1 : 1))
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(part / whole))

/** Read without a person, and an official chose another class; where the reporter or an earlier choice was put right, the machine was not wrong. */
const isCorrected = ({ abstained, readAs, named }: ReadRequest): boolean => !abstained && readAs !== null && named !== null && named !== readAs

/** @param terms new frequent words of the sample */
export const driftOf = (sample: DriftSample, before: DriftSample, learnt: Learnt, terms: Drift['terms']): Drift => {
  const areas = areasOf(sample, before, learnt)
  const { length } = sample.requests
  const left = sample.requests.filter(({ abstained }) => abstained).length
  const moved = areas.some((each) => each.moved === null) || areas.length === 0 ? null : rounded(areas.reduce((sum, each) => sum + (each.moved ?? 0), 0))
  const abstained = { share: ratio(left, length), expected: rounded(1 - learnt.expectedSure) }
  const wrong = sample.requests.filter(isCorrected).length
  const corrected = { requests: wrong, share: ratio(wrong, length - left), nowRight: sample.rereads.length === 0 ? null : ratio(sample.rereads.filter(Boolean).length, sample.rereads.length) }
  const enough = length >= leastRequests
  const warnings: DriftWarning[] = [
    ...(moved !== null && moved > driftLimits.moved ? ['classes' as const] : []),
    ...(enough && abstained.share - abstained.expected > driftLimits.abstained ? ['abstained' as const] : []),
    ...(length - left >= leastRequests && corrected.share > driftLimits.corrected ? ['corrected' as const] : []),
  ]
  return { requests: length, psi: rounded(areas.reduce((sum, { psi }) => sum + psi, 0)), moved, areas, abstained, corrected, terms, warnings }
}
