// The catalogue for everybody: regions, stages, every service there is, and the guide page of each.
import { Type, type Static } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { regionAndAbove, regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { countImportedFacets, listImportedRows } from './browse-store.ts'
import { orNull, regionQuery, regionsSchema, stagesSchema, text, textsSchema, toStages } from './catalogue-replies.ts'
import { importedGuide, importedGuideSchema } from './imported-guide.ts'
import { findImportedService, findImportedSource } from './imported-service-store.ts'
import { listOutletsNear, outletSchema, toOutlet } from './outlets.ts'
import { catalogueServed } from './served-region.ts'
import { countPackFacets, cursorOf, joinFacets, listPackRows, matches, nameOfKind, readCursor, type BrowseRow } from './service-browse.ts'
import { serviceGuide, serviceGuideSchema } from './service-guide.ts'

/** PostgreSQL text holds no NUL, and no choice has control characters. */
const filter = (description: string) => Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$', description }))

const browseQuery = Type.Object({
  region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Region of the authority; for pack services any place in the served region.' })),
  authority: filter('Line of authority, or the code of an imported service\'s authority.'),
  kind: filter('Kind of act.'),
  audience: filter('Who may apply.'),
  theme: filter('Theme of imported services.'),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words the name must contain.' })),
  after: filter('`next` of the page before.'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
})

const rowSchema = Type.Object(
  {
    type: Type.Union([Type.Literal('service'), Type.Literal('importedService')], { description: 'Handled here, or published elsewhere.' }),
    id: text('Service id or implementing code.'),
    name: textsSchema,
    summary: orNull(textsSchema),
    authority: Type.Object({ value: text('Value to filter by.'), name: textsSchema }),
    region: Type.Object({ code: text('GB/T 2260.'), name: textsSchema }),
    kind: text('Kind of act.'),
    kindName: textsSchema,
    audience: Type.Array(Type.String(), { description: 'Who may apply.' }),
    themes: Type.Array(Type.String()),
    promised: orNull(Type.Object({ days: Type.Integer(), unit: Type.Union([Type.Literal('working'), Type.Literal('calendar')]) }, { description: 'Promised limit.' })),
    online: orNull(Type.Boolean({ description: 'Whether it can be applied for online; null: not stated.' })),
  },
  { description: 'One line of the list.' },
)
const facet = Type.Array(Type.Object({ value: text('Value to filter by.'), name: textsSchema, count: Type.Integer({ description: 'Services this choice would leave.' }) }), { description: 'Most frequent first.' })

const browseSchema = Type.Object(
  {
    total: Type.Integer({ description: 'Services that meet all filters.' }),
    services: Type.Array(rowSchema),
    next: orNull(text('Give it as `after` for the next page; null on the last.')),
    facets: Type.Object({ regions: facet, authorities: facet, kinds: facet, audiences: facet, themes: facet }, { description: 'Choices; each ignores its own filter.' }),
  },
  { description: 'A page of services: those handled here first, then imported ones by code.' },
)

/** Pack services as offered in the served region and, when another place in it is asked for, as offered there. */
const packRowsFor = (app: App, asked: string | undefined): BrowseRow[] => {
  const { region } = app.config
  const places = asked !== undefined && asked !== region && regionCovers(region, asked) ? [region, asked] : [region]
  return app.packs.packs.length === 0 ? [] : places.flatMap((place) => listPackRows(catalogueServed(app, place)))
}

/** Pack services come first, imported ones by code after them; a page may hold both. */
const browse = async (app: App, { after, limit = 20, ...asked }: Static<typeof browseQuery>) => {
  const cursor = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && !cursor) throw new Refusal('invalid', { after })
  const code = cursor?.type === 'importedService' ? cursor.id : undefined
  const candidates = packRowsFor(app, asked.region)
  const own = candidates.filter((row) => matches(row, asked))
  const ownLeft = code === undefined ? own.filter(({ id }) => !cursor || id > cursor.id).slice(0, limit + 1) : []
  const [imported, counted] = await Promise.all([
    listImportedRows(app.db.read, asked, { ...(code === undefined ? {} : { after: code }), limit: limit + 1 - ownLeft.length }),
    countImportedFacets(app.db.read, asked),
  ])
  const { total, ...facets } = counted
  const rows = [...ownLeft, ...imported]
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    total: own.length + total,
    services: rows.slice(0, limit).map((row) => ({ ...row, kindName: nameOfKind(row.kind) })),
    next: last ? cursorOf(last) : null,
    facets: joinFacets(countPackFacets(candidates, asked), facets),
  }
}

export const catalogueRoutes = [
  route({
    method: 'GET', path: '/regions', operation: 'listRegions', summary: 'The served region, what lies in it and what is above it', permission: 'catalogue.read',
    reply: regionsSchema, refusals: ['not_found'],
    handle: async (app) => {
      const { regions } = catalogueServed(app)
      const { region } = app.config
      const above = new Set(regionAndAbove(region))
      const shown = Object.values(regions).filter(({ code }) => above.has(code) || regionCovers(region, code))
      return { region, regions: shown.sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, name, level, parent }) => ({ code, name, level, parent })) }
    },
  }),
  route({
    method: 'GET', path: '/stages', operation: 'listStages', summary: 'Stages of life and business with their matters', permission: 'catalogue.read',
    query: regionQuery, reply: stagesSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { query }) => {
      const catalogue = catalogueServed(app, query.region)
      return toStages(app.packs.stagesFor(catalogue.region), catalogue)
    },
  }),
  route({
    method: 'GET', path: '/outlets', operation: 'listOutlets', summary: 'Halls people can go to, those of the place first, then those above it and within it', permission: 'catalogue.read',
    query: regionQuery, reply: Type.Object({ outlets: Type.Array(outletSchema) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { query }) => {
      const { region } = catalogueServed(app, query.region)
      return { outlets: listOutletsNear(app.packs.outletsFor(app.config.region), query.region ?? region).map(toOutlet) }
    },
  }),
  route({
    method: 'GET', path: '/services', operation: 'browseServices', summary: 'Every service, handled here or imported, with filters and their counts', permission: 'catalogue.read',
    query: browseQuery, reply: browseSchema, refusals: ['invalid', 'not_found'],
    handle: (app, { query }) => browse(app, query),
  }),
  route({
    method: 'GET', path: '/services/:service', operation: 'getService', summary: 'Guide page of a service', permission: 'catalogue.read',
    params: Type.Object({ service: Type.String({ maxLength: 100 }) }), query: regionQuery, reply: serviceGuideSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { params, query }) => {
      const catalogue = catalogueServed(app, query.region)
      const service = Object.hasOwn(catalogue.services, params.service) ? catalogue.services[params.service] : undefined
      if (!service) throw new Refusal('not_found', { service: params.service })
      return serviceGuide(catalogue, service)
    },
  }),
  route({
    method: 'GET', path: '/services/imported/:code', operation: 'getImportedService', summary: 'Guide page of an imported service', permission: 'catalogue.read',
    params: Type.Object({ code: Type.String({ pattern: '^[0-9A-Z]{1,40}$' }) }), reply: importedGuideSchema, refusals: ['invalid', 'not_found'],
    handle: async ({ db }, { params }) => {
      const [service, source] = await Promise.all([findImportedService(db.read, params.code), findImportedSource(db.read, params.code)])
      if (!service || !source) throw new Refusal('not_found', { service: params.code })
      return importedGuide(service, source)
    },
  }),
]
