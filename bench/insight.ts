// Supervision over a million requests: how long a dashboard takes, and how many changes of figures are folded in a second. The requests of a
// year of ten districts with twenty authorities and two hundred classes, with their answers and ratings.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { openDatabase, type Tx } from '../server/kernel/db.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { findTotals, listParts, listTrend, listUnits, spanOf, takeFigureNotes, type FigureFilter } from '../server/modules/insight/index.ts'
import { median, type Benchmark, type Figure, type Subject } from './harness.ts'
import { createDatabase } from './matters/database.ts'

const [requests, perStep] = [1_000_000, 50_000]
const looks = 15

/** What so many requests change: received, answered in time or late, rated. */
const insertNotes = (tx: Tx, from: number, count: number) => tx`
  insert into figure_notes (topic, counted_on, region, line, parts, whole, measure, n)
  select 'requests', date '2025-12-01' + (nth * 7919 % 365)::int, (440301 + nth * 31 % 10)::text, 'line' || nth * 17 % 20,
    jsonb_build_object('category', 'class/' || nth * 13 % 200, 'kind', (array['consult', 'complain', 'report', 'suggest', 'help', 'praise'])[1 + nth % 6], 'channel', (array['portal', 'hotline', 'email'])[1 + nth % 3]), true, measure, 1
  from generate_series(${from}::bigint, ${from + count - 1}::bigint) nth cross join lateral unnest(array['received', 'handled', case nth % 9 when 0 then 'late' else 'onTime' end, case nth % 7 when 0 then 'unsatisfied' else 'satisfied' end]) measure`

const tongban = async (): Promise<Subject> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-insight-'))
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
  const url = await createDatabase(postgres.url, 'insight')
  await migrate(url)
  const db = openDatabase({ url, connections: 4 })
  let folding = 0
  for (let from = 0; from < requests; from += perStep) {
    await db.transaction(async (tx) => void (await insertNotes(tx, from, perStep)))
    const begin = performance.now()
    await db.transaction((tx) => takeFigureNotes(tx, perStep * 4))
    folding += performance.now() - begin
  }
  const filter: FigureFilter = { jurisdiction: [{ regionPrefix: '4403', line: null }], topics: ['requests', 'ratings'], span: spanOf('2025-12-01', '2026-11-30') }
  const month: FigureFilter = { ...filter, span: spanOf('2026-10-01', '2026-10-30') }
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begin = performance.now()
    await work()
    return performance.now() - begin
  }
  const dashboard = (of: FigureFilter) => () => Promise.all([findTotals(db.read, of), findTotals(db.read, of), listTrend(db.read, of), listUnits(db.read, of), listParts(db.read, 'category', of, 200)])
  const repeated = async (work: () => Promise<unknown>): Promise<number> => {
    const times = []
    for (let nth = 0; nth < looks; nth += 1) times.push(await timed(work))
    return median(times)
  }
  return {
    subject: 'tongban',
    round: async (): Promise<Figure[]> => [
      { metric: 'dashboard of a year', unit: 'ms', value: await repeated(dashboard(filter)) },
      { metric: 'dashboard of a month', unit: 'ms', value: await repeated(dashboard(month)) },
      { metric: 'changes folded', unit: '/s', value: (requests * 4) / (folding / 1000) },
    ],
    close: async () => {
      await db.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const insight: Benchmark = { name: 'insight', about: 'figures over a million requests: a dashboard of a year and of a month, and how fast changes are folded', rounds: 5, subjects: async () => [await tongban()] }
