// What is written without a network is there again after a reload, and anything that is not ours is ignored.
import { expect, it } from 'vitest'
import { readKept, writeKept } from './kept.ts'

const box = () => {
  const values = new Map<string, string>()
  return { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value), removeItem: (key: string) => void values.delete(key) }
}

it('keeps a part per visit and case, and forgets it once it is saved', () => {
  const storage = box()
  const kept = { revision: 3, findings: { exits: { verdict: 'fail' as const, words: '堆了杂物', measure: '' } }, note: '' }
  writeKept(storage, 'visit', 'case', kept)
  expect(readKept(storage, 'visit', 'case')).toEqual(kept)
  expect(readKept(storage, 'visit', 'other')).toBeUndefined()
  writeKept(storage, 'visit', 'case', undefined)
  expect(readKept(storage, 'visit', 'case')).toBeUndefined()
})

it('lives with storage that is forbidden or holds something else', () => {
  expect(readKept(undefined, 'visit', 'case')).toBeUndefined()
  expect(readKept({ getItem: () => '{"revision":"x"}' }, 'visit', 'case')).toBeUndefined()
  expect(readKept({ getItem: () => 'not json' }, 'visit', 'case')).toBeUndefined()
  expect(() => writeKept({ setItem: () => { throw new Error('full') }, removeItem: () => {} }, 'visit', 'case', { revision: 1, findings: {}, note: '' })).not.toThrow()
})
