// Pack files on who answers for what people report (职责清单): categories of requests, duties, and the areas duties speak of.
// Every property is described here and nowhere else.
import { Type, type Static } from 'typebox'
import { Id, Day, LegalBasis, Level, Line, RegionCode, described, item, optional, strict, text } from './pack-file-parts.ts'

export const deadlineClasses = ['life', 'utility', 'ordinary', 'complex'] as const

const Deadline = Type.Enum([...deadlineClasses], { description: 'How quickly it must be answered: life (danger to life and property, 2 hours), utility (water, power, gas, 24 hours), ordinary (7 working days), complex (15 working days).' })
const Saying = Type.String({ minLength: 2, maxLength: 200 })

const LeafPart = item(
  {
    id: Id,
    name: text('Name of the class, in the words of those who handle it.'),
    examples: Type.Array(Saying, { minItems: 2, description: 'What people write, in everyday words. Invented, never a real letter.' }),
    keywords: Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { minItems: 1, description: 'Words that point to it.' }),
    deadline: Deadline,
    unassigned: optional(Type.Literal(true, { description: 'Nobody is named for it on purpose: the government of the district takes it first. Otherwise a class without a duty is an error.' })),
    note: optional(text('What whoever takes it in should know or ask.')),
  },
  'A finest class.',
)

const GroupPart = item({ id: Id, name: text('Name of the group.'), leaves: Type.Array(LeafPart, { minItems: 1, description: 'Its finest classes.' }) }, 'A group of classes.')

export const RequestCategoryFile = strict(
  {
    id: described(Id, 'Id of the top class; the name of the file.'),
    name: text('Name of the top class.'),
    order: Type.Integer({ minimum: 1, description: 'Place in the list.' }),
    letters: optional(Type.String({ minLength: 2, maxLength: 20, description: 'The class of the public tree of letters it corresponds to, for example 城乡建设.' })),
    groups: Type.Array(GroupPart, { minItems: 1, description: 'Its groups.' }),
  },
  'A top class of what people ask, report or complain of (诉求分类), in three levels.',
)

const CategoryPath = Type.String({ pattern: '^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*){0,2}$', description: 'A top class, a group (`urban/street-lamps`) or a finest class (`urban/street-lamps/broken-lamp`); holds for everything below it.' })

const UnitPart = strict(
  {
    line: Line,
    level: optional(described(Level, 'Level of the authority above the place; the nearest one at or above the place when absent.')),
    region: optional(described(RegionCode, 'Exactly this region, wherever the place is.')),
  },
  'An authority, found from the place.',
)

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

export const DutyEntry = strict(
  {
    id: Id,
    categories: Type.Array(CategoryPath, { minItems: 1, description: 'What it is about.' }),
    regions: optional(Type.Array(RegionCode, { minItems: 1, description: 'Where: everywhere in these regions. Either this or `areas`.' })),
    areas: optional(Type.Array(Id, { minItems: 1, description: 'Where: in these grids, communities, roads or facilities.' })),
    hours: optional(strict({ from: described(Clock, 'Begins, local time.'), to: described(Clock, 'Ends; before `from`: the next morning.') }, 'Only at this time of day.')),
    months: optional(strict({ from: Type.Integer({ minimum: 1, maximum: 12, description: 'First month.' }), to: Type.Integer({ minimum: 1, maximum: 12, description: 'Last month; before `from`: of the next year.' }) }, 'Only in this season.')),
    unit: described(UnitPart, 'Who answers.'),
    coUnits: optional(Type.Array(UnitPart, { minItems: 1, description: 'Who helps.' })),
    deadline: optional(Deadline),
    ladder: optional(Type.Array(UnitPart, { minItems: 1, description: 'Who is turned to next, step by step, when it is late or was not solved. The authority of the same line one level up, then the government above, when absent.' })),
    knowledge: optional(text('What the unit and whoever answers the telephone should know.')),
    from: described(Day, 'First day of the duty.'),
    until: optional(described(Day, 'Last day; open when absent.')),
    source: described(LegalBasis, 'The rule, list or ruling it rests on.'),
  },
  'A line of the duty list: for what, where and when, which unit answers.',
)

const Point = Type.Array(Type.Number({ minimum: -180, maximum: 180 }), { minItems: 2, maxItems: 2, description: 'Longitude and latitude, WGS 84.' })

export const areaKinds = ['division', 'community', 'grid', 'road', 'facility'] as const

export const AreaEntry = strict(
  {
    id: Id,
    kind: Type.Enum([...areaKinds], { description: 'division: the outline of a region; community: 社区; grid: 网格; road; facility: a station, park, market, estate or the like.' }),
    name: text('Name of the area.'),
    aliases: optional(Type.Array(Type.String({ minLength: 2, maxLength: 30 }), { description: 'Other names people use.' })),
    region: described(RegionCode, 'The smallest region that holds all of it.'),
    in: optional(described(Id, 'The community or grid it lies in.')),
    polygon: optional(Type.Array(Point, { minItems: 3, description: 'Outline; not closed.' })),
    line: optional(Type.Array(Point, { minItems: 2, description: 'Course of a road.' })),
    point: optional(Point),
    metres: optional(Type.Integer({ minimum: 1, maximum: 5000, description: 'How far from `point` or `line` still belongs to it.' })),
    numbers: optional(Type.Array(
      strict({ from: Type.Integer({ minimum: 1, description: 'First house number.' }), to: Type.Integer({ minimum: 1, description: 'Last house number.' }), region: RegionCode }, 'House numbers in one region.'),
      { minItems: 1, description: 'Which region a house number of the road lies in.' },
    )),
    invented: optional(Type.Literal(true, { description: 'The geometry is coarse and made up for the demo; names may be real.' })),
  },
  'An area duties speak of, and a place people name.',
)

export type RequestCategoryFields = Static<typeof RequestCategoryFile>
export type DutyFields = Static<typeof DutyEntry>
export type AreaFields = Static<typeof AreaEntry>
export type UnitFields = Static<typeof UnitPart>
