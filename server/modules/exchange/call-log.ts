// Writes calls into the chain of this node, durably, before their answers are released. Calls that come at the same time are written
// together, so each waits for one or two commits, however many ask.
import { unawaited, type Database } from '../../kernel/db.ts'
import { inBatches } from './batching.ts'
import { chainCalls, sentAgain, type ChainedCall, type ChainEnd, type ExchangeCall } from './call.ts'
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

type Told = { call: ChainedCall; replayed: boolean }

const asReplayed = (call: ExchangeCall): ExchangeCall => ({ ...call, outcome: 'refused', reason: sentAgain, responseHash: null, about: [] })

/** A place or a number was taken meanwhile, or two servers waited for one another and this one gave way. */
const mayTryAgain = (error: unknown): boolean => error instanceof Error && 'code' in error && ['23505', '40P01', '40001'].includes(String(error.code))

/** @param node name of this server in the log; two servers of one name write one chain, taking turns */
export const openCallLog = (db: Database, node: string): CallLog => {
  let end: ChainEnd | undefined

  /** As if no request had been seen before, which is nearly always so: one way to the database and back. @throws a unique violation when it is not so */
  const writeAllNew = async (items: readonly Item[], from: ChainEnd): Promise<Told[]> => {
    const calls = chainCalls(node, from, items.map(({ call }) => call))
    await db.transaction(async (tx) => unawaited(tx, [insertCalls(tx, calls, items.flatMap(({ seen }) => seen ?? []))]))
    return calls.map((call) => ({ call, replayed: false }))
  }

  const writeAfterALook = (items: readonly Item[], from: ChainEnd): Promise<Told[]> =>
    db.transaction(async (tx) => {
      const fresh = new Set((await insertSeen(tx, items.flatMap(({ seen }) => seen ?? []))).map(requestKey))
      // of two that came together one is new
      const replayed = items.map(({ seen }) => seen !== undefined && !fresh.delete(requestKey(seen)))
      const calls = chainCalls(node, from, items.map(({ call }, at) => (replayed[at] ? asReplayed(call) : call)))
      await insertCalls(tx, calls)
      return calls.map((call, at) => ({ call, replayed: replayed[at] === true }))
    })

  const write = async (items: readonly Item[], attempt = 1): Promise<Logged[]> => {
    const from = end ?? (await getChainEnd(db.read, node))
    end = undefined
    try {
      const told = await (attempt === 1 ? writeAllNew : writeAfterALook)(items, from)
      end = told.at(-1)?.call
      return told.map(({ call, replayed }) => ({ position: call.position, replayed }))
    } catch (error) {
      // Another process of this name was first, and its end is ours now; or a request was seen before.
      if (!mayTryAgain(error) || attempt === attempts) throw error
      return write(items, attempt + 1)
    }
  }

  const append = inBatches(mostAtOnce, (items: readonly Item[]) => write(items))
  return { append: (call, seen) => append({ call, seen }) }
}
