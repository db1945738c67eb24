// The days of a dispute: until when an authority answers, and how near that is. Working days of the authority's region. Pure.
// The law says "in time" (Personal Information Protection Law Art. 46); the number of days is the platform's promise.
import { addWorkingDays, workingDaysBetween } from '../cases/index.ts'
import { hasEndedDispute, type Dispute } from './dispute.ts'

/** Working days in which an authority answers, and a supervisor decides an objection. */
export const answerDays = 10
/** From so many working days before the day on it is amber. */
const soonDays = 2

export const dueAfter = (from: string, region: string): string | null => {
  const day = addWorkingDays(from, answerDays, region)
  return 'on' in day ? day.on : null
}

export type Urgency = 'calm' | 'soon' | 'late'

/** @param today 'YYYY-MM-DD' */
export const urgencyOf = ({ state, dueOn, region }: Pick<Dispute, 'state' | 'dueOn' | 'region'>, today: string): Urgency => {
  if (hasEndedDispute(state) || dueOn === null) return 'calm'
  if (today > dueOn) return 'late'
  return (workingDaysBetween(today, dueOn, region) ?? answerDays) <= soonDays ? 'soon' : 'calm'
}
