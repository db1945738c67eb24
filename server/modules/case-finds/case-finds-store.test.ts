// The words of cases in the database: never found beyond the places of the postings, whatever the words, and always by the index.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../tools/test-database.ts'
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { humanNumber } from '../../kernel/ids.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import fc from '../../testing/fast-check.ts'
import { askedPlaces, askedTerms, findOf, isLookUp } from './case-find.ts'
import { listFoundIds, upsertCaseFinds } from './case-finds-store.ts'

const regions = ['440000', '440300', '440305', '440304', '440305001', '440100', '450000']
const lines = ['health', 'public-security']
const words = ['观星', '天鹰座', '灯塔', 'boote 80', '440305']

type Placed = { region: string; line: string; value: string }

describe('the words of cases', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let db: Database
  const person = '01980000-0000-7000-8000-00000000000b'
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDatabase({ url: database.url, connections: 2 })
    await db.transaction(async (tx) => {
      await tx`alter table case_finds drop constraint case_finds_case_id_fkey`
    })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  let nth = 0
  const store = async (placed: readonly Placed[]): Promise<(Placed & { id: string })[]> => {
    const rows = placed.map((each) => ({ ...each, id: `01980000-0000-7000-8000-${String((nth += 1)).padStart(12, '0')}` }))
    await db.transaction((tx) => upsertCaseFinds(tx, rows.map(({ id, region, line, value }) =>
      findOf({ id, region, line, personId: person, applicant: value, number: '', content: [] }, { concepts: {} }, ''))))
    return rows
  }

  it('lead to exactly the cases that have them and lie within the postings', async () => {
    const place = fc.record({ region: fc.constantFrom(...regions), line: fc.constantFrom(...lines), value: fc.constantFrom(...words) })
    const posting = fc.record({ region: fc.constantFrom(...regions), line: fc.option(fc.constantFrom(...lines), { nil: null }) })
    await fc.assert(fc.asyncProperty(fc.array(place, { maxLength: 8 }), fc.array(posting, { maxLength: 3 }), fc.constantFrom(...words), async (placed, postings, asked) => {
      const rows = await store(placed)
      const jurisdiction: JurisdictionFilter = postings.map(({ region, line }) => ({ regionPrefix: regionPrefix(region), line }))
      const found = new Set(await listFoundIds(db.read, { sets: askedTerms(asked), places: askedPlaces(jurisdiction), limit: 5000 }))
      const seen = rows.filter(({ id }) => found.has(id))
      const expected = rows.filter(({ region, line, value }) => value === asked && postings.some((each) => regionCovers(each.region, region) && (each.line === null || each.line === line)))
      expect(seen).toEqual(expected)
    }), { numRuns: 60 })
  })

  it('are looked up through the index, however many there are', async () => {
    await db.transaction(async (tx) => {
      await tx`
        insert into case_finds (case_id, person_id, region, line, terms)
        select ('02980000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${person}, '440305', 'health', array['@44', '@4403', '@440305', '@440305 health', '南山', 'w' || n]
        from generate_series(1, 20000) n`
      await tx`analyze case_finds`
    })
    const [plan] = await db.read<{ 'QUERY PLAN': unknown }[]>`explain (format json) select case_id from case_finds where terms @> array['w77', '@440305 health'] limit 5000`
    expect(JSON.stringify(plan)).toContain('case_finds_terms')
    expect(await listFoundIds(db.read, { sets: [['w77']], places: ['@440305 health'], limit: 5 })).toHaveLength(1)
  })

  it('ask for a number of a person when they look like one, and not when they are a case number or a word', () => {
    expect(['440305199005219994', '154 0000 0000', '91440300MA5EXAMPLE'].map(isLookUp)).toEqual([true, true, true])
    expect([humanNumber('440305', new Date('2026-11-19T02:00:00Z'), 102), '观星', '2026', 'telescope'].map(isLookUp)).toEqual([false, false, false, false])
  })
})
