// `demo request`: sends a request through a running product over HTTP as its people would, to the end of its life: a resident reports a broken
// lamp, the unit answers, the resident is not satisfied, the unit above does it again, and that helps. Every step printed is read back.
import { loginOverHttp, type LoggedIn } from '../modules/people/demo-login.ts'
import { leadRoles, unitRoles } from '../modules/requests/request.ts'
import { call, refusalOfDemo } from './demo-calls.ts'
import { officialOf } from './demo-officials.ts'
import { withProduct } from './with-product.ts'

type Unit = { line: string; region: string; name: { 'zh-CN': string } }
type Request = { id: string; number: string; state: string; round: number; unit: Unit | null; dueAt: string | null; grade: string | null }

/** One step as it stands afterwards. */
export type RequestStep = { step: string; state: string; unit: string | null; round: number; dueAt: string | null }

const reporter = 'chen-xiaoman'
const told = { kind: 'complain', text: '南山区桃园路38号门口的路灯每天晚上十点就灭，请说明什么时候能修好。', category: 'urban/street-lamps/broken-lamp', place: { address: '南山区桃园路38号', region: '440305' }, openName: false, mayPublish: true }
const answers = ['桃园路38号门口的路灯已经检查，灯具老化，先临时恢复供电，晚上十点以后仍会熄灭，等更换计划。', '桃园路38号门口的路灯已经换成新灯，十点以后不再熄灭，今晚复查过，亮灯正常。'] as const

/** Signs for it, answers and releases, as the people of the unit that has it now. */
const handle = async (url: string, { id, unit }: Request, text: string, note: (step: string) => Promise<unknown>): Promise<void> => {
  if (!unit) throw new Error('no unit was found for the request')
  const [clerk, lead] = [await officialOf(url, unit, unitRoles), await officialOf(url, unit, leadRoles)]
  const act = async (official: LoggedIn, what: string, body: Record<string, unknown> = {}) => {
    const { revision } = await call<{ revision: number }>(official, 'GET', `/requests/${id}`)
    await call(official, 'POST', `/requests/${id}/${what}`, { revision, ...body })
    await note(what)
  }
  await act(clerk, 'sign')
  await act(clerk, 'answer', { text, outcome: 'solved', promisedOn: null })
  await act(lead, 'answer/release')
}

const walk = async (url: string): Promise<{ number: string; steps: RequestStep[]; durationMs: number }> => {
  const start = performance.now()
  const resident = await loginOverHttp(url, reporter)
  const { id, number } = await call<Request>(resident, 'POST', '/my-requests', { ...told, key: crypto.randomUUID() })
  const steps: RequestStep[] = []
  const note = async (step: string): Promise<Request> => {
    const one = await call<Request>(resident, 'GET', `/my-requests/${id}`)
    steps.push({ step, state: one.state, unit: one.unit?.name['zh-CN'] ?? null, round: one.round, dueAt: one.dueAt })
    return one
  }
  const own = (what: string, body: Record<string, unknown>) => call(resident, 'POST', `/my-requests/${id}/${what}`, body).then(() => note(what))
  await handle(url, await note('report'), answers[0], note)
  await own('rate', { grade: 'unsatisfied', solved: false, words: '晚上十点以后还是黑的。' })
  await handle(url, await own('redo', { why: '晚上十点以后还是黑的，等于没修。' }), answers[1], note)
  await own('rate', { grade: 'satisfied', solved: true, words: '' })
  return { number, steps, durationMs: Math.round(performance.now() - start) }
}

const lineOf = ({ step, state, unit, round, dueAt }: RequestStep): string => `  ${step.padEnd(15)} ${state.padEnd(11)} ${round}  ${unit ?? '–'}${dueAt === null ? '' : `  ${dueAt}`}`

export const demoRequest = ({ url: address, json }: { url?: string; json?: boolean }): Promise<number> =>
  withProduct(address, async (url) => {
    const outcome = await walk(url).catch((error: unknown) => {
      throw refusalOfDemo(error)
    })
    process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : `${outcome.number} · ${(outcome.durationMs / 1000).toFixed(1)} s\n${outcome.steps.map(lineOf).join('\n')}\n`)
    return outcome.steps.at(-1)?.state === 'closed' ? 0 : 1
  })
