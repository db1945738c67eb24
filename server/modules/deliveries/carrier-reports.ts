// Where the courier reports (docs/guide/deliveries.md): no session and no CSRF token, but a signature over the very bytes.
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { callbackPath, hearPushed } from './booking.ts'
import { eventOf, Report } from './courier.ts'
import { isSigned } from './courier-signature.ts'

const reportIn = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal('invalid', { body: 'not JSON' })
  }
}

/** Answers 200 to what was heard, also a second time; 401 without a right signature; 404 for a parcel that is none of ours. */
export const mountCarrierReports = async (server: FastifyInstance, app: App): Promise<void> => {
  await server.register(async (within) => {
    within.removeAllContentTypeParsers()
    within.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) => done(null, body))
    within.post<{ Body: unknown }>(callbackPath, { schema: { hide: true } }, async ({ body, headers }) => {
      const signature = headers['courier-signature']
      if (!app.config.carrier || typeof body !== 'string' || !isSigned(app.config.carrier.key, typeof signature === 'string' ? signature : undefined, body, app.clock.now())) throw new Refusal('unauthenticated')
      const report = reportIn(body)
      if (!Value.Check(Report, report) || Number.isNaN(Date.parse(report.event.at))) throw new Refusal('invalid', { body: 'not a report' })
      if (!(await hearPushed(app, report.number, eventOf(report.event)))) throw new Refusal('not_found')
      return { heard: true }
    })
  })
}
