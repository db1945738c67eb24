// The Merkle tree of RFC 6962 (section 2.1): leaves and inner nodes are hashed apart, so that neither can be taken for the other. One
// signed root proves every call under it; a path of some twenty hashes proves one. Pure; hashes are SHA-256.
import { createHash } from 'node:crypto'

export const leafHash = (content: string): Buffer => createHash('sha256').update('\0').update(content).digest()

const nodeHash = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update('\x01').update(left).update(right).digest()

/** A tree that is given its leaves one by one and keeps only the roots of its full subtrees: as many as the size has binary digits. */
export type TreeHead = { size: number; full: { size: number; hash: Buffer }[] }

export const emptyTree = (): TreeHead => ({ size: 0, full: [] })

export const addLeaf = (tree: TreeHead, leaf: Buffer): void => {
  let [size, hash] = [1, leaf]
  for (let last = tree.full.at(-1); last?.size === size; last = tree.full.at(-1)) {
    tree.full.pop()
    ;[size, hash] = [size * 2, nodeHash(last.hash, hash)]
  }
  tree.full.push({ size, hash })
  tree.size += 1
}

/** Of a tree without leaves it is the hash of nothing. */
export const rootOf = ({ full }: TreeHead): Buffer => full.map(({ hash }) => hash).reduceRight<Buffer | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ?? createHash('sha256').digest()

const largestPowerBelow = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

const rootOfLeaves = (leaves: readonly Buffer[]): Buffer => {
  const tree = emptyTree()
  for (const leaf of leaves) addLeaf(tree, leaf)
  return rootOf(tree)
}

/** The audit path of a leaf (PATH(m, D[n])), from the leaf up. */
export const auditPath = (index: number, leaves: readonly Buffer[]): Buffer[] => {
  if (leaves.length <= 1) return []
  const half = largestPowerBelow(leaves.length)
  return index < half
    ? [...auditPath(index, leaves.slice(0, half)), rootOfLeaves(leaves.slice(half))]
    : [...auditPath(index - half, leaves.slice(half)), rootOfLeaves(leaves.slice(0, half))]
}

/** The root that a leaf and its path make in a tree of so many leaves (RFC 9162 section 2.1.3.2); undefined when the path does not fit. */
export const rootFromPath = (leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | undefined => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return undefined
  let [at, last, hash] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : undefined
}
