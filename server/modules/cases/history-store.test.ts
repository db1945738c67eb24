// Histories as they are kept: what one actor did at one moment together, and told case by case in the order it happened.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runStatement } from '../../../tools/test-database.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { migrate } from '../../kernel/migrate.ts'
import { insertCases } from './cases-store.ts'
import { insertHistory, listHistory, listHistoryOfApplication, listReveals, type NewHistoryLine } from './history-store.ts'
import { inventCase } from './testing.ts'

const [person, application] = ['01980000-0000-7000-8000-00000000000b', '01980000-0000-7000-8000-00000000000a']
const [permit, lamp] = [1, 2].map((nth) => inventCase({ id: `01980000-0000-7000-8000-00000000000${nth}`, number: `440305-20261116-${nth}-0`, applicationId: application, personId: person, content: [] }))
const oldest = '01980000-0000-7000-8000-00000000000c'
const olderCases = [3, 4].map((nth) => inventCase({ id: `01980000-0000-7000-8000-00000000000${nth}`, number: `440305-20250301-${nth}-0`, applicationId: oldest, personId: person, matter: 'matter of old', content: [] }))
const lineOf = (one: { id: string }, action: NewHistoryLine['action'], at: string, more: Partial<NewHistoryLine> = {}): NewHistoryLine =>
  ({ caseId: one.id, applicationId: application, action, actorKind: 'system', actorId: 'rules', actorName: 'rules', at: `2026-11-16T0${at}:00:00.000Z`, detail: {}, ...more })

describe('the history of cases', () => {
  if (!permit || !lamp) throw new Error('two cases were invented')
  const name = `history_${process.pid}`
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
  let db: Database
  const applicant = { actorKind: 'person', actorId: person, actorName: '示例' }
  const clerk = { actorKind: 'staff', actorId: 's1', actorName: '受理员甲' }

  beforeAll(async () => {
    await runStatement(inject('postgresUrl'), `create database ${name}`)
    await migrate(url, { until: 69 })
    db = openDatabase({ url, connections: 2 })
    await db.transaction(async (tx) => {
      await tx`insert into people (id, issuer, subject, name, region, created_at, seen_at) values (${person}, 't', 's', '示例', '440305', now(), now())`
      await tx`insert into applications (id, person_id, matter, region, channel, state, created_at, updated_at) values (${application}, ${person}, 'matter', '440305', 'web', 'draft', now(), now())`
      await insertCases(tx, [permit, lamp].map((one) => ({ ...one, content: [], checks: [] })))
      for (const { caseId, action, actorKind, actorId, actorName, at, detail } of [
        lineOf(permit, 'submit', '1', applicant), lineOf(lamp, 'submit', '1', applicant), lineOf(lamp, 'accept', '1', { detail: { automatic: true } }), lineOf(lamp, 'withdraw', '1', applicant), lineOf(permit, 'accept', '2', clerk),
      ]) {
        await tx`insert into case_actions (case_id, application_id, action, actor_kind, actor_id, actor_name, at, detail) values (${caseId}, ${application}, ${action}, ${actorKind}, ${actorId}, ${actorName}, ${at}, ${JSON.stringify(detail)})`
      }
      // As the oldest versions numbered them: each case by itself.
      await tx`insert into applications (id, person_id, matter, region, channel, state, created_at, updated_at) values (${oldest}, ${person}, 'matter of old', '440305', 'web', 'draft', now(), now())`
      await insertCases(tx, olderCases)
      for (const [seq, one, action, by, at] of [[1, 0, 'submit', 'p', '01'], [1, 1, 'submit', 'p', '01'], [2, 0, 'accept', 's1', '02'], [2, 1, 'claim', 's2', '05'], [3, 0, 'grant', 's1', '04'], [3, 1, 'accept', 's2', '06']] as const) {
        await tx`insert into case_actions (case_id, seq, application_id, action, actor_kind, actor_id, actor_name, at, detail) values (${olderCases[one]?.id ?? ''}, ${seq}, ${oldest}, ${action}, 'staff', ${by}, ${by}, ${`2025-03-01T${at}:00:00Z`}, '{}')`
      }
    })
    await db.close()
    await migrate(url)
    db = openDatabase({ url, connections: 2 })
  })
  afterAll(async () => {
    await db.close()
    await runStatement(inject('postgresUrl'), `drop database ${name} with (force)`)
  })

  it('kept step by step by an earlier version is gathered by moment and actor, in its order, and nothing is lost', async () => {
    expect((await listHistoryOfApplication(db.read, application)).map(({ caseId, action, actorName, detail }) => [caseId, action, actorName, detail])).toEqual([
      [permit.id, 'submit', '示例', {}], [lamp.id, 'submit', '示例', {}], [lamp.id, 'accept', 'rules', { automatic: true }], [lamp.id, 'withdraw', '示例', {}], [permit.id, 'accept', '受理员甲', {}],
    ])
    expect(await db.read`select jsonb_array_length(steps) as steps from case_moments where application_id = ${application} order by seq`).toMatchObject([{ steps: 2 }, { steps: 1 }, { steps: 1 }, { steps: 1 }])
  })

  it('numbered case by case by the oldest versions keeps the order of every case, and of the application by its instants', async () => {
    const [first, second] = olderCases
    if (!first || !second) throw new Error('two cases were invented')
    expect((await listHistory(db.read, first)).map(({ action }) => action)).toEqual(['submit', 'accept', 'grant'])
    expect((await listHistory(db.read, second)).map(({ action }) => action)).toEqual(['submit', 'claim', 'accept'])
    expect((await listHistoryOfApplication(db.read, oldest)).map(({ action, actorId }) => `${actorId} ${action}`)).toEqual(['p submit', 'p submit', 's1 accept', 's1 grant', 's2 claim', 's2 accept'])
  })

  it('goes on where it was, one row for what one actor does at one moment, and is told for each case alone', async () => {
    await db.transaction((tx) => insertHistory(tx, [lineOf(permit, 'claim', '3', clerk), lineOf(lamp, 'claim', '3', clerk), lineOf(permit, 'grant', '3', { detail: { result: 'TP-1' } })]))
    expect((await listHistory(db.read, permit)).map(({ action }) => action)).toEqual(['submit', 'accept', 'claim', 'grant'])
    expect((await listHistory(db.read, lamp)).map(({ action }) => action)).toEqual(['submit', 'accept', 'withdraw', 'claim'])
    expect((await listHistory(db.read, permit)).at(-1)).toEqual({ caseId: permit.id, action: 'grant', actorKind: 'system', actorId: 'rules', actorName: 'rules', at: '2026-11-16T03:00:00.000Z', detail: { result: 'TP-1' } })
    expect(await db.read`select count(*)::int as rows from case_moments where at = '2026-11-16T03:00:00Z'`).toMatchObject([{ rows: 2 }])
  })

  it('names who looked at which value of the cases asked for, and of no other of their application', async () => {
    const reveal = { ...clerk, detail: { concept: 'applicant.idNumber', reason: 'other', note: '核对' } }
    await db.transaction((tx) => insertHistory(tx, [lineOf(permit, 'reveal', '4', reveal), lineOf(lamp, 'reveal', '4', { ...reveal, detail: { concept: 'applicant.name' } })]))
    expect(await listReveals(db.read, [permit.id])).toEqual([{ caseId: permit.id, staffId: 's1', concept: 'applicant.idNumber', reason: 'other', note: '核对', at: '2026-11-16T04:00:00.000Z' }])
    expect((await listReveals(db.read, [permit.id, lamp.id])).map(({ concept, reason }) => [concept, reason])).toEqual([['applicant.idNumber', 'other'], ['applicant.name', null]])
    expect(await listReveals(db.read, [])).toEqual([])
  })

  it('of several applications is never written together', async () => {
    const elsewhere = { ...lineOf(lamp, 'claim', '5'), applicationId: permit.id }
    await expect(db.transaction((tx) => insertHistory(tx, [lineOf(permit, 'claim', '5'), elsewhere]))).rejects.toThrow('differ in applicationId')
  })
})
