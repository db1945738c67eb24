// Public face of the cases module.
import type { Module } from '../../module.ts'
import { staffCaseRoutes } from './cases-routes-staff.ts'
import { advanceApplication, advanceTask } from './advancing.ts'

export { awaitsApplicant, canAct, caseActions, caseStates, clockRuns, hasEnded, progressOf, progresses, wasGranted } from './case.ts'
export type { Case, CaseAction, CaseEvidence, CaseFile, CaseState, CaseValue, HistoryEntry, HistoryLine, Progress } from './case.ts'
export { insertHistory, listCasesForUpdate, listCasesOf, listCasesOfMany, listHistoryOfApplication, takeSequence, updateCases } from './cases-store.ts'
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
  routes: staffCaseRoutes,
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
