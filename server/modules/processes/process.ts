// The cases of an application as a process of BPMN 2.0: one lane for the applicant and one per authority, a task for each case, gateways
// where branches part and meet. Laid out from left to right in the order things can happen. Pure.

/** A case as far as the process needs it. `lane`: its authority; `dependsOn`: services of the same application. */
export type Step = { service: string; lane: string; dependsOn: readonly string[]; done: boolean }

export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }
export type NodeKind = 'start' | 'end' | 'gateway' | 'task'
export type ProcessNode = Box & { id: string; kind: NodeKind; lane: string; service: string | null }
export type ProcessFlow = { id: string; from: string; to: string; passed: boolean; points: Point[] }
export type ProcessLane = Box & { id: string }
export type Process = { lanes: ProcessLane[]; nodes: ProcessNode[]; flows: ProcessFlow[]; width: number; height: number }

export const applicantLane = 'applicant'

const size = { task: { width: 168, height: 64 }, gateway: { width: 36, height: 36 }, event: { width: 36, height: 36 } }
const gap = { column: 56, row: 20, laneHead: 120, lane: 20, edge: 16 }

type Draft = { id: string; kind: NodeKind; lane: string; service: string | null; column: number }

/** How many steps come before: 0 begins at once. A circle, which packs refuse, counts as a beginning. */
const depthOf = (step: Step, steps: ReadonlyMap<string, Step>, above: readonly string[] = []): number => {
  const before = step.dependsOn.flatMap((id) => (above.includes(id) ? [] : (steps.get(id) ?? [])))
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((each) => depthOf(each, steps, [...above, step.service])))
}

const taskId = (service: string): string => `task-${service}`

/** Nodes and flows, not yet placed. Branches part and meet in gateways only, as BPMN wants it. */
const connect = (steps: readonly Step[]): { nodes: Draft[]; flows: Pick<ProcessFlow, 'from' | 'to' | 'passed'>[] } => {
  const byService = new Map(steps.map((step) => [step.service, step]))
  const beforeOf = (step: Step) => step.dependsOn.flatMap((id) => byService.get(id) ?? [])
  const needed = new Set(steps.flatMap((step) => beforeOf(step).map(({ service }) => service)))
  const first = steps.filter((step) => beforeOf(step).length === 0)
  const last = steps.filter(({ service }) => !needed.has(service))
  const depths = new Map(steps.map((step) => [step.service, depthOf(step, byService)]))
  const end = 2 * Math.max(0, ...depths.values()) + 3
  const columnOf = ({ service }: Step) => 2 + 2 * (depths.get(service) ?? 0)
  const [parts, meets] = [first.length > 1, last.length > 1]
  const allDone = last.every(({ done }) => done)
  const nodes: Draft[] = [
    { id: 'start', kind: 'start', lane: applicantLane, service: null, column: 0 },
    ...(parts ? [{ id: 'parting', kind: 'gateway' as const, lane: applicantLane, service: null, column: 1 }] : []),
    ...steps.flatMap((step): Draft[] => [
      ...(beforeOf(step).length > 1 ? [{ id: `meeting-${step.service}`, kind: 'gateway' as const, lane: step.lane, service: null, column: columnOf(step) - 1 }] : []),
      { id: taskId(step.service), kind: 'task', lane: step.lane, service: step.service, column: columnOf(step) },
    ]),
    ...(meets ? [{ id: 'meeting', kind: 'gateway' as const, lane: applicantLane, service: null, column: end }] : []),
    { id: 'end', kind: 'end', lane: applicantLane, service: null, column: end + 1 },
  ]
  const flows = [
    ...(parts ? [{ from: 'start', to: 'parting', passed: true }] : []),
    ...first.map(({ service }) => ({ from: parts ? 'parting' : 'start', to: taskId(service), passed: true })),
    ...steps.flatMap((step) => {
      const before = beforeOf(step)
      const meeting = before.length > 1 ? `meeting-${step.service}` : undefined
      return [
        ...before.map(({ service, done }) => ({ from: taskId(service), to: meeting ?? taskId(step.service), passed: done })),
        ...(meeting ? [{ from: meeting, to: taskId(step.service), passed: before.every(({ done }) => done) }] : []),
      ]
    }),
    ...last.map(({ service, done }) => ({ from: taskId(service), to: meets ? 'meeting' : 'end', passed: done })),
    ...(meets ? [{ from: 'meeting', to: 'end', passed: allDone }] : []),
  ]
  return { nodes, flows }
}

const sizeOf = (kind: NodeKind) => (kind === 'task' ? size.task : kind === 'gateway' ? size.gateway : size.event)

/** From the right side of one to the left side of another; the turn is close to the target, where the column leaves room. */
const route = (from: Box, to: Box): Point[] => {
  const [begin, end] = [{ x: from.x + from.width, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 }]
  if (begin.y === end.y) return [begin, end]
  const turn = end.x - gap.column / 2
  return [begin, { x: turn, y: begin.y }, { x: turn, y: end.y }, end]
}

/** The whole process; the same cases always give the same picture. */
export const processOf = (steps: readonly Step[]): Process => {
  const { nodes, flows } = connect(steps)
  const columns = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b)
  const left = new Map<number, Box>()
  let x = gap.laneHead + gap.edge
  for (const column of columns) {
    const width = Math.max(...nodes.filter((each) => each.column === column).map(({ kind }) => sizeOf(kind).width))
    left.set(column, { x, y: 0, width, height: 0 })
    x += width + gap.column
  }
  const width = x - gap.column + gap.edge
  const lanes: ProcessLane[] = []
  const placed: ProcessNode[] = []
  let y = 0
  for (const lane of new Set(nodes.map((each) => each.lane))) {
    const own = nodes.filter((each) => each.lane === lane)
    const rows = Math.max(...columns.map((column) => own.filter((each) => each.column === column).length))
    const height = rows * (size.task.height + gap.row) - gap.row + 2 * gap.lane
    lanes.push({ id: lane, x: 0, y, width, height })
    for (const column of columns) {
      own.filter((each) => each.column === column).forEach(({ column: _column, ...node }, row) => {
        const [box, at] = [sizeOf(node.kind), left.get(column)]
        placed.push({ ...node, ...box, x: (at?.x ?? 0) + ((at?.width ?? 0) - box.width) / 2, y: y + gap.lane + row * (size.task.height + gap.row) + (size.task.height - box.height) / 2 })
      })
    }
    y += height
  }
  const boxes = new Map(placed.map((node) => [node.id, node]))
  return {
    lanes, nodes: placed, width, height: y,
    flows: flows.flatMap(({ from, to, passed }) => {
      const [begin, end] = [boxes.get(from), boxes.get(to)]
      return begin && end ? [{ id: `${from}-to-${to}`, from, to, passed, points: route(begin, end) }] : []
    }),
  }
}
