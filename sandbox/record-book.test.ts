// Tests of the writing side: results are kept once, a newborn gets one ID number, a restart or a crash forgets nothing answered.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { idCheckDigit, isIdNumber } from './numbers.ts'
import { getPopulation } from './people.ts'
import { openRecordBook } from './record-book.ts'
import { getRegistry } from './registries.ts'
import { startSandbox } from './start.ts'

const root = mkdtempSync(join(tmpdir(), 'sandbox-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = root
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'))
})

const at = new Date('2026-11-21T02:00:00Z')
const legalBasis = '户口登记条例第七条'
const child = { name: '陈知秋', sex: 'female', birthDate: '2026-11-16', householdRegion: '440305', householdNumber: '999000001' }
const birth = { birthRecordNumber: 'CS440305202611169001' }
const open = (name: string) => openRecordBook(getRegistry(name), getPopulation('2026-11-21'), folder)

test('household registration gives the newborn one valid ID number, found under it and under the birth record', () => {
  const book = open('population')
  expect(book.find(birth, '2026-11-21')).toBeUndefined()
  const { entry, replayed } = book.write('k1', { subject: birth, fields: child, legalBasis }, at)
  expect(replayed).toBe(false)
  const { idNumber } = entry.values
  expect(idNumber).toMatch(/^44030520261116998/)
  expect(isIdNumber(String(idNumber))).toBe(true)
  expect(book.find({ idNumber: String(idNumber) }, '2026-11-21')).toMatchObject(child)
  expect(book.find(birth, '2026-11-21')).toMatchObject({ ...child, idNumber })
})

test('the same write with the same key changes nothing and gets the first answer', () => {
  const book = open('population')
  const body = { subject: birth, fields: child, legalBasis }
  const first = book.write('k1', body, at)
  const again = book.write('k1', body, new Date('2026-11-22T02:00:00Z'))
  expect(again).toEqual({ entry: first.entry, replayed: true })
  expect(() => book.write('k1', { ...body, fields: { ...child, name: '陈知夏' } }, at)).toThrow('different write')
})

test('registering a birth a second time corrects the child instead of making another', () => {
  const book = open('population')
  const first = book.write('k1', { subject: birth, fields: child, legalBasis }, at)
  const second = book.write('k2', { subject: birth, fields: { phone: '15400000101' }, legalBasis }, at)
  expect(second.entry.key).toBe(first.entry.key)
  expect(book.find(birth, '2026-11-21')).toMatchObject({ name: '陈知秋', phone: '15400000101' })
})

test('two girls of one day and district get two numbers, and a child registered before keeps hers', () => {
  const book = open('population')
  const write = (key: string, birthRecordNumber: string) => book.write(key, { subject: { birthRecordNumber }, fields: child, legalBasis }, at).entry.key
  expect(write('k1', 'CS-A')).not.toBe(write('k2', 'CS-B'))
  const earlier = book.write('k3', { subject: { birthRecordNumber: 'CS440305202203129004' }, fields: { phone: '15400000301' }, legalBasis }, at)
  expect(earlier.entry.key).toBe(getPopulation('2026-11-21').people.find((person) => person.id === 'zhou-yining')?.idNumber)
})

test('a write with a missing, unknown, computed or impossible value is refused and keeps nothing', () => {
  const book = open('population')
  const write = (fields: Record<string, unknown>) => () => book.write('k', { subject: birth, fields, legalBasis }, at)
  expect(write({})).toThrow('empty')
  expect(write({ name: '陈知秋' })).toThrow('a newborn is registered with')
  expect(write({ ...child, bankAccount: '1' })).toThrow('holds no bankAccount')
  expect(write({ ...child, idNumber: '440305202611169988' })).toThrow('computed')
  expect(write({ ...child, birthDate: '2026-02-30' })).toThrow('does not exist')
  expect(write({ ...child, sex: 'x' })).toThrow('sex')
  expect(write({ ...child, name: '陈'.repeat(10_000) })).toThrow('name')
  expect(book.find(birth, '2026-11-21')).toBeUndefined()
})

test('a certificate number goes to a birth the hospital reported and to no other', () => {
  const book = open('births')
  const fields = { birthCertificateNumber: 'W449990001', childName: '陈知秋', birthCertificateIssuedOn: '2026-11-21' }
  book.write('k1', { subject: birth, fields, legalBasis }, at)
  expect(book.find({ idNumber: '440305199102199980' }, '2026-11-21')).toMatchObject(fields)
  expect(() => book.write('k2', { subject: { birthRecordNumber: 'CS0' }, fields, legalBasis }, at)).toThrow('no record of this')
  expect(() => book.write('k3', { subject: { idNumber: '440305199102199980' }, fields, legalBasis }, at)).toThrow('exactly one of birthRecordNumber')
})

test('insurance and licences take results for a child they never heard of', () => {
  const subject = { idNumber: `44030520261116998${idCheckDigit('44030520261116998')}` }
  const idCard = { type: '居民身份证', number: subject.idNumber, issuedOn: '2026-11-30', validUntil: '2031-11-30', issuer: '深圳市公安局南山分局' }
  const [insurance, licences] = [open('insurance'), open('licences')]
  expect([insurance.find(subject, '2026-11-21'), licences.find(subject, '2026-11-21')]).toEqual([undefined, undefined])
  insurance.write('k1', { subject, fields: { medicalInsuranceStatus: 'insured', medicalInsuranceKind: 'resident' }, legalBasis }, at)
  licences.write('k2', { subject, fields: { idCard }, legalBasis }, at)
  expect(insurance.find(subject, '2026-11-21')).toMatchObject({ medicalInsuranceKind: 'resident' })
  expect(licences.find(subject, '2026-11-21')).toEqual({ idCard })
})

test('what was written is still there after a restart, and the key still protects it', () => {
  const body = { subject: birth, fields: child, legalBasis }
  const { entry } = open('population').write('k1', body, at)
  const restarted = open('population')
  expect(restarted.find(birth, '2026-11-21')).toMatchObject({ idNumber: entry.key, name: '陈知秋' })
  expect(restarted.write('k1', body, at)).toEqual({ entry, replayed: true })
})

test('a line cut short by a crash is dropped, the lines before it and the next write are kept', () => {
  open('population').write('k1', { subject: birth, fields: child, legalBasis }, at)
  appendFileSync(join(folder, 'population.jsonl'), '{"idempotencyKey":"k2","bod')
  const book = open('population')
  expect(book.find(birth, '2026-11-21')).toMatchObject({ name: '陈知秋' })
  book.write('k2', { subject: birth, fields: { phone: '15400000101' }, legalBasis }, at)
  expect(open('population').find(birth, '2026-11-21')).toMatchObject({ phone: '15400000101' })
  expect(readFileSync(join(folder, 'population.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('a damaged line in the middle stops the start and names file and line', () => {
  writeFileSync(join(folder, 'births.jsonl'), 'damaged\n{}\n')
  expect(() => open('births')).toThrow(/births\.jsonl, line 1 is not JSON/)
})

test('over HTTP a write is answered 201, repeated 200, without its key 400, and forgotten after a reset', async () => {
  const sandbox = await startSandbox({ only: ['population'], folder })
  const write = (headers: Record<string, string>) =>
    fetch(`${sandbox.urls.population}/v1/records`, {
      method: 'POST', headers: { authorization: `Bearer ${sandbox.key}`, ...headers }, body: JSON.stringify({ subject: birth, fields: child, legalBasis, caseNumber: 'c-1' }),
    })
  const [first, again, without] = [await write({ 'idempotency-key': 'k1' }), await write({ 'idempotency-key': 'k1' }), await write({})]
  const [kept, repeated] = [await first.json(), await again.json()]
  expect([first.status, again.status, without.status]).toEqual([201, 200, 400])
  expect(repeated).toMatchObject({ recordNumber: kept.recordNumber, record: kept.record, replayed: true })
  await fetch(`${sandbox.admin}/reset`, { method: 'POST' })
  expect((await write({ 'idempotency-key': 'k1' })).status).toBe(201)
  await sandbox.stop()
})
