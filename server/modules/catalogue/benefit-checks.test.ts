// Tests of what is refused in policies: facts from nowhere, contradictions and circles, each with both places.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkPackFolder } from './pack-check.ts'
import { overlaid, readPackFolder } from './pack-folder.ts'

const folder = new URL('testing-pack/', import.meta.url)
const files = readPackFolder(folder.pathname)
const benefits = readFileSync(new URL('benefits/benefits.yaml', folder), 'utf8')

/** Rules broken after a change, with how many places each names. */
const broken = (change: (text: string) => string, on = '2026-03-02') => checkPackFolder(overlaid(files, new Map([['benefits/benefits.yaml', change(benefits)]])), { on }).findings.map(({ rule, others = [] }) => `${rule} ${1 + others.length}`)

it('policies that are right are taken, and their tests hold', () => {
  const { findings, tests } = checkPackFolder(files, { on: '2026-03-02' })
  expect([findings, tests.run >= 8]).toEqual([[], true])
})

it('two conditions nobody can meet together are refused with both places', () => {
  expect(broken((text) => text.replace("      - {id: age-sixty", "      - {id: too-young, name: {zh-CN: 未满五十岁, en: Under fifty}, rule: 'person.birthDate > today - duration(\"P50Y\")'}\n      - {id: age-sixty"))).toContain('benefit-contradicts 2')
})

it('a policy that requires what excludes it is refused with both places', () => {
  expect(broken((text) => text.replace('    excludes: [solace-grant]\n', '    excludes: [solace-grant]\n    requires: [solace-grant]\n'))).toContain('benefit-contradicts 2')
})

it('policies that go before one another in a circle are refused with both places', () => {
  expect(broken((text) => text.replace("    period: year\n    payer: {line: sky, level: district}", "    period: year\n    excludes: [farewell-grant]\n    payer: {line: sky, level: district}"))).toContain('benefit-cycle 2')
})

it('a policy that reads what is no fact, or names a policy that is not there, is refused', () => {
  expect(broken((text) => text.replace('company.telescopes >= 10', 'company.windmills >= 10'))).toContain('rule-concept-unknown 1')
  expect(broken((text) => text.replace('excludes: [solace-grant]', 'excludes: [moon-grant]'))).toContain('benefit-unknown 1')
})

it('a test of a policy that does not hold is a finding', () => {
  expect(broken((text) => text.replace("verdict: 'yes', fen: 1000", "verdict: 'yes', fen: 2000"))).toEqual(['test-failed 1'])
})
