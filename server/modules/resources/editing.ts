// Writing about a resource: a draft that is published as the next edition. The first line written about a registry of a pack makes its row;
// of two who write at once the second is told.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { forgetGrants } from './granting.ts'
import { getResource } from './reading.ts'
import { faultsIn, type Resource, type ResourceContent } from './resource.ts'
import { findStoredResourceForUpdate, insertEdition, insertResource, updateResource, type StoredResource } from './resources-store.ts'

type Official = Extract<Principal, { kind: 'staff' }>
export type Call = { principal: Official; requestId: string }

/** Whoever keeps the catalogue of that authority. */
export const keeps = (principal: Principal, { region, line }: Pick<Resource, 'region' | 'line'>): boolean => covers(principal, ['steward'], { region, line })

/** Changes what is stored of a resource, made when there is nothing yet. @throws Refusal not_found, forbidden, conflict */
const changing = (app: App, { principal, requestId }: Call, id: string, seen: number, action: string, change: (tx: Tx, stored: StoredResource, at: string) => Promise<{ next: StoredResource; detail: unknown }>): Promise<Resource> =>
  app.db.transaction(async (tx) => {
    const resource = await getResource(app, tx, id)
    if (!keeps(principal, resource)) throw new Refusal('forbidden')
    const at = app.clock.now().toISOString()
    const stored = (await findStoredResourceForUpdate(tx, id)) ?? { id, region: resource.region, line: resource.line, draft: null, published: null, edition: 0, revision: 0, publishedAt: null, updatedAt: at }
    if (stored.revision !== seen) throw new Refusal('conflict', { revision: stored.revision })
    const { next, detail } = await change(tx, stored, at)
    const changed = { ...next, revision: stored.revision + 1, updatedAt: at }
    if (stored.revision === 0) {
      if (!(await insertResource(tx, changed))) throw new Refusal('conflict')
    } else await updateResource(tx, changed)
    await insertAudit(tx, [{ at, ...actorOf(principal), action: `resources.${action}`, subjectType: 'resource', subjectId: id, region: resource.region, requestId, detail }])
    return getResource(app, tx, id)
  })

/** Keeps what was written; nothing is published yet. @param seen revision that was looked at; 0 where nothing was written before */
export const saveDraft = (app: App, call: Call, id: string, seen: number, draft: ResourceContent): Promise<Resource> =>
  changing(app, call, id, seen, 'write', (_tx, stored) => Promise.resolve({ next: { ...stored, draft }, detail: { title: draft.title['zh-CN'] } }))

/** Throws the draft away. */
export const discardDraft = (app: App, call: Call, id: string, seen: number): Promise<Resource> =>
  changing(app, call, id, seen, 'discard', (_tx, stored) => {
    if (stored.draft === null) throw new Refusal('not_allowed_now', { draft: 'none' })
    return Promise.resolve({ next: { ...stored, draft: null }, detail: {} })
  })

/** Publishes the draft: what it no longer shares nobody gets from now on. @throws Refusal findings with what keeps it from being published */
export const publish = async (app: App, call: Call, id: string, seen: number): Promise<Resource> => {
  const published = await changing(app, call, id, seen, 'publish', async (tx, stored, at) => {
    if (stored.draft === null) throw new Refusal('not_allowed_now', { draft: 'none' })
    const faults = faultsIn(stored.draft)
    if (faults.length > 0) throw new Refusal('findings', { faults })
    const edition = stored.edition + 1
    const { draft } = stored
    await insertEdition(tx, { resource: id, edition, content: draft, staffId: call.principal.id, actorName: call.principal.name, at })
    return { next: { ...stored, draft: null, published: draft, edition, publishedAt: at }, detail: { edition, sharing: draft.sharing.type, fields: draft.fields.map(({ name }) => name) } }
  })
  forgetGrants(app)
  return published
}

/** Begins a resource that is no registry of a pack. @throws Refusal not_found for an authority that is not theirs */
export const beginResource = (app: App, { principal, requestId }: Call, place: Pick<Resource, 'region' | 'line'>, draft: ResourceContent): Promise<Resource> =>
  app.db.transaction(async (tx) => {
    const authority = app.packs.packs.length === 0 ? undefined : authorityOf(app.packs.catalogueFor(app.config.region), place.line, place.region)
    if (authority?.region !== place.region || !keeps(principal, place)) throw new Refusal('not_found')
    const [id, at] = [uuidv7(app.clock), app.clock.now().toISOString()]
    await insertResource(tx, { id, ...place, draft, published: null, edition: 0, revision: 1, publishedAt: null, updatedAt: at })
    await insertAudit(tx, [{ at, ...actorOf(principal), action: 'resources.begin', subjectType: 'resource', subjectId: id, region: place.region, requestId, detail: { title: draft.title['zh-CN'] } }])
    return getResource(app, tx, id)
  })
