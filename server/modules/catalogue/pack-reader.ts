// Reads packs: every file parsed with its lines, every item checked against the schema of its kind.
// What cannot be used is reported and left out; nothing here knows how packs inherit or what content means.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, posix } from 'node:path'
import { childOf, plain, placeAt, readYaml, stringAt, type LocatedMap } from './located.ts'
import { namesIn, readPackFolder, type PackFiles } from './pack-folder.ts'
import { both, collectErrors, type PackError, type Place, type Report } from './pack-error.ts'
import { kindNames, kindOf, validatorOf, type PackKind } from './pack-kinds.ts'
import { packMap, unpackMap, type PackedMap } from './packed-nodes.ts'
import { checkSchema } from './schema-faults.ts'
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { ManifestFields } from './pack-files.ts'

/** A folder that holds packs or is one, or the files of such a folder. */
export type PackSource = string | PackFiles

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

const readMap = (text: string, file: string, report: Report): LocatedMap | undefined => {
  const node = readYaml(text, file, report)
  if (node && node.kind !== 'map') report('value-wrong', node.at, both('文件里要写成一项一项的名称和内容', 'the file must hold keys and values'))
  return node?.kind === 'map' ? node : undefined
}

/** @param meets whether it meets its schema, in one of its two forms */
const itemOf = (kind: PackKind, pack: string, node: LocatedMap, meets: (form: 'full' | 'override') => boolean): PackItem => {
  const { identity, overridable } = kindOf(kind)
  const overrides = stringAt(node, 'overrides')
  const override = overridable && overrides !== undefined
  const place = `${node.at.file}:${node.at.line}`
  return { kind, pack, override, sound: meets(override ? 'override' : 'full'), node, id: overrides ?? (identity ? (stringAt(node, identity) ?? place) : place) }
}

const checkedItem = (kind: PackKind, pack: string, node: LocatedMap, report: Report): PackItem => itemOf(kind, pack, node, (form) => checkSchema(validatorOf(kind, form), node, report))

const itemsOfFile = (kind: PackKind, pack: string, file: LocatedMap, report: Report): PackItem[] => {
  const { list } = kindOf(kind)
  if (!list) {
    const item = checkedItem(kind, pack, file, report)
    const expected = basename(file.at.file, '.yaml')
    if (item.sound && item.id !== expected) report('value-wrong', placeAt(file, [item.override ? 'overrides' : 'id']), both(`${item.id} 的文件要叫 ${item.id}.yaml`, `the file of ${item.id} must be named ${item.id}.yaml`))
    return [item]
  }
  for (const key of file.entries.keys()) if (key !== list) report('key-unknown', placeAt(file, [key]), both(`这里没有 \`${key}\` 这一项；这个文件只有一个列表 \`${list}\``, `\`${key}\` is not a key here; this file holds one list, \`${list}\``))
  const items = childOf(file, list)
  if (items?.kind !== 'list') {
    report(items ? 'value-wrong' : 'key-missing', items?.at ?? file.at, both(`文件里要有列表 \`${list}\``, `the file must hold a list under \`${list}\``))
    return []
  }
  return items.items.flatMap((node) => {
    if (node.kind === 'map') return [checkedItem(kind, pack, node, report)]
    report('value-wrong', node.at, both(`\`${list}\` 的每一条要写成名称和内容`, `each of \`${list}\` must hold keys and values`))
    return []
  })
}

/** Files of one kind in a pack, sorted by name. */
const filesOf = (files: PackFiles, pack: string, kind: PackKind, report: Report): string[] => {
  const path = posix.join(pack, kindOf(kind).path)
  if (files.has(path)) return [path]
  return namesIn(files, path).flatMap((name) => {
    const file = posix.join(path, name)
    if (name.endsWith('.yaml')) return [file]
    if (name !== 'README.md') report('file-unknown', { file, line: 1 }, both('这里只放 .yaml 文件', 'only .yaml files belong here'))
    return []
  })
}

const reportUnknownFiles = (files: PackFiles, pack: string, report: Report): void => {
  const known = new Set<string>(['pack.yaml', 'README.md', ...kindNames.map((kind) => kindOf(kind).path)])
  for (const name of namesIn(files, pack).map((each) => each.replace(/\/$/, ''))) {
    if (!known.has(name)) report('file-unknown', { file: posix.join(pack, name), line: 1 }, both(`业务包里没有 ${name}，只有 ${[...known].join('、')}`, `a pack has no ${name}; it has ${[...known].join(', ')}`))
  }
}

type ReadFile = { text: string; items: PackItem[]; errors: readonly PackError[] }
const filesRead = new Map<string, ReadFile>()
const filesKept = 4000

/** A file without errors, for another process that runs the same code: `digest` of its text, its items. */
export type Reading = { key: string; digest: string; items: PackedMap[] }

let recalled: ReadonlyMap<string, Reading> = new Map()

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Of every file without errors that this process has read. */
export const listReadings = (): Reading[] =>
  [...filesRead].flatMap(([key, { text, items, errors }]) => (errors.length > 0 ? [] : [{ key, digest: digestOf(text), items: items.map(({ node }) => packMap(node)) }]))

/** Files whose text is still the same need not be parsed and checked against their schemas again. @param readings made by the same code */
export const recallReadings = (readings: readonly Reading[]): void => {
  recalled = new Map(readings.map((reading) => [reading.key, reading]))
}

const recall = (key: string, kind: PackKind, pack: string, file: string, text: string): ReadFile | undefined => {
  const reading = recalled.get(key)
  if (reading?.digest !== digestOf(text)) return undefined
  return { text, items: reading.items.map((item) => itemOf(kind, pack, unpackMap(item, file), () => true)), errors: [] }
}

const readFile = (kind: PackKind, pack: string, file: string, text: string): ReadFile => {
  const { errors, report } = collectErrors()
  const node = readMap(text, file, report)
  return { text, items: node ? itemsOfFile(kind, pack, node, report) : [], errors }
}

/** The items of a file. Reading and checking is remembered by text: a designer changes one file of hundreds. */
const readItems = (kind: PackKind, pack: string, file: string, text: string, report: Report): PackItem[] => {
  const key = `${kind} ${pack} ${file}`
  let read = filesRead.get(key)
  if (read?.text !== text) {
    read = recall(key, kind, pack, file, text) ?? readFile(kind, pack, file, text)
    if (filesRead.size >= filesKept) filesRead.clear()
    filesRead.set(key, read)
  }
  for (const { rule, message, others, ...at } of read.errors) report(rule, at, message, others)
  return read.items
}

const readPack = (files: PackFiles, folder: string, report: Report): ReadPack | undefined => {
  const path = posix.join(folder, 'pack.yaml')
  const manifest = readMap(files.get(path) ?? '', path, report)
  if (!manifest || !checkSchema(validatorOf('manifest', 'full'), manifest, report)) return undefined
  const fields = plain(manifest) as ManifestFields // just checked against its schema
  if (folder !== '' && fields.id !== folder) report('value-wrong', placeAt(manifest, ['id']), both(`业务包 ${fields.id} 的文件夹要叫 ${fields.id}`, `the folder of pack ${fields.id} must be named ${fields.id}`))
  reportUnknownFiles(files, folder, report)
  const items = kindNames.flatMap((kind) => filesOf(files, folder, kind, report).flatMap((file) => readItems(kind, fields.id, file, files.get(file) ?? '', report)))
  return { id: fields.id, name: asTexts(fields.name), region: fields.region, ...(fields.extends ? { extends: fields.extends } : {}), manifest, items }
}

/** @param source holds packs, each in a folder with a pack.yaml, or is itself one pack */
export const readPacks = (source: PackSource, report: Report): ReadPack[] => {
  const name = typeof source === 'string' ? basename(source) : 'packs'
  const at: Place = { file: name, line: 1 }
  if (typeof source === 'string' && !existsSync(source)) {
    report('pack-missing', at, both(`没有文件夹 ${source}`, `there is no folder ${source}`))
    return []
  }
  const files = typeof source === 'string' ? readPackFolder(source) : source
  if (files.has('pack.yaml')) return [readPack(files, '', report)].filter((pack) => pack !== undefined)
  const folders = namesIn(files, '').filter((each) => each.endsWith('/')).map((each) => each.slice(0, -1))
  for (const folder of folders) if (!files.has(`${folder}/pack.yaml`)) report('pack-missing', { file: folder, line: 1 }, both(`${folder} 里没有 pack.yaml`, `${folder} has no pack.yaml`))
  if (folders.length === 0) report('pack-missing', at, both(`${name} 里没有业务包`, `${name} holds no pack`))
  return folders.filter((each) => files.has(`${each}/pack.yaml`)).map((folder) => readPack(files, folder, report)).filter((pack) => pack !== undefined)
}
