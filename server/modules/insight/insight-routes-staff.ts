// Figures of requests and ratings over HTTP: totals against the span before, the course over time, parts, fair comparisons, tables to take away.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { addDays } from '../../kernel/clock.ts'
import { fileReply } from '../../kernel/http.ts'
import { sheetType, toSheet } from '../../kernel/sheet.ts'
import type { Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { day, filterOf, where } from './asking.ts'
import { aims, assess, hitsOf, sheetHeading, sheetNotes, weights } from './assessment.ts'
import { facets, mostDays, noCounts, ratedOf, type Counts, type Facet, type Span } from './figure.ts'
import { findTotals, listParts, listTrend, listUnits, type FigureFilter } from './figures-store.ts'
import { assessedSchema, countsSchema, namesFor, partSchema, rankedSchema, ruleSchema, toCounts, unitKey } from './insight-replies.ts'
import { ranked, ruleFor } from './league.ts'
import { toCsv } from './table.ts'

const spanSchema = Type.Object({ grain: Type.Enum(['day', 'month']), from: day, before: day }, { description: 'As it was counted; `before` is the day after the last.' })
const mostParts = 200

const dayMs = 86_400_000
/** The span of the same length right before. */
const spanBefore = ({ grain, from, before }: Span): Span => ({ grain, from: addDays(from, -Math.min((Date.parse(before) - Date.parse(from)) / dayMs, grain === 'day' ? mostDays : 366)), before: from })

const partsOf = async (app: App, filter: FigureFilter, facet: Facet): Promise<{ id: string; counts: Counts }[]> =>
  facet === 'unit' ? (await listUnits(app.db.read, filter)).map((each) => ({ id: unitKey(each), counts: each })) : (await listParts(app.db.read, facet, filter, mostParts)).map((each) => ({ id: each.part, counts: each }))

const assessed = async (app: App, filter: FigureFilter, language: Language) => {
  const { rules, rows } = assess((await listUnits(app.db.read, filter)).map((each) => ({ id: unitKey(each), counts: each })))
  const nameOf = await namesFor(app, app.db.read, 'unit', [], language)
  return { rules, rows: rows.map((row) => ({ ...row, name: nameOf(row.id) })) }
}

const heading = ['', '收到', '办结', '按时', '超期', '已解决', '未解决', '退回', '重办', '评价', '满意率', '按时率', '解决率']

export const insightRoutes = [
  route({
    method: 'GET', path: '/insight', operation: 'getInsight', summary: 'What happened in my jurisdiction in a span, against the span before, and day by day or month by month', permission: 'insight.read',
    query: Type.Object(where), reply: Type.Object({ span: spanSchema, totals: countsSchema, before: countsSchema, trend: Type.Array(Type.Object({ on: day, counts: countsSchema })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query }) => {
      const filter = filterOf(app, principal, query)
      const { read } = app.db
      const [totals, before, trend] = await Promise.all([findTotals(read, filter), findTotals(read, { ...filter, span: spanBefore(filter.span) }), listTrend(read, filter)])
      return { span: filter.span, totals: toCounts(totals ?? noCounts), before: toCounts(before ?? noCounts), trend: trend.map(({ on, ...counts }) => ({ on, counts: toCounts(counts) })) }
    },
  }),
  route({
    method: 'GET', path: '/insight/parts', operation: 'listInsightParts', summary: 'The same by unit, class, kind, channel, street, official, service or thing rated; most first', permission: 'insight.read',
    query: Type.Object({ ...where, facet: Type.Enum(facets.filter((each) => each !== 'tag')) }), reply: Type.Object({ parts: Type.Array(partSchema) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { facet, ...asked }, language }) => {
      const parts = await partsOf(app, filterOf(app, principal, asked), facet)
      const nameOf = await namesFor(app, app.db.read, facet, parts.map(({ id }) => id), language)
      return { parts: parts.map(({ id, counts }) => ({ id, name: nameOf(id), counts: toCounts(counts) })) }
    },
  }),
  route({
    method: 'GET', path: '/insight/league', operation: 'getLeague', summary: 'Units, officials or services compared fairly: small numbers are drawn to the mean, the rule is told', permission: 'insight.read',
    query: Type.Object({ ...where, by: Type.Enum(['unit', 'staff', 'service']), aim: Type.Enum([...aims]) }), reply: Type.Object({ rule: ruleSchema, rows: Type.Array(rankedSchema) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { by, aim, ...asked }, language }) => {
      const entries = (await partsOf(app, filterOf(app, principal, asked), by)).map(({ id, counts }) => ({ id, ...hitsOf[aim](counts) })).filter(({ n }) => n > 0)
      const rule = ruleFor(entries)
      const nameOf = await namesFor(app, app.db.read, by, entries.map(({ id }) => id), language)
      return { rule, rows: ranked(entries, rule).map(({ id, n, rate, adjusted, rank }) => ({ id, name: nameOf(id), n, rate, adjusted, rank })) }
    },
  }),
  route({
    method: 'GET', path: '/insight/assessment', operation: 'getAssessment', summary: 'Units scored from what people said and how requests were handled, with the formula', permission: 'insight.read',
    query: Type.Object(where), refusals: ['invalid', 'not_found'],
    reply: Type.Object({ weights: Type.Object({ satisfied: Type.Integer(), onTime: Type.Integer(), solved: Type.Integer() }), rules: Type.Object({ satisfied: ruleSchema, onTime: ruleSchema, solved: ruleSchema }), rows: Type.Array(assessedSchema) }),
    handle: async (app, { principal, query, language }) => ({ weights, ...(await assessed(app, filterOf(app, principal, query), language)) }),
  }),
  route({
    method: 'GET', path: '/insight/assessment/table', operation: 'exportAssessment', summary: 'The assessment of units as a table, its formula in the last lines', permission: 'insight.read',
    query: Type.Object({ ...where, format: Type.Enum(['csv', 'xlsx'], { default: 'xlsx' }) }), reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { format, ...asked }, language }) => {
      const filter = filterOf(app, principal, asked)
      const { rules, rows } = await assessed(app, filter, language)
      const lines = rows.map(({ name, rank, score, parts }) => [name, rank, score, ...aims.flatMap((aim) => [parts[aim].rate, parts[aim].adjusted, parts[aim].n])].map((value) => value ?? ''))
      const table = [sheetHeading, ...lines, ...sheetNotes(rules).map((note) => [note])]
      const name = `assessment-${filter.span.from}.${format}`
      if (format === 'csv') return { stream: Readable.from([toCsv(table)]), type: 'text/csv; charset=utf-8', name }
      return { stream: Readable.from([Buffer.from(toSheet('部门考核', table))]), type: sheetType, name }
    },
  }),
  route({
    method: 'GET', path: '/insight/table', operation: 'exportInsight', summary: 'The figures by one property as a table', permission: 'insight.read',
    query: Type.Object({ ...where, facet: Type.Enum(facets.filter((each) => each !== 'tag')), format: Type.Enum(['csv', 'xlsx'], { default: 'xlsx' }) }), reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { facet, format, ...asked }, language }) => {
      const filter = filterOf(app, principal, asked)
      const parts = await partsOf(app, filter, facet)
      const nameOf = await namesFor(app, app.db.read, facet, parts.map(({ id }) => id), language)
      const rows = parts.map(({ id, counts }) => {
        const { received, handled, onTime, late, solved, unsolved, returned, redone, rated, satisfiedRate, onTimeRate, solvedRate } = toCounts(counts)
        return [nameOf(id), received, handled, onTime, late, solved, unsolved, returned, redone, rated, satisfiedRate, onTimeRate, solvedRate].map((value) => value ?? '')
      })
      const name = `figures-${facet}-${filter.span.from}.${format}`
      if (format === 'csv') return { stream: Readable.from([toCsv([heading, ...rows])]), type: 'text/csv; charset=utf-8', name }
      return { stream: Readable.from([Buffer.from(toSheet(facet, [heading, ...rows]))]), type: sheetType, name }
    },
  }),
  route({
    method: 'GET', path: '/insight/guides', operation: 'listRatedGuides', summary: 'Guides and form pages people found unclear, long or hard, the most often first; for designers', permission: 'insight.guides',
    query: Type.Object({ from: where.from, to: where.to, region: where.region }), reply: Type.Object({ guides: Type.Array(Type.Object({ of: Type.String(), name: Type.String(), page: Type.String(), tag: Type.String(), times: Type.Integer() })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query, language }) => {
      const parts = await listParts(app.db.read, 'tag', filterOf(app, principal, query), mostParts)
      const split = parts.map(({ part, ...counts }) => {
        const [of = '', page = '', tag = ''] = part.split(' ')
        return { of, page, tag, times: ratedOf(counts) }
      })
      const nameOf = await namesFor(app, app.db.read, 'service', [], language)
      return { guides: split.filter(({ times }) => times > 0).map((each) => ({ ...each, name: nameOf(each.of) })) }
    },
  }),
]
