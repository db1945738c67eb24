// Writes calls into the chain of this node, durably, before their answers are released. Calls that come at the same time are written
// together, so each waits for one or two commits, however many ask.
import type { Database } from '../../kernel/db.ts'
import { inBatches } from './batching.ts'
import { chainCalls, type ChainEnd, type ExchangeCall } from './call.ts'
import { getChainEnd, insertCalls } from './calls-store.ts'

/** Resolves with its place once the call is on disk. @throws when it could not be written: then nothing may be released */
export type CallLog = { append(call: ExchangeCall): Promise<number> }

const mostAtOnce = 500
const attempts = 20

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/** @param node name of this server in the log; two servers of one name write one chain, taking turns */
export const openCallLog = (db: Database, node: string): CallLog => {
  let end: ChainEnd | undefined

  const write = async (calls: readonly ExchangeCall[], attempt = 1): Promise<number[]> => {
    const chained = chainCalls(node, end ?? (await getChainEnd(db.read, node)), calls)
    end = undefined
    try {
      await db.transaction((tx) => insertCalls(tx, chained))
    } catch (error) {
      // Another process of this name was first: its end is ours now.
      if (!isTaken(error) || attempt === attempts) throw error
      return write(calls, attempt + 1)
    }
    end = chained.at(-1)
    return chained.map(({ position }) => position)
  }

  return { append: inBatches(mostAtOnce, (calls) => write(calls)) }
}
