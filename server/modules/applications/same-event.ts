// Is there an application for this event already? One's own is refused with the way to it; another person's is never told to the
// applicant: their cases then go to an official, who sees it, instead of being decided by rule.
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { listCasesOfMany } from '../cases/index.ts'
import { isTaken } from './again.ts'
import { listSimilar, lockEvent } from './applications-store.ts'
import { isSameEvent } from './event-identity.ts'

/**
 * Holds the event until the transaction ends, so that of two at the same moment the second sees the first.
 * @returns by service, the standing case of another applicant for the same event
 * @throws Refusal already_applied, with the person's own applications that stand for any of these services
 */
export const sameEventOf = async (tx: Tx, personId: string, identity: readonly string[] | null, services: readonly string[]): Promise<Map<string, string>> => {
  if (identity === null) return new Map()
  await lockEvent(tx, identity)
  const similar = (await listSimilar(tx, identity)).filter((each) => each.identity !== null && isSameEvent(each.identity, identity))
  if (similar.length === 0) return new Map()
  const cases = (await listCasesOfMany(tx, similar.map(({ id }) => id))).filter((one) => isTaken(one) && services.includes(one.service))
  const own = similar.filter((each) => each.personId === personId).flatMap(({ id, number }) => {
    const standing = cases.filter(({ applicationId }) => applicationId === id).map(({ service }) => service)
    return standing.length > 0 ? [{ id, number, services: standing }] : []
  })
  if (own.length > 0) throw new Refusal('already_applied', { applications: own })
  return new Map(cases.map(({ service, id }) => [service, id]))
}
