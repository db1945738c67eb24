// An instant in the shortest form, with the year when it is not the present one.
// Kept out of the components, because they may not read the clock while they are drawn.
import { formatMoment } from '../../../shared/format.ts'

export function moment(instant: string): string {
  return formatMoment(instant, new Date().getFullYear())
}
