// Documents promised for later: the applicant hands them in from tracking. The documents themselves are uploaded first, like any other.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { listCasesForUpdate } from '../cases/index.ts'
import { recordActing } from '../people/index.ts'
import { handInOwed } from '../undertakings/index.ts'
import { listUploads } from './applications-store.ts'
import { getOwn } from './drafting.ts'

export const owedRoutes = [
  route({
    method: 'POST', path: '/applications/:id/owed/:evidence', operation: 'handInOwed', summary: 'Hand in a document promised for later, with what was uploaded for it', permission: 'applications.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }), evidence: Type.String({ maxLength: 100 }) }), reply: Type.Object({ files: Type.Integer({ description: 'How many files went along.' }) }),
    refusals: ['not_found', 'invalid', 'incomplete', 'not_allowed_now'],
    handle: (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        const application = await getOwn(tx, person, params.id)
        // Held, so that nobody removes a document meanwhile.
        const handed = new Set((await listCasesForUpdate(tx, params.id)).flatMap(({ evidence }) => evidence.flatMap(({ files }) => files.map(({ id }) => id))))
        const files = (await listUploads(tx, params.id)).filter(({ evidence, id }) => evidence === params.evidence && !handed.has(id)).map(({ id, name, digest, type }) => ({ id, name, digest, type }))
        await recordActing(app, tx, person, application)
        await handInOwed({ app, tx, principal: person, requestId, at: app.clock.now() }, params.id, params.evidence, files)
        return { files: files.length }
      })
    },
  }),
]
