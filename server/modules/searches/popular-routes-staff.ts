// What is shown to everybody as popular, for designers of the place: words are taken down with a reason, and shown again. Supervisors look on.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { deleteHidden, insertHidden, listHiddenOf, listPopularOf } from './popular-store.ts'
import { setAsideState } from './unfound.ts'
import { findWords } from './words.ts'

/** Most listed of each kind. */
const most = 200

const text = Type.String()
const region = Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'GB/T 2260: where it is taken down, with all places within.' })
const words = Type.String({ minLength: 1, maxLength: 60 })
const reply = Type.Object({ hidden: Type.Boolean() })

/** The words in the form they are kept in. @throws Refusal not_found outside the designer's places, invalid for words that are none */
const wordsOf = (principal: Principal, body: { region: string; words: string }): string => {
  if (!jurisdictionFilter(principal, ['designer']).some(({ regionPrefix }) => body.region.startsWith(regionPrefix))) throw new Refusal('not_found')
  const kept = findWords(body.words)
  if (kept === undefined) throw new Refusal('invalid', { words: body.words })
  return kept
}

const auditOf = (principal: Principal, place: string, kept: string) => ({ ...actorOf(principal), subjectType: 'popularSearch', subjectId: `${place} ${kept}`, region: place })

export const popularRoutes = [
  route({
    method: 'GET', path: '/search/popular/shown', operation: 'listShownPopular', summary: 'What is shown as popular in my region, and what was taken down there', permission: 'unfound.read',
    reply: Type.Object({
      shown: Type.Array(Type.Object({ region: text, words: text, visitors: Type.Integer({ description: 'Different ones of the last fortnight, day by day.' }) }), { description: 'Most popular first.' }),
      hidden: Type.Array(Type.Object({ region: text, words: text, reason: text, hiddenBy: text, hiddenAt: text }), { description: 'Latest first.' }),
    }),
    refusals: [],
    handle: async ({ db: { read } }, { principal }) => {
      const places = jurisdictionFilter(principal, ['designer', 'supervisor'])
      const [shown, hidden] = await Promise.all([listPopularOf(read, places, setAsideState, most), listHiddenOf(read, places, most)])
      return { shown, hidden }
    },
  }),
  route({
    method: 'POST', path: '/search/popular/hide', operation: 'hidePopular', summary: 'Take words down from what is popular, at once, in this place and all within; again, it changes nothing', permission: 'unfound.decide',
    body: Type.Object({ region, words, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }) }, { additionalProperties: false }), reply, refusals: ['not_found', 'invalid'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const kept = wordsOf(principal, body)
      const at = clock.now().toISOString()
      await db.transaction(async (tx) => {
        const one = { region: body.region, words: kept, reason: body.reason, hiddenBy: staffOf(principal).name, hiddenAt: at }
        if (await insertHidden(tx, one)) await insertAudit(tx, [{ at, ...auditOf(principal, body.region, kept), action: 'popular.hide', requestId, detail: { reason: body.reason } }])
      })
      return { hidden: true }
    },
  }),
  route({
    method: 'POST', path: '/search/popular/show', operation: 'showPopular', summary: 'Let words be popular again in this place; what a place above has taken down stays so', permission: 'unfound.decide',
    body: Type.Object({ region, words }, { additionalProperties: false }), reply, refusals: ['not_found', 'invalid'],
    handle: async ({ db, clock }, { principal, body, requestId }) => {
      const kept = wordsOf(principal, body)
      await db.transaction(async (tx) => {
        if (await deleteHidden(tx, { region: body.region, words: kept })) await insertAudit(tx, [{ at: clock.now().toISOString(), ...auditOf(principal, body.region, kept), action: 'popular.show', requestId, detail: {} }])
      })
      return { hidden: false }
    },
  }),
]
