// Public face of the insight module: whoever changes something that is counted notes it in the same transaction.
import type { Module } from '../../module.ts'
import { followRequests } from './counting-requests.ts'
import { foldFigures, foldTask } from './folding.ts'
import { insightRoutes } from './insight-routes-staff.ts'
import { rowRoutes } from './rows-routes-staff.ts'

export { behind, filterOf, instantsOf, unitOfPart } from './asking.ts'
export { spanOf, type FigureNote, type Measure, type Topic } from './figure.ts'
/** One statement, whatever the number of notes; no row waits for another. */
export { insertFigureNotes as noteFigures } from './figures-store.ts'
/** For the benchmark of dashboards. */
export { findTotals, listParts, listTrend, listUnits, takeFigureNotes, type FigureFilter } from './figures-store.ts'

export { toCsv } from './table.ts'

const everyMinute = '* * * * *'

export const insightModule: Module = {
  name: 'insight',
  routes: [...insightRoutes, ...rowRoutes],
  mount: async () => followRequests(),
  jobs: (app) => [{ task: foldTask, cron: everyMinute, run: async () => void (await foldFigures(app)) }],
}
