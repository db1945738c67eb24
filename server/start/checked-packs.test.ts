// Packs are checked once for what they are: whatever changes in them, and every new day, is checked again.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { loadPacks } from '../modules/catalogue/index.ts'
import { findCheckedPacks } from './checked-packs.ts'

const work = mkdtempSync(join(tmpdir(), 'tongban-checked-'))
const [folder, memory] = [join(work, 'packs'), join(work, 'memory')]
cpSync(fileURLToPath(new URL('../modules/catalogue/testing-pack', import.meta.url)), folder, { recursive: true })
afterAll(() => rmSync(work, { recursive: true, force: true }))
const check = (on = '2026-03-02') => {
  const checked = findCheckedPacks(folder, on, memory)
  checked.recall()
  loadPacks(folder, { on, sound: checked.known })
  checked.remember()
}
const isKnown = (on = '2026-03-02') => findCheckedPacks(folder, on, memory).known

it('is remembered for the files and the day it was done for, and for nothing else', () => {
  expect(isKnown()).toBe(false)
  check()
  expect([isKnown(), isKnown('2026-03-03')]).toEqual([true, false])
  writeFileSync(join(folder, 'new.yaml'), 'broken: [')
  expect(isKnown()).toBe(false)
  rmSync(join(folder, 'new.yaml'))
  expect(isKnown()).toBe(true)
})

it('is done anew when what is remembered was damaged', () => {
  check()
  const file = join(memory, readdirSync(memory).find((name) => name.endsWith('-read')) ?? '')
  const text = readFileSync(file, 'utf8')
  for (const damaged of ['', text.slice(0, -20), text.replace('样例市', '样例县')]) {
    writeFileSync(file, damaged)
    expect(isKnown()).toBe(false)
  }
  check()
  expect(isKnown()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

it('changes nothing about what is loaded', () => {
  const [checked, read] = [loadPacks(folder, { on: '2026-03-02' }), loadPacks(folder, { on: '2026-03-02', sound: true })]
  const content = ({ catalogueFor, phrasesFor: _phrases, outletsFor: _outlets, helpFor: _help, proceedingsFor: _proceedings, ...rest }: typeof checked) => JSON.stringify([rest, catalogueFor('990100')])
  expect(content(read)).toBe(content(checked))
})

it('is done anew where nothing can be remembered', () => {
  const file = join(work, 'file')
  writeFileSync(file, '')
  findCheckedPacks(folder, '2026-03-02', file).remember()
  expect(findCheckedPacks(folder, '2026-03-02', file).known).toBe(false)
  expect(findCheckedPacks(join(work, 'no-packs'), '2026-03-02', memory).known).toBe(false)
})
