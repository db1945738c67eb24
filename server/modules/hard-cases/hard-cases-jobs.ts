// What time does to hard cases: authorities are reminded on the morning of the day their opinion is due, and what is late is recorded once.
// Planned with the step that sets the day; safe to repeat.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { planJobs, type JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { hardCaseAfter, isUnsorted, type HardCase } from './hard-case.ts'
import { getHardCaseForUpdate, listHardCaseEvents } from './hard-cases-store.ts'
import { isGiven, type Opinion } from './opinion.ts'
import { getOpinionForUpdate, updateOpinion } from './opinions-store.ts'
import { system, takeStep } from './recording.ts'

const remindTask = 'hardCases.remind'
const lateTask = 'hardCases.late'

/** Nine in the morning in China. */
const morningOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`)

export const planReminder = (tx: Tx, { id, dueOn }: Opinion): Promise<void> =>
  planJobs(tx, [{ task: remindTask, payload: { opinionId: id }, runAt: morningOf(dueOn) }, { task: remindTask, payload: { opinionId: id, late: true }, runAt: morningOf(addDays(dueOn, 1)) }])

/** The days a hard case has now; a later call for the same case looks at the days it has then. */
export const planLateness = (tx: Tx, { id, sortOn, answerOn }: HardCase): Promise<void> =>
  planJobs(tx, [sortOn, answerOn].flatMap((day) => (day === null ? [] : [{ task: lateTask, payload: { hardCaseId: id, day }, runAt: morningOf(addDays(day, 1)) }])))

/** Reminds the authority once on the day and once after it. */
export const remind = (app: App, { opinionId, late = false }: { opinionId: string; late?: boolean }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const opinion = await getOpinionForUpdate(tx, opinionId)
    const at = app.clock.now()
    const since = late ? addDays(opinion.dueOn, 1) : opinion.dueOn
    const reminded = opinion.remindedAt !== null && plainDate(new Date(opinion.remindedAt)) >= since
    if (isGiven(opinion) || reminded || plainDate(at) < since) return
    const one = await getHardCaseForUpdate(tx, opinion.hardCaseId)
    if (hardCaseAfter(one.state, 'remind') === undefined) return
    await updateOpinion(tx, { ...opinion, remindedAt: at.toISOString() })
    await takeStep({ app, tx, principal: system, requestId: null, at }, one, 'remind', { line: opinion.line, region: opinion.region, late })
  })

/** Records that a day passed without what was promised for it. */
export const passDay = (app: App, { hardCaseId, day }: { hardCaseId: string; day: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const one = await getHardCaseForUpdate(tx, hardCaseId)
    const missed = one.answerOn === day ? 'answer' : one.sortOn === day && isUnsorted(one.state) ? 'sort' : undefined
    const at = app.clock.now()
    if (missed === undefined || hardCaseAfter(one.state, 'passDay') === undefined || plainDate(at) <= day) return
    const recorded = (await listHardCaseEvents(tx, one.id)).some(({ action, detail }) => action === 'passDay' && detail['day'] === day)
    if (!recorded) await takeStep({ app, tx, principal: system, requestId: null, at }, one, 'passDay', { missed, day })
  })

export const hardCaseJobs = (app: App): JobTask[] => [
  { task: remindTask, run: (payload) => remind(app, payload as { opinionId: string; late?: boolean }) },
  { task: lateTask, run: (payload) => passDay(app, payload as { hardCaseId: string; day: string }) },
]
