// From when a hearing may be held: seven working days after it is announced (Administrative Licensing Law Art. 48). Pure.
import { Refusal } from '../../kernel/errors.ts'
import { hearingNoticeDays } from './approval.ts'
import { addWorkingDays } from './working-days.ts'

/**
 * @param today the day it is announced, 'YYYY-MM-DD' @param region whose calendar counts
 * @throws Refusal invalid with `earliest`, the first day possible; with `because: 'calendar'` and `unknownFrom` while nobody can tell it
 */
export const checkHearingDay = (heldOn: string, today: string, region: string): void => {
  const earliest = addWorkingDays(today, hearingNoticeDays, region)
  if (!('on' in earliest)) throw new Refusal('invalid', { heldOn, because: 'calendar', unknownFrom: earliest.unknownFrom })
  if (heldOn < earliest.on) throw new Refusal('invalid', { heldOn, earliest: earliest.on })
}
