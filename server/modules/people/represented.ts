// Whom somebody may stand in for where they appear in person, such as at a window: the delegations they hold that are in force today.
// One that counts its uses is used on the holder's own device, where each use is counted.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { delegationMandates } from './acting.ts'
import { isInForce, type Delegation } from './delegation.ts'
import { findDelegation, listHeld } from './delegations-store.ts'
import { getPerson } from './people-store.ts'

/** `matters`: null is every matter. */
export type Represented = { delegation: string; personId: string; name: string; matters: readonly string[] | null }

const most = 50

const isOpen = ({ maxUses }: Delegation): boolean => maxUses === null

export const listRepresented = async (app: App, read: Read, personId: string): Promise<Pick<Represented, 'delegation' | 'name'>[]> => {
  const { idNumber } = await getPerson(read, personId)
  const today = plainDate(app.clock.now())
  return (await listHeld(read, idNumber, [], most)).filter((each) => isInForce(each, today) && isOpen(each)).map(({ id, person }) => ({ delegation: id, name: person.name }))
}

/** By a delegation this person holds now; undefined as soon as it is not in force. */
export const findRepresented = async (app: App, delegation: string, holder: { id: string; name: string }): Promise<Represented | undefined> => {
  const [found, given] = await Promise.all([delegationMandates.find(app, delegation, { kind: 'person', ...holder }), findDelegation(app.db.read, delegation)])
  return found && given && isOpen(given) ? { delegation, personId: found.person.id, name: found.person.name, matters: found.by.matters } : undefined
}
