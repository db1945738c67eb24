// Accounts in the database: one ID number is one person, the newest assertion wins, nothing is stored of a refused login.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { clockAt } from '../../testing/clock.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { createTestDatabase, type TestDatabase } from '../../../tools/test-database.ts'
import { admit, createSession } from './account.ts'
import type { PersonIdentity, StaffIdentity } from './identity.ts'
import { LoginRefusal } from './login-problem.ts'
import { findPersonByIdNumber, getPerson, getStaff } from './people-store.ts'
import { tokenDigest, type SessionOwner } from './session.ts'
import { deleteEndedSessions, findSession } from './session-store.ts'

const clock = clockAt('2026-11-20T09:00:00+08:00')
const company = { uscc: '91440305999999007T', name: '深圳示例晨光科技有限公司' }
let temporary: TestDatabase
let db: Database

beforeAll(async () => {
  temporary = await createTestDatabase()
  db = openDatabase({ url: temporary.url, connections: 4 })
})
afterAll(async () => {
  await db.close()
  await temporary.drop()
})

const resident = (nth: number, changes: Partial<PersonIdentity> = {}): PersonIdentity => ({
  kind: 'person', issuer: 'i', subject: `r${nth}`, name: '测试居民', idNumber: inventIdNumber(nth), phone: null, region: '440305', companies: [], ...changes,
})
const official = (subject: string, changes: Partial<StaffIdentity> = {}): StaffIdentity => ({
  kind: 'staff', issuer: 'i', subject, name: '测试职员', unit: '示例局', postings: [{ role: 'clerk', region: '440305', line: 'health' }], ...changes,
})
const enter = (identity: PersonIdentity | StaffIdentity) => db.transaction((tx) => admit(tx, identity, clock))
const idOf = (owner: SessionOwner) => ('personId' in owner ? owner.personId : owner.staffId)

test('a first login creates the person, the next one brings everything up to date', async () => {
  const first = await enter(resident(1, { companies: [company] }))
  const again = await enter(resident(1, { name: '测试·改名', phone: '15400000001', region: '440304' }))
  expect(again).toEqual(first)
  expect(await getPerson(db.read, idOf(first))).toMatchObject({ name: '测试·改名', phone: '15400000001', region: '440304', companies: [] })
})

test('a person the provider gave a new subject stays the same person', async () => {
  const first = await enter(resident(2))
  expect(await enter(resident(2, { subject: 'renamed', companies: [company] }))).toEqual(first)
  expect(await getPerson(db.read, idOf(first))).toMatchObject({ subject: 'renamed', companies: [company] })
})

test("a subject that comes with another person's number is refused and nothing changes", async () => {
  const [one, two] = [await enter(resident(3)), await enter(resident(4))]
  await expect(enter(resident(3, { idNumber: inventIdNumber(4) }))).rejects.toThrow(LoginRefusal)
  await expect(enter(resident(3, { idNumber: inventIdNumber(5) }))).rejects.toThrow(LoginRefusal)
  expect((await getPerson(db.read, idOf(one))).idNumber).toBe(inventIdNumber(3))
  expect((await getPerson(db.read, idOf(two))).subject).toBe('r4')
  expect(await findPersonByIdNumber(db.read, inventIdNumber(5))).toBeUndefined()
})

test('two first logins of one person at the same moment make one person', async () => {
  const owners = await Promise.all([enter(resident(6)), enter(resident(6)), enter(resident(6))])
  expect(new Set(owners.map(idOf)).size).toBe(1)
})

test('an official has the postings of the last login only', async () => {
  const first = await enter(official('s1', { postings: [{ role: 'clerk', region: '440305', line: 'health' }, { role: 'supervisor', region: '440300', line: null }] }))
  expect((await getStaff(db.read, idOf(first))).postings).toHaveLength(2)
  expect(await enter(official('s1', { unit: '示例二局', postings: [{ role: 'approver', region: '440300', line: null }] }))).toEqual(first)
  expect(await getStaff(db.read, idOf(first))).toMatchObject({ unit: '示例二局', postings: [{ role: 'approver', region: '440300', line: null }] })
})

test('a person or official nobody knows is not found', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000'
  await expect(getPerson(db.read, nobody)).rejects.toMatchObject({ code: 'not_found' })
  await expect(getStaff(db.read, nobody)).rejects.toMatchObject({ code: 'not_found' })
})

test('of a session only the digest of its token is stored, and ended ones are cleared away', async () => {
  const owner = await enter(resident(7))
  const session = await db.transaction((tx) => createSession(tx, owner, clock))
  const rows = await db.read<Record<string, unknown>[]>`select * from sessions`
  expect(JSON.stringify(rows)).not.toContain(session.token)
  expect(JSON.stringify(rows)).not.toContain(session.csrf)
  const living = () => findSession(db.read, tokenDigest(session.token), clock.now())
  expect(await living()).toMatchObject({ principal: { kind: 'person', id: idOf(owner), name: '测试居民' } })
  await db.transaction((tx) => deleteEndedSessions(tx, clock.now()))
  expect(await living()).toBeDefined()
  clock.advance(12 * 3_600_000)
  expect(await living()).toBeUndefined()
  await db.transaction((tx) => deleteEndedSessions(tx, clock.now()))
  expect(await db.read`select 1 from sessions`).toHaveLength(0)
})
