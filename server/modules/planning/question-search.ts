// The question after which the fewest further ones are to be expected, all answers of a question being equally likely: the least expected depth
// of a decision tree, found exactly. Situations that look alike to what is still open are one; what does not hang together is searched apart;
// what must be asked whatever the other answers are is asked first, since that costs nothing.
import type { Assumed, Bits, DecidingParts, Part, Said, ServiceParts } from './deciding-parts.ts'

/** What is still open: a service nobody has decided about with all it may need, or one need of a service that applies. */
type Open = { parts: readonly Part[]; bits: Bits; mark: string }

/** Questions that hang together, with what makes them so. */
type Island = { open: readonly Open[]; bits: Bits; key: string }

/** Situations worked out before the search is given up. */
export const situationsSearched = 1500

export class TooManySituations extends Error {}

export type Expected = { questions: number; first: number }

/**
 * Never more questions than bits (`mostQuestions`).
 * @param declined services left out in a situation, by what is settled of each position
 * @param apart whether what shares no question may be searched apart: only where nothing is left out, since that depends on other services
 */
export const createQuestionSearch = ({ questions, asked, services }: DecidingParts, declined: (wanted: (position: number) => boolean | undefined) => ReadonlySet<string>, apart: boolean) => {
  const solved = new Map<string, Expected>()

  const openOf = (assumed: Assumed, among: readonly ServiceParts[]): Open[] => {
    const said = new Map<number, Said | undefined>(among.map(({ service, when }) => [service.index, when?.says(assumed)]))
    const wanted = (position: number): boolean | undefined => {
      const one = said.get(position)
      return one ? one.value : true
    }
    const out = declined(wanted)
    return among.flatMap(({ service, when, needs }): Open[] => {
      const value = wanted(service.index)
      if (value === false || out.has(service.service.id)) return []
      const own = needs.flatMap((part): Open[] => {
        const { open } = part.says(assumed)
        return open === 0 ? [] : [{ parts: [part], bits: open, mark: `${service.index}.${part.number}` }]
      })
      if (value === true || !when) return own
      const bits = own.reduce((all, each) => all | each.bits, said.get(service.index)?.open ?? 0)
      return [{ parts: [when, ...own.flatMap(({ parts }) => parts)], bits, mark: `${service.index}?` }]
    })
  }

  /** What has a question in common belongs together. */
  const islandsOf = (assumed: Assumed, all: readonly Open[]): Island[] => {
    const islands: { open: Open[]; bits: Bits }[] = []
    for (const each of all) {
      const met = apart ? islands.filter(({ bits }) => (bits & each.bits) !== 0) : islands.slice(0, 1)
      const joined = { open: [...met.flatMap(({ open }) => open), each], bits: met.reduce((bits, one) => bits | one.bits, each.bits) }
      for (const one of met) islands.splice(islands.indexOf(one), 1)
      islands.push(joined)
    }
    return islands.map(({ open, bits }) => {
      const seen = new Set(open.flatMap(({ parts }) => parts.flatMap(({ support }) => support)))
      for (const number of numbersIn(bits)) for (const other of asked[number]?.support ?? []) seen.add(other)
      const answers = (apart ? [...seen] : questions.map((_, number) => number)).filter((number) => (assumed[number] ?? -1) >= 0).sort((a, b) => a - b).map((number) => `${number}=${assumed[number]}`)
      return { open, bits, key: `${bits} ${open.flatMap(({ parts }) => parts.map(({ number }) => number)).sort((a, b) => a - b).join(' ')}|${answers.join(' ')}` }
    })
  }

  const numbersIn = (bits: Bits): number[] => questions.flatMap((_, number) => ((bits & (1 << number)) === 0 ? [] : [number]))

  /** Those that may be put now; where all wait for each other, all of them. */
  const readyIn = (assumed: Assumed, bits: Bits): number[] => {
    const all = numbersIn(bits)
    const ready = all.filter((number) => asked[number]?.says(assumed).value ?? asked[number] === undefined)
    return ready.length > 0 ? ready : all
  }

  const mustAsk = (assumed: Assumed, { open }: Island, ready: readonly number[]): number | undefined => {
    const bits = open.reduce((all, { parts, mark }) => (mark.endsWith('?') ? all : parts.reduce((own, part) => own | part.says(assumed).asksFor, all)), 0)
    return ready.find((number) => (bits & (1 << number)) !== 0)
  }

  /** The part of the scenario an island is about: whole services while they are undecided, afterwards single needs of theirs. */
  const within = ({ open }: Island): ServiceParts[] => {
    const marks = new Set(open.map(({ mark }) => mark))
    return services.flatMap((each): ServiceParts[] => {
      if (marks.has(`${each.service.index}?`)) return [each]
      const needs = each.needs.filter(({ number }) => marks.has(`${each.service.index}.${number}`))
      return needs.length > 0 ? [{ service: each.service, when: undefined, needs }] : []
    })
  }

  /** Questions to come once this one is put, on average; given up where it cannot be better than `least`. */
  const after = (assumed: Assumed, island: Island, number: number, least: number): number => {
    const outcomes = questions[number]?.outcomes.length ?? 0
    // what cannot be counted tells nothing beforehand: all others are expected
    if (outcomes === 0) return numbersIn(island.bits).length - 1
    const among = apart ? within(island) : services
    let sum = 0
    for (let outcome = 0; outcome < outcomes; outcome += 1) {
      if (1 + sum / outcomes >= least - 1e-9) return Number.POSITIVE_INFINITY
      const next = assumed.with(number, outcome)
      for (const each of islandsOf(next, openOf(next, among))) sum += solve(next, each).questions
    }
    return sum / outcomes
  }

  const solve = (assumed: Assumed, island: Island): Expected => {
    const known = solved.get(island.key)
    if (known) return known
    if (solved.size >= situationsSearched) throw new TooManySituations()
    const ready = readyIn(assumed, island.bits)
    const certain = mustAsk(assumed, island, ready)
    let best: Expected = { questions: Number.POSITIVE_INFINITY, first: ready[0] ?? -1 }
    for (const number of certain === undefined ? ready : [certain]) {
      const expected = 1 + after(assumed, island, number, best.questions)
      if (expected < best.questions - 1e-9) best = { questions: expected, first: number }
    }
    solved.set(island.key, best)
    return best
  }

  const start: Assumed = questions.map(() => -1)
  return {
    /** @throws TooManySituations where the search would be too long */
    best(): { questions: number; first: readonly number[] } {
      const islands = islandsOf(start, openOf(start, services)).map((island) => solve(start, island))
      return { questions: islands.reduce((sum, each) => sum + each.questions, 0), first: islands.map(({ first }) => first) }
    },
    /** One answer ahead only: the fewest still open afterwards. */
    ahead(): number {
      const bits = openOf(start, services).reduce((all, each) => all | each.bits, 0)
      const costs = readyIn(start, bits).map((number) => {
        const outcomes = questions[number]?.outcomes.length ?? 0
        const next = Array.from({ length: outcomes }, (_, outcome) => start.with(number, outcome)).map((assumed) => numbersIn(openOf(assumed, services).reduce((all, each) => all | each.bits, 0)).length)
        return { number, cost: outcomes === 0 ? numbersIn(bits).length : next.reduce((sum, each) => sum + each, 0) / outcomes }
      })
      return costs.reduce((best, each) => (each.cost < best.cost - 1e-9 ? each : best), { number: -1, cost: Number.POSITIVE_INFINITY }).number
    },
    situations: () => solved.size,
  }
}
