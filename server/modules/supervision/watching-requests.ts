// Requests whose time is over: whoever has one gets a card, when it is overdue and when it is three times overdue, as the ladder of the pack says.
// The mark itself is set by the module requests; the card is given by a job planned with it, safe to repeat.
import { plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { workingDaysBetween } from '../cases/index.ts'
import { centreLine, findRequest, isSplit, onRequest, waitsOn, type CitizenRequest, type Unit } from '../requests/index.ts'
import type { CardColor } from './card.ts'
import { issueLate } from './issuing.ts'

export const requestCardTask = 'supervision.requestCard'

/** As planned: the unit that had it and the day it was due when the mark was set. */
export type PlannedCard = Unit & { requestId: string; color: CardColor; promisedOn: string }

/** Who is answerable for the delay; nobody while an arbiter decides, and for the parts of a split one each unit has its own clock. */
const answerable = (app: App, one: CitizenRequest): Unit | undefined => {
  const whose = waitsOn(one.state)
  if (whose === 'unit') return one.unit ?? undefined
  if (whose !== 'centre' || isSplit(one.state)) return undefined
  return authorityOf(app.packs.catalogueFor(one.region), centreLine, one.region)
}

/** Said once, when the product starts. */
export const followRequests = (): void => onRequest(['mark'], 'supervision', async ({ app, tx }, one) => {
  const unit = answerable(app, one)
  const cards = app.packs.proceedingsFor(one.region).ladder?.requests
  const color = one.mark === 2 ? cards?.overdue : one.mark === 3 ? cards?.tripled : undefined
  if (!unit || !color || one.dueAt === null) return
  const planned: PlannedCard = { requestId: one.id, line: unit.line, region: unit.region, color, promisedOn: plainDate(new Date(one.dueAt)) }
  await planJobs(tx, [{ task: requestCardTask, payload: planned, key: `${requestCardTask} ${one.id} ${color} ${planned.promisedOn}` }])
})

export const giveRequestCard = (app: App, { requestId, line, region, color, promisedOn }: PlannedCard): Promise<void> =>
  app.db.transaction(async (tx) => {
    const one = await findRequest(tx, requestId)
    if (!one) return
    const at = app.clock.now()
    const authority = authorityOf(app.packs.catalogueFor(region), line, region)?.shortName
    await issueLate({ app, tx, at }, {
      late: { caseId: null, requestId, personId: one.personId, line, region, promisedOn }, color, daysLate: workingDaysBetween(promisedOn, plainDate(at), region) ?? 0,
      facts: { number: one.number, request: one.id, ...(authority ? { authority } : {}) },
    })
  })
