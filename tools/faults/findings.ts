// What must hold after everything that broke: each acknowledged application once, its cases decided once, every message and clock right,
// no job left behind, the audit trail whole. Every sentence returned is something that does not hold.
import { openRow } from '../../server/kernel/field-encryption.ts'
import { sealedTables } from '../../server/sealed-tables.ts'
import type postgres from 'postgres'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { stateOf, type CaseAction } from '../../server/modules/cases/case.ts'
import { addWorkingDays } from '../../server/modules/cases/index.ts'
import { openDatabase } from '../../server/kernel/db.ts'
import { sealAllAudit, verifyAudit } from '../../server/kernel/audit-store.ts'
import { plainDate } from '../../server/kernel/clock.ts'
import { services } from './pack.ts'

type CaseRow = { id: string; application_id: string; service: string; state: string; created_at: Date; due_on: string | null; clock_from: string | null; limit_days: number; used_days: number }

export const listFindings = async (ownerUrl: string, acknowledged: readonly string[]): Promise<string[]> => {
  const sql = connect(ownerUrl, { max: 2, onnotice: () => {}, types: { date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value } } })
  const findings: string[] = []
  const expectNone = (rows: readonly unknown[], what: string) => {
    if (rows.length > 0) findings.push(`${what}: ${rows.length}, e.g. ${JSON.stringify(rows[0])}`)
  }
  try {
    const submitted = await sql<{ id: string; number: string }[]>`select id, number from applications where state = 'submitted'`
    const there = new Set(submitted.map(({ id }) => id))
    expectNone(acknowledged.filter((id) => !there.has(id)), 'acknowledged applications that are not there')
    if (new Set(submitted.map(({ number }) => number)).size !== submitted.length) findings.push('a number was given twice')
    expectNone(await sql`select application_id, count(*)::int as cases from cases group by 1 having count(*) <> ${services.length} or count(distinct service) <> ${services.length}`, 'applications without exactly one case for each service')
    expectNone(await sql`select id from applications a where state = 'submitted' and not exists (select 1 from cases where application_id = a.id)`, 'applications without cases')
    expectNone(await sql`select id, service, state from cases where state <> 'granted'`, 'cases not granted in the end')
    expectNone(await sql`select c.id, count(r.id)::int as results from cases c left join results r on r.case_id = c.id group by 1 having count(r.id) <> 1`, 'cases without exactly one result')
    expectNone(await sql`select a.id, m.kind, count(*)::int from applications a join messages m on m.application_id = a.id where m.case_id is null and m.kind <> 'casesGranted' group by 1, 2 having count(*) <> 1`, 'applications told of twice')
    expectNone(await sql`select c.id, m.kind, count(*)::int from cases c join messages m on m.case_id = c.id group by 1, 2 having count(*) <> 1`, 'a message of a case sent twice')
    expectNone(await sql`select c.id from cases c where not exists (select 1 from messages m where m.kind = 'caseGranted' and m.case_id = c.id or m.kind = 'casesGranted' and m.application_id = c.application_id)`, 'cases whose result nobody was told of')
    await listWrongClocks(sql, expectNone)
    expectNone(await sql`select id, task_identifier, last_error from graphile_worker.jobs where run_at <= now()`, 'jobs left behind')
    const db = openDatabase({ url: ownerUrl, connections: 2 })
    await sealAllAudit(db)
    const verdict = await verifyAudit(db.read)
    await db.close()
    if (!verdict.intact) findings.push(`the audit trail is broken: ${JSON.stringify(verdict.broken)}`)
    expectNone(await sql`
      with granted as (
        select subject_id as id from audit_entries where action = 'cases.grant'
        union all select one ->> 'case' from audit_entries cross join jsonb_array_elements(detail -> 'cases') as one cross join jsonb_array_elements(one -> 'steps') as step
          where audit_entries.action = 'cases.advance' and step ->> 'action' = 'grant'
      )
      select c.id, count(granted.id)::int from cases c left join granted on granted.id = c.id::text group by 1 having count(granted.id) <> 1`, 'decisions not audited exactly once')
    return findings
  } finally {
    await sql.end()
  }
}

/** The state is the fold of the history, a decided case's clock stands, and the day due was counted from the day it was received. */
const listWrongClocks = async (sql: postgres.Sql, expectNone: (rows: readonly unknown[], what: string) => void) => {
  const cases = await sql<CaseRow[]>`select id, application_id, service, state, created_at, due_on, clock_from, limit_days, used_days from cases`
  const actions = await sql<{ case_id: string; action: CaseAction; detail: { waitsFor?: string[] } }[]>`select (step ->> 'case')::uuid as case_id, step ->> 'action' as action, step -> 'detail' as detail from case_moments cross join jsonb_array_elements(steps) with ordinality as one(step, place) order by seq, place`
  const histories = Map.groupBy(actions, (each) => each.case_id)
  expectNone(cases.filter((one) => stateOf(histories.get(one.id) ?? []) !== one.state), 'cases whose state is not what happened to them')
  expectNone(cases.filter((one) => one.clock_from !== null), 'clocks that run after the decision')
  expectNone(cases.filter((one) => one.used_days < 0 || one.used_days > one.limit_days), 'clocks that counted wrong days')
  const promised = await sql<{ id: string; submitted_at: Date; promised_on: string | null; sealed: string }[]>`select id, submitted_at, promised_on, sealed from applications where state = 'submitted'`
  expectNone(promised.filter((each) => {
    const right = addWorkingDays(plainDate(each.submitted_at), openRow<{ plan: { promisedDays: number } }>(sealedTables.applications, each.id, each.sealed).plan.promisedDays)
    return 'on' in right && right.on !== each.promised_on
  }), 'promises of another day')
}
