// Public face of take-up: who receives what is due to them, and whether groups fare alike.
import type { Module } from '../../module.ts'
import { continueSurvey, surveyTask, surveyWeekly } from './surveying.ts'
import { staffTakeUpRoutes } from './take-up-routes-staff.ts'

export const takeUpModule: Module = {
  name: 'take-up',
  routes: staffTakeUpRoutes,
  jobs: (app) => [
    { task: surveyTask, run: (payload) => continueSurvey(app, (payload as { survey: string }).survey) },
    // 03:40 on Sundays in Shanghai
    { task: 'takeUp.surveyWeekly', cron: '40 19 * * 6', run: () => surveyWeekly(app) },
  ],
}
