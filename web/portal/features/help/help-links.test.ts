// The help texts of the packs keep what they promise: every link leads to a page there is, every text can be read in English.
// A new page or a renamed one shows here where help still names the old address.
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { matchPath } from 'react-router'
import { loadPacks } from '../../../../server/modules/catalogue/load-packs.ts'
import { patterns } from '../../../shared/paths.ts'
import { helpFor } from '../search/wish.ts'

const packs = loadPacks(fileURLToPath(new URL('../../../../packs', import.meta.url)), { on: '2026-11-21', sound: true })
const topics = packs.helpFor('440300')

describe('help', () => {
  it('answers at least twenty questions', () => {
    expect(topics.length).toBeGreaterThanOrEqual(20)
  })

  it.each(topics.flatMap(({ id, links }) => links.filter(({ href }) => !href.startsWith('tel:')).map(({ href }) => [id, href] as const)))('%s leads to %s, which exists', (_, href) => {
    const { pathname } = new URL(href, 'http://localhost')
    expect(Object.values(patterns).filter((pattern) => matchPath(pattern, pathname))).not.toEqual([])
  })

  it('says what there is for every wish the search recognises', () => {
    expect(topics.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(helpFor)))
  })

  it('can be read in English', () => {
    const untold = topics.flatMap(({ id, title, body, steps, links }) => [title, ...body, ...steps, ...links.map(({ label }) => label)].flatMap((text) => (text.en ? [] : [`${id}: ${text['zh-CN']}`])))
    expect(untold).toEqual([])
  })

  it('says each thing once', () => {
    const titles = topics.map(({ title }) => title['zh-CN'])
    expect(new Set(titles).size).toBe(titles.length)
  })
})
