// Answers kept in the tab: what survives a reload, what a damaged or forbidden storage does, what is forgotten.
// The storage is a plain map.
import { describe, expect, it } from 'vitest'
import { unsavedAnswers } from './unsaved.ts'

const storage = (entries: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(entries))
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
}
const forbidden = () => {
  throw new DOMException('forbidden', 'SecurityError')
}

describe('unsaved answers', () => {
  it('are there again after a reload, each application its own', () => {
    const box = storage()
    unsavedAnswers(box, 'a').put({ 'telescope.name': '远望', 'telescope.lamp': false })
    unsavedAnswers(box, 'b').put({ 'telescope.name': '近看' })
    expect(unsavedAnswers(box, 'a').read()).toEqual({ 'telescope.name': '远望', 'telescope.lamp': false })
  })

  it('are forgotten once saved, except what was changed meanwhile', () => {
    const box = storage()
    const unsaved = unsavedAnswers(box, 'a')
    unsaved.put({ name: '远', length: 80 })
    unsaved.put({ name: '远望' })
    unsaved.drop({ name: '远', length: 80 })
    expect(unsaved.read()).toEqual({ name: '远望' })
    unsaved.drop({ name: '远望' })
    expect([unsaved.read(), box.kept.size]).toEqual([{}, 0])
  })

  it.each(['', '{', '[]', 'null', '"text"', '{"name":{"deep":1},"list":[1]}'])('are none when the storage holds %j', (stored) => {
    expect(unsavedAnswers(storage({ 'tongban.unsaved.a': stored }), 'a').read()).toEqual({})
  })

  it('keep what is right beside something damaged', () => {
    expect(unsavedAnswers(storage({ 'tongban.unsaved.a': '{"name":"远望","odd":{},"cleared":null}' }), 'a').read()).toEqual({ name: '远望', cleared: null })
  })

  it('last as long as the page where storage is forbidden, full or missing', () => {
    for (const box of [undefined, { getItem: forbidden, setItem: forbidden, removeItem: forbidden }]) {
      const unsaved = unsavedAnswers(box, 'a')
      unsaved.put({ name: '远望' })
      expect(unsaved.read()).toEqual({ name: '远望' })
      unsaved.clear()
      expect(unsaved.read()).toEqual({})
    }
  })
})
