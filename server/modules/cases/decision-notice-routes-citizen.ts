// The decision on a case the rules granted: nobody waits for a document while it is handed in, so it is issued when its applicant first
// asks for it, worded from the frozen case and its result as on the day of the decision.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { getDecisionNotice } from '../notices/index.ts'
import { wasGranted } from './case.ts'
import { findCase } from './cases-store.ts'
import { holdsGood } from './course.ts'
import { auditCase } from './recording.ts'
import { findResultOfCase } from './results-store.ts'

export const decisionNoticeRoutes = [
  route({
    method: 'POST', path: '/my-cases/:id/decision-notice', operation: 'askDecisionNotice', summary: 'The numbered decision on a granted case of mine', permission: 'messages.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: Type.Object({ notice: Type.String({ description: 'Its id, to open it.' }) }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        const one = await findCase(tx, params.id)
        if (!one || one.personId !== person.id) throw new Refusal('not_found')
        if (!wasGranted(one.state) || one.endedAt === null || !holdsGood(one.course)) throw new Refusal('not_allowed_now', { state: one.state })
        const result = await findResultOfCase(tx, one.id)
        const notice = await getDecisionNotice({ app, tx, at: new Date(one.endedAt) }, one, result ? { result: result.number } : {})
        await insertAudit(tx, [auditCase({ app, tx, principal, requestId, at: app.clock.now() }, one, 'askNotice', { notice })])
        return { notice }
      })
    },
  }),
]
