// What a conclusion becomes, inside one transaction: proposed by a coordinator, approved, dropped or begun as a design by a designer.
// A published answer is found by the search at once, and no longer when it is dropped.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import type { Database } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { beginDesign } from '../designs/index.ts'
import { answerDocument, indexAnswers, type SearchDocument } from '../search/index.ts'
import type { HardCase } from './hard-case.ts'
import { stageAfter, type Lesson, type LessonStep } from './lesson.ts'
import { getLessonForUpdate, insertLesson, listPublished, updateLesson } from './lessons-store.ts'
import { auditHardCase, windowOf, type Scene } from './recording.ts'

/** Whether this official decides what becomes of conclusions there. */
export const teaches = ({ packs }: Pick<App, 'packs'>, principal: Principal, region: string): boolean => {
  const line = packs.hardCaseWindowFor(region)?.coordinators.line
  return line !== undefined && covers(principal, ['designer'], { region, line })
}

const documentOf = ({ packs }: Pick<App, 'packs'>, lesson: Lesson): SearchDocument => {
  const { services } = packs.catalogueFor(lesson.region)
  return answerDocument({ id: lesson.id, ask: { 'zh-CN': lesson.ask }, answer: { 'zh-CN': lesson.answer }, services: lesson.services.flatMap((id) => services[id]?.name ?? []) }, lesson.region)
}

/** Brings all published answers into the index, after it was made anew. */
export const indexPublished = (app: Pick<App, 'packs'>, db: Database): Promise<void> =>
  db.transaction(async (tx) => {
    const lessons = await listPublished(tx)
    if (lessons.length > 0) await indexAnswers(tx, lessons.map((lesson) => documentOf(app, lesson)))
  })

export type Proposal = Pick<Lesson, 'kind' | 'ask' | 'answer' | 'services'>

const checkServices = (app: Pick<App, 'packs'>, region: string, services: readonly string[]): void => {
  const known = app.packs.catalogueFor(region).services
  const unknown = services.find((id) => !known[id])
  if (unknown !== undefined) throw new Refusal('invalid', { service: unknown })
}

/** Proposed from a hard case that has been answered; one of a kind at a time. */
export const propose = async (scene: Scene, one: HardCase, proposal: Proposal, present: readonly Lesson[]): Promise<Lesson> => {
  if (one.answer === null) throw new Refusal('not_allowed_now', { state: one.state, action: 'propose' })
  const same = present.find(({ kind, ask, stage }) => kind === proposal.kind && ask === proposal.ask && stage === 'proposed')
  if (same) return same
  windowOf(scene.app, one.region)
  checkServices(scene.app, one.region, proposal.services)
  const lesson: Lesson = {
    ...proposal, id: uuidv7(scene.app.clock), hardCaseId: one.id, region: one.region, stage: 'proposed', revision: 1, proposedBy: staffOf(scene.principal).name, proposedAt: scene.at.toISOString(),
    decidedBy: null, decidedAt: null, reason: '', designId: null,
  }
  await insertLesson(scene.tx, lesson)
  await insertAudit(scene.tx, [auditHardCase(scene, one, 'propose', { lesson: lesson.id, kind: lesson.kind })])
  return lesson
}

const decide = async (scene: Scene, id: string, seen: number, step: LessonStep, change: (lesson: Lesson) => Promise<Lesson>): Promise<Lesson> => {
  const before = await getLessonForUpdate(scene.tx, id)
  if (!teaches(scene.app, scene.principal, before.region)) throw new Refusal('not_found')
  if (before.revision !== seen) throw new Refusal('conflict', { revision: before.revision })
  const stage = stageAfter(before, step)
  if (!stage) throw new Refusal('not_allowed_now', { stage: before.stage, action: step })
  const next = await change({ ...before, stage, revision: before.revision + 1, decidedBy: staffOf(scene.principal).name, decidedAt: scene.at.toISOString() })
  await updateLesson(scene.tx, next)
  await insertAudit(scene.tx, [{
    at: scene.at.toISOString(), ...actorOf(scene.principal), action: `lessons.${step}`, subjectType: 'lesson', subjectId: id, region: next.region, requestId: scene.requestId, detail: { stage, design: next.designId },
  }])
  return next
}

/** Shown to everybody from now on; publishing again changes the words. */
export const publish = (scene: Scene, id: string, seen: number, words: Pick<Lesson, 'ask' | 'answer' | 'services'>): Promise<Lesson> =>
  decide(scene, id, seen, 'publish', async (lesson) => {
    const next = { ...lesson, ...words }
    checkServices(scene.app, next.region, next.services)
    await indexAnswers(scene.tx, [documentOf(scene.app, next)])
    return next
  })

export const drop = (scene: Scene, id: string, seen: number, reason: string): Promise<Lesson> =>
  decide(scene, id, seen, 'drop', async (lesson) => {
    await indexAnswers(scene.tx, [], [lesson])
    return { ...lesson, reason }
  })

/** Begins the design it becomes. @throws Refusal not_found when the pack is not theirs */
export const begin = (scene: Scene, id: string, seen: number, { pack, title, about }: { pack: string; title: string; about: string }): Promise<Lesson> =>
  decide(scene, id, seen, 'begin', async (lesson) => {
    const found = scene.app.packs.packs.find((each) => each.id === pack)
    if (!found || !regionCovers(found.region, lesson.region) || !teaches(scene.app, scene.principal, found.region)) throw new Refusal('not_found', { pack })
    const design = await beginDesign(scene, { pack, region: found.region, title, about })
    return { ...lesson, designId: design.id }
  })
