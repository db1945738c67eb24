// What an address of the search page means.
// Whatever the API would refuse is left out.
import { expect, it } from 'vitest'
import { intentKinds as intentKindsOfServer } from '../../../../server/modules/intents/intent.ts'
import { audienceOf, fromHere, intentKinds, isFromHere, readSearch } from './search-address.ts'

const read = (query: string) => readSearch(new URLSearchParams(query))

it('is the words, a type, a region, for whom and what is wanted', () => {
  expect(read('q=上户口&type=matter&region=440305&audience=person&want=ask')).toEqual({ q: '上户口', type: 'matter', region: '440305', audience: 'person', want: 'ask' })
})

it('leaves out what the API would refuse', () => {
  expect(read('')).toEqual({ q: '' })
  expect(read('q=%20%20&type=page&region=44&audience=dog&want=dance')).toEqual({ q: '' })
  expect(read(`q=${'户'.repeat(500)}`).q).toHaveLength(200)
})

it('asks for the place of this device only where it says so', () => {
  expect([isFromHere(new URLSearchParams({ q: '上户口', ...fromHere })), isFromHere(new URLSearchParams('q=上户口')), read('q=上户口&from=here')]).toEqual([true, false, { q: '上户口' }])
})

it('puts companies first for whoever acts for one, unless the address says for whom, or for anybody', () => {
  const forCompany = (query: string) => audienceOf(read(query).audience, { capacity: 'company' })
  expect(['q=x', 'q=x&audience=person', 'q=x&audience=anybody'].map(forCompany)).toEqual(['organisation', 'person', undefined])
  expect([audienceOf(undefined, undefined), audienceOf(undefined, { capacity: 'family' }), audienceOf('organisation', undefined)]).toEqual([undefined, undefined, 'organisation'])
})

it('knows every kind of wish the server tells apart', () => {
  expect([...intentKinds].sort()).toEqual([...intentKindsOfServer].sort())
})
