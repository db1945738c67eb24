// Two guardians disagree: an official hears both and lets it go on or ends it, with reasons both are told. Civil Code Art. 35.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { findPerson } from '../people/index.ts'
import { auditPower, endPower, tellAbout } from './establishing.ts'
import { afterPowerAction, canPower, type Power } from './power.ts'
import { findPowerForUpdate, listContested, updatePower } from './powers-store.ts'

type Official = Extract<Principal, { kind: 'staff' }>

/** Who decides, and for which line: guardianship is a matter of civil affairs. */
const deciders = ['head', 'supervisor'] as const
const line = 'civil-affairs'
const most = 200

/** Where a power belongs: the ward's region, as their account has it. */
const isTheirs = async (app: App, official: Official, { wardId }: Power): Promise<boolean> => {
  const ward = wardId === null ? undefined : await findPerson(app.db.read, wardId)
  return ward !== undefined && covers(official, deciders, { region: ward.region, line })
}

/** Contested powers of the official's region, the oldest first. They are few. */
export const listToDecide = async (app: App, official: Official): Promise<Power[]> => {
  const powers = await listContested(app.db.read, most)
  const theirs = await Promise.all(powers.map((power) => isTheirs(app, official, power)))
  return powers.filter((_, index) => theirs[index])
}

/** @throws Refusal not_found outside the region, not_allowed_now */
export const decidePower = (app: App, official: Official, id: string, action: 'uphold' | 'dismiss', reason: string, requestId: string): Promise<Power> =>
  app.db.transaction(async (tx) => {
    const before = await findPowerForUpdate(tx, id)
    if (!before || !(await isTheirs(app, official, before))) throw new Refusal('not_found')
    if (!canPower(before, action)) throw new Refusal('not_allowed_now', { state: before.state, action })
    await insertAudit(tx, [auditPower(app, actorOf(official), before, action, requestId, { reason })])
    const parties = [before.personId, ...(before.contestedBy === null ? [] : [before.contestedBy])]
    if (action === 'dismiss') {
      await tellAbout(app, tx, parties, 'guardianOver', { title: before.name, reasons: reason })
      return endPower(app, tx, before, 'official', reason)
    }
    const after: Power = { ...before, state: afterPowerAction(action), contestedBy: null, reason }
    await updatePower(tx, after)
    await tellAbout(app, tx, parties, 'guardianUpheld', { title: before.name, reasons: reason })
    return after
  })
