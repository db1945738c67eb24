// What the designer's API answers: designs, what checking found, items of packs, editions.
// Pure: shapes and how they are filled.
import { Type, type Static } from 'typebox'
import type { StaffRole } from '../../kernel/authz.ts'
import { packRules, textsSchema, type Catalogue, type PackError } from '../catalogue/index.ts'
import { designActions, designStates, obstacleTo, type Design, type DesignAction, type DesignEvent, type DesignFile } from './design.ts'
import type { Edition } from './edition.ts'

const oneOf = <Value extends string>(values: readonly Value[], description: string) => Type.Unsafe<Value>({ type: 'string', enum: [...values], description })
const orNull = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()])
const text = (description: string) => Type.String({ description })
const instant = Type.String({ format: 'date-time' })
const open = <Shape>(description: string) => Type.Unsafe<Shape>({ description })

export const designSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    pack: text('Pack it changes.'),
    region: text('Region of the pack.'),
    title: text('What the change is called.'),
    about: text('What it is mainly about, as kind/id: matters/newborn.'),
    state: oneOf(designStates, 'State in its lifecycle.'),
    revision: Type.Integer({ description: 'Counts every change.' }),
    mine: Type.Boolean({ description: 'Whether the reader changed it, and so cannot release it.' }),
    releaseOn: orNull(Type.String({ description: 'Day of the scheduled release.' })),
    createdAt: instant,
    updatedAt: instant,
    actions: Type.Array(Type.Object({ action: oneOf(designActions, 'What may be done.'), obstacle: Type.Union([oneOf(['state', 'role', 'second'] as const, 'Why not.'), Type.Null()]) }), { description: 'Every action, and what keeps the reader from it.' }),
  },
  { description: 'A change to a pack.' },
)

const offered: readonly DesignAction[] = ['edit', 'submit', 'takeBack', 'comment', 'giveBack', 'schedule', 'unschedule', 'release', 'discard']

export const toDesignReply = (design: Design, staffId: string, roles: readonly StaffRole[]): Static<typeof designSchema> => {
  const { editors, ...rest } = design
  return { ...rest, mine: editors.includes(staffId), actions: offered.map((action) => ({ action, obstacle: obstacleTo(action, design, { staffId, roles }) ?? null })) }
}

const content = Type.Union([Type.String(), Type.Null()], { description: 'Text of the file; null: there is none.' })

export const designDetailSchema = Type.Object({
  design: designSchema,
  packName: textsSchema,
  files: Type.Array(Type.Object({ file: text('Path below the packs folder.'), content, base: content, savedBy: text('Who saved it last.'), savedAt: instant }), { description: 'Files it changes; base is what it was begun on.' }),
  outdated: Type.Array(Type.Object({ file: text('Path.'), inForce: content }), { description: 'Files of which another version has been released since.' }),
  events: Type.Array(Type.Object({ action: oneOf(designActions, 'What was done.'), actorName: text('By whom.'), at: instant, detail: Type.Record(Type.String(), Type.Unknown()) }), { description: 'History, oldest first.' }),
})

export const toDetailReply = (design: Static<typeof designSchema>, packName: Static<typeof textsSchema>, files: readonly DesignFile[], outdated: Static<typeof designDetailSchema>['outdated'], events: readonly DesignEvent[]): Static<typeof designDetailSchema> => ({
  design, packName, outdated,
  files: files.map((each) => ({ file: each.file, content: each.content, base: each.base, savedBy: each.savedBy, savedAt: each.savedAt })),
  events: events.map(({ action, actorName, at, detail }) => ({ action, actorName, at, detail: { ...detail } })),
})

export const findingSchema = Type.Object(
  {
    file: text('Path below the packs folder.'), line: Type.Integer(), column: Type.Optional(Type.Integer()),
    rule: text('Rule broken.'), says: text('What the rule demands.'), message: textsSchema,
    others: Type.Optional(Type.Array(Type.Object({ file: Type.String(), line: Type.Integer(), column: Type.Optional(Type.Integer()) }))),
  },
  { description: 'Something that keeps the content from being released, at its place.' },
)

export const toFinding = ({ file, line, column, rule, message, others }: PackError): Static<typeof findingSchema> => ({
  file, line, rule, message, says: packRules[rule], ...(column === undefined ? {} : { column }), ...(others ? { others } : {}),
})

export const itemSchema = Type.Object({
  file: Type.Union([Type.String(), Type.Null()], { description: 'Where this pack states it; null: it only inherits it, or there is none.' }),
  content,
  inherited: open<unknown>('Fields as the packs above have them today; null: it is this pack’s own.'),
  fields: open<unknown>('Fields that hold, in the form of pack files; null: there is none, or it cannot be read.'),
})

export const examinationSchema = Type.Object({
  findings: Type.Array(findingSchema, { description: 'Everything wrong in the pack as the design has it, in order of file and line.' }),
  tests: Type.Array(Type.Object({ name: text('What is expected, as a sentence.'), file: Type.String(), line: Type.Integer(), differences: Type.Array(textsSchema, { description: 'In what the plan differs; none: it passes.' }) }), { description: 'The pack’s tests of the matter or policy it is about.' }),
  item: itemSchema,
  catalogue: Type.Union([open<Catalogue>('Definitions the matter needs, everything sound in them: input for the planner.'), Type.Null()]),
})

export const editionSchema = Type.Object(
  {
    number: Type.Integer(), pack: text('Pack.'), region: text('Region of the pack.'), title: text('What the change is called.'), designId: orNull(Type.String()),
    restores: Type.Union([Type.Integer(), Type.Null()], { description: 'The edition it takes back.' }),
    madeBy: text('Who wrote it.'), releasedBy: text('Who released it.'), reason: text('Why, in the words of whoever released it.'), releasedAt: instant,
  },
  { description: 'A released change.' },
)

export const toEditionReply = ({ number, pack, region, title, designId, restores, madeBy, releasedBy, reason, releasedAt }: Edition): Static<typeof editionSchema> => ({ number, pack, region, title, designId, restores, madeBy, releasedBy, reason, releasedAt })

const named = { id: Type.String(), name: textsSchema, own: Type.Boolean({ description: 'Whether the pack states it itself, new or changed.' }) }

export const packSchema = Type.Object({
  id: Type.String(), name: textsSchema, region: Type.String(), mayEdit: Type.Boolean(),
  matters: Type.Array(Type.Object({ ...named, summary: textsSchema, stage: Type.String(), services: Type.Integer() })),
  services: Type.Array(Type.Object({ ...named, line: Type.String(), promised: Type.Integer(), statutory: Type.Integer() })),
  policies: Type.Array(Type.Object({ ...named, for: oneOf(['person', 'company'], 'Whom it is for.'), summary: textsSchema })),
})

export const partsSchema = Type.Object({
  services: Type.Array(Type.Object({ ...named, summary: textsSchema, line: Type.String(), authority: textsSchema, promised: Type.Integer(), statutory: Type.Integer(), concepts: Type.Array(Type.String(), { description: 'Concepts of its form.' }), evidence: Type.Integer(), dependsOn: Type.Array(Type.String()) })),
  subjects: Type.Array(Type.Object({ id: Type.String(), name: textsSchema }), { description: 'Subjects as matters name them.' }),
  concepts: Type.Array(Type.Object({ ...named, subject: Type.String(), type: Type.String(), choices: Type.Array(Type.Object({ value: Type.String(), name: textsSchema })), derived: Type.Boolean() })),
  evidence: Type.Array(Type.Object(named)),
  stages: Type.Array(Type.Object({ id: Type.String(), name: textsSchema, audience: Type.String() })),
  lines: Type.Array(Type.Object({ line: Type.String(), name: textsSchema })),
  facts: Type.Array(Type.Object({ id: Type.String(), name: textsSchema, type: Type.String(), choices: Type.Array(Type.Object({ value: Type.String(), name: textsSchema })), many: orNull(Type.String({ description: 'It is a list of these subjects.' })), from: textsSchema }), { description: 'What policies may read, with the registry or authority it comes from.' }),
  policies: Type.Array(Type.Object({ id: Type.String(), name: textsSchema, for: oneOf(['person', 'company'], 'Whom it is for.'), excludes: Type.Array(Type.String()), requires: Type.Array(Type.String()) })),
  files: Type.Array(Type.String(), { description: 'Files of the pack a design may change.' }),
})
