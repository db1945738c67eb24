// What is kept of a request being written, what is guessed of it and what is wrong with it.
// The storage is a plain object.
import { describe, expect, it } from 'vitest'
import { firstOpen, freshlyWritten, guessKind, keepWritten, problemsOf, readWritten, type Written } from './written.ts'

const storage = () => {
  const kept = new Map<string, string>()
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) }
}
const key = '0f3b9a52-7c1d-4f7e-9f64-0c8b52a7d311'
const written = (part: Partial<Written> = {}): Written => ({ ...freshlyWritten(key, '路灯坏了三天没人修'), phone: '13800138000', ...part })

describe('a request being written', () => {
  it('comes back from the device as it was, with its pin', () => {
    const place = storage()
    const one = written({ kind: 'consult', address: '桃园路 12 号', at: { lat: 22.53, lng: 113.92 }, anonymous: true })
    keepWritten(place, one)
    expect(readWritten(place)).toEqual(one)
    keepWritten(place, undefined)
    expect(readWritten(place)).toBeUndefined()
  })

  it('is begun anew where what was kept cannot be read', () => {
    expect(readWritten({ getItem: () => '{' })).toBeUndefined()
    expect(readWritten({ getItem: () => '{"key":"1"}' })).toBeUndefined()
  })

  it('is taken for what its words say, and for a complaint where they say nothing', () => {
    expect(['举报小作坊偷排污水', '社区小李很热心，感谢他', '求助，老人独居没人管', '建议增设公交站', '请问居住证怎么办', '路灯坏了，请问什么时候修']
      .map(guessKind)).toEqual(['report', 'praise', 'help', 'suggest', 'consult', 'complain'])
  })

  it('needs a few words, and a way to answer from whoever is not known', () => {
    expect(problemsOf(written({ text: '灯坏' }), false).map(({ code }) => code)).toEqual(['textShort'])
    expect(problemsOf(written({ phone: '' }), false).map(({ code }) => code)).toEqual(['contactMissing'])
    expect(problemsOf(written({ phone: '' }), true)).toEqual([])
  })

  it('needs nothing of whoever stays anonymous, whatever was typed before', () => {
    expect(problemsOf(written({ phone: 'wrong', anonymous: true }), false)).toEqual([])
  })

  it('leads to the first step that is not in order', () => {
    expect(firstOpen(problemsOf(written({ phone: '12' }), false))).toBe('who')
    expect(firstOpen(problemsOf(written(), false))).toBe('check')
  })
})
