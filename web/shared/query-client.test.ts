// What is shown is the newest version known, whichever way and in whichever order its versions arrive.
import { afterEach, describe, expect, it } from 'vitest'
import { queryClient } from './query-client.ts'

const queryKey = ['application', 'a']
type Version = { revision: number; signed: boolean }

const shown = () => queryClient.getQueryData<Version>(queryKey)
const keep = (version: Version) => queryClient.setQueryData<Version>(queryKey, version)
/** A question whose answer comes when it is told to. */
const asking = () => {
  const { promise, resolve } = Promise.withResolvers<Version>()
  const fetched = queryClient.fetchQuery({ queryKey, queryFn: () => promise, staleTime: 0 })
  return { answer: (version: Version) => (resolve(version), fetched) }
}
afterEach(() => queryClient.clear())

describe('of what has revisions', () => {
  it('what was signed while the page was still asking stays signed when the older answer arrives', async () => {
    keep({ revision: 3, signed: false })
    const slow = asking()
    keep({ revision: 4, signed: true })
    await slow.answer({ revision: 3, signed: false })
    expect(shown()).toEqual({ revision: 4, signed: true })
  })

  it('an answer that is as new, or newer, is taken', async () => {
    keep({ revision: 3, signed: false })
    await asking().answer({ revision: 3, signed: true })
    expect(shown()).toEqual({ revision: 3, signed: true })
    await asking().answer({ revision: 5, signed: false })
    expect(shown()).toEqual({ revision: 5, signed: false })
  })

  it('a change whose reply was overtaken by that of a later one does not undo it', () => {
    keep({ revision: 5, signed: true })
    keep({ revision: 4, signed: false })
    expect(shown()).toEqual({ revision: 5, signed: true })
  })
})

it('another thing in the same place, or none, is shown whatever its revision', () => {
  queryClient.setQueryData(['at the window'], { id: 'a', revision: 7 })
  queryClient.setQueryData(['at the window'], { id: 'b', revision: 1 })
  expect(queryClient.getQueryData(['at the window'])).toEqual({ id: 'b', revision: 1 })
  queryClient.setQueryData(['at the window'], null)
  expect(queryClient.getQueryData(['at the window'])).toBeNull()
})

it('what has no revisions is what was answered last', async () => {
  queryClient.setQueryData(['list'], [1, 2])
  await queryClient.fetchQuery({ queryKey: ['list'], queryFn: async () => [1], staleTime: 0 })
  expect(queryClient.getQueryData(['list'])).toEqual([1])
})
