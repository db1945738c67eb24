// An e-licence from a registry, when its holder asks for it: the registries of its type are asked through the exchange, for this purpose
// and with the holder's consent, and only about the holder. What comes back about somebody else is refused.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { lookUpRegistries, referenceTo, type RegistryAnswer } from '../exchange/index.ts'
import { getPerson, type Person } from '../people/index.ts'
import type { Answers, KnownFact } from '../planning/index.ts'
import { claimsFrom } from './claims.ts'
import { isInForce, type Credential } from './credential.ts'
import type { CredentialType } from './credential-type.ts'
import { findLiveRecord, listValidOf } from './credentials-store.ts'
import { issue, ownValues, type Draft } from './issuing.ts'

type Holder = { kind: 'person'; id: string; name: string }

const levels = { province: 2, city: 4, district: 6 } as const

/** The authority that answers for it where the holder lives, or the nearest above. */
const issuerFor = (catalogue: Catalogue, { line, level }: CredentialType, region: string): Credential['issuer'] | undefined => {
  const own = region.slice(0, levels[level]).padEnd(6, '0')
  const authority = [own, ...regionAndAbove(own)].flatMap((each) => authorityOf(catalogue, line, each) ?? [])[0]
  return authority && { line, region: authority.region }
}

/** The holder's own number under every key the registries find them by, and nobody else's. */
const ownKeys = (catalogue: Catalogue, type: CredentialType, person: Person, at: string): KnownFact[] => {
  const subjects = new Set(type.claims.flatMap(({ from }) => from.flatMap((concept) => catalogue.concepts[concept]?.subject ?? [])))
  const keys = new Set(type.registries.flatMap((id) => Object.entries(catalogue.registries[id]?.keys ?? {}).flatMap(([subject, key]) => (subjects.has(subject) && catalogue.concepts[key]?.type === 'idNumber' ? [key] : []))))
  return [...keys].map((concept) => ({ concept, value: person.idNumber, source: { kind: 'profile' as const }, asOf: at }))
}

/** Whether what registries say of the holder is what the login says: a reply about somebody else shows here at the latest. */
const isAbout = (own: Answers, values: Answers): boolean => Object.entries(own).every(([concept, value]) => values[concept] === undefined || values[concept] === null || values[concept] === value)

/**
 * What the registries of a type say of a person now, as an e-licence that is not issued yet.
 * @param licence id of the e-licence it is for, also before there is one; `consentedAt` ISO instant, now when absent
 * @throws Refusal not_found no such type from registries here, or no record, `because` of which; unavailable a registry does not answer, or so that it cannot be read; not_offered no authority
 */
export const draftFromRegistries = async (app: App, personId: string, typeId: string, { licence, consentedAt = app.clock.now().toISOString() }: { licence: string; consentedAt?: string }): Promise<Draft> => {
  const person = await getPerson(app.db.read, personId)
  const { region } = person
  const types = app.packs.credentialTypesFor(region)
  const type = Object.hasOwn(types, typeId) ? types[typeId] : undefined
  if (!type || type.registries.length === 0) throw new Refusal('not_found', { type: typeId })
  const catalogue = app.packs.catalogueFor(region)
  const issuer = issuerFor(catalogue, type, region)
  if (!issuer) throw new Refusal('not_offered', { type: typeId })
  const values = await recordOf(app, catalogue, type, person, { licence, consentedAt })
  const { claims, values: taken } = claimsFrom(type, { ...values, ...ownValues(person) })
  return { type: type.id, prefix: type.prefix, holderPersonId: person.id, holder: null, issuer, claims, values: taken, validUntil: lastDayOf(type, values), origin: 'registry', resultId: null }
}

/** Whether what the registries say now is what the e-licence says. */
export const saysTheSame = (one: Pick<Credential, 'claims' | 'validUntil'>, draft: Pick<Draft, 'claims' | 'validUntil'>): boolean => one.validUntil === draft.validUntil && isSame(one.claims, draft.claims)

/**
 * Issues the holder's e-licence of a type from registries; one that says the same already is answered as it is, another becomes its
 * former edition.
 * @throws Refusal not_found no such type from registries here, or no record; unavailable a registry does not answer, or so that it cannot be read; not_offered no authority
 */
export const claimCredential = async (app: App, holder: Holder, typeId: string, requestId: string): Promise<Credential> => {
  const held = (await listValidOf(app.db.read, holder.id)).find(({ type, origin }) => type === typeId && origin === 'registry')
  const licence = held?.id ?? uuidv7(app.clock)
  const draft = await draftFromRegistries(app, holder.id, typeId, { licence })
  return app.db.transaction(async (tx) => {
    const former = await findLiveRecord(tx, holder.id, typeId)
    if (former && isInForce(former, plainDate(app.clock.now())) && saysTheSame(former, draft)) return former
    if (former?.status === 'suspended') throw new Refusal('not_allowed_now', { standing: former.status })
    const [issued] = await issue(app, tx, [{ ...draft, ...(former ? { former } : { id: licence }) }], holder, requestId)
    // Somebody who asked twice at once has it from the other request.
    if (!issued) throw new Refusal('conflict')
    return issued
  })
}

const isSame = (one: Answers, other: Answers): boolean => Object.keys({ ...one, ...other }).every((id) => one[id] === other[id])

/** 'YYYY-MM-DD', or null: without end. Of what was believed: a last day that cannot be read is not there. */
const lastDayOf = (type: CredentialType, values: Answers): string | null => {
  const until = type.until === undefined ? undefined : values[type.until]
  return typeof until === 'string' && until !== '' ? until : null
}

/** Registries that gave a value nobody could believe for what the type cannot do without: whether the holder has such a document, and until when, is not known. */
const unreadable = (type: CredentialType, answers: readonly RegistryAnswer[]): string[] => {
  const needed = [...type.requires, ...(type.until === undefined ? [] : [type.until])]
  return answers.filter(({ unfit }) => needed.some((concept) => unfit?.includes(concept))).map(({ registry }) => registry)
}

const recordOf = async (app: App, catalogue: Catalogue, type: CredentialType, person: Person, { licence, consentedAt }: { licence: string; consentedAt: string }): Promise<Answers> => {
  const at = app.clock.now().toISOString()
  const own = ownValues(person)
  const concepts = [...new Set([...type.requires, ...type.claims.flatMap(({ from }) => from), ...(type.until === undefined ? [] : [type.until])])]
  const { answers } = await lookUpRegistries(app, {
    catalogue, wanted: Object.fromEntries(type.registries.map((id) => [id, concepts.filter((concept) => catalogue.registries[id]?.answers[concept] !== undefined)])), undecided: [], answers: {},
    known: ownKeys(catalogue, type, person, at), made: [], personId: person.id, applicationId: null, purpose: `领取电子证照：${type.name['zh-CN']}`, reference: referenceTo('licence', licence),
    consents: Object.fromEntries(type.registries.map((id) => [id, consentedAt])), mayTry: () => Promise.resolve({ may: false, isNew: false }),
  })
  const values: Answers = Object.fromEntries(answers.flatMap(({ facts }) => facts).map(({ concept, value }) => [concept, value]))
  const silent = [...new Set([...answers.filter(({ state }) => state === 'unavailable').map(({ registry }) => registry), ...unreadable(type, answers)])]
  if (silent.length > 0) throw new Refusal('unavailable', { registries: silent })
  if (!isAbout(own, values)) {
    app.log.warn({ type: type.id, personId: person.id }, 'a registry answered about somebody else; no e-licence was issued')
    throw new Refusal('not_found', { type: type.id, because: 'anotherPerson' })
  }
  const last = lastDayOf(type, values)
  if (last !== null && last < plainDate(app.clock.now())) throw new Refusal('not_found', { type: type.id, because: 'expired' })
  const isKnown = (concept: string): boolean => values[concept] !== undefined && values[concept] !== null && values[concept] !== ''
  if (!type.requires.every(isKnown) || !concepts.some((concept) => !Object.hasOwn(own, concept) && isKnown(concept))) throw new Refusal('not_found', { type: type.id, because: 'noRecord' })
  return values
}
