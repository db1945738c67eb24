// Until when a correction is answered, when the applicant is reminded, and when the application counts as given up. The Administrative
// Licensing Law (Art. 32) gives no number of days; where a rule of an authority does, the service states it (`handling.correction`). Days are
// 'YYYY-MM-DD'. Pure.
import { addDays } from '../../kernel/clock.ts'

/** Calendar days before the last one on which the applicant is first reminded; again on the last. */
const remindBefore = 7

type Standing = { answerBy: string | null; reminded: number }

/** What to do by itself today, how often the applicant will have been reminded then, and when to look again; null: never, or once the day is known. */
export type CorrectionStep = { step?: 'remind' | 'lapse'; reminded: number; lookOn: string | null }

const lookAgain = (answerBy: string, reminded: number): string => (reminded < 1 ? addDays(answerBy, -remindBefore) : reminded < 2 ? answerBy : addDays(answerBy, 1))

/** Repeating it on the same day does nothing more. */
export const correctionStep = ({ answerBy, reminded }: Standing, today: string): CorrectionStep => {
  if (answerBy === null) return { reminded, lookOn: null }
  if (today > answerBy) return { step: 'lapse', reminded, lookOn: null }
  const due = today === answerBy ? 2 : today >= addDays(answerBy, -remindBefore) ? 1 : 0
  return due > reminded ? { step: 'remind', reminded: due, lookOn: lookAgain(answerBy, due) } : { reminded, lookOn: lookAgain(answerBy, reminded) }
}

/** Just asked, or its day just told: that counts as the first reminder where the first would be sent by now. */
export const justAsked = (answerBy: string | null, today: string): CorrectionStep => {
  const { reminded, lookOn } = correctionStep({ answerBy, reminded: 0 }, today)
  return { reminded, lookOn }
}
