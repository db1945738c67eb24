// Changing and extending results as cases of their own (Administrative Licensing Law Art. 49, 50): a granted one makes the next edition of the
// result, the one before is kept as it stood; one asked for in time and not decided before the end counts as extended.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue, type Amends, type Catalogue, type Service } from '../catalogue/index.ts'
import { resultNumber } from './advance.ts'
import { findAmendmentOf, insertAmendment, listAmendmentsOpen } from './amendments-store.ts'
import type { Case, CaseValue } from './case.ts'
import { holdsGood } from './course.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { amendedUntil, deemedOn, nextLook, obstacleToAmend } from './licence.ts'
import { resultOf, type Scene } from './recording.ts'
import { findResult, insertResults, updateResultStanding, type Result } from './results-store.ts'

/** What the result states now, with what the case says anew in its place, and what only the case states behind it. */
export const amendedContent = (before: readonly CaseValue[], one: Pick<Case, 'content'>, made: readonly CaseValue[]): CaseValue[] => {
  const said = new Map(one.content.filter(({ value }) => value !== null).map((each) => [each.concept, each]))
  const stated = new Set(before.map(({ concept }) => concept))
  return [...before.map((each) => said.get(each.concept) ?? each), ...made.filter(({ concept }) => !stated.has(concept))]
}

/** What a value that repeats the old number becomes with a new one. */
const renumbered = (content: readonly CaseValue[], from: string, to: string): CaseValue[] => content.map((each) => (each.value === from ? { ...each, value: to } : each))

/** The next edition of a result. `made`: what the case would state on its own. */
const nextEdition = (before: Result, one: Case, made: Result, { amends, amended, today }: { amends: Amends; amended: Service | undefined; today: string }): Result => {
  const number = amends.number === 'new' ? made.number : before.number
  const until = amended ? amendedUntil(amends, amended, before.validUntil, today) : before.validUntil
  return {
    ...made, service: before.service, number, content: renumbered(amendedContent(before.content, one, made.content), before.number, number), edition: before.edition + 1,
    validUntil: until, replaces: before.id, lookOn: nextLook(until, today),
  }
}

/** The edition a case changes or extends, and its case. */
export type Amended = { before: Result; of: Case }

/** With its case held; undefined where it is not of here. @throws Refusal not_allowed_now when it no longer holds */
export const findAmended = async ({ tx }: Scene, one: Case): Promise<Amended | undefined> => {
  const amendment = await findAmendmentOf(tx, one.id)
  const before = amendment && (await findResult(tx, amendment.resultId))
  if (!before) return undefined
  const { one: of } = await getCaseForAction(tx, before.caseId)
  if (!holdsGood(of.course)) throw new Refusal('not_allowed_now', { state: of.state, because: 'result' })
  return { before, of }
}

/** The definitions of the amended service as they are today: its term counts for the new edition. */
const amendedService = ({ app }: Scene, before: Result): Service | undefined => app.packs.catalogueFor(before.region).services[before.service]

/** Whoever has a result from elsewhere may change or extend it too; a person has looked at it then. */
const withoutEarlier = (made: Result, amends: Amends, today: string, amended: Service | undefined): Result => {
  const until = amended && amends.way === 'extend' ? amendedUntil(amends, amended, today, today) : null
  return { ...made, service: amends.service, validUntil: until, lookOn: nextLook(until, today) }
}

/** The new edition takes the place of the one before, which is kept. */
const storeEdition = async (scene: Scene, of: Case, one: Case, edition: Result): Promise<Result> => {
  await actOnCase(scene, of, 'replace', { result: edition.number, by: one.number })
  await updateResultStanding(scene.tx, of.id, 'replaced')
  await insertResults(scene.tx, [edition])
  return edition
}

/**
 * Stores the result of a granted case that changes or extends another's: the next edition, and the one before as replaced.
 * @param amends what its service says of it @param made what the case would state on its own
 */
export const storeAmended = async (scene: Scene, one: Case, amends: Amends, made: Result, amended: Amended | undefined): Promise<Result> => {
  const today = plainDate(scene.at)
  if (amended) return storeEdition(scene, amended.of, one, nextEdition(amended.before, one, made, { amends, amended: amendedService(scene, amended.before), today }))
  const fresh = withoutEarlier(made, amends, today, scene.app.packs.catalogueFor(one.region).services[amends.service])
  await insertResults(scene.tx, [fresh])
  return fresh
}

const amendsOf = (catalogue: Catalogue, one: Case): Amends | undefined => catalogue.services[one.service]?.amends

/**
 * Cases just handed in that change or extend a result, which is held for them.
 * @throws Refusal not_allowed_now with the reason when it cannot be, so that nothing is handed in
 */
export const openAmendments = async (scene: Scene, resultId: string, cases: readonly Case[], catalogue: Catalogue): Promise<void> => {
  const result = await findResult(scene.tx, resultId)
  if (!result) throw new Refusal('not_found')
  const today = plainDate(scene.at)
  for (const one of cases) {
    const amends = amendsOf(catalogue, one)
    if (amends?.service !== result.service || one.personId !== result.personId) continue
    const pending = (await listAmendmentsOpen(scene.tx, [result.id])).length > 0
    const because = obstacleToAmend(amends, result, { today, pending })
    if (because) throw new Refusal('not_allowed_now', { because })
    const inserted = await insertAmendment(scene.tx, { caseId: one.id, resultId, personId: one.personId, line: one.line, region: one.region, way: amends.way, deemedOn: deemedOn(amends, result, today) })
    if (!inserted) throw new Refusal('not_allowed_now', { because: 'pending' })
  }
}

/**
 * The last day of a result has passed without a decision on its extension, asked for in time (Art. 50): it counts as extended.
 * Nothing was decided, so nothing else of it changes: it goes on from its end.
 */
export const deemExtended = async (scene: Scene, one: Case): Promise<void> => {
  const service = (await pinnedCatalogue(scene.app, scene.tx, one)).services[one.service]
  const amended = await findAmended(scene, one)
  if (!service?.amends || !amended) throw new Error(`Case ${one.number} extends nothing`)
  const { before, of } = amended
  const amends: Amends = { ...service.amends, counts: 'end', number: 'kept' }
  const unchanged = { ...one, content: [] }
  const made = resultOf(scene, unchanged, service, resultNumber(service, one), [])
  const edition = nextEdition(before, unchanged, made, { amends, amended: amendedService(scene, before), today: before.validUntil ?? plainDate(scene.at) })
  await actOnCase(scene, one, 'deemExtended', { result: edition.number, ...(edition.validUntil ? { validUntil: edition.validUntil } : {}) })
  await storeEdition(scene, of, one, edition)
}
