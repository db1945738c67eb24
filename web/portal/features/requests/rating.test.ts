// A rating that arrived is not asked for again when having it done again fails.
// The server is a list of what was called.
import { expect, it } from 'vitest'
import { rateWith, type Undone } from './rating.ts'

const verdict = { grade: 'unsatisfied', solved: false, words: '灯还是照进来。' } as const
const [rated, redone] = [{ id: 'rated', round: 1 }, { id: 'redone', round: 2 }]

const played = (redo: () => Promise<typeof redone>) => {
  const calls: string[] = []
  const undone: Undone[] = []
  const reach = {
    rate: async () => (calls.push('rate'), rated),
    redo: (why: string, parts: string[]) => (calls.push(`redo ${why} ${parts.join()}`), redo()),
    keep: ({ id }: typeof rated) => void calls.push(`keep ${id}`),
  }
  return { calls, undone, rate: (parts: string[] | null) => rateWith(reach, verdict, parts, (each) => undone.push(each)) }
}

it('is sent with what shall be done again, and answers with the new round', async () => {
  const { calls, undone, rate } = played(async () => redone)
  expect(await rate(['a'])).toBe(redone)
  expect([calls, undone]).toEqual([['rate', 'redo 灯还是照进来。 a'], []])
})

it('stays rated when only the second step fails: the words and parts are there for the next try', async () => {
  const error = new Error('no connection')
  const { calls, undone, rate } = played(() => Promise.reject(error))
  await expect(rate(['a'])).rejects.toBe(error)
  expect(calls.at(-1)).toBe('keep rated')
  expect(undone).toEqual([{ round: 1, why: verdict.words, failed: ['a'], error }])
})

it('is only a rating when nothing shall be done again', async () => {
  const { calls, rate } = played(async () => redone)
  expect(await rate(null)).toBe(rated)
  expect(calls).toEqual(['rate'])
})
