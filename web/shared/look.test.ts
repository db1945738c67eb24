// How stored choices are read back.
// Old, foreign and damaged data must never break the page.
import { describe, expect, it } from 'vitest'
import { parseSettings } from './look.ts'

describe('settings', () => {
  it('start in Chinese, traditional where the browser asks for it, and everything else as it is for most people', () => {
    expect(parseSettings(null, ['en-GB', 'zh-HK']).language).toBe('zh-HK')
    expect(parseSettings(null, ['en-GB'])).toEqual({ language: 'zh-CN', mode: 'normal', text: 'standard', theme: 'auto', singleKeys: true })
    expect(parseSettings(null, ['zh-Hant-HK']).language).toBe('zh-HK')
    expect(parseSettings(null, ['zh-TW']).language).toBe('zh-HK')
    expect(parseSettings(null, ['fr', 'ja']).language).toBe('zh-CN')
  })

  it('keep what was chosen', () => {
    const chosen = { language: 'zh-HK', mode: 'elder', text: 'largest', theme: 'dark', singleKeys: false }
    expect(parseSettings(JSON.stringify(chosen), ['zh-CN'])).toEqual(chosen)
  })

  it.each(['', 'null', '[]', '{', '{"mode":"giant","theme":7,"singleKeys":"no"}', '"x"'])('survive the stored text %s', (stored) => {
    expect(parseSettings(stored, ['zh-CN'])).toEqual({ language: 'zh-CN', mode: 'normal', text: 'standard', theme: 'auto', singleKeys: true })
  })
})
