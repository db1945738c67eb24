// What forms about requests choose from: outlines to point at a place, the tree of classes, and for officials the authorities.
// The map is coarse on purpose: it helps to point at a place, it proves no boundary.
import { Type } from 'typebox'
import { regionCovers } from '../../kernel/regions.ts'
import { route } from '../../module.ts'
import { textsSchema, type Area } from '../catalogue/index.ts'
import { categories } from '../duties/index.ts'

const named = { id: Type.String(), name: textsSchema }
const kinds = { division: 'area', community: 'area', grid: 'area', road: 'line', facility: 'point' } as const

const ringsOf = ({ polygon, line, point }: Area): number[][][] => [polygon, line, point && [point]].flatMap((ring) => (ring ? [ring.map((corner) => [...corner])] : []))

const outlineOf = (area: Area) => ({ id: area.id, name: area.name, kind: kinds[area.kind], region: area.region, rings: ringsOf(area) })

export const choiceRoutes = [
  route({
    method: 'GET', path: '/request-map', operation: 'getRequestMap', summary: 'Outlines to point at a place, and where map tiles come from', permission: 'requests.public',
    reply: Type.Object({
      outlines: Type.Array(Type.Object({
        id: Type.String(), name: textsSchema, kind: Type.Union([Type.Literal('area'), Type.Literal('line'), Type.Literal('point')]), region: Type.String(),
        rings: Type.Array(Type.Array(Type.Array(Type.Number())), { description: 'Rings of [longitude, latitude], WGS 84.' }),
      })),
      tiles: Type.Union([Type.Object({ url: Type.String(), attribution: Type.String() }), Type.Null()]),
    }),
    refusals: [],
    handle: async ({ config, packs }) => ({
      outlines: [...packs.dutyListFor(config.region).areas.values()].filter((area) => regionCovers(config.region, area.region)).map(outlineOf).filter(({ rings }) => rings.length > 0),
      tiles: config.tiles ?? null,
    }),
  }),
  route({
    method: 'GET', path: '/request-classes', operation: 'listRequestClasses', summary: 'Classes of requests, three levels', permission: 'requests.public',
    reply: Type.Object({ classes: Type.Array(Type.Object({ ...named, groups: Type.Array(Type.Object({ ...named, leaves: Type.Array(Type.Object(named)) })) })) }),
    refusals: [],
    handle: async (app) => ({
      classes: categories(app).map(({ id, name, groups }) => ({ id, name, groups: groups.map((group) => ({ id: group.id, name: group.name, leaves: group.leaves.map((leaf) => ({ id: leaf.id, name: leaf.name })) })) })),
    }),
  }),
  route({
    method: 'GET', path: '/request-units', operation: 'listRequestUnits', summary: 'Authorities a request can go to', permission: 'requests.read',
    reply: Type.Object({ units: Type.Array(Type.Object({ line: Type.String(), region: Type.String(), name: textsSchema })) }),
    refusals: [],
    handle: async ({ config, packs }) => ({ units: packs.catalogueFor(config.region).authorities.map(({ line, region, name }) => ({ line, region, name })) }),
  }),
]
