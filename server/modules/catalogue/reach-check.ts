// Checks that a pack speaks of its own region only: what a city writes changes nothing for its neighbours.
// Each region outside is reported at its line, with the line that says what the pack is for.
import { isRegionCode, regionCovers } from '../../kernel/regions.ts'
import { placeAt, plain, type Path } from './located.ts'
import { both, type Report } from './pack-error.ts'
import type { PackItem, ReadPack } from './pack-reader.ts'

type Named = { code: unknown; path: Path }

/** Regions an authority, an example or a test is about, as written; changes of inherited ones too. */
const regionsNamed = ({ kind, node }: PackItem): Named[] => {
  const fields = plain(node)
  if (typeof fields !== 'object' || fields === null) return []
  if (kind === 'authorities' && 'regions' in fields && Array.isArray(fields.regions)) return fields.regions.map((code: unknown, index) => ({ code, path: ['regions', index] }))
  return (kind === 'examples' || kind === 'tests') && 'region' in fields ? [{ code: fields.region, path: ['region'] }] : []
}

export const checkReach = (pack: ReadPack, report: Report): void => {
  for (const item of pack.items) {
    for (const { code, path } of regionsNamed(item)) {
      if (typeof code !== 'string' || !isRegionCode(code) || regionCovers(pack.region, code)) continue
      report('region-outside-pack', placeAt(item.node, path), both(`${code} 不在业务包 ${pack.id} 的地区 ${pack.region} 之内`, `${code} is not inside ${pack.region}, the region of the pack ${pack.id}`), [placeAt(pack.manifest, ['region'])])
    }
  }
}
