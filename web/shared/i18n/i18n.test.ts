// The dictionaries against each other, and how a text is found and filled.
// zh-CN is the source; zh-HK must be what tools/zh-hk.ts makes of it.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hongKongFiles, toHongKong } from '../../../tools/zh-hk.ts'
import type { Dictionary } from './keys.ts'
import { loadTexts, setLanguage, t } from './store.ts'
import { findText } from './text.ts'
import { words } from './zh-HK/words.ts'

const folder = new URL('./', import.meta.url)
const areas = readdirSync(new URL('zh-CN/', folder)).map((name) => name.replace('.ts', ''))
const dictionaryOf = async (language: string, area: string) => ((await import(`./${language}/${area}.ts`)) as { default: Dictionary }).default

/** Every text with its path; an English plural counts as one text. */
function texts(group: Dictionary, path = ''): [string, string][] {
  return Object.entries(group).flatMap(([key, entry]) => {
    if (typeof entry === 'string') return [[`${path}${key}`, entry]]
    if (typeof entry['other'] === 'string' && typeof entry['one'] === 'string') return [[`${path}${key}`, entry['other']]]
    return texts(entry, `${path}${key}.`)
  })
}
const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(areas)('the texts of %s', (area) => {
  it.each(['en', 'zh-HK'])('have the same keys and parameters in %s', async (language) => {
    const source = texts(await dictionaryOf('zh-CN', area))
    const translation = texts(await dictionaryOf(language, area))
    expect(translation.map(([key]) => key)).toEqual(source.map(([key]) => key))
    expect(translation.map(([key, text]) => [key, params(text)])).toEqual(source.map(([key, text]) => [key, params(text)]))
  })

  it('leave no text empty and no Chinese in English', async () => {
    const all = [...texts(await dictionaryOf('zh-CN', area)), ...texts(await dictionaryOf('en', area))]
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(texts(await dictionaryOf('en', area)).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe('the Hong Kong texts', () => {
  it('are up to date: run `node tools/zh-hk.ts` after a change', async () => {
    for (const [name, text] of await hongKongFiles()) expect(readFileSync(new URL(`zh-HK/${name}`, folder), 'utf8'), name).toBe(text)
  })

  it('use the reviewed word where Hong Kong says it differently', () => {
    expect(toHongKong('登录后上传文件，用短信通知。')).toBe('登入後上載檔案，用短訊通知。')
    expect(toHongKong('{n} 个工作日')).toBe('{n} 個工作日')
  })

  it('need every word of the table, none twice', () => {
    expect(new Set(words.map(([word]) => word)).size).toBe(words.length)
  })
})

describe('a text', () => {
  const dictionary: Dictionary = { a: { plain: '你好', count: '共 {n} 件，{who}', plural: { one: '{n} case', other: '{n} cases' } } }

  it('is found by its path and filled with its parameters', () => {
    expect(findText(dictionary, 'a.plain', undefined, 'zh-CN')).toBe('你好')
    expect(findText(dictionary, 'a.count', { n: 12345, who: '林一诺' }, 'zh-CN')).toBe('共 12,345 件，林一诺')
  })

  it('follows the plural of its language', () => {
    expect([1, 2].map((n) => findText(dictionary, 'a.plural', { n }, 'en'))).toEqual(['1 case', '2 cases'])
  })

  it('shows a parameter that was not given instead of hiding it', () => {
    expect(findText(dictionary, 'a.count', { n: 1 }, 'zh-CN')).toBe('共 1 件，{who}')
  })

  it('that does not exist is undefined, also where an object has such a property by nature', () => {
    expect(['a.none', 'a', 'a.plain.deeper', 'toString', 'a.constructor'].map((key) => findText(dictionary, key, undefined, 'en'))).toEqual(Array(5).fill(undefined))
  })
})

describe('the current language', () => {
  it('brings the texts of the areas in use with it', async () => {
    globalThis.document = { documentElement: {} } as Document
    await loadTexts(['accessibility'])
    expect(t('accessibility.title')).toBe('无障碍说明')
    await setLanguage('en')
    expect([t('accessibility.title'), t('common.workingDays', { n: 1 }), document.documentElement.lang]).toEqual(['Accessibility', '1 working day', 'en'])
    await setLanguage('zh-CN')
    expect(t('common.workingDays', { n: 8 })).toBe('8 个工作日')
  })
})
