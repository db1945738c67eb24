// Opinions of other authorities: asking them, the list of what one's own authority owes, and giving one.
// Who was asked sees the case for as long as it is about their opinion; all else of it stays with the authority that handles it.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { acting, recordRead, replyOf } from './acting.ts'
import { caseSchema } from './case-replies.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { listCasesWithIds } from './cases-store.ts'
import { askOpinions, giveOpinion } from './consulting.ts'
import { getCaseForAction } from './handling.ts'
import { listOpinionsOwed } from './opinions-store.ts'
import { handlerRoles } from './standing-in.ts'

const strict = { additionalProperties: false }
const text = Type.String()
const shown = 200

export const opinionRoutes = [
  route({
    method: 'POST', path: '/cases/:id/opinions', operation: 'askOpinions', summary: 'Ask the authorities whose opinion the service needs', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, line: Type.Optional(Type.String({ maxLength: 100, description: 'Only this authority; all of them when absent.' })) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'askOpinion', call.body.revision, (scene, one) => askOpinions(scene, one, call.body.line)),
  }),
  route({
    method: 'POST', path: '/cases/:id/opinions/:opinion', operation: 'giveOpinion', summary: 'Give the opinion one\'s own authority was asked for', permission: 'cases.accept',
    params: Type.Object({ ...caseParams.properties, opinion: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ agree: Type.Boolean(), text: Type.String({ minLength: 2, maxLength: 2000, description: 'The opinion and its reasons.' }) }, strict),
    reply: caseSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const staff = staffOf(principal)
      const changed = await app.db.transaction(async (tx) => {
        const { one } = await getCaseForAction(tx, params.id)
        const asked = one.course.opinions.find(({ id }) => id === params.opinion)
        if (!asked || !covers(staff, handlerRoles, asked)) throw new Refusal('not_found')
        const next = await giveOpinion({ app, tx, principal: staff, requestId, at: app.clock.now() }, one, asked.id, body.agree, body.text)
        await recordRead(tx, app, staff.id, next)
        return next
      })
      return replyOf(app, staff, changed)
    },
  }),
  route({
    method: 'GET', path: '/opinions', operation: 'listOpinionsOwed', summary: 'Opinions my authority was asked for and owes, most urgent first', permission: 'cases.read',
    reply: Type.Object({
      opinions: Type.Array(Type.Object({ case: text, opinion: Type.Integer(), number: text, serviceName: text, applicant: text, asker: text, question: text, askedOn: text, dueOn: Type.Union([text, Type.Null()]), late: Type.Boolean() }, { description: 'One opinion owed.' })),
    }),
    refusals: [],
    handle: async (app, { principal, language }) => {
      const { read } = app.db
      const owed = await listOpinionsOwed(read, jurisdictionFilter(staffOf(principal), handlerRoles), shown)
      const cases = new Map((await listCasesWithIds(read, [...new Set(owed.map(({ caseId }) => caseId))])).map((one) => [one.id, one]))
      const catalogueOf = await pinnedCatalogues(app, read, [...cases.values()])
      const today = plainDate(app.clock.now())
      return {
        opinions: owed.flatMap(({ caseId, opinion, askedAt, dueOn }) => {
          const one = cases.get(caseId)
          if (!one) return []
          const catalogue = catalogueOf(one)
          const asker = authorityOf(catalogue, one.line, one.region)
          const asked = one.course.opinions.find(({ id }) => id === opinion)
          return [{
            case: one.id, opinion, number: one.number, serviceName: textIn(nameOr(catalogue.services[one.service], one.service), language), applicant: one.applicant, asker: asker ? textIn(asker.shortName, language) : one.line,
            question: asked?.question ?? '', askedOn: plainDate(new Date(askedAt)), dueOn, late: dueOn !== null && dueOn < today,
          }]
        }),
      }
    },
  }),
]
