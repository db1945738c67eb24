// The tree of RFC 6962, against the values its own reference implementation is tested with.
import { describe, expect, it } from 'vitest'
import { addLeaf, auditPath, emptyTree, leafHash, rootFromPath, rootOf } from './merkle.ts'

/** The leaves and roots of the tests of certificate-transparency-go (merkletree), by size. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex').toString('latin1')))

const rootUpTo = (size: number): Buffer => {
  const tree = emptyTree()
  for (const leaf of leaves.slice(0, size)) addLeaf(tree, leaf)
  return rootOf(tree)
}

describe('the Merkle tree', () => {
  it('has the roots of RFC 6962 for every size, and that of nothing', () => {
    expect(roots.map((_, at) => rootUpTo(at + 1).toString('hex'))).toEqual(roots)
    expect(rootUpTo(0).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('proves each leaf of each size by its path, and no other leaf or place', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const path = auditPath(index, leaves.slice(0, size))
        const leaf = leaves[index] ?? Buffer.alloc(0)
        expect(rootFromPath(leaf, index, size, path)).toEqual(rootUpTo(size))
        expect(rootFromPath(leafHash('another'), index, size, path)).not.toEqual(rootUpTo(size))
        if (size > 1) expect(rootFromPath(leaf, (index + 1) % size, size, path)).not.toEqual(rootUpTo(size))
        expect(rootFromPath(leaf, index, size, [...path, leaf])).toBeUndefined()
      }
    }
    expect(rootFromPath(leafHash(''), 3, 3, [])).toBeUndefined()
  })
})
