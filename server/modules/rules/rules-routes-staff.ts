// Decision tables in the workbench: shown, measured, tried with typed values, written as DMN; tentative decisions to check; and what a
// table written in a design would decide otherwise.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCode } from '../catalogue/index.ts'
import { writeDmn } from '../../kernel/dmn/write-xml.ts'
import { route, type App } from '../../module.ts'
import { listTableTotals, listUnchecked, listVersionFigures } from '../cases/index.ts'
import { decideByTable } from '../planning/index.ts'
import { toModel } from './dmn.ts'
import { fieldSchema, figuresSchema, listedTableSchema, outcome, tableSchema, toFigures, toTable, verdictSchema } from './rules-replies.ts'
import { conceptsToTry, getTable, listTables } from './tables-in-force.ts'
import { figuresOf } from './table-figures.ts'

const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor', 'designer']
/** Figures look back so many days. */
const daysBack = 90

const since = (app: App): string => new Date(app.clock.now().getTime() - daysBack * 86_400_000).toISOString()

const text = Type.String()
const service = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' })
const place = Type.Object({ region: Type.Optional(regionCode) })
const regionOf = (app: App, { region }: { region?: string }): string => region ?? app.config.region
const value = Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean(), Type.Null()])

export const staffRuleRoutes = [
  route({
    method: 'GET', path: '/rules/tables', operation: 'listDecisionTables', summary: 'Decision tables in force', permission: 'rules.read',
    query: place, reply: Type.Object({ region: text, tables: Type.Array(listedTableSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, query }) => {
      const region = regionOf(app, query)
      const totals = new Map((await listTableTotals(app.db.read, jurisdictionFilter(principal, readers), since(app))).map((each) => [each.service, each]))
      return {
        region,
        tables: listTables(app.packs.catalogueFor(region)).map(({ id, name, table }) => ({ service: id, serviceName: name, name: table.name, version: table.version, rows: table.rows.length, all: totals.get(id)?.all ?? 0, instant: totals.get(id)?.instant ?? 0 })),
      }
    },
  }),
  route({
    method: 'GET', path: '/rules/tables/:service', operation: 'getDecisionTable', summary: 'One decision table with its figures and the answers it looks at', permission: 'rules.read',
    params: Type.Object({ service }), query: place, reply: Type.Object({ table: tableSchema, figures: figuresSchema, fields: Type.Array(fieldSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, query }) => {
      const catalogue = app.packs.catalogueFor(regionOf(app, query))
      const decided = getTable(catalogue, params.service)
      const figures = figuresOf(await listVersionFigures(app.db.read, decided.id, jurisdictionFilter(principal, readers), since(app)))
      const fields = conceptsToTry(catalogue, decided.table).map(({ id, name, type, constraint }) => ({ concept: id, name, type, choices: constraint.choices ?? [] }))
      return { table: toTable(catalogue, decided), figures: toFigures(figures), fields }
    },
  }),
  route({
    method: 'GET', path: '/rules/tables/:service/dmn', operation: 'exportDecisionTable', summary: 'A decision table as DMN 1.3 XML', permission: 'rules.read',
    params: Type.Object({ service }), query: place, reply: Type.Object({ file: text, xml: text }), refusals: ['not_found', 'invalid'],
    handle: async (app, { params, query }) => {
      const { id, table } = getTable(app.packs.catalogueFor(regionOf(app, query)), params.service)
      return { file: `${id}.dmn`, xml: await writeDmn(toModel(id, table)) }
    },
  }),
  route({
    method: 'POST', path: '/rules/tables/:service/try', operation: 'tryDecisionTable', summary: 'What a table says to typed values; nothing is kept', permission: 'rules.read',
    params: Type.Object({ service }), query: place,
    body: Type.Object({ values: Type.Record(Type.String({ maxLength: 100 }), value, { maxProperties: 100 }), on: Type.Optional(Type.String({ format: 'date', description: 'The day it is asked on; today when absent.' })) }, { additionalProperties: false }),
    reply: verdictSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { params, query, body }) => {
      const catalogue = app.packs.catalogueFor(regionOf(app, query))
      const made = decideByTable(catalogue, getTable(catalogue, params.service).id, body.values, body.on ?? plainDate(app.clock.now()))
      if (!made) throw new Refusal('not_found')
      return made.verdict
    },
  }),
  route({
    method: 'GET', path: '/rules/unchecked', operation: 'listUncheckedDecisions', summary: 'Tentative decisions of my postings that wait for their check, the most urgent first', permission: 'cases.read',
    query: Type.Object({ service: Type.Optional(service), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ decisions: Type.Array(Type.Object({ caseId: text, number: text, applicant: text, service: text, decision: outcome, checkOn: Type.Union([text, Type.Null()]), late: Type.Boolean() })) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const today = plainDate(app.clock.now())
      const found = await listUnchecked(app.db.read, jurisdictionFilter(staffOf(principal), ['clerk', 'approver', 'head', 'supervisor']), query.service, query.limit)
      return { decisions: found.filter((each) => covers(principal, readers, each)).map(({ caseId, number, applicant, service: of, decision, checkOn }) => ({ caseId, number, applicant, service: of, decision, checkOn, late: checkOn !== null && checkOn < today })) }
    },
  }),
]
