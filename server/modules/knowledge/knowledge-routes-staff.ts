// The knowledge base over HTTP: agents look things up, whoever handles requests proposes, dispatchers and heads release and look through.
import { Type, type Static } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { has, jurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { permissions } from '../../permissions.ts'
import { audiences, hasExpired, reviewDays, stageAfter, stages, steps, type Entry } from './entry.ts'
import { listEntries } from './entries-store.ts'
import { findKnowledge, noteGap } from './finding.ts'
import { listGaps, updateGapClosed } from './gaps-store.ts'
import { changeEntry, coversRegion, proposeEntry } from './keeping.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const region = Type.String({ pattern: '^\\d{6}(\\d{3})?$' })
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

const wordsSchema = Type.Object({
  category: orNull(Type.String({ maxLength: 120 })), ask: Type.String({ minLength: 4, maxLength: 200, pattern: '\\S' }), answer: Type.String({ minLength: 4, maxLength: 4000, pattern: '\\S' }),
  source: Type.Object({ title: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S', description: 'Title and article of what it rests on.' }), url: orNull(Type.String({ maxLength: 500, pattern: '^https?://' })) }, { additionalProperties: false }),
  validUntil: orNull(day), audience: Type.Enum(audiences),
}, { additionalProperties: false })

const entrySchema = Type.Object({
  id: text, region: text, stage: Type.Enum(stages), words: wordsSchema, revision: Type.Integer(), uses: Type.Integer(), releasedBy: orNull(text), releasedAt: orNull(text), updatedAt: text,
  proposal: orNull(Type.Object({ words: wordsSchema, by: text, at: text })),
  expired: Type.Boolean({ description: 'Its last day is over: not to be told as it is.' }), reviewDue: Type.Boolean({ description: 'Its last day is near.' }), can: Type.Array(Type.Enum(steps)),
})

const otherSchema = Type.Object({ type: text, id: text, title: Type.Record(text, text), summary: Type.Record(text, text), url: text })

const toReply = (app: App, principal: Principal, entry: Entry): Static<typeof entrySchema> => {
  const today = plainDate(app.clock.now())
  const { proposal } = entry
  const mayRelease = coversRegion(principal, permissions['knowledge.release'], entry.region)
  const may = { propose: coversRegion(principal, permissions['knowledge.propose'], entry.region), release: mayRelease && principal.kind === 'staff' && proposal?.byId !== principal.id, discard: mayRelease, confirm: mayRelease, retire: mayRelease }
  const expired = hasExpired(entry, today)
  const { by, byId: _byId, at, ...words } = proposal ?? { by: '', byId: '', at: '', ...entry.words }
  return {
    id: entry.id, region: entry.region, stage: entry.stage, words: entry.words, revision: entry.revision, uses: entry.uses, releasedBy: entry.releasedBy, releasedAt: entry.releasedAt, updatedAt: entry.updatedAt,
    proposal: proposal && { words, by, at }, expired, reviewDue: expired || (entry.stage === 'published' && entry.words.validUntil !== null && entry.words.validUntil <= addDays(today, reviewDays)),
    can: steps.filter((step) => may[step] && stageAfter(entry, step) !== undefined),
  }
}

const readRoles = permissions['knowledge.read']
const prefixesOf = (principal: Principal): string[] => [...new Set(jurisdictionFilter(principal, readRoles).map(({ regionPrefix }) => regionPrefix))]

export const knowledgeRoutes = [
  route({
    method: 'GET', path: '/knowledge', operation: 'findKnowledge', summary: 'What may be answered, by words or category; beside it what the portal finds', permission: 'knowledge.read',
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), category: Type.Optional(Type.String({ maxLength: 120 })), region: Type.Optional(region), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })) }),
    reply: Type.Object({ entries: Type.Array(entrySchema), others: Type.Array(otherSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { q = '', category, region: asked = app.config.region, limit = 10 } }) => {
      if (!isRegionCode(asked)) throw new Refusal('invalid', { region: asked })
      const { entries, others } = await findKnowledge(app, { q, region: asked, limit, ...(category === undefined ? {} : { category }) })
      return { entries: entries.map(({ entry }) => toReply(app, principal, entry)), others: others.map(({ type, id, title, summary, url }) => ({ type, id, title, summary, url })) }
    },
  }),
  route({
    method: 'GET', path: '/knowledge-entries', operation: 'listKnowledge', summary: 'Entries of my region, the last changed first, with what nobody found', permission: 'knowledge.read',
    reply: Type.Object({ entries: Type.Array(entrySchema), gaps: Type.Array(Type.Object({ region: text, words: text, times: Type.Integer(), lastAt: text })), mayPropose: Type.Boolean(), mayRelease: Type.Boolean() }), refusals: [],
    handle: async (app, { principal }) => {
      const prefixes = prefixesOf(principal)
      const [entries, gaps] = await Promise.all([listEntries(app.db.read, prefixes, 200), listGaps(app.db.read, prefixes, 50)])
      return { entries: entries.map((entry) => toReply(app, principal, entry)), gaps: gaps.map(({ region: place, words, times, lastAt }) => ({ region: place, words, times, lastAt })), mayPropose: has(principal, permissions['knowledge.propose']), mayRelease: has(principal, permissions['knowledge.release']) }
    },
  }),
  route({
    method: 'POST', path: '/knowledge-entries', operation: 'proposeKnowledge', summary: 'Propose an entry; somebody else releases it', permission: 'knowledge.propose', status: 201,
    body: Type.Object({ region: Type.Optional(region), words: wordsSchema }, { additionalProperties: false }), reply: entrySchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId }) => toReply(app, principal, await proposeEntry({ app, principal, requestId }, body.region ?? app.config.region, body.words)),
  }),
  route({
    method: 'PUT', path: '/knowledge-entries/:id', operation: 'rewordKnowledge', summary: 'Propose other words; those in force stay until somebody else releases them', permission: 'knowledge.propose',
    params, body: Type.Object({ revision: Type.Integer(), words: wordsSchema }, { additionalProperties: false }), reply: entrySchema, refusals: ['invalid', 'not_found', 'conflict', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, body, requestId }) => toReply(app, principal, await changeEntry({ app, principal, requestId }, id, body.revision, { step: 'propose', words: body.words })),
  }),
  route({
    method: 'POST', path: '/knowledge-entries/:id/act', operation: 'actOnKnowledge', summary: 'Release or discard what is proposed, say that it is still right, or retire it', permission: 'knowledge.release',
    params, body: Type.Object({ revision: Type.Integer(), step: Type.Enum(['release', 'discard', 'retire', 'confirm']), validUntil: Type.Optional(orNull(day)) }, { additionalProperties: false }),
    reply: entrySchema, refusals: ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'second_person'],
    handle: async (app, { principal, params: { id }, body: { revision, step, validUntil = null }, requestId }) =>
      toReply(app, principal, await changeEntry({ app, principal, requestId }, id, revision, step === 'confirm' ? { step, validUntil } : { step })),
  }),
  route({
    method: 'POST', path: '/knowledge-gaps', operation: 'noteKnowledgeGap', summary: 'Say that nothing was found for these words', permission: 'knowledge.read',
    body: Type.Object({ region: Type.Optional(region), words: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }), reply: Type.Object({ noted: Type.Boolean() }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body }) => {
      const { region: place = app.config.region, words } = body
      if (!coversRegion(principal, readRoles, place)) throw new Refusal('not_found')
      await noteGap(app, place, words)
      return { noted: true }
    },
  }),
  route({
    method: 'POST', path: '/knowledge-gaps/close', operation: 'closeKnowledgeGap', summary: 'It can be found by now', permission: 'knowledge.release',
    body: Type.Object({ region, words: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), reply: Type.Object({ closed: Type.Boolean() }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId }) => {
      if (!coversRegion(principal, permissions['knowledge.release'], body.region)) throw new Refusal('not_found')
      const at = app.clock.now()
      const closed = await app.db.transaction(async (tx) => {
        await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: 'knowledge.closeGap', subjectType: 'knowledge', subjectId: body.words, region: body.region, requestId, detail: {} }])
        return updateGapClosed(tx, body.region, body.words, at)
      })
      if (!closed) throw new Refusal('not_found')
      return { closed }
    },
  }),
]
