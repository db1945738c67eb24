// What was put right in one case reaches the other cases of its application that hold it: written into those under way, so that each
// authority decides on what is right now; where a result states it otherwise already, its authority is asked to correct the result and
// the applicant is told. Nobody learns a concept they did not have. Personal Information Protection Law Art. 8, 46.
import { plainDate } from '../../kernel/clock.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { checksOf } from './advancing.ts'
import { hasEnded, mayAct, wasGranted, type Case } from './case.ts'
import { actOnCase } from './handling.ts'
import { takenOver, type PutRight } from './putting-right.ts'
import type { Scene } from './recording.ts'
import { listResultsOf } from './results-store.ts'
import { handlerRoles } from './standing-in.ts'

/** Those who can correct the result find it among their messages. */
const askToCorrect = async ({ app, tx }: Scene, one: Case): Promise<void> => {
  const service = (await pinnedCatalogue(app, tx, one)).services[one.service]?.name
  const staff = await listStaffPostedTo(tx, one, handlerRoles.filter((role) => mayAct(role, 'correctResult')))
  await notifyStaff(tx, app.clock, staff.map(({ id }) => ({ staffId: id, kind: 'resultToCorrect' as const, caseId: one.id, detail: { number: one.number, ...(service ? { service } : {}) } })))
}

/** What the rules found, on what is right now; what nobody has looked at yet is checked when it is. */
const checkedAgain = async ({ app, tx, at }: Scene, one: Case): Promise<Case['checks']> => (one.checks.length === 0 ? [] : checksOf(await pinnedCatalogue(app, tx, one), one, plainDate(at)))

/**
 * Writes what was put right into every other case that holds it. The caller holds the cases.
 * @param cases all cases of the application as they are now
 */
export const takeOver = async (scene: Scene, cases: readonly Case[], right: PutRight): Promise<void> => {
  const results = cases.some(({ state }) => wasGranted(state)) ? await listResultsOf(scene.tx, cases[0]?.applicationId ?? '') : []
  for (const one of cases) {
    if (one.service === right.service) continue
    const result = results.find(({ caseId }) => caseId === one.id)
    const { next, concepts } = takenOver(one, right, result?.content)
    if (concepts.length === 0) continue
    const [checks, isToCorrect] = [hasEnded(one.state) ? one.checks : await checkedAgain(scene, next), next.corrections.length > 0]
    const detail = { concepts, because: right.service, ...(result && isToCorrect ? { result: result.number } : {}) }
    const taken = await actOnCase(scene, one, 'takeCorrection', detail, (changed) => ({ ...changed, content: next.content, corrections: next.corrections, checks }))
    if (isToCorrect) await askToCorrect(scene, taken)
  }
}
