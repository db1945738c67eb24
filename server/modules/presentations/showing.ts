// Showing a credential: a code that is good once and for a minute, for the claims its holder chose. What it stands for stays here.

import { createHmac, randomBytes } from 'node:crypto'
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { credentialTypeOf, findCredential, standingOn, type Credential, type CredentialType } from '../credentials/index.ts'
import { codeBytes, codeFrom, mayShow, shownForMs, type Presentation } from './presentation.ts'
import { insertPresentation, updateUnusedEnded } from './presentations-store.ts'

export type Holder = Extract<Principal, { kind: 'person' }>

/** What is shown, and what for. `claims` are ids of the type's claims; those that are always shown need not be named. */
export type Wish = { credential: string; claims: readonly string[]; purpose: string }

const dayMs = 86_400_000

export const digestOf = (app: App, code: string): string => createHmac('sha256', app.config.sessionSecret).update(`presentation ${code}`).digest('hex')

export const drawCode = (): string => codeFrom(randomBytes(codeBytes))

export const auditShowing = (app: App, principal: Principal, action: string, subjectId: string, requestId: string, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actorOf(principal), action: `presentations.${action}`, subjectType: 'credential', subjectId, region: null, requestId, detail,
})

/**
 * A credential of the holder that holds today, with its type.
 * @throws Refusal while_acting, not_found, not_allowed_now with `standing`
 */
export const getShowable = async (app: App, read: Read, holder: Holder, id: string): Promise<{ credential: Credential; type: CredentialType }> => {
  if (!mayShow(holder)) throw new Refusal('while_acting')
  const credential = await findCredential(read, id)
  const type = credential && credentialTypeOf(app, credential)
  if (!type || credential.holderPersonId !== holder.id) throw new Refusal('not_found')
  const standing = standingOn(credential, plainDate(app.clock.now()))
  if (standing !== 'valid') throw new Refusal('not_allowed_now', { standing })
  return { credential, type }
}

/** The chosen claims with those every copy shows. Refuses `invalid` for one the type does not have. */
export const shownClaims = ({ claims, derived }: CredentialType, chosen: readonly string[]): string[] => {
  const known = new Set([...claims.map(({ id }) => id), ...derived.map(({ id }) => id), 'number'])
  const strange = chosen.filter((id) => !known.has(id))
  if (strange.length > 0) throw new Refusal('invalid', { claims: strange })
  return [...known].filter((id) => chosen.includes(id) || claims.some((claim) => claim.id === id && claim.disclosed === 'always'))
}

/** Keeps what is shown under a new code; `usedBy` when it is looked at in the same moment. */
export const keepPresentation = async (app: App, tx: Tx, holder: Holder, credential: Credential, claims: string[], purpose: string, usedBy: string | null = null): Promise<{ presentation: Presentation; code: string }> => {
  const now = app.clock.now()
  const code = drawCode()
  const presentation: Presentation = {
    id: uuidv7(app.clock), personId: holder.id, credentialId: credential.id, claims, purpose, shownBy: holder.by?.name ?? null,
    madeAt: now.toISOString(), expiresAt: new Date(now.getTime() + shownForMs).toISOString(), usedAt: usedBy === null ? null : now.toISOString(), usedBy,
  }
  await insertPresentation(tx, digestOf(app, code), presentation, new Date(now.getTime() - dayMs))
  return { presentation, code }
}

/** A new code; those of the same credential that nobody looked at are worth nothing from now on. */
export const show = async (app: App, holder: Holder, { credential: id, claims, purpose }: Wish, requestId: string): Promise<{ presentation: Presentation; code: string }> => {
  const { credential, type } = await getShowable(app, app.db.read, holder, id)
  const shown = shownClaims(type, claims)
  return app.db.transaction(async (tx) => {
    await updateUnusedEnded(tx, holder.id, credential.id, app.clock.now())
    const kept = await keepPresentation(app, tx, holder, credential, shown, purpose)
    await insertAudit(tx, [auditShowing(app, holder, 'show', credential.id, requestId, { presentation: kept.presentation.id, claims: shown })])
    return kept
  })
}
