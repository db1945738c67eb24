// Which unit a request goes to: straight to the one responsible at whatever level, with the reasons kept. Whoever may be in danger, and what
// the machine is not sure of, goes to a person at the request centre. The first unit leads; others named by the duty list help it.
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { authorityAt, authorityOf } from '../catalogue/index.ts'
import { unitFor, type Assignment, type Unassigned } from '../duties/index.ts'
import { centreLine } from './access.ts'
import type { CoUnit } from './co-units-store.ts'
import { termsOf, type Scene } from './recording.ts'
import type { Urgency } from './request.ts'
import { sameUnit, type CitizenRequest, type Unit } from './request-record.ts'
import { termFor } from './timing.ts'

const order: Record<Urgency, number> = { life: 0, utility: 1, ordinary: 3, complex: 2 }

/** The one that asks for more haste; an investigation is only taken for one where nothing says that it is urgent. */
export const tighter = (one: Urgency, other: Urgency): Urgency => (order[one] <= order[other] ? one : other)

const unitIn = ({ line, region }: Unit): Unit => ({ line, region })

export const assignmentFor = (app: App, { category, region, grid, place }: Pick<CitizenRequest, 'category' | 'region' | 'grid' | 'place'>, at: Date): Assignment | Unassigned =>
  category === null ? { why: [], others: [] } : unitFor(app, { category, region, at, place: { ...place, region, ...(grid ? { areas: [grid] } : {}) } })

export const newCoUnit = (scene: Scene, unit: Unit, asked = ''): CoUnit => ({
  ...unitIn(unit), id: uuidv7(scene.app.clock), invitedBy: scene.principal.kind === 'staff' ? scene.principal.name : '', invitedAt: scene.at.toISOString(), asked, said: '', givenBy: null, givenAt: null,
})

/** What dispatching changes, what its action keeps, and who helps. */
export type Dispatch = { change: Partial<CitizenRequest>; detail: Record<string, unknown>; coUnits: Unit[] }

const sentTo = (scene: Scene, one: CitizenRequest, unit: Unit, { why, ladder = [], coUnits = [], urgency = one.urgency, detail = {} }: { why: string[]; ladder?: Unit[]; coUnits?: Unit[]; urgency?: Urgency; detail?: Record<string, unknown> }): Dispatch => {
  const helping = coUnits.filter((each) => !sameUnit(each, unit)).map(unitIn)
  return {
    change: {
      state: 'dispatched', unit: unitIn(unit), assigneeId: null, assignee: null, urgency,
      course: { ...one.course, why, ladder: ladder.map(unitIn), returnAsked: null, sentAt: scene.at.toISOString(), unitFiles: 0, coUnits: one.course.coUnits + helping.length, term: termFor(termsOf(scene.app, one.region), urgency) },
    },
    detail: { unit: unitIn(unit), why, ...detail }, coUnits: helping,
  }
}

/** Where a request that has just come in goes by itself; undefined: to a person. */
export const sentAtOnce = (scene: Scene, one: CitizenRequest): Dispatch | undefined => {
  if (one.understood.emergency !== undefined || one.category === null) return undefined
  const found = assignmentFor(scene.app, one, scene.at)
  return found.unit && sentTo(scene, one, found.unit, { why: found.why.map((each) => each['zh-CN']), ladder: found.ladder, coUnits: found.coUnits, urgency: tighter(one.urgency, found.deadline), detail: found.duty ? { duty: found.duty.id } : {} })
}

/** Where somebody sends it: to a unit they name, or to the one the duty list names. @throws Refusal invalid when there is no such authority, or none can be found */
export const sentBy = (scene: Scene, one: CitizenRequest, chosen: Unit | undefined, why: string): Dispatch => {
  const found = assignmentFor(scene.app, one, scene.at)
  const named = chosen && authorityAt(scene.app.packs.catalogueFor(one.region), chosen.line, chosen.region)
  if (chosen && !named) throw new Refusal('invalid', { unit: chosen })
  const unit = named ?? found.unit
  if (!unit) throw new Refusal('invalid', { unit: 'none', why: found.why.map((each) => each['zh-CN']) })
  const asListed = found.unit !== undefined && sameUnit(found.unit, unit)
  return sentTo(scene, one, unit, {
    why: [...(why === '' ? [] : [why]), ...(asListed ? found.why.map((each) => each['zh-CN']) : [])], ladder: found.unit && asListed ? found.ladder : [],
    coUnits: found.unit && asListed ? found.coUnits : [], urgency: found.unit ? tighter(one.urgency, found.deadline) : one.urgency, detail: { asListed },
  })
}

/** Who does a request again: the next on the ladder, else the authority of the line above, else the centre above, else the same unit. */
export const unitAbove = (app: App, { unit, region, course }: Pick<CitizenRequest, 'unit' | 'region' | 'course'>): Unit => {
  const catalogue = app.packs.catalogueFor(region)
  const here = unit ?? authorityOf(catalogue, centreLine, region)
  if (!here) throw new Refusal('not_offered', { region })
  const listed = course.ladder.find((each) => !sameUnit(each, here) && authorityAt(catalogue, each.line, each.region))
  if (listed) return listed
  const higher = regionAndAbove(here.region).slice(1)
  const nearest = (line: string) => higher.flatMap((code) => authorityAt(catalogue, line, code) ?? [])[0]
  return unitIn(nearest(here.line) ?? nearest(centreLine) ?? here)
}
