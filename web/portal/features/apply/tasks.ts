// The task list of an application: data sources, one task per topic, documents. What is done, what comes next, what needs nothing.
// Pure; the topics and their states come from the planner.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { listTopics, type TopicProgress } from '../../../../server/modules/planning/index.ts'
import { paths } from '../../../shared/paths.ts'
import type { Draft } from './queries.ts'
import { isSettled, listOpenChoices, listRegistries } from './registries.ts'

export type ApplyTask =
  | { kind: 'registries'; id: 'registries'; href: string; done: boolean; started: boolean; answered: number; registries: number }
  | { kind: 'topic'; id: string; href: string; done: boolean; started: boolean; topic: TopicProgress }
  | { kind: 'documents'; id: 'documents'; href: string; done: boolean; started: boolean; uploads: number; uploaded: number; commitments: number; spared: number }

const documentsTask = ({ id, plan }: Draft): ApplyTask[] => {
  const uploads = plan.evidence.filter(({ source }) => source.kind === 'upload' || source.kind === 'later')
  if (plan.evidence.length === 0) return []
  const commitments = plan.evidence.filter(({ source }) => source.kind === 'commitment')
  const uploaded = uploads.filter((each) => each.uploaded).length
  return [{
    kind: 'documents', id: 'documents', href: paths.applyDocuments({ application: id }), uploads: uploads.length, uploaded, commitments: commitments.length,
    spared: plan.evidence.length - uploads.length - commitments.length,
    done: [...uploads, ...commitments].every((each) => each.uploaded), started: uploaded > 0,
  }]
}

/** Whether there is anything for the person to do or to fill in; the others are only there to be looked at. */
export function isWork(task: ApplyTask): boolean {
  switch (task.kind) {
    case 'registries':
      return true
    case 'topic':
      return task.topic.asked.length > 0
    case 'documents':
      return task.uploads + task.commitments > 0
  }
}

/** Nothing in it has to be filled in. */
export const isOptional = (task: ApplyTask): boolean => task.kind === 'topic' && task.topic.asked.every(({ required }) => !required)

/** Everything before checking the answers, in the order it is best done. */
export function listTasks(draft: Draft, catalogue: Catalogue): ApplyTask[] {
  const { id, plan, answers } = draft
  const views = listRegistries(draft, catalogue)
  const registries: ApplyTask[] = views.length === 0 ? [] : [{
    kind: 'registries', id: 'registries', href: paths.applyConsents({ application: id }), done: isSettled(views) && listOpenChoices(draft).length === 0, started: views.some(({ decision }) => decision === 'granted' || decision === 'declined'),
    answered: views.reduce((sum, { answered }) => sum + answered.length, 0), registries: views.length,
  }]
  const topics = listTopics(catalogue, plan, answers)
    .filter(({ asked, prefilled }) => asked.length > 0 || prefilled.some(({ value }) => value !== undefined))
    .map((topic): ApplyTask => ({
      kind: 'topic', id: topic.id, href: paths.applyTopic({ application: id, topic: topic.id }), topic, done: topic.complete, started: topic.done > 0,
    }))
  return [...registries, ...topics, ...documentsTask(draft)]
}

/** The first task that is not done, after the one named if there is one; undefined when all are done. */
export function nextTask(tasks: readonly ApplyTask[], after?: string): ApplyTask | undefined {
  const at = tasks.findIndex(({ id }) => id === after)
  return [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(0, at))].find(({ done }) => !done)
}

/** Where to go on: the next task, or checking the answers. */
export function nextHref(draft: Draft, catalogue: Catalogue, after?: string): string {
  return nextTask(listTasks(draft, catalogue), after)?.href ?? paths.applyCheck({ application: draft.id })
}
