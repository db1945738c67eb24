// Look-ups gathered by the day they were made on, the newest first.
// Pure. Days are those of Asia/Shanghai.
import { plainDateOf } from '../../../shared/format.ts'

/** Groups in the order in which their days appear. */
export function byDay<Entry extends { at: string }>(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  return [...Map.groupBy(entries, ({ at }) => plainDateOf(at))].map(([day, group]) => ({ day, entries: group }))
}
