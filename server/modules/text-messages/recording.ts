// What is written whenever something happens to a text message: its row, the audit trail, and word to those in charge when sending fails.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { textAfter, type TextMessage, type TextStep } from './text-message.ts'
import { countFailed, updateTextMessage } from './text-messages-store.ts'

/** Who sees to it that text messages are sent. */
const inCharge: readonly StaffRole[] = ['operator', 'dispatcher']

const dayMs = 86_400_000

/** Names neither number nor words. */
export const recordText = (scene: Scene, { id, region, kind, subject }: Pick<TextMessage, 'id' | 'region' | 'kind' | 'subject'>, action: string, detail: Record<string, unknown> = {}): Promise<void> =>
  insertAudit(scene.tx, [{
    at: scene.at.toISOString(), ...actorOf(scene.principal), action: `textMessages.${action}`, subjectType: 'textMessage', subjectId: id, region, requestId: scene.requestId, detail: { kind, subject, ...detail },
  }])

/** Told once a day in a place: a gateway that is down fails many. */
const tellOfFailure = async (scene: Scene, { region, line, because }: TextMessage): Promise<void> => {
  if ((await countFailed(scene.tx, region, new Date(scene.at.getTime() - dayMs))) > 1) return
  const staff = await listStaffPostedTo(scene.tx, { region, line }, inCharge)
  await notifyStaff(scene.tx, scene.app.clock, staff.map(({ id: staffId }) => ({ staffId, kind: 'textMessagesFailing' as const, detail: { text: because ?? '' } })))
}

/** Moves one on; the caller holds its row. @throws Refusal not_allowed_now when its state does not allow it */
export const moveText = async (scene: Scene, one: TextMessage, step: TextStep, change: Partial<TextMessage> = {}): Promise<TextMessage> => {
  const state = textAfter(one.state, step)
  if (!state) throw new Refusal('not_allowed_now', { state: one.state, step })
  const ends = step === 'deliver' || step === 'fail' || step === 'drop'
  const next: TextMessage = { ...one, ...(ends ? { dueAt: null, endedAt: scene.at.toISOString() } : {}), ...change, state }
  await updateTextMessage(scene.tx, next)
  await recordText(scene, next, step, { try: next.tries, ...(next.because === null ? {} : { because: next.because }) })
  if (step === 'fail') await tellOfFailure(scene, next)
  return next
}
