// Public face of hot topics: clusters of like requests, what units do about them, and early warning.
import type { Module } from '../../module.ts'
import { gatherSome } from './gathering.ts'
import { hotTopicRoutes } from './hot-topics-routes-staff.ts'
import { governanceRoutes } from './governance-routes-staff.ts'
import { watch } from './watching.ts'

export { cluster } from './clustering.ts'
export { nameOf } from './topic.ts'

export const gatherTask = 'hotTopics.gather'
export const watchTask = 'hotTopics.watch'

export const hotTopicsModule: Module = {
  name: 'hot-topics',
  routes: [...hotTopicRoutes, ...governanceRoutes],
  jobs: (app) => [
    { task: gatherTask, cron: '* * * * *', run: async () => void (await gatherSome(app)) },
    { task: watchTask, cron: '*/5 * * * *', run: async () => void (await watch(app)) },
  ],
}
