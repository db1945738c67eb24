// Lays what was released in the workbench over the packs on disk when the server starts, and goes on doing so while it runs.
// Packs that no longer fit the editions stop the start, with every error and where it is.
import type { App } from '../module.ts'
import { PacksRefused } from '../modules/catalogue/index.ts'
import { followEditions } from '../modules/designs/index.ts'
import { StartRefusal } from '../start-refusal.ts'

/** Returns what stops it. @throws StartRefusal packs_invalid */
export const putEditionsInForce = async (app: App): Promise<() => Promise<void>> => {
  try {
    return await followEditions(app)
  } catch (error) {
    if (!(error instanceof PacksRefused)) throw error
    throw new StartRefusal('packs_invalid', `磁盘上的业务包和工作台里发布的版本合不到一起，请先改正磁盘上的文件。 / The packs on disk do not fit the editions released in the workbench:\n${error.message}`)
  }
}
