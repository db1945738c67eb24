// The calls the demo makes, as an applicant's browser would; an error reply becomes one sentence.
import type { CaseState } from '../modules/cases/index.ts'
import type { LoggedIn } from '../modules/people/demo-login.ts'
import type { Burden, Plan } from '../modules/planning/index.ts'

export type Draft = {
  id: string
  plan: Plan
  consents: Record<string, { granted: boolean }>
  uploads: { evidence: string }[]
  missing: { questions: string[]; answers: { concept: string; code: string }[]; evidence: string[] }
}

export type Tracking = {
  id: string
  progress: string
  before: Burden
  after: Burden
  cases: { id: string; service: string; line: string; authorityName: { 'zh-CN': string }; state: CaseState; ended: boolean; result: { number: string } | null }[]
  history: { action: string }[]
}

export const call = async <Body>(session: LoggedIn, method: string, path: string, body?: unknown): Promise<Body> => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await session.fetch(`/api/v1${path}`, init)
  const reply = (await response.json()) as Body & { error?: { code: string; message: string; details?: unknown } }
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${reply.error?.code ?? ''} ${reply.error?.message ?? ''} ${JSON.stringify(reply.error?.details ?? '')}`)
  return reply
}

export const asking = {
  start: (session: LoggedIn, matter: string, region: string) => call<Draft>(session, 'POST', '/applications', { matter, region, channel: 'api' }),
  draft: (session: LoggedIn, id: string) => call<Draft>(session, 'GET', `/applications/${id}/draft`),
  save: (session: LoggedIn, id: string, answers: Record<string, unknown>) => call<Draft>(session, 'PUT', `/applications/${id}/answers`, { answers }),
  consent: (session: LoggedIn, id: string, consents: Record<string, boolean>) => call<Draft>(session, 'PUT', `/applications/${id}/consents`, { consents }),
  submit: (session: LoggedIn, id: string) => call<Tracking>(session, 'POST', `/applications/${id}/submit`, { truthful: true }),
  track: (session: LoggedIn, id: string) => call<Tracking>(session, 'GET', `/applications/${id}`),
  upload: async (session: LoggedIn, id: string, evidence: string, document: Blob): Promise<void> => {
    const form = new FormData()
    form.set('file', document, `${evidence}.pdf`)
    const response = await session.fetch(`/api/v1/applications/${id}/uploads/${evidence}`, { method: 'POST', body: form })
    if (!response.ok) throw new Error(`upload ${evidence}: ${response.status} ${await response.text()}`)
  },
}
