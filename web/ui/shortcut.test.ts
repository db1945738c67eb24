// Which press starts which shortcut.
// Presses are given as the browser reports them.
import { describe, expect, it } from 'vitest'
import { isSingleKey, matchShortcut, pressNames, type Press } from './shortcut.ts'

const press = (key: string, change: Partial<Press> = {}): Press => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change })
const shortcuts = ['a', 'Ctrl+K', '?', 'g q', 'g o', 'Shift+J', 'j'].map((keys) => ({ keys }))
const match = (pressed: Press, before: string[] = []) => matchShortcut(before, pressed, shortcuts)

describe('a shortcut', () => {
  it('is a letter, however it is written', () => {
    expect(match(press('a')).shortcut?.keys).toBe('a')
    expect(match(press('A')).shortcut?.keys).toBe('a')
    expect(match(press('b')).shortcut).toBeUndefined()
  })

  it('with Ctrl also works with the command key of a Mac, and not without either', () => {
    expect(match(press('k', { ctrlKey: true })).shortcut?.keys).toBe('Ctrl+K')
    expect(match(press('k', { metaKey: true })).shortcut?.keys).toBe('Ctrl+K')
    expect(match(press('k')).shortcut).toBeUndefined()
    expect(match(press('a', { ctrlKey: true })).shortcut).toBeUndefined()
  })

  it('on a sign does not care whether the keyboard needs Shift for it', () => {
    expect(match(press('?', { shiftKey: true })).shortcut?.keys).toBe('?')
    expect(match(press('?')).shortcut?.keys).toBe('?')
  })

  it('tells a letter with Shift from one without', () => {
    expect(match(press('J', { shiftKey: true })).shortcut?.keys).toBe('Shift+J')
    expect(match(press('j')).shortcut?.keys).toBe('j')
  })

  it('of two keys waits for the second one', () => {
    const first = match(press('g'))
    expect(first).toEqual({ pending: ['g'] })
    expect(match(press('q'), first.pending).shortcut?.keys).toBe('g q')
    expect(match(press('a'), first.pending).shortcut?.keys).toBe('a')
    expect(match(press('g'), first.pending).pending).toEqual(['g'])
  })

  it('works while a Chinese input method is switched on', () => {
    expect(match(press('Process', { code: 'KeyA' })).shortcut?.keys).toBe('a')
  })

  it('of a page wins over the same one of the frame around it', () => {
    const both = [{ keys: 'a', of: 'frame' }, { keys: 'a', of: 'page' }]
    expect(matchShortcut([], press('a'), both).shortcut?.of).toBe('page')
  })

  it('knows its parts and whether it can be switched off', () => {
    expect(pressNames('Shift+Ctrl+P')).toEqual(['Ctrl+Shift+p'])
    expect(['a', 'g q', '?', 'Ctrl+K'].map(isSingleKey)).toEqual([true, true, true, false])
  })
})
