// What a request's words say beside its class: how urgent it is, how the writer feels, what must not be shown, when it was, whom it is about. Pure.
import { findEmergency, type Emergency } from './emergency.ts'
import { sensitiveParts, type SensitivePart } from './sensitive.ts'
import { readSentiment, type Sentiment } from './sentiment.ts'
import { findSubject } from './subject.ts'
import { readUrgency, type Urgency } from './urgency.ts'
import { findWhen, type When } from './when.ts'

export type Meaning = { urgency: Urgency; sentiment: Sentiment; sensitive: SensitivePart[]; when?: When; subject?: string; emergency?: Emergency }

/** Longest text looked at, in characters. */
const longest = 3000

/** @param on the day the request was sent, 'YYYY-MM-DD' */
export const readMeaning = (whole: string, on?: string): Meaning => {
  const text = whole.slice(0, longest).normalize('NFKC')
  const [emergency, when, subject] = [findEmergency(text), on === undefined ? undefined : findWhen(text, on), findSubject(text)]
  return {
    urgency: emergency ? 'life' : readUrgency(text), sentiment: readSentiment(text), sensitive: sensitiveParts(text),
    ...(when ? { when } : {}), ...(subject ? { subject } : {}), ...(emergency ? { emergency } : {}),
  }
}
