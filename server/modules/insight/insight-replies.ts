// What dashboards are told: counts, rates of enough of them, names of what is compared.
import { Type, type Static } from 'typebox'
import type { Read } from '../../kernel/db.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { findCategory } from '../duties/index.ts'
import { listStaffNames } from '../people/index.ts'
import { contentOf, ratedOf, type Counts, type Facet } from './figure.ts'
import { leastShown } from './league.ts'

const text = Type.String()
const count = Type.Integer()
const countOrNull = Type.Union([Type.Integer(), Type.Null()])

export const countsSchema = Type.Object(
  {
    received: count, handled: count, onTime: count, late: count, solved: count, unsolved: count, returned: count, redone: count, rated: count, held: count, excluded: count,
    minutes: Type.Union([Type.Number(), Type.Null()], { description: 'From reception to answer, on average; null when nothing was answered.' }),
    grades: Type.Object({ 'very-satisfied': countOrNull, satisfied: countOrNull, neutral: countOrNull, unsatisfied: countOrNull, 'very-unsatisfied': countOrNull }, { description: 'null where fewer than five have rated.' }),
    onTimeRate: Type.Union([Type.Number(), Type.Null()]), solvedRate: Type.Union([Type.Number(), Type.Null()]), satisfiedRate: Type.Union([Type.Number(), Type.Null()], { description: '0 … 1; null of fewer than five.' }),
  },
  { description: 'What happened in a span.' },
)

const rate = (hits: number, of: number): number | null => (of < leastShown ? null : hits / of)

export const toCounts = (counts: Counts): Static<typeof countsSchema> => {
  const { received, handled, onTime, late, solved, unsolved, returned, redone, held, excluded, minutes } = counts
  const rated = ratedOf(counts)
  const shown = (n: number) => (rated > 0 && rated < leastShown ? null : n)
  return {
    received, handled, onTime, late, solved, unsolved, returned, redone, rated, held, excluded, minutes: handled === 0 ? null : minutes / handled,
    grades: { 'very-satisfied': shown(counts.verySatisfied), satisfied: shown(counts.satisfied), neutral: shown(counts.neutral), unsatisfied: shown(counts.unsatisfied), 'very-unsatisfied': shown(counts.veryUnsatisfied) },
    onTimeRate: rate(onTime, onTime + late), solvedRate: rate(solved, solved + unsolved), satisfiedRate: rate(contentOf(counts), rated),
  }
}

export const partSchema = Type.Object({ id: text, name: text, counts: countsSchema }, { description: 'One unit, class, street …' })

export const rankedSchema = Type.Object(
  { id: text, name: text, n: count, rate: Type.Union([Type.Number(), Type.Null()], { description: 'As it is.' }), adjusted: Type.Union([Type.Number(), Type.Null()], { description: 'Drawn to the mean, as it is ranked.' }), rank: countOrNull },
  { description: 'One line of a comparison.' },
)

export const ruleSchema = Type.Object({ mean: Type.Number(), strength: Type.Integer(), least: Type.Integer() }, { description: 'Everybody gets `strength` average cases on top of their own; fewer than `least` are not ranked.' })

const numberOrNull = Type.Union([Type.Number(), Type.Null()])
const assessedPart = Type.Object({ n: count, rate: numberOrNull, adjusted: numberOrNull, points: numberOrNull })

export const assessedSchema = Type.Object(
  { id: text, name: text, score: numberOrNull, rank: countOrNull, parts: Type.Object({ satisfied: assessedPart, onTime: assessedPart, solved: assessedPart }) },
  { description: 'One unit: 0 … 100, of the parts that enough were counted for.' },
)

export const unitKey = ({ line, region }: { line: string; region: string }): string => `${line} ${region}`

/** Names of what is compared; ids nobody knows any more are their own names. */
export const namesFor = async (app: App, read: Read, facet: Facet, ids: readonly string[], language: Language): Promise<(id: string) => string> => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  if (facet === 'staff') {
    const names = new Map((await listStaffNames(read, ids)).map(({ id, name }) => [id, name]))
    return (id) => names.get(id) ?? id
  }
  if (facet === 'unit') {
    return (id) => {
      const [line = '', region = ''] = id.split(' ')
      return textIn(nameOr(authorityOf(app.packs.catalogueFor(region), line, region), `${line} ${region}`), language)
    }
  }
  if (facet === 'category') return (id) => textIn(nameOr(findCategory(app, id), id), language)
  if (facet === 'service') return (id) => textIn(nameOr(catalogue.services[id] ?? catalogue.matters[id], id), language)
  if (facet === 'street') return (id) => textIn(nameOr(Object.hasOwn(catalogue.regions, id) ? catalogue.regions[id] : undefined, id), language)
  return (id) => id
}
