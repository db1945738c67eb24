// What somebody is due on a day: every policy judged, those that another goes before left out, those that need another too. Pure.
// A person who has died is due nothing, whatever the policies say; what was paid since is to be recovered.
import { factScope } from '../../kernel/feel-sql/facts.ts'
import { judgeBenefit, schemaOf, type Benefit, type Fact, type FactValues, type JudgedBenefit } from '../catalogue/index.ts'
import type { Subject } from './entitlement.ts'

/** `outranked`: due by itself, but another policy goes before it; `needs`: the policy it needs is not due. */
export type Match = JudgedBenefit & { benefit: Benefit; outranked?: string; needs?: string; isDue: boolean }

const value = (facts: FactValues, concept: string): string | undefined => {
  const found = facts[concept]
  return typeof found === 'string' && found !== '' ? found : undefined
}

export const deceasedOn = ({ audience, facts }: Pick<Subject, 'audience' | 'facts'>): string | undefined => (audience === 'person' ? value(facts, 'person.deceasedOn') : undefined)

/** @param on YYYY-MM-DD */
export const matchesFor = (subject: Pick<Subject, 'audience' | 'facts'>, benefits: Readonly<Record<string, Benefit>>, facts: readonly Fact[], on: string): Match[] => {
  const scope = factScope(schemaOf(facts), subject.facts, on)
  const died = deceasedOn(subject)
  const judged = Object.values(benefits).filter((benefit) => benefit.for === subject.audience)
    .map((benefit): Match => {
      const found = judgeBenefit(benefit, scope)
      const verdict = died !== undefined && died <= on ? 'no' : found.verdict
      return { ...found, verdict, benefit, isDue: verdict === 'yes' && found.fen !== undefined && found.fen > 0 }
    })
  return resolve(judged)
}

/** Applies what policies say of each other, those that go first first; the loader refuses circles. */
const resolve = (matches: readonly Match[]): Match[] => {
  const byId = new Map(matches.map((match) => [match.benefit.id, match]))
  const done = new Map<string, Match>()
  const settle = (match: Match): Match => {
    const known = done.get(match.benefit.id)
    if (known) return known
    const others = [...byId.values()]
    const before = match.isDue ? others.find((other) => other.benefit.excludes.includes(match.benefit.id) && settle(other).isDue) : undefined
    const missing = match.benefit.requires.find((id) => { const other = byId.get(id); return other === undefined || !settle(other).isDue })
    const settled: Match = { ...match, isDue: match.isDue && !before && missing === undefined, ...(before ? { outranked: before.benefit.id } : {}), ...(match.isDue && missing !== undefined ? { needs: missing } : {}) }
    done.set(match.benefit.id, settled)
    return settled
  }
  return matches.map(settle)
}

/** Where the authority that pays stands for somebody: the region at its level (GB/T 2260). A street's work is its district's desk. */
export const payerRegion = ({ payer: { level } }: Pick<Benefit, 'payer'>, region: string): string => {
  if (level === 'province') return `${region.slice(0, 2)}0000`
  return level === 'city' ? `${region.slice(0, 4)}00` : region.slice(0, 6)
}

/** What is left under the cap of a year. @param taken fen of the same year so far */
export const withinCap = ({ cap }: Pick<Benefit, 'cap'>, fen: number, taken: number): number => (cap === undefined ? fen : Math.max(0, Math.min(fen, cap - taken)))
