// Calls between departments through one node: signed by the consumer, checked, granted, minimised, signed to the provider and by it,
// logged on disk, signed back. Beside it the same calls straight to the same provider, which are signed and checked there, too.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import type { CallOrder } from './exchange/consumers.ts'
import { startNode, type Node } from './exchange/node.ts'
import { median, type Benchmark, type Figure, type Subject } from './harness.ts'

const [calls, pacedSeconds] = [4000, 3]
/** A second: about twice what users of X-Road report of two servers, and what one node is meant to carry. */
const rates = [200, 800] as const

const measure = async (node: Node, by: CallOrder['by']): Promise<Figure[]> => {
  const paced: Figure[] = []
  for (const rate of rates) {
    const { took } = await node.call({ by, calls: rate * pacedSeconds, rate })
    const sorted = took.toSorted((a, b) => a - b)
    paced.push({ metric: p50At(rate), unit: 'ms', value: median(sorted) }, { metric: `p95 at ${rate} a second`, unit: 'ms', value: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN })
  }
  const full = await node.call({ by, calls })
  return [{ metric: 'calls per second', unit: '1/s', value: calls / full.seconds }, ...paced]
}

const p50At = (rate: number): string => `p50 at ${rate} a second`
const valueOf = (figures: readonly Figure[], wanted: string): number => figures.find(({ metric }) => metric === wanted)?.value ?? Number.NaN
const callsARound = calls + rates.reduce((sum, rate) => sum + rate * pacedSeconds, 0)

const throughNode = (node: Node, direct: () => readonly Figure[]): Subject['round'] => {
  let logged = 0
  return async () => {
    const figures = await measure(node, 'gateway')
    logged += callsARound
    const found = await node.logged()
    if (found !== logged) throw new Error(`${found} of ${logged} calls are in the log`)
    const added = rates.map((rate) => ({ metric: `added to the p50 at ${rate} a second`, unit: 'ms', value: valueOf(figures, p50At(rate)) - valueOf(direct(), p50At(rate)) }))
    return [...figures, ...added]
  }
}

export const exchange: Benchmark = {
  name: 'exchange',
  about: 'signed, granted, minimised and logged calls through one node, beside the same calls direct',
  rounds: 5,
  subjects: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
    await chmod(folder, 0o711) // As root the database runs as another user, who must get in.
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
    const node = await startNode(postgres.url, folder)
    let straight: readonly Figure[] = []
    const direct: Subject['round'] = async () => (straight = await measure(node, 'direct'))
    const close = async () => {
      await node.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
    return [{ subject: 'direct', round: direct, close: async () => {} }, { subject: 'tongban', round: throughNode(node, () => straight), close }]
  },
}
