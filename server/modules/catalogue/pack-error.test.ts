// Tests of pack errors: each reported once, in reading order, one line each; and every rule stands in the guide.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { both, collectErrors, inReadingOrder, packErrorText, packRules } from './pack-error.ts'

test('the same error found for two regions is kept once', () => {
  const { errors, report } = collectErrors()
  for (const line of [7, 7, 3]) report('concept-unknown', { file: 'a.yaml', line }, both('没有填写项 tree.size', 'there is no concept tree.size'))
  expect(inReadingOrder(errors).map(({ line }) => line)).toEqual([3, 7])
})

test('an error reads as one line with its place, rule and the other places', () => {
  const { errors, report } = collectErrors()
  report('id-duplicate', { file: 'b.yaml', line: 4, column: 5 }, both('person.name 定义了两次', 'person.name is defined twice'), [{ file: 'a.yaml', line: 2 }])
  expect(errors.map(packErrorText)).toEqual(['b.yaml:4:5 id-duplicate: person.name 定义了两次 / person.name is defined twice (另见 / see also a.yaml:2)'])
})

test('the guide lists every rule with its sentence', () => {
  const guide = readFileSync(new URL('../../../docs/guide/packs.md', import.meta.url), 'utf8')
  for (const [rule, sentence] of Object.entries(packRules)) expect(guide).toContain(`| \`${rule}\` | ${sentence} |`)
})
