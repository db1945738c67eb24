// A clock for tests that stands still until it is told to move.
import type { Clock } from '../kernel/clock.ts'

export type TestClock = Clock & { advance: (milliseconds: number) => void; set: (instant: string) => void }

/** @param start an instant, e.g. '2026-11-20T09:00:00+08:00' */
export const clockAt = (start: string): TestClock => {
  let instant = new Date(start).getTime()
  return {
    now: () => new Date(instant),
    advance: (milliseconds) => {
      instant += milliseconds
    },
    set: (text) => {
      instant = new Date(text).getTime()
    },
  }
}
