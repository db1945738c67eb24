// Reads a folder of packs: every file parsed with its lines, every item checked against the schema of its kind.
// What cannot be used is reported and left out; nothing here knows how packs inherit or what content means.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { childOf, plain, placeAt, readYaml, stringAt, type LocatedMap } from './located.ts'
import type { Place, Report } from './pack-error.ts'
import { kindNames, kindOf, validatorOf, type PackKind } from './pack-kinds.ts'
import { checkSchema } from './schema-faults.ts'
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { ManifestFields } from './pack-files.ts'

export type PackItem = {
  kind: PackKind
  pack: string
  /** id of the item, or of the one it overrides; for kinds without ids, where it stands */
  id: string
  override: boolean
  /** false when it does not meet its schema; it is then known by name only */
  sound: boolean
  node: LocatedMap
}

export type ReadPack = { id: string; name: Texts; region: string; extends?: string; manifest: LocatedMap; items: PackItem[] }

const readMap = (root: string, file: string, report: Report): LocatedMap | undefined => {
  const node = readYaml(readFileSync(join(root, file), 'utf8'), file, report)
  if (node && node.kind !== 'map') report('value-wrong', node.at, 'the file must hold keys and values')
  return node?.kind === 'map' ? node : undefined
}

const itemOf = (kind: PackKind, pack: string, node: LocatedMap, report: Report): PackItem => {
  const { identity, overridable } = kindOf(kind)
  const overrides = stringAt(node, 'overrides')
  const override = overridable && overrides !== undefined
  const sound = checkSchema(validatorOf(kind, override ? 'override' : 'full'), node, report)
  const place = `${node.at.file}:${node.at.line}`
  return { kind, pack, override, sound, node, id: overrides ?? (identity ? (stringAt(node, identity) ?? place) : place) }
}

const itemsOfFile = (kind: PackKind, pack: string, file: LocatedMap, report: Report): PackItem[] => {
  const { list } = kindOf(kind)
  if (!list) {
    const item = itemOf(kind, pack, file, report)
    const expected = basename(file.at.file, '.yaml')
    if (item.sound && item.id !== expected) report('value-wrong', placeAt(file, [item.override ? 'overrides' : 'id']), `the file of ${item.id} must be named ${item.id}.yaml`)
    return [item]
  }
  for (const key of file.entries.keys()) if (key !== list) report('key-unknown', placeAt(file, [key]), `\`${key}\` is not a key here; this file holds one list, \`${list}\``)
  const items = childOf(file, list)
  if (items?.kind !== 'list') {
    report(items ? 'value-wrong' : 'key-missing', items?.at ?? file.at, `the file must hold a list under \`${list}\``)
    return []
  }
  return items.items.flatMap((node) => {
    if (node.kind === 'map') return [itemOf(kind, pack, node, report)]
    report('value-wrong', node.at, `each of \`${list}\` must hold keys and values`)
    return []
  })
}

/** Files of one kind in a pack, relative to `root`, sorted by name. */
const filesOf = (root: string, pack: string, kind: PackKind, report: Report): string[] => {
  const path = join(pack, kindOf(kind).path)
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path)).sort().flatMap((name) => {
    if (name.endsWith('.yaml')) return [join(path, name)]
    if (name !== 'README.md') report('file-unknown', { file: join(path, name), line: 1 }, 'only .yaml files belong here')
    return []
  })
}

const reportUnknownFiles = (root: string, pack: string, report: Report): void => {
  const known = new Set<string>(['pack.yaml', 'README.md', ...kindNames.map((kind) => kindOf(kind).path)])
  for (const name of readdirSync(join(root, pack))) {
    if (!known.has(name)) report('file-unknown', { file: join(pack, name), line: 1 }, `a pack has no ${name}; it has ${[...known].join(', ')}`)
  }
}

const readPack = (root: string, folder: string, report: Report): ReadPack | undefined => {
  const manifest = readMap(root, join(folder, 'pack.yaml'), report)
  if (!manifest || !checkSchema(validatorOf('manifest', 'full'), manifest, report)) return undefined
  const fields = plain(manifest) as ManifestFields // just checked against its schema
  if (folder !== '' && fields.id !== folder) report('value-wrong', placeAt(manifest, ['id']), `the folder of pack ${fields.id} must be named ${fields.id}`)
  reportUnknownFiles(root, folder, report)
  const items = kindNames.flatMap((kind) =>
    filesOf(root, folder, kind, report).flatMap((file) => {
      const node = readMap(root, file, report)
      return node ? itemsOfFile(kind, fields.id, node, report) : []
    }),
  )
  return { id: fields.id, name: asTexts(fields.name), region: fields.region, ...(fields.extends ? { extends: fields.extends } : {}), manifest, items }
}

/** @param folder holds packs, each in a folder with a pack.yaml, or is itself one pack */
export const readPacks = (folder: string, report: Report): ReadPack[] => {
  const at: Place = { file: basename(folder), line: 1 }
  if (!existsSync(folder)) {
    report('pack-missing', at, `there is no folder ${folder}`)
    return []
  }
  const isPack = (name: string): boolean => existsSync(join(folder, name, 'pack.yaml'))
  if (isPack('')) return [readPack(folder, '', report)].filter((pack) => pack !== undefined)
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'schema').map((entry) => entry.name).sort()
  for (const name of folders) if (!isPack(name)) report('pack-missing', { file: name, line: 1 }, `${name} has no pack.yaml`)
  if (folders.length === 0) report('pack-missing', at, `${folder} holds no pack`)
  return folders.filter(isPack).map((name) => readPack(folder, name, report)).filter((pack) => pack !== undefined)
}
