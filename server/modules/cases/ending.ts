// What the end of results brings about, by time alone: reminders before it, word of it after it, and extensions nobody decided in time
// (Administrative Licensing Law Art. 50). Looks at the present state, some at a time: repeating it changes nothing.
import { uuidv7 } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/clock.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { deemExtended } from './amending.ts'
import { findAmendmentOf, listAmendmentsOpen, listAmendmentsUndecided, updateAmendmentUndeemed } from './amendments-store.ts'
import { canAct, hasEnded } from './case.ts'
import { findCase } from './cases-store.ts'
import { holdsGood } from './course.ts'
import { getCaseForAction } from './handling.ts'
import { isExpired, nextLook } from './licence.ts'
import { system } from './recording.ts'
import { findResult, listResultsToLookAtForUpdate, updateResultLook, type Result } from './results-store.ts'
import { dayInWords } from './telling.ts'

const pageSize = 200

const messageOf = (app: App, result: Result, today: string): Message => {
  const catalogue = app.packs.catalogueFor(result.region)
  const authority = authorityOf(catalogue, result.line, result.region)
  return {
    id: uuidv7(app.clock), personId: result.personId, applicationId: result.applicationId, caseId: result.caseId, kind: isExpired(result, today) ? 'resultEnded' : 'resultEnding', at: app.clock.now().toISOString(), readAt: null,
    detail: { service: nameOr(catalogue.services[result.service]?.result, result.service), ...(authority ? { authority: authority.name } : {}), result: result.number, ...(result.validUntil ? { day: dayInWords(result.validUntil) } : {}) },
  }
}

/** Tells holders whose result ends soon or has ended, unless its change or extension is under way; returns how many were told. */
export const tellOfEnds = async (app: App): Promise<number> => {
  const today = plainDate(app.clock.now())
  let told = 0
  for (let found = pageSize; found === pageSize; ) {
    found = await app.db.transaction(async (tx) => {
      const due = await listResultsToLookAtForUpdate(tx, today, pageSize)
      const pending = new Set((await listAmendmentsOpen(tx, due.map(({ id }) => id))).map(({ resultId }) => resultId))
      const telling = due.filter(({ id }) => !pending.has(id))
      await insertMessages(tx, telling.map((result) => messageOf(app, result, today)))
      for (const { id, validUntil } of due) await updateResultLook(tx, id, nextLook(validUntil, today))
      told += telling.length
      return due.length
    })
  }
  return told
}

/** Whether its extension counts as granted: the authority could have decided, and there is something to extend. */
const deemOne = (app: App, caseId: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const { one } = await getCaseForAction(tx, caseId)
    const amendment = await findAmendmentOf(tx, caseId)
    // Another worker may have done it.
    const before = amendment && amendment.deemedOn !== null && !hasEnded(one.state) ? await findResult(tx, amendment.resultId) : undefined
    const of = before && (await findCase(tx, before.caseId))
    if (!of) return false
    const counts = canAct(one.state, 'deemExtended') && holdsGood(of.course)
    if (counts) await deemExtended({ app, tx, principal: system, requestId: null, at: app.clock.now() }, one)
    else await updateAmendmentUndeemed(tx, caseId)
    return counts
  })

/** Extends by law what was asked for in time and not decided by the end; returns how many. */
export const extendByLaw = async (app: App): Promise<number> => {
  const today = plainDate(app.clock.now())
  let [extended, after] = [0, { deemedOn: '0001-01-01', caseId: '00000000-0000-0000-0000-000000000000' }]
  for (;;) {
    const page = await listAmendmentsUndecided(app.db.read, today, after, pageSize)
    for (const { caseId } of page) if (await deemOne(app, caseId)) extended += 1
    const last = page.at(-1)
    if (page.length < pageSize || !last || last.deemedOn === null) return extended
    after = { deemedOn: last.deemedOn, caseId: last.caseId }
  }
}
