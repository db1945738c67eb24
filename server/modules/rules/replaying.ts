// Goes through past decisions page by page, so that a replay of a year needs no more memory than one of a day.
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { listPastDecisions, type PastDecision, type PastFilter } from '../cases/index.ts'
import { pinnedCatalogues, type Catalogue } from '../catalogue/index.ts'
import { noComparison, withCompared, type Comparison } from './comparison.ts'
import { decidedNow, faultOf, type ReplayFault } from './replay.ts'

const page = 200

/** Past decisions of one service, the newest first, at most so many. */
export async function* pastDecisions(read: Read, filter: Omit<PastFilter, 'after' | 'limit'>, most: number): AsyncGenerator<PastDecision[]> {
  let after: PastDecision | undefined
  for (let left = most; left > 0; left -= page) {
    const found: PastDecision[] = await listPastDecisions(read, { ...filter, limit: Math.min(page, left), ...(after ? { after } : {}) })
    if (found.length > 0) yield found
    if (found.length < Math.min(page, left)) return
    after = found.at(-1)
  }
}

export type Replay = { service: string; replayed: number; faults: { decision: string; number: string; fault: ReplayFault }[]; comparison: Comparison }

/** What is compared with: the catalogue of a region; undefined where nothing is. */
type Present = (region: string) => Catalogue

/** Makes past decisions again by the tables they were made by, and by the present one. */
export const replayService = async (app: Pick<App, 'packs'>, read: Read, filter: Omit<PastFilter, 'after' | 'limit'>, most: number, present: Present): Promise<Replay> => {
  const replay: Replay = { service: filter.service, replayed: 0, faults: [], comparison: noComparison }
  for await (const decisions of pastDecisions(read, filter, most)) {
    const catalogueOf = await pinnedCatalogues(app, read, decisions)
    for (const past of decisions) {
      const fault = faultOf(catalogueOf(past), past)
      replay.replayed += 1
      if (fault) replay.faults.push({ decision: past.id, number: past.number, fault })
      replay.comparison = compareOne(replay.comparison, present(past.region), past)
    }
  }
  return replay
}

const compareOne = (so: Comparison, catalogue: Catalogue, past: PastDecision): Comparison => {
  const table = catalogue.services[past.service]?.table
  const after = decidedNow(catalogue, past, past.content)
  if (!table || !after) return so
  return withCompared(so, table, { caseId: past.caseId, number: past.number, decidedAt: past.decidedAt, before: { decision: past.decision, rows: past.record.verdict.rows }, after })
}

/** What a changed table would have decided otherwise. @param catalogue with that table */
export const compareService = async (read: Read, filter: Omit<PastFilter, 'after' | 'limit'>, most: number, catalogue: Catalogue): Promise<Comparison> => {
  let comparison = noComparison
  for await (const decisions of pastDecisions(read, filter, most)) for (const past of decisions) comparison = compareOne(comparison, catalogue, past)
  return comparison
}
