// Who may ask a resource for what, right now. Asked with every call between systems, so the answers are kept in memory for at most two
// seconds; what this process changes counts at once.
import type { App } from '../../module.ts'
import { grantOf, isInForce, standingGrant, type Grant } from './access-request.ts'
import { listGranted } from './access-requests-store.ts'
import { listResources } from './reading.ts'
import { sharedFields } from './resource.ts'

type Asking = Pick<App, 'db' | 'packs' | 'clock'> & { config: { region: string } }
type Kept = { at: number; packs: App['packs']; grants: Promise<ReadonlyMap<string, Grant[]>> }

const keptFor = 2000
const kept = new WeakMap<App['db'], Kept>()

const keyOf = (consumer: string, resource: string): string => `${consumer} ${resource}`

const loadGrants = async (app: Asking): Promise<ReadonlyMap<string, Grant[]>> => {
  const { read } = app.db
  const [resources, granted] = await Promise.all([listResources(app, read), listGranted(read)])
  const shared = new Map(resources.map(({ id, content }) => [id, sharedFields(content)]))
  const standing = resources.flatMap(({ id, origin, content }) => (origin === 'pack' && content ? [standingGrant(id, shared.get(id) ?? [], content.legalBasis)] : []))
  const asked = granted.flatMap((each) => grantOf(each, shared.get(each.resource) ?? []) ?? [])
  return Map.groupBy([...standing, ...asked], ({ consumer, resource }) => keyOf(consumer, resource))
}

/** Of this process: what was just changed counts from now on. */
export const forgetGrants = ({ db }: Pick<App, 'db'>): void => void kept.delete(db)

/** `batch`: must also allow many records at once; `purpose`: of several grants the one for it is preferred; `id`: this one and no other. `on`: YYYY-MM-DD. */
export type GrantWanted = { consumer: string; resource: string; on: string; batch?: boolean; purpose?: string; id?: string }

/**
 * The grant that lets a consumer (`platform`, `authority:<line>:<region>`, `service:<id>`) ask a resource; of several the one for the
 * purpose, else the newest. Undefined: nothing may be asked. One that was revoked elsewhere stops working within two seconds.
 */
export const findGrant = async (app: Asking, { consumer, resource, on, batch = false, purpose, id }: GrantWanted): Promise<Grant | undefined> => {
  const now = app.clock.now().getTime()
  let known = kept.get(app.db)
  if (!known || known.packs !== app.packs || Math.abs(now - known.at) > keptFor) {
    known = { at: now, packs: app.packs, grants: loadGrants(app) }
    kept.set(app.db, known)
    // what could not be read is read again by whoever asks next
    known.grants.catch(() => forgetGrants(app))
  }
  const held = ((await known.grants).get(keyOf(consumer, resource)) ?? []).filter((grant) => isInForce(grant, on) && (grant.batch || !batch) && (id === undefined || grant.id === id))
  return held.find((grant) => grant.purpose === purpose) ?? held[0]
}
