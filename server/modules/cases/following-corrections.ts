// A correction that is not answered: its applicant is reminded, and after the last day the application counts as given up and the case ends
// without a decision (逾期不补正，视为放弃申请), with a notice that says so and that one may apply again. By the day alone; repeating it
// changes nothing.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { awaitsApplicant, type Case } from './case.ts'
import { correctionStep } from './correction-due.ts'
import { findCorrectionAskedForUpdate, listCorrectionsToLookAt, updateCorrectionAsked } from './corrections-asked-store.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { messageFor, system, type Scene } from './recording.ts'
import { dayInWords } from './telling.ts'

const pageSize = 200

/** Why a case ends by itself, beside the grounds an official proposes. */
export const notCorrected = 'notCorrected'

/** The applicant reads by when it has to be answered, and what happens otherwise. */
export const remind = async (scene: Scene, one: Case, answerBy: string): Promise<void> =>
  insertMessages(scene.tx, [messageFor(scene, one, 'correctionDue', await pinnedCatalogue(scene.app, scene.tx, one), { day: dayInWords(answerBy) })])

const giveUp = async (scene: Scene, one: Case, answerBy: string): Promise<void> => {
  const reasons = `到${dayInWords(answerBy)['zh-CN']}没有补正，视为放弃这次申请`
  await actOnCase(scene, one, 'terminate', { ground: notCorrected, answerBy, reasons })
}

/** Does what is due for one case; returns whether it ended. Whoever answers at the same moment is waited for: the case is held first. */
const followOne = (app: App, caseId: string): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: system, requestId: null, at: app.clock.now() }
    const { one } = await getCaseForAction(tx, caseId)
    const asked = await findCorrectionAskedForUpdate(tx, caseId)
    if (!asked || asked.lookOn === null) return false
    const answerBy = awaitsApplicant(one.state) ? (one.course.answerBy ?? null) : null
    const { step, reminded, lookOn } = correctionStep({ answerBy, reminded: asked.reminded }, plainDate(scene.at))
    await updateCorrectionAsked(tx, { caseId, reminded, lookOn })
    if (step === 'remind' && answerBy !== null) await remind(scene, one, answerBy)
    if (step === 'lapse' && answerBy !== null) await giveUp(scene, one, answerBy)
    return step === 'lapse'
  })

/** Reminds and ends whatever it is time for; returns how many cases ended. */
export const followCorrections = async (app: App): Promise<number> => {
  const today = plainDate(app.clock.now())
  let ended = 0
  for (let found = pageSize; found === pageSize; ) {
    const due = await listCorrectionsToLookAt(app.db.read, today, pageSize)
    for (const caseId of due) if (await followOne(app, caseId)) ended += 1
    found = due.length
  }
  return ended
}
