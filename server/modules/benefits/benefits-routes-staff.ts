// Screening over HTTP for officials: how the policies stand, runs, changes in registers, and whom no message reaches.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { subjectKeys } from '../catalogue/index.ts'
import { deskEntitlementSchema, fen, runSchema, toDeskEntitlement, toRun } from './benefit-replies.ts'
import { answersSchema, knownFor } from './benefits-routes.ts'
import { entitlementStates, nameFacts, regionFacts } from './entitlement.ts'
import { countEntitlements, listBudgets, listEntitlements, listPayable, listUnreached } from './entitlements-store.ts'
import { listLettersOf } from './letters-store.ts'
import { makers, readers } from './paying.ts'
import { loadSubjects } from './loading.ts'
import { beginRun } from './running.ts'
import { listRuns } from './runs-store.ts'
import { findSubject } from './subjects-store.ts'
import { rescreenTask } from './tasks.ts'
import { concernedBy } from './watching.ts'

const closed = { additionalProperties: false }
const regionCode = Type.String({ pattern: '^\\d{6}$' })
const count = Type.Integer({ minimum: 0 })
const mostShown = 200

const deskSchema = Type.Object({
  policies: Type.Array(Type.Object({ benefit: Type.String(), benefitName: Type.String(), counts: Type.Array(Type.Object({ state: Type.Enum([...entitlementStates]), items: count, fen })), budget: Type.Optional(Type.Object({ fen, committed: fen })) })),
  payable: Type.Array(Type.Object({ benefit: Type.String(), benefitName: Type.String(), period: Type.String(), region: Type.String(), items: count, fen })),
  runs: Type.Array(runSchema),
})

export const staffBenefitRoutes = [
  route({
    method: 'GET', path: '/benefits/desk', operation: 'getBenefitsDesk', summary: 'How the policies stand in my jurisdiction', permission: 'benefits.read',
    reply: deskSchema, refusals: [],
    handle: async (app, { principal, language }) => {
      const { read } = app.db
      const jurisdiction = jurisdictionFilter(staffOf(principal), readers)
      const known = knownFor(app, language)
      const nameOf = (id: string): string => textIn(known.benefits[id]?.name ?? { 'zh-CN': id }, language)
      const [counts, payable, runs, budgets] = await Promise.all([
        countEntitlements(read, jurisdiction), listPayable(read, jurisdiction), listRuns(read, jurisdiction, 10), listBudgets(read, Number(plainDate(app.clock.now()).slice(0, 4))),
      ])
      return {
        policies: [...Map.groupBy(counts, ({ benefitId }) => benefitId)].map(([id, rows]) => {
          const budget = budgets.find(({ benefitId }) => benefitId === id)
          return { benefit: id, benefitName: nameOf(id), counts: rows.map((row) => ({ state: row.state, items: row.items, fen: row.fen })), ...(budget ? { budget: { fen: budget.fen, committed: budget.committed } } : {}) }
        }),
        payable: payable.map(({ benefitId, period, region, items, fen: total }) => ({ benefit: benefitId, benefitName: nameOf(benefitId), period, region, items, fen: total })),
        runs: runs.map((run) => toRun(known, run)),
      }
    },
  }),
  route({
    method: 'GET', path: '/benefits/entitlements', operation: 'listEntitlements', summary: 'Who is due what; with letters: whom no message reaches', permission: 'benefits.read',
    query: Type.Object({
      state: Type.Optional(Type.Enum([...entitlementStates])), letters: Type.Boolean({ default: false, description: 'Those found whom no message reaches: without a letter first, the longest waiting first.' }),
      writtenAt: Type.Optional(Type.String({ format: 'date-time', description: 'With letters: only those of the batch written then.' })), benefit: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    reply: Type.Object({ entitlements: Type.Array(deskEntitlementSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const jurisdiction = jurisdictionFilter(staffOf(principal), readers)
      const found = query.letters
        ? await listUnreached(app.db.read, jurisdiction, query.writtenAt, mostShown)
        : await listEntitlements(app.db.read, { jurisdiction, states: query.state ? [query.state] : entitlementStates, limit: mostShown, ...(query.benefit === undefined ? {} : { benefitId: query.benefit }) })
      const known = knownFor(app, language)
      const letters = new Map(query.letters ? (await listLettersOf(app.db.read, found.map(({ id }) => id))).map((each) => [each.entitlementId, each]) : [])
      return { entitlements: found.map((each) => toDeskEntitlement(known, each, letters.get(each.id))) }
    },
  }),
  route({
    method: 'POST', path: '/benefits/runs', operation: 'beginBenefitRun', summary: 'Screen everybody of a region against all policies', permission: 'benefits.screen', status: 201,
    body: Type.Object({ region: Type.Optional({ ...regionCode, description: 'That of my posting when absent.' }) }, closed), reply: runSchema, refusals: ['invalid', 'not_found', 'conflict'],
    handle: async (app, { principal, body, requestId, language }) => {
      const staff = staffOf(principal)
      const own = staff.postings.find((posting) => makers.some((role) => role === posting.role))
      const region = body.region ?? own?.region ?? ''
      if (!covers(staff, makers, { region, line: own?.line ?? '' })) throw new Refusal('not_found')
      return app.db.transaction(async (tx) => {
        const run = await beginRun(app, tx, region, staff.id)
        await insertAudit(tx, [{ at: run.begunAt, ...actorOf(staff), action: 'benefits.run', subjectType: 'benefitRun', subjectId: run.id, region, requestId, detail: { policies: run.policies } }])
        return toRun(knownFor(app, language), run)
      })
    },
  }),
  route({
    method: 'POST', path: '/benefits/records', operation: 'takeBenefitRecords', summary: 'Take in the list of an authority, by the names of facts, and screen whoever is on it', permission: 'benefits.screen',
    body: Type.Object({ for: Type.Enum(['person', 'company']), records: Type.Array(answersSchema, { minItems: 1, maxItems: 500 }) }, closed),
    reply: Type.Object({ taken: count, again: count, refused: Type.Array(Type.Object({ at: count, why: Type.Enum(['number', 'region', 'column']) })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      const own = staff.postings.find((posting) => makers.some((role) => role === posting.role))
      // a list says only what its authority keeps, of its own region; name and region tell who is meant, and change nobody who is known
      const lines = new Map(app.packs.factsFor(app.config.region).map(({ concept, line }) => [concept, line]))
      const key = subjectKeys[body.for]
      const [name, region] = [nameFacts[body.for], regionFacts[body.for]]
      const isOwn = (record: Readonly<Record<string, unknown>>): boolean =>
        regionCovers(own?.region ?? '', String(record[region] ?? '')) && Object.keys(record).every((concept) => concept === key || concept === region || concept === name || own?.line === null || lines.get(concept) === own?.line)
      if (!own || !body.records.every(isOwn)) throw new Refusal('not_found')
      const loaded = await loadSubjects(app, body.for, `list:${own.line ?? 'all'}`, body.records, own)
      const refused = new Set(loaded.refused.map(({ at }) => at))
      await app.db.transaction(async (tx) => {
        const subjects = await Promise.all(body.records.filter((_, index) => !refused.has(index + 1)).map((record) => findSubject(tx, body.for, String(record[key]))))
        await planJobs(tx, subjects.flatMap((subject) => (subject ? [{ task: rescreenTask, payload: { subject: subject.id } }] : [])))
        await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(staff), action: 'benefits.records', subjectType: 'benefitList', subjectId: own.line ?? 'all', region: own.region, requestId, detail: { for: body.for, taken: loaded.taken, refused: loaded.refused.length } }])
      })
      return loaded
    },
  }),
  route({
    method: 'POST', path: '/benefits/changes', operation: 'noteBenefitChange', summary: 'A register has changed: screen whoever it concerns', permission: 'benefits.screen',
    body: Type.Object({ for: Type.Enum(['person', 'company']), number: Type.String({ pattern: '^[0-9A-Z]{18}$' }), change: Type.Enum(['birthday', 'death', 'birth', 'marriage', 'licence', 'move', 'other']) }, closed),
    reply: Type.Object({ concerned: count }), refusals: ['invalid'],
    handle: (app, { principal, body, requestId }) =>
      app.db.transaction(async (tx) => {
        const staff = staffOf(principal)
        const concerned = (await concernedBy(tx, body.for, body.number)).filter(({ region }) => staff.postings.some((posting) => covers(staff, makers, { region, line: posting.line ?? '' })))
        await planJobs(tx, concerned.map(({ id }) => ({ task: rescreenTask, payload: { subject: id } })))
        await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(staff), action: 'benefits.change', subjectType: 'benefitSubject', subjectId: concerned[0]?.id ?? '', region: concerned[0]?.region ?? null, requestId, detail: { change: body.change, concerned: concerned.length } }])
        return { concerned: concerned.length }
      }),
  }),
]
