// What the database did between two moments, from PostgreSQL's own counters.
import { connect } from '../../server/kernel/postgres-driver.ts'
import type { Figure } from '../harness.ts'

type Counters = { commits: number; inserted: number; updated: number; deleted: number; wal: number }

export type Observer = { take: () => Promise<Counters>; close: () => Promise<void> }

export const createDatabase = async (url: string, name: string): Promise<string> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`drop database if exists ${name} with (force)`)
  await sql.unsafe(`create database ${name}`)
  await sql.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

export const observe = (url: string): Observer => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  return {
    take: async () => {
      await sql`select pg_stat_force_next_flush(), pg_stat_clear_snapshot()`
      const [row] = await sql<Counters[]>`
        select xact_commit::float8 as commits, tup_inserted::float8 as inserted, tup_updated::float8 as updated, tup_deleted::float8 as deleted,
          (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 as wal
        from pg_stat_database where datname = current_database()`
      if (!row) throw new Error('PostgreSQL does not count this database')
      return row
    },
    close: () => sql.end(),
  }
}

/** Work per unit between two takes. */
export const workPer = (before: Counters, after: Counters, units: number): Figure[] => [
  { metric: 'commits per matter', unit: 'commits', value: (after.commits - before.commits) / units },
  { metric: 'rows inserted per matter', unit: 'rows', value: (after.inserted - before.inserted) / units },
  { metric: 'rows updated per matter', unit: 'rows', value: (after.updated - before.updated) / units },
  { metric: 'rows deleted per matter', unit: 'rows', value: (after.deleted - before.deleted) / units },
  { metric: 'log written per matter', unit: 'kB', value: (after.wal - before.wal) / units / 1000 },
]
