// The account of somebody whose identity card was read: found by the number, or made from the card.
// A card says who somebody is, not how they log in: an account that exists stays as the identity provider described it.
import type { Clock } from '../../kernel/clock.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { checkResidentId } from '../../kernel/identifiers.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { findPersonByIdNumber, getPerson, insertPerson, lockIdNumber } from './people-store.ts'
import type { Person } from './person.ts'

/** What a card says. */
export type ReadCard = { name: string; idNumber: string }

const cardIssuer = 'identity-card'

/**
 * @param region of the hall, GB/T 2260, for an account that is made now
 * @throws Refusal invalid when the number fails GB 11643 or the name is not the one the number belongs to
 */
export const admitByCard = async (tx: Tx, card: ReadCard, region: string, clock: Clock): Promise<Person> => {
  const number = checkResidentId(card.idNumber, plainDate(clock.now()))
  if (!number.ok) throw new Refusal('invalid', { field: 'idNumber', problem: number.problem })
  const name = card.name.normalize('NFC').trim()
  await lockIdNumber(tx, number.value)
  const known = await findPersonByIdNumber(tx, number.value)
  if (known && known.name !== name) throw new Refusal('invalid', { field: 'name', problem: 'differs' })
  if (known) return known
  const id = uuidv7(clock)
  await insertPerson(tx, id, { kind: 'person', issuer: cardIssuer, subject: id, name, idNumber: number.value, phone: null, region, companies: [] }, clock.now())
  return getPerson(tx, id)
}
