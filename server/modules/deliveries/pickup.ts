// Results waiting at a counter: the code they are fetched with, who may fetch them, when the person is reminded. Pure.
import { createHmac } from 'node:crypto'
import { checkDigit } from '../../kernel/ids.ts'

/** Who else may fetch them: `digest` of the ID number as personDigest makes it. */
export type Fetcher = { name: string; masked: string; digest: string }

/** `edition` counts the codes drawn so far: a new one makes the old worthless. */
export type Pickup = {
  id: string; applicationId: string; personId: string; region: string; outlet: string; edition: number; digest: string; expiresOn: string
  fetcher: Fetcher | null; reminded: number; lookOn: string | null; readyAt: string; closedAt: string | null
}

/** Calendar days a code is good for; then the person draws a new one. */
export const codeLifeDays = 30
/** Working days after which the person is reminded, twice. */
export const remindAfterDays = 5
export const mostReminders = 2
/** Working days after which the hall sees it in its list of what nobody fetches. */
export const uncollectedAfterDays = 10

const digits = 7

/** Seven digits and a check digit, the same for one edition of one pick-up and known to nobody without the secret. */
export const pickupCode = (secret: string, id: string, edition: number): string => {
  const number = createHmac('sha256', secret).update(`pick-up ${id} ${edition}`).digest().readUInt32BE(0) % 10 ** digits
  const text = String(number).padStart(digits, '0')
  return text + checkDigit(text)
}

/** What the database keeps of a code; without the secret eight digits would be tried out in a moment. */
export const pickupDigest = (secret: string, code: string): string => createHmac('sha256', secret).update(`pick-up code ${code}`).digest('hex')

/** Whether a typed code can be one: a slip of the finger is told apart from a code that is nobody's. */
export const isPickupCode = (text: string): boolean => /^\d{8}$/.test(text) && checkDigit(text.slice(0, digits)) === text.at(-1)

export const isExpired = ({ expiresOn }: Pick<Pickup, 'expiresOn'>, today: string): boolean => today > expiresOn
