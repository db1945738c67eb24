// Uses of e-licences, kept for their holders to see: one at a time, or all an application relied on, in the transaction that hands it in.
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Plan } from '../planning/index.ts'
import type { CredentialUse } from './credential.ts'
import { listCredentialsWithIds } from './credentials-store.ts'
import { insertCredentialUses } from './credential-uses-store.ts'

export const insertCredentialUse = (tx: Tx, use: CredentialUse): Promise<void> => insertCredentialUses(tx, [use])

/** `seenBy`: names of the authorities that receive the document a service needs; `purpose` as people read it. */
type Using = { plan: Pick<Plan, 'evidence'>; application: string; purpose: string; seenBy: (services: readonly string[]) => string }

/** Nothing is asked of the database where no e-licence was used. */
export const recordUses = async (app: App, tx: Tx, { plan, application, purpose, seenBy }: Using): Promise<void> => {
  const services = new Map<string, string[]>()
  for (const { source, neededBy } of plan.evidence) if (source.kind === 'credential') services.set(source.credential, [...(services.get(source.credential) ?? []), ...neededBy])
  if (services.size === 0) return
  const used = await listCredentialsWithIds(tx, [...services.keys()])
  await insertCredentialUses(tx, used.map(({ id, holderPersonId, claims }) => ({
    id: uuidv7(app.clock), credentialId: id, personId: holderPersonId, kind: 'application', at: app.clock.now().toISOString(), by: seenBy(services.get(id) ?? []), purpose, claims: Object.keys(claims), reference: application,
  })))
}
