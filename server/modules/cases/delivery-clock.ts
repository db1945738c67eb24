// The clock after the decision: a result reaches its person within ten working days of it (Administrative Licensing Law Art. 44, 82).
// Pure.
import { plainDate } from '../../kernel/clock.ts'
import { deliveryDays } from './approval.ts'
import { addWorkingDays } from './working-days.ts'

/** The last day for a result decided at this instant; the day of the decision does not count. null: the calendar is not published. @param region whose authorities work */
export const deliverBy = (decidedAt: Date, region: string): string | null => {
  const due = addWorkingDays(plainDate(decidedAt), deliveryDays, region)
  return 'on' in due ? due.on : null
}
