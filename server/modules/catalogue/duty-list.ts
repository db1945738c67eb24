// The duty list of a region on a day: classes of requests, duties and areas as its pack and those it extends have them. Pure.
import { asTexts, type Texts } from '../../kernel/texts.ts'
import type { PackContent } from './pack-content.ts'
import { type AreaFields, type DutyFields, type RequestCategoryFields, type UnitFields, type deadlineClasses } from './pack-duties.ts'

export type DeadlineClass = (typeof deadlineClasses)[number]

/** `id` is the whole path: urban/street-lamps/broken-lamp. `letters`: the class of the public tree of letters. */
export type RequestLeaf = { id: string; name: Texts; group: Texts; top: Texts; letters?: string; examples: readonly string[]; keywords: readonly string[]; deadline: DeadlineClass; unassigned: boolean; note?: Texts }
export type RequestGroup = { id: string; name: Texts; leaves: RequestLeaf[] }
export type RequestClass = { id: string; name: Texts; letters?: string; groups: RequestGroup[] }

/** An authority found from the place: exactly in `region`, at `level` above the place, or the nearest. */
export type UnitRule = UnitFields
export type Duty = Omit<DutyFields, 'knowledge'> & { knowledge?: Texts; file: string; line: number }
/** Points are [longitude, latitude], WGS 84. */
export type Area = Omit<AreaFields, 'name'> & { name: Texts }

export type DutyList = { classes: readonly RequestClass[]; leaves: ReadonlyMap<string, RequestLeaf>; duties: readonly Duty[]; areas: ReadonlyMap<string, Area> }

const classOf = ({ id, name, letters, groups }: RequestCategoryFields): RequestClass => {
  const top = asTexts(name)
  return {
    id, name: top, ...(letters === undefined ? {} : { letters }),
    groups: groups.map((group) => ({
      id: `${id}/${group.id}`, name: asTexts(group.name),
      leaves: group.leaves.map(({ id: leaf, name: called, examples, keywords, deadline, unassigned = false, note }) => ({
        id: `${id}/${group.id}/${leaf}`, name: asTexts(called), group: asTexts(group.name), top, ...(letters === undefined ? {} : { letters }), examples, keywords, deadline, unassigned, ...(note === undefined ? {} : { note: asTexts(note) }),
      })),
    })),
  }
}

export const noDuties: DutyList = { classes: [], leaves: new Map(), duties: [], areas: new Map() }

export const dutyListOf = (content: Pick<PackContent, 'requestCategories' | 'duties' | 'areas'>): DutyList => {
  const classes = [...content.requestCategories.values()].sort((a, b) => a.fields.order - b.fields.order).map(({ fields }) => classOf(fields))
  return {
    classes,
    leaves: new Map(classes.flatMap(({ groups }) => groups.flatMap(({ leaves }) => leaves.map((leaf) => [leaf.id, leaf] as const)))),
    duties: [...content.duties.values()].map(({ fields: { knowledge, ...fields }, node }) => ({ ...fields, ...(knowledge === undefined ? {} : { knowledge: asTexts(knowledge) }), file: node.at.file, line: node.at.line })),
    areas: new Map([...content.areas.values()].map(({ fields }) => [fields.id, { ...fields, name: asTexts(fields.name) }])),
  }
}
