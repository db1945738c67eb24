// The draft shown is the newest one known, whichever way and in whichever order its versions arrive.
import { afterEach, expect, it } from 'vitest'
import { queryClient } from '../../../shared/query-client.ts'
import { currentDraft, draftQuery, keepDraft, type Draft } from './queries.ts'

const application = '00000000-0000-7000-8000-000000000001'
// Only what tells versions apart matters here.
const draft = (revision: number, signed: boolean) => ({ id: application, revision, plan: { evidence: [{ evidence: 'place', uploaded: signed }] } }) as unknown as Draft

afterEach(() => queryClient.clear())

/** A refetch whose answer comes when it is told to. */
const asking = () => {
  const { promise, resolve } = Promise.withResolvers<Draft>()
  const fetched = queryClient.fetchQuery({ ...draftQuery(application), queryFn: () => promise, staleTime: 0 })
  return { answer: (reply: Draft) => (resolve(reply), fetched) }
}

it('a commitment signed while the page was still asking stays signed when the older answer arrives', async () => {
  keepDraft(draft(3, false))
  const slow = asking()
  keepDraft(draft(4, true))
  await slow.answer(draft(3, false))
  expect(currentDraft(application)).toEqual(draft(4, true))
})

it('an answer that is as new, or newer, is taken', async () => {
  keepDraft(draft(3, false))
  await asking().answer(draft(3, true))
  expect(currentDraft(application)).toEqual(draft(3, true))
  await asking().answer(draft(5, false))
  expect(currentDraft(application)).toEqual(draft(5, false))
})

it('a change whose reply was overtaken by that of a later one does not undo it', () => {
  keepDraft(draft(5, true))
  keepDraft(draft(4, false))
  expect(currentDraft(application)).toEqual(draft(5, true))
})
