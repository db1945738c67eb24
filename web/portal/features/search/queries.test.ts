// What is asked of the server for a search and for suggestions.
// Acting for a company is told only as a preference of the results, and stands in no address.
import { afterEach, expect, it, vi } from 'vitest'
import { setTransport } from '../../../api/client.ts'
import { resumeActing } from '../../../shared/acting.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { noteChoice } from './choices.ts'
import { searchQuery } from './queries.ts'
import type { Search } from './search-address.ts'
import { suggestionsQuery } from './suggestions.ts'

const sent = () => {
  const calls: { address: string; body: unknown }[] = []
  setTransport((address, init) => {
    calls.push({ address, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined })
    return Promise.resolve(Response.json({ ticket: 'a.b', results: [], csrf: 'x' }))
  })
  return calls
}

const actFor = (capacity: string) => {
  vi.stubGlobal('sessionStorage', { getItem: () => JSON.stringify({ mandate: 'x:1', name: '示例', capacity, home: '/' }) })
  resumeActing()
}

const audienceAsked = async (search: Search) => {
  queryClient.clear()
  const calls = sent()
  await queryClient.fetchQuery(searchQuery(search))
  await queryClient.fetchQuery(suggestionsQuery(search))
  return calls.map(({ address }) => new URL(address, 'http://localhost').searchParams.get('audience'))
}

afterEach(() => {
  queryClient.clear()
  vi.unstubAllGlobals()
  resumeActing()
})

it('asks for no audience of its own accord', async () => {
  expect(await audienceAsked({ q: '年报' })).toEqual([null, null])
})

it('asks for companies first for whoever acts for one, for the results as for the suggestions', async () => {
  actFor('company')
  expect(await audienceAsked({ q: '年报' })).toEqual(['organisation', 'organisation'])
  expect(await audienceAsked({ q: '年报', audience: 'person' })).toEqual(['person', 'person'])
  expect(await audienceAsked({ q: '年报', audience: 'anybody' })).toEqual([null, null])
})

it('does not for whoever acts for a relative', async () => {
  actFor('family')
  expect(await audienceAsked({ q: '年报' })).toEqual([null, null])
})

it('tells a suggestion taken with the words and the place it was suggested for', async () => {
  const calls = sent()
  const { asked, ticket } = await queryClient.fetchQuery(suggestionsQuery({ q: '年', type: 'matter', region: '440305' }))
  noteChoice(asked, ticket, { type: 'service', id: 'yearly' }, true)
  await vi.waitFor(() => expect(calls.at(-1)?.body).toEqual({ q: '年', region: '440305', ticket: 'a.b', type: 'service', id: 'yearly', typing: true }))
})
