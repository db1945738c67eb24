// Tests of the runner of pack tests: what it calls a difference, and that a typo never passes.
import { expect, test } from 'vitest'
import { loadPacks, type PackTest } from './load-packs.ts'
import { checkPackFolder } from './pack-check.ts'
import type { Words } from './pack-error.ts'
import { runPackTest } from './pack-tests.ts'
import { inFolder, tinyPack } from './tiny-pack.ts'

const found = (change: Partial<PackTest>): Words[] =>
  inFolder(tinyPack, (folder) =>
    runPackTest(loadPacks(folder, { on: '2026-03-02' }), {
      name: '青年种树要办两项', matter: 'plant', region: '990101', on: '2026-03-02', answers: { 'person.kind': 'young' }, pack: 'tiny', file: 'tests.yaml', line: 1, expect: {}, ...change,
    }),
  )

const differences = (change: Partial<PackTest>): string[] => found(change).map(({ en }) => en)

test('a difference is said in both languages', () => {
  expect(found({ expect: { services: ['first'], promisedDays: 3 } })).toEqual([
    { 'zh-CN': '事项：缺 无；多 second', en: 'services: missing none; not expected second' },
    { 'zh-CN': '承诺工作日：应为 3，实际是 10', en: 'promised days: expected 3, is 10' },
  ])
})

test('a test that says what is true has no differences', () => {
  expect(differences({ expect: { settled: true, services: ['second', 'first'], asked: ['tree.height'], notAsked: ['person.name'], upload: [], consents: ['people'], promisedDays: 10, statutoryDays: 20 } })).toEqual([])
})

test('a difference says what is missing, what is too much and what came instead', () => {
  expect(differences({ expect: { services: ['first'] } })).toEqual(['services: missing none; not expected second'])
  expect(differences({ expect: { asked: ['person.name'] } })).toEqual(['concepts asked: missing person.name; there are person.idNumber, tree.height'])
  expect(differences({ expect: { promisedDays: 3 } })).toEqual(['promised days: expected 3, is 10'])
  expect(differences({ expect: { after: { evidence: 1 } } })).toEqual(['evidence after: expected 1, is 0'])
  expect(differences({ expect: { authorities: { first: '990100' } } })).toEqual(['authority of first: expected "990100", is "990101"'])
})

test('a registry that knows a fact counts as answering, one that is down makes the person be asked', () => {
  expect(differences({ known: { people: { 'person.name': '林一' } }, expect: { values: { 'person.name': '林一' }, notAsked: ['person.name'] } })).toEqual([])
  expect(differences({ registries: { people: 'unavailable' }, expect: { asked: ['person.name'], upload: ['card'] } })).toEqual([])
})

test('names that do not exist are differences, so a typo cannot pass', () => {
  expect(differences({ expect: { notAsked: ['person.nmae'], excluded: ['secnd'], notUpload: ['crad'] }, registries: { poeple: 'declined' } })).toEqual([
    'there is no concept person.nmae', 'there is no service secnd', 'there is no registry poeple', 'there is no evidence crad',
  ])
  expect(differences({ matter: 'plnat' })).toEqual(['there is no matter plnat'])
})

test('checking a folder runs its tests and reports a failing one at its line', () => {
  const tests = `tests:\n  - name: 老年人也要办两项，这句话不对\n    matter: plant\n    region: '990101'\n    on: '2026-03-02'\n    answers: {person.kind: old}\n    expect: {services: [first, second]}\n`
  const check = inFolder({ ...tinyPack, 'tiny/tests/all.yaml': tests }, (folder) => checkPackFolder(folder, { on: '2026-03-02' }))
  expect(check.tests).toEqual({ run: 1, failed: 1 })
  expect(check.findings).toEqual([{ file: 'tiny/tests/all.yaml', line: 2, rule: 'test-failed', message: { 'zh-CN': '老年人也要办两项，这句话不对：事项：缺 second；多 无', en: '老年人也要办两项，这句话不对: services: missing second; not expected none' } }])
})

test('checking a folder with errors reports them and runs no test', () => {
  const check = inFolder({ ...tinyPack, 'tiny/pack.yaml': 'id: tiny' }, (folder) => checkPackFolder(folder, { on: '2026-03-02' }))
  expect(check.tests.run).toBe(0)
  expect(check.findings.map(({ rule }) => rule)).toEqual(['key-missing', 'key-missing'])
})
