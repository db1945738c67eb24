// Which thing a question is about: candidates of the search, halls and authorities by name, each kept only when it accounts for what was said.
// Reads the catalogue and the search; keeps nothing.
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { findImportedService, type Catalogue } from '../catalogue/index.ts'
import { findFor, normalise } from '../search/index.ts'
import { benefitSubject } from './benefit-passages.ts'
import { expanded, shareCovered, uncovered, type Synonyms } from './covering.ts'
import { opposedBy } from './opposites.ts'
import { authoritySubject, hallsFor, importedSubject, matterSubject, outletSubject } from './other-passages.ts'
import type { Subject, SubjectType } from './passage.ts'
import type { Reading } from './reading.ts'
import { serviceSubject } from './service-passages.ts'

/** What a subject is asked for by again. */
export type SubjectRef = { type: SubjectType; id: string }
export type Place = { region: string; catalogue: Catalogue; synonyms: Synonyms }
/** `points`: how well the search finds it, and `named`, how much of its name was said (0 to 1). */
export type Candidate = { subject: Subject; points: number; named: number; left: string[] }

/** Candidates of the search that are looked at. */
const mostCandidates = 10
/** A word the thing is not known by counts when the search finds the thing by it nearly as well as anything else, and not by a guess at its letters. */
const leastOfBest = 0.75
const leastScore = 1.1

/** @returns undefined when there is no such thing here (any more) */
export const findSubject = async (app: App, { region, catalogue }: Place, { type, id }: SubjectRef): Promise<Subject | undefined> => {
  if (type === 'matter') return catalogue.matters[id] && matterSubject(catalogue, catalogue.matters[id], region)
  if (type === 'service') return catalogue.services[id] && serviceSubject(catalogue, catalogue.services[id], region)
  if (type === 'benefit') {
    const benefit = app.packs.benefitsFor(region)[id]
    return benefit && benefitSubject(catalogue, benefit, region)
  }
  if (type === 'importedService') {
    const service = await findImportedService(app.db.read, id)
    return service && importedSubject(service)
  }
  if (type === 'outlet') {
    const outlet = app.packs.outletsFor(app.config.region).find((each) => `${each.region}/${each.id}` === id)
    return outlet && outletSubject(outlet, catalogue.regions[outlet.region]?.name)
  }
  const authority = catalogue.authorities.find((each) => `${each.line}/${each.region}` === id)
  return authority && authoritySubject(authority)
}

const hallWords = /大厅|政务服务中心|政务中心|办事中心|服务中心|service hall|service center/u

/** Halls and authorities are asked for by name or, halls, by their place. */
const hallsAndAuthoritiesNamed = (app: App, { region, catalogue }: Place, text: string): Subject[] => {
  const authorities = catalogue.authorities.filter(({ name, shortName }) => [name['zh-CN'], shortName['zh-CN']].some((each) => text.includes(normalise(each))))
  if (authorities.length > 0) return authorities.map(authoritySubject)
  if (!hallWords.test(text)) return []
  return hallsFor(app.packs.outletsFor(app.config.region), region).map((outlet) => outletSubject(outlet, catalogue.regions[outlet.region]?.name))
}

/** A word the thesaurus knows has been looked up there. */
const isKnownAs = async (app: App, { synonyms }: Place, word: string, subject: Subject): Promise<boolean> => {
  if ([...word].length < 2 || synonyms.has(word)) return false
  const found = await findFor(app, word, { literally: true })
  const own = found.find(({ type, id }) => type === subject.type && id === subject.id)
  return own !== undefined && own.score >= leastScore && own.score >= leastOfBest * (found[0]?.score ?? 0)
}

/** Whether the search knows the thing by every one of these words. */
export const areKnownAs = async (app: App, place: Place, words: readonly string[], subject: Subject): Promise<boolean> => {
  for (const word of words) if (!(await isKnownAs(app, place, word, subject))) return false
  return true
}

/** What of the pieces a thing does not account for, neither by its own words nor in the eyes of the search. */
export const leftBy = async (app: App, place: Place, pieces: readonly string[], subject: Subject): Promise<string[]> => {
  const left: string[] = []
  for (const word of uncovered(pieces, subject.head, place.synonyms)) if (!(await isKnownAs(app, place, word, subject))) left.push(word)
  return left
}

/** A matter is meant by its own name, or when asked what it consists of; else the service of it that was named. */
const partsOfMatter = 0.4
/** The name without what stands in brackets. */
const bareName = ({ name }: Subject): string => normalise(name['zh-CN'].replaceAll(/[（(].*?[）)]/gu, ''))

/** Candidates, best first: what the question may be about and what of it each leaves open. */
export const listCandidates = async (app: App, place: Place, { text, rest, slots }: Reading): Promise<Candidate[]> => {
  const byName = hallsAndAuthoritiesNamed(app, place, text)
  if (byName.length > 0) return byName.map((subject) => ({ subject, points: 1, named: 1, left: uncovered(rest, subject.head, place.synonyms) }))
  if (rest.length === 0) return []
  const found = (await findFor(app, rest.join(' '))).filter(({ type, region }) => type !== 'importedService' || regionCovers(place.region, region) || regionCovers(region, place.region))
  const best = found[0]?.score ?? 0
  const spoken = expanded(rest.join(' '), place.synonyms)
  const candidates: Candidate[] = []
  for (const { type, id, score } of found.slice(0, mostCandidates)) {
    if (type !== 'matter' && type !== 'service' && type !== 'importedService' && type !== 'benefit') continue
    const subject = await findSubject(app, place, { type, id })
    if (!subject) continue
    const isNamed = type === 'matter' && (slots.includes('services') || uncovered(rest, `${bareName(subject)} 一件事`, place.synonyms).length === 0)
    const named = shareCovered([bareName(subject)], spoken, place.synonyms)
    const points = score / best + named + (type !== 'matter' ? 0 : isNamed ? partsOfMatter : -partsOfMatter)
    candidates.push({ subject, points, named, left: [...(await leftBy(app, place, rest, subject)), ...opposedBy(subject, text, spoken)] })
  }
  return candidates.sort((a, b) => b.points - a.points)
}
