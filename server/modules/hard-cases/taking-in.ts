// Taking a hard case in, from the resident or from an official on somebody's behalf, and what the applicant does with it afterwards.
// Handing the same one in twice is one hard case.
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { humanNumber } from '../../kernel/ids.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { takeSequence } from '../cases/index.ts'
import { normalise, termsOf } from '../search/index.ts'
import { awaitDays } from './counting.ts'
import { canRise, hardCaseAfter, levelAbove, limits, titleOf, type HardCase } from './hard-case.ts'
import { countOpenOf, findHardCase, insertHardCase, insertHardCaseEvent } from './hard-cases-store.ts'
import { planLateness } from './hard-cases-jobs.ts'
import { auditHardCase, dayAfter, eventOf, takeStep, tell, windowOf, type Scene } from './recording.ts'

/** What was handed in; `id` is chosen by whoever hands in, so that repeating it changes nothing. */
export type Account = Pick<HardCase, 'id' | 'personId' | 'applicant' | 'phone' | 'region' | 'account' | 'wish' | 'channel' | 'fromCase'>

const mostTerms = 2000

/** What similar ones are found by. */
export const termsOfCase = (account: string): string[] => termsOf(normalise(account)).slice(0, mostTerms).map((term) => keyedDigest('hard case', term))

/** @throws Refusal not_offered, too_many, conflict when the id is somebody else's */
export const takeIn = async (scene: Scene, given: Account): Promise<HardCase> => {
  const { tx, app, at } = scene
  const window = windowOf(app, given.region)
  if (!regionCovers(app.config.region, given.region) || !Object.hasOwn(app.packs.catalogueFor(given.region).regions, given.region)) throw new Refusal('invalid', { region: given.region })
  const known = await findHardCase(tx, given.id)
  if (known) return sameAs(known, given)
  if (given.personId !== null && (await countOpenOf(tx, given.personId)) >= limits.openPerPerson) throw new Refusal('too_many', { open: limits.openPerPerson })
  const [sequence = 0] = await takeSequence(tx, 1)
  const one: HardCase = {
    ...given, number: humanNumber(given.region, at, sequence), risenFrom: null, category: null, title: titleOf(given.account), state: 'received', revision: 1,
    coordinatorId: null, coordinator: null, sortOn: dayAfter(at, window.sortDays, given.region), answerOn: dayAfter(at, window.answerDays, given.region), answer: null, keywords: [],
    terms: termsOfCase(given.account), createdAt: at.toISOString(), updatedAt: at.toISOString(), endedAt: null,
  }
  if (!(await insertHardCase(tx, one))) return sameAs(await findHardCase(tx, given.id), given)
  await insertHardCaseEvent(tx, one.id, eventOf(scene, 'submit', { channel: one.channel, ...(one.fromCase ? { fromCase: one.fromCase } : {}) }))
  await insertAudit(tx, [auditHardCase(scene, one, 'submit', { channel: one.channel, number: one.number })])
  await awaitDays(scene, one)
  await planLateness(tx, one)
  await tell(scene, one, 'submit')
  return one
}

const sameAs = (known: HardCase | undefined, given: Account): HardCase => {
  if (known?.personId === given.personId && known.account === given.account && known.applicant === given.applicant) return known
  throw new Refusal('conflict')
}

/** The applicant says it did not help: one level up where there is one and it has not been there, otherwise it stays unsettled. */
export const sayUnsolved = async (scene: Scene, one: HardCase, why: string): Promise<HardCase> => {
  const { app, at } = scene
  const above = canRise(one, app.config.region) ? levelAbove(one.region, app.config.region) : undefined
  const window = above === undefined ? undefined : app.packs.hardCaseWindowFor(above)
  if (above === undefined || !window) return takeStep(scene, one, 'leave', { why })
  const next = await takeStep(scene, one, 'raise', { why, from: one.region, to: above }, (moved) => ({
    ...moved, region: above, risenFrom: one.region, coordinatorId: null, coordinator: null, sortOn: dayAfter(at, window.sortDays, above), answerOn: dayAfter(at, window.answerDays, above),
  }))
  await awaitDays(scene, next)
  await planLateness(scene.tx, next)
  return next
}

/** What the applicant may do now. */
export const openTo = (one: HardCase, served: string): { action: 'add' | 'retract' | 'settle' | 'raise' | 'leave' }[] =>
  (['add', 'retract', 'settle', 'raise', 'leave'] as const)
    .filter((action) => hardCaseAfter(one.state, action) !== undefined && (action === 'raise' ? canRise(one, served) : action === 'leave' ? !canRise(one, served) : true))
    .map((action) => ({ action }))
