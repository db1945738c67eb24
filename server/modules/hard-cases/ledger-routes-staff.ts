// The ledger over HTTP: all hard cases of one's region with filters and search, as a file, and what recurs.
// The file leaves out who the applicants are.
import { Type, type Static } from 'typebox'
import { Readable } from 'node:stream'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { fileReply } from '../../kernel/http.ts'
import { pageOf } from '../../kernel/pages.ts'
import { sheetType, toSheet } from '../../kernel/sheet.ts'
import { asTexts, nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { placesOf } from './access.ts'
import { hardCaseStates, type HardCase } from './hard-case.ts'
import { authorityName, categoriesOf, categoriesSchema, nameless, orNull, rowSchema, toRow } from './hard-case-replies.ts'
import { countRecurring, listLedger, type LedgerFilter } from './ledger-store.ts'
import { ledgerRows } from './ledger.ts'
import { termsOfCase } from './taking-in.ts'

const uuid = Type.String({ format: 'uuid' })
const day = Type.Optional(Type.String({ format: 'date' }))
const filterQuery = {
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Words the title or the account must contain.' })), state: Type.Optional(Type.Enum(hardCaseStates)), category: Type.Optional(Type.String({ maxLength: 100 })),
  line: Type.Optional(Type.String({ maxLength: 100, description: 'An authority of this line was asked.' })), region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })), from: day, until: day,
}
const listQuery = Type.Object({ ...filterQuery, after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) })
const pageOfFile = 500

const filterOf = (app: App, principal: Principal, { q, state, ...query }: Omit<Static<typeof listQuery>, 'limit' | 'after'>): Omit<LedgerFilter, 'limit'> => ({
  places: placesOf(app, principal), open: false, ...query, ...(state ? { states: [state] } : {}), ...(q ? { terms: termsOfCase(q) } : {}),
})

const regionName = (app: App, code: string) => nameOr(app.packs.catalogueFor(code).regions[code], code)
const count = Type.Integer({ minimum: 0 })
const group = Type.Array(Type.Object({ value: Type.String(), name: textsSchema, count, ended: count, days: orNull(Type.Number({ description: 'Median days to the answer.' })) }))

export const ledgerRoutes = [
  route({
    method: 'GET', path: '/hard-case-ledger', operation: 'listLedger', summary: 'The ledger of hard cases of my region, newest first', permission: 'hardCases.read',
    query: listQuery, reply: Type.Object({ hardCases: Type.Array(Type.Object({ ...rowSchema.properties, solution: orNull(Type.String()) })), next: orNull(uuid), categories: categoriesSchema }), refusals: ['invalid', 'not_offered'],
    handle: async (app, { principal, query: { limit, after, ...query } }) => {
      const found = await listLedger(app.db.read, { ...filterOf(app, principal, query), limit: limit + 1, ...(after ? { after } : {}) })
      const { page, next } = pageOf(found, limit)
      const today = plainDate(app.clock.now())
      const { id } = staffOf(principal)
      return {
        hardCases: page.map((one) => ({ ...toRow(app, one, id, today), solution: one.answer?.solution ?? one.answer?.words ?? null })),
        next, categories: categoriesOf(app, app.config.region),
      }
    },
  }),
  route({
    method: 'GET', path: '/hard-case-ledger.xlsx', operation: 'exportLedger', summary: 'The ledger as a spreadsheet, without the applicants', permission: 'hardCases.read',
    query: Type.Object(filterQuery), reply: fileReply, refusals: ['invalid'],
    handle: async (app, { principal, query, requestId }) => {
      const filter = filterOf(app, principal, query)
      const all: HardCase[] = []
      for (let after: string | undefined, more = true; more; ) {
        const page = await listLedger(app.db.read, { ...filter, limit: pageOfFile, ...(after ? { after } : {}) })
        all.push(...page)
        after = page.at(-1)?.id
        more = page.length === pageOfFile
      }
      const now = app.clock.now()
      await app.db.transaction((tx) => insertAudit(tx, [{ at: now.toISOString(), ...actorOf(principal), action: 'hardCases.export', subjectType: 'ledger', subjectId: 'hard-cases', region: null, requestId, detail: { rows: all.length } }]))
      const names = {
        category: (id: string, region: string) => asTexts(app.packs.hardCaseWindowFor(region)?.categories.find((each) => each.id === id)?.name ?? id)['zh-CN'],
        region: (code: string) => regionName(app, code)['zh-CN'],
      }
      const bytes = toSheet('疑难事项台账', ledgerRows(all, names, (instant) => plainDate(new Date(instant))))
      return { stream: Readable.from([Buffer.from(bytes)]), type: sheetType, name: `疑难事项台账-${plainDate(now)}.xlsx` }
    },
  }),
  route({
    method: 'GET', path: '/hard-case-statistics', operation: 'countHardCases', summary: 'What recurs: by category, region, authority, keyword and month, and how long it takes', permission: 'hardCases.read',
    query: Type.Object({ from: day, until: day }),
    reply: Type.Object({
      categories: group, regions: group, states: Type.Array(Type.Object({ value: Type.Enum(hardCaseStates), count })), lines: Type.Array(Type.Object({ line: Type.String(), name: textsSchema, asked: count, given: count, late: count })),
      words: Type.Array(Type.Object({ word: Type.String(), count })), months: Type.Array(Type.Object({ month: Type.String(), received: count, ended: count })), days: orNull(Type.Number()),
    }),
    refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const { categories, regions, states, lines, ...rest } = await countRecurring(app.db.read, { places: placesOf(app, principal), ...query }, plainDate(app.clock.now()))
      const names = new Map(app.packs.hardCaseWindowFor(app.config.region)?.categories.map(({ id, name }) => [id, asTexts(name)]))
      const catalogue = app.packs.catalogueFor(app.config.region)
      const lineName = (line: string) => catalogue.authorities.find((each) => each.line === line && each.region === app.config.region)?.shortName ?? authorityName(catalogue, line, app.config.region)
      return {
        ...rest, categories: categories.map((each) => ({ ...each, name: names.get(each.value) ?? nameless(each.value) })), regions: regions.map((each) => ({ ...each, name: regionName(app, each.value) })),
        states: states.flatMap(({ value, count: n }) => hardCaseStates.filter((state) => state === value).map((state) => ({ value: state, count: n }))), lines: lines.map((each) => ({ ...each, name: lineName(each.line) })),
      }
    },
  }),
]
