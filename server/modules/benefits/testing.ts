// For tests of benefits: a town with the testing pack, people on a list, officials of the paying line, an account money can go to.
import type { Tx } from '../../kernel/db.ts'
import { creditCodeCheckCharacter } from '../../kernel/identifiers.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { turnable } from '../../testing/telescope.ts'
import type { Subject } from './entitlement.ts'
import { loadSubjects, type SnapshotRecord } from './loading.ts'
import { findSubject, getSubjectForUpdate } from './subjects-store.ts'

/** Passes the check of card numbers. */
export const account = (holder: string) => ({ bank: '示例银行样例分行', number: '6219990000000001018', holder })

export type Town = { test: TestApp; turnTo: (iso: string) => void; people: (...records: SnapshotRecord[]) => Promise<void>; companies: (...records: SnapshotRecord[]) => Promise<void> }

export const openBenefitTown = async (start = '2026-03-02T02:00:00Z'): Promise<Town> => {
  const { clock, turnTo } = turnable(start)
  const test = await startTestApp({ clock, environment: { REGION: '990100' } })
  const take = (audience: 'person' | 'company') => async (...records: SnapshotRecord[]): Promise<void> => {
    const { refused } = await loadSubjects(test.app, audience, 'test', records)
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`)
  }
  return { test, turnTo, people: take('person'), companies: take('company') }
}

/** Begins something while a subject is held, and when it waits for the subject (or has ended) lets `meanwhile` happen first: two at once, in one order. */
export const overtaken = async <Result>({ test: { app: { db } } }: Town, number: string, begin: () => Promise<Result>, meanwhile: (tx: Tx, subject: Subject) => Promise<unknown>): Promise<Result> => {
  let hasEnded = false
  const { begun } = await db.transaction(async (tx) => {
    const subject = await getSubjectForUpdate(tx, (await findSubject(tx, 'person', number))?.id ?? '')
    const ending = Promise.allSettled([begin()]).finally(() => { hasEnded = true })
    for (let waiting = 0; waiting === 0 && !hasEnded;) waiting = (await db.read`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length
    await meanwhile(tx, subject)
    return { begun: ending }
  })
  const [ended] = await begun
  if (ended.status === 'rejected') throw ended.reason
  return ended.value
}

/** Somebody of the list; the rest of what is known is added. */
export const resident = (sequence: number, more: SnapshotRecord = {}): SnapshotRecord & { 'person.idNumber': string } => ({ 'person.idNumber': inventIdNumber(sequence), 'person.name': `居民${sequence}`, 'person.householdRegion': '990101', 'person.birthDate': '1990-05-05', ...more })

export const staffAt = (role: 'clerk' | 'approver' | 'head', region = '990101', line = 'sky') => ({ staff: [{ role, region, line }] })

/** A credit code with its check character. @param begins its first 17 characters, padded */
export const creditCode = (begins: string): string => { const first = begins.padEnd(17, '0').slice(0, 17); return `${first}${creditCodeCheckCharacter(first)}` }
