// Words are kept in one form, and what could tell who asked is left out.
import { describe, expect, it } from 'vitest'
import { findWords, isShowable } from './words.ts'

describe('words of a question', () => {
  it('are the same for every way of typing them', () => {
    for (const text of ['社保卡 补办', ' 社保卡，补办！', '社保卡补办？', '社保卡　补办']) expect(findWords(text)).toBe('社保卡补办')
    expect(findWords('Ｒ字签证  Renew   PASSPORT!')).toBe('r字签证renew passport')
  })

  it('keep no number of a person, a paper, a phone or a plate, however it is written', () => {
    expect(findWords('我身份证44030519900101123X怎么补')).toBe('我身份证…怎么补')
    for (const number of ['13800138000', '138 0013 8000', '138-0013-8000', '１３８００１３８０００', 'E12345678', 'H1234567801', '一三八零零一三八零零零', '粤B12345', '粤BD12345', 'li.ming+a@example.com']) {
      expect(findWords(`查${number}`)).toBe('查…')
    }
    expect(findWords('我叫张小明 居住证')).toBe('我叫…居住证')
    expect(findWords('440305-20261119-00102-3')).toBeUndefined()
  })

  it('keep years, amounts and hotlines', () => {
    for (const text of ['2026年社保基数', '12345投诉', '五险一金', '14岁办身份证']) expect(findWords(text)).toBe(text)
  })

  it('are none where nothing can be read, and short where much was written', () => {
    for (const text of ['', ' ', '？！', '😀', '\u0000\u0007', '13800138000']) expect(findWords(text)).toBeUndefined()
    expect(findWords('社'.repeat(10_000))).toHaveLength(60)
    expect(findWords("'; drop table searches; --")).toBe('drop table searches')
  })

  it('are shown to others only when short and whole', () => {
    expect(['社保卡', '查…', '社'.repeat(21)].map(isShowable)).toEqual([true, false, false])
  })
})
