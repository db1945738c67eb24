// One step of a delivery: checked against the lifecycle, then delivery, history and audit are written together. And what its person is told.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Outlet, Service } from '../catalogue/index.ts'
import type { Scene } from '../cases/index.ts'
import { insertMessages, type MessageDetail, type MessageKind } from '../messages/index.ts'
import { insertDeliveryLines, updateDelivery } from './deliveries-store.ts'
import { deliveryAfter, hasEndedDelivery, type Delivery, type DeliveryAction, type DeliveryLine } from './delivery.ts'

/** Whoever looks after deliveries by themselves: what the courier reports, what a decision brings about. */
export const follower: Principal = { kind: 'system', name: 'deliveries' }

/** Ways are those of the packs as they are today: how a result travels changes no decision. */
export const serviceOf = (app: App, { service, region }: { service: string; region: string }): Service | undefined => app.packs.catalogueFor(region).services[service]

/** What the person holds in their hands afterwards. */
export const resultName = (app: App, one: { service: string; region: string }): Texts => nameOr(serviceOf(app, one)?.result, one.service)

export const outletsOf = (app: App): Outlet[] => app.packs.outletsFor(app.config.region)

export const outletName = (app: App, id: string): Texts => nameOr(outletsOf(app).find((each) => each.id === id), id)

export const lineOf = (scene: Scene, deliveryId: string, action: DeliveryAction, detail: Record<string, unknown>): DeliveryLine => {
  const { actorKind, actorId } = actorOf(scene.principal)
  return { deliveryId, action, actorKind, actorId, actorName: scene.principal.kind === 'anonymous' ? '' : scene.principal.name, at: scene.at.toISOString(), detail }
}

export const auditDelivery = (scene: Scene, one: Pick<Delivery, 'id' | 'region'>, action: string, detail: unknown) => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `deliveries.${action}`, subjectType: 'delivery', subjectId: one.id, region: one.region, requestId: scene.requestId, detail,
})

/** @throws Refusal not_allowed_now when the lifecycle does not allow it. The caller holds the row. */
export const moveDelivery = async (scene: Scene, one: Delivery, action: DeliveryAction, detail: Record<string, unknown> = {}, change: Partial<Delivery> = {}): Promise<Delivery> => {
  const state = deliveryAfter(one.state, action)
  if (state === undefined) throw new Refusal('not_allowed_now', { state: one.state, action })
  const at = scene.at.toISOString()
  const next: Delivery = { ...one, ...change, state, revision: one.revision + 1, updatedAt: at, endedAt: hasEndedDelivery(state) ? at : null }
  await updateDelivery(scene.tx, next)
  await insertDeliveryLines(scene.tx, [lineOf(scene, one.id, action, detail)])
  await insertAudit(scene.tx, [auditDelivery(scene, next, action, detail)])
  return next
}

const together = (names: readonly Texts[]): Texts => ({ 'zh-CN': names.map((each) => each['zh-CN']).join('、'), en: names.map((each) => each.en ?? each['zh-CN']).join(', ') })

/** 'YYYY-MM-DD' → 2026年7月3日. */
export const dayInWords = (day: string): Texts => {
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日`, en: day }
}

/** Tells the person about things that go together: those of one parcel, or of one pick-up. */
export const tell = async (scene: Scene, things: readonly Delivery[], kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  const [first] = things
  if (!first) return
  await insertMessages(scene.tx, [{
    id: uuidv7(scene.app.clock), personId: first.personId, applicationId: first.applicationId, caseId: things.length === 1 ? first.caseId : null, kind, at: scene.at.toISOString(), readAt: null,
    detail: { document: together(things.map((each) => resultName(scene.app, each))), hall: outletName(scene.app, first.outlet), ...extra },
  }])
}
