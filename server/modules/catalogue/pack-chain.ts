// Which packs make up the content of a region: a pack, the one it extends, and so on up to the root.
// Regions nest as GB/T 2260 codes do, so the pack for a place is the one whose region covers it most closely.
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { placeAt } from './located.ts'
import { both, type Report } from './pack-error.ts'
import type { ReadPack } from './pack-reader.ts'

const parentOf = (packs: readonly ReadPack[], pack: ReadPack): ReadPack | undefined => packs.find((each) => each.id === pack.extends)

/** The packs a pack is made of, root first; ends where a pack would come twice. */
export const chainOf = (packs: readonly ReadPack[], pack: ReadPack): ReadPack[] => {
  const chain: ReadPack[] = []
  for (let each: ReadPack | undefined = pack; each && !chain.includes(each); each = parentOf(packs, each)) chain.unshift(each)
  return chain
}

/** Finds the pack that is nearest to a region. */
export const packFinder = (packs: readonly ReadPack[]): ((region: string) => ReadPack | undefined) => {
  const nearestFirst = packs.map((pack) => ({ pack, prefix: regionPrefix(pack.region) })).toSorted((a, b) => b.prefix.length - a.prefix.length)
  return (region) => nearestFirst.find(({ prefix }) => region.startsWith(prefix))?.pack
}

export const checkChains = (packs: readonly ReadPack[], report: Report): void => {
  for (const pack of packs) {
    const { manifest } = pack
    const other = packs.find((each) => each !== pack && each.id === pack.id)
    if (other) report('id-duplicate', placeAt(manifest, ['id']), both(`业务包 ${pack.id} 定义了两次`, `pack ${pack.id} is defined twice`), [placeAt(other.manifest, ['id'])])
    const sameRegion = packs.find((each) => each !== pack && each.region === pack.region)
    if (sameRegion) report('pack-region', placeAt(manifest, ['region']), both(`${sameRegion.id} 也是 ${pack.region} 的业务包`, `${sameRegion.id} is for ${pack.region} too`), [placeAt(sameRegion.manifest, ['region'])])
    if (!pack.extends) continue
    const at = placeAt(manifest, ['extends'])
    const parent = parentOf(packs, pack)
    if (!parent) report('pack-parent-unknown', at, both(`没有业务包 ${pack.extends}`, `there is no pack ${pack.extends}`))
    else if (chainOf(packs, parent).includes(pack)) {
      report('pack-parent-unknown', at, both(`${pack.id} 的上级绕回了它自己`, `${pack.id} extends itself`), chainOf(packs, parent).filter((each) => each !== pack).map((each) => placeAt(each.manifest, ['extends'])))
    } else if (!regionCovers(parent.region, pack.region) || parent.region === pack.region) {
      report('pack-region', placeAt(manifest, ['region']), both(`${pack.region} 不在 ${parent.id} 的地区 ${parent.region} 之内`, `${pack.region} is not inside ${parent.region}, the region of ${parent.id}`), [placeAt(parent.manifest, ['region'])])
    }
  }
}
