// Signs, once a day for each node, the root of what its log has grown by; makes the proof of one call; and goes over the whole log with
// the roots, to find what was altered, deleted, moved or slipped in.
import type { App } from '../../module.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { JobTask } from '../../kernel/jobs.ts'
import { beforeChain, contentOf, emptyChain, findChainBreak, type ChainBreak } from './call.ts'
import { findCall, listChainedCalls, listNodes } from './calls-store.ts'
import { signMessage } from './jws.ts'
import { addLeaf, auditPath, emptyTree, leafHash, rootOf, type TreeHead } from './merkle.ts'
import { readRoot, type CallProof } from './root.ts'
import { findLastRooted, findRootOver, insertRoot, listRootedNodes, listRootsOf, type StoredRoot } from './roots-store.ts'

type Asking = Pick<App, 'db' | 'keys' | 'clock' | 'config'>

const page = 2000
/** Calls under one root at most: a proof reads them all. */
const mostUnderRoot = 1_000_000

const rootNode = async (app: Asking, node: string): Promise<number> => {
  const { read } = app.db
  const first = (await findLastRooted(read, node)) + 1
  const tree: TreeHead = emptyTree()
  let end = ''
  while (tree.size < mostUnderRoot) {
    const calls = await listChainedCalls(read, node, first + tree.size, page)
    for (const call of calls) {
      addLeaf(tree, leafHash(contentOf(call)))
      end = call.hash
    }
    if (calls.length < page) break
  }
  if (tree.size === 0) return 0
  const at = app.clock.now()
  const last = first + tree.size - 1
  const content = { iss: app.config.publicUrl, iat: Math.floor(at.getTime() / 1000), node, first, last, root: rootOf(tree).toString('hex'), end }
  const root: StoredRoot = { node, first, last, at: at.toISOString(), signed: signMessage(await app.keys.signer('exchange'), 'exchange-root+jwt', content) }
  await app.db.transaction(async (tx) => {
    if (!(await insertRoot(tx, root))) return
    await insertAudit(tx, [{ at: root.at, actorKind: 'system', actorId: 'exchange', action: 'exchange.root', subjectType: 'exchangeNode', subjectId: node, region: null, requestId: null, detail: { first, last, root: content.root } }])
  })
  return tree.size
}

/** Roots for all that no root covers yet. Repeating it changes nothing. @returns how many calls they cover */
export const signRoots = async (app: Asking): Promise<number> => {
  let covered = 0
  for (const node of await listNodes(app.db.read)) covered += await rootNode(app, node)
  return covered
}

export const rootJobs = (app: App): JobTask[] => [{ task: 'exchange.roots', cron: '10 16 * * *', run: async () => void (await signRoots(app)) }] // 00:10 in China

/** `missing`: there is no such call; `unrooted`: no root covers it yet, the next is made tonight. */
export const proveCall = async (app: Asking, id: string): Promise<CallProof | 'missing' | 'unrooted'> => {
  const { read } = app.db
  const call = await findCall(read, id)
  if (!call) return 'missing'
  const root = await findRootOver(read, call.node, call.position)
  if (!root) return 'unrooted'
  const leaves: Buffer[] = []
  for (let from = root.first; from <= root.last; from += page) {
    for (const each of await listChainedCalls(read, call.node, from, Math.min(page, root.last - from + 1))) leaves.push(leafHash(contentOf(each)))
  }
  return { call: contentOf(call), path: auditPath(call.position - root.first, leaves).map((hash) => hash.toString('hex')), root: root.signed }
}

/** `root`: a signed root does not fit the calls it covers, `signature`: it is not ours, `gap`: roots are missing between others. */
export type LogBreak = { node: string; position: number; what: ChainBreak['what'] | 'root' | 'signature' | 'gap' }
export type LogVerdict = { calls: number; nodes: number; roots: number; unrooted: number; intact: boolean; broken: LogBreak[] }

const verifyNode = async (app: Asking, node: string): Promise<{ calls: number; roots: number; unrooted: number; broken?: LogBreak }> => {
  const { read } = app.db
  const keys = (await app.keys.listKeys('exchange')).map(({ publicJwk }) => publicJwk)
  const roots = await listRootsOf(read, node)
  let end = emptyChain
  let [tree, at] = [emptyTree(), 0]
  const done = (broken?: Omit<LogBreak, 'node'>) => ({ calls: end.position, roots: roots.length, unrooted: end.position - (roots.at(-1)?.last ?? 0), ...(broken ? { broken: { node, ...broken } } : {}) })

  for (;;) {
    const calls = await listChainedCalls(read, node, end.position + 1, page)
    const broken = findChainBreak(end, calls)
    for (const call of calls) {
      if (broken && call.position >= broken.position) break
      const root = roots[at]
      end = { position: call.position, hash: call.hash }
      if (!root) continue
      addLeaf(tree, leafHash(contentOf(call)))
      if (call.position < root.last) continue
      const said = readRoot(root.signed, keys)
      if (!said) return done({ position: root.last, what: 'signature' })
      if (said.node !== node || said.first !== (roots[at - 1]?.last ?? 0) + 1 || said.last !== root.last) return done({ position: root.first, what: 'gap' })
      if (said.root !== rootOf(tree).toString('hex') || (node !== beforeChain && said.end !== call.hash)) return done({ position: root.last, what: 'root' })
      ;[tree, at] = [emptyTree(), at + 1]
    }
    if (broken) return done(broken)
    if (calls.length < page) break
  }
  // A root was signed over calls that are no longer there.
  return roots.length > at ? done({ position: end.position + 1, what: 'missing' }) : done()
}

/** Goes over the whole log. It sees one node after the other as they grow; what is appended meanwhile does no harm. */
export const verifyLog = async (app: Asking): Promise<LogVerdict> => {
  const nodes = [...new Set([...(await listNodes(app.db.read)), ...(await listRootedNodes(app.db.read))])]
  const verdict: LogVerdict = { calls: 0, nodes: nodes.length, roots: 0, unrooted: 0, intact: true, broken: [] }
  for (const node of nodes) {
    const { calls, roots, unrooted, broken } = await verifyNode(app, node)
    verdict.calls += calls
    verdict.roots += roots
    verdict.unrooted += Math.max(0, unrooted)
    if (broken) verdict.broken.push(broken)
  }
  return { ...verdict, intact: verdict.broken.length === 0 }
}
