// The duty list of the packs: enough classes, somebody for each of them everywhere, and places found in sentences people write.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedPacks } from '../server/testing/packs.ts'
import { placeInText, unitFor, type KnownPlace } from '../server/modules/duties/index.ts'

const packs = shippedPacks('2026-11-22')
const app = { packs, config: { region: '440300' } } as Parameters<typeof placeInText>[0] // of the configuration only the region is read
const list = packs.dutyListFor('440300')

describe('classes of requests', () => {
  test('have three levels, at least 120 finest classes, everyday examples, names in both languages', () => {
    expect(list.leaves.size).toBeGreaterThanOrEqual(120)
    for (const leaf of list.leaves.values()) expect.soft([leaf.name.en, leaf.id.split('/').length], leaf.id).toEqual([expect.any(String), 3])
  })

  test('no two of them have the same example', () => {
    const examples = [...list.leaves.values()].flatMap((leaf) => leaf.examples)
    expect(examples.filter((each, index) => examples.indexOf(each) < index)).toEqual([])
  })
})

describe('the unit', () => {
  const who = (category: string, place: KnownPlace, at = '2026-11-22T02:00:00Z', region = '440305') => unitFor(app, { category, region, place, at: new Date(at) }).unit?.shortName['zh-CN']

  test('for a lamp: the city on a main road, the district in a lane, the metro at a station', () => {
    expect(who('urban/street-lamps/broken-lamp', { address: '深南大道9678号' })).toBe('市城管局')
    expect(who('urban/street-lamps/broken-lamp', { street: '440305007' })).toBe('南山城管局')
    expect(who('urban/street-lamps/broken-lamp', { address: '桃园地铁站A出口' })).toBe('深圳地铁')
  })

  test('for rubbish: the office of the street, found from a point on the map', () => {
    expect(who('urban/sanitation/rubbish', { lat: 22.535, lng: 113.945 })).toBe('粤海街道办')
    expect(who('urban/sanitation/rubbish', { street: '440303004' }, undefined, '440303')).toBe('翠竹街道办')
  })

  test('for noise: by night the environment and the police, by day the usual ones', () => {
    expect(who('environment/noise/construction-night', {}, '2026-11-22T16:30:00Z')).toBe('南山生态环境局')
    expect(who('environment/noise/bar-noise', {}, '2026-11-22T15:30:00Z')).toBe('南山公安分局')
  })

  test('is found for every class in every district and street of the city', () => {
    const places = Object.keys(packs.catalogueFor('440300').regions).filter((code) => code.startsWith('4403') && !code.endsWith('00'))
    const without = places.flatMap((region) => [...list.leaves.keys()].filter((category) => !unitFor(app, { category, region, at: new Date('2026-11-22T02:00:00Z') }).unit).map((category) => `${region} ${category}`))
    expect(without).toEqual([])
  })
})

describe('places', () => {
  const sentences = readFileSync(new URL('place-sentences.txt', import.meta.url), 'utf8').trim().split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|')).map(([text = '', region = '', street = '', area = '']) => ({ text, region, street, area }))

  test('are read from sentences in at least 98 of 100', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(100)
    const missed = sentences.filter(({ text, region, street, area }) => {
      const found = placeInText(app, text)
      return (found?.region ?? '') !== region || (found?.street ?? '') !== street || (area !== '' && !found?.areas.includes(area))
    })
    expect(missed.length / sentences.length, missed.map(({ text }) => text).join(' ')).toBeLessThanOrEqual(0.02)
  })
})
