// Anybody can type anybody's number, so numbers that are only typed are few: enough for a family and its slips of the
// pen, too few to try numbers out. What is over the limit is asked of the person; nothing they typed is lost.
import { createHash } from 'node:crypto'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { findTypedOut, updateTypedGivenBack, takeTypedLookUp } from './typed-numbers-store.ts'

/** Different numbers a person may try within an hour. One number is looked up in each registry that can vouch for it, and counts once. */
export const typedNumbersAnHour = 12
const hourMs = 60 * 60 * 1000

const hourBefore = (at: Date): Date => new Date(at.getTime() - hourMs)

/** Of the person too: the same number typed by two people is two hashes. */
const hashOf = (personId: string, number: string): string => createHash('sha256').update(`${personId} ${number}`).digest('base64url')

/** Takes an attempt at a number, in a transaction of its own: two devices share the limit. `isNew`: it was not tried before. */
export const mayTryTyped = ({ db, clock }: Pick<App, 'db' | 'clock'>, personId: string, number: string): Promise<{ may: boolean; isNew: boolean }> => {
  const at = clock.now()
  return db.transaction((tx) => takeTypedLookUp(tx, personId, hashOf(personId, number), typedNumbersAnHour, at, hourBefore(at)))
}

/** Gives an attempt back that nobody answered: an outage tells nothing, so it uses nothing up. */
export const giveTypedBack = ({ db, clock }: Pick<App, 'db' | 'clock'>, personId: string, number: string): Promise<void> =>
  db.transaction((tx) => updateTypedGivenBack(tx, personId, hashOf(personId, number), hourBefore(clock.now())))

/** When the person may look up typed numbers again; undefined when they may now. */
export const findTypedPause = async ({ clock }: Pick<App, 'clock'>, read: Read, personId: string): Promise<Date | undefined> => {
  const since = await findTypedOut(read, personId, typedNumbersAnHour, hourBefore(clock.now()))
  return since && new Date(since.getTime() + hourMs)
}
