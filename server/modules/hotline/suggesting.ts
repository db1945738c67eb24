// What the machine suggests while an agent types: class, place, danger, the same from others, and what may be answered at once.
// Everything is a suggestion; the agent decides.
import { jurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import type { App } from '../../module.ts'
import { findCategory, placeInText, unitFor } from '../duties/index.ts'
import { findKnowledge, type KnowledgeEntry } from '../knowledge/index.ts'
import { listSimilar, titleFrom } from '../requests/index.ts'
import { understand, type Emergency } from '../triage/index.ts'

export type Suggestions = {
  categories: { id: string; name: string; group: string; note: string | null; confidence: number }[]
  place: { region: string; regionName: string; address: string } | null
  unit: string | null
  urgency: string
  emergency: Emergency | null
  knowledge: KnowledgeEntry[]
  /** what others have said already, the likest first */
  similar: Awaited<ReturnType<typeof listSimilar>>
}

const mostClasses = 3
const mostEntries = 3
const mostSimilar = 3
/** From this likeness on it is worth asking whether it is the same. */
const worthAsking = 0.5

/** What others said in places where this official answers calls or sends requests on; a window learns only what may be answered. */
const toldByOthers = async (app: App, principal: Principal, asked: Parameters<typeof listSimilar>[1]): Promise<Suggestions['similar']> => {
  const places = jurisdictionFilter(principal, ['agent', 'dispatcher'])
  if (places.length === 0) return []
  const found = await listSimilar(app, asked, (one) => places.some(({ regionPrefix }) => one.region.startsWith(regionPrefix)))
  return found.filter(({ score }) => score >= worthAsking).slice(0, mostSimilar)
}

/** @param category the agent's own choice, which counts more */
export const suggest = async (app: App, principal: Principal, { text, address, category }: { text: string; address?: string; category?: string }): Promise<Suggestions> => {
  const { region: served } = app.config
  const read = understand(text, {})
  const place = placeInText(app, address ?? text) ?? placeInText(app, text)
  const region = place?.street ?? place?.region ?? served
  const found = [...(read.category ? [read.category] : []), ...read.alternatives]
  const categories = found.slice(0, mostClasses).flatMap(({ id, confidence }) => {
    const leaf = findCategory(app, id)
    return leaf ? [{ id, name: leaf.name['zh-CN'], group: `${leaf.top['zh-CN']} · ${leaf.group['zh-CN']}`, note: leaf.note?.['zh-CN'] ?? null, confidence }] : []
  })
  const chosen = category ?? categories[0]?.id
  const unit = chosen !== undefined && findCategory(app, chosen) ? unitFor(app, { category: chosen, region, at: app.clock.now(), place: place?.areas ? { areas: place.areas } : {} }).unit : undefined
  const [{ entries }, similar] = await Promise.all([
    findKnowledge(app, { q: text.slice(0, 200), region: served, limit: mostEntries, ...(chosen === undefined ? {} : { category: chosen }) }),
    toldByOthers(app, principal, { title: titleFrom(text), text, region, category: chosen ?? null }),
  ])
  return {
    categories, urgency: read.urgency, emergency: read.emergency ?? null, unit: unit?.name['zh-CN'] ?? null,
    place: place ? { region, regionName: app.packs.catalogueFor(served).regions[region]?.name['zh-CN'] ?? region, address: place.address ?? '' } : null,
    similar, knowledge: entries.filter(({ inForce }) => inForce).map(({ entry }) => entry),
  }
}
