// What is told about promises: to the applicant in plain words and days, to officials with everything they decide on.
import { Type, type Static } from 'typebox'
import type { StaffRole } from '../../kernel/authz.ts'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { stands, wasGranted, type Case } from '../cases/index.ts'
import { creditActions, creditAfter, creditStates, isBar, type CreditEntry } from './credit-entry.ts'
import { digestOf } from './promising.ts'
import { awaitsOfficial, choicesFor, hasEndedUndertaking, isLate, isOwed, isQuestioned, undertakingActions, undertakingStates, wasHeard, type Undertaking, type UndertakingLine } from './undertaking.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const law = Type.Object({ title: text, article: Type.Optional(text), url: Type.Optional(text) }, { description: 'Citation of a law or rule.' })
const file = Type.Object({ id: text, name: text, type: text })

const common = {
  id: text, evidence: text, documentName: textsSchema, service: text, serviceName: textsSchema, authorityName: textsSchema, caseId: text, caseNumber: text, applicationId: text,
  kind: Type.Enum(['commitment', 'later'], { description: 'A commitment signed instead of the document, or the document promised for later.' }),
  duty: Type.Enum(['document', 'check', 'truth'], { description: 'What follows: the document, a later check, or nothing but that it must be true.' }),
  state: Type.Enum([...undertakingStates]), dueOn: Type.Union([text, Type.Null()], { description: 'Day by which; null while nothing is counted or the calendar is not published.' }), dueDays: Type.Union([Type.Integer(), Type.Null()]),
  late: Type.Boolean(), ended: Type.Boolean(), owed: Type.Boolean({ description: 'The document itself is still to come.' }), questioned: Type.Boolean({ description: 'It looks broken, and the applicant is being heard.' }), answerOn: Type.Union([text, Type.Null()], { description: 'Last day to be heard before a decision; null also when no calendar is published.' }),
  answered: Type.Boolean(), files: Type.Array(file), handedInOn: textOrNull, createdAt: text,
}

const creditSchema = Type.Object(
  {
    id: text, undertaking: text, state: Type.Enum([...creditStates]), reason: text, law, recordedOn: text, untilOn: text, repairable: Type.Boolean(), repairedOn: textOrNull,
    stands: Type.Boolean({ description: 'Stands in the way of another promise today.' }), may: Type.Array(Type.Enum([...creditActions]), { description: 'What can be done about it in its state, by whoever may.' }), documentName: textsSchema, serviceName: textsSchema, authorityName: textsSchema, applicant: text, answers: Type.Array(Type.Object({ action: text, at: text, text, mine: Type.Boolean() })),
  },
  { description: 'A broken promise on record.' },
)

export const ownUndertakingSchema = Type.Object(
  { ...common, statement: textsSchema, handed: Type.Array(text, { description: 'Ids of the uploads handed in so far, those sent back included.' }), questionedBecause: textOrNull, returnedBecause: textOrNull, breachedBecause: textOrNull },
  { description: 'A promise of mine.' },
)

export const undertakingItemSchema = Type.Object({ ...common, applicant: text, line: text, region: text, mine: Type.Boolean({ description: 'For an official to look at now.' }) }, { description: 'A promise in my jurisdiction.' })

export const undertakingSchema = Type.Object(
  {
    ...undertakingItemSchema.properties, revision: Type.Integer(), how: Type.Union([Type.Enum(['registry', 'visit', 'document']), Type.Null()]), statement: textsSchema,
    intact: Type.Boolean({ description: 'The words are those that were signed.' }), heard: Type.Boolean({ description: 'The applicant was heard, or had the time to be.' }),
    swapped: Type.Boolean({ description: 'The case holds other documents than were handed in for this.' }), digests: Type.Array(text, { description: 'Of the documents as the case holds them now: to be given back when confirming.' }), documents: Type.Array(file),
    checked: Type.Union([Type.Null(), Type.Object({ outcome: text, concepts: Type.Array(textsSchema), at: text })], { description: 'What the registries said.' }),
    result: Type.Boolean({ description: 'The case was granted: there is a result that can be taken back.' }), mayRevoke: Type.Boolean({ description: 'The reader may take a result back.' }),
    actions: Type.Array(Type.Object({ action: Type.Enum([...undertakingActions]), possible: Type.Boolean(), because: Type.Optional(Type.Enum(['state', 'role', 'hearing', 'nothing'])) })),
    history: Type.Array(Type.Object({ action: Type.Enum([...undertakingActions, ...creditActions]), actorKind: text, actorName: text, at: text, text: textOrNull })),
    credit: Type.Union([creditSchema, Type.Null()]),
  },
  { description: 'A promise with everything decided about it.' },
)

export { creditSchema }

const namesOf = (catalogue: Catalogue, one: Pick<Undertaking, 'evidence' | 'service' | 'line' | 'region'>) => ({
  documentName: nameOr(catalogue.evidence[one.evidence], one.evidence), serviceName: nameOr(catalogue.services[one.service], one.service),
  authorityName: nameOr(authorityOf(catalogue, one.line, one.region), one.line),
})

const commonOf = (catalogue: Catalogue, one: Undertaking, today: string) => ({
  id: one.id, evidence: one.evidence, service: one.service, ...namesOf(catalogue, one), caseId: one.caseId, caseNumber: one.caseNumber, applicationId: one.applicationId, kind: one.kind, duty: one.duty, state: one.state,
  dueOn: one.dueOn, dueDays: one.dueDays, late: isLate(one, today), ended: hasEndedUndertaking(one.state), owed: isOwed(one), questioned: isQuestioned(one.state), answerOn: one.answerOn, answered: one.answered,
  files: one.files.map(({ id, name, type }) => ({ id, name, type })), handedInOn: one.handedInOn, createdAt: one.createdAt,
})

const said = (detail: Record<string, unknown>): string | null => ['reasons', 'text', 'note'].map((key) => detail[key]).find((value) => typeof value === 'string' && value !== '') as string | undefined ?? null

const lastSaid = (lines: readonly UndertakingLine[], id: string, ...actions: string[]): string | null => {
  const last = lines.findLast((line) => line.undertakingId === id && actions.includes(line.action))
  return last ? said(last.detail) : null
}

/** @param of the case; what does not stand any more needs nothing more. */
export const toOwnUndertaking = (catalogue: Catalogue, one: Undertaking, of: Case | undefined, lines: readonly UndertakingLine[], today: string): Static<typeof ownUndertakingSchema> => {
  const told = commonOf(catalogue, one, today)
  const needed = of === undefined || stands(of.state)
  return {
    ...told, owed: told.owed && needed && one.countFrom !== null, late: told.late && needed, ended: told.ended || !needed, statement: one.statement,
    handed: lines.flatMap(({ undertakingId, detail }) => (undertakingId === one.id && Array.isArray(detail['files']) ? detail['files'].map(String) : [])),
    questionedBecause: isQuestioned(one.state) ? lastSaid(lines, one.id, 'question') : null, returnedBecause: isOwed(one) ? lastSaid(lines, one.id, 'reject') : null, breachedBecause: lastSaid(lines, one.id, 'breach'),
  }
}

export const toUndertakingItem = (catalogue: Catalogue, one: Undertaking, today: string): Static<typeof undertakingItemSchema> => ({
  ...commonOf(catalogue, one, today), applicant: one.applicant, line: one.line, region: one.region, mine: awaitsOfficial(one) && (!isQuestioned(one.state) || wasHeard(one, today)),
})

export const toCredit = (catalogue: Catalogue, entry: CreditEntry, of: Undertaking, lines: readonly UndertakingLine[], today: string): Static<typeof creditSchema> => ({
  id: entry.id, undertaking: entry.undertakingId, state: entry.state, reason: entry.reason, law: entry.law, recordedOn: entry.recordedOn, untilOn: entry.untilOn, repairable: entry.repairable, repairedOn: entry.repairedOn,
  stands: isBar(entry, today), may: creditActions.filter((action) => creditAfter(entry.state, action) !== undefined && (action !== 'askRepair' || entry.repairable)), ...namesOf(catalogue, of), applicant: of.applicant,
  answers: lines.filter(({ undertakingId, action }) => undertakingId === of.id && (creditActions as readonly string[]).includes(action)).map(({ action, at, detail, actorKind }) => ({ action, at, text: said(detail) ?? '', mine: actorKind === 'person' })),
})

/** Everything an official sees of a promise. `roles`: those the reader has there. */
export type Around = { catalogue: Catalogue; of: Case | undefined; lines: readonly UndertakingLine[]; credit: CreditEntry | undefined; roles: readonly StaffRole[]; mayRevoke: boolean; today: string }

const isKnownAction = (action: string): action is Static<typeof undertakingSchema>['history'][number]['action'] => ([...undertakingActions, ...creditActions] as readonly string[]).includes(action)

export const toUndertaking = (one: Undertaking, { catalogue, of, lines, credit, roles, mayRevoke, today }: Around): Static<typeof undertakingSchema> => {
  const documents = (of?.evidence ?? []).filter((each) => each.evidence === one.evidence).flatMap(({ files }) => files)
  const digests = documents.map(({ digest }) => digest)
  const checked = lines.findLast(({ action, detail }) => action === 'check' || (action === 'confirm' && detail['outcome'] !== undefined))
  return {
    ...toUndertakingItem(catalogue, one, today), revision: one.revision, how: one.how, statement: one.statement, intact: digestOf(one.statement) === one.statementDigest, heard: wasHeard(one, today),
    swapped: one.files.length > 0 && digests.join() !== one.files.map(({ digest }) => digest).join(), digests, documents: documents.map(({ id, name, type }) => ({ id, name, type })),
    checked: checked ? { outcome: String(checked.detail['outcome']), concepts: (Array.isArray(checked.detail['concepts']) ? checked.detail['concepts'] : []).map((id) => nameOr(catalogue.concepts[String(id)], String(id))), at: checked.at } : null,
    result: of !== undefined && wasGranted(of.state), mayRevoke, actions: choicesFor(one, roles, today),
    history: lines.flatMap(({ action, actorKind, actorName, at, detail }) => (isKnownAction(action) ? [{ action, actorKind, actorName, at, text: said(detail) }] : [])),
    credit: credit ? toCredit(catalogue, credit, one, lines, today) : null,
  }
}
