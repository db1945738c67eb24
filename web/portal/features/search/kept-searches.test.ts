// What is remembered of searches, and for whom.
// What another person searched is never shown.
import { describe, expect, it } from 'vitest'
import { parseKept, withSearch, withoutSearch } from './kept-searches.ts'

describe('searches kept on a device', () => {
  it('stand newest first, each once', () => {
    const kept = ['上户口', '社保卡', '上户口'].reduce<ReturnType<typeof withSearch> | undefined>((before, q) => withSearch(before, 'a', q), undefined)
    expect(kept).toEqual({ owner: 'a', words: ['上户口', '社保卡'] })
  })

  it('are the last eight', () => {
    const kept = Array.from({ length: 12 }, (_, at) => `第${at}次`).reduce<ReturnType<typeof withSearch> | undefined>((before, q) => withSearch(before, null, q), undefined)
    expect(kept?.words).toHaveLength(8)
    expect(kept?.words[0]).toBe('第11次')
  })

  it('begin anew for another person', () => {
    expect(withSearch({ owner: 'a', words: ['离婚'] }, 'b', '社保卡')).toEqual({ owner: 'b', words: ['社保卡'] })
  })

  it('can be removed one by one', () => {
    expect(withoutSearch({ owner: null, words: ['离婚', '社保卡'] }, '离婚').words).toEqual(['社保卡'])
  })

  it.each([null, '', 'null', '[]', '{"words":3}', '{"words"'])('are none where %j is kept', (text) => {
    expect(parseKept(text)).toBeUndefined()
  })

  it('come back as they were kept, without what is no word', () => {
    expect(parseKept('{"owner":"a","words":["社保卡",3,""]}')).toEqual({ owner: 'a', words: ['社保卡'] })
  })
})
