// Keeps demonstrations and real people apart: in a demo anybody may log in as anybody, so a database of production must never meet it,
// and the invented people of a demo, with their sessions, must never be in production.
import type { Config } from '../config.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database, Read } from '../kernel/db.ts'
import { StartRefusal } from '../start-refusal.ts'
import { findInstallation, insertInstallation } from './installation-store.ts'

const otherMode = (claimed: Config['mode']): StartRefusal =>
  new StartRefusal(
    'database_mode',
    claimed === 'production'
      ? '这个数据库属于正式环境，不能以演示方式打开：演示时任何人都能以任何身份登录。请设置 TONGBAN_MODE=production，或换一个数据库；数据未改动。 / This database is in production and cannot be opened for a demonstration, in which anybody may log in as anybody. Set TONGBAN_MODE=production or name another database; nothing was changed.'
      : '这个数据库曾用于演示，里面有虚构的人，不能用于正式环境；请换一个空的数据库，数据未改动。 / This database was used for demonstrations and holds invented people. Name an empty one for production; nothing was changed.',
  )

/** Before anything in the database is changed. @throws StartRefusal database_mode when it was first used in the other mode */
export const refuseOtherMode = async (read: Read, mode: Config['mode']): Promise<void> => {
  const claimed = await findInstallation(read)
  if (claimed !== undefined && claimed !== mode) throw otherMode(claimed)
}

/** Whoever uses it first, server or command, says what it is used for. @throws StartRefusal database_mode when the other mode was faster */
export const claimDatabase = async (db: Database, mode: Config['mode'], clock: Clock): Promise<void> => {
  const claimed = await db.transaction((tx) => insertInstallation(tx, mode, clock.now()))
  if (claimed !== mode) throw otherMode(claimed)
}
