// The same text from many people: found, so that it is handled once while each of them is counted and answered.
// Sending what somebody else wrote is everybody's right; nothing here turns a request away.
import { keyedDigest } from '../../kernel/field-encryption.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { bandsOf, copied, likeness, sketchOf, type Sketch } from './sketch.ts'
import { insertSketch, listSketchesNear, listSketchesSince } from './sketches-store.ts'

/** `sender`: whatever tells one sender from another. `region`: GB/T 2260. */
export type Noted = { request: string; region: string; sender: string; text: string; at: Date }

/** `first`: the oldest request with this text, under which the others are handled; `requests` in the order received, with the first. */
export type Campaign = { first: string; requests: string[]; people: number }

/** From so many people on, within so many days. */
export const campaignFrom = 5
const days = 14
const mostLooked = 2000

/** Notes the text of a request, so that later copies find it. */
export const noteText = async (tx: Tx, { request, region, sender, text, at }: Noted): Promise<void> => {
  const sketch = sketchOf(text)
  if (sketch) await insertSketch(tx, { request, region, sender: keyedDigest('sender', sender), at: at.toISOString() }, sketch)
}

const near = async (read: Read, { values, bands }: Sketch, region: string, at: Date): Promise<Campaign | undefined> => {
  const found = await listSketchesNear(read, bands, new Date(at.getTime() - days * 86_400_000), mostLooked)
  const copies = found.filter((each) => regionCovers(region, each.region) && likeness(each.values, values) >= copied)
  const people = new Set(copies.map(({ sender }) => sender)).size
  const [first] = copies
  return first && people >= campaignFrom ? { first: first.request, requests: copies.map(({ request }) => request), people } : undefined
}

/** The campaign a text belongs to, within a region and below; undefined while fewer people sent it. */
export const findCampaign = async (read: Read, { text, region, at }: Pick<Noted, 'text' | 'region' | 'at'>): Promise<Campaign | undefined> => {
  const sketch = sketchOf(text)
  return sketch && near(read, sketch, region, at)
}

/** Campaigns that requests received since an instant belong to, each once. */
export const listCampaigns = async (read: Read, since: Date, region: string): Promise<Campaign[]> => {
  const campaigns = new Map<string, Campaign>()
  const seen = new Set<string>()
  for (const { request, values, at } of await listSketchesSince(read, since, mostLooked)) {
    if (seen.has(request)) continue
    const found = await near(read, { values, bands: bandsOf(values) }, region, new Date(at))
    for (const each of found?.requests ?? []) seen.add(each)
    if (found) campaigns.set(found.first, found)
  }
  return [...campaigns.values()]
}
