// At a window an official types; the applicant confirms it themselves before it is handed in: with their signature there, or on their phone.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { contentDigest, covers, isSignature, type Confirmation, type Signature } from './confirmation.ts'
import { findConfirmation, upsertConfirmation } from './confirmations-store.ts'
import { auditApplication, getOwn, getOwnForUpdate, planOf, type Draft, type Person } from './drafting.ts'

/** A question asked on the phone is shown there for so long. */
export const askedForMs = 30 * 60_000

const isAtWindow = ({ by }: Person): boolean => by?.capacity === 'window' || by?.capacity === 'helper'

/** `needed`: whoever asks cannot hand in without it. `content` is what the applicant is asked to agree to. */
export type Standing = { needed: boolean; state: 'none' | 'asked' | 'confirmed'; how: Confirmation['how'] | null; at: string | null; content: string }

const standingOf = (person: Person, confirmation: Confirmation | undefined, content: string): Standing => {
  const current = confirmation?.contentDigest === content ? confirmation : undefined
  return {
    needed: isAtWindow(person), state: covers(current, content) ? 'confirmed' : current ? 'asked' : 'none',
    how: current?.how ?? null, at: current?.confirmedAt ?? current?.askedAt ?? null, content,
  }
}

export const findStanding = async (app: App, person: Person, id: string): Promise<Standing> => {
  const draft = await planOf(app, app.db.read, await getOwn(app.db.read, person, id))
  return standingOf(person, await findConfirmation(app.db.read, id), contentDigest(draft))
}

/** Keeps the signature given at the window, or asks on the phone. Refuses `forbidden` anywhere else, `invalid` when there is no signature to speak of. */
export const requestConfirmation = (app: App, person: Person, id: string, signature: Signature | null, requestId: string): Promise<Standing> =>
  app.db.transaction(async (tx) => {
    if (!isAtWindow(person)) throw new Refusal('forbidden')
    if (signature !== null && !isSignature(signature)) throw new Refusal('invalid', { signature: 'short' })
    const application = await getOwnForUpdate(app, tx, person, id, 'edit')
    const content = contentDigest(await planOf(app, tx, application))
    const at = app.clock.now().toISOString()
    const confirmation: Confirmation = { applicationId: id, personId: person.id, contentDigest: content, how: signature ? 'signature' : 'phone', signature, askedAt: at, confirmedAt: signature ? at : null }
    await upsertConfirmation(tx, confirmation)
    await insertAudit(tx, [auditApplication(app, person, application, signature ? 'confirm' : 'askToConfirm', requestId, { how: confirmation.how, content })])
    return standingOf(person, confirmation, content)
  })

/** The applicant's own word, on their own device, to exactly what they were shown. Refuses `while_acting` for everybody else, `conflict` when it has changed. */
export const confirm = (app: App, person: Person, id: string, content: string, requestId: string): Promise<Standing> =>
  app.db.transaction(async (tx) => {
    if (person.by) throw new Refusal('while_acting')
    const application = await getOwnForUpdate(app, tx, person, id, 'edit')
    const [asked, present] = [await findConfirmation(tx, id), contentDigest(await planOf(app, tx, application))]
    if (!asked) throw new Refusal('not_found')
    if (content !== present) throw new Refusal('conflict')
    const confirmation: Confirmation = { ...asked, contentDigest: present, how: 'phone', signature: null, confirmedAt: app.clock.now().toISOString() }
    await upsertConfirmation(tx, confirmation)
    await insertAudit(tx, [auditApplication(app, person, application, 'confirm', requestId, { how: 'phone', content })])
    return standingOf(person, confirmation, present)
  })

/** Refuses `unconfirmed` when an official hands in what its applicant has not agreed to. Asks nothing of anybody else. */
export const mustBeConfirmed = async (tx: Tx, person: Person, draft: Draft): Promise<void> => {
  if (isAtWindow(person) && !covers(await findConfirmation(tx, draft.application.id), contentDigest(draft))) throw new Refusal('unconfirmed')
}
