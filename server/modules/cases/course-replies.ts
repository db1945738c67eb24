// What an official is told of the handling beyond the state: levels of approval, opinions of others, special procedures, extension, result.
// Pure; kept apart from case-replies.ts because most cases have none of it.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { coSignersOf, extensionOf, isHandedOver, levelsOf, proceduresOf } from './approval.ts'
import { awaitsAcceptance, awaitsApplicant, hasEnded, wasGranted, type Case, type HistoryLine } from './case.ts'
import { contentOf, contentSchema, texts } from './case-content.ts'
import { procedureKinds } from './course.ts'
import { deliverBy } from './delivery-clock.ts'
import { standingOn, standings } from './licence.ts'
import { correctionUntil, proposableNow } from './obstacles.ts'
import { isHeard, mustHear, proposable, type Proposal } from './proposal.ts'
import type { Result } from './results-store.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const kind = Type.Enum([...procedureKinds], { description: 'hearing 听证, inspection 检验, testing 检测, quarantine 检疫, appraisal 鉴定, review 专家评审.' })

const proposalSchema = Type.Object(
  {
    id: Type.Integer(), action: Type.Enum([...proposable]), on: text, by: text, mine: Type.Boolean(), reasons: text, law: textOrNull, days: Type.Union([Type.Integer(), Type.Null()]), ground: textOrNull,
    mustHear: Type.Boolean({ description: 'The holder is heard before it is decided.' }), heard: Type.Boolean(), answerUntil: textOrNull, statement: Type.Union([Type.Null(), Type.Object({ on: text, text, hearing: Type.Boolean() })]),
    hearing: Type.Union([Type.Null(), Type.Object({ heldOn: text, place: text, record: textOrNull })]), outcome: Type.Union([Type.Null(), Type.Enum(['approved', 'returned', 'dropped'])]), decidedBy: text, opinion: text,
  },
  { description: 'A proposal: what, why, by whom, whether the holder was heard, and what was decided.' },
)

export const courseSchema = Type.Object(
  {
    correctionUntil: Type.Union([text, Type.Null()], { description: 'Last day on which a correction may be asked; afterwards the application counts as accepted. null when that is over or cannot be told.' }),
    answerBy: Type.Union([text, Type.Null()], { description: 'Last day for the applicant to answer a correction; afterwards the application counts as given up. null when none is awaited or it cannot be told yet.' }),
    deemedAccepted: Type.Boolean({ description: 'Accepted by law because nothing was said within five working days.' }),
    prechecked: Type.Boolean(),
    levels: Type.Array(Type.Object({ name: texts, role: text, state: Type.Enum(['done', 'now', 'ahead']), by: textOrNull, at: textOrNull, opinion: text }), { description: 'Levels of approval in order.' }),
    extension: Type.Object({ days: Type.Integer({ description: 'Working days the head may extend the limit by.' }), extended: Type.Integer({ description: 'Working days it was extended by; 0: not.' }) }),
    procedures: Type.Array(Type.Object({ id: Type.Integer(), kind, from: text, days: Type.Integer(), heldOn: textOrNull, place: textOrNull, endedOn: textOrNull, outcome: textOrNull }), { description: 'Special procedures; the clock stands still while one goes on.' }),
    procedureKinds: Type.Array(kind, { description: 'Special procedures a case of this service may need.' }),
    opinions: Type.Array(Type.Object({ id: Type.Integer(), authorityName: texts, question: text, askedOn: text, dueOn: textOrNull, answer: Type.Union([Type.Enum(['agree', 'disagree', 'silent']), Type.Null()]), text, by: text, answeredOn: textOrNull })),
    coSigners: Type.Array(Type.Object({ line: text, authorityName: texts, days: Type.Integer() }), { description: 'Authorities whose opinion may be asked.' }),
    proposals: Type.Array(proposalSchema, { description: 'What officials proposed that only a head decides, the last of them perhaps open.' }),
    proposable: Type.Array(Type.Enum([...proposable]), { description: 'What may be proposed now.' }),
    result: Type.Union([Type.Null(), Type.Object({ number: text, standing: Type.Enum([...standings]), validUntil: textOrNull, edition: Type.Integer(), content: contentSchema, toCorrect: contentSchema, deliverBy: textOrNull, delivered: Type.Union([Type.Null(), Type.Object({ on: text, how: text })]) })]),
  },
  { description: 'How the handling has gone beyond the state.' },
)

type CourseReply = Static<typeof courseSchema>

const authorityName = (catalogue: Catalogue, line: string, region: string) => nameOr(authorityOf(catalogue, line, region), line)

/** Whoever decided stands at the last level. */
const decision = (history: readonly HistoryLine[]) => history.findLast(({ action }) => action === 'grant' || action === 'refuse')

const levelsReply = (catalogue: Catalogue, one: Case, history: readonly HistoryLine[]): CourseReply['levels'] =>
  levelsOf(catalogue.services[one.service]).map(({ name, role }, index, all) => {
    const passed = index < one.course.level ? one.course.passed[index] : undefined
    const isOver = index < one.course.level || hasEnded(one.state)
    const decided = index === all.length - 1 ? decision(history) : undefined
    return { name, role, state: isOver ? 'done' : index === one.course.level && !awaitsAcceptance(one.state) ? 'now' : 'ahead', by: passed?.name ?? decided?.actorName ?? null, at: passed?.at ?? decided?.at ?? null, opinion: passed?.opinion ?? '' }
  })

/** The day by which the result is handed over: ten working days after the decision (Art. 44). */
const deliverBefore = (catalogue: Catalogue, one: Case, { issuedAt }: Result): string | null =>
  isHandedOver(catalogue.services[one.service]) ? deliverBy(new Date(issuedAt), one.region) : null

const toProposal = ({ by, ...one }: Proposal, staffId: string, today: string): Static<typeof proposalSchema> =>
  ({ ...one, by: by.name, mine: by.id === staffId, mustHear: mustHear(one.action), heard: isHeard({ by, ...one }, today) })

/** @param result of a granted case; an official looks at it today */
export const courseReply = (catalogue: Catalogue, one: Case, result: Result | undefined, history: readonly HistoryLine[], { staffId, today }: { staffId: string; today: string }): CourseReply => {
  const service = catalogue.services[one.service]
  const { course } = one
  return {
    correctionUntil: awaitsAcceptance(one.state) && !course.corrected ? correctionUntil(one) : null,
    answerBy: awaitsApplicant(one.state) ? (course.answerBy ?? null) : null, deemedAccepted: course.deemedAccepted, prechecked: course.prechecked, levels: levelsReply(catalogue, one, history),
    extension: { days: extensionOf(service), extended: course.extendedDays },
    procedures: course.procedures, procedureKinds: proceduresOf(service),
    opinions: course.opinions.map(({ line, region, ...each }) => ({ ...each, authorityName: authorityName(catalogue, line, region) })),
    coSigners: coSignersOf(service).map(({ line, days }) => ({ line, days, authorityName: authorityName(catalogue, line, one.region) })),
    proposals: course.proposals.map((each) => toProposal(each, staffId, today)), proposable: proposableNow(one),
    result: result && wasGranted(one.state)
      ? { number: result.number, standing: standingOn(result, today), validUntil: result.validUntil, edition: result.edition, content: contentOf(catalogue, { ...one, content: result.content }), toCorrect: contentOf(catalogue, { ...one, content: one.corrections }), deliverBy: deliverBefore(catalogue, one, result), delivered: course.delivered }
      : null,
  }
}
