// What forms about requests choose from: the map, the classes, the units.
// Access: the first two are for everybody, the units for officials who read requests.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'

describe('a form about a request', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100', MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png', MAP_TILES_ATTRIBUTION: '示例地图' } })
  })
  afterAll(() => test.close())

  it('offers the tree of classes, and a map with the tiles that are configured', async () => {
    const { classes } = (await test.asNobody.get<{ classes: { groups: { leaves: { id: string }[] }[] }[] }>('/request-classes')).body
    expect(classes.flatMap(({ groups }) => groups.flatMap(({ leaves }) => leaves.map(({ id }) => id)))).toContain('sky/lamps/bright')
    const { tiles, outlines } = (await test.asNobody.get<{ tiles: unknown; outlines: { rings: unknown[] }[] }>('/request-map')).body
    expect(tiles).toEqual({ url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '示例地图' })
    expect(outlines.every(({ rings }) => rings.length > 0)).toBe(true)
  })

  it('offers units to officials who read requests only', async () => {
    const dispatcher = await test.as({ staff: [{ role: 'dispatcher', line: 'government-services', region: '990100' }] })
    const designer = await test.as({ staff: [{ role: 'designer', line: null, region: '990000' }] })
    expect((await dispatcher.get<{ units: { line: string; region: string }[] }>('/request-units')).body.units).toContainEqual(expect.objectContaining({ line: 'sky', region: '990101' }))
    expect((await designer.get('/request-units')).status).toBe(403)
    expect((await test.asNobody.get('/request-units')).status).toBe(401)
  })
})
