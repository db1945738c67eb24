// Where the next page of a list begins.
import { expect, it } from 'vitest'
import { pageOf } from './pages.ts'

const items = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}` }))

it('one more than fits says where the next page begins, and is left out', () => {
  expect(pageOf(items(3), 2)).toEqual({ page: items(2), next: '1' })
})

it('what fits has no next page', () => {
  expect(pageOf(items(2), 2)).toEqual({ page: items(2), next: null })
  expect(pageOf([], 2)).toEqual({ page: [], next: null })
})
