// A later check of a commitment by the registries of its document, with the consent given when it was signed. What they confirm is
// kept; what they do not know, or know otherwise, is for a person to look at: nobody is accused by a machine.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { listCasesWithIds, type Case, type Scene } from '../cases/index.ts'
import { lookUpRegistries, type Found } from '../exchange/index.ts'
import type { KnownFact } from '../planning/index.ts'
import { follower, moveUndertaking, tell } from './recording.ts'
import { undertakingAfter, type Undertaking } from './undertaking.ts'
import { findUndertaking, getUndertakingForUpdate } from './undertakings-store.ts'

/** What the registries said about a commitment. */
export type Outcome = { outcome: 'confirmed' | 'differs' | 'noRecord' | 'unavailable' | 'notAsked'; concepts: string[] }

/** Compares what was found with what the case was decided on. Pure. */
export const compare = (proves: readonly string[], of: Case['content'], found: readonly KnownFact[], answers: Found['answers']): Outcome => {
  if (answers.some(({ state }) => state === 'unavailable')) return { outcome: 'unavailable', concepts: [] }
  const differing = found.filter(({ concept, value }) => of.some((known) => known.concept === concept && known.value !== null && known.value !== value)).map(({ concept }) => concept)
  if (differing.length > 0) return { outcome: 'differs', concepts: differing }
  const missing = proves.filter((concept) => !found.some((fact) => fact.concept === concept))
  if (answers.length === 0) return { outcome: 'notAsked', concepts: [...proves] }
  return missing.length > 0 ? { outcome: 'noRecord', concepts: missing } : { outcome: 'confirmed', concepts: [...proves] }
}

const knownOf = (of: Case): KnownFact[] =>
  of.content.flatMap(({ concept, value, source, from, asOf }): KnownFact[] => {
    if (value === null) return []
    if (source === 'profile') return [{ concept, value, source: { kind: 'profile' }, asOf: asOf ?? of.createdAt }]
    return source === 'registry' && from !== undefined ? [{ concept, value, source: { kind: 'registry', registry: from }, asOf: asOf ?? of.createdAt }] : []
  })

/** Asks them, outside any transaction. */
const ask = (app: App, catalogue: Catalogue, one: Undertaking, of: Case): Promise<Found> => {
  const type = catalogue.evidence[one.evidence]
  const allowed = (type?.registries ?? []).filter((id) => catalogue.registries[id]?.consent === false || one.consents[id] !== undefined)
  return lookUpRegistries(app, {
    catalogue, known: knownOf(of), answers: Object.fromEntries(of.content.map(({ concept, value }) => [concept, value])), made: [], personId: one.personId, applicationId: one.applicationId, undecided: [],
    wanted: Object.fromEntries(allowed.map((id) => [id, (type?.proves ?? []).filter((concept) => catalogue.registries[id]?.answers[concept] !== undefined)])),
    purpose: `${catalogue.services[one.service]?.name['zh-CN'] ?? one.service}：核查承诺`, reference: one.caseNumber, consents: one.consents, mayTry: async () => ({ may: false, isNew: false }),
  })
}

/** The job. Repeating it after it was answered changes nothing; while a registry does not answer it is tried again later. */
export const checkPromise = async (app: App, id: string): Promise<void> => {
  const one = await findUndertaking(app.db.read, id)
  if (!one || undertakingAfter(one.state, 'check') === undefined) return
  const [of] = await listCasesWithIds(app.db.read, [one.caseId])
  if (!of) return
  const catalogue = await pinnedCatalogue(app, app.db.read, one)
  const found = await ask(app, catalogue, one, of)
  const said = compare(catalogue.evidence[one.evidence]?.proves ?? [], of.content, found.answers.flatMap(({ facts }) => facts), found.answers)
  await app.db.transaction(async (tx) => {
    const current = await getUndertakingForUpdate(tx, id)
    if (said.outcome === 'unavailable' || undertakingAfter(current.state, 'check') === undefined) return
    const scene: Scene = { app, tx, principal: follower, requestId: null, at: app.clock.now() }
    if (said.outcome !== 'confirmed') await moveUndertaking(scene, current, 'check', said)
    else await tell(scene, await moveUndertaking(scene, current, 'confirm', said, (next) => ({ ...next, handedInOn: plainDate(scene.at) })), 'undertakingKept')
  })
  if (said.outcome === 'unavailable') throw new Error(`a registry did not answer the check of ${id}; it is tried again`)
}
