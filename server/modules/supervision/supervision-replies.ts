// How cards and ladders look over the API, to the unit and to those who watch over it.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema, type Ladder } from '../catalogue/index.ts'
import { addWorkingDays } from '../cases/index.ts'
import { canDecide, cardColors, cardReasons, cardStandings, isAnswerLate, standingOf, stepsOf, type Card } from './card.ts'
import type { Escalation } from './escalations-store.ts'

const text = Type.String()
const nullable = Type.Union([text, Type.Null()])

export const cardSchema = Type.Object(
  {
    id: text, color: Type.Enum([...cardColors]), reason: Type.Enum([...cardReasons], { description: 'late: a step of the ladder; repeated: too many yellow cards.' }), standing: Type.Enum([...cardStandings]),
    caseId: nullable, requestId: nullable, number: Type.String({ description: 'Of the case or the request.' }), line: text, region: text, authorityName: textsSchema, regionName: textsSchema, promisedOn: text, daysLate: Type.Integer({ description: 'Working days, when it was issued; 0 for a request whose hours ran out the same day.' }),
    issuedAt: text, answerDueOn: nullable, answerLate: Type.Boolean(),
    answer: Type.Union([Type.Object({ text, rectified: Type.Boolean({ description: 'Put right, not only explained.' }), byName: text, at: text }), Type.Null()]),
    decision: Type.Union([Type.Object({ reasons: text, byName: text, at: text }), Type.Null()]),
    decidable: Type.Object({ confirmed: Type.Boolean(), cancelled: Type.Boolean() }, { description: 'What a supervisor can do now; confirming waits for the answer or its day.' }),
  },
  { description: 'A yellow or red card to a unit, for a late case or a late request.' },
)

export const stepSchema = Type.Object(
  {
    step: Type.Integer(), to: Type.Enum(['unit', 'bureau', 'supervision']), card: Type.Union([Type.Enum([...cardColors]), Type.Null()]),
    on: Type.Union([text, Type.Null()], { description: 'The day it comes to this step; null in a year whose calendar is not published.' }), takenAt: nullable,
  },
  { description: 'One step of the ladder for a case.' },
)

export const namesOf = (app: App, line: string, region: string) => {
  const catalogue = app.packs.catalogueFor(region)
  return { authorityName: nameOr(authorityOf(catalogue, line, region), line), regionName: nameOr(catalogue.regions[region], region) }
}

export const toCardReply = (app: App, card: Card, number: string, today: string): Static<typeof cardSchema> => ({
  id: card.id, color: card.color, reason: card.reason, standing: standingOf(card), caseId: card.caseId, requestId: card.requestId, number, line: card.line, region: card.region, ...namesOf(app, card.line, card.region),
  promisedOn: card.promisedOn, daysLate: card.daysLate, issuedAt: card.issuedAt, answerDueOn: card.answerDueOn, answerLate: isAnswerLate(card, today),
  answer: card.answer && card.answeredAt ? { ...card.answer, at: card.answeredAt } : null,
  decision: card.verdict && card.decidedAt ? { reasons: card.verdict.reasons, byName: card.verdict.byName, at: card.decidedAt } : null,
  decidable: { confirmed: canDecide(card, 'confirmed', today), cancelled: canDecide(card, 'cancelled', today) },
})

/** The whole ladder of a case: what has been done, and when the next step comes. @param promisedOn 'YYYY-MM-DD' */
export const toStepReplies = (ladder: Ladder | undefined, promisedOn: string, region: string, taken: readonly Escalation[]): Static<typeof stepSchema>[] =>
  stepsOf(ladder).map(({ step, to, card = null, afterDays }) => {
    const day = addWorkingDays(promisedOn, afterDays, region)
    return { step, to, card, on: 'on' in day ? day.on : null, takenAt: taken.find((each) => each.step === step && each.promisedOn === promisedOn)?.at ?? null }
  })
