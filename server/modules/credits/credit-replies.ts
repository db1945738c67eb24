// Replies: a person's grade and what it rests on, their account, a bill on it.
import { Type, type Static } from 'typebox'
import { textsSchema } from '../catalogue/index.ts'
import { digestOfTerms } from './account-keeping.ts'
import { billActions, billAfter, billStates, isContested, ownFen, type CareAccount, type CareBill } from './care-bill.ts'
import type { CareAction } from './credits-store.ts'
import type { CompanyStanding, Standing } from './grading.ts'

const text = Type.String()
const maybe = Type.Union([Type.String(), Type.Null()])
const fen = (description: string) => Type.Integer({ description: `${description}, in fen.` })

export const billSchema = Type.Object({
  id: text, number: text, hospital: text, department: text, visitedOn: text, totalFen: fen('What the visit cost'), insuredFen: fen('What the insurance has paid'), ownFen: fen('What is left to pay'),
  state: Type.Enum([...billStates]), dueOn: maybe, lateOn: maybe, may: Type.Array(Type.Enum([...billActions]), { description: 'What can be done about it in its state, by whoever may.' }),
  words: Type.Array(Type.Object({ action: text, at: text, text, mine: Type.Boolean() }), { description: 'What was said about it: an objection and its answer.' }),
})

const gradeSchema = Type.Object({ id: text, name: textsSchema, means: textsSchema, promises: Type.Boolean(), payLater: fen('Up to how much care may be on account') })
const lawSchema = Type.Object({ title: text, article: Type.Optional(text) })

export const creditSchema = Type.Object({
  grade: gradeSchema,
  broken: Type.Integer({ description: 'Broken promises that count today; listOwnCreditEntries has them.' }), late: Type.Integer({ description: 'Bills that are late today.' }),
  remedies: Type.Array(Type.Enum(['repair', 'settle']), { description: 'What would lead to the best grade.' }),
  grades: Type.Array(gradeSchema, { description: 'All grades of the place, from the best down.' }),
  legalBasis: Type.Array(lawSchema), exampleValues: Type.Boolean({ description: 'Days and amounts are examples, not those of a place.' }),
  terms: Type.Object({ billDays: Type.Integer(), remindDays: Type.Integer(), graceDays: Type.Integer(), digest: Type.String({ description: 'Of these terms at this grade; sent along when an account is opened.' }) }),
  account: Type.Union([Type.Object({ openedAt: text, limitFen: fen('Limit agreed to'), owedFen: fen('On account now'), leftFen: fen('Still possible') }), Type.Null()]),
  bills: Type.Array(billSchema),
})

export const companyCreditSchema = Type.Object({
  uscc: text, name: text, grade: gradeSchema, grades: Type.Array(gradeSchema, { description: 'All grades of companies, from the best down.' }), remedies: Type.Array(Type.Enum(['repair', 'settle'])), legalBasis: Type.Array(lawSchema),
  entries: Type.Array(Type.Object({ reason: text, recordedOn: text, untilOn: text }), { description: 'Broken promises that count today. Whoever made the promise objects or asks for repair.' }),
})

const shown = (each: Standing['grade']): Static<typeof gradeSchema> => ({ id: each.id, name: each.name, means: each.means, promises: each.promises, payLater: each.payLater })
const lawOf = ({ legalBasis }: Standing['terms']): Static<typeof lawSchema>[] => legalBasis.map(({ title, article }) => ({ title, ...(article === undefined ? {} : { article }) }))

export const toCompanyCredit = (company: { uscc: string; name: string }, { grade, remedies, terms, entries }: CompanyStanding): Static<typeof companyCreditSchema> => ({
  ...company, grade: shown(grade), grades: terms.companyGrades.map(shown), remedies, legalBasis: lawOf(terms), entries: entries.map(({ reason, recordedOn, untilOn }) => ({ reason, recordedOn, untilOn })),
})

const wordsIn = (actions: readonly CareAction[], bill: string) =>
  actions.flatMap(({ billId, action, at, detail, actorKind }) => (billId === bill && typeof detail['text'] === 'string' ? [{ action, at, text: detail['text'], mine: actorKind === 'person' }] : []))

export const toBillReply = (one: CareBill, actions: readonly CareAction[]): Static<typeof billSchema> => ({
  id: one.id, number: one.number, hospital: one.hospital, department: one.department, visitedOn: one.visitedOn, totalFen: one.totalFen, insuredFen: one.insuredFen, ownFen: ownFen(one), state: one.state, dueOn: one.dueOn, lateOn: one.lateOn,
  may: billActions.filter((action) => billAfter(one.state, action) !== undefined && !(action === 'contest' && isContested(one, actions))), words: wordsIn(actions, one.id),
})

export const toCreditReply = ({ grade, facts, remedies, bills, terms }: Standing, account: CareAccount | undefined, actions: readonly CareAction[]): Static<typeof creditSchema> => ({
  grade: shown(grade), ...facts, remedies, grades: terms.grades.map(shown), legalBasis: lawOf(terms), exampleValues: terms.exampleValues ?? false,
  terms: { billDays: terms.billDays, remindDays: terms.remindDays, graceDays: terms.graceDays, digest: digestOfTerms(terms, grade.payLater) },
  account: account ? { openedAt: account.openedAt, limitFen: account.limitFen, owedFen: account.owedFen, leftFen: Math.max(Math.min(account.limitFen, grade.payLater) - account.owedFen, 0) } : null,
  bills: bills.map((bill) => toBillReply(bill, actions)),
})
