// What an address of the search page means.
// Whatever the API would refuse is left out.
import { expect, it } from 'vitest'
import { readSearch } from './search-address.ts'

const read = (query: string) => readSearch(new URLSearchParams(query))

it('is the words, a type and a region', () => {
  expect(read('q=上户口&type=matter&region=440305')).toEqual({ q: '上户口', type: 'matter', region: '440305' })
})

it('leaves out what the API would refuse', () => {
  expect(read('')).toEqual({ q: '' })
  expect(read('q=%20%20&type=page&region=44')).toEqual({ q: '' })
  expect(read(`q=${'户'.repeat(500)}`).q).toHaveLength(200)
})
