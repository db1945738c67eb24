// The process of an application: its shape whatever depends on what, BPMN other tools read without a warning, state as it is now.
import { BpmnModdle } from 'bpmn-moddle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import fc from '../../testing/fast-check.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { bpmnOf } from './bpmn.ts'
import { processOf, type Step } from './process.ts'

type Drawn = { nodes: { kind: string; task: { name: string; state: string; caseId: string | null; number: string | null; current: boolean } | null }[]; lanes: { name: string | null }[] }
const posting = (role: Posting['role'], line = 'sky', region = '990101'): Posting => ({ role, line, region })

/** Steps of which each may depend on earlier ones. */
const steps = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.tuple(...Array.from({ length: count }, (_, at) => fc.record({
    service: fc.constant(`s${at}`), lane: fc.constantFrom('health 440305', 'police 440305', 'social 440300'), done: fc.boolean(),
    dependsOn: at === 0 ? fc.constant([]) : fc.uniqueArray(fc.integer({ min: 0, max: at - 1 }).map((each) => `s${each}`), { maxLength: 3 }),
  }))))

describe('a process', () => {
  it('places every task once, in its lane, after all it depends on, and no two on one another', () => {
    fc.assert(fc.property(steps, (list: readonly Step[]) => {
      const { nodes, lanes, flows } = processOf(list)
      const tasks = nodes.filter(({ kind }) => kind === 'task')
      expect(tasks.map(({ service }) => service).sort()).toEqual(list.map(({ service }) => service).sort())
      const at = (service: string) => tasks.find((node) => node.service === service)
      for (const step of list) for (const before of step.dependsOn) expect(at(before)?.x ?? 0).toBeLessThan(at(step.service)?.x ?? 0)
      for (const node of nodes) {
        const lane = lanes.find(({ id }) => id === node.lane)
        expect(node.y >= (lane?.y ?? Infinity) && node.y + node.height <= (lane?.y ?? 0) + (lane?.height ?? 0)).toBe(true)
        expect(nodes.filter((other) => other.x < node.x + node.width && node.x < other.x + other.width && other.y < node.y + node.height && node.y < other.y + other.height)).toEqual([node])
        // Only gateways and tasks part; only gateways and the end meet more than one.
        if (node.kind === 'task') expect(flows.filter(({ to }) => to === node.id)).toHaveLength(1)
      }
    }))
  })

  it('is BPMN 2.0 that is read back without a warning, shapes and all', async () => {
    await fc.assert(fc.asyncProperty(steps, async (list: readonly Step[]) => {
      const process = processOf(list)
      const xml = await bpmnOf(process, { title: '一件事 & <更多>', start: '提交', end: '办结', lane: (id) => id, task: (service) => ({ name: `办理 ${service}`, documentation: '办理中' }) })
      const { warnings, elementsById } = await new BpmnModdle().fromXML(xml)
      expect(warnings).toEqual([])
      expect(Object.keys(elementsById).filter((id) => id.endsWith('-shape') || id.endsWith('-edge'))).toHaveLength(1 + process.lanes.length + process.nodes.length + process.flows.length)
    }), { numRuns: 20 })
  })
})

describe('the process of a case', () => {
  let town: TelescopeTown
  let clerk: TestClient
  let id: string
  beforeAll(async () => {
    town = await openTelescopeTown()
    clerk = await town.test.as({ staff: [posting('clerk')] })
    const application = await handIn(await town.test.as({ person: { name: '观星人' } }))
    await town.test.runJobs()
    id = application.cases.find((one) => one.service === 'telescope-permit')?.id ?? ''
  })
  afterAll(() => town.close())

  it('shows where each service stands; what lies elsewhere has neither number nor link, and nobody’s name', async () => {
    const { body } = await clerk.get<Drawn>(`/cases/${id}/process`)
    const tasks = body.nodes.flatMap(({ task }) => task ?? [])
    expect(tasks.map(({ state }) => state).sort()).toEqual(['granted', 'submitted', 'waiting'])
    expect(tasks.find(({ current }) => current)).toMatchObject({ state: 'submitted', caseId: id })
    expect(tasks.find(({ state }) => state === 'waiting')).toMatchObject({ caseId: null, number: null })
    expect(body.lanes[0]).toMatchObject({ name: null })
    expect(JSON.stringify(body)).not.toContain('观星人')
  })

  it('comes as a file', async () => {
    const reply = await clerk.request({ method: 'GET', url: `/api/v1/cases/${id}/process.bpmn` })
    expect(reply.statusCode).toBe(200)
    expect((await new BpmnModdle().fromXML(reply.body)).warnings).toEqual([])
  })

  it('is shown to nobody who may not see the case', async () => {
    for (const path of [`/cases/${id}/process`, `/cases/${id}/process.bpmn`]) {
      expect((await (await town.test.as({ staff: [posting('clerk', 'sky', '990102')] })).get(path)).status).toBe(404)
      expect((await (await town.test.as({ person: {} })).get(path)).status).toBe(403)
      expect((await town.test.asNobody.get(path)).status).toBe(401)
    }
  })
})
