// Gathers uses of a person's data from the logs that keep them, and gives every code its name: who, what, why, by what law, with what outcome.
// Of somebody else's application a reader is told what is about them, and nothing of the applicant.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { listCasesWithIds, listReadsAbout, listReveals, readOfMine } from '../cases/index.ts'
import { claimNames, credentialTypeOf, listCredentialsWithIds, listCredentialUses } from '../credentials/index.ts'
import { listConsentsWithIds } from '../consents/index.ts'
import { kindOfReference, listCallsAbout, listConsumersWithIds, platform, type SeenCall } from '../exchange/index.ts'
import { getPerson } from '../people/index.ts'
import { referenceInWords, unmaskedInWords } from './data-use-words.ts'
import { beforeIn, comparePlaces, cursorOf, digests, uuids, type DataUseKind, type Place } from './data-use.ts'

export type DataUse = {
  id: string
  kind: DataUseKind
  at: string
  /** line of the authority, for filtering; null: not known here */
  line: string | null
  /** who keeps the registry, opened the case, or saw the e-licence */
  authorityName: string | null
  /** the registry, the service, or the e-licence */
  whatName: string
  /** whether it was one pull of many people's records */
  batch: boolean
  /** a department, or its system, that asked through the exchange; null: this platform */
  systemName: string | null
  concepts: string[]
  conceptNames: string[]
  /** what an official looked at although it is masked */
  unmaskedNames: string[]
  purpose: string
  legalBasis: string | null
  /** what it was made for in words, such as the number of an application; null: kept before that was noted, or nothing of the reader's */
  reference: string | null
  /** when the reader agreed to it */
  consentAt: string | null
  outcome: 'answers' | 'noRecord' | 'unavailable' | 'withheld' | 'refused' | 'opened' | 'used' | 'shown' | 'verified'
  times: number
  applicationId: string | null
  own: boolean
  /** concepts whose record the reader may say is wrong */
  disputable: string[]
}

export type Wanted = { kinds: readonly DataUseKind[]; from?: string; until?: string; line?: string; after?: Place; limit: number }
export type Reader = { personId: string; digest: string; language: Language }

export const readerOf = async (read: Read, personId: string, language: Language): Promise<Reader> => ({ personId, digest: personDigest((await getPerson(read, personId)).idNumber), language })

const named = (definitions: Record<string, { name: Texts }>, id: string, language: Language): string => {
  const definition = definitions[id]
  return definition ? textIn(definition.name, language) : id
}

const spanOf = ({ from, until }: Wanted) => ({ ...(from ? { from } : {}), ...(until ? { until } : {}) })

type Listed = { place: Place; use: DataUse }

/** Whoever typed a stranger's number is not told that there was a record. */
const outcomeFor = ({ own, outcome }: SeenCall): DataUse['outcome'] => (own && outcome === 'withheld' ? 'noRecord' : outcome)

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const isTime = (consent: string): boolean => /^\d{4}-\d\d-\d\dT/.test(consent)

/** When the reader agreed to a call: the platform's own say so themselves, a department's rest on a consent they gave. */
const consentTimes = async (read: Read, digest: string, calls: readonly SeenCall[]): Promise<(call: SeenCall) => string | null> => {
  const given = await listConsentsWithIds(read, calls.flatMap(({ consumer, consent }) => (consumer !== platform && consent !== null && isUuid(consent) ? [consent] : [])))
  return ({ own, consent, outcome }) => {
    if (consent === null || outcome === 'refused') return null
    return isTime(consent) ? (own ? consent : null) : (given.find(({ id, subject }) => id === consent && subject === digest)?.answeredAt ?? null)
  }
}

/** Of somebody else's application nothing; a department says by what number of its own it asked. */
const referenceOf = ({ own, consumer, subject, caseNumber }: SeenCall, language: Language): string | null => {
  if (caseNumber === null || subject === 'batch' || (!own && consumer === platform)) return null
  return referenceInWords(caseNumber, kindOfReference(caseNumber), consumer === platform, language)
}

/** Who asked, of calls not the platform's own: a department's system by its name, with its authority; an authority that pulled records by its own. */
const systemNames = async (app: App, read: Read, calls: readonly SeenCall[], language: Language): Promise<(call: SeenCall) => string | null> => {
  const systems = await listConsumersWithIds(read, [...new Set(calls.map(({ consumer }) => consumer))])
  const authorityName = (line: string, region: string) => {
    const authority = authorityOf(app.packs.catalogueFor(region), line, region)
    return authority && textIn(authority.name, language)
  }
  return ({ consumer }) => {
    if (consumer === platform) return null
    const [kind, line = '', region = ''] = consumer.split(':')
    if (kind === 'authority') return authorityName(line, region) ?? consumer
    const system = systems.find(({ id }) => id === consumer)
    return system ? [authorityName(system.line, system.region), system.name].filter((each) => each !== undefined).join(' · ') : consumer
  }
}

const listLookUps = async (app: App, read: Read, { personId, digest, language }: Reader, wanted: Wanted): Promise<Listed[]> => {
  const before = beforeIn('lookUp', wanted.after, uuids)
  const calls = await listCallsAbout(read, personId, digest, wanted.limit, { ...spanOf(wanted), ...(before ? { before: { at: before.at, id: before.key } } : {}) })
  const catalogue = app.packs.catalogueFor(app.config.region)
  const [consentAt, systemName] = await Promise.all([consentTimes(read, digest, calls), systemNames(app, read, calls, language)])
  return calls.map((call) => {
    const registry = catalogue.registries[call.registry]
    const authority = registry && authorityOf(catalogue, registry.line, app.config.region)
    const disputable = call.outcome === 'answers' && registry ? call.concepts.filter((concept) => registry.answers[concept] !== undefined) : []
    return {
      place: { at: call.at, kind: 'lookUp', key: call.id },
      use: {
        id: call.id, kind: 'lookUp', at: call.at, line: registry?.line ?? null, authorityName: authority ? textIn(authority.name, language) : null, whatName: named(catalogue.registries, call.registry, language),
        batch: call.subject === 'batch', systemName: systemName(call), concepts: call.concepts, conceptNames: call.concepts.map((id) => named(catalogue.concepts, id, language)), unmaskedNames: [], purpose: call.purpose,
        legalBasis: call.legalBasis, reference: referenceOf(call, language), consentAt: consentAt(call), outcome: outcomeFor(call), times: 1, applicationId: call.own ? call.applicationId : null, own: call.own, disputable,
      },
    }
  })
}

const listOpened = async (app: App, read: Read, { personId, digest, language }: Reader, wanted: Wanted): Promise<Listed[]> => {
  const before = beforeIn('opened', wanted.after, digests)
  const reads = await listReadsAbout(read, personId, digest, wanted.limit, { ...spanOf(wanted), ...(before ? { before } : {}) })
  const cases = await listCasesWithIds(read, [...new Set(reads.map(({ caseId }) => caseId))])
  const [catalogueOf, reveals] = await Promise.all([pinnedCatalogues(app, read, cases), listReveals(read, cases.map(({ id }) => id))])
  return reads.flatMap((stored): Listed[] => {
    const one = cases.find(({ id }) => id === stored.caseId)
    if (!one) return []
    const catalogue = catalogueOf(one)
    const { id, applicationId, line, region, service, matter, concepts, at, times } = readOfMine(stored, one, catalogue, { personId, digest })
    const authority = authorityOf(catalogue, line, region)
    const seen = reveals.filter((each) => each.caseId === one.id && each.staffId === stored.staffId && plainDate(new Date(each.at)) === stored.readOn && concepts.includes(each.concept))
    return [{
      place: { at, kind: 'opened', key: stored.key },
      use: {
        id, kind: 'opened', at, line, authorityName: authority ? textIn(authority.name, language) : null, whatName: named(catalogue.services, service, language), batch: false, systemName: null, concepts,
        conceptNames: concepts.map((each) => named(catalogue.concepts, each, language)), unmaskedNames: [...new Set(seen.map((each) => unmaskedInWords(named(catalogue.concepts, each.concept, language), each, language)))],
        purpose: named(catalogue.matters, matter, language), legalBasis: null, reference: null, consentAt: null, outcome: 'opened', times, applicationId, own: applicationId !== null, disputable: [],
      },
    }]
  })
}

/** Shown by their holder, checked by somebody, or used in an application. */
const listLicences = async (app: App, read: Read, { personId, language }: Reader, wanted: Wanted): Promise<Listed[]> => {
  const before = beforeIn('licence', wanted.after, uuids)
  const uses = await listCredentialUses(read, personId, { limit: wanted.limit, ...spanOf(wanted), ...(before ? { before: { at: before.at, id: before.key } } : {}) })
  const credentials = await listCredentialsWithIds(read, [...new Set(uses.map(({ credentialId }) => credentialId))])
  return uses.flatMap((use): Listed[] => {
    const credential = credentials.find(({ id }) => id === use.credentialId)
    const type = credential && credentialTypeOf(app, credential)
    if (!credential) return []
    const names = type ? claimNames(type) : new Map<string, Texts>()
    return [{
      place: { at: use.at, kind: 'licence', key: use.id },
      use: {
        id: use.id, kind: 'licence', at: use.at, line: credential.issuer.line, authorityName: use.by, whatName: type ? textIn(type.name, language) : credential.type, batch: false, systemName: null, concepts: [...use.claims],
        conceptNames: use.claims.map((claim) => { const name = names.get(claim); return name ? textIn(name, language) : claim }), unmaskedNames: [], purpose: use.purpose, legalBasis: null, reference: null, consentAt: null,
        outcome: use.kind === 'application' ? 'used' : use.kind, times: 1, applicationId: use.kind === 'application' ? use.reference : null, own: true, disputable: [],
      },
    }]
  })
}

const listings: Record<DataUseKind, (app: App, read: Read, reader: Reader, wanted: Wanted) => Promise<Listed[]>> = { lookUp: listLookUps, opened: listOpened, licence: listLicences }

/** So many entries are looked through for one page before the reader is asked to go on. */
const mostRounds = 5

/** One page, the latest first. `next`: where the one after it begins; null at the end. */
export const readDataUses = async (app: App, read: Read, reader: Reader, wanted: Wanted): Promise<{ uses: DataUse[]; next: string | null }> => {
  const uses: DataUse[] = []
  let after = wanted.after
  for (let round = 0; round < mostRounds; round += 1) {
    const asked: Wanted = { ...wanted, limit: wanted.limit + 1, ...(after ? { after } : {}) }
    const found = (await Promise.all(wanted.kinds.map((kind) => listings[kind](app, read, reader, asked)))).flat().sort((a, b) => comparePlaces(a.place, b.place))
    for (const [index, { place, use }] of found.slice(0, wanted.limit).entries()) {
      if (wanted.line === undefined || use.line === wanted.line) uses.push(use)
      after = place
      if (uses.length === wanted.limit) return { uses, next: found.length > index + 1 ? cursorOf(place) : null }
    }
    if (found.length <= wanted.limit) return { uses, next: null }
  }
  return { uses, next: after ? cursorOf(after) : null }
}
