// Days of a promise that could not be counted when they were set: by when it is due, and by when the applicant is heard. Filled in once the
// calendar is published; the applicant is told until when they may speak, and has all of that time.
import { plainDate } from '../../kernel/clock.ts'
import { awaitDay, followCalendar, type Scene } from '../cases/index.ts'
import { hearingDays } from './due-days.ts'
import { dayInWords, tell } from './recording.ts'
import { isQuestioned, type Undertaking } from './undertaking.ts'
import { getUndertakingForUpdate, listUndertakingLines, updateUndertaking } from './undertakings-store.ts'

const kinds = { due: 'undertakings.due', answer: 'undertakings.answer' } as const

/** Why a promise is questioned that was not kept by its day. */
export const lapsed = '到期没有补上，也没有说明原因'

/** Called with a promise as it has just been stored: whatever day of it cannot be counted yet is filled in later. */
export const awaitDays = async (scene: Scene, { id, region, countFrom, dueDays, dueOn, state, answered, answerOn }: Undertaking): Promise<void> => {
  if (countFrom !== null && dueDays !== null) await awaitDay(scene, dueOn, { kind: kinds.due, subject: id, region, from: countFrom, days: dueDays })
  if (isQuestioned(state) && !answered) await awaitDay(scene, answerOn, { kind: kinds.answer, subject: id, region, from: plainDate(scene.at), days: hearingDays })
}

/** What the applicant was told when they were asked. */
const reasonsOf = async ({ tx }: Scene, id: string): Promise<string> => {
  const said = (await listUndertakingLines(tx, [id])).findLast(({ action }) => action === 'question' || action === 'lapse')?.detail['reasons']
  return typeof said === 'string' ? said : lapsed
}

/** Said once, when the product starts. */
export const followDays = (): void => {
  followCalendar(kinds.due, async ({ tx, at }, { subject }, day) => {
    const one = await getUndertakingForUpdate(tx, subject)
    if (one.dueOn === null && one.endedAt === null) await updateUndertaking(tx, { ...one, dueOn: day, lookOn: plainDate(at) })
  })
  followCalendar(kinds.answer, async (scene, { subject }, day) => {
    const one = await getUndertakingForUpdate(scene.tx, subject)
    if (!isQuestioned(one.state) || one.answerOn !== null) return
    await updateUndertaking(scene.tx, { ...one, answerOn: day })
    await tell(scene, one, 'undertakingQuestioned', { reasons: await reasonsOf(scene, subject), day: dayInWords(day) })
  }, { anew: true })
}
