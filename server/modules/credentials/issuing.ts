// Issuing e-licences: from results of cases, by a job after the decision, so that a decision never waits for it. A result that was
// corrected, extended, replaced or taken back takes its e-licence along. Safe to repeat: what is right already stays.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { checkResidentId } from '../../kernel/identifiers.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { findResultOfCase, followAction, holdsGood, listResultsWithIds, type CaseAction, type Follower, type Result } from '../cases/index.ts'
import { getPerson, type Person } from '../people/index.ts'
import type { Answers } from '../planning/index.ts'
import { claimsFrom, plainService, valuesOfResult } from './claims.ts'
import { credentialNumber } from './credential-number.ts'
import type { Credential, CredentialState } from './credential.ts'
import type { CredentialType } from './credential-type.ts'
import { insertCredentials, listCredentialsOfResultsForUpdate, takeNumbers, updateCredentialState } from './credentials-store.ts'
import { takePlaces } from './status-lists-store.ts'

export const followTask = 'credentials.follow'

export const issuing: Principal = { kind: 'system', name: 'credentials' }

/** What is to be issued; `former` is the edition it takes the place of, whose number it keeps; `id` where it was chosen before. */
export type Draft = Pick<Credential, 'type' | 'holderPersonId' | 'holder' | 'issuer' | 'claims' | 'values' | 'validUntil' | 'origin' | 'resultId'> & { prefix: string; former?: Credential; id?: string }

export const auditCredential = (app: Pick<App, 'clock'>, principal: Principal, action: string, one: Pick<Credential, 'id' | 'issuer'>, requestId: string | null, detail: unknown = {}): AuditEntry => ({
  at: app.clock.now().toISOString(), ...actorOf(principal), action: `credentials.${action}`, subjectType: 'credential', subjectId: one.id, region: one.issuer.region, requestId, detail,
})

/** Groups in the order of the first of each. */
const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => [...Map.groupBy(items, keyOf).values()]

/** Stores drafts as e-licences, each with a number and a place in a published list. Returns those stored. */
export const issue = async (app: Pick<App, 'clock'>, tx: Tx, drafts: readonly Draft[], principal: Principal = issuing, requestId: string | null = null): Promise<Credential[]> => {
  const now = app.clock.now()
  const year = Number(plainDate(now).slice(0, 4))
  const made: Credential[] = []
  for (const { former } of drafts) if (former) await updateCredentialState(tx, former, 'replaced', 'replaced', now)
  for (const group of grouped(drafts, ({ type, issuer: { line, region } }) => `${type} ${line} ${region}`)) {
    const [first] = group
    if (!first) continue
    const places = await takePlaces(tx, first.issuer, group.length, now)
    const unnumbered = group.filter(({ former }) => !former).length
    let next = unnumbered > 0 ? await takeNumbers(tx, first.type, first.issuer.region.slice(0, 6), year, unnumbered) : 0
    for (const [index, { former, prefix, ...draft }] of group.entries()) {
      const place = places[index]
      if (!place) continue
      made.push({
        ...draft, ...place, id: draft.id ?? uuidv7(app.clock), number: former?.number ?? credentialNumber(first.issuer.region, year, prefix, next), edition: (former?.edition ?? 0) + 1,
        issuedAt: now.toISOString(), status: 'valid', because: null,
      })
      if (!former) next += 1
    }
  }
  const stored = await insertCredentials(tx, made)
  await insertAudit(tx, stored.map((one) => auditCredential(app, principal, 'issue', one, requestId, { type: one.type, number: one.number, edition: one.edition, origin: one.origin })))
  return stored
}

const byService = new WeakMap<object, Map<string, CredentialType>>()

/** The type of e-licence the results of a service become. */
export const typeOfService = (app: Pick<App, 'packs'>, region: string, service: string): CredentialType | undefined => {
  const types = app.packs.credentialTypesFor(region)
  const known = byService.get(types) ?? new Map(Object.values(types).flatMap((type) => type.services.map((each) => [each, type] as const)))
  byService.set(types, known)
  return known.get(plainService(service))
}

/** What the login says about whom the account belongs to; a resident's number says when they were born, and their sex (GB 11643). */
export const ownValues = ({ name, idNumber, idKind }: Pick<Person, 'name' | 'idNumber' | 'idKind'>): Answers => {
  const number = idKind === 'resident-id' ? checkResidentId(idNumber) : undefined
  return { 'applicant.name': name, 'applicant.idNumber': idNumber, ...(number?.ok ? { 'applicant.birthDate': number.birthDate, 'applicant.sex': number.sex } : {}) }
}

const draftOf = (type: CredentialType, result: Result, person: Person): Draft => {
  const values = { ...ownValues(person), ...valuesOfResult(result.content, result.service) }
  const holder = type.holder === undefined ? undefined : values[type.holder]
  const until = type.until === undefined ? undefined : values[type.until]
  return {
    type: type.id, prefix: type.prefix, holderPersonId: result.personId, holder: typeof holder === 'string' && holder !== person.idNumber ? holder : null,
    issuer: { line: result.line, region: result.region }, ...claimsFrom(type, values), validUntil: typeof until === 'string' ? until : result.validUntil, origin: 'result', resultId: result.id,
  }
}

const says = ({ claims, validUntil }: Pick<Credential, 'claims' | 'validUntil'>): string => JSON.stringify([Object.entries(claims).toSorted(([a], [b]) => (a < b ? -1 : 1)), validUntil])

const isLive = ({ status }: Credential): boolean => status === 'valid' || status === 'suspended'

const endedAs = (standing: Result['standing']): CredentialState => (standing === 'replaced' ? 'replaced' : 'revoked')

/** Brings the e-licences of results to what the results say now. Returns how many were issued and ended. */
export const followResults = async (app: Pick<App, 'clock' | 'packs'>, tx: Tx, results: readonly Result[]): Promise<{ issued: number; ended: number }> => {
  const mine = results.flatMap((result) => {
    const type = typeOfService(app, result.region, result.service)
    return type ? [{ result, type }] : []
  })
  const before = await listCredentialsOfResultsForUpdate(tx, mine.flatMap(({ result }) => [result.id, ...(result.replaces === null ? [] : [result.replaces])]))
  const people = new Map<string, Person>()
  const drafts: Draft[] = []
  let ended = 0
  for (const { result, type } of mine) {
    const live = before.find((each) => each.resultId === result.id && isLive(each))
    if (!holdsGood({ result: result.standing })) {
      if (!live) continue
      await updateCredentialState(tx, live, endedAs(result.standing), result.standing, app.clock.now())
      await insertAudit(tx, [auditCredential(app, issuing, 'end', live, null, { because: result.standing })])
      ended += 1
      continue
    }
    const person = people.get(result.personId) ?? (await getPerson(tx, result.personId))
    people.set(result.personId, person)
    const draft = draftOf(type, result, person)
    const replaced = result.replaces === null ? undefined : before.find((each) => each.resultId === result.replaces)
    // One that an official ended stays ended: only what is new, or changed while it held, is issued.
    if (live ? says(live) === says(draft) : before.some((each) => each.resultId === result.id)) continue
    const former = live ?? replaced
    drafts.push({ ...draft, ...(former ? { former } : {}) })
  }
  const issued = await issue(app, tx, drafts)
  return { issued: issued.length, ended }
}

/** The job: the results of these cases. */
export const followCases = (app: App, caseIds: readonly string[]): Promise<{ issued: number; ended: number }> =>
  app.db.transaction(async (tx) => {
    const results = await Promise.all(caseIds.map((id) => findResultOfCase(tx, id)))
    const found = results.flatMap((result) => result ?? [])
    const replaced = await listResultsWithIds(tx, found.flatMap(({ replaces }) => replaces ?? []))
    return followResults(app, tx, [...replaced, ...found])
  })

const turns = ['grant', 'correctResult', 'revoke', 'cancel', 'replace', 'deemExtended'] as const satisfies readonly CaseAction[]

const follow: Follower = async ({ app, tx }, cases) => {
  const mine = cases.filter(({ region, service }) => typeOfService(app, region, service) !== undefined).map(({ id }) => id)
  if (mine.length > 0) await planJobs(tx, [{ task: followTask, payload: { caseIds: mine } }])
}

export const followDecisions = (): void => turns.forEach((action) => followAction(action, 'credentials', follow))
