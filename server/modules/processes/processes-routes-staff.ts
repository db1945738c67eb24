// The process a case is part of, with live state. Whoever may see one case may see which others there are and where they stand,
// none of their content; only cases in one's own jurisdiction can be opened from the picture.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { covers, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { fileReply } from '../../kernel/http.ts'
import { nameOr, textIn, type Language, type Texts } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { caseStates, getCaseWithin, listCasesOf, urgencies, urgencyOf, wasGranted, type Case } from '../cases/index.ts'
import { authorityOf, pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { bpmnOf } from './bpmn.ts'
import { applicantLane, processOf, type Process } from './process.ts'

const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const box = { x: Type.Number(), y: Type.Number(), width: Type.Number(), height: Type.Number() }

const processSchema = Type.Object({
  title: text, width: Type.Number(), height: Type.Number(),
  lanes: Type.Array(Type.Object({ id: text, name: textOrNull, ...box }), { description: 'name null: the applicant.' }),
  nodes: Type.Array(Type.Object({
    id: text, kind: Type.Enum(['start', 'end', 'gateway', 'task']), ...box,
    task: Type.Union([Type.Null(), Type.Object({
      name: text, state: Type.Enum(caseStates), urgency: Type.Enum(urgencies), promisedOn: textOrNull, number: textOrNull, current: Type.Boolean(),
      caseId: Type.Union([text, Type.Null()], { description: 'null: outside what the reader may open.' }),
    })]),
  })),
  flows: Type.Array(Type.Object({ id: text, from: text, to: text, passed: Type.Boolean(), points: Type.Array(Type.Object({ x: Type.Number(), y: Type.Number() })) })),
}, { description: 'An application as a process of BPMN 2.0, laid out; lengths in pixels.' })

const laneOf = ({ line, region }: Pick<Case, 'line' | 'region'>): string => `${line} ${region}`

type Scenery = { one: Case; cases: Case[]; catalogue: Catalogue; process: Process; titleOf: (language: Language) => string }

const sceneryOf = async (app: App, one: Case): Promise<Scenery> => {
  const [cases, catalogue] = await Promise.all([listCasesOf(app.db.read, one.applicationId), pinnedCatalogue(app, app.db.read, one)])
  const process = processOf(cases.map((each) => ({ service: each.service, lane: laneOf(each), dependsOn: each.dependsOn, done: wasGranted(each.state) })))
  return { one, cases, catalogue, process, titleOf: (language) => textIn(nameOr(catalogue.matters[one.matter], one.matter), language) }
}

const nameOf = (texts: Texts | undefined, id: string, language: Language): string => textIn(texts ?? { 'zh-CN': id }, language)

const laneName = ({ catalogue }: Scenery, id: string, language: Language): string | null => {
  if (id === applicantLane) return null
  const [line = '', region = ''] = id.split(' ')
  return nameOf(authorityOf(catalogue, line, region)?.shortName, line, language)
}

const stateWords: Record<Case['state'], Texts> = {
  waiting: { 'zh-CN': '等前面的事', en: 'waiting' }, submitted: { 'zh-CN': '待受理', en: 'submitted' }, accepted: { 'zh-CN': '办理中', en: 'being handled' },
  supplement: { 'zh-CN': '等申请人补正', en: 'correction awaited' }, granted: { 'zh-CN': '已准予', en: 'granted' }, refused: { 'zh-CN': '不予批准', en: 'refused' },
  declined: { 'zh-CN': '不予受理', en: 'not accepted' }, withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' }, stopped: { 'zh-CN': '不再办理', en: 'stopped' },
  suspended: { 'zh-CN': '中止办理', en: 'suspended' }, terminated: { 'zh-CN': '已终止', en: 'terminated' },
}

export const processRoutes = [
  route({
    method: 'GET', path: '/cases/:id/process', operation: 'getProcess', summary: 'The process a case is part of, with the state of each step', permission: 'cases.read',
    params, reply: processSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id }, language }) => {
      const scenery = await sceneryOf(app, await getCaseWithin(app, principal, id))
      const { process, cases, catalogue } = scenery
      const today = plainDate(app.clock.now())
      const taskOf = (service: string | null) => {
        const each = cases.find((other) => other.service === service)
        if (!each) return null
        const may = covers(principal, readers, each)
        return { name: nameOf(catalogue.services[each.service]?.name, each.service, language), state: each.state, urgency: urgencyOf(each, today), promisedOn: each.promisedOn, number: may ? each.number : null, current: each.id === id, caseId: may ? each.id : null }
      }
      return {
        title: scenery.titleOf(language), width: process.width, height: process.height, flows: process.flows,
        lanes: process.lanes.map((lane) => ({ ...lane, name: laneName(scenery, lane.id, language) })),
        nodes: process.nodes.map(({ service, lane: _lane, ...node }) => ({ ...node, task: taskOf(service) })),
      }
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/process.bpmn', operation: 'downloadProcess', summary: 'The process a case is part of, as BPMN 2.0', permission: 'cases.read',
    params, reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id }, language }) => {
      const scenery = await sceneryOf(app, await getCaseWithin(app, principal, id))
      const { cases, catalogue, process } = scenery
      const en = language === 'en'
      const xml = await bpmnOf(process, {
        title: scenery.titleOf(language), start: en ? 'Handed in' : '提交申请', end: en ? 'All done' : '全部办结', lane: (lane) => laneName(scenery, lane, language) ?? (en ? 'Applicant' : '申请人'),
        task: (service) => {
          const each = cases.find((other) => other.service === service)
          return { name: nameOf(catalogue.services[service]?.name, service, language), documentation: each ? textIn(stateWords[each.state], language) : '' }
        },
      })
      return { stream: Readable.from([Buffer.from(xml)]), type: 'application/xml', name: `${scenery.one.number}.bpmn` }
    },
  }),
]
