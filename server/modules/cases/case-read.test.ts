// Rows about who opened a case tell the people in it what the law gives them, and nothing of whose case it is.
import { describe, expect, it } from 'vitest'
import { personDigest } from '../../kernel/person-digest.ts'
import { readOfMine, type StoredRead } from './case-read.ts'
import { inventCase } from './testing.ts'

const one = inventCase()
const stored: StoredRead = { caseId: one.id, staffId: '01980000-0000-7000-8000-0000000000aa', readOn: '2026-11-16', lastAt: '2026-11-16T02:00:00.000Z', times: 2, key: 'f00d' }
const named = { personId: '01980000-0000-7000-8000-0000000000cc', digest: personDigest('440305199005219994') }

describe('a row about who opened a case', () => {
  it('names neither the case, nor the official, nor the application of somebody else', () => {
    const row = readOfMine(stored, one, { concepts: {} }, named)
    expect(row).toMatchObject({ id: 'f00d', applicationId: null, times: 2 })
    for (const secret of [one.id, one.applicationId, one.personId, stored.staffId]) expect(JSON.stringify(row)).not.toContain(secret)
  })
})
