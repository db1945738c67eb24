// Which example the demo walks for whom.
import { expect, it } from 'vitest'
import { listBirths, listPeople } from '../../sandbox/people.ts'
import { shippedPacks } from '../testing/packs.ts'
import { findExample } from './demo-example.ts'
import { demoResidents } from './demo-residents.ts'

it('is that of the first resident named for the matter unless somebody is asked for', () => {
  expect(findExample('newborn', '440300', undefined)).toMatchObject({ login: 'luo-yu', region: '440305', answers: { 'applicant.role': 'mother', 'child.name': '陈知秋' } })
})

it('says of a father that he is the father, and whom his child was born to', () => {
  expect(findExample('newborn', '440300', 'chen-xiaoman').answers).toMatchObject({ 'applicant.role': 'father', 'mother.idNumber': '440305199102199980', 'child.name': '陈知秋' })
})

it('has a family’s own child, district and insurance', () => {
  expect(findExample('newborn', '440300', 'zheng-shuhe')).toMatchObject({ login: 'zheng-shuhe', region: '440304', answers: { 'child.name': '邓星遥', 'parents.married': true, 'mother.hasMaternityInsurance': false } })
})

it('is never another family’s: who has none is told who has one', () => {
  expect(() => findExample('newborn', '440300', 'he-suyun')).toThrow(/“he-suyun”.*luo-yu、chen-xiaoman.* \/ .*"he-suyun".*luo-yu, chen-xiaoman/)
  expect(() => findExample('newborn', '440300', 'nobody')).toThrow('nobody')
  expect(() => findExample('no-such-matter', '440300', undefined)).toThrow('no-such-matter')
})

it('writes days as days', () => {
  expect(findExample('newborn', '440300', 'tan-xiaotang').answers['mother.leaveStart']).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

it('is there for every resident named, all of whom can log in', () => {
  const examples = new Map(shippedPacks('2026-11-22').examples.map((example) => [example.id, example]))
  const logins = listPeople().filter(({ canLogIn }) => canLogIn).map(({ id }) => id)
  for (const { login, example, differs = {} } of demoResidents) {
    expect(logins).toContain(login)
    expect(examples.has(example), example).toBe(true)
    const mother = differs['mother.idNumber']
    if (mother !== undefined) expect(listBirths().some((birth) => birth.father === login && listPeople().find(({ id }) => id === birth.mother)?.idNumber === mother), login).toBe(true)
  }
})
