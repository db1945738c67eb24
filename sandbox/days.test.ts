// The invented people in any year: newborns are newborn, permits are valid, and nothing changes overnight under somebody's hands.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addDays, datedFrom, dayInChina, daysBetween } from './days.ts'
import { findFirstDay } from './dating.ts'
import { getPopulation } from './people.ts'
import { startSandbox } from './start.ts'

const root = mkdtempSync(join(tmpdir(), 'sandbox-days-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`)

test('relative dates are written out, in records and in numbers, over the end of a month and a year', () => {
  expect(datedFrom('{number: CS440305<today-5>9001, date: today-5, until: today+30, name: today}', '2029-01-03')).toBe('{number: CS440305202812299001, date: 2028-12-29, until: 2029-02-02, name: today}')
  expect([addDays('2028-02-28', 1), daysBetween('2028-02-28', '2028-03-01'), dayInChina(new Date('2028-12-31T16:00:00Z'))]).toEqual(['2028-02-29', 2, '2029-01-01'])
})

test.each(['2026-11-21', '2029-07-01', '2032-02-29', '2046-01-01'])('on %s every newborn is some days old, carries that day in its number, and has parents of age', (today) => {
  const { births, people } = getPopulation(today)
  const newborns = births.filter((birth) => birth.child === undefined)
  expect(newborns.length).toBeGreaterThanOrEqual(10)
  for (const birth of newborns) {
    expect(daysBetween(birth.date, today)).toBeGreaterThanOrEqual(1)
    expect(daysBetween(birth.date, today)).toBeLessThanOrEqual(30)
    expect(birth.birthRecordNumber.slice(8, 16)).toBe(birth.date.replaceAll('-', ''))
    const parents = people.filter(({ id }) => id === birth.mother || id === birth.father)
    for (const parent of parents) expect(parent.birthDate < addDays(today, -20 * 365)).toBe(true)
  }
  for (const { residencePermit } of people) expect((residencePermit?.validUntil ?? '9') > today).toBe(true)
})

test('a registry started in 2029 answers about a newborn of 2029, and about an ID number of 1991', async () => {
  const sandbox = await startSandbox({ only: ['births', 'population', 'insurance'], now: () => noon('2029-07-01') })
  const ask = async (registry: string, idNumber: string, fields: string[]) => {
    const reply = await fetch(`${sandbox.urls[registry]}/v1/query`, {
      method: 'POST', headers: { authorization: `Bearer ${sandbox.key}` },
      body: JSON.stringify({ subject: { idNumber }, fields, purpose: '测试', legalBasis: '测试', caseNumber: null, consent: 'c' }),
    })
    return (await reply.json()).record
  }
  expect(await ask('births', '440305199102199980', ['birthRecordNumber', 'childBirthDate'])).toEqual({ birthRecordNumber: 'CS440305202906269001', childBirthDate: '2029-06-26' })
  expect(await ask('population', '440305199102199980', ['birthDate'])).toEqual({ birthDate: '1991-02-19' })
  expect(await ask('insurance', '650102199607119981', ['maternityInsuredMonths'])).toEqual({ maternityInsuredMonths: 8 })
  await sandbox.stop()
})

test('with a folder the dates stay the same tomorrow and after a restart, and move on after some weeks', () => {
  const folder = mkdtempSync(join(root, 'kept-'))
  expect(['2029-07-01', '2029-07-02', '2029-08-30', '2029-08-31', '2029-09-01'].map((day) => findFirstDay(noon(day), folder))).toEqual(['2029-07-01', '2029-07-01', '2029-07-01', '2029-08-31', '2029-08-31'])
  expect(findFirstDay(noon('2029-07-01'), folder)).toBe('2029-07-01')
  writeFileSync(join(folder, 'first-day.txt'), 'scribble')
  expect(findFirstDay(noon('2029-07-05'), folder)).toBe('2029-07-05')
  expect(findFirstDay(noon('2029-07-06'))).toBe('2029-07-06')
})
