// From when until when the version of a service holds that a catalogue has: between the days on which anything it says changes.
// Pure. What changes are dated values and dated items of the service, its data elements and its documents.
import { addDays } from '../../kernel/clock.ts'
import type { Catalogue, Service, Validity } from './definitions.ts'
import { turningDays } from './in-force.ts'
import type { ReadPack } from './pack-reader.ts'

/** The days around `on` among those on which something changes. */
export const validityOn = (turning: readonly string[], on: string): Validity => {
  const sorted = [...turning].sort()
  const from = sorted.findLast((day) => day <= on)
  const next = sorted.find((day) => day > on)
  return { ...(from === undefined ? {} : { from }), ...(next === undefined ? {} : { until: addDays(next, -1) }) }
}

const partsOf = ({ id, concepts, result, evidence }: Service): string[] => [
  `services/${id}`, ...concepts.map(({ concept }) => `concepts/${concept}`), ...result.concepts.map((concept) => `concepts/${concept}`), ...evidence.flatMap(({ anyOf }) => anyOf.map((each) => `evidence/${each}`)),
]

/** @param chain the packs the catalogue was made of, whatever the day */
export const withValidity = (catalogue: Catalogue, chain: readonly ReadPack[]): Catalogue => {
  const turning = new Map<string, string[]>()
  for (const { kind, id, node } of chain.flatMap(({ items }) => items)) {
    const days = kind === 'services' || kind === 'concepts' || kind === 'evidence' ? turningDays(node) : []
    if (days.length > 0) turning.set(`${kind}/${id}`, [...(turning.get(`${kind}/${id}`) ?? []), ...days])
  }
  const dated = (service: Service): Service => ({ ...service, validity: validityOn(partsOf(service).flatMap((part) => turning.get(part) ?? []), catalogue.on) })
  // looked up by ids that come from outside: the record has no prototype, and keeps none
  const services = Object.assign(Object.create(null) as Catalogue['services'], Object.fromEntries(Object.entries(catalogue.services).map(([id, service]) => [id, dated(service)])))
  return { ...catalogue, services }
}
