// What the machine makes of a request that comes in: class, urgency, danger, place. It abstains rather than guesses, and a person looks.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { findCategory, placeInText, whereabouts } from '../duties/index.ts'
import { understand } from '../triage/index.ts'
import { tighter } from './dispatching.ts'
import type { Urgency } from './request.ts'
import type { Place, Understood } from './request-record.ts'

/** `front`: somebody may be in danger. `region`, `grid`: as finely as words and point say. */
export type Reading = { category: string | null; urgency: Urgency; front: boolean; region: string; grid: string | null; understood: Understood }

/** `region`: what the sender chose; the finer place that words or point name counts when it lies within. */
export type Told = { title: string; text: string; place: Place; region?: string; category?: string; at: Date }

const mostAlternatives = 3

const placeOf = (app: App, { title, text, place, region }: Told): { region: string; grid: string | null } => {
  const { address, lat, lng } = place
  const named = placeInText(app, address ?? '', { region: region ?? app.config.region }) ?? placeInText(app, `${title}。${text}`, { region: region ?? app.config.region })
  const known = whereabouts(app, region ?? named?.region ?? app.config.region, {
    ...(named ? { region: named.street ?? named.region, areas: named.areas } : {}), ...(lat === undefined ? {} : { lat }), ...(lng === undefined ? {} : { lng }),
  })
  return { region: known.region, grid: known.areas[0] ?? null }
}

/** What the sender named counts more than what is read. @throws Refusal not_found where no pack covers the region */
export const readingOf = (app: App, told: Told): Reading => {
  const read = understand(told.text, { title: told.title, on: plainDate(told.at) })
  const place = placeOf(app, told)
  const found = told.category ?? (read.abstained ? undefined : read.category?.id)
  const leaf = found === undefined ? undefined : findCategory(app, found, place.region)
  const urgency = leaf ? tighter(read.urgency, leaf.deadline) : read.urgency
  return {
    ...place, category: leaf?.id ?? null, urgency, front: read.emergency !== undefined || urgency === 'life',
    understood: {
      ...(read.category ? { category: read.category } : {}), alternatives: read.alternatives.slice(0, mostAlternatives), abstained: read.abstained, sentiment: read.sentiment,
      sensitive: [...new Set(read.sensitive.map(({ kind }) => kind))], ...(read.emergency ? { emergency: read.emergency } : {}),
    },
  }
}
