// The applicant's own: which branch of an application can be applied for again, and the draft that does it.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { pinnedCatalogue, textsSchema } from '../catalogue/index.ts'
import { getOwn } from './drafting.ts'
import { findAgain, startAgain } from './starting-again.ts'

const uuid = Type.String({ format: 'uuid' })
const own = Type.Object({ id: uuid })
const names = Type.Array(textsSchema)

export const againRoutes = [
  route({
    method: 'GET', path: '/applications/:id/again', operation: 'getAgain', summary: 'Which branch of my application was not granted and can be applied for again', permission: 'applications.own', params: own,
    reply: Type.Object(
      {
        services: Type.Array(textsSchema, { description: 'What would be applied for again; none when nothing failed.' }), leftOut: names, waitsFor: Type.Array(textsSchema, { description: 'Under way still, and the branch builds on their results.' }),
        follower: Type.Union([Type.Object({ id: uuid, number: Type.Union([Type.String(), Type.Null()]) }), Type.Null()], { description: 'The application, or its draft, that applies for it again already.' }),
      },
      { description: 'Applying again for what was not granted.' },
    ),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const application = await getOwn(app.db.read, personOf(principal), params.id)
      const { services, leftOut, waitsFor, follower } = await findAgain(app.db.read, application)
      const catalogue = await pinnedCatalogue(app, app.db.read, application)
      const named = (ids: readonly string[]) => ids.map((id) => nameOr(catalogue.services[id], id))
      return { services: named(services), leftOut: named(leftOut), waitsFor: named(waitsFor), follower }
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/again', operation: 'startAgain', summary: 'Apply again for the branch that was not granted, with everything said before; what stands is left out', permission: 'applications.own', params: own,
    status: 201, reply: Type.Object({ id: uuid }, { description: 'The draft.' }), refusals: ['not_found', 'invalid', 'not_allowed_now', 'not_offered'],
    handle: (app, { principal, params, requestId }) => startAgain(app, personOf(principal), params.id, requestId),
  }),
]
