// Every night: what tables written in designs would have decided otherwise, on a bounded number of past decisions.
import type { JobTask } from '../../kernel/jobs.ts'
import { regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { changedTables, type ChangedTables } from '../designs/index.ts'
import { upsertComparison } from './comparisons-store.ts'
import { compareService } from './replaying.ts'

export const compareTask = 'rules.compare'

/** Decisions looked at for each table, the newest. */
export const mostCompared = 2000

/** Compares all tables of one design with what was decided, and keeps the newest report of each. */
export const compareDesign = async (app: App, { design, catalogue, services }: ChangedTables): Promise<void> => {
  for (const service of services) {
    const table = catalogue.services[service]?.table
    if (!table) continue
    const report = await compareService(app.db.read, { service, regionPrefix: regionPrefix(design.region) }, mostCompared, catalogue)
    await app.db.transaction((tx) => upsertComparison(tx, { designId: design.id, service, region: design.region, version: String(design.revision), report, madeAt: app.clock.now().toISOString() }))
  }
}

export const ruleJobs = (app: App): JobTask[] => [
  {
    task: compareTask,
    cron: '17 18 * * *', // 02:17 in China
    run: async () => {
      for await (const changed of changedTables(app)) await compareDesign(app, changed)
    },
  },
]
