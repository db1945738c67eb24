// Public face of the cases module.
import type { Module } from '../../module.ts'
import { assignmentRoutes } from './assignment-routes-staff.ts'
import { deputyRoutes } from './deputy-routes-staff.ts'
import { lapse, lapseCron, lapseTask } from './lapsing.ts'
import { lifecycleRoutes } from './lifecycle-routes-staff.ts'
import { opinionRoutes } from './opinion-routes-staff.ts'
import { citizenResultRoutes } from './result-routes-citizen.ts'
import { resultRoutes } from './result-routes-staff.ts'
import { bulkRoutes } from './bulk-routes-staff.ts'
import { decisionNoticeRoutes } from './decision-notice-routes-citizen.ts'
import { staffCaseRoutes } from './cases-routes-staff.ts'
import { workloadRoutes } from './workload-routes-staff.ts'
import { advanceApplication, advanceTask } from './advancing.ts'
import { citizenProposalRoutes } from './proposal-routes-citizen.ts'
import { proposalRoutes } from './proposal-routes-staff.ts'
import { recountDays, recountTask } from './recounting.ts'
import { followHeard, tellApplication, tellCron, tellDue, tellTask } from './correcting.ts'
import { correctionRoutes } from './correction-routes-staff.ts'
import { followDays } from './case-days.ts'
import { followRegionalDays } from './working-days.ts'

export { revealReasons, type RevealReason } from './reveal.ts'
export { readOfMine, type ReadOfMine } from './case-read.ts'
export { listReadsAbout, type ReadSpan } from './case-reads-store.ts'
export { awaitsApplicant, canAct, caseActions, caseStates, clockRuns, hasEnded, mayAct, progressOf, progresses, stands, wasGranted, wasWithdrawn } from './case.ts'
export { holdsGood, openProcedures } from './course.ts'
export { gatherItems } from './correction.ts'
export type { Case, CaseAction, CaseEvidence, CaseFile, CaseState, CaseValue, HistoryLine, Progress } from './case.ts'
export { getCaseWithin } from './acting.ts'
export { deskFactsFor, deskItemSchema } from './desk-item.ts'
export { toQueueItem } from './case-replies.ts'
export { recordText, type DecisionInput, type DecisionRecord, type Held } from './decision.ts'
export { contentOf, contentSchema } from './case-content.ts'
export { findCheckOf, findDecisionOf, insertCheck, listDecisionsOfApplication, type DecisionCheck, listDecidedServices, listPastDecisions, listTableTotals, listUnchecked, listVersionFigures, type PastDecision, type PastFilter, type StoredDecision, type VersionFigures } from './decisions-store.ts'
export { listHandlingTimes, type HandlingTime } from './handling-times-store.ts'
export { insertHistory, listHistoryOfApplication, listReveals } from './history-store.ts'
export { countBacklog, hasCaseWithFile, listCasesForUpdate, listCasesOf, listCasesOfMany, listCasesWithIds, listQueue, listRunningCases, takeSequence, updateCases } from './cases-store.ts'
export { storeOpenedCases, takeFile, type Handled } from './advancing.ts'
export { actOnCase, getCaseForAction } from './handling.ts'
export { putRight } from './putting-right.ts'
export { takeOver } from './taking-over.ts'
export { messageFor, type Scene } from './recording.ts'
export { daysLeft, urgencies, urgencyOf } from './legal-clock.ts'
export { trackedCourse, trackedCourseSchema } from './tracked-course.ts'
export { openCases } from './opening.ts'
export { fallsWith } from './siblings.ts'
export { deliverBy } from './delivery-clock.ts'
export { followAction, type Follower } from './followers.ts'
export { revokeResult } from './resulting.ts'
export { openAmendments } from './amending.ts'
export { listAmendmentsOpen } from './amendments-store.ts'
export { isInForce, obstacleToAmend, standingOn, standings, type LicenceStanding } from './licence.ts'
export { lapse } from './lapsing.ts'
export { recountDays } from './recounting.ts'
export { findResult, findResultByNumber, findResultOfCase, listResultsAfter, listResultsOf, listResultsOfApplications, listResultsOfPerson, listResultsWithIds, type Result } from './results-store.ts'
export type { RunningCase } from './cases-store.ts'
export { addWorkingDays, workingDaysBetween } from './working-days.ts'
export { awaitDay, countDay, followCalendar } from './awaited-days.ts'
export { listChecksOwed, updateCheckOwedEnded, type CheckOwed } from './checks-owed-store.ts'
export { dayInWords } from './telling.ts'

export const casesModule: Module = {
  name: 'cases',
  routes: [...staffCaseRoutes, ...lifecycleRoutes, ...opinionRoutes, ...resultRoutes, ...deputyRoutes, ...assignmentRoutes, ...bulkRoutes, ...workloadRoutes, ...decisionNoticeRoutes, ...proposalRoutes, ...citizenProposalRoutes, ...citizenResultRoutes, ...correctionRoutes],
  // Only whoever has the packs knows the days of a region.
  mount: async (_server, app) => {
    followRegionalDays((region) => app.packs.proceedingsFor(region).days)
    followHeard()
    followDays()
  },
  jobs: (app) => [
    { task: recountTask, cron: '5 16 * * *', run: async () => void (await recountDays(app)) },
    {
      task: advanceTask,
      run: async (payload) => {
        const { applicationId } = payload as { applicationId: string }
        await advanceApplication(app, applicationId)
      },
    },
    {
      task: tellTask, cron: tellCron,
      run: async (payload) => {
        const { applicationId } = payload as { applicationId?: string }
        if (applicationId === undefined) await tellDue(app)
        else await tellApplication(app, applicationId)
      },
    },
    { task: lapseTask, cron: lapseCron, run: async () => void (await lapse(app)) },
  ],
}
