// What becomes of words: ours are kept, earlier ones are read as what they are called now, all others are reported.
import { expect, test } from 'vitest'
import { quadsIn } from './parsing.ts'
import { readDescription } from './reading.ts'

const prefixes = '@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix s: <https://schema.org/> . @prefix e: <http://e.example/> .'
const read = (text: string) => readDescription(quadsIn([Buffer.from(`${prefixes} ${text}`)], 'ttl', 'urn:x-base:/'))

test('a property of CPSV-AP stays as it was said, language and all', async () => {
  const { resources, unmapped } = await read('e:1 a cpsv:PublicService ; dct:title "Notice"@EN, "通知"@zh-CN .')
  expect(resources.get('http://e.example/1')?.properties).toEqual({ 'dct:title': [{ text: 'Notice', language: 'en' }, { text: '通知', language: 'zh-cn' }] })
  expect(unmapped).toEqual([])
})

test('words of earlier versions are read as what they are called now, and counted', async () => {
  const { resources, renamed } = await read('e:1 a cpsv:PublicService ; cv:hasFormalFramework e:law ; cv:hasContactPoint e:c . e:c a s:ContactPoint ; s:telephone "1" .')
  expect(resources.get('http://e.example/1')?.properties).toHaveProperty(['cv:hasLegalResource'])
  expect(resources.get('http://e.example/c')?.types).toEqual(['cv:ContactPoint'])
  expect(renamed.map(({ from, to }) => `${from} ${to}`)).toContain('cv:hasFormalFramework cv:hasLegalResource')
})

test('what has no place is reported by class and property, with how often and an example', async () => {
  const { unmapped } = await read('e:1 a cpsv:PublicService ; e:mood "calm" . e:2 a cpsv:PublicService ; e:mood "merry" .')
  expect(unmapped).toEqual([{ class: 'cpsv:PublicService', property: 'http://e.example/mood', count: 2, example: 'calm' }])
})

test('a class nobody knows is reported, its resource left out', async () => {
  const { unknownClasses, resources } = await read('e:1 a e:Dragon ; dct:title "Smaug" .')
  expect(unknownClasses).toEqual([{ class: 'http://e.example/Dragon', count: 1 }])
  expect(resources.size).toBe(0)
})

test('a resource that does not say what it is, is what it is linked as', async () => {
  const { resources, inferred } = await read('e:1 a cpsv:PublicService ; cv:hasCost e:c . e:c dct:description "free" .')
  expect(resources.get('http://e.example/c')?.types).toEqual(['cv:Cost'])
  expect(inferred).toEqual([{ class: 'cv:Cost', count: 1 }])
})

test('characters no database holds are left out of texts', async () => {
  const { resources } = await read('e:1 a cpsv:PublicService ; dct:title "a\\u0000b" .')
  expect(resources.get('http://e.example/1')?.properties['dct:title']).toEqual([{ text: 'ab' }])
})
