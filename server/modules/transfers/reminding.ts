// Hand-overs nobody has acted on in time: on each step of the ladder of the region that has to act, those the step names are told, once.
// It looks at everything that is late, so it catches up after a standstill; days are working days of that region. Safe to repeat.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { pageOf } from '../../kernel/pages.ts'
import type { App } from '../../module.ts'
import { dayInWords, workingDaysBetween, type Scene } from '../cases/index.ts'
import type { Ladder } from '../catalogue/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { auditTransfer, eventOf } from './collecting.ts'
import { authorityName } from './handing.ts'
import { actBy, actingPlace, giverRoles, liesWithGiver, receiverRoles, type Transfer } from './transfer.ts'
import { getTransferForUpdate, insertTransferEvent, listLateTransfers, updateTransfer } from './transfers-store.ts'

export const remindTask = 'transfers.remind'

const rolesOf = (to: Ladder['steps'][number]['to'], one: Transfer): readonly StaffRole[] => {
  if (to === 'supervision') return ['supervisor']
  if (to === 'bureau') return ['head']
  return liesWithGiver(one.state) ? giverRoles : receiverRoles
}

/** Tells everybody named by steps not taken yet; answers whether there were any. */
const remind = async (scene: Scene, one: Transfer, today: string): Promise<boolean> => {
  const by = actBy(one)
  const place = actingPlace(one)
  const days = by === null ? undefined : workingDaysBetween(by, today, place.region)
  // Unknown where a calendar is not published: then nobody is said to be late.
  const due = days === undefined ? [] : (scene.app.packs.proceedingsFor(place.region).ladder?.steps ?? []).filter(({ afterDays }) => afterDays <= days)
  if (by === null || days === undefined || due.length <= one.reminded) return false
  const told = new Set((await Promise.all(due.slice(one.reminded).map(({ to }) => listStaffPostedTo(scene.tx, place, rolesOf(to, one))))).flat().map(({ id }) => id))
  await updateTransfer(scene.tx, { ...one, reminded: due.length })
  await insertTransferEvent(scene.tx, one.id, eventOf(scene, 'remind', { days, dueOn: by }))
  await insertAudit(scene.tx, [auditTransfer(scene, one, 'remind', { days, told: told.size })])
  await notifyStaff(scene.tx, scene.app.clock, [...told].map((staffId) => ({
    staffId, kind: liesWithGiver(one.state) ? 'handOverLate' as const : 'receiptLate' as const,
    detail: { number: one.applicationNumber, service: one.matterName, place: one.hall, authority: authorityName(scene.app, one), day: dayInWords(by), days, transfer: one.id },
  })))
  return true
}

/** Goes through all that is late, page by page; returns how many somebody was told of. */
export const remindLate = async (app: App, pageSize = 200): Promise<number> => {
  const today = plainDate(app.clock.now())
  let told = 0
  let after: string | undefined
  do {
    const found = await listLateTransfers(app.db.read, today, { after, limit: pageSize + 1 })
    const { page, next } = pageOf(found, pageSize)
    for (const { id } of page) {
      const isTold = await app.db.transaction(async (tx) => remind({ app, tx, principal: { kind: 'system', name: remindTask }, requestId: null, at: app.clock.now() }, await getTransferForUpdate(tx, id), today))
      if (isTold) told += 1
    }
    after = next ?? undefined
  } while (after !== undefined)
  return told
}
