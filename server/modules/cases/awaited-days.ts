// Days that fall into a year whose calendar is not published: kept with where the count starts and how many working days it takes, and
// given to whoever waits for them as soon as the calendar is there (recounting.ts). The one way in which any module waits for a day.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { App } from '../../module.ts'
import { deleteDayAwaited, listDaysAwaited, upsertDayAwaited, type DayAwaited } from './days-awaited-store.ts'
import type { Scene } from './recording.ts'
import { addWorkingDays } from './working-days.ts'

export type { DayAwaited }

const pageSize = 500

/** Fills in a day where it is still missing. Runs in a transaction of its own; what has been settled otherwise meanwhile stays as it is. @param day 'YYYY-MM-DD' */
export type DayFiller = (scene: Scene, awaited: DayAwaited, day: string) => Promise<void>

/** `anew`: somebody outside is told of the day and must have all of it, so one that is over when it can be counted starts on that day. */
type Waiting = { fill: DayFiller; anew: boolean }

const waiting = new Map<string, Waiting>()

/** Said once, when the product starts. @param kind what the day is of; the same kind again replaces it */
export const followCalendar = (kind: string, fill: DayFiller, { anew = false }: { anew?: boolean } = {}): void => void waiting.set(kind, { fill, anew })

/** The day so many working days after `from`; null where its calendar is not published. */
const countedDay = ({ from, days, region }: Pick<DayAwaited, 'from' | 'days' | 'region'>): string | null => {
  const due = addWorkingDays(from, days, region)
  return 'on' in due ? due.on : null
}

/** Keeps a day for later where it could not be counted. @param day as it was counted; null: unknown */
export const awaitDay = async ({ tx, at }: Pick<Scene, 'tx' | 'at'>, day: string | null, awaited: DayAwaited): Promise<void> => {
  if (day === null) await upsertDayAwaited(tx, awaited, at)
}

/** The day so many working days after `from`; where its calendar is not published: null, and filled in as soon as it is. */
export const countDay = async (scene: Pick<Scene, 'tx' | 'at'>, awaited: DayAwaited): Promise<string | null> => {
  const day = countedDay(awaited)
  await awaitDay(scene, day, awaited)
  return day
}

const calendar: Principal = { kind: 'system', name: 'calendar' }

/** Fills in one day if it is known by now and nobody else has done it. */
const fillIn = (app: App, awaited: DayAwaited): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: calendar, requestId: null, at: app.clock.now() }
    const { fill, anew } = waiting.get(awaited.kind) ?? {}
    const counted = countedDay(awaited)
    if (!fill || counted === null || !(await deleteDayAwaited(tx, awaited))) return false
    const today = plainDate(scene.at)
    const day = anew && counted <= today ? await countDay(scene, { ...awaited, from: today }) : counted
    if (day === null) return false
    await fill(scene, awaited, day)
    await insertAudit(tx, [{ at: scene.at.toISOString(), actorKind: 'system', actorId: 'calendar', action: 'calendar.count', subjectType: awaited.kind, subjectId: awaited.subject, region: awaited.region, requestId: null, detail: { day, from: awaited.from, days: awaited.days } }])
    return true
  })

/** Fills in every day whose calendar is published by now; returns how many. Repeating it changes nothing. */
export const fillDays = async (app: App): Promise<number> => {
  let [filled, after] = [0, { kind: '', subject: '' }]
  for (;;) {
    const page = await listDaysAwaited(app.db.read, after, pageSize)
    for (const awaited of page) if (countedDay(awaited) !== null && (await fillIn(app, awaited))) filled += 1
    const last = page.at(-1)
    if (page.length < pageSize || !last) return filled
    after = last
  }
}
