// The agreement and precision the guide page publishes are those of the labelled sample, and no rule is below nine in ten.
// The sample holds ids only; the data it is of is not in the repository.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readServiceLine } from '../catalogue/gdzwfw.ts'
import { isLintRule } from './finding.ts'
import { guideOfImported } from './guide.ts'
import { labelOf, precision, precisionRow, type LabelledSample } from './labelled-findings.ts'
import { lintGuides } from './lint.ts'
import { shareEvidence } from './shared-evidence.ts'

const sample = JSON.parse(readFileSync(new URL('labelled-sample.json', import.meta.url), 'utf8')) as LabelledSample
const page = readFileSync(new URL('../../../docs/guide/guide-lint.md', import.meta.url), 'utf8')
const rules = Object.entries(sample)
const all = rules.flatMap(([, findings]) => findings)

test('at least two hundred findings were read, each once', () => {
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(rules.filter(([rule]) => !isLintRule(rule))).toEqual([])
})

test('each finding has two labels, each difference a resolution, and all that is called wrong a reason', () => {
  for (const each of all) expect([each.first, each.second, labelOf(each)].filter((label) => label !== 'right' && label !== 'wrong')).toEqual([])
  expect(all.filter((each) => (each.first === each.second) === (each.resolved !== undefined))).toEqual([])
  expect(all.filter((each) => each.reason === undefined && (each.resolved !== undefined || labelOf(each) === 'wrong'))).toEqual([])
})

test('every rule that was read is right nine times in ten', () => {
  const short = rules.filter(([, findings]) => {
    const { now } = precision(findings)
    return now.right < now.read * 0.9
  })
  expect(short.map(([rule]) => rule)).toEqual([])
})

test('the page says what the labels say', () => {
  const rows = [...rules.map(([rule, findings]) => precisionRow(`\`${rule}\``, findings)), precisionRow('**all**', all)]
  expect(rows.filter((row) => !page.includes(`${row} `))).toEqual([])
})

const real = join(process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)), 'gd-services/services.jsonl')
test.runIf(existsSync(real))('on the real services (TONGBAN_DATA) every labelled finding is still found but for those a narrowed rule no longer makes, and the figures of the page still hold', () => {
  const guides = readFileSync(real, 'utf8').split('\n').flatMap((line) => {
    const read = line.trim() === '' ? undefined : readServiceLine(line)
    return read && 'service' in read ? [guideOfImported(read.service)] : []
  })
  const findings = lintGuides(guides)
  const found = new Set(findings.map(({ id }) => id))
  expect(all.filter(({ id, gone }) => found.has(id) === (gone === true))).toEqual([])
  const rows = rules.map(([rule, read]) => `${precisionRow(`\`${rule}\``, read)} ${findings.filter((each) => each.rule === rule).length} |`)
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
  const { demands, names, documents, saved } = shareEvidence(guides)
  for (const figure of [demands, names, documents, saved]) expect(page).toContain(figure.toLocaleString('en'))
})
