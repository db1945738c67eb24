// The applicant's side: what I have promised and how it stands, my answer before a decision, and what is on record about me.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import { listCasesWithIds } from '../cases/index.ts'
import { listCreditEntries } from './credit-entries-store.ts'
import { speakUp } from './credit-acting.ts'
import { readCredits } from './credit-reading.ts'
import { answerQuestion } from './handing-in.ts'
import type { Undertaking } from './undertaking.ts'
import { creditSchema, ownUndertakingSchema, toOwnUndertaking } from './undertakings-replies.ts'
import { listUndertakingLines, listUndertakingsOf, listUndertakingsOfPerson } from './undertakings-store.ts'

const uuid = Type.String({ format: 'uuid' })
const words = Type.String({ minLength: 2, maxLength: 2000 })
const own = Type.Object({ id: uuid })
const mostShown = 200

const repliesOf = async (app: App, read: Read, all: readonly Undertaking[]) => {
  const [catalogueOf, lines, cases] = await Promise.all([
    pinnedCatalogues(app, read, all), listUndertakingLines(read, all.map(({ id }) => id)), listCasesWithIds(read, [...new Set(all.map(({ caseId }) => caseId))]),
  ])
  return all.map((one) => toOwnUndertaking(catalogueOf(one), one, cases.find(({ id }) => id === one.caseId), lines, plainDate(app.clock.now())))
}

const entriesOf = async (app: App, personId: string) => readCredits(app, app.db.read, await listCreditEntries(app.db.read, personId))

const creditReply = Type.Object({ entries: Type.Array(creditSchema) })

export const citizenUndertakingRoutes = [
  route({
    method: 'GET', path: '/undertakings/own', operation: 'listOwnUndertakings', summary: 'What I have promised: commitments and documents that follow later', permission: 'undertakings.own',
    query: Type.Object({ application: Type.Optional(uuid) }), reply: Type.Object({ undertakings: Type.Array(ownUndertakingSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const person = personOf(principal)
      const all = query.application === undefined ? await listUndertakingsOfPerson(app.db.read, person.id, mostShown) : (await listUndertakingsOf(app.db.read, query.application)).filter(({ personId }) => personId === person.id)
      return { undertakings: await repliesOf(app, app.db.read, all) }
    },
  }),
  route({
    method: 'POST', path: '/undertakings/own/:id/answer', operation: 'answerUndertaking', summary: 'Explain before it is decided whether a promise was broken', permission: 'undertakings.own',
    params: own, body: Type.Object({ text: words }, { additionalProperties: false }), reply: ownUndertakingSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      const answered = await app.db.transaction((tx) => answerQuestion({ app, tx, principal: person, requestId, at: app.clock.now() }, person.id, params.id, body.text))
      const [reply] = await repliesOf(app, app.db.read, [answered])
      if (!reply) throw new Error('the promise just answered has gone')
      return reply
    },
  }),
  route({
    method: 'GET', path: '/credit-entries/own', operation: 'listOwnCreditEntries', summary: 'Broken promises on record about me', permission: 'undertakings.own',
    reply: creditReply, refusals: [], handle: async (app, { principal }) => ({ entries: await entriesOf(app, personOf(principal).id) }),
  }),
  route({
    method: 'POST', path: '/credit-entries/own/:id/:wish', operation: 'speakUpOnCreditEntry', summary: 'Object to an entry, or ask for it to be repaired', permission: 'undertakings.own',
    params: Type.Object({ id: uuid, wish: Type.Enum(['object', 'askRepair']) }), body: Type.Object({ text: words }, { additionalProperties: false }), reply: creditReply, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await app.db.transaction((tx) => speakUp({ app, tx, principal: person, requestId, at: app.clock.now() }, person.id, params.id, params.wish, body.text))
      return { entries: await entriesOf(app, person.id) }
    },
  }),
]
