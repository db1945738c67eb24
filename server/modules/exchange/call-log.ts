// Writes calls into the chain of this node, durably, before their answers are released. Calls that come at the same time are written
// together, so each waits for one or two commits, however many ask.
import type { Database } from '../../kernel/db.ts'
import { inBatches } from './batching.ts'
import { chainCalls, sentAgain, type ChainEnd, type ExchangeCall } from './call.ts'
import { getChainEnd, insertCalls } from './calls-store.ts'
import { requestKey, type Seen } from './consumer.ts'
import { insertSeen } from './consumers-store.ts'

type Logged = { position: number; replayed: boolean }

export type CallLog = {
  /**
   * Resolves once the call is on disk. A signed request that was `seen` before is logged as refused, without whom it read about: nothing of it may be released.
   * @throws when it could not be written: then nothing may be released either
   */
  append(call: ExchangeCall, seen?: Seen): Promise<Logged>
}

const mostAtOnce = 500
const attempts = 20

type Item = { call: ExchangeCall; seen: Seen | undefined }

const asReplayed = (call: ExchangeCall): ExchangeCall => ({ ...call, outcome: 'refused', reason: sentAgain, responseHash: null, about: [] })

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/** @param node name of this server in the log; two servers of one name write one chain, taking turns */
export const openCallLog = (db: Database, node: string): CallLog => {
  let end: ChainEnd | undefined

  const write = async (items: readonly Item[], attempt = 1): Promise<Logged[]> => {
    const from = end ?? (await getChainEnd(db.read, node))
    end = undefined
    try {
      const logged = await db.transaction(async (tx) => {
        const requests = items.flatMap(({ seen }) => seen ?? [])
        const fresh = new Set(requests.length > 0 ? (await insertSeen(tx, requests)).map(requestKey) : [])
        // of two that came together one is new
        const told = items.map(({ call, seen }) => ({ call, replayed: seen !== undefined && !fresh.delete(requestKey(seen)) }))
        const chained = chainCalls(node, from, told.map(({ call, replayed }) => (replayed ? asReplayed(call) : call)))
        await insertCalls(tx, chained)
        return chained.map((call, at) => ({ call, replayed: told[at]?.replayed === true }))
      })
      end = logged.at(-1)?.call
      return logged.map(({ call, replayed }) => ({ position: call.position, replayed }))
    } catch (error) {
      // Another process of this name was first: its end is ours now.
      if (!isTaken(error) || attempt === attempts) throw error
      return write(items, attempt + 1)
    }
  }

  const append = inBatches(mostAtOnce, (items: readonly Item[]) => write(items))
  return { append: (call, seen) => append({ call, seen }) }
}
