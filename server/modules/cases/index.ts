// Public face of the cases module.
import type { Module } from '../../module.ts'
import { assignmentRoutes } from './assignment-routes-staff.ts'
import { staffCaseRoutes } from './cases-routes-staff.ts'
import { advanceApplication, advanceTask } from './advancing.ts'

export { readOfMine, type ReadOfMine } from './case-read.ts'
export { listReadsAbout } from './case-reads-store.ts'
export { awaitsApplicant, canAct, caseActions, caseStates, clockRuns, hasEnded, progressOf, progresses, stands, wasGranted } from './case.ts'
export type { Case, CaseAction, CaseEvidence, CaseFile, CaseState, CaseValue, HistoryEntry, HistoryLine, Progress } from './case.ts'
export { listHandlingTimes, type HandlingTime } from './handling-times-store.ts'
export { countBacklog, hasCaseWithFile, insertHistory, listCasesForUpdate, listCasesOf, listCasesOfMany, listCasesWithIds, listHistoryOfApplication, takeSequence, updateCases } from './cases-store.ts'
export { storeOpenedCases, type Handled } from './advancing.ts'
export { actOnCase, getCaseForAction } from './handling.ts'
export type { Scene } from './recording.ts'
export { daysLeft, urgencies, urgencyOf } from './legal-clock.ts'
export { openCases } from './opening.ts'
export { recountDays } from './recounting.ts'
export { listResultsOf, listResultsOfPerson, type Result } from './results-store.ts'
export { addWorkingDays } from './working-days.ts'

export const casesModule: Module = {
  name: 'cases',
  routes: [...staffCaseRoutes, ...assignmentRoutes],
  jobs: (app) => [
    {
      task: advanceTask,
      run: async (payload) => {
        const { applicationId } = payload as { applicationId: string }
        await advanceApplication(app, applicationId)
      },
    },
  ],
}
