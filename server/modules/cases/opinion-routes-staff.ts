// Opinions of other authorities: asking them, the list of what one's own authority owes, giving one, and what became of those given.
// Who is asked sees the case until they have answered; afterwards their own opinion and how the case ended, and nothing else of it.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { acting, inSight, recordRead } from './acting.ts'
import { caseStates } from './case.ts'
import { caseSchema } from './case-replies.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { listCasesWithIds } from './cases-store.ts'
import { askOpinions, giveOpinion } from './consulting.ts'
import { opinionAnswers } from './course.ts'
import { getCaseForAction } from './handling.ts'
import { listOpinionsGiven, listOpinionsOwed, type OpinionRequest } from './opinions-store.ts'
import { handlerRoles } from './standing-in.ts'

const strict = { additionalProperties: false }
const text = Type.String()
const shown = 200
const textOrNull = Type.Union([text, Type.Null()])

const about = { opinion: Type.Integer(), number: text, serviceName: text, asker: text, question: text, askedOn: text }

const givenSchema = Type.Object(
  { ...about, answer: Type.Enum([...opinionAnswers]), text, by: text, answeredOn: textOrNull, state: Type.Enum(caseStates, { description: 'How the case stands or ended.' }), endedOn: textOrNull },
  { description: 'An opinion of my authority, and what became of the case. silent: its day passed without one.' },
)

/** Each of these with its case and what was asked; without those whose case is not there. */
const withCases = async (app: App, requests: readonly OpinionRequest[], language: Language) => {
  const { read } = app.db
  const cases = new Map((await listCasesWithIds(read, [...new Set(requests.map(({ caseId }) => caseId))])).map((one) => [one.id, one]))
  const catalogueOf = await pinnedCatalogues(app, read, [...cases.values()])
  return requests.flatMap((request) => {
    const one = cases.get(request.caseId)
    const asked = one?.course.opinions.find(({ id }) => id === request.opinion)
    if (!one || !asked) return []
    const catalogue = catalogueOf(one)
    const asker = authorityOf(catalogue, one.line, one.region)
    const said = {
      opinion: request.opinion, number: one.number, serviceName: textIn(nameOr(catalogue.services[one.service], one.service), language), asker: asker ? textIn(asker.shortName, language) : one.line,
      question: asked.question, askedOn: plainDate(new Date(request.askedAt)),
    }
    return [{ request, one, asked, said }]
  })
}

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
    reply: Type.Object({ number: text }, { description: 'It is given; the case itself is not shown any more.' }), refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const staff = staffOf(principal)
      const { number } = await app.db.transaction(async (tx) => {
        const { one } = await getCaseForAction(tx, params.id)
        const asked = one.course.opinions.find(({ id }) => id === params.opinion)
        if (!asked || !covers(staff, handlerRoles, asked)) throw new Refusal('not_found')
        const next = await giveOpinion({ app, tx, principal: staff, requestId, at: app.clock.now() }, one, asked.id, body.agree, body.text)
        await recordRead(tx, app, staff.id, await inSight(app, tx, staff, next))
        return next
      })
      return { number }
    },
  }),
  route({
    method: 'GET', path: '/opinions', operation: 'listOpinionsOwed', summary: 'Opinions my authority was asked for and owes, most urgent first', permission: 'cases.read',
    reply: Type.Object({
      opinions: Type.Array(Type.Object({ case: text, ...about, applicant: text, dueOn: textOrNull, late: Type.Boolean() }, { description: 'One opinion owed.' })),
    }),
    refusals: [],
    handle: async (app, { principal, language }) => {
      const owed = await listOpinionsOwed(app.db.read, jurisdictionFilter(staffOf(principal), handlerRoles), shown)
      const today = plainDate(app.clock.now())
      return {
        opinions: (await withCases(app, owed, language)).map(({ request: { dueOn }, one, said }) => ({ case: one.id, ...said, applicant: one.applicant, dueOn, late: dueOn !== null && dueOn < today })),
      }
    },
  }),
  route({
    method: 'GET', path: '/opinions/given', operation: 'listOpinionsGiven', summary: 'Opinions my authority gave, or let pass, and how their cases ended; the latest first', permission: 'cases.read',
    reply: Type.Object({ opinions: Type.Array(givenSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const given = await listOpinionsGiven(app.db.read, jurisdictionFilter(staffOf(principal), handlerRoles), shown)
      return {
        opinions: (await withCases(app, given, language)).flatMap(({ one, asked, said }) => (asked.answer === null ? [] : [{
          ...said, answer: asked.answer, text: asked.text, by: asked.by, answeredOn: asked.answeredOn, state: one.state, endedOn: one.endedAt === null ? null : plainDate(new Date(one.endedAt)),
        }])),
      }
    },
  }),
]
