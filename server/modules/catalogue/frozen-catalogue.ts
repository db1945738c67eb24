// The part of a catalogue one matter is handled by, as it stands when an application is handed in: its own definitions, every
// place and every authority of its lines, whatever district the cases go to. Pure. Kept under its hash, so equal parts are one.
import { createHash } from 'node:crypto'
import type { Catalogue } from './definitions.ts'
import { bundleFor } from './matter-bundle.ts'

/** `content` is JSON of a catalogue without its region, which belongs to the application; its day is the one it was first frozen on and not hashed. */
export type FrozenCatalogue = { digest: string; content: string }

type Definitions = Omit<Catalogue, 'region'>

const frozen = new WeakMap<Catalogue, Map<string, FrozenCatalogue>>()

const freeze = (catalogue: Catalogue, matter: string): FrozenCatalogue => {
  const { region: _region, on, ...bundle } = bundleFor(catalogue, matter)
  const lines = new Set([...Object.values(bundle.services), ...Object.values(bundle.registries)].map(({ line }) => line))
  const services = Object.fromEntries(Object.keys(bundle.services).flatMap((id) => (catalogue.services[id] ? [[id, catalogue.services[id]]] : [])))
  const whole: Omit<Definitions, 'on'> = { ...bundle, services, regions: catalogue.regions, authorities: catalogue.authorities.filter(({ line }) => lines.has(line)) }
  return { digest: createHash('sha256').update(JSON.stringify(whole)).digest('hex'), content: JSON.stringify({ on, ...whole } satisfies Definitions) }
}

/** The same object for the same catalogue and matter: freezing is done once, not for each application. */
export const frozenFor = (catalogue: Catalogue, matter: string): FrozenCatalogue => {
  const byMatter = frozen.get(catalogue) ?? new Map<string, FrozenCatalogue>()
  frozen.set(catalogue, byMatter)
  const made = byMatter.get(matter) ?? freeze(catalogue, matter)
  byMatter.set(matter, made)
  return made
}

/** Looked up by ids that come from outside: has no `constructor` and nothing else that was not frozen. */
const bare = <Entry>(entries: Record<string, Entry>): Record<string, Entry> => Object.assign(Object.create(null) as Record<string, Entry>, entries)

/** The frozen definitions for a place. */
export const thawed = (content: string, region: string): Catalogue => {
  const { regions, concepts, registries, evidence, services, matters, ...rest } = JSON.parse(content) as Definitions // written by freeze
  return { ...rest, region, regions: bare(regions), concepts: bare(concepts), registries: bare(registries), evidence: bare(evidence), services: bare(services), matters: bare(matters) }
}
