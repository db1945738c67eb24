// How often a grant may still be used today. Servers take a lot of calls at a time from the database and count them in memory, so a
// call costs nothing; a lot not used up when a server stops is lost to that day, which errs on the side of fewer.
import { plainDate, type Clock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/db.ts'
import type { Grant } from './grant.ts'
import { takeQuotaLot } from './quotas-store.ts'

export type Quotas = {
  /** counts one call; false when today's are used up */
  take(grant: Pick<Grant, 'id' | 'perDay'>): Promise<boolean>
}

type Lot = { day: string; left: number; coming?: Promise<number> | undefined }

const lotOf = (perDay: number): number => Math.max(1, Math.min(100, Math.floor(perDay / 20)))

export const openQuotas = (db: Database, clock: Clock): Quotas => {
  const lots = new Map<string, Lot>()
  const lotFor = (id: string): Lot => {
    const day = plainDate(clock.now())
    const known = lots.get(id)
    if (known?.day === day) return known
    const lot: Lot = { day, left: 0 }
    lots.set(id, lot)
    return lot
  }
  const fill = async (lot: Lot, id: string, perDay: number): Promise<number> => {
    const taken = await db.transaction((tx) => takeQuotaLot(tx, id, lot.day, lotOf(perDay), perDay))
    lot.left += taken
    return taken
  }
  return {
    async take({ id, perDay }) {
      if (perDay === null) return true
      const lot = lotFor(id)
      while (lot.left === 0) {
        // Whoever comes while a lot is being fetched waits for that one.
        lot.coming ??= fill(lot, id, perDay).finally(() => {
          lot.coming = undefined
        })
        if ((await lot.coming) === 0) return false
      }
      lot.left -= 1
      return true
    },
  }
}
