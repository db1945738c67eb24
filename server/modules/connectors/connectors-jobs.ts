// Background work of connectors: every minute it looks for new files, and each is loaded one at a time for its register; pulls of batches go
// on page by page; what was pulled is gone after the days of retention.
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import type { CsvDefinition } from './connector-definition.ts'
import { findNewFile, loadFile } from './loading.ts'
import { continuePull, forgetPulls } from './pulling.ts'

type Drop = { definition: CsvDefinition; folder: string }

const isDrop = (entry: ReturnType<App['connectors']['list']>[number]): boolean => entry.source?.definition.kind === 'csv'

/** Folders of the connectors for files; one whose folder is not known is reported by `connectors check`. */
const dropsOf = ({ connectors }: App): Drop[] =>
  connectors.list().filter(isDrop).flatMap(({ source }) => {
    const folder = source?.folder?.()
    return source?.definition.kind === 'csv' && folder !== undefined ? [{ definition: source.definition, folder }] : []
  })

/** Plans the loading of every folder that has something new. */
export const collect = async (app: App): Promise<void> => {
  for (const { definition, folder } of dropsOf(app)) {
    const { registry } = definition
    const file = await findNewFile(app, definition, folder).catch((error: unknown) => void app.log.error({ registry, err: error }, 'a folder of files cannot be looked into'))
    if (file) await app.db.transaction((tx) => planJobs(tx, [{ task: 'connectors.load', payload: { registry }, key: `connectors.load:${registry}`, queue: `connectors.load:${registry}` }]))
  }
}

export const connectorJobs = (app: App): JobTask[] => [
  { task: 'connectors.collect', cron: '* * * * *', run: () => collect(app) },
  {
    task: 'connectors.load',
    run: async (payload) => {
      const { registry } = payload as { registry: string } // planned above
      const drop = dropsOf(app).find(({ definition }) => definition.registry === registry)
      if (drop) await loadFile(app, drop.definition, drop.folder)
    },
  },
  { task: 'connectors.pull', run: (payload) => continuePull(app, (payload as { pull: string }).pull) },
  { task: 'connectors.forgetPulls', cron: '40 18 * * *', run: () => forgetPulls(app) },
]
