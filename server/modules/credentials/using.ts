// Uses of e-licences, kept for their holders to see: one at a time, or all an application relied on, in the transaction that hands it in.
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Plan } from '../planning/index.ts'
import { credentialTypeOf } from './copying.ts'
import type { CredentialUse } from './credential.ts'
import { listCredentialsWithIds } from './credentials-store.ts'
import { insertCredentialUses } from './credential-uses-store.ts'
import { claimsStating } from './stating.ts'

export const insertCredentialUse = (tx: Tx, use: CredentialUse): Promise<void> => insertCredentialUses(tx, [use])

/** `seenBy`: names of the authorities that receive what a service needs; `purpose` as people read it. */
type Using = { plan: Pick<Plan, 'concepts' | 'evidence'>; application: string; purpose: string; seenBy: (services: readonly string[]) => string }

/** `whole`: it stands for a document; otherwise only what it says of these concepts was taken over. */
type Use = { services: string[]; concepts: string[]; whole: boolean }

const usesIn = ({ concepts, evidence }: Using['plan']): Map<string, Use> => {
  const uses = new Map<string, Use>()
  const add = (credential: string, services: readonly string[], concept?: string): void => {
    const known = uses.get(credential) ?? { services: [], concepts: [], whole: false }
    uses.set(credential, { services: [...known.services, ...services], concepts: concept === undefined ? known.concepts : [...known.concepts, concept], whole: known.whole || concept === undefined })
  }
  for (const { source, neededBy } of evidence) if (source.kind === 'credential') add(source.credential, neededBy)
  for (const { source, neededBy, concept } of concepts) if (source.kind === 'credential') add(source.credential, neededBy, concept)
  return uses
}

/** Nothing is asked of the database where no e-licence was used. */
export const recordUses = async (app: App, tx: Tx, { plan, application, purpose, seenBy }: Using): Promise<void> => {
  const uses = usesIn(plan)
  if (uses.size === 0) return
  const used = await listCredentialsWithIds(tx, [...uses.keys()])
  await insertCredentialUses(tx, used.flatMap((one) => {
    const use = uses.get(one.id)
    const type = credentialTypeOf(app, one)
    if (!use) return []
    const claims = use.whole || !type ? Object.keys(one.claims) : claimsStating(type, use.concepts)
    return [{ id: uuidv7(app.clock), credentialId: one.id, personId: one.holderPersonId, kind: 'application' as const, at: app.clock.now().toISOString(), by: seenBy(use.services), purpose, claims, reference: application }]
  }))
}
