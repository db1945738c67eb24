// Looks at a design as it stands: what is wrong with it, how its tests go, and the definitions its matter needs, for planning in the browser.
// Reads only; nothing of it reaches what is in force.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { commonEnd } from '../../kernel/texts.ts'
import type { Static } from 'typebox'
import type { App } from '../../module.ts'
import { bundleFor, inspectPack, kindNames, type InspectedItem, type PackFiles, type PackInspection, type PackKind } from '../catalogue/index.ts'
import { filesInForce } from './adopting.ts'
import { isDesignFile, type Design } from './design.ts'
import { toFinding, type examinationSchema, type itemSchema, type packSchema, type partsSchema } from './designs-replies.ts'
import { listDesignFiles } from './designs-store.ts'
import { filesWith } from './editing.ts'

type Looked = { files: PackFiles; inspection: PackInspection }

const inspected = (app: App, files: PackFiles, pack: string): Looked => {
  const inspection = inspectPack(files, pack, plainDate(app.clock.now()))
  if (!inspection) throw new Refusal('not_found', { pack })
  return { files, inspection }
}

/** The files of a design's pack with its changes. */
export const filesOf = async (app: App, read: Read, design: Design): Promise<PackFiles> => filesWith(filesInForce(app).files, await listDesignFiles(read, design.id))

const looked = new WeakMap<App, Map<string, Looked>>()
const looksKept = 4

/** The pack of a design with its changes. After a save the screens ask several things about the same revision; it is looked at once. */
export const lookAt = async (app: App, read: Read, design: Design): Promise<Looked> => {
  const kept = looked.get(app) ?? new Map<string, Looked>()
  looked.set(app, kept)
  const key = [design.id, design.revision, filesInForce(app).edition, plainDate(app.clock.now())].join(' ')
  const look = kept.get(key) ?? inspected(app, await filesOf(app, read, design), design.pack)
  kept.delete(key)
  kept.set(key, look)
  const [oldest] = kept.keys()
  if (kept.size > looksKept && oldest !== undefined) kept.delete(oldest)
  return look
}

const isKind = (kind: string): kind is PackKind => kindNames.some((each) => each === kind)

export const splitAbout = (about: string): { kind: PackKind; id: string } => {
  const [kind = '', id = ''] = about.split('/')
  if (!isKind(kind)) throw new Refusal('invalid', { about })
  return { kind, id }
}

export const toItemReply = (files: PackFiles, item: InspectedItem): Static<typeof itemSchema> => ({
  file: item.file ?? null, content: item.file === undefined ? null : (files.get(item.file) ?? null), inherited: item.inherited ?? null, fields: item.fields ?? null,
})

export const examine = ({ files, inspection }: Looked, design: Design): Static<typeof examinationSchema> => {
  const { kind, id } = splitAbout(design.about)
  const matter = kind === 'matters' ? id : undefined
  return {
    findings: inspection.errors.map(toFinding),
    tests: inspection.runTests(matter).map(({ name, file, line, differences }) => ({ name, file, line, differences })),
    item: toItemReply(files, inspection.item(kind, id)),
    catalogue: matter !== undefined && Object.hasOwn(inspection.catalogue.matters, matter) ? bundleFor(inspection.catalogue, matter) : null,
  }
}

/** A pack in force with its matters and services; what it states itself has a file in its folder. */
export const packReply = (app: App, { id: pack, name, region }: App['packs']['packs'][number], mayEdit: boolean): Static<typeof packSchema> => {
  const catalogue = app.packs.catalogueFor(region)
  const { files } = filesInForce(app)
  const own = (kind: 'matters' | 'services', id: string): boolean => files.has(`${pack}/${kind}/${id}.yaml`) || files.has(`${kind}/${id}.yaml`)
  return {
    id: pack, name, region, mayEdit,
    matters: Object.values(catalogue.matters).map(({ id, name: title, summary, stage, services }) => ({ id, name: title, own: own('matters', id), summary, stage, services: services.length })),
    services: Object.values(catalogue.services).map(({ id, name: title, line, limits }) => ({ id, name: title, own: own('services', id), line, promised: limits.promised, statutory: limits.statutory })),
  }
}

/** Everything a designer picks from: services, concepts, documents, stages. */
export const partsReply = (app: App, { files, inspection }: Looked): Static<typeof partsSchema> => {
  const { catalogue } = inspection
  const own = Object.fromEntries((['services', 'concepts', 'evidence'] as const).map((kind) => [kind, new Set(inspection.own(kind))])) as Record<'services' | 'concepts' | 'evidence', Set<string>> // keys of the list above
  const lines = [...new Set(Object.values(catalogue.services).map(({ line }) => line))].sort()
  const near = catalogue.authorities.filter(({ region }) => regionCovers(inspection.region, region))
  const ofLine = (line: string) => [near, catalogue.authorities].map((all) => all.filter((authority) => authority.line === line)).find((found) => found.length > 0) ?? []
  const nameOfLine = new Map(lines.map((line) => [line, lineName(ofLine(line), line)]))
  const inRoot = files.has('pack.yaml')
  return {
    services: Object.values(catalogue.services).map((service) => ({
      id: service.id, name: service.name, own: own.services.has(service.id), summary: service.summary, line: service.line, authority: nameOfLine.get(service.line) ?? { 'zh-CN': service.line },
      promised: service.limits.promised, statutory: service.limits.statutory, concepts: service.concepts.map(({ concept }) => concept), evidence: service.evidence.length, dependsOn: service.dependsOn,
    })),
    subjects: [...new Map(Object.values(catalogue.matters).flatMap(({ subjects }) => subjects.map(({ id, name }) => [id, { id, name }] as const))).values()],
    concepts: Object.values(catalogue.concepts).map(({ id, name, subject, type, constraint, derived }) => ({ id, name, own: own.concepts.has(id), subject, type, choices: (constraint.choices ?? []).map(({ value, name: label }) => ({ value, name: label })), derived: derived !== undefined })),
    evidence: Object.values(catalogue.evidence).map(({ id, name }) => ({ id, name, own: own.evidence.has(id) })),
    stages: app.packs.stages.map(({ id, name, audience }) => ({ id, name, audience })),
    lines: lines.map((line) => ({ line, name: nameOfLine.get(line) ?? { 'zh-CN': line } })),
    files: [...files.keys()].filter((file) => isDesignFile(inspection.id, file, inRoot)),
  }
}

/** What the authorities of a line have in common in their short names: 卫健局. */
const lineName = (authorities: PackInspection['catalogue']['authorities'], line: string): { 'zh-CN': string; en?: string } => {
  const shared = (language: 'zh-CN' | 'en') => commonEnd(authorities.map(({ shortName }) => shortName[language] ?? '').filter((name) => name !== ''))
  const [zh, en] = [shared('zh-CN') || authorities[0]?.shortName['zh-CN'] || line, shared('en')]
  return { 'zh-CN': zh, ...(en === '' ? {} : { en }) }
}
