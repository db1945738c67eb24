// Cards of supervision (督办): a yellow or red card to a unit, its answer, the verdict of a supervisor. Where a card stands follows from what
// happened to it. Administrative Licensing Law Art. 60 (superiors watch and correct), 74 (not deciding in time). Pure.
import type { Ladder } from '../catalogue/index.ts'

export const cardColors = ['yellow', 'red'] as const
export type CardColor = (typeof cardColors)[number]

/** late: a step of the ladder; repeated: so many yellow cards within the days the pack names. */
export const cardReasons = ['late', 'repeated'] as const
export type CardReason = (typeof cardReasons)[number]

/** What the unit says; `rectified`: it has put it right. */
export type CardAnswer = { text: string; rectified: boolean; byName: string }

export const verdicts = ['confirmed', 'cancelled'] as const
export type CardVerdict = { verdict: (typeof verdicts)[number]; reasons: string; byName: string }

/** What is late, a case or a request, and the unit that has it. `promisedOn`: 'YYYY-MM-DD', the day it was due. `personId` null: nobody is known who reported it. */
export type Late = { caseId: string | null; requestId: string | null; personId: string | null; line: string; region: string; promisedOn: string }

export type Card = Late & {
  id: string
  color: CardColor
  reason: CardReason
  /** working days, when the card was issued */
  daysLate: number
  issuedAt: string
  /** null: in a year whose calendar is not published */
  answerDueOn: string | null
  answer: CardAnswer | null
  answeredAt: string | null
  verdict: CardVerdict | null
  decidedAt: string | null
}

export const cardStandings = ['open', 'answered', 'confirmed', 'cancelled'] as const
export type CardStanding = (typeof cardStandings)[number]

export const standingOf = ({ answer, verdict }: Pick<Card, 'answer' | 'verdict'>): CardStanding => verdict?.verdict ?? (answer ? 'answered' : 'open')

/** A unit answers once, until a supervisor has decided. */
export const canAnswer = (card: Pick<Card, 'answer' | 'verdict'>): boolean => standingOf(card) === 'open'

/** A card is confirmed when the unit has been heard, or has let its days pass; cancelled at any time before that. */
export const canDecide = (card: Pick<Card, 'answer' | 'verdict' | 'answerDueOn'>, verdict: CardVerdict['verdict'], today: string): boolean =>
  card.verdict === null && (verdict === 'cancelled' || card.answer !== null || isAnswerLate(card, today))

export const isAnswerLate = ({ answer, verdict, answerDueOn }: Pick<Card, 'answer' | 'verdict' | 'answerDueOn'>, today: string): boolean => answer === null && verdict === null && answerDueOn !== null && today > answerDueOn

/** One step of the ladder; `step` counts from 1, because 0 is the warning before the promised day. */
export type Step = Ladder['steps'][number] & { step: number }

export const stepsOf = (ladder: Ladder | undefined): Step[] => (ladder?.steps ?? []).map((each, index) => ({ ...each, step: index + 1 }))

/** The steps a case has come to. @param daysLate working days after the promised day */
export const stepsDue = (ladder: Ladder | undefined, daysLate: number): Step[] => stepsOf(ladder).filter(({ afterDays }) => afterDays <= daysLate)

export const amberStep = 0
