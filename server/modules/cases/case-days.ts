// The days of a case that could not be counted when they were set, once their calendar is published: of an opinion asked, of a holder to be
// heard, of a correction, of a later check. Each is a step of the case, so its history says what the day is and since when it is known.
import { plainDate } from '../../kernel/clock.ts'
import { followCalendar, type DayFiller } from './awaited-days.ts'
import { awaitsApplicant } from './case.ts'
import { updateCheckOwedDay } from './checks-owed-store.ts'
import { justAsked } from './correction-due.ts'
import { updateCorrectionAsked } from './corrections-asked-store.ts'
import { openOpinions } from './course.ts'
import { dayKinds, partIn } from './day-kinds.ts'
import { remind } from './following-corrections.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { updateOpinionDay } from './opinions-store.ts'
import { openProposal } from './proposal.ts'

const fillOpinion: DayFiller = async (scene, { subject }, day) => {
  const { caseId, nth } = partIn(subject)
  const { one } = await getCaseForAction(scene.tx, caseId)
  if (!openOpinions(one.course).some(({ id, dueOn }) => id === nth && dueOn === null)) return
  await actOnCase(scene, one, 'countDay', { opinion: nth, dueOn: day })
  await updateOpinionDay(scene.tx, caseId, nth, day)
}

/** The holder is told until when they may speak. */
const fillProposal: DayFiller = async (scene, { subject }, day) => {
  const { caseId, nth } = partIn(subject)
  const { one } = await getCaseForAction(scene.tx, caseId)
  const open = openProposal(one.course)
  if (open?.id === nth && open.answerUntil === null) await actOnCase(scene, one, 'countDay', { proposes: open.action, reasons: open.reasons, law: open.law, answerUntil: day })
}

const fillCorrection: DayFiller = async (scene, { subject: caseId }, day) => {
  const { one } = await getCaseForAction(scene.tx, caseId)
  if (!awaitsApplicant(one.state) || one.course.answerBy !== null) return
  const next = await actOnCase(scene, one, 'countDay', { answerBy: day })
  await updateCorrectionAsked(scene.tx, { caseId, ...justAsked(day, plainDate(scene.at)) })
  await remind(scene, next, day)
}

/** Said once, when the product starts. What somebody outside is told of begins anew where it would be over. */
export const followDays = (): void => {
  followCalendar(dayKinds.opinion, fillOpinion)
  followCalendar(dayKinds.proposal, fillProposal, { anew: true })
  followCalendar(dayKinds.correction, fillCorrection, { anew: true })
  followCalendar(dayKinds.check, ({ tx }, { subject }, day) => updateCheckOwedDay(tx, subject, day))
}
