// The precision the guide page publishes is that of the labelled sample, and no rule is below nine in ten.
// The sample holds ids only; the data it is of is not in the repository.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readServiceLine } from '../catalogue/gdzwfw.ts'
import { isLintRule } from './finding.ts'
import { guideOfImported } from './guide.ts'
import { lintGuides } from './lint.ts'
import { shareEvidence } from './shared-evidence.ts'

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

const real = join(process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)), 'gd-services/services.jsonl')
test.runIf(existsSync(real))('on the real services (TONGBAN_DATA) every labelled finding is still found, and the figures of the page still hold', () => {
  const guides = readFileSync(real, 'utf8').split('\n').flatMap((line) => {
    const read = line.trim() === '' ? undefined : readServiceLine(line)
    return read && 'service' in read ? [guideOfImported(read.service)] : []
  })
  const found = new Set(lintGuides(guides).map(({ id }) => id))
  expect(Object.values(labels).flatMap(({ right }) => right).filter((id) => !found.has(id))).toEqual([])
  const { demands, names, documents, saved } = shareEvidence(guides)
  for (const figure of [demands, names, documents, saved]) expect(page).toContain(figure.toLocaleString('en'))
})
