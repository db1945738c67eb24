// Giving a unit its card: written once, kept in the audit trail, told the unit; and the red card that too many yellow ones make.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { addWorkingDays, awaitDay } from '../cases/index.ts'
import type { StaffMessageDetail } from '../messages/index.ts'
import type { Card, Late } from './card.ts'
import { insertCard, listYellows, lockUnit, updateCounted } from './cards-store.ts'
import { tellOfCard } from './telling.ts'

/** `facts`: what the unit is told of what is late. */
export type Issue = { late: Late; color: Card['color']; daysLate: number; facts: StaffMessageDetail }

type Scene = { app: App; tx: Tx; at: Date }

const daysToAnswer = ({ packs }: App, { region }: Pick<Late, 'region'>): number => packs.proceedingsFor(region).ladder?.answerDays ?? 0

const newCard = ({ app, at }: Scene, { late, color, daysLate }: Issue, reason: Card['reason']): Card => {
  const due = addWorkingDays(plainDate(at), daysToAnswer(app, late), late.region)
  return { ...late, id: uuidv7(app.clock), color, reason, daysLate, issuedAt: at.toISOString(), answerDueOn: 'on' in due ? due.on : null, answer: null, answeredAt: null, verdict: null, decidedAt: null }
}

const audit = (card: Card) => ({
  at: card.issuedAt, actorKind: 'system' as const, actorId: 'supervision', action: 'cards.issue', subjectType: 'card', subjectId: card.id, region: card.region, requestId: null,
  detail: { color: card.color, reason: card.reason, ...(card.caseId === null ? { request: card.requestId } : { case: card.caseId }), daysLate: card.daysLate },
})

/** As what the day of a card is awaited while it cannot be counted. */
export const cardDay = 'supervision.card'

/** False when there is such a card already. */
const issue = async ({ app, tx, at }: Scene, card: Card, facts: StaffMessageDetail): Promise<boolean> => {
  if (!(await insertCard(tx, card))) return false
  await awaitDay({ tx, at }, card.answerDueOn, { kind: cardDay, subject: card.id, region: card.region, from: plainDate(at), days: daysToAnswer(app, card) })
  await insertAudit(tx, [audit(card)])
  await tellOfCard(app, tx, card, facts)
  return true
}

const issueRepeated = async (scene: Scene, given: Issue): Promise<void> => {
  const { app, tx, at } = scene
  const rule = app.packs.proceedingsFor(given.late.region).ladder?.redAfterYellows
  if (!rule) return
  const yellows = await listYellows(tx, given.late, new Date(at.getTime() - rule.withinDays * 86_400_000))
  if (yellows.length < rule.count) return
  const red = newCard(scene, { ...given, color: 'red' }, 'repeated')
  if (await issue(scene, red, given.facts)) await updateCounted(tx, yellows, red.id)
}

/** A card for what is late; a yellow one too many is a red one besides. The unit is held until the transaction ends. */
export const issueLate = async (scene: Scene, given: Issue): Promise<void> => {
  await lockUnit(scene.tx, given.late)
  const issued = await issue(scene, newCard(scene, given, 'late'), given.facts)
  if (issued && given.color === 'yellow') await issueRepeated(scene, given)
}
