// One round of re-planning, the same in Node and in the browser: 200 changes of one answer each, and plans from cold.
// Times are milliseconds; the middle one of each is the figure.
import { makePlan } from '../../server/modules/planning/index.ts'
import { answers, changed, inputFor, largeCatalogue, middle, smallCatalogue } from './matter.ts'

export type Round = { replan: number; cold: number }

const time = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const large = largeCatalogue()
const given = answers()
let changes = 0

export const round = (): Round => {
  const replans = Array.from({ length: 200 }, () => {
    changes += 1
    const input = inputFor(large, changed(given, changes))
    return time(() => makePlan(input))
  })
  const colds = Array.from({ length: 30 }, () => {
    const input = inputFor(smallCatalogue(), given)
    return time(() => makePlan(input))
  })
  return { replan: middle(replans), cold: middle(colds) }
}
