// A case for tests of this module: everything has a plain default, tests state only what they are about.
import type { Case } from './case.ts'
import { untouched } from './course.ts'

export const inventCase = (stated: Partial<Case> = {}): Case => ({
  id: '01980000-0000-7000-8000-000000000001', number: '440305-20261116-00001-0', applicationId: '01980000-0000-7000-8000-00000000000a',
  personId: '01980000-0000-7000-8000-00000000000b', applicant: '示例', matter: 'matter', service: 'first', line: 'health', region: '440305', state: 'submitted',
  revision: 1, dependsOn: [], automatic: false, content: [], corrections: [], evidence: [], checks: [], assigneeId: null, limitDays: 20, promisedDays: 5, usedDays: 0,
  clockFrom: null, dueOn: null, promisedOn: null, createdAt: '2026-11-16T00:00:00.000Z', updatedAt: '2026-11-16T00:00:00.000Z', endedAt: null,
  uncounted: [], catalogueDigest: null, sameEventCaseId: null, course: untouched, ...stated,
})
