// Tests of the invented population and staff: valid, visibly fictional, the families the newborn matter needs, and the same every time.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datedFrom } from './days.ts'
import { isBankCard, isCreditCode, isIdNumber } from './numbers.ts'
import { getPopulation, listBirths, listCompanies, listPeople, listStaff } from './people.ts'
import { readPopulation } from './population.ts'
import { readStaff } from './staff.ts'

const day = '2026-11-21'
const text = datedFrom(readFileSync(new URL('people.yaml', import.meta.url), 'utf8'), day)
const personOf = (id: string) => {
  const person = getPopulation(day).people.find((each) => each.id === id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}

test('about seventy residents in their families have valid ID numbers and bank cards', () => {
  expect(listPeople()).toHaveLength(73)
  expect(new Set(listPeople().map((person) => person.family)).size).toBeGreaterThanOrEqual(12)
  expect(listPeople().filter((person) => !isIdNumber(person.idNumber))).toEqual([])
  expect(listPeople().filter((person) => person.bank && !isBankCard(person.bank.account))).toEqual([])
})

test('every number and address shows that it is invented', () => {
  for (const person of listPeople()) {
    expect(person.idNumber.slice(14, 16)).toBe('99')
    expect(person.household.address).toContain('示例路')
    expect(person.phone ?? '154').toMatch(/^154/)
    expect(person.bank?.name ?? '示例银行').toContain('示例银行')
  }
  for (const birth of listBirths()) expect(birth.hospital).toContain('示例')
})

test('the company has a valid credit code and an agent who is a resident', () => {
  for (const company of listCompanies()) {
    expect(isCreditCode(company.uscc)).toBe(true)
    expect(company.name).toContain('示例')
    for (const agent of company.agents) expect(personOf(agent).canLogIn).toBe(true)
  }
})

test('the newborn matter finds every kind of family it has to handle', () => {
  const { marriages } = getPopulation(day)
  const birthOf = (mother: string) => listBirths(day).filter((birth) => birth.mother === mother)
  const married = (id: string) => marriages.some((marriage) => marriage.spouses.includes(id))
  expect(birthOf('luo-yu')).toMatchObject([{ father: 'chen-xiaoman', date: '2026-11-16', region: '440305', plannedName: '陈知秋' }])
  expect([married('xu-wanqing'), married('lin-zhiyuan')]).toEqual([false, false])
  expect([personOf('tan-xiaotang').household.region, personOf('zhou-muyao').household.region]).toEqual(['430104', '440305'])
  expect(birthOf('feng-tinglan')[0]?.region).toBe('430102')
  expect(personOf('zheng-shuhe').insurance).toEqual({ status: 'uninsured' })
  expect([personOf('liang-ruolan').maritalStatus, personOf('gao-jingxing').deceasedOn]).toEqual(['widowed', '2026-06-20'])
  expect(birthOf('jiang-yuan').map((birth) => birth.childCount)).toEqual([2, 2])
})

test('children and the dead have no login', () => {
  expect([personOf('zhou-yining').canLogIn, personOf('gao-jingxing').canLogIn, personOf('chen-xiaoman').canLogIn]).toEqual([false, false, true])
})

test('reading twice gives the same population', () => {
  expect(getPopulation(day)).toMatchObject(readPopulation(text, 'people.yaml'))
})

test('every broken rule of the population is named at once', () => {
  const broken = text
    .replace("idNumber: '440305199005219994'", "idNumber: '440305199005219990'")
    .replace('spouses: [chen-xiaoman, luo-yu]', 'spouses: [nobody, luo-yu]')
    .replace("uscc: '91440305999999007T'", "uscc: '914403059999990070'")
    .replace('validUntil: 2037-03-08', 'validUntil: 2037-02-30')
    .replace("account: '6219990000000001026'", "account: '6219990000000001020'")
  const read = () => readPopulation(broken, 'people.yaml')
  expect(read).toThrow('people.yaml breaks 5 rule(s)')
  for (const fault of ['chen-xiaoman: idNumber', 'luo-yu: bank account', 'nobody has the id nobody', 'chenguang: uscc', 'the day 2037-02-30 does not exist']) {
    expect(read).toThrow(fault)
  }
})

test('a person whose date of birth or sex contradicts the ID number is refused', () => {
  expect(() => readPopulation(text.replace('sex: male, birthDate: 1990-05-21', 'sex: female, birthDate: 1990-05-22'), 'people.yaml')).toThrow(
    /idNumber says 1990-05-21, birthDate 1990-05-22[\s\S]*idNumber says male, sex female/,
  )
})

test('a misspelt key is named with its place', () => {
  expect(() => readPopulation(text.replace('ethnicity:', 'etnicity:'), 'people.yaml')).toThrow(/\/families\/0\/people\/0/)
})

test('each line has a clerk and an approver in both districts and in the city, each with a unit and title', () => {
  for (const line of ['health', 'public-security', 'medical-insurance', 'human-resources', 'government-services']) {
    for (const region of ['440305', '440304', '440300']) {
      for (const role of ['clerk', 'approver']) {
        const found = listStaff().filter((member) => member.postings.some((posting) => posting.line === line && posting.region === region && posting.role === role))
        expect([line, region, role, found.length]).toEqual([line, region, role, 1])
      }
    }
  }
})

test('the supervisor, the designers and the operator serve the whole city or province and every line', () => {
  for (const role of ['supervisor', 'designer', 'operator'] as const) {
    const postings = listStaff().flatMap((member) => member.postings).filter((posting) => posting.role === role)
    expect(postings[0]).toEqual({ role, region: '440300', line: null })
    expect(postings.filter(({ region, line }) => line !== null || !['440300', '440000'].includes(region))).toEqual([])
  }
})

test('a staff file with an unknown role or an id used twice is refused', () => {
  const member = '{id: a, name: 甲, unit: 乙, title: 丙, postings: [{role: clerk, region: "440305", line: health}]}'
  expect(() => readStaff(`staff: [${member.replace('clerk', 'king')}]`, 'staff.yaml')).toThrow('/staff/0/postings/0/role')
  expect(() => readStaff(`staff: [${member}, ${member}]`, 'staff.yaml')).toThrow('the id a is used twice')
})
