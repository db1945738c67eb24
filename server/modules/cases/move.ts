// One action on one case, computed: state, course, clock, limits and whose hands it is in afterwards. Pure; handling.ts stores it.
import { after, clockRuns, hasEnded, type Case, type Turning } from './case.ts'
import { courseAfter, openProcedures, type CourseStep } from './course.ts'
import { extendLimits, startClock, stopClock } from './legal-clock.ts'

/** What of the action decides the state and is kept with it: how many special procedures still go on once this one has ended. */
const turningOf = ({ course }: Case, { action, detail }: CourseStep): Turning =>
  action === 'endProcedure' ? { open: openProcedures(course).filter(({ id }) => id !== detail['procedure']).length } : {}

/** The clock runs or stands as the state has it; an ending stops it for good. */
const timed = (before: Case, next: Case, today: string): Case => {
  if (clockRuns(next.state) === clockRuns(before.state)) return next
  return clockRuns(next.state) ? startClock(next, today) : stopClock(next, today)
}

/** What an action does beyond state, course and clock: a longer limit; a case passed on is for the next level to take, one sent back is in the hands it came from. */
const consequences = (one: Case, next: Case, { action }: CourseStep): Case => {
  if (action === 'extend') return extendLimits(next, next.course.extendedDays)
  if (action === 'forward') return { ...next, assigneeId: null }
  return action === 'sendBack' ? { ...next, assigneeId: one.course.passed[next.course.level]?.id ?? null } : next
}

/** The case after the action, with the detail to keep in its history; undefined when the lifecycle does not allow it. */
export const moved = (one: Case, step: CourseStep): { next: Case; detail: Record<string, unknown> } | undefined => {
  const turning = turningOf(one, step)
  const state = after(one.state, step.action, turning)
  if (!state) return undefined
  const changed = { ...one, state, course: courseAfter(one.course, step), revision: one.revision + 1, updatedAt: step.at }
  const next = consequences(one, timed(one, changed, step.on), step)
  return { next: hasEnded(state) && !hasEnded(one.state) ? { ...next, endedAt: step.at } : next, detail: { ...step.detail, ...turning } }
}
