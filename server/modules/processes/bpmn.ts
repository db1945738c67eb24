// A process as BPMN 2.0 XML with its diagram (ISO/IEC 19510): a pool with lanes, tasks, gateways and flows, placed as we draw them.
// The state of each task stands in its documentation, where every tool shows it.
import { BpmnModdle } from 'bpmn-moddle'
import type { Box, Process } from './process.ts'

/** Words for the diagram. `task` gives name and documentation of a service. */
export type ProcessWords = { title: string; lane: (id: string) => string; start: string; end: string; task: (service: string) => { name: string; documentation: string } }

/** Ids of XML begin with a letter and know few other signs. */
const xmlId = (id: string): string => `p-${id.replaceAll(/[^\w.-]/g, '_')}`

export const bpmnOf = async (process: Process, words: ProcessWords): Promise<string> => {
  const moddle = new BpmnModdle()
  const bounds = ({ x, y, width, height }: Box) => moddle.create('dc:Bounds', { x, y, width, height })
  const elementOf = (node: Process['nodes'][number]) => {
    const id = xmlId(node.id)
    if (node.kind === 'start') return moddle.create('bpmn:StartEvent', { id, name: words.start })
    if (node.kind === 'end') return moddle.create('bpmn:EndEvent', { id, name: words.end })
    if (node.kind === 'gateway') return moddle.create('bpmn:ParallelGateway', { id })
    const { name, documentation } = words.task(node.service ?? '')
    return moddle.create('bpmn:UserTask', { id, name, documentation: [moddle.create('bpmn:Documentation', { text: documentation })] })
  }
  const elements = new Map(process.nodes.map((node) => [node.id, elementOf(node)]))
  const flows = process.flows.map(({ id, from, to }) => ({ id, element: moddle.create('bpmn:SequenceFlow', { id: xmlId(id), sourceRef: elements.get(from), targetRef: elements.get(to) }) }))
  for (const [id, element] of elements) {
    element.set('incoming', process.flows.filter(({ to }) => to === id).flatMap((flow) => flows.find((each) => each.id === flow.id)?.element ?? []))
    element.set('outgoing', process.flows.filter(({ from }) => from === id).flatMap((flow) => flows.find((each) => each.id === flow.id)?.element ?? []))
  }
  const lanes = process.lanes.map((lane) => ({
    lane, element: moddle.create('bpmn:Lane', { id: xmlId(`lane-${lane.id}`), name: words.lane(lane.id), flowNodeRef: process.nodes.filter((node) => node.lane === lane.id).flatMap((node) => elements.get(node.id) ?? []) }),
  }))
  const whole = moddle.create('bpmn:Process', {
    id: 'process', isExecutable: false, laneSets: [moddle.create('bpmn:LaneSet', { id: 'lanes', lanes: lanes.map(({ element }) => element) })],
    flowElements: [...elements.values(), ...flows.map(({ element }) => element)],
  })
  const pool = moddle.create('bpmn:Participant', { id: 'pool', name: words.title, processRef: whole })
  const collaboration = moddle.create('bpmn:Collaboration', { id: 'collaboration', participants: [pool] })
  const shape = (id: string, element: unknown, box: Box, horizontal = false) => moddle.create('bpmndi:BPMNShape', { id: `${id}-shape`, bpmnElement: element, ...(horizontal ? { isHorizontal: true } : {}), bounds: bounds(box) })
  const planeElement = [
    shape('pool', pool, { x: -30, y: 0, width: process.width + 30, height: process.height }, true),
    ...lanes.map(({ lane, element }) => shape(xmlId(`lane-${lane.id}`), element, lane, true)),
    ...process.nodes.map((node) => shape(xmlId(node.id), elements.get(node.id), node)),
    ...process.flows.map(({ id, points }) => moddle.create('bpmndi:BPMNEdge', {
      id: `${xmlId(id)}-edge`, bpmnElement: flows.find((each) => each.id === id)?.element, waypoint: points.map((point) => moddle.create('dc:Point', point)),
    })),
  ]
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'definitions', targetNamespace: 'https://tongban.example/processes', exporter: 'Tongban', rootElements: [collaboration, whole],
    diagrams: [moddle.create('bpmndi:BPMNDiagram', { id: 'diagram', plane: moddle.create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: collaboration, planeElement }) })],
  })
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}
