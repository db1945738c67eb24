// E-licences as the planner takes them: what somebody holds that is in force, and what of it counts as known.
import type { Read } from '../../kernel/db.ts'
import type { HeldCredential } from '../planning/index.ts'
import { isInForce, type Credential } from './credential.ts'
import { listValidOf } from './credentials-store.ts'

/**
 * Those of a person that are in force on a day. One about its account's holder fits both where a document is asked of the applicant, and
 * where it is asked of somebody who is the applicant, such as the mother.
 */
export const heldOf = (credentials: readonly Credential[], ownNumber: string, on: string): HeldCredential[] =>
  credentials.filter((one) => isInForce(one, on)).flatMap(({ id, type, holder, validUntil }) => {
    const held = { id, type, ...(validUntil === null ? {} : { validUntil }) }
    return holder === null ? [held, { ...held, holder: ownNumber }] : [{ ...held, holder }]
  })

/** @param ownNumber ID number of the person */
export const listHeldCredentials = async (read: Read, personId: string, ownNumber: string, on: string): Promise<HeldCredential[]> => heldOf(await listValidOf(read, personId), ownNumber, on)
