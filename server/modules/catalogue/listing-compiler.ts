// Makes what a pack states of a service's implementation list into definitions: texts by language, nothing added.
// Defaults are not filled in here, so that what was handed in keeps only what was said; see listing.ts.
import { asTexts } from '../../kernel/texts.ts'
import type { EvidenceType, StatedListing } from './definitions.ts'
import type { EvidenceFields, ServiceFields } from './pack-files.ts'

const counterOf = ({ id, region, name, address, hours, phone }: NonNullable<ServiceFields['counters']>[number]) => ({
  id, region, name: asTexts(name), address: asTexts(address), ...(hours === undefined ? {} : { hours: asTexts(hours) }), ...(phone === undefined ? {} : { phone }),
})

const stepOf = ({ id, name, who, does, days }: NonNullable<ServiceFields['procedure']>[number]) => ({
  id, name: asTexts(name), who, does: asTexts(does), ...(days === undefined ? {} : { days }),
})

export const listingOfFields = (fields: ServiceFields): StatedListing => ({
  ...(fields.codes && { codes: fields.codes }),
  ...(fields.audience && { audience: fields.audience }),
  ...(fields.onlineDepth && { onlineDepth: fields.onlineDepth }),
  ...(fields.crossRegion && { crossRegion: { scope: fields.crossRegion.scope, ...(fields.crossRegion.ways && { ways: fields.crossRegion.ways }), ...(fields.crossRegion.basis && { basis: asTexts(fields.crossRegion.basis) }) } }),
  ...(fields.procedure && { procedure: fields.procedure.map(stepOf) }),
  ...(fields.delivery && { delivery: fields.delivery }),
  ...(fields.counters && { counters: fields.counters.map(counterOf) }),
  ...(fields.consult && { consult: fields.consult }),
  ...(fields.complaint && { complaint: fields.complaint }),
  ...(fields.faq && { faq: fields.faq.map(({ id, ask, answer }) => ({ id, ask: asTexts(ask), answer: asTexts(answer) })) }),
})

/** What a document says of itself for an implementation list: who issues it, how many are needed. */
export const documentListing = ({ origin, copies }: EvidenceFields): Pick<EvidenceType, 'origin' | 'copies'> => ({
  ...(origin !== undefined && { origin: typeof origin === 'string' ? { line: origin } : { name: asTexts(origin.name) } }),
  ...(copies && { copies }),
})
