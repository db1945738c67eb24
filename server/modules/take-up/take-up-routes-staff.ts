// Take-up over HTTP for officials: coverage and fairness of what their line pays in their region, as of the newest finished survey.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { sheetType, toSheet } from '../../kernel/sheet.ts'
import { route, type App } from '../../module.ts'
import { listBaselines } from '../forecasts/index.ts'
import { toCsv } from '../insight/index.ts'
import { coverageOf } from './coverage.ts'
import { dimensions, fairnessOf } from './fairness.ts'
import { beginSurvey } from './surveying.ts'
import { findNewestSurvey, listCounts, listGaps } from './surveys-store.ts'
import { coverageSchema, coverageTable, fairnessSchema, fairnessTable, namesFor, surveySchema, toCoverage, toFairness, toSurvey } from './take-up-replies.ts'

/** Those who see what is paid. */
const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

const survey = Type.Union([surveySchema, Type.Null()])
const dimension = Type.Enum([...dimensions])

/** The newest finished survey, and its counts the reader may see. */
const newest = async (app: App, principal: Principal) => {
  const { read } = app.db
  const found = await findNewestSurvey(read, app.config.region, 'finished')
  const within = jurisdictionFilter(staffOf(principal), readers)
  const [counts, gaps] = found ? await Promise.all([listCounts(read, found.id, within), listGaps(read, found.id, within)]) : [[], []]
  return { found, counts, gaps }
}

export const staffTakeUpRoutes = [
  route({
    method: 'GET', path: '/take-up', operation: 'getTakeUp', summary: 'Who should receive what my authority pays and did not, by policy, reason and district', permission: 'takeUp.read',
    reply: Type.Object({ survey, running: survey, policies: Type.Array(coverageSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const [{ found, counts, gaps }, running, baselines] = await Promise.all([newest(app, principal), findNewestSurvey(app.db.read, app.config.region, 'running'), listBaselines(app.db.read, app.config.region)])
      const reply = toCoverage(namesFor(app, language), new Map(baselines.map(({ benefit, people, on }) => [benefit, { people, on }])))
      return { survey: found ? toSurvey(found) : null, running: running ? toSurvey(running) : null, policies: coverageOf(counts, gaps).map(reply) }
    },
  }),
  route({
    method: 'GET', path: '/take-up/fairness', operation: 'getFairness', summary: 'Whether groups fare alike with a policy; small cells are hidden', permission: 'takeUp.read',
    query: Type.Object({ benefit: Type.String({ maxLength: 100 }), dimension }), reply: Type.Object({ survey, groups: Type.Array(fairnessSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const { found, counts } = await newest(app, principal)
      const own = counts.filter(({ benefit }) => benefit === query.benefit)
      return { survey: found ? toSurvey(found) : null, groups: fairnessOf(own, query.dimension).map(toFairness(namesFor(app, language), query.dimension)) }
    },
  }),
  route({
    method: 'GET', path: '/take-up/table', operation: 'exportTakeUp', summary: 'Coverage or fairness as a table', permission: 'takeUp.read',
    query: Type.Object({ of: Type.Enum(['coverage', ...dimensions]), format: Type.Enum(['csv', 'xlsx'], { default: 'xlsx' }) }), reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query, language }) => {
      const { found, counts, gaps } = await newest(app, principal)
      if (!found) throw new Refusal('not_found')
      const names = namesFor(app, language)
      const rows = query.of === 'coverage' ? coverageTable(counts, gaps, names) : fairnessTable(counts, query.of, names)
      const name = `take-up-${query.of}-${found.on}.${query.format}`
      if (query.format === 'csv') return { stream: Readable.from([toCsv(rows)]), type: 'text/csv; charset=utf-8', name }
      return { stream: Readable.from([Buffer.from(toSheet(query.of, rows))]), type: sheetType, name }
    },
  }),
  route({
    method: 'POST', path: '/take-up/surveys', operation: 'beginTakeUpSurvey', summary: 'Count again who received what is due to them', permission: 'takeUp.count', status: 202,
    reply: surveySchema, refusals: ['conflict'],
    handle: (app, { principal, requestId }) =>
      app.db.transaction(async (tx) => {
        const staff = staffOf(principal)
        const one = await beginSurvey(app, tx, staff.id)
        await insertAudit(tx, [{ at: one.begunAt, ...actorOf(staff), action: 'takeUp.count', subjectType: 'takeUpSurvey', subjectId: one.id, region: one.region, requestId, detail: { year: one.year } }])
        return toSurvey(one)
      }),
  }),
]
