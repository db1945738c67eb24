// What officials and applicants are told about joint visits: names resolved, what can be done now worked out.
import { Type, type Static } from 'typebox'
import { covers, type Principal } from '../../kernel/authz.ts'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, legalBasisSchema, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { canAct, type Case } from '../cases/index.ts'
import { itemsOf } from './checklist.ts'
import { handlers } from './gathering.ts'
import { awaitsAnswer, findingVerdicts, isBlank, isOut, isRectifying, partStates, type Part } from './part.ts'
import type { Photo } from './photos-store.ts'
import { halves, isProposed, movingObstacle, visitActions, visitAfter, visitStates, type Visit, type VisitAction, type VisitEvent } from './visit.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
export const uuid = Type.String({ format: 'uuid' })

export const slotSchema = Type.Object({ day: Type.String({ format: 'date' }), half: Type.Enum([...halves], { description: 'morning from 9:30, afternoon from 14:30.' }) }, { additionalProperties: false, description: 'A half day.' })

export const findingSchema = Type.Object(
  { verdict: Type.Union([Type.Enum([...findingVerdicts]), Type.Null()]), words: Type.String({ maxLength: 1000 }), measure: Type.String({ maxLength: 20 }) },
  { additionalProperties: false, description: 'What was found at one point; na: does not apply here.' },
)

const partSchema = Type.Object(
  {
    caseId: text, caseNumber: text, service: text, serviceName: textsSchema, line: text, region: text, authorityName: textsSchema, authorityShortName: textsSchema, state: Type.Enum([...partStates]), revision: Type.Integer(),
    own: Type.Boolean({ description: 'Of the reader\'s own authority.' }), accepted: Type.Boolean({ description: 'Whether the case has been accepted; only then the time can be confirmed.' }), blank: Type.Boolean({ description: 'May still be filled in.' }), rectifying: Type.Boolean(),
    items: Type.Array(Type.Object({ id: text, text: textsSchema, needs: Type.Array(Type.Enum(['photo', 'measure'])), unit: Type.Optional(textsSchema), legalBasis: legalBasisSchema })),
    findings: Type.Record(text, findingSchema), note: text, rectifyOn: textOrNull, rectified: Type.Union([Type.Null(), Type.Object({ text, at: text })]), signedBy: textOrNull, signedAt: textOrNull,
    photos: Type.Array(Type.Object({ id: text, item: text, name: text })),
  },
  { description: 'One authority\'s part of the opinion sheet. What is not signed yet is told to that authority only.' },
)

export const visitSchema = Type.Object(
  {
    id: text, applicationId: text, applicant: text, matterName: textsSchema, place: text, state: Type.Enum([...visitStates]), revision: Type.Integer(), slot: slotSchema, moved: Type.Boolean(), clockOn: textOrNull, begunOn: textOrNull, signBy: textOrNull,
    contact: text, comment: text, signedAt: textOrNull, hasDocument: Type.Boolean(), openedBy: text, parts: Type.Array(partSchema),
    can: Type.Array(Type.Enum([...visitActions]), { description: 'What the reader can do now.' }), movable: Type.Union([Type.Null(), Type.Enum(['once', 'late'])], { description: 'Why the applicant can no longer move it; null: can.' }),
    history: Type.Array(Type.Object({ action: Type.Enum([...visitActions]), actorKind: text, actorName: text, at: text, day: textOrNull, half: textOrNull, words: text })),
  },
  { description: 'A joint site visit.' },
)

export type VisitReply = Static<typeof visitSchema>

export type Told = { catalogue: Catalogue; visit: Visit; parts: readonly Part[]; cases: readonly Case[]; photos: readonly Photo[]; events: readonly VisitEvent[]; contact: string; today: string; reader: Principal }

const staffChoices: readonly VisitAction[] = ['confirm', 'askOther', 'begin', 'leave', 'sign', 'markAbsent', 'miss', 'cancel']
const applicantChoices: readonly VisitAction[] = ['accept', 'move', 'signSheet', 'cancel']

const waits = (parts: readonly Part[]): boolean => parts.some(({ state }) => isBlank(state) || awaitsAnswer(state))

/** What the reader can do with the visit as a whole. */
const choicesOf = ({ visit, parts, today, reader }: Told): VisitAction[] => {
  const own = parts.filter((part) => covers(reader, handlers, part) && !isOut(part.state))
  const isStaff = reader.kind === 'staff'
  return (isStaff ? staffChoices : applicantChoices).filter((action) => {
    if (visitAfter(visit.state, action) === undefined && !(action === 'sign' && today >= visit.day && visitAfter(visit.state, 'begin') !== undefined)) return false
    if (isStaff && own.length === 0) return false
    if (action === 'confirm') return own.some(({ state }) => awaitsAnswer(state))
    if (action === 'leave') return own.some(({ state }) => isBlank(state) || awaitsAnswer(state))
    if (action === 'begin') return today < visit.day
    if (action === 'sign') return own.some(({ state }) => isBlank(state))
    if (action === 'markAbsent') return today >= visit.day && parts.some((part) => isBlank(part.state) && !own.includes(part))
    if (action === 'miss') return today >= visit.day && parts.every(({ state }) => isOut(state) || isBlank(state))
    if (action === 'move') return movingObstacle(visit, today) === undefined
    return action === 'signSheet' ? !waits(parts) : true
  })
}

const partReply = ({ catalogue, cases, photos, reader }: Told, part: Part): Static<typeof partSchema> => {
  const one = cases.find(({ id }) => id === part.caseId)
  const authority = authorityOf(catalogue, part.line, part.region)
  const own = covers(reader, handlers, part)
  const shown = own || part.signedAt !== null
  const nameless = { 'zh-CN': part.line }
  return {
    caseId: part.caseId, caseNumber: one?.number ?? '', service: part.service, serviceName: nameOr(catalogue.services[part.service], part.service), line: part.line, region: part.region, authorityName: authority?.name ?? nameless,
    authorityShortName: authority?.shortName ?? nameless, state: part.state, revision: part.revision, own, accepted: one !== undefined && canAct(one.state, 'beginProcedure'), blank: isBlank(part.state), rectifying: isRectifying(part.state),
    items: itemsOf(catalogue, part.service), findings: shown ? part.findings : {}, note: shown ? part.note : '', rectifyOn: part.rectifyOn, rectified: part.rectified, signedBy: part.signedBy, signedAt: part.signedAt,
    photos: shown ? photos.filter(({ caseId }) => caseId === part.caseId).map(({ id, item, name }) => ({ id, item, name })) : [],
  }
}

const wordsIn = ({ detail }: VisitEvent): string => [detail['reasons'], detail['words']].find((each) => typeof each === 'string') ?? ''
const textOrNone = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const toVisitReply = (told: Told): VisitReply => {
  const { visit, catalogue, parts, events, contact, today } = told
  return {
    id: visit.id, applicationId: visit.applicationId, applicant: visit.applicant, matterName: nameOr(catalogue.matters[visit.matter], visit.matter), place: visit.place, state: visit.state, revision: visit.revision,
    slot: { day: visit.day, half: visit.half }, moved: visit.moved, clockOn: visit.clockOn, begunOn: visit.begunOn, signBy: visit.signBy, contact, comment: visit.comment, signedAt: visit.signedAt, hasDocument: visit.noticeId !== null, openedBy: visit.openedBy,
    parts: parts.map((part) => partReply(told, part)), can: choicesOf(told), movable: isProposed(visit.state) ? 'once' : (movingObstacle(visit, today) ?? null),
    history: events.map((event) => ({ action: event.action, actorKind: event.actorKind, actorName: event.actorKind === 'system' ? '' : event.actorName, at: event.at, day: textOrNone(event.detail['day']), half: textOrNone(event.detail['half']), words: wordsIn(event) })),
  }
}
