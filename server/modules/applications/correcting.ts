// Answering all correction requests of an application at once: each value and each document goes to every case that asked for it.
// What is not complete yet can follow; what is complete need not wait for it.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { awaitsApplicant, listCasesForUpdate, listHistoryOfApplication } from '../cases/index.ts'
import { recordActing } from '../people/index.ts'
import type { Answer } from '../planning/index.ts'
import { listUploads } from './applications-store.ts'
import { auditApplication, getOwn, type Person } from './drafting.ts'
import { answerCases, askedOf, lackingOf, problemsIn } from './following.ts'

/** @param partly also when some cases still lack something: these stay open @throws Refusal incomplete naming what lacks, by case; invalid_answers */
export const answerCorrections = (app: App, person: Person, id: string, given: { answers: Readonly<Record<string, Answer>>; note: string; partly: boolean }, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await getOwn(tx, person, id)
    await recordActing(app, tx, person, application)
    const cases = await listCasesForUpdate(tx, id)
    const asking = cases.filter(({ state }) => awaitsApplicant(state))
    const [first] = asking
    if (!first) throw new Refusal('not_allowed_now', { action: 'answerSupplement' })
    const catalogue = await pinnedCatalogue(app, tx, first)
    const [history, uploads] = [await listHistoryOfApplication(tx, id), await listUploads(tx, id)]
    const asked = asking.map((one) => ({ one, asked: askedOf(history, one.id) }))
    const problems = problemsIn(catalogue, asked.flatMap((each) => each.asked.items), given.answers, plainDate(app.clock.now()))
    if (problems.length > 0) throw new Refusal('invalid_answers', { problems })
    const lacking = asked.map((each) => ({ ...each, lacks: lackingOf(each.one, each.asked, given.answers, uploads) }))
    const open = lacking.filter(({ lacks }) => lacks.length > 0)
    if (open.length === asked.length || (open.length > 0 && !given.partly)) throw new Refusal('incomplete', { items: open.flatMap(({ one, lacks }) => lacks.map((item) => ({ case: one.id, ...item }))) })
    const scene = { app, tx, principal: person, requestId, at: app.clock.now() }
    const complete = lacking.filter(({ lacks }) => lacks.length === 0)
    const theirs = new Set(complete.flatMap((each) => each.asked.items.map(({ concept }) => concept)))
    const answers = Object.fromEntries(Object.entries(given.answers).filter(([concept]) => theirs.has(concept)))
    await answerCases(scene, complete, { application, catalogue, cases, uploads, answers, note: given.note })
    await insertAudit(tx, [auditApplication(app, person, application, 'answerCorrections', requestId, { cases: asked.length, open: open.length })])
  })
