// A gateway and the settings that reach it, for tests: the one of the sandbox, in this process, pushing into the application under test.
import { startSmsGateway, type SmsGateway } from '../../../sandbox/text-messages/gateway-server.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { TestApp } from '../../testing/app.ts'
import { listTextKinds, registeredText } from './text-kinds.ts'
import { repliesPath, reportsPath } from './gateway-reports.ts'

export const reportKey = 'reports-of-the-test-0001'
const [keyId, keySecret, sign] = ['test-id', 'test-secret-of-the-gateway', '示例政务']
const site = 'http://localhost:8080'

export type Arrived = { bizId: string; outId: string; phone: string; template: string; content: string; status: number }
export type TextOffice = {
  /** Environment of an application that sends through it, without hours of silence unless `more` says so. */
  environment: (more?: Record<string, string>) => Record<string, string>
  fault: (change: object) => Promise<void>
  /** Newest first. */
  arrived: () => Promise<Arrived[]>
  /** Reports everything that has not been reported, to an application that listens. */
  advance: () => Promise<void>
  /** Pushes answers and reports to the application from now on. */
  pushTo: (test: TestApp) => void
  answer: (phone: string, content: string) => Promise<void>
  stop: () => Promise<void>
}

export const openTextOffice = async (now: () => Date): Promise<TextOffice> => {
  const codes = new Map(listTextKinds().map((kind, index) => [kind, `SMS_${1000 + index}`]))
  const gateway: SmsGateway = await startSmsGateway({ key: { id: keyId, secret: keySecret }, sign, words: Object.fromEntries([...codes].map(([kind, code]) => [code, registeredText(kind, site)])), retryMs: 1, now })
  const admin = (path: string, method: string, body?: string) => fetch(gateway.admin + path, { method, redirect: 'manual', ...(body === undefined ? {} : { body }) })
  return {
    environment: (more = {}) => ({
      SMS_URL: gateway.url, SMS_KEY_ID: keyId, SMS_KEY_SECRET: keySecret, SMS_SIGN: sign, SMS_REPORT_KEY: reportKey, SMS_TEMPLATES: [...codes].map(([kind, code]) => `${kind}=${code}`).join(','), ...more,
    }),
    fault: async (change) => void (await admin('/faults', 'PUT', JSON.stringify(change))),
    arrived: async () => ((await (await admin('/messages', 'GET')).json()) as { messages: Arrived[] }).messages,
    advance: async () => void (await admin('/advance', 'POST')),
    pushTo: ({ app }) => gateway.pushTo({ reports: `${app.config.publicUrl}${reportsPath}/${reportKey}`, answers: `${app.config.publicUrl}${repliesPath}/${reportKey}` }),
    answer: async (phone, content) => void (await admin('/answers', 'POST', new URLSearchParams({ phone, content }).toString())),
    stop: () => gateway.stop(),
  }
}

/** A minute has passed: the sweep looks at what is due, and the jobs it plans run. */
export const sweep = async (test: TestApp): Promise<void> => {
  await test.app.db.transaction((tx) => planJobs(tx, [{ task: 'textMessages.sweep', payload: {} }]))
  await test.runJobs()
}
