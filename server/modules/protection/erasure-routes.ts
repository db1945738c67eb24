// What a person can have erased about themself, what must stay and why, in plain words; and erasing it (Personal Information Protection
// Law Art. 47). What authorities have acted on stays: the law says so, and the answer names it.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { countSubmitted, eraseDraftsOf, listDraftsOf } from '../applications/index.ts'
import { countConsentsOf } from '../consents/index.ts'
import { countChoices, deleteChoices } from '../messages/index.ts'
import { deleteUnwanted, hasUnwanted } from '../text-messages/index.ts'
import { hasHold } from './legal-holds-store.ts'
import { retentionRules, staysWhenAsked, type RetentionRuleId } from './retention-rule.ts'

const text = Type.String()
const erasableSchema = Type.Object({ kind: Type.Enum(['drafts', 'preferences']), name: text, count: Type.Integer() })
const keptSchema = Type.Object({ kind: text, name: text, why: text, law: text, count: Type.Union([Type.Integer(), Type.Null()]) })
const answerSchema = Type.Object({
  erasable: Type.Array(erasableSchema, { description: 'What can go at once.' }), kept: Type.Array(keptSchema, { description: 'What stays, and why.' }),
  held: Type.Boolean({ description: 'A court, an inquiry or a dispute needs what is there: nothing can be erased until that is over.' }),
})

const preferences = { 'zh-CN': '消息提醒的设置', en: 'Settings of what you are told' }

const answerFor = async (app: App, personId: string, language: Language) => {
  const { read } = app.db
  const [drafts, muted, withoutTexts, submitted, consents, held] = await Promise.all([listDraftsOf(read, personId), countChoices(read, personId), hasUnwanted(read, personId), countSubmitted(read, personId), countConsentsOf(read, personId), hasHold(read, personId)])
  const choices = muted + (withoutTexts ? 1 : 0)
  const counts: Partial<Record<RetentionRuleId, number>> = { applications: submitted, departmentConsents: consents }
  const draftRule = retentionRules.find(({ id }) => id === 'drafts')
  return {
    held,
    erasable: [{ kind: 'drafts' as const, name: textIn(draftRule?.what ?? preferences, language), count: drafts.length }, { kind: 'preferences' as const, name: textIn(preferences, language), count: choices }],
    kept: retentionRules.filter(staysWhenAsked).map(({ id, what, why, law }) => ({ kind: id, name: textIn(what, language), why: textIn(why, language), law, count: counts[id] ?? null })),
  }
}

export const erasureRoutes = [
  route({
    method: 'GET', path: '/erasure', operation: 'getErasure', summary: 'What I can have erased, what must stay and why', permission: 'erasure.own',
    reply: answerSchema, refusals: [],
    handle: (app, { principal, language }) => answerFor(app, personOf(principal).id, language),
  }),
  route({
    method: 'POST', path: '/erasure', operation: 'eraseMine', summary: 'Erase all that can be erased about me, at once', permission: 'erasure.own',
    body: Type.Object({}, { additionalProperties: false }), reply: Type.Object({ ...answerSchema.properties, erased: Type.Array(erasableSchema) }), refusals: ['invalid', 'not_allowed_now'],
    handle: async (app, { principal, requestId, language }) => {
      const person = personOf(principal)
      const { erasable, held } = await answerFor(app, person.id, language)
      if (held) throw new Refusal('not_allowed_now')
      const drafts = await eraseDraftsOf(app, person.id)
      const choices = await app.db.transaction(async (tx) => {
        await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(person), action: 'people.erase', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { drafts } }])
        return (await deleteChoices(tx, person.id)) + (await deleteUnwanted(tx, person.id))
      })
      const counts = { drafts, preferences: choices }
      return { ...(await answerFor(app, person.id, language)), erased: erasable.map((each) => ({ ...each, count: counts[each.kind] })) }
    },
  }),
]
