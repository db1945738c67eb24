// Looks at a pack with the changes of a design: what is wrong with it, how its tests go, what one item says, what there is to pick from.
// Takes most of a second of computing for twenty matters, so it runs in a thread of its own (inspecting-worker.ts). Pure.
import type { Static } from 'typebox'
import { bundleFor, checkPackFolder, inspectPack, lineNameOf, plainServices, type PackCheck, type InspectedItem, type PackFiles, type PackInspection, type PackKind } from '../catalogue/index.ts'
import { isDesignFile } from './design.ts'
import { toFinding, type examinationSchema, type itemSchema, type partsSchema } from './designs-replies.ts'

type Item = { kind: PackKind; id: string }

/** A pack to look at, as of a day (YYYY-MM-DD); looks with the same key are the same. */
export type Look = { key: string; files: PackFiles; pack: string; on: string }
/** What is asked, and of which item; `parts` is of the whole pack, `soundness` of all packs there are. */
export type Question<Ask extends keyof Answers = keyof Answers> = { ask: Ask; item?: Item }
export type Answers = {
  examination: Static<typeof examinationSchema>
  item: Static<typeof itemSchema>
  parts: Omit<Static<typeof partsSchema>, 'stages'>
  /** everything `pack check` would say, the tests of all packs included */
  soundness: PackCheck['findings']
}

type Examination = Answers['examination']
/** `examinations` made so far, by kind and id of the item */
type Looked = { files: PackFiles; inspection: PackInspection; examinations: Map<string, Examination> }

const looks = new Map<string, Looked>()
const looksKept = 4

/** After a save the screens ask several things about the same revision; it is looked at once. */
const lookAt = ({ key, files, pack, on }: Look): Looked | undefined => {
  const known = looks.get(key)
  const inspection = known?.inspection ?? inspectPack(files, pack, on)
  if (!inspection) return undefined
  const look = known ?? { files, inspection, examinations: new Map() }
  looks.delete(key)
  looks.set(key, look)
  const [oldest] = looks.keys()
  if (looks.size > looksKept && oldest !== undefined) looks.delete(oldest)
  return look
}

const toItemReply = (files: PackFiles, item: InspectedItem): Static<typeof itemSchema> => ({
  file: item.file ?? null, content: item.file === undefined ? null : (files.get(item.file) ?? null), inherited: item.inherited ?? null, fields: item.fields ?? null,
})

/** Every part of the studio asks for it, and the tests of a large matter take a second: made once a look. */
const examine = ({ files, inspection, examinations }: Looked, { kind, id }: Item): Examination => {
  const made = examinations.get(`${kind} ${id}`) ?? {
    findings: inspection.errors.map(toFinding),
    tests: inspection.runTests({ kind, id }).map(({ name, file, line, differences }) => ({ name, file, line, differences })),
    item: toItemReply(files, inspection.item(kind, id)),
    catalogue: kind === 'matters' && Object.hasOwn(inspection.catalogue.matters, id) ? bundleFor(inspection.catalogue, id) : null,
  }
  examinations.set(`${kind} ${id}`, made)
  return made
}

/** Everything a designer picks from: services, concepts, documents, stages. */
const listParts = ({ files, inspection }: Looked): Answers['parts'] => {
  const { catalogue, facts, benefits } = inspection
  const own = Object.fromEntries((['services', 'concepts', 'evidence'] as const).map((kind) => [kind, new Set(inspection.own(kind))])) as Record<'services' | 'concepts' | 'evidence', Set<string>> // keys of the list above
  const lines = [...new Set([...plainServices(catalogue).map(({ line }) => line), ...Object.values(benefits).map(({ payer }) => payer.line)])].sort()
  const inRoot = files.has('pack.yaml')
  return {
    services: plainServices(catalogue).map((service) => ({
      id: service.id, name: service.name, own: own.services.has(service.id), summary: service.summary, line: service.line, authority: lineNameOf(catalogue, service.line),
      promised: service.limits.promised, statutory: service.limits.statutory, concepts: service.concepts.map(({ concept }) => concept), evidence: service.evidence.length, dependsOn: service.dependsOn,
    })),
    subjects: [...new Map(Object.values(catalogue.matters).flatMap(({ subjects }) => subjects.map(({ id, name }) => [id, { id, name }] as const))).values()],
    concepts: Object.values(catalogue.concepts).map(({ id, name, subject, type, constraint, derived }) => ({ id, name, own: own.concepts.has(id), subject, type, choices: (constraint.choices ?? []).map(({ value, name: label }) => ({ value, name: label })), derived: derived !== undefined })),
    evidence: Object.values(catalogue.evidence).map(({ id, name }) => ({ id, name, own: own.evidence.has(id) })),
    facts: facts.map(({ concept, name, type, many, registry, line }) => ({
      id: concept, name, type, choices: (catalogue.concepts[concept]?.constraint.choices ?? []).map(({ value, name: label }) => ({ value, name: label })), many: many ?? null,
      from: (registry === undefined ? undefined : catalogue.registries[registry]?.name) ?? lineNameOf(catalogue, line ?? ''),
    })),
    policies: Object.values(benefits).map(({ id, name, for: audience, excludes, requires }) => ({ id, name, for: audience, excludes, requires })),
    lines: lines.map((line) => ({ line, name: lineNameOf(catalogue, line) })),
    files: [...files.keys()].filter((file) => isDesignFile(inspection.id, file, inRoot)),
  }
}

/** undefined when there is no such pack, or its pack.yaml is broken */
export const answerTo = (look: Look, question: Question): Answers[keyof Answers] | undefined => {
  if (question.ask === 'soundness') return checkPackFolder(look.files, { on: look.on }).findings
  const looked = lookAt(look)
  if (!looked) return undefined
  if (question.ask === 'parts') return listParts(looked)
  const item = question.item ?? { kind: 'matters', id: '' }
  return question.ask === 'item' ? toItemReply(looked.files, looked.inspection.item(item.kind, item.id)) : examine(looked, item)
}
