// Like requests: noted as they come in, found before and after one is sent.
import type { Read, Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { insertCorrection } from './corrections-store.ts'
import type { Worded } from './likeness.ts'
import { rarityNow } from './rarity.ts'
import { leadsOf, likenessTo, shapeOf, type Shape } from './shape.ts'
import { insertShape, listShapesWith, updateShapeCategory } from './shapes-store.ts'

/** Of these many days; what is older is another story. */
export const likeDays = 90
/** From which likeness on somebody is asked whether it is the same. */
export const leastLike = 0.3
/**
 * Of those that share a lead, so many of the newest are looked at, and of all of these so many that share the most. Among 4,300 letters to one
 * city put into one district, these have the likest one in 99 of 100 cases, 93 of 100 of all pairs that count as like, and 99 of 100 from 0.35 on.
 */
const [newestOfLead, mostCandidates] = [40, 100]

/** Before which leads are of no use to anybody. */
export const likeSince = (at: Date): Date => new Date(at.getTime() - likeDays * 86_400_000)

/** What a request is like, to be noted with it and looked for. */
export const shapeNow = (worded: Worded, region: string): Shape => shapeOf(worded, region, rarityNow)

/** A request that has come in can be found from now on. @param terms its shape */
export const noteRequest = (tx: Tx, { id, region, category, phoneDigest, at, terms }: { id: string; region: string; category: string | null; phoneDigest: string | null; at: Date; terms: Shape }): Promise<void> =>
  insertShape(tx, { requestId: id, region, category, terms, phoneDigest, receivedAt: at.toISOString() }, leadsOf(terms))

export type Similar = { id: string; score: number; topicId: string | null }

type Looking = { terms: Shape; category: string | null | undefined; at: Date; limit: number; except?: string | undefined }

/** Requests like one with these terms, the likest first. */
export const likeShape = async (read: Read, { terms, category, at, limit, except }: Looking): Promise<Similar[]> => {
  if (terms.length === 0) return []
  const candidates = await listShapesWith(read, { terms, since: likeSince(at), newest: newestOfLead, limit: mostCandidates })
  const likeness = likenessTo(terms)
  return candidates.filter(({ requestId }) => requestId !== except)
    .map((one) => ({ id: one.requestId, topicId: one.topicId, score: likeness(one.terms) * (category && one.category && category !== one.category ? 0.8 : 1) }))
    .filter(({ score }) => score >= leastLike).sort((a, b) => b.score - a.score).slice(0, limit)
}

/**
 * Requests of the same district that say nearly the same, the likest first; a class known on both sides that is another counts against.
 * @param limit at most so many, 5 unless told
 */
export const similarTo = (read: Read, { region, category, at, limit = 5, except, ...worded }: Worded & { region: string; category?: string | null | undefined; at: Date; limit?: number; except?: string }): Promise<Similar[]> =>
  likeShape(read, { terms: shapeNow(worded, region), category, at, limit, except })

/** Somebody named another class: the next model learns from it. @param correction `from`: what the machine read, null when it abstained; `confidence` from 0 to 1 */
export const noteCorrection = async (tx: Tx, { request, region, from, to, confidence, by, at }: { request: string; region: string; from: string | null; to: string; confidence?: number | null; by: string; at: Date }): Promise<void> => {
  await insertCorrection(tx, { id: uuidv7({ now: () => at }), requestId: request, region, readAs: from, category: to, confidence: confidence ?? null, byName: by, correctedAt: at.toISOString() })
  await updateShapeCategory(tx, request, to)
}
