// Calls for tests: whole rows of the log, of which a test says only what it is about.
// Nobody in them exists.
import { randomUUID } from 'node:crypto'
import type { ExchangeCall } from './call.ts'

export const inventCall = (stated: Partial<ExchangeCall> = {}): ExchangeCall => ({
  id: randomUUID(), at: '2026-03-02T03:00:00.000Z', consumer: 'platform', resource: 'people', grant: 'pack:people', personId: null, applicationId: null, caseNumber: null, subject: 'applicant',
  keyDigest: 'k', fields: ['name'], concepts: ['applicant.name'], purpose: '种一棵树', legalBasis: '《样例法》', consent: null, outcome: 'answers', reason: null, cached: false, dropped: [],
  milliseconds: 1, signedBy: null, requestHash: null, responseHash: null, providerHash: null, about: [], ...stated,
})
