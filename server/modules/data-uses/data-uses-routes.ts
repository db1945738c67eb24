// People see who read their data: the law gives everybody the right to know who, what, why, and to take the list along
// (Personal Information Protection Law Art. 44, 45, 48).
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { actorOf } from '../../kernel/audit.ts'
import { personOf } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { getPerson } from '../people/index.ts'
import { toCsv, toJson, toXlsx } from './data-use-file.ts'
import { dataUsePdf } from './data-use-pdf.ts'
import { word } from './data-use-words.ts'
import { dataUseKinds, placeOf } from './data-use.ts'
import { readDataUses, readerOf, type Wanted } from './reading.ts'

const text = Type.String()
const texts = Type.Array(text)
const maybe = (description: string) => Type.Union([text, Type.Null()], { description })
const day = Type.Optional(Type.String({ format: 'date' }))

const useSchema = Type.Object({
  id: text, kind: Type.Enum([...dataUseKinds], { description: 'lookUp: a registry was asked; opened: an official opened a case; licence: an e-licence was used.' }), at: text,
  line: maybe('Line of the authority.'), authorityName: maybe('Who keeps the registry, or opened the case.'), whatName: Type.String({ description: 'The registry, the service or the e-licence.' }), batch: Type.Boolean({ description: 'Whether it was one pull of many people’s records.' }), systemName: maybe('A department, or its system, that asked; null: this platform.'),
  concepts: texts, conceptNames: texts, unmaskedNames: Type.Array(text, { description: 'Masked values an official looked at in full.' }), purpose: text, legalBasis: maybe('Title and article.'), reference: maybe('What it was made for, in words: the number of the case or application, or of the department that asked.'), consentAt: maybe('When I agreed.'),
  outcome: Type.Enum(['answers', 'noRecord', 'unavailable', 'withheld', 'refused', 'opened', 'used', 'shown', 'verified'], { description: 'withheld: somebody tried my number and was told nothing.' }), times: Type.Integer({ description: 'How often that official opened it that day.' }),
  applicationId: maybe('The application it was for; null when somebody else applied.'), own: Type.Boolean({ description: 'Whether it was for an application of mine.' }), disputable: Type.Array(text, { description: 'Concepts whose record may be disputed.' }),
})

const filter = { kind: Type.Optional(Type.Enum([...dataUseKinds])), line: Type.Optional(Type.String({ maxLength: 100 })), from: day, until: day }
type Filter = { kind?: Wanted['kinds'][number]; line?: string; from?: string; until?: string }

const startOfDay = (on: string, later = 0): string => new Date(`${addDays(on, later)}T00:00:00+08:00`).toISOString()

/** Both days count whole, as the calendar in Shanghai has them. */
const wantedOf = ({ kind, line, from, until }: Filter, limit: number): Wanted => ({
  kinds: kind ? [kind] : dataUseKinds, limit, ...(line ? { line } : {}), ...(from ? { from: startOfDay(from) } : {}), ...(until ? { until: startOfDay(until, 1) } : {}),
})

/** So many entries one file holds. */
const mostInFile = 2000

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json', pdf: 'application/pdf' } as const

export const dataUseRoutes = [
  route({
    method: 'GET', path: '/data-use', operation: 'listDataUse', summary: 'Who read my data: who, what, why and by what law, the latest first', permission: 'dataUse.own',
    query: Type.Object({ ...filter, after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ uses: Type.Array(useSchema), next: maybe('Pass as `after` for the next page.'), lines: Type.Array(Type.Object({ id: text, name: text }), { description: 'Authorities the list can be narrowed to.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const { read } = app.db
      const after = query.after === undefined ? undefined : placeOf(query.after)
      if (query.after !== undefined && !after) throw new Refusal('invalid', { after: query.after })
      const { region } = app.config
      const catalogue = app.packs.catalogueFor(region)
      const lines = [...new Set(Object.values(catalogue.registries).map(({ line }) => line))].flatMap((line) => authorityOf(catalogue, line, region) ?? [])
      return {
        ...(await readDataUses(app, read, await readerOf(read, personOf(principal).id, language), { ...wantedOf(query, query.limit), ...(after ? { after } : {}) })),
        lines: lines.map(({ line, shortName }) => ({ id: line, name: textIn(shortName, language) })),
      }
    },
  }),
  route({
    method: 'GET', path: '/data-use/file', operation: 'getDataUseFile', summary: 'The same list to take along, at most 2,000 entries', permission: 'dataUse.own',
    query: Type.Object({ ...filter, format: Type.Enum(['pdf', 'csv', 'xlsx', 'json'], { default: 'pdf' }) }), reply: fileReply, refusals: ['invalid'],
    handle: async (app, { principal, query, language, requestId }) => {
      const { read } = app.db
      const person = personOf(principal)
      const [reader, { name }] = [await readerOf(read, person.id, language), await getPerson(read, person.id)]
      const { uses } = await readDataUses(app, read, reader, wantedOf(query, mostInFile))
      const at = app.clock.now().toISOString()
      const bytes = query.format === 'csv' ? toCsv(uses, language) : query.format === 'xlsx' ? toXlsx(uses, language) : query.format === 'json' ? toJson(uses, at) : await dataUsePdf(uses, { name, at, language })
      await app.db.transaction((tx) => insertAudit(tx, [{ at, ...actorOf(person), action: 'dataUses.export', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: { format: query.format, entries: uses.length } }]))
      return { stream: Readable.from([bytes]), type: types[query.format], name: `${word('title', language)} ${plainDate(app.clock.now())}.${query.format}` }
    },
  }),
]
