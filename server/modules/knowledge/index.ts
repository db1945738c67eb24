// Public face of the knowledge base (热线知识库).
import type { Module } from '../../module.ts'
import { unlistExpired } from './keeping.ts'
import { knowledgeRoutes } from './knowledge-routes-staff.ts'

export { updateUsed } from './entries-store.ts'
export type { Entry as KnowledgeEntry } from './entry.ts'
export { findKnowledge } from './finding.ts'
export { findPublicAnswer, getUsable, indexPublicKnowledge } from './keeping.ts'

/** Shortly after midnight in China. */
const everyNight = '5 16 * * *'

export const knowledgeModule: Module = { name: 'knowledge', routes: knowledgeRoutes, jobs: (app) => [{ task: 'knowledge.expire', cron: everyNight, run: () => unlistExpired(app) }] }
