// Turns a verified identity into an account and a session: whoever logs in is created or brought up to date, then given a new cookie.
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Identity, PersonIdentity } from './identity.ts'
import { LoginRefusal } from './login-problem.ts'
import { findPersonByIdNumber, findPersonBySubject, insertOrUpdateStaff, insertPerson, lockIdNumber, updatePerson } from './people-store.ts'
import { accountFor } from './person.ts'
import { csrfOf, firstExpiry, sessionCookieName, tokenDigest, type SessionOwner } from './session.ts'
import { insertSession } from './session-store.ts'

/** The account of an identity. @throws LoginRefusal conflict */
export const admit = async (tx: Tx, identity: Identity, clock: Clock): Promise<SessionOwner> =>
  identity.kind === 'person' ? { personId: await admitPerson(tx, identity, clock) } : { staffId: await insertOrUpdateStaff(tx, uuidv7(clock), identity, clock.now()) }

const admitPerson = async (tx: Tx, identity: PersonIdentity, clock: Clock): Promise<string> => {
  await lockIdNumber(tx, identity.idNumber)
  const account = accountFor(identity, {
    byIdNumber: await findPersonByIdNumber(tx, identity.idNumber),
    bySubject: await findPersonBySubject(tx, identity.issuer, identity.subject),
  })
  if (account === 'conflict') throw new LoginRefusal('conflict', identity.subject)
  if (account === 'new') {
    const id = uuidv7(clock)
    await insertPerson(tx, id, identity, clock.now())
    return id
  }
  await updatePerson(tx, account.found.id, identity, clock.now())
  return account.found.id
}

export type NewSession = {
  /** goes to the browser and is stored nowhere */
  token: string
  /** `tongban_session=…`, as a Cookie header carries it */
  cookie: string
  csrf: string
}

/** A new session of a person or an official, with a fresh 256-bit token. */
export const createSession = async (tx: Tx, owner: SessionOwner, clock: Clock): Promise<NewSession> => {
  const token = randomBytes(32).toString('base64url')
  const now = clock.now()
  await insertSession(tx, tokenDigest(token), owner, now, firstExpiry('personId' in owner ? 'person' : 'staff', now))
  return { token, cookie: `${sessionCookieName}=${token}`, csrf: csrfOf(token) }
}
