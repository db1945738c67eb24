// Counts everybody of the region: a page in each transaction together with how far it came. Killed in the middle it goes on behind the last page,
// and nobody is counted twice. When a policy changes on the way it stops and begins anew: half by one and half by another would be no count.
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { judgeSubject, listEntitlementsInYear, listSubjects, policiesDigest, type Subject } from '../benefits/index.ts'
import { groupOf, standingsOf } from './standing.ts'
import { deleteOldSurveys, findNewestSurvey, findSurveyForUpdate, insertSurvey, updateSurvey, upsertCounts, upsertGaps, type Count, type Gap, type Survey } from './surveys-store.ts'

export const surveyTask = 'takeUp.survey'

const pageSize = 200
const pagesAtOnce = 10
const surveysKept = 3

/** Of the year of this day. @throws Refusal conflict while another goes on */
export const beginSurvey = async (app: App, tx: Tx, begunBy: string): Promise<Survey> => {
  const now = app.clock.now()
  const on = plainDate(now)
  const one: Survey = { id: uuidv7(app.clock), region: app.config.region, year: Number(on.slice(0, 4)), on, state: 'running', policies: policiesDigest(app, on), after: null, seen: 0, begunBy, begunAt: now.toISOString(), endedAt: null }
  await insertSurvey(tx, one)
  await planJobs(tx, [{ task: surveyTask, payload: { survey: one.id } }])
  return one
}

const added = <Item>(into: Map<string, Item>, key: string, item: Item, add: (before: Item) => Item): void => {
  const before = into.get(key)
  into.set(key, before === undefined ? item : add(before))
}

/** A page of people as counts. */
const countPage = async (app: App, tx: Tx, { year, on }: Survey, subjects: readonly Subject[]): Promise<{ counts: Count[]; gaps: Gap[] }> => {
  const benefits = app.packs.benefitsFor(app.config.region, on)
  const entitlements = Map.groupBy(await listEntitlementsInYear(tx, subjects.map(({ id }) => id), year), ({ subjectId }) => subjectId)
  const [counts, gaps] = [new Map<string, Count>(), new Map<string, Gap>()]
  for (const subject of subjects) {
    const group = groupOf(subject, on)
    for (const { benefit, region, line, outcome, fen, days = 0, missing } of standingsOf(subject, await judgeSubject(app, tx, subject, on), entitlements.get(subject.id) ?? [], benefits)) {
      const one: Count = { ...group, region, line, benefit, outcome, people: 1, fen, days, squares: days * days }
      added(counts, [region, line, benefit, group.district, group.age, group.sex, outcome].join(' '), one, (before) => ({ ...before, people: before.people + 1, fen: before.fen + fen, days: before.days + days, squares: before.squares + days * days }))
      for (const fact of missing) added(gaps, [region, line, benefit, fact].join(' '), { region, line, benefit, fact, people: 1 }, (before) => ({ ...before, people: before.people + 1 }))
    }
  }
  return { counts: [...counts.values()], gaps: [...gaps.values()] }
}

/** One page. False: there is nothing more to do, or somebody else does it. */
const surveyPage = (app: App, id: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const one = await findSurveyForUpdate(tx, id)
    if (one?.endedAt !== null) return false
    const endedAt = app.clock.now().toISOString()
    if (one.policies !== policiesDigest(app, one.on)) {
      await updateSurvey(tx, { ...one, state: 'stopped', endedAt })
      await beginSurvey(app, tx, one.begunBy)
      return false
    }
    const subjects = await listSubjects(tx, one.region, one.after, pageSize)
    const { counts, gaps } = await countPage(app, tx, one, subjects)
    await upsertCounts(tx, id, counts)
    await upsertGaps(tx, id, gaps)
    const isLast = subjects.length < pageSize
    await updateSurvey(tx, { ...one, seen: one.seen + subjects.length, after: subjects.at(-1)?.id ?? one.after, ...(isLast ? { state: 'finished' as const, endedAt } : {}) })
    if (isLast) await deleteOldSurveys(tx, one.region, surveysKept)
    return !isLast
  })

/** The job: some pages, then the rest as another job, so that no worker is held for long. */
export const continueSurvey = async (app: App, id: string): Promise<void> => {
  for (let pages = 0; pages < pagesAtOnce; pages += 1) if (!(await surveyPage(app, id))) return
  await app.db.transaction((tx) => planJobs(tx, [{ task: surveyTask, payload: { survey: id } }]))
}

/** Once a week by itself; nothing where one goes on. */
export const surveyWeekly = async (app: App): Promise<void> => {
  if (await findNewestSurvey(app.db.read, app.config.region, 'running')) return
  await app.db.transaction((tx) => beginSurvey(app, tx, 'system'))
}
