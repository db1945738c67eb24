// What a coordinator does with a hard case inside one transaction: sort it, hear authorities, record a meeting, answer.
// Jurisdiction first, then role, then the revision that was looked at, then the lifecycle.
import { plainDate } from '../../kernel/clock.ts'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { coordinates, maySee } from './access.ts'
import type { Answer, HardCase, HardCaseAction } from './hard-case.ts'
import { getHardCaseForUpdate } from './hard-cases-store.ts'
import { planReminder } from './hard-cases-jobs.ts'
import { mayBeDue, type Opinion } from './opinion.ts'
import { insertOpinion, listOpinionsOf } from './opinions-store.ts'
import { takeStep, windowOf, type Scene } from './recording.ts'

type Call = { principal: Principal; requestId: string }

/** Runs one step of a coordinator. @param seen the revision they were looking at @throws Refusal not_found, forbidden, conflict */
export const coordinating = (app: App, { principal, requestId }: Call, id: string, seen: number, work: (scene: Scene, one: HardCase) => Promise<HardCase>): Promise<HardCase> =>
  app.db.transaction(async (tx) => {
    const one = await getHardCaseForUpdate(tx, id)
    if (!maySee(app, principal, one.region)) throw new Refusal('not_found')
    if (!coordinates(app, principal, one.region)) throw new Refusal('forbidden')
    if (one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    return work({ app, tx, principal, requestId, at: app.clock.now() }, one)
  })

/** Whoever acts on one nobody has, has it. */
const inHand = (scene: Scene, one: HardCase): Pick<HardCase, 'coordinatorId' | 'coordinator'> => {
  const staff = staffOf(scene.principal)
  return one.coordinatorId === null ? { coordinatorId: staff.id, coordinator: staff.name } : { coordinatorId: one.coordinatorId, coordinator: one.coordinator }
}

const checkCategory = ({ app }: Scene, one: HardCase, category: string): void => {
  if (!windowOf(app, one.region).categories.some(({ id }) => id === category)) throw new Refusal('invalid', { category })
}

export const claim = (scene: Scene, one: HardCase): Promise<HardCase> => {
  const staff = staffOf(scene.principal)
  return takeStep(scene, one, 'claim', {}, (next) => ({ ...next, coordinatorId: staff.id, coordinator: staff.name }))
}

/** It is a hard case: named and sorted; from here the day of the answer counts. */
export const accept = (scene: Scene, one: HardCase, { title, category }: { title: string; category: string }): Promise<HardCase> => {
  checkCategory(scene, one, category)
  return takeStep(scene, one, 'accept', { category }, (next) => ({ ...next, ...inHand(scene, one), title, category, sortOn: null }))
}

const answering = async (scene: Scene, one: HardCase, action: 'guide' | 'redirect' | 'conclude', given: Omit<Answer, 'at' | 'name' | 'kind'>, more: Partial<HardCase> = {}): Promise<HardCase> => {
  const answer: Answer = { kind: action, ...given, at: scene.at.toISOString(), name: staffOf(scene.principal).name }
  return takeStep(scene, one, action, { answer }, (next) => ({ ...next, ...inHand(scene, one), ...more, sortOn: null, answer }))
}

/** It is an ordinary service or matter after all. */
export const guide = (scene: Scene, one: HardCase, { target, words }: { target: NonNullable<Answer['target']>; words: string }): Promise<HardCase> => {
  const catalogue = scene.app.packs.catalogueFor(one.region)
  if (!(target.type === 'service' ? catalogue.services : catalogue.matters)[target.id]) throw new Refusal('invalid', { target })
  return answering(scene, one, 'guide', { target, words })
}

/** Somebody outside these authorities is responsible. */
export const redirect = (scene: Scene, one: HardCase, { to, words }: { to: string; words: string }): Promise<HardCase> => answering(scene, one, 'redirect', { to, words })

export type Asked = Pick<Opinion, 'line' | 'region' | 'question' | 'dueOn' | 'shared'>

/** Asks authorities for written opinions; one that still owes an answer is not asked twice. */
export const ask = async (scene: Scene, one: HardCase, asked: readonly Asked[]): Promise<HardCase> => {
  const { app, tx, at, principal } = scene
  const catalogue = app.packs.catalogueFor(one.region)
  const owing = (await listOpinionsOf(tx, one.id)).filter(({ givenAt }) => givenAt === null)
  let next = one
  for (const each of asked) {
    const authority = authorityOf(catalogue, each.line, each.region)
    if (authority?.region !== each.region) throw new Refusal('invalid', { line: each.line, region: each.region })
    if (!mayBeDue(each.dueOn, plainDate(at))) throw new Refusal('invalid', { dueOn: each.dueOn })
    if (owing.some(({ line, region }) => line === each.line && region === each.region)) throw new Refusal('invalid', { line: each.line, because: 'asked' })
    const opinion: Opinion = {
      ...each, id: uuidv7(app.clock), hardCaseId: one.id, askedBy: staffOf(principal).name, askedAt: at.toISOString(), remindedAt: null, stance: null, opinion: '', laws: [], givenBy: '', staffId: null, givenAt: null,
    }
    await insertOpinion(tx, opinion)
    await planReminder(tx, opinion)
    owing.push(opinion)
    next = await takeStep(scene, next, 'ask', { line: each.line, region: each.region, dueOn: each.dueOn }, (moved) => ({ ...moved, ...inHand(scene, one) }))
  }
  return next
}

export type Meeting = { heldOn: string; place: string; attendees: { name: string; unit: string }[]; minutes: string; decisions: { what: string; who: string; byOn?: string }[] }

/** A meeting that was held: minutes are written once and not changed. */
export const meet = (scene: Scene, one: HardCase, meeting: Meeting): Promise<HardCase> => {
  if (meeting.heldOn > plainDate(scene.at)) throw new Refusal('invalid', { heldOn: meeting.heldOn })
  return takeStep(scene, one, 'meet', { ...meeting }, (next) => ({ ...next, ...inHand(scene, one) }))
}

export type Conclusion = Required<Pick<Answer, 'words' | 'solution' | 'by' | 'laws'>> & { keywords: string[]; category: string }

/** The answer: in plain words for the applicant, and how it was solved for the ledger. */
export const conclude = (scene: Scene, one: HardCase, { keywords, category, ...given }: Conclusion): Promise<HardCase> => {
  checkCategory(scene, one, category)
  return answering(scene, one, 'conclude', given, { category, keywords: [...new Set(keywords.map((word) => word.trim()).filter(Boolean))] })
}

export type CoordinatorAction = Extract<HardCaseAction, 'claim' | 'accept' | 'guide' | 'redirect' | 'ask' | 'meet' | 'conclude'>
