// A first look at what an approver writes into a result, before the server checks it: identifiers with their check digits.
// The server remains the truth (cases-routes-staff.ts).
import { checkCreditCode, checkResidentId } from '../../../../server/kernel/identifiers.ts'

/** Whether a value may be one of this type; types without a shape of their own always may. */
export function isValueOf(type: string, value: string): boolean {
  if (type === 'idNumber') return checkResidentId(value).ok
  if (type === 'uscc') return checkCreditCode(value).ok
  return true
}
