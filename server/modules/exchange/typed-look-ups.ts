// Anybody can type anybody's number, so look-ups by a number that is only typed are few: enough for a family and its slips of the
// pen, too few to try numbers out. What is over the limit is asked of the person; nothing they typed is lost.
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { findTypedOut, updateTypedGivenBack, takeTypedLookUp } from './exchange-store.ts'

/** Look-ups by typed numbers a person may have made within an hour; one number is looked up in each registry that can vouch for it. */
export const typedLookUpsAnHour = 12
const hourMs = 60 * 60 * 1000

const hourBefore = (at: Date): Date => new Date(at.getTime() - hourMs)

/** Takes an attempt, in a transaction of its own: two devices share the limit. */
export const mayTryTyped = ({ db, clock }: Pick<App, 'db' | 'clock'>, personId: string): Promise<boolean> => {
  const at = clock.now()
  return db.transaction((tx) => takeTypedLookUp(tx, personId, typedLookUpsAnHour, at, hourBefore(at)))
}

/** Gives an attempt back that nobody answered: an outage tells nothing, so it uses nothing up. */
export const giveTypedBack = ({ db, clock }: Pick<App, 'db' | 'clock'>, personId: string): Promise<void> => db.transaction((tx) => updateTypedGivenBack(tx, personId, hourBefore(clock.now())))

/** When the person may look up typed numbers again; undefined when they may now. */
export const findTypedPause = async ({ clock }: Pick<App, 'clock'>, read: Read, personId: string): Promise<Date | undefined> => {
  const since = await findTypedOut(read, personId, typedLookUpsAnHour, hourBefore(clock.now()))
  return since && new Date(since.getTime() + hourMs)
}
