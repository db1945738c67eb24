// The duty list in force as the rest of the product asks it: classes, the place of a text or a point, the unit for a request.
// What is computed from a list is made once for each release of the packs.
import { plainDate } from '../../kernel/clock.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Catalogue, DutyList, RequestClass, RequestLeaf } from '../catalogue/index.ts'
import { assign, type Assignment, type Moment, type Unassigned, type Whereabouts } from './assignment.ts'
import { gazetteerOf, type Gazetteer } from './gazetteer.ts'
import { areasAt, fineness } from './geography.ts'
import { readPlace, type ReadPlace } from './place-reading.ts'

/** What is needed of the product: packs and where it serves. */
export type Serving = Pick<App, 'packs' | 'config'>

export type DutyScene = { list: DutyList; catalogue: Catalogue }

/** @throws Refusal not_found where no pack covers the region */
export const dutyScene = ({ packs, config }: Serving, region: string = config.region, on?: string): DutyScene => ({ list: packs.dutyListFor(region, on), catalogue: packs.catalogueFor(region, on) })

/** The tree of classes, three levels; ids are whole paths such as urban/street-lamps/broken-lamp. */
export const categories = (app: Serving, region?: string): readonly RequestClass[] => dutyScene(app, region).list.classes

export const findCategory = (app: Serving, id: string, region?: string): RequestLeaf | undefined => dutyScene(app, region).list.leaves.get(id)

const gazetteers = new WeakMap<DutyList, Gazetteer>()

/** The place a text is about, or undefined; below 0.1 ms for a few hundred characters. @param region where to look first (GB/T 2260); where the product serves when absent */
export const placeInText = (app: Serving, text: string, { region }: { region?: string } = {}): ReadPlace | undefined => {
  const { list, catalogue } = dutyScene(app, region)
  const known = gazetteers.get(list) ?? gazetteerOf(catalogue, list)
  gazetteers.set(list, known)
  return readPlace(known, text, region ?? app.config.region)
}

/** A place as requests keep it: any part may be missing. `areas` are ids of the duty list, WGS 84 in degrees. */
export type KnownPlace = { region?: string; street?: string; areas?: readonly string[]; address?: string; lat?: number; lng?: number }

/** Everything known of a place put together: the point, the areas already found, the words of the address. */
export const whereabouts = (app: Serving, region: string, place: KnownPlace = {}): Whereabouts => {
  const { list } = dutyScene(app, region)
  const point = place.lat !== undefined && place.lng !== undefined ? areasAt(list, { lat: place.lat, lng: place.lng }) : undefined
  const read = place.address === undefined ? undefined : placeInText(app, place.address, { region })
  const codes = [place.street, point?.region, read?.street, place.region, read?.region, region].flatMap((code) => code ?? [])
  const areas = [...(place.areas ?? []), ...(point?.areas.map(({ id }) => id) ?? []), ...(read?.areas ?? [])]
  const finest = codes.filter((code) => fits(code, region)).sort((a, b) => fineness(b) - fineness(a))[0]
  return { region: finest ?? region, areas: [...new Set(areas)] }
}

const fits = (one: string, other: string): boolean => regionCovers(one, other) || regionCovers(other, one)

/** An instant as the duty list reads it: day and time in China. */
export const momentOf = (at: Date): Moment => ({ date: plainDate(at), time: new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16) })

export type UnitQuestion = { category: string; region: string; at: Date; place?: KnownPlace }

/**
 * The unit that answers for a request, with co-units, class of deadline, whom to turn to next and why; `unit` is undefined where somebody has to look.
 * @param question `category` a leaf's whole path, `region` GB/T 2260 as fine as known
 */
export const unitFor = (app: Serving, { category, region, at, place }: UnitQuestion): Assignment | Unassigned =>
  assign(dutyScene(app, region, plainDate(at)), category, whereabouts(app, region, place), momentOf(at))

/** Reasons one below the other, in Chinese: what is written into a request's history. */
export const whyText = (why: readonly Texts[]): string => why.map((each) => each['zh-CN']).join('；')
