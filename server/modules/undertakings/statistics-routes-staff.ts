// How promises turn out, by service and authority: offered, made, kept in time or late, open, broken. Also as a spreadsheet.
import { Readable } from 'node:stream'
import { Type, type Static } from 'typebox'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { fileReply } from '../../kernel/http.ts'
import { sheetType, toSheet } from '../../kernel/sheet.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { readers } from './deciding.ts'
import { listTallies } from './offers-store.ts'

const day = Type.String({ format: 'date' })
const count = Type.Integer({ minimum: 0 })
const period = Type.Object({ from: Type.Optional(day), to: Type.Optional(day) }, { description: 'First and last day on which it was offered; the last year when absent.' })

const tallySchema = Type.Object({
  service: Type.String(), serviceName: textsSchema, line: Type.String(), region: Type.String(), authorityName: textsSchema, kind: Type.Enum(['commitment', 'later']),
  offered: count, used: count, keptInTime: count, keptLate: count, open: count, late: count, breached: count, released: count,
})

const talliesOf = async (app: App, principal: Principal, query: Static<typeof period>) => {
  const today = plainDate(app.clock.now())
  const [from, to] = [query.from ?? addDays(today, -365), query.to ?? today]
  const tallies = await listTallies(app.db.read, jurisdictionFilter(staffOf(principal), readers), { from, to, today })
  const rows = tallies.map((each) => {
    const catalogue = app.packs.catalogueFor(each.region)
    return { ...each, serviceName: nameOr(catalogue.services[each.service], each.service), authorityName: nameOr(authorityOf(catalogue, each.line, each.region), each.line) }
  })
  return { from, to, tallies: rows }
}

const headings: Record<'zh' | 'en', string[]> = {
  zh: ['事项', '部门', '方式', '可以用', '用了', '按期做到', '晚了做到', '还没到期或未完成', '其中已超期', '认定违诺', '不再需要'],
  en: ['Service', 'Authority', 'Way', 'Offered', 'Made', 'Kept in time', 'Kept late', 'Open', 'Of these late', 'Broken', 'No longer needed'],
}
const ways = { zh: { commitment: '告知承诺', later: '容缺后补' }, en: { commitment: 'Commitment', later: 'Document later' } } as const

const rowsOf = ({ tallies }: Awaited<ReturnType<typeof talliesOf>>, language: Language): (string | number)[][] => {
  const words = language === 'en' ? 'en' : 'zh'
  return [
    headings[words],
    ...tallies.map((each) => [textIn(each.serviceName, language), textIn(each.authorityName, language), ways[words][each.kind], each.offered, each.used, each.keptInTime, each.keptLate, each.open, each.late, each.breached, each.released]),
  ]
}

export const statisticsRoutes = [
  route({
    method: 'GET', path: '/undertakings/statistics', operation: 'tallyUndertakings', summary: 'How promises turn out, by service and authority', permission: 'undertakings.read',
    query: period, reply: Type.Object({ from: day, to: day, tallies: Type.Array(tallySchema) }), refusals: ['invalid'],
    handle: (app, { principal, query }) => talliesOf(app, principal, query),
  }),
  route({
    method: 'GET', path: '/undertakings/statistics.xlsx', operation: 'downloadUndertakingTallies', summary: 'The same as a spreadsheet', permission: 'undertakings.read',
    query: period, reply: fileReply, refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const found = await talliesOf(app, principal, query)
      const bytes = toSheet(`${found.from} ${found.to}`, rowsOf(found, language))
      return { stream: Readable.from([Buffer.from(bytes)]), type: sheetType, name: `undertakings-${found.from}-${found.to}.xlsx` }
    },
  }),
]
