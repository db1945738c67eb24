// Shapes of what the duty list answers over HTTP, and how they are filled. Pure.
import { Type, type Static } from 'typebox'
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import { areaKinds, deadlineClasses, legalBasisSchema, lineNameOf, textsSchema, unitAt, type Area, type Authority, type Catalogue, type Duty, type DutyFinding, type DutyList, type UnitRule } from '../catalogue/index.ts'
import type { Assignment, Candidate, Unassigned } from './assignment.ts'
import { rulingStages, rulingSteps, stepsOf, type Ruling } from './ruling.ts'

export const text = Type.String()
const optionalText = Type.Optional(text)
const point = Type.Array(Type.Number(), { description: 'Longitude and latitude, WGS 84.' })
export const deadline = Type.Enum([...deadlineClasses], { description: 'life: 2 hours, utility: 24 hours, ordinary and complex: working days, by the terms of the region.' })

export const unitSchema = Type.Object({ line: text, region: text, name: textsSchema, shortName: textsSchema }, { description: 'An authority.' })
export const toUnit = ({ line, region, name, shortName }: Authority): Static<typeof unitSchema> => ({ line, region, name, shortName })

const leaf = Type.Object({ id: Type.String({ description: 'Whole path, such as urban/street-lamps/broken-lamp.' }), name: textsSchema, deadline, examples: Type.Array(text), keywords: Type.Array(text), note: Type.Optional(textsSchema) })
export const categoriesSchema = Type.Object(
  { classes: Type.Array(Type.Object({ id: text, name: textsSchema, groups: Type.Array(Type.Object({ id: text, name: textsSchema, leaves: Type.Array(leaf) })) })) },
  { description: 'Classes of requests in three levels.' },
)

export const toCategories = ({ classes }: Pick<DutyList, 'classes'>): Static<typeof categoriesSchema> => ({
  classes: classes.map(({ id, name, groups }) => ({
    id, name, groups: groups.map((group) => ({
      id: group.id, name: group.name,
      leaves: group.leaves.map((each) => ({ id: each.id, name: each.name, deadline: each.deadline, examples: [...each.examples], keywords: [...each.keywords], ...(each.note ? { note: each.note } : {}) })),
    })),
  })),
})

const rule = Type.Object({ line: text, level: optionalText, region: optionalText, name: Type.Object(textsSchema.properties, { description: 'The authority it means here, or what those of its line are called in common where it depends on the place.' }) })
export const dutySchema = Type.Object(
  {
    id: text, categories: Type.Array(text), where: Type.Array(Type.Object({ id: text, kind: text, name: textsSchema })), hours: Type.Optional(Type.Object({ from: text, to: text })), months: Type.Optional(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
    unit: rule, coUnits: Type.Array(rule), deadline: Type.Optional(deadline), knowledge: Type.Optional(textsSchema), from: text, until: optionalText, source: legalBasisSchema, file: Type.String({ description: 'File and line it is written at.' }), own: Type.Boolean({ description: 'Written in the pack of this region itself, so that it can be changed there.' }),
  },
  { description: 'A line of the duty list.' },
)

/** `pack`: id of the pack of the region. */
type Scene = { list: DutyList; catalogue: Pick<Catalogue, 'regions' | 'authorities'>; region: string; pack?: string }

/** The one authority it can mean here; in a region with several of them what they are called in common. */
const nameFor = (catalogue: Scene['catalogue'], each: UnitRule, region: string): Texts => {
  const here = catalogue.authorities.filter((one) => one.line === each.line && regionCovers(region, one.region))
  const sure = each.region !== undefined || here.length <= 1 ? unitAt(catalogue, each, here[0]?.region ?? region) : undefined
  return sure?.shortName ?? lineNameOf(catalogue, each.line)
}

const toRule = ({ catalogue, region }: Scene, each: UnitRule): Static<typeof rule> => ({
  line: each.line, ...(each.level ? { level: each.level } : {}), ...(each.region ? { region: each.region } : {}), name: nameFor(catalogue, each, region),
})

export const toDuty = (scene: Scene, duty: Duty): Static<typeof dutySchema> => ({
  id: duty.id, categories: [...duty.categories],
  where: [
    ...(duty.regions ?? []).map((code) => ({ id: code, kind: 'region', name: scene.catalogue.regions[code]?.name ?? { 'zh-CN': code } })),
    ...(duty.areas ?? []).map((id) => ({ id, kind: scene.list.areas.get(id)?.kind ?? 'grid', name: scene.list.areas.get(id)?.name ?? { 'zh-CN': id } })),
  ],
  ...(duty.hours ? { hours: duty.hours } : {}), ...(duty.months ? { months: duty.months } : {}),
  unit: toRule(scene, duty.unit), coUnits: (duty.coUnits ?? []).map((each) => toRule(scene, each)), ...(duty.deadline ? { deadline: duty.deadline } : {}),
  ...(duty.knowledge ? { knowledge: duty.knowledge } : {}), from: duty.from, ...(duty.until ? { until: duty.until } : {}), source: duty.source, file: `${duty.file}:${duty.line}`, own: [scene.pack, 'duties'].includes(duty.file.split('/')[0]),
})

export const areaSchema = Type.Object({
  id: text, kind: Type.Enum([...areaKinds]), name: textsSchema, region: text, polygon: Type.Optional(Type.Array(point)), line: Type.Optional(Type.Array(point)), point: Type.Optional(point),
})
export const toArea = ({ id, kind, name, region, polygon, line, point: at }: Area): Static<typeof areaSchema> => ({ id, kind, name, region, ...(polygon ? { polygon } : {}), ...(line ? { line } : {}), ...(at ? { point: at } : {}) })

const candidate = Type.Object({ duty: dutySchema, area: textsSchema })
export const assignmentSchema = Type.Object(
  {
    unit: Type.Union([unitSchema, Type.Null()], { description: 'null: somebody has to look.' }), duty: Type.Union([dutySchema, Type.Null()], { description: 'null: no duty, the government of the district takes it.' }),
    coUnits: Type.Array(unitSchema), ladder: Type.Array(unitSchema), deadline: Type.Union([deadline, Type.Null()]), why: Type.Array(textsSchema), others: Type.Array(candidate, { description: 'Duties that would hold too, less specific, the next best first.' }),
  },
  { description: 'Who answers, and why.' },
)

const toCandidate = (scene: Scene, { duty, areaName }: Candidate): Static<typeof candidate> => ({ duty: toDuty(scene, duty), area: areaName })

export const toAssignment = (scene: Scene, found: Assignment | Unassigned): Static<typeof assignmentSchema> => ({
  why: found.why, others: found.others.slice(0, 5).map((each) => toCandidate(scene, each)),
  ...(found.unit
    ? { unit: toUnit(found.unit), duty: found.duty ? toDuty(scene, found.duty) : null, coUnits: found.coUnits.map(toUnit), ladder: found.ladder.map(toUnit), deadline: found.deadline }
    : { unit: null, duty: null, coUnits: [], ladder: [], deadline: null }),
})

/** Everything a finding may name; `category`, `duty` and `with` are ids. */
export const findingSchema = Type.Object({ kind: text, duty: optionalText, with: optionalText, category: optionalText, area: optionalText, regions: Type.Optional(Type.Array(text)), line: optionalText, region: optionalText, id: optionalText })
export const toFinding = (finding: DutyFinding): Static<typeof findingSchema> => {
  const { index: _index, ...rest } = { index: 0, ...finding }
  return 'regions' in rest ? { ...rest, regions: [...rest.regions] } : rest
}

export const rulingSchema = Type.Object({
  id: text, region: text, regionName: textsSchema, category: text, categoryName: textsSchema, areas: Type.Array(textsSchema), unit: Type.Union([unitSchema, Type.Null()]), requestId: text, requestNumber: text, reason: text,
  ruledBy: text, ruledAt: text, stage: Type.Enum([...rulingStages]), can: Type.Array(Type.Enum([...rulingSteps])), decidedBy: Type.Union([text, Type.Null()]), note: text, designId: Type.Union([text, Type.Null()]), edition: Type.Union([Type.Integer(), Type.Null()]),
})

export const toRulingReply = ({ list, catalogue }: Scene, ruling: Ruling, unit: Authority | undefined, mayDecide: boolean, edition: number | undefined): Static<typeof rulingSchema> => ({
  id: ruling.id, region: ruling.region, regionName: catalogue.regions[ruling.region]?.name ?? { 'zh-CN': ruling.region }, category: ruling.category, categoryName: list.leaves.get(ruling.category)?.name ?? { 'zh-CN': ruling.category },
  areas: ruling.areas.flatMap((id) => list.areas.get(id)?.name ?? []), unit: unit ? toUnit(unit) : null, requestId: ruling.requestId, requestNumber: ruling.requestNumber, reason: ruling.reason,
  ruledBy: ruling.ruledBy, ruledAt: ruling.ruledAt, stage: ruling.stage, can: mayDecide ? stepsOf(ruling.stage) : [], decidedBy: ruling.decidedBy, note: ruling.note, designId: ruling.designId, edition: edition ?? null,
})
