// Tests that the departments' systems fit the packs: whatever a pack expects of a registry is served, and nothing it cannot read.
// The packs' files are read as they stand; the sandbox shares no code with the platform.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { getPopulation } from './people.ts'
import { getRegistry, isRegistryName, registryNames } from './registries.ts'

type PackRegistry = { id: string; keys: Record<string, string>; answers: Record<string, string>; consent?: boolean; several?: { field: string }; proves?: { name: string; holders: string[]; when?: Record<string, string[]> }[] }
type PackConcept = { id: string; type: string; constraint?: { choices?: { value: string }[] } }

const root = new URL('../', import.meta.url).pathname
const readAll = <Entry>(folder: string, property: string): Entry[] =>
  globSync(`packs/*/${folder}/*.yaml`, { cwd: root }).flatMap((path): Entry[] => parse(readFileSync(`${root}${path}`, 'utf8'))[property] ?? [])

const expected = readAll<PackRegistry>('registries', 'registries')
const concepts = new Map(readAll<PackConcept>('concepts', 'concepts').map((concept) => [concept.id, concept]))
const keyOf = (concept: string): string => ({ idNumber: 'idNumber', uscc: 'creditCode' })[concepts.get(concept)?.type ?? ''] ?? concept.split('.')[1] ?? ''

test('every registry a pack names is there, found by the same numbers and with the same need for consent', () => {
  expect(expected.map(({ id }) => id).filter((id) => !isRegistryName(id))).toEqual([])
  for (const { id, keys, consent = true } of expected) {
    const registry = getRegistry(id)
    expect([id, Object.values(keys).map(keyOf).filter((key) => !registry.keys.some((each) => each === key)), registry.consent]).toEqual([id, [], consent])
  }
})

test('every field a pack expects is served, and with codes the pack knows', () => {
  for (const { id, answers } of expected) {
    for (const [concept, answer] of Object.entries(answers)) {
      const field = getRegistry(id).fields[answer.split('.')[0] ?? answer]
      const choices = concepts.get(concept)?.constraint?.choices?.map(({ value }) => value)
      expect([id, concept, field === undefined]).toEqual([id, concept, false])
      expect([id, concept, (field?.codes ?? []).filter((code) => choices && !choices.includes(code))]).toEqual([id, concept, []])
    }
  }
})

test('a declared registry holds no field that no pack knows', () => {
  const known = new Map(expected.map(({ id, answers, proves = [] }) => [id, new Set([...Object.values(answers), ...proves.flatMap(({ name, holders, when = {} }) => [name, ...holders, ...Object.keys(when)])])]))
  for (const id of Object.keys(getPopulation().declared)) {
    expect([id, Object.keys(getRegistry(id).fields).filter((field) => !known.get(id)?.has(field))]).toEqual([id, []])
  }
})

test('whoever a declared record is about, or names by their number, is one of the invented people and companies', () => {
  const { people, companies, declared } = getPopulation()
  const numbers = new Set([...people.map(({ idNumber }) => idNumber), ...companies.map(({ uscc }) => uscc)])
  const elsewhere = new Set(['914403009999003108', '31440000999900240C']) // a builder and a law firm, known by their codes only
  const strangers = Object.entries(declared).flatMap(([id, records]) =>
    records.flatMap((record) => Object.entries(record).flatMap(([name, value]) => (/idNumber$|creditCode$/i.test(name) && typeof value === 'string' && !numbers.has(value) && !elsewhere.has(value) ? [`${id} ${name} ${value}`] : []))),
  )
  expect(strangers).toEqual([])
  expect(new Set(registryNames).size).toBe(registryNames.length)
})

test('what the register of businesses says of a company agrees with its licence and its legal representative', () => {
  const { people, companies, declared } = getPopulation()
  for (const { uscc, name, address, region, legalRepresentative } of companies) {
    const representative = people.find(({ id }) => id === legalRepresentative)
    expect(declared['market-entities']?.find((record) => record.creditCode === uscc)).toMatchObject({
      name, address, region, representativeName: representative?.name, representativeIdNumber: representative?.idNumber,
    })
  }
})
