// Governance tasks over HTTP: made from a hot topic by those who watch, ended by the unit or by them.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { dayInWords } from '../cases/index.ts'
import { authorityOf } from '../catalogue/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { getTopicWithin, isWithin, watchedPlaces } from './hot-topics-routes-staff.ts'
import { countBefore, tasksWithEffect } from './measuring-effect.ts'
import { findTaskForUpdate, insertTask, listTasksWithin, updateTaskEnd } from './tasks-store.ts'
import { taskSchema } from './topic-replies.ts'
import { canEnd, taskLifecycle, type GovernanceTask } from './topic.ts'

const uuid = Type.String({ format: 'uuid' })
const owners: readonly StaffRole[] = ['approver', 'head']
const mostTasks = 100

/** Those who lead the unit hear that it has a task. */
const tellUnit = async (app: App, tx: Tx, { line, unitRegion, dueOn }: GovernanceTask, name: string): Promise<void> => {
  const authority = authorityOf(app.packs.catalogueFor(unitRegion), line, unitRegion)?.shortName
  const staff = await listStaffPostedTo(tx, { line, region: unitRegion }, owners)
  await notifyStaff(tx, app.clock, staff.map(({ id: staffId }) => ({ staffId, kind: 'governanceGiven' as const, detail: { text: name, day: dayInWords(dueOn), ...(authority ? { authority } : {}) } })))
}

export const governanceRoutes = [
  route({
    method: 'GET', path: '/governance-tasks', operation: 'listGovernanceTasks', summary: 'Governance tasks of topics I watch and of units I lead, open ones first, then the newest', permission: 'governance.read',
    reply: Type.Object({ tasks: Type.Array(taskSchema) }), refusals: [],
    handle: async (app, { principal }) => ({
      tasks: await tasksWithEffect(app, app.db.read, await listTasksWithin(app.db.read, { watched: watchedPlaces(principal), led: jurisdictionFilter(principal, owners) }, mostTasks)),
    }),
  }),
  route({
    method: 'POST', path: '/hot-topics/:id/tasks', operation: 'makeGovernanceTask', summary: 'Give a hot topic to a unit: measures and a day', permission: 'hotTopics.govern',
    params: Type.Object({ id: uuid }),
    body: Type.Object({
      line: Type.String({ maxLength: 100 }), region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }), measures: Type.String({ minLength: 5, maxLength: 2000 }), dueOn: Type.String({ format: 'date' }),
    }, { additionalProperties: false }),
    reply: taskSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const topic = await getTopicWithin(app, principal, params.id)
      const now = app.clock.now()
      if (!authorityOf(app.packs.catalogueFor(body.region), body.line, body.region)) throw new Refusal('invalid', { field: 'line' })
      // A unit of the place, of one in it or of one above; another district has nothing to do with it.
      if (!regionCovers(body.region, topic.region) && !regionCovers(topic.region, body.region)) throw new Refusal('invalid', { field: 'region' })
      if (body.dueOn <= plainDate(now)) throw new Refusal('invalid', { field: 'dueOn' })
      const task: GovernanceTask = {
        id: uuidv7(app.clock), topicId: topic.id, region: topic.region, line: body.line, unitRegion: body.region, measures: body.measures, dueOn: body.dueOn, state: taskLifecycle.make.to,
        beforeRequests: await countBefore(app.db.read, topic.id, now), byName: staffOf(principal).name, note: '', madeAt: now.toISOString(), endedAt: null,
      }
      await app.db.transaction(async (tx) => {
        if (!(await insertTask(tx, task))) throw new Refusal('not_allowed_now', { reason: 'task_open' })
        await tellUnit(app, tx, task, topic.name)
        await insertAudit(tx, [{ at: task.madeAt, ...actorOf(principal), action: 'governance.make', subjectType: 'governanceTask', subjectId: task.id, region: topic.region, requestId, detail: { topic: topic.id, line: body.line, unit: body.region } }])
      })
      const [reply] = await tasksWithEffect(app, app.db.read, [task])
      if (!reply) throw new Refusal('not_found')
      return reply
    },
  }),
  route({
    method: 'POST', path: '/governance-tasks/:id/end', operation: 'endGovernanceTask', summary: 'Say that a governance task is done, or drop it, with what was done', permission: 'governance.end',
    params: Type.Object({ id: uuid }), body: Type.Object({ ending: Type.Enum(['finish', 'drop']), note: Type.String({ minLength: 5, maxLength: 2000 }) }, { additionalProperties: false }),
    reply: taskSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const at = app.clock.now()
      const ended = await app.db.transaction(async (tx) => {
        const task = await findTaskForUpdate(tx, params.id)
        if (!task || !(isWithin(watchedPlaces(principal), task) || covers(principal, owners, { line: task.line, region: task.unitRegion }))) throw new Refusal('not_found')
        if (!canEnd(task.state, body.ending)) throw new Refusal('not_allowed_now', { state: task.state })
        const { to: state } = taskLifecycle[body.ending]
        await updateTaskEnd(tx, task.id, { state, note: body.note, at })
        await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: `governance.${body.ending}`, subjectType: 'governanceTask', subjectId: task.id, region: task.region, requestId, detail: {} }])
        return { ...task, state, note: body.note, endedAt: at.toISOString() }
      })
      const [reply] = await tasksWithEffect(app, app.db.read, [ended])
      if (!reply) throw new Refusal('not_found')
      return reply
    },
  }),
]
