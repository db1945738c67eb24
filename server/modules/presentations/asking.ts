// A department asks a holder for certain claims and what for; the holder agrees, and the official sees those claims once checked, or declines.
// Addressed by name and ID number, or open to whoever scans the code on the official's screen.
import { postingsFor, type Principal } from '../../kernel/authz.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { insertCredentialUse } from '../credentials/index.ts'
import { insertMessages } from '../messages/index.ts'
import { findPersonByIdNumber, getStaff } from '../people/index.ts'
import { claimFaces } from './claim-face.ts'
import { codeIn, requestForMs } from './presentation.ts'
import { requestState, type PresentationRequest } from './request.ts'
import { findRequest, findRequestByCode, insertRequest, updateAnswered } from './requests-store.ts'
import { auditShowing, digestOf, drawCode, getShowable, keepPresentation, shownClaims, type Holder } from './showing.ts'

export type Official = Extract<Principal, { kind: 'staff' }>

/** `person`: whom it is addressed to; null for whoever scans the code. `region`: whose authority asks. */
export type Ask = { type: string; claims: readonly string[]; purpose: string; legalBasis: string; region: string; person: { name: string; idNumber: string } | null }

const askingPostings = (staff: Official) => postingsFor(staff, permissions['presentations.ask'])

/** @throws Refusal invalid for a type or claim there is not, not_found for a region or a person out of reach */
export const askHolder = async (app: App, staff: Official, ask: Ask, requestId: string): Promise<{ request: PresentationRequest; code: string }> => {
  const type = app.packs.credentialTypesFor(ask.region)[ask.type]
  if (!type) throw new Refusal('invalid', { type: ask.type })
  if (!askingPostings(staff).some(({ region }) => regionCovers(region, ask.region))) throw new Refusal('not_found', { region: ask.region })
  const asked = ask.person && (await findPersonByIdNumber(app.db.read, ask.person.idNumber))
  if (ask.person && asked?.name !== ask.person.name) {
    // Whoever tries which name goes with which number is seen to do so.
    await app.db.transaction((tx) => insertAudit(tx, [{ ...auditShowing(app, staff, 'askMissed', staff.id, requestId, { type: type.id, person: personDigest(ask.person?.idNumber ?? '') }), subjectType: 'staff', region: ask.region }]))
    throw new Refusal('not_found', { person: ask.person.name })
  }
  const now = app.clock.now()
  const code = drawCode()
  const request: PresentationRequest = {
    id: uuidv7(app.clock), staffId: staff.id, region: ask.region, personId: asked?.id ?? null, type: type.id, claims: shownClaims(type, ask.claims), purpose: ask.purpose, legalBasis: ask.legalBasis,
    askedAt: now.toISOString(), expiresAt: new Date(now.getTime() + requestForMs).toISOString(), answeredAt: null, agreed: null, presentationId: null,
  }
  await app.db.transaction(async (tx) => {
    await insertRequest(tx, digestOf(app, code), request)
    await insertAudit(tx, [{ ...auditShowing(app, staff, 'ask', request.id, requestId, { type: type.id, claims: request.claims, purpose: ask.purpose, person: asked?.id ?? null }), subjectType: 'presentationRequest', region: ask.region }])
    if (asked) await insertMessages(tx, [{ id: uuidv7(app.clock), personId: asked.id, applicationId: null, caseId: null, kind: 'credentialAsked', at: request.askedAt, readAt: null, detail: { document: type.name, actor: await askerName(app, staff.id), title: ask.purpose } }])
  })
  return { request, code }
}

/** Regions in whose name an official may ask, with the types and claims there are. */
export const askableOf = (app: App, staff: Official) => {
  const { regions } = app.packs.catalogueFor(app.config.region)
  const mine = new Set(askingPostings(staff).map(({ region }) => region))
  return [...mine].map((id) => ({
    id, name: nameOr(regions[id], id),
    types: Object.values(app.packs.credentialTypesFor(id)).map((type) => ({ id: type.id, name: type.name, claims: claimFaces(type, { concepts: {}, regions: {} }).map(({ id: claim, name, always, derived }) => ({ id: claim, name, always, derived })) })),
  }))
}

/** An official as the holder reads it: unit and name. */
export const askerName = async (app: App, staffId: string): Promise<string> => {
  const { unit, name } = await getStaff(app.db.read, staffId)
  return [unit, name].filter((part) => part !== '').join(' ')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A request this person may answer: by its id when it is addressed to them, by its code otherwise. */
export const findAsked = async (app: App, holder: Holder, idOrCode: string): Promise<PresentationRequest | undefined> => {
  const code = codeIn(idOrCode)
  if (code !== undefined) {
    const open = await findRequestByCode(app.db.read, digestOf(app, code))
    return open && (open.personId === null || open.personId === holder.id) ? open : undefined
  }
  const addressed = uuid.test(idOrCode) ? await findRequest(app.db.read, idOrCode) : undefined
  return addressed?.personId === holder.id ? addressed : undefined
}

/**
 * Shows what was asked for, or says no; once.
 * @param credential with which to answer; null to decline
 * @throws Refusal conflict when it was answered or ran out meanwhile, invalid for a credential of another type
 */
export const answerRequest = async (app: App, holder: Holder, request: PresentationRequest, credential: string | null, requestId: string): Promise<void> => {
  if (requestState(request, app.clock.now()) !== 'open') throw new Refusal('conflict')
  const chosen = credential === null ? undefined : await getShowable(app, app.db.read, holder, credential)
  if (chosen && chosen.type.id !== request.type) throw new Refusal('invalid', { credential: chosen.type.id })
  const by = await askerName(app, request.staffId)
  await app.db.transaction(async (tx) => {
    const now = app.clock.now()
    const kept = chosen && (await keepPresentation(app, tx, holder, chosen.credential, request.claims, request.purpose, by))
    if (!(await updateAnswered(tx, request.id, holder.id, kept !== undefined, kept?.presentation.id ?? null, now))) throw new Refusal('conflict')
    if (kept) await insertCredentialUse(tx, { id: uuidv7(app.clock), credentialId: kept.presentation.credentialId, personId: holder.id, kind: 'shown', at: now.toISOString(), by, purpose: request.purpose, claims: request.claims, reference: request.id })
    await insertAudit(tx, [{ ...auditShowing(app, holder, kept ? 'agree' : 'decline', request.id, requestId), subjectType: 'presentationRequest', region: request.region }])
  })
}
