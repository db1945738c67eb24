// The duty list in the workbench: the list with its tree, what is wrong with it, who would get a request, and its releases.
// Everybody who handles requests reads all of it; what is written about a place is no secret to other places.
import { Type } from 'typebox'
import { jurisdictionFilter } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { dutyFindings, regionCode, textsSchema } from '../catalogue/index.ts'
import { findEdition, listEditionsIn } from '../designs/index.ts'
import { understand } from '../triage/index.ts'
import { assign } from './assignment.ts'
import { areaSchema, assignmentSchema, categoriesSchema, dutySchema, findingSchema, text, toArea, toAssignment, toCategories, toDuty, toFinding } from './duty-replies.ts'
import { dutyScene, momentOf, placeInText, whereabouts } from './duty-lists.ts'
import { fineness } from './geography.ts'
import { releaseChanges } from './releases.ts'
import { listTrees } from './trees-store.ts'

const regionQuery = Type.Object({ region: Type.Optional(regionCode) })
const sceneOf = (app: App, region: string = app.config.region) => ({ ...dutyScene(app, region), region })
const coordinate = (most: number) => Type.Number({ minimum: -most, maximum: most })

/** The pack nearest to a region. */
const packOf = (app: App, region: string = app.config.region): string => app.packs.packs.filter((pack) => regionCovers(pack.region, region)).sort((a, b) => fineness(b.region) - fineness(a.region))[0]?.id ?? ''

const readers = ['clerk', 'approver', 'head', 'supervisor', 'designer', 'dispatcher', 'agent'] as const
/** Folders of a pack the duty list is made of. */
const folders = ['duties', 'areas', 'request-categories']
const releaseSchema = Type.Object({ number: Type.Integer(), pack: text, title: text, madeBy: text, releasedBy: text, reason: text, releasedAt: text })

export const staffDutyRoutes = [
  route({
    method: 'GET', path: '/duties/classes', operation: 'listDutyClasses', summary: 'Classes of requests in three levels, with what people say and what to know', permission: 'duties.read',
    query: regionQuery, reply: categoriesSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { query }) => toCategories(sceneOf(app, query.region).list),
  }),
  route({
    method: 'GET', path: '/duty-list', operation: 'getDutyList', summary: 'The duty list of a region', permission: 'duties.read',
    query: regionQuery, reply: Type.Object({ region: text, duties: Type.Array(dutySchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { query }) => {
      const scene = { ...sceneOf(app, query.region), pack: packOf(app, query.region) }
      const concerns = (code: string) => regionCovers(code, scene.region) || regionCovers(scene.region, code)
      const within = scene.list.duties.filter(({ regions = [], areas = [] }) => [...regions, ...areas.flatMap((id) => scene.list.areas.get(id)?.region ?? [])].some(concerns))
      return { region: scene.region, duties: within.map((duty) => toDuty(scene, duty)) }
    },
  }),
  route({
    method: 'GET', path: '/duties/areas', operation: 'listDutyAreas', summary: 'Areas of the duty list with their shapes', permission: 'duties.read',
    query: regionQuery, reply: Type.Object({ areas: Type.Array(areaSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { query }) => ({ areas: [...sceneOf(app, query.region).list.areas.values()].map(toArea) }),
  }),
  route({
    method: 'GET', path: '/duties/findings', operation: 'listDutyFindings', summary: 'Gaps, overlaps, units that do not exist and ladders that turn in a circle', permission: 'duties.read',
    query: Type.Object({ region: Type.Optional(regionCode), on: Type.Optional(Type.String({ format: 'date', description: 'The day looked at; today when absent.' })) }), reply: Type.Object({ classes: Type.Integer(), duties: Type.Integer(), findings: Type.Array(findingSchema), ending: Type.Array(dutySchema, { description: 'Duties that end on a day.' }) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { query }) => {
      const { region = app.config.region } = query
      const scene = { ...dutyScene(app, region, query.on), region }
      const { list, catalogue } = scene
      return {
        classes: list.leaves.size, duties: list.duties.length, findings: dutyFindings(list, catalogue, region).map(toFinding),
        ending: list.duties.filter(({ until }) => until !== undefined).map((duty) => toDuty(scene, duty)),
      }
    },
  }),
  route({
    method: 'POST', path: '/duties/simulations', operation: 'simulateDuty', summary: 'Who would get this? Nothing is kept', permission: 'duties.read',
    body: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 4000, description: 'What somebody writes; class and place are read from it where they are not given.' })),
        category: Type.Optional(Type.String({ maxLength: 120, description: 'Whole path of a class.' })), region: Type.Optional(regionCode), area: Type.Optional(Type.String({ maxLength: 120, description: 'Id of an area.' })),
        lat: Type.Optional(coordinate(90)), lng: Type.Optional(coordinate(180)), at: Type.Optional(Type.String({ format: 'date-time', description: 'When; now when absent.' })),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({
      category: Type.Union([text, Type.Null()]), guesses: Type.Array(Type.Object({ id: text, name: textsSchema, confidence: Type.Number() })), region: text, regionName: textsSchema, areas: Type.Array(areaSchema), address: Type.Union([text, Type.Null()]), confidence: Type.Union([Type.Number(), Type.Null()]),
      assignment: Type.Union([assignmentSchema, Type.Null()], { description: 'null while the class is not known.' }),
    }),
    refusals: ['invalid', 'not_found'],
    handle: async (app, { body }) => {
      const scene = sceneOf(app)
      const { list, catalogue } = scene
      const read = body.text === undefined ? undefined : placeInText(app, body.text, { region: body.region ?? scene.region })
      const area = body.area === undefined ? undefined : list.areas.get(body.area)
      if (body.area !== undefined && !area) throw new Refusal('invalid', { area: body.area })
      const stated = body.lat !== undefined || area !== undefined
      const region = body.region ?? area?.region ?? (stated ? undefined : (read?.street ?? read?.region)) ?? scene.region
      const place = whereabouts(app, region, {
        ...(body.lat === undefined || body.lng === undefined ? {} : { lat: body.lat, lng: body.lng }), areas: [...(area ? [area.id] : []), ...(stated ? [] : (read?.areas ?? []))],
      })
      const meant = body.text === undefined || body.category !== undefined ? undefined : understand(body.text)
      const guesses = meant ? [...(meant.category ? [meant.category] : []), ...meant.alternatives] : []
      const category = body.category ?? meant?.category?.id
      if (body.category !== undefined && !list.leaves.has(body.category)) throw new Refusal('invalid', { category: body.category })
      const at = body.at === undefined ? app.clock.now() : new Date(body.at)
      return {
        category: category ?? null, guesses: guesses.flatMap(({ id, confidence }) => (list.leaves.get(id) ? [{ id, name: list.leaves.get(id)?.name ?? { 'zh-CN': id }, confidence }] : [])),
        region: place.region, regionName: catalogue.regions[place.region]?.name ?? { 'zh-CN': place.region }, areas: place.areas.flatMap((id) => list.areas.get(id) ?? []).map(toArea), address: stated ? null : (read?.address ?? null), confidence: stated ? null : (read?.confidence ?? null),
        assignment: category === undefined ? null : toAssignment({ ...scene, region: place.region }, assign(scene, category, place, momentOf(at))),
      }
    },
  }),
  route({
    method: 'GET', path: '/duties/trees', operation: 'listRequestTrees', summary: 'Trees of request classes of other systems, each class with ours', permission: 'duties.read',
    reply: Type.Object({ trees: Type.Array(Type.Object({ tree: text, classes: Type.Array(Type.Object({ path: text, ours: Type.Union([text, Type.Null()]), alike: Type.Integer({ description: 'Per cent.' }) })) })) }), refusals: [],
    handle: async ({ db }) => ({ trees: [...(await listTrees(db.read))].map(([tree, classes]) => ({ tree, classes: classes.map(({ path, ours, alike }) => ({ path, ours, alike })) })) }),
  }),
  route({
    method: 'GET', path: '/duties/releases', operation: 'listDutyReleases', summary: 'Releases that changed the duty list, newest first', permission: 'duties.read',
    reply: Type.Object({ releases: Type.Array(releaseSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const editions = await listEditionsIn(app.db.read, jurisdictionFilter(principal, readers), folders)
      return { releases: editions.map(({ number, pack, title, madeBy, releasedBy, reason, releasedAt }) => ({ number, pack, title, madeBy, releasedBy, reason, releasedAt })) }
    },
  }),
  route({
    method: 'GET', path: '/duties/releases/:number', operation: 'compareDutyReleases', summary: 'What the list of one release has differently from another: line by line of the list', permission: 'duties.read',
    params: Type.Object({ number: Type.Integer({ minimum: 1 }) }), query: Type.Object({ since: Type.Optional(Type.Integer({ minimum: 0, description: 'The older release; the one before when absent.' })) }),
    reply: Type.Object({ since: Type.Integer(), changes: Type.Array(Type.Object({ file: text, id: text, change: text, parts: Type.Array(Type.Object({ path: Type.Array(text), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) })) })) }),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { number }, query }) => {
      const editions = await listEditionsIn(app.db.read, jurisdictionFilter(principal, readers), folders)
      if (!editions.some((each) => each.number === number)) throw new Refusal('not_found')
      const since = query.since ?? Math.max(0, ...editions.map((each) => each.number).filter((each) => each < number))
      const between = editions.map((each) => each.number).filter((each) => each > since && each <= number).sort((a, b) => a - b)
      const found = await Promise.all(between.map((each) => findEdition(app.db.read, each)))
      return { since, changes: releaseChanges(found.flatMap((each) => (each ? [each.files] : [])), folders) }
    },
  }),
]
