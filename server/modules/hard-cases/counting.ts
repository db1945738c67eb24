// Days of a hard case that could not be counted when they were set: by when it is sorted, by when it is answered. Filled in, and watched,
// once the calendar is published.
import { plainDate } from '../../kernel/clock.ts'
import { awaitDay, followCalendar } from '../cases/index.ts'
import { isOpen, isUnsorted, type HardCase } from './hard-case.ts'
import { planLateness } from './hard-cases-jobs.ts'
import { getHardCaseForUpdate, updateHardCase } from './hard-cases-store.ts'
import { windowOf, type Scene } from './recording.ts'

const kinds = { sort: 'hardCases.sort', answer: 'hardCases.answer' } as const

/** Called with a hard case whose days have just been set. */
export const awaitDays = async (scene: Scene, { id, region, sortOn, answerOn }: HardCase): Promise<void> => {
  const { sortDays, answerDays } = windowOf(scene.app, region)
  const from = plainDate(scene.at)
  await awaitDay(scene, sortOn, { kind: kinds.sort, subject: id, region, from, days: sortDays })
  await awaitDay(scene, answerOn, { kind: kinds.answer, subject: id, region, from, days: answerDays })
}

/** Said once, when the product starts. */
export const followDays = (): void => {
  const fill = (missing: (one: HardCase) => boolean, filled: (one: HardCase, day: string) => HardCase): Parameters<typeof followCalendar>[1] => async ({ tx }, { subject }, day) => {
    const one = await getHardCaseForUpdate(tx, subject)
    if (!isOpen(one.state) || !missing(one)) return
    const next = filled(one, day)
    await updateHardCase(tx, next)
    await planLateness(tx, next)
  }
  followCalendar(kinds.sort, fill(({ state, sortOn }) => sortOn === null && isUnsorted(state), (one, day) => ({ ...one, sortOn: day })))
  followCalendar(kinds.answer, fill(({ answerOn }) => answerOn === null, (one, day) => ({ ...one, answerOn: day })))
}
