// Calls between departments through one node: signed by the consumer, checked, granted, minimised, signed to the provider and by it,
// logged on disk, signed back. Beside it the same calls straight to the same provider, which are signed and checked there, too.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import type { CallOrder } from './exchange/consumers.ts'
import { startNode, type Node } from './exchange/node.ts'
import { median, type Benchmark, type Figure, type Subject } from './harness.ts'

const [calls, pacedCalls, rate] = [4000, 2400, 800]

const measure = async (node: Node, by: CallOrder['by']): Promise<Figure[]> => {
  const paced = await node.call({ by, calls: pacedCalls, rate })
  const full = await node.call({ by, calls })
  const sorted = paced.took.toSorted((a, b) => a - b)
  return [
    { metric: 'calls per second', unit: '1/s', value: calls / full.seconds },
    { metric: `p50 at ${rate} a second`, unit: 'ms', value: median(sorted) },
    { metric: `p95 at ${rate} a second`, unit: 'ms', value: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN },
  ]
}

const throughNode = (node: Node, direct: () => number): Subject['round'] => {
  let logged = 0
  return async () => {
    const figures = await measure(node, 'gateway')
    logged += calls + pacedCalls
    const found = await node.logged()
    if (found !== logged) throw new Error(`${found} of ${logged} calls are in the log`)
    return [...figures, { metric: `added to the p50 at ${rate} a second`, unit: 'ms', value: (figures[1]?.value ?? Number.NaN) - direct() }]
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
    let directP50 = Number.NaN
    const direct: Subject['round'] = async () => {
      const figures = await measure(node, 'direct')
      directP50 = figures[1]?.value ?? Number.NaN
      return figures
    }
    const close = async () => {
      await node.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    }
    return [{ subject: 'direct', round: direct, close: async () => {} }, { subject: 'tongban', round: throughNode(node, () => directP50), close }]
  },
}
