// The address of the guides page: what it takes, what it makes of nonsense, and that it comes back as it went.
import { expect, test } from 'vitest'
import { guideFilterQuery, readGuideFilter } from './guide-filter.ts'

const read = (query: string) => readGuideFilter(new URLSearchParams(query))

test('filters survive the address and back', () => {
  const query = { rule: 'vague-document', severity: 'warning', authority: 'health', source: 'imported', q: '签注', finding: '0123456789ab' }
  expect(guideFilterQuery(read(new URLSearchParams(query).toString()))).toEqual(query)
})

test('what is no choice means all', () => {
  expect(guideFilterQuery(read('severity=deadly&source=moon&finding=../etc'))).toEqual({})
})

test('the documents that recur stand in place of a finding', () => {
  expect(guideFilterQuery(read('show=evidence&finding=0123456789ab'))).toEqual({ show: 'evidence' })
})
