// For which unit a request counts in figures. Pure; counted-store.ts says the same to the database.
import { centreLine } from './access.ts'
import { isAnswered } from './request.ts'
import type { CitizenRequest, FirstAnswer, Unit } from './request-record.ts'

const minuteMs = 60_000

/** Whoever has it; before any unit has, the request centre. */
export const unitOrCentre = ({ unit, region }: Pick<CitizenRequest, 'unit' | 'region'>): Unit => unit ?? { line: centreLine, region }

/** Once there was an answer it stays that of the unit that gave it, whoever does it anew. */
export const countedUnit = (one: Pick<CitizenRequest, 'course' | 'unit' | 'region'>): Unit => one.course.first ?? unitOrCentre(one)

/** What the step to `next` makes of the first answer; undefined when it is none, or not the first. @param dueAt of before the step */
export const firstAnswer = ({ dueAt }: Pick<CitizenRequest, 'dueAt'>, next: CitizenRequest, at: Date): FirstAnswer | undefined =>
  isAnswered(next.state) && !next.course.first
    ? { ...unitOrCentre(next), inTime: dueAt === null ? null : at <= new Date(dueAt), minutes: Math.round((at.getTime() - Date.parse(next.receivedAt)) / minuteMs) }
    : undefined
