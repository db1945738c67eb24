// Each step of a hand-over: the hall signs what it sends, the authority receipts it or returns it with reasons. Who acts, whether the
// state allows it and whether they looked at the newest revision is asked first, with the row held; so of two receivers one is first.
import { createHash } from 'node:crypto'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { listCasesWithIds, takeFile, type Scene } from '../cases/index.ts'
import { insertMessages, type MessageKind } from '../messages/index.ts'
import { auditTransfer, dayToAct, eventOf } from './collecting.ts'
import { callCourier } from './courier.ts'
import { documentsOf, faultsIn, keyUnder, signed, transfersHolder, type CheckingKeys, type HandOverFault } from './hand-over.ts'
import { giverRoles, hallLine, hasEndedTransfer, maySide, receiverRoles, transferAfter, type HandOver, type Parcel, type Standing, type Transfer, type TransferAction } from './transfer.ts'
import { getTransferForUpdate, insertTransferEvent, listTransferEvents, updateTransfer } from './transfers-store.ts'

type Official = Extract<Principal, { kind: 'staff' }>

export const standingOf = (principal: Principal, { fromRegion, toRegion, toLine }: Pick<Transfer, 'fromRegion' | 'toRegion' | 'toLine'>): Standing => ({
  gives: covers(principal, giverRoles, { region: fromRegion, line: hallLine }),
  receives: covers(principal, receiverRoles, { region: toRegion, line: toLine }),
})

/** Those on either side, and supervisors of one of the two regions. */
export const maySee = (principal: Principal, one: Transfer): boolean => {
  const { gives, receives } = standingOf(principal, one)
  return gives || receives || covers(principal, ['supervisor'], { region: one.fromRegion, line: hallLine }) || covers(principal, ['supervisor'], { region: one.toRegion, line: one.toLine })
}

type Call = { principal: Official; requestId: string }
type Change = { next?: Partial<Transfer>; detail?: Record<string, unknown>; tells?: { kind: MessageKind; reasons?: string } }

/** Runs one step and records it everywhere it must be. @throws Refusal not_found, forbidden, conflict, not_allowed_now */
const stepping = (app: App, { principal, requestId }: Call, id: string, seen: number, action: TransferAction, work: (scene: Scene, one: Transfer) => Promise<Change>): Promise<Transfer> =>
  app.db.transaction(async (tx) => {
    const one = await getTransferForUpdate(tx, id)
    if (!maySee(principal, one)) throw new Refusal('not_found')
    if (!maySide(action, standingOf(principal, one))) throw new Refusal('forbidden')
    if (one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    const state = transferAfter(one.state, action)
    if (!state) throw new Refusal('not_allowed_now', { state: one.state, action })
    const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
    const at = scene.at.toISOString()
    const { next, detail = {}, tells } = await work(scene, one)
    const changed: Transfer = { ...one, ...next, state, revision: one.revision + 1, updatedAt: at, endedAt: hasEndedTransfer(state) ? at : null }
    await updateTransfer(tx, changed)
    await insertTransferEvent(tx, id, eventOf(scene, action, detail))
    await insertAudit(tx, [auditTransfer(scene, changed, action, digestsOf(detail))])
    if (tells) await insertMessages(tx, [messageOf(scene, changed, tells.kind, tells.reasons)])
    return changed
  })

/** The audit trail is kept for good: of what was signed it keeps the digest. */
const digestsOf = (detail: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, typeof value === 'object' && value !== null && 'digest' in value ? value.digest : value]))

const messageOf = ({ app, at }: Scene, one: Transfer, kind: MessageKind, reasons?: string) => ({
  id: uuidv7(app.clock), personId: one.personId, applicationId: one.applicationId, caseId: null, kind, at: at.toISOString(), readAt: null,
  detail: { matter: one.matterName, hall: one.hall, authority: authorityName(app, one), number: one.applicationNumber, ...(reasons === undefined ? {} : { reasons }) },
})

export const authorityName = (app: Pick<App, 'packs'>, { toLine, toRegion }: Pick<Transfer, 'toLine' | 'toRegion'>) =>
  nameOr(authorityOf(app.packs.catalogueFor(toRegion), toLine, toRegion), toLine)

/** `courier`: the platform calls one for the originals, instead of a parcel the hall posts. */
export type Handed = { originals: HandOver['originals']; parcel: Parcel | null; courier: boolean; remark: string }

/** Signs what is handed over, with the documents as they stand. Papers need a parcel they travel in. */
export const handOver = (app: App, call: Call, id: string, seen: number, { originals, parcel: posted, courier, remark }: Handed): Promise<Transfer> =>
  stepping(app, call, id, seen, 'handOver', async (scene, one) => {
    if (originals.length > 0 && posted === null && !courier) throw new Refusal('invalid', { missing: 'parcel' })
    if (courier && (originals.length === 0 || posted !== null)) throw new Refusal('invalid', { courier: originals.length === 0 ? 'nothing to carry' : 'posted already' })
    const parcel = courier ? await callCourier(scene, one, originals) : posted
    const cases = await listCasesWithIds(scene.tx, one.cases.map((each) => each.id))
    const content: HandOver = {
      number: one.number, edition: (one.signed?.content.edition ?? 0) + 1, from: { region: one.fromRegion, outlet: one.outlet, counter: one.counter }, to: { region: one.toRegion, line: one.toLine },
      application: one.applicationNumber, applicant: one.applicant, cases: one.cases.map(({ number }) => number), documents: documentsOf(cases), originals, parcel, remark,
      by: { id: call.principal.id, name: call.principal.name }, at: scene.at.toISOString(),
    }
    const handed = signed(content, await app.keys.signer(transfersHolder))
    const receiptBy = await dayToAct(scene, 'receipt', one.id, app.packs.proceedingsFor(one.toRegion).crossRegion?.receiptDays, one.toRegion)
    return { next: { signed: handed, parcel, receiptBy, reminded: 0 }, detail: { handOver: handed }, tells: { kind: 'fileHandedOver' } }
  })

const hasChanged = async (app: App, digest: string): Promise<boolean> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of app.files.open(digest)) hash.update(chunk as Buffer) // a file's stream gives buffers
  } catch {
    return true
  }
  return hash.digest('hex') !== digest
}

const checkingKeys = async ({ keys, config }: App): Promise<CheckingKeys> => ({ held: await keys.listKeys(transfersHolder), secret: config.sessionSecret })

/** The public key the signature under a hand-over can be checked with; null while nothing is signed, or with a key that is not here. */
export const findKeyUnder = async (app: App, { signed: handed }: Transfer) => handed && keyUnder(handed, await checkingKeys(app))

/** What is wrong with a hand-over as it lies there: changed after signing, another file than listed, stored documents that are not what they were. */
export const findFaults = async (app: App, read: Read, one: Transfer): Promise<HandOverFault[]> => {
  if (!one.signed) return []
  const cases = await listCasesWithIds(read, one.cases.map((each) => each.id))
  const bytes = await Promise.all([...new Set(one.signed.content.documents.map(({ digest }) => digest))].map((digest) => hasChanged(app, digest)))
  return [...faultsIn(one, one.signed, documentsOf(cases), await checkingKeys(app)), ...(bytes.includes(true) ? (['bytes'] as const) : [])]
}

/** The signed hand-over stands in the history too, which nobody changes: both must be the same. */
const isAsSigned = async (read: Read, one: Transfer): Promise<boolean> => {
  const events = (await listTransferEvents(read, [one.id])).get(one.id) ?? []
  const last = events.findLast(({ action }) => action === 'handOver')?.detail['handOver'] as Transfer['signed'] | undefined // what handOver stored
  return last?.digest === one.signed?.digest
}

/** Receipts the file: the cases are the authority's from now on. Refuses `tampered` when it is not what was signed. */
export const receive = (app: App, call: Call, id: string, seen: number, remark: string): Promise<Transfer> =>
  stepping(app, call, id, seen, 'receive', async (scene, one) => {
    const faults = await findFaults(app, scene.tx, one)
    if (faults.length > 0 || !(await isAsSigned(scene.tx, one))) throw new Refusal('tampered', { faults: faults.length > 0 ? faults : ['signature'] })
    const receipt = signed({ number: one.number, handOver: one.signed?.digest ?? '', received: true, remark, by: { id: call.principal.id, name: call.principal.name }, at: scene.at.toISOString() }, await app.keys.signer(transfersHolder))
    await takeFile(app, scene.tx, one.applicationId, one.cases.map((each) => each.id))
    return { detail: { receipt }, tells: { kind: 'fileReceived' } }
  })

/** Returns the file to the hall with reasons; the hall has its days again. */
export const sendBack = (app: App, call: Call, id: string, seen: number, reasons: string): Promise<Transfer> =>
  stepping(app, call, id, seen, 'sendBack', async (scene, one) => {
    const receipt = signed({ number: one.number, handOver: one.signed?.digest ?? '', received: false, remark: reasons, by: { id: call.principal.id, name: call.principal.name }, at: scene.at.toISOString() }, await app.keys.signer(transfersHolder))
    const handOverBy = await dayToAct(scene, 'handOver', one.id, app.packs.proceedingsFor(one.fromRegion).crossRegion?.handOverDays, one.fromRegion)
    return { next: { handOverBy, receiptBy: null, reminded: 0 }, detail: { receipt, reasons }, tells: { kind: 'fileSentBack', reasons } }
  })

/** Notes where the parcel is. */
export const notePost = (app: App, call: Call, id: string, seen: number, note: string): Promise<Transfer> =>
  stepping(app, call, id, seen, 'notePost', async (_scene, one) => {
    if (one.parcel === null) throw new Refusal('not_allowed_now', { parcel: 'none' })
    return { detail: { note } }
  })
