// What officials are told about a request: masked for the unit that is reported of, with the steps each may take now and why not others.
import { Type, type Static } from 'typebox'
import type { Principal } from '../../kernel/authz.ts'
import { asTexts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { findCategory } from '../duties/index.ts'
import { partiesOf } from './access.ts'
import { findingCodes } from './answer-check.ts'
import type { CoUnit } from './co-units-store.ts'
import { needsArbiter } from './centre.ts'
import { assignmentFor } from './dispatching.ts'
import { withoutReporter } from './masking.ts'
import { hidesReporter, mayTake, requestActions, requestAfter, type Party, type RequestAction } from './request.ts'
import type { CitizenRequest, Unit } from './request-record.ts'
import { answerReplyOf, answerShape, fileReplyOf, fileSchema, orNull, placeSchema, rowOf, rowShape, unitNamed, unitSchema, type Around } from './request-replies.ts'
import { termsOf } from './recording.ts'
import { redoWindow } from './reporting.ts'

const text = Type.String()
export const findingsSchema = Type.Array(Type.Object({ code: Type.Enum(findingCodes), blocks: Type.Boolean(), quote: text }), { description: 'What the check of an answer found.' })
const guess = Type.Object({ id: text, name: textsSchema, confidence: Type.Number() })

export const staffRowSchema = Type.Object({ ...rowShape, assignee: orNull(text), mine: Type.Boolean(), returned: Type.Integer({ description: 'Times it was sent back.' }), coUnits: Type.Integer() }, { description: 'One line of a desk.' })

export const staffSchema = Type.Object(
  {
    ...rowShape, assignee: orNull(text), mine: Type.Boolean(), returned: Type.Integer(), coUnits: Type.Integer(), revision: Type.Integer(), text, place: placeSchema, grid: orNull(text),
    masked: Type.Boolean({ description: 'Who reports is hidden from the unit.' }), contact: Type.Object({ name: Type.Optional(text), phone: Type.Optional(text), email: Type.Optional(text) }), anonymous: Type.Boolean(),
    understood: Type.Object({ category: orNull(guess), alternatives: Type.Array(guess), abstained: Type.Boolean(), sentiment: orNull(text), sensitive: Type.Array(text), emergency: orNull(text), notes: Type.Array(text) }),
    why: Type.Array(text), listed: orNull(Type.Object({ unit: unitSchema, why: Type.Array(text) }, { description: 'Where the duty list would send it now.' })), returnedBy: Type.Array(unitSchema), needsArbiter: Type.Boolean(),
    helpers: Type.Array(Type.Object({ unit: unitSchema, asked: text, said: text, givenBy: orNull(text), givenAt: orNull(text) })),
    timeAsked: orNull(Type.Object({ days: Type.Integer(), why: text, by: text, at: text })), extendedDays: Type.Integer(),
    answers: Type.Array(Type.Object({ ...answerShape, writtenBy: text, writtenAt: text, releasedBy: orNull(text), sentBack: orNull(text), findings: findingsSchema })),
    files: Type.Array(fileSchema), lead: orNull(Type.Object({ id: text, number: text })), tree: orNull(Type.Enum(['joined', 'split'])), children: Type.Array(Type.Object({ id: text, number: text, title: text, state: text, unit: orNull(unitSchema), part: Type.Boolean({ description: 'Split from it, not joined to it.' }) }), { description: 'The first fifty.' }), childCount: Type.Integer({ description: 'How many were joined to it or split from it.' }),
    handedTo: orNull(Type.Object({ type: Type.Enum(['service', 'matter', 'authority']), id: text })), redoUntil: orNull(text), published: Type.Boolean(),
    history: Type.Array(Type.Object({ action: Type.Enum(requestActions), actorKind: text, actorName: text, at: text, detail: Type.Record(text, Type.Unknown()), words: orNull(text) })),
    actions: Type.Array(Type.Object({ action: Type.Enum(requestActions), possible: Type.Boolean(), because: Type.Optional(Type.Enum(['state', 'role', 'returns', 'asked', 'notAsked', 'arbiter', 'redo'])) })),
  },
  { description: 'A request as officials see it.' },
)

export const staffRowOf = (app: App, one: CitizenRequest, principal: Principal): Static<typeof staffRowSchema> => ({
  ...rowOf(app, one), title: isMasked(principal, one) ? withoutReporter(one.title, one.contact) : one.title, assignee: one.assignee, mine: principal.kind === 'staff' && one.assigneeId === principal.id, returned: one.course.returnedBy.length, coUnits: one.course.coUnits,
})

/** Whether this official must not learn who reports: units and onlookers, unless the reporter allowed it, which nobody anonymous does; the centre only with a reason, and it is kept. */
export const isMasked = (principal: Principal, one: CitizenRequest): boolean =>
  (one.anonymous || (hidesReporter(one.kind) && !one.course.openName)) && !partiesOf(principal, one).has('agent')

/** In the order they are offered. */
const offered: readonly RequestAction[] = [
  'correct', 'dispatch', 'keep', 'dispute', 'rule', 'sign', 'assign', 'note', 'return', 'askTime', 'grantTime', 'refuseTime', 'invite', 'contribute', 'draft', 'release', 'sendBack', 'answer', 'split', 'join', 'part', 'handOver', 'decline',
  'leave', 'redo', 'rate', 'fulfil', 'withdraw', 'unmask',
]

type Offer = Static<typeof staffSchema>['actions'][number]

/** What this official may do now; steps that are never theirs are not among them. */
export const offeredTo = (app: App, one: CitizenRequest, parties: ReadonlySet<Party>, now: Date): Offer[] => {
  const terms = termsOf(app, one.region)
  return offered.filter((action) => [...parties].some((party) => mayTake(party, action))).map((action): Offer => {
    if (requestAfter(one.state, action) === undefined) return { action, possible: false, because: 'state' }
    if (action === 'return' && one.course.returnedBy.length >= terms.maxReturns) return { action, possible: false, because: 'returns' }
    if (action === 'askTime' && (one.course.timeAsked || one.course.extendedDays > 0)) return { action, possible: false, because: 'asked' }
    if ((action === 'grantTime' || action === 'refuseTime') && !one.course.timeAsked) return { action, possible: false, because: 'notAsked' }
    if ((action === 'dispatch' || action === 'keep') && needsArbiter({ app }, one)) return { action, possible: false, because: 'arbiter' }
    if (action === 'redo' && 'because' in redoWindow(one, terms, now)) return { action, possible: false, because: 'redo' }
    return { action, possible: true }
  })
}

export type StaffAround = Around & { helpers: readonly CoUnit[]; children: readonly CitizenRequest[]; unmasked: boolean }

export const staffReply = (app: App, one: CitizenRequest, { events, answers, files, lead, helpers, children, unmasked }: StaffAround, principal: Principal, now: Date): Static<typeof staffSchema> => {
  const open = helpers.filter(({ givenAt }) => givenAt === null)
  const parties = partiesOf(principal, one, open)
  const masked = isMasked(principal, one) && !unmasked
  const shown = (words: string): string => (masked ? withoutReporter(words, one.contact) : words)
  const named = (unit: Unit) => unitNamed(app, one.region, unit)
  const guessed = ({ id, confidence }: { id: string; confidence: number }) => ({ id, name: asTexts(findCategory(app, id, one.region)?.name ?? { 'zh-CN': id }), confidence })
  const listed = assignmentFor(app, one, now)
  const { understood, course } = one
  const redoing = redoWindow(one, termsOf(app, one.region), now)
  const reporter = (kind: string): boolean => kind === 'person' || kind === 'anonymous'
  return {
    ...staffRowOf(app, one, principal), title: shown(one.title), revision: one.revision, text: shown(one.text), place: masked && understood.sensitive?.includes('home') ? {} : one.place, grid: one.grid, masked, contact: masked ? {} : one.contact,
    anonymous: one.anonymous,
    understood: {
      category: understood.category ? guessed(understood.category) : null, alternatives: (understood.alternatives ?? []).map(guessed), abstained: understood.abstained ?? true, sentiment: understood.sentiment ?? null,
      sensitive: understood.sensitive ?? [], emergency: understood.emergency ?? null, notes: understood.notes ?? [],
    },
    why: course.why, listed: listed.unit ? { unit: named({ line: listed.unit.line, region: listed.unit.region }), why: listed.why.map((each) => each['zh-CN']) } : null, returnedBy: course.returnedBy.map(named), needsArbiter: needsArbiter({ app }, one),
    helpers: helpers.map(({ line, region, asked, said, givenBy, givenAt }) => ({ unit: named({ line, region }), asked, said, givenBy, givenAt })),
    timeAsked: course.timeAsked && { days: course.timeAsked.days, why: course.timeAsked.why, by: course.timeAsked.by, at: course.timeAsked.at }, extendedDays: course.extendedDays,
    answers: answers.map((answer) => ({ ...answerReplyOf(app, one, answer), writtenBy: answer.writtenBy, writtenAt: answer.writtenAt, releasedBy: answer.releasedBy, sentBack: answer.sentBack, findings: answer.findings })),
    files: files.map(fileReplyOf), lead: lead ? { id: lead.id, number: lead.number } : null, tree: course.tree,
    children: children.map((child) => ({ id: child.id, number: child.number, title: masked ? withoutReporter(child.title, child.contact) : child.title, state: child.state, unit: child.unit && named(child.unit), part: child.course.tree === 'split' })), childCount: course.children, handedTo: course.handedTo, redoUntil: 'until' in redoing ? redoing.until : null, published: course.publish === 'done',
    history: events.map(({ action, actorKind, actorName, at, detail, words }) => ({ action, actorKind, actorName: masked && reporter(actorKind) ? '' : actorName, at, detail, words: words === null ? null : shown(words) })),
    actions: offeredTo(app, one, parties, now),
  }
}
