// Early warning: every few minutes, what came in within the hour is put beside what the four weeks before let expect.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { asTexts, nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { findCategory } from '../duties/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { centreLine } from '../requests/index.ts'
import { countAt, countByPlace } from '../triage/index.ts'
import { isBurst, leastInBurst } from './burst.ts'
import { findBurst, insertBurst, type Burst } from './topics-store.ts'

const hour = 3_600_000
const weeks = 28 * 24
/** The same place is told of once in so many hours. */
const quietHours = 3

/** Who looks what has happened. */
const watching: readonly StaffRole[] = ['dispatcher', 'supervisor']

/** The request centre of the place and those who watch over it. */
const tell = async (app: App, tx: Tx, { region, category, requests }: Burst): Promise<void> => {
  const place = nameOr(app.packs.catalogueFor(region).regions[region], region)
  const text = asTexts(findCategory(app, category, region)?.name ?? { 'zh-CN': category })
  const staff = await listStaffPostedTo(tx, { line: centreLine, region }, watching)
  await notifyStaff(tx, app.clock, staff.map(({ id: staffId }) => ({ staffId, kind: 'requestBurst' as const, detail: { place, text, count: requests } })))
}

/** @returns how many bursts were seen that had not been told of */
export const watch = async (app: App): Promise<number> => {
  const now = app.clock.now()
  const before = (hours: number): string => new Date(now.getTime() - hours * hour).toISOString()
  const to = new Date(now.getTime() + 1).toISOString()
  const busy = await countByPlace(app.db.read, { from: before(1), to, least: leastInBurst })
  let told = 0
  for (const { category, region, requests } of busy) {
    const expected = (await countAt(app.db.read, { category, region, from: before(weeks), to: before(1) })) / (weeks - 1)
    if (!isBurst(requests, expected)) continue
    told += await app.db.transaction(async (tx) => {
      if (await findBurst(tx, { category, region, since: before(quietHours) })) return 0
      const burst: Burst = { id: uuidv7(app.clock), region, category, requests, expected, sinceAt: before(1), seenAt: now.toISOString() }
      await insertBurst(tx, burst)
      await tell(app, tx, burst)
      return 1
    })
  }
  return told
}
