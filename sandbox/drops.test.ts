// The transport authority's files: whole, in GB18030, with a marker that agrees, and not written again while nothing has changed.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dropFiles, inGb18030 } from './drops.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongban-drops-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = new Date('2026-11-22T02:00:00Z')

it('a day’s file is the whole register, with its rows and SHA-256 in the marker', () => {
  const drop = dropFiles(folder, now)
  expect(readdirSync(drop).toSorted()).toEqual(['road-transport-2026-11-22.csv', 'road-transport-2026-11-22.csv.done'])
  const content = readFileSync(join(drop, 'road-transport-2026-11-22.csv'))
  const [header = '', ...rows] = new TextDecoder('gb18030', { fatal: true }).decode(content).trimEnd().split('\r\n')
  expect([header.split(',')[0], rows.length]).toEqual(['车架号', 2])
  expect(readFileSync(join(drop, 'road-transport-2026-11-22.csv.done'), 'utf8')).toBe(`rows=2\nsha256=${createHash('sha256').update(content).digest('hex')}\n`)
})

it('a start of the sandbox leaves the file alone that is there already', () => {
  const path = join(dropFiles(folder, now), 'road-transport-2026-11-22.csv')
  const before = statSync(path).mtimeMs
  dropFiles(folder, now)
  expect(statSync(path).mtimeMs).toBe(before)
})

it('letters GB18030 writes in two bytes come back, others are refused', () => {
  expect(new TextDecoder('gb18030').decode(inGb18030('示例 Abc，1'))).toBe('示例 Abc，1')
  expect(() => inGb18030('😀')).toThrow(RangeError)
})
