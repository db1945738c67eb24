// The calls the demo makes, as an applicant's browser would; an error reply becomes one sentence.
import { errorCatalogue, type ErrorCode } from '../kernel/errors.ts'
import type { CaseState } from '../modules/cases/index.ts'
import type { LoggedIn } from '../modules/people/demo-login.ts'
import type { Burden, Plan } from '../modules/planning/index.ts'
import { StartRefusal } from '../start-refusal.ts'

export type Draft = {
  id: string
  plan: Plan
  answers: Record<string, unknown>
  consents: Record<string, { granted: boolean }>
  uploads: { evidence: string }[]
  /** registries that found several records, such as twins: which one is meant */
  records: { place: string; chosen: string | null; options: { id: string }[] }[]
  missing: { questions: string[]; answers: { concept: string; code: string }[]; evidence: string[]; commitments: string[] }
}

export type Tracking = {
  id: string
  progress: string
  before: Burden
  after: Burden
  cases: { id: string; service: string; line: string; authorityName: { 'zh-CN': string }; state: CaseState; ended: boolean; result: { number: string } | null }[]
  history: { action: string; services: string[] }[]
}

/** An error reply, in one sentence and with its code. */
export class CallRefused extends Error {
  readonly code: string | undefined
  readonly details: unknown
  constructor(sentence: string, code: string | undefined, details: unknown) {
    super(sentence)
    this.code = code
    this.details = details
  }
}

/** What an incomplete application lacks, by the names the packs have for it. */
const lacking = (details: unknown): string => {
  if (details === null || typeof details !== 'object') return ''
  const { questions = [], answers = [], evidence = [], commitments = [] } = details as Partial<Draft['missing']>
  const missing = [...questions, ...answers.map(({ concept }) => concept), ...evidence, ...commitments]
  return missing.length === 0 ? '' : ` (${missing.join(', ')})`
}

const wordsOf = (code: string): string | undefined => {
  const entry = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as ErrorCode] : undefined
  return entry && `${entry.message['zh-CN']} / ${entry.message.en}`
}

/** An error reply as a sentence in both languages: what was refused, why, and what is missing. */
const sentenceFor = (what: string, status: number, error: { code: string; message: string; details?: unknown } | undefined): string =>
  error === undefined ? `${what}：系统答复 ${status} / answered ${status}` : `${what}：${wordsOf(error.code) ?? error.message}${lacking(error.details)}`

/** Whatever stopped a demonstration, as the refusal a terminal shows. */
export const refusalOfDemo = (error: unknown): StartRefusal =>
  error instanceof StartRefusal ? error : new StartRefusal('configuration', error instanceof Error ? error.message : String(error), { cause: error })

export const call = async <Body>(session: LoggedIn, method: string, path: string, body?: unknown): Promise<Body> => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await session.fetch(`/api/v1${path}`, init)
  const reply = (await response.json()) as Body & { error?: { code: string; message: string; details?: unknown } }
  if (!response.ok) throw new CallRefused(sentenceFor(`${method} ${path}`, response.status, reply.error), reply.error?.code, reply.error?.details)
  return reply
}

/** Agrees to registries being asked; of several records one found, such as twins, the first is meant. */
const consent = async (session: LoggedIn, id: string, consents: Record<string, boolean>): Promise<Draft> => {
  let draft = await call<Draft>(session, 'PUT', `/applications/${id}/consents`, { consents })
  for (const { place, chosen, options: [first] } of draft.records) {
    if (chosen === null && first) draft = await call<Draft>(session, 'PUT', `/applications/${id}/records`, { place, record: first.id })
  }
  return draft
}

/** Hands in; what was applied for before, in an earlier demonstration, is followed instead (`reused`) and the new draft thrown away. */
const submit = async (session: LoggedIn, id: string): Promise<Tracking & { reused: boolean }> => {
  try {
    return { ...(await call<Tracking>(session, 'POST', `/applications/${id}/submit`, { truthful: true })), reused: false }
  } catch (error) {
    const details = error instanceof CallRefused && error.code === 'already_applied' ? (error.details as { applications: { id: string }[] }) : undefined
    const before = details?.applications[0]
    if (!before) throw error
    await call(session, 'DELETE', `/applications/${id}/draft`)
    return { ...(await call<Tracking>(session, 'GET', `/applications/${before.id}`)), reused: true }
  }
}

/** A document; of what must be a photo, `photo` instead. */
const upload = async (session: LoggedIn, id: string, evidence: string, document: Blob, photo?: Blob): Promise<void> => {
  const form = new FormData()
  form.set('file', document, `${evidence}.${document.type.split('/').at(-1)}`)
  const response = await session.fetch(`/api/v1/applications/${id}/uploads/${evidence}`, { method: 'POST', body: form })
  if (response.status === 415 && photo) return upload(session, id, evidence, photo)
  if (!response.ok) {
    const { error } = (await response.json()) as { error?: { code: string; message: string; details?: unknown } }
    throw new CallRefused(sentenceFor(`upload ${evidence}`, response.status, error), error?.code, error?.details)
  }
}

/** Pays what is owed now, as at the cashier of the payment platform; answers whether anything was. */
const pay = async (session: LoggedIn, id: string): Promise<boolean> => {
  const { fees, online } = await call<{ fees: { owed: boolean; payable: boolean }[]; online: boolean }>(session, 'GET', `/fees/own?application=${id}`)
  if (!online || !fees.some(({ owed, payable }) => owed && payable)) return false
  const order = await call<{ id: string; cashierUrl: string | null }>(session, 'POST', `/applications/${id}/payment`)
  if (order.cashierUrl === null) return false
  await session.fetch(`${order.cashierUrl}/pay`, { method: 'POST', redirect: 'manual' })
  await call(session, 'POST', `/payment-orders/${order.id}/check`)
  return true
}

export const asking = {
  start: (session: LoggedIn, matter: string, region: string) => call<Draft>(session, 'POST', '/applications', { matter, region, channel: 'api' }),
  draft: (session: LoggedIn, id: string) => call<Draft>(session, 'GET', `/applications/${id}/draft`),
  save: (session: LoggedIn, id: string, answers: Record<string, unknown>) => call<Draft>(session, 'PUT', `/applications/${id}/answers`, { answers }),
  consent,
  submit,
  track: (session: LoggedIn, id: string) => call<Tracking>(session, 'GET', `/applications/${id}`),
  sign: (session: LoggedIn, id: string, commitments: readonly string[]) => call<Draft>(session, 'PUT', `/applications/${id}/commitments`, { commitments: Object.fromEntries(commitments.map((each) => [each, true])) }),
  upload,
  pay,
}
