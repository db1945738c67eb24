// The precision the guide page publishes is that of the labelled sample, and no rule is below nine in ten.
// The sample holds ids only; the data it is of is not in the repository.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isLintRule } from './finding.ts'

type Labels = Record<string, { right: string[]; wrong: string[] }>
const labels = JSON.parse(readFileSync(new URL('labelled-sample.json', import.meta.url), 'utf8')) as Labels
const page = readFileSync(new URL('../../../docs/guide/guide-lint.md', import.meta.url), 'utf8')
const rows = Object.entries(labels).map(([rule, { right, wrong }]) => ({ rule, read: right.length + wrong.length, right: right.length }))

test('at least two hundred findings were read, each once', () => {
  const ids = Object.values(labels).flatMap(({ right, wrong }) => [...right, ...wrong])
  expect(ids.length).toBeGreaterThanOrEqual(200)
  expect(new Set(ids).size).toBe(ids.length)
  expect(Object.keys(labels).filter((rule) => !isLintRule(rule))).toEqual([])
})

test('every rule that was read is right nine times in ten', () => expect(rows.filter(({ read, right }) => right / read < 0.9)).toEqual([]))

test('the page says what the labels say', () => {
  expect(rows.filter(({ rule, read, right }) => !page.includes(`| \`${rule}\` | ${read} | ${right} | ${Math.floor((right / read) * 100)} % |`)).map(({ rule }) => rule)).toEqual([])
})
