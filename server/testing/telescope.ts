// The neutral matter of the testing pack, filled in: what tests of applications and cases start from.
import type { Catalogue, LoadedPacks } from '../modules/catalogue/index.ts'
import { startTestApp, type TestApp, type TestClient } from './app.ts'
import { testingPacks } from './packs.ts'
import { startTestRegistry, type TestRegistry } from './registry.ts'

export const residence = { residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' }

export const telescopeAnswers = { 'telescope.place': 'home', 'telescope.lamp': true, 'telescope.model': '牧夫座80', 'telescope.aperture': 80, 'telescope.lampNumber': 'L0042', 'telescope.chartLanguage': 'zh' }

/** The parts of a draft reply tests look at. */
export type DraftReply = {
  id: string; state: string; revision: number; number: string | null; answers: Record<string, unknown>; registries: Record<string, string>; problems: { concept: string; code: string }[]
  uploads: { id: string; evidence: string; name: string }[]; missing: { questions: string[]; answers: { concept: string; code: string }[]; evidence: string[] }
  plan: { settled: boolean; services: { service: string; state: string }[]; concepts: { concept: string; source: { kind: string }; value?: unknown; locked: boolean; askedBecause?: string }[]; views: Record<string, string[]>; consents: { registry: string }[] }
}

export type TrackedCase = { id: string; number: string; service: string; state: string; ended: boolean; supplement: { what: string }[]; reasons: string | null; result: { id: string; number: string } | null; handler: string | null }
export type TrackingReply = { id: string; number: string; progress: string; cases: TrackedCase[]; history: { action: string; services: string[] }[]; canWithdraw: boolean }

export type TelescopeTown = { test: TestApp; registry: TestRegistry; close: () => Promise<void> }

export const on = '2026-03-02T02:00:00Z'

/** A clock tests can turn. */
export const turnable = (start: string) => {
  let now = new Date(start)
  return { clock: { now: () => now }, turnTo: (iso: string) => { now = new Date(iso) } }
}

/** The testing pack with its definitions changed, in every region. The same object for the same region and day, as packs give it. */
export const changedPacks = (change: (catalogue: Catalogue) => Catalogue, packs: LoadedPacks = testingPacks(on.slice(0, 10))): LoadedPacks => {
  const made = new WeakMap<Catalogue, Catalogue>()
  return {
    ...packs,
    catalogueFor: (region, day) => {
      const catalogue = packs.catalogueFor(region, day)
      const changed = made.get(catalogue) ?? change(catalogue)
      made.set(catalogue, changed)
      return changed
    },
  }
}

export const openTelescopeTown = async (clock = turnable(on).clock, packs?: LoadedPacks, environment: Record<string, string> = {}): Promise<TelescopeTown> => {
  const registry = await startTestRegistry(residence)
  const test = await startTestApp({ clock, ...(packs ? { packs } : {}), registries: { residents: { url: registry.url, key: registry.key } }, environment: { REGION: '990100', ...environment } })
  return { test, registry, close: async () => { await test.close(); await registry.close() } }
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A multipart request with one file. */
export const uploadRequest = (url: string, content: Buffer | string = pdf, name = '购买凭证.pdf') => {
  const boundary = 'telescope'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return { method: 'POST' as const, url: `/api/v1${url}`, payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** A draft with everything filled in, ready to be handed in. */
export const fillDraft = async (client: TestClient, answers: Record<string, unknown> = telescopeAnswers): Promise<string> => {
  const started = await client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101' })
  const { id } = started.body
  await client.put(`/applications/${id}/answers`, { answers })
  await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
  await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))
  return id
}

export const handIn = async (client: TestClient, answers?: Record<string, unknown>): Promise<TrackingReply> => {
  const id = await fillDraft(client, answers)
  const reply = await client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body
}
