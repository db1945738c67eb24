// Whom a step of a request for access is told: the owner of what is asked, the askers of the answer, the coordinating authority of a
// disagreement, both sides of an access that runs out.
import type { Texts } from '../../kernel/texts.ts'
import { notifyStaff, type StaffMessageKind } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import type { AccessRequest, RequestAction, Standing } from './access-request.ts'
import type { Scene } from './requesting.ts'

type Told = { kind: StaffMessageKind; to: readonly (keyof Standing)[] }

const told: Partial<Record<RequestAction, Told>> = {
  submit: { kind: 'accessAsked', to: ['owner'] },
  grant: { kind: 'accessGranted', to: ['asker'] },
  refuse: { kind: 'accessRefused', to: ['asker'] },
  dispute: { kind: 'accessDisputed', to: ['coordinator', 'owner'] },
  settleGrant: { kind: 'accessGranted', to: ['asker', 'owner'] },
  settleRefuse: { kind: 'accessRefused', to: ['asker', 'owner'] },
  revoke: { kind: 'accessRevoked', to: ['asker'] },
  remind: { kind: 'accessEnding', to: ['asker', 'owner'] },
}

/** 2026-12-31 → 2026年12月31日. */
const dayInWords = (on: string): Texts => {
  const [year, month, day] = on.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${day}日`, en: on }
}

const recipients = async ({ tx }: Scene, one: AccessRequest, side: keyof Standing): Promise<string[]> => {
  if (side === 'asker') return [one.askedBy]
  const found = side === 'owner' ? await listStaffPostedTo(tx, { region: one.ownerRegion, line: one.ownerLine }, ['steward']) : await listStaffPostedTo(tx, { region: one.ownerRegion, line: 'government-services' }, ['supervisor'])
  return found.map(({ id }) => id)
}

export const tellOf = async (scene: Scene, one: AccessRequest, action: RequestAction, detail: Record<string, unknown>): Promise<void> => {
  const telling = told[action]
  if (!telling) return
  const staff = new Set((await Promise.all(telling.to.map((side) => recipients(scene, one, side)))).flat())
  const text = typeof detail['reason'] === 'string' ? detail['reason'] : ''
  await notifyStaff(scene.tx, scene.app.clock, [...staff].map((staffId) => ({
    staffId, kind: telling.kind, detail: { number: one.number, resource: one.resourceTitle, text, accessRequest: one.id, ...(one.until === null ? {} : { day: dayInWords(one.until) }) },
  })))
}
