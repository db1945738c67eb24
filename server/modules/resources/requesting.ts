// Each step of a request for access: asked, answered by the owner, settled where they disagree, taken back. Who acts, whether the state
// allows it and whether they looked at the newest revision is asked first, with the row held; so of two reviewers one is first.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf, type DataSharingTerms, type LegalBasis } from '../catalogue/index.ts'
import { addWorkingDays, takeSequence } from '../cases/index.ts'
import { isGranted, maySide, requestAfter, type AccessRequest, type RequestAction, type Standing } from './access-request.ts'
import { getAccessRequestForUpdate, insertAccessRequest, insertAccessRequestEvent, updateAccessRequest } from './access-requests-store.ts'
import { forgetGrants } from './granting.ts'
import { getResource, mayGiveMany } from './reading.ts'
import { needsNoDecision, sharedFields } from './resource.ts'
import { tellOf } from './telling.ts'

export type Scene = { app: App; tx: Tx; principal: Principal; requestId: string | null; at: Date }

/** The line of the authorities that coordinate the sharing of data (政务数据共享主管部门). */
const coordinatingLine = 'government-services'

export const standingOf = (principal: Principal, one: Pick<AccessRequest, 'region' | 'line' | 'ownerRegion' | 'ownerLine'>): Standing => ({
  asker: covers(principal, ['designer', 'steward'], one),
  owner: covers(principal, ['steward'], { region: one.ownerRegion, line: one.ownerLine }),
  coordinator: covers(principal, ['supervisor'], { region: one.ownerRegion, line: coordinatingLine }),
})

export const maySee = (principal: Principal, one: AccessRequest): boolean => Object.values(standingOf(principal, one)).some(Boolean)

const termsFor = (app: App, region: string): DataSharingTerms | undefined => app.packs.proceedingsFor(region).dataSharing

/** The day so many working days of a region from now; null while that calendar is not published, or nothing is asked. */
const workingDay = (at: Date, days: number | undefined, region: string): string | null => {
  const due = days === undefined ? undefined : addWorkingDays(plainDate(at), days, region)
  return due && 'on' in due ? due.on : null
}

/** Everything that is kept of a step: the row's history, the audit trail, what others are told. */
export const record = async (scene: Scene, one: AccessRequest, action: RequestAction, detail: Record<string, unknown> = {}): Promise<void> => {
  const { tx, principal, requestId } = scene
  const at = scene.at.toISOString()
  const actor = principal.kind === 'staff' ? { staffId: principal.id, actorName: principal.name } : { staffId: null, actorName: '' }
  await insertAccessRequestEvent(tx, one.id, { action, ...actor, at, detail })
  await insertAudit(tx, [{ at, ...actorOf(principal), action: `accessRequests.${action}`, subjectType: 'accessRequest', subjectId: one.id, region: one.ownerRegion, requestId, detail: { number: one.number, ...detail } }])
  await tellOf(scene, one, action, detail)
}

export type Wanted = { resource: string; region: string; line: string; service: string | null; fields: string[]; purpose: string; legalBasis: LegalBasis; perDay: number | null; until: string | null; batch: boolean; renews: string | null }

/** What is wrong with a request as such: of the wrong service or authority, for fields there are none of, for a day that is over, for many records
 * where each person must agree. */
const checkWanted = (app: App, { resource, region, line, service, fields, until, batch }: Wanted, shared: readonly string[]): void => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  if (authorityOf(catalogue, line, region)?.region !== region) throw new Refusal('not_found')
  if (service !== null && (!Object.hasOwn(catalogue.services, service) || catalogue.services[service]?.line !== line)) throw new Refusal('invalid', { service })
  if (batch && !mayGiveMany(app, resource)) throw new Refusal('invalid', { batch: 'its records need the consent of each person' })
  const unknown = fields.filter((name) => !shared.includes(name))
  if (unknown.length > 0) throw new Refusal('invalid', { fields: unknown })
  if (until !== null && until < plainDate(app.clock.now())) throw new Refusal('invalid', { until })
}

/** Asks for access. Unconditional resources are given at once; the others when their owner has answered. */
export const submit = async (app: App, call: { principal: Extract<Principal, { kind: 'staff' }>; requestId: string }, wanted: Wanted): Promise<AccessRequest> => {
  const made = await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, ...call, at: app.clock.now() }
    const resource = await getResource(app, tx, wanted.resource)
    if (!resource.content || !covers(call.principal, ['designer', 'steward'], wanted)) throw new Refusal('not_found')
    if (resource.line === wanted.line && resource.region === wanted.region) throw new Refusal('invalid', { resource: 'own' })
    const shared = sharedFields(resource.content)
    if (shared.length === 0) throw new Refusal('not_allowed_now', { sharing: 'none', reason: resource.content.sharing.reason })
    checkWanted(app, wanted, shared)
    if (wanted.renews !== null) {
      const before = await getAccessRequestForUpdate(tx, wanted.renews)
      if (before.resource !== wanted.resource || before.line !== wanted.line || before.region !== wanted.region) throw new Refusal('invalid', { renews: wanted.renews })
    }
    const [sequence = 0] = await takeSequence(tx, 1)
    const at = scene.at.toISOString()
    const one: AccessRequest = {
      id: uuidv7(app.clock), number: `GX-${humanNumber(resource.region, scene.at, sequence)}`, ...wanted, resourceTitle: resource.content.title, ownerRegion: resource.region, ownerLine: resource.line, fields: [...new Set(wanted.fields)],
      grantedFields: null, state: 'submitted', dueOn: workingDay(scene.at, termsFor(app, resource.region)?.reviewDays, resource.region), revision: 1, reminded: false, askedBy: call.principal.id, askedAt: at, updatedAt: at,
    }
    await insertAccessRequest(tx, one)
    await record(scene, one, 'submit', { fields: one.fields, purpose: one.purpose })
    return needsNoDecision(resource.content) ? advance({ ...scene, principal: { kind: 'system', name: 'resources' } }, one, 'grant', { grantedFields: one.fields }) : one
  })
  if (isGranted(made.state)) forgetGrants(app)
  return made
}

/** Takes a step that is allowed, and records it. */
export const advance = async (scene: Scene, one: AccessRequest, action: RequestAction, next: Partial<AccessRequest>, detail: Record<string, unknown> = {}): Promise<AccessRequest> => {
  const state = requestAfter(one.state, action)
  if (!state) throw new Refusal('not_allowed_now', { state: one.state, action })
  const changed: AccessRequest = { ...one, dueOn: action === 'remind' ? one.dueOn : null, ...next, state, revision: one.revision + 1, updatedAt: scene.at.toISOString() }
  await updateAccessRequest(scene.tx, changed)
  await record(scene, changed, action, detail)
  return changed
}

type Change = { next?: Partial<AccessRequest>; detail?: Record<string, unknown> }
type Acting = { principal: Extract<Principal, { kind: 'staff' }>; requestId: string }

/** Runs one step of an official. @throws Refusal not_found, forbidden, conflict, not_allowed_now */
const stepping = async (app: App, call: Acting, id: string, seen: number, action: RequestAction, work: (scene: Scene, one: AccessRequest) => Promise<Change> | Change): Promise<AccessRequest> => {
  const changed = await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, ...call, at: app.clock.now() }
    const one = await getAccessRequestForUpdate(tx, id)
    const standing = standingOf(call.principal, one)
    if (!Object.values(standing).some(Boolean)) throw new Refusal('not_found')
    if (!maySide(action, standing)) throw new Refusal('forbidden')
    if (one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    if (!requestAfter(one.state, action)) throw new Refusal('not_allowed_now', { state: one.state, action })
    const { next = {}, detail = {} } = await work(scene, one)
    return advance(scene, one, action, next, detail)
  })
  forgetGrants(app)
  return changed
}

/** `perDay`, `until`: what the owner allows, never more than was asked. */
export type Given = { fields: string[]; perDay: number | null; until: string | null; reason: string }

/** What is given must have been asked for and still be shared. */
const checkGiven = async ({ app, tx }: Scene, one: AccessRequest, { fields, perDay, until }: Given): Promise<void> => {
  const { content } = await getResource(app, tx, one.resource)
  const shared = sharedFields(content)
  const over = fields.filter((name) => !one.fields.includes(name) || !shared.includes(name))
  if (fields.length === 0 || over.length > 0) throw new Refusal('invalid', { fields: over })
  if (one.perDay !== null && (perDay === null || perDay > one.perDay)) throw new Refusal('invalid', { perDay: one.perDay })
  if (one.until !== null && (until === null || until > one.until)) throw new Refusal('invalid', { until: one.until })
  if (until !== null && until < plainDate(app.clock.now())) throw new Refusal('invalid', { until })
}

const giving = (scene: Scene, one: AccessRequest, given: Given): Promise<Change> =>
  checkGiven(scene, one, given).then(() => ({ next: { grantedFields: [...new Set(given.fields)], perDay: given.perDay, until: given.until }, detail: { fields: given.fields, ...(given.reason === '' ? {} : { reason: given.reason }) } }))

/** Gives all or some of what was asked for; whoever gives less says why. */
export const grant = (app: App, call: Acting, id: string, seen: number, given: Given): Promise<AccessRequest> =>
  stepping(app, call, id, seen, 'grant', (scene, one) => {
    if (one.fields.some((name) => !given.fields.includes(name)) && given.reason.trim() === '') throw new Refusal('invalid', { missing: 'reason' })
    return giving(scene, one, given)
  })

export const refuse = (app: App, call: Acting, id: string, seen: number, reason: string): Promise<AccessRequest> => stepping(app, call, id, seen, 'refuse', () => ({ detail: { reason } }))

export const withdraw = (app: App, call: Acting, id: string, seen: number): Promise<AccessRequest> => stepping(app, call, id, seen, 'withdraw', () => ({}))

/** Takes a refusal to the coordinating authority. */
export const dispute = (app: App, call: Acting, id: string, seen: number, reason: string): Promise<AccessRequest> =>
  stepping(app, call, id, seen, 'dispute', ({ at }, one) => ({ next: { dueOn: workingDay(at, termsFor(app, one.ownerRegion)?.disputeDays, one.ownerRegion) }, detail: { reason } }))

/** The coordinating authority gives what the owner refused. */
export const settleGranting = (app: App, call: Acting, id: string, seen: number, given: Given): Promise<AccessRequest> => stepping(app, call, id, seen, 'settleGrant', (scene, one) => giving(scene, one, given))

/** The refusal stands. */
export const settleRefusing = (app: App, call: Acting, id: string, seen: number, reason: string): Promise<AccessRequest> => stepping(app, call, id, seen, 'settleRefuse', () => ({ detail: { reason } }))

/** Takes a grant back; from the next call on nothing is given. */
export const revoke = (app: App, call: Acting, id: string, seen: number, reason: string): Promise<AccessRequest> => stepping(app, call, id, seen, 'revoke', () => ({ detail: { reason } }))

/** The asker needs it no longer. */
export const giveBack = (app: App, call: Acting, id: string, seen: number): Promise<AccessRequest> => stepping(app, call, id, seen, 'end', () => ({}))
