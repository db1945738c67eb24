// The telescope town with promises in it, for tests: the receipt may follow later, or a signed statement stands in for it.
import type { Catalogue, Commitment, Tolerance } from '../catalogue/definitions.ts'
import { changedPacks, openTelescopeTown, telescopeAnswers, turnable, uploadRequest, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { StaffRole } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { followPromises } from './following.ts'

/** A Monday; the day due of ten working days is 2026-03-16. */
export const start = '2026-03-02T10:00:00+08:00'

export type Terms = { tolerable?: Tolerance; commitment?: Omit<Commitment, 'statement'>; registries?: string[]; proves?: string[] }

/** The permit's proof of ownership on these terms: `commitment` signs for the receipt itself. */
const withTerms = ({ tolerable, commitment, registries, proves }: Terms) => (catalogue: Catalogue): Catalogue => {
  const [permit, receipt] = [catalogue.services['telescope-permit'], catalogue.evidence['receipt']]
  if (!permit || !receipt) throw new Error('the testing pack has changed')
  return {
    ...catalogue,
    services: { ...catalogue.services, 'telescope-permit': { ...permit, evidence: permit.evidence.map((need) => (need.id === 'ownership' ? { ...need, anyOf: ['receipt'], ...(tolerable ? { tolerable } : {}) } : need)) } },
    evidence: { ...catalogue.evidence, receipt: { ...receipt, ...(commitment ? { commitment: { statement: { 'zh-CN': '我承诺：望远镜是我自己的。' }, ...commitment } } : {}), ...(registries ? { registries } : {}), ...(proves ? { proves } : {}) } },
  }
}

/** Sessions do not last over days: `resident` logs the same one in again. */
export type Town = TelescopeTown & { turnTo: (iso: string) => void; follow: () => Promise<number>; resident: (nth: number) => Promise<TestClient>; official: (role: StaffRole, region?: string, line?: string | null) => Promise<TestClient> }

export const openTown = async (terms: Terms): Promise<Town> => {
  const { clock, turnTo } = turnable(start)
  const town = await openTelescopeTown(clock, changedPacks(withTerms(terms)))
  return {
    ...town, turnTo, follow: () => followPromises(town.test.app),
    resident: (nth) => town.test.as({ person: { subject: `resident-${nth}`, idNumber: inventIdNumber(9000 + nth) } }),
    official: (role, region = '990101', line = 'sky') => town.test.as({ staff: [{ role, region, line }] }),
  }
}

/** A draft filled in, the receipt promised the way the terms allow. */
export const fill = async (client: TestClient, way: 'later' | 'commitments' | 'upload'): Promise<string> => {
  const started = await client.post<{ id: string }>('/applications', { matter: 'keep-telescope', region: '990101' })
  if (started.status !== 201) throw new Error(JSON.stringify(started.body))
  const { id } = started.body
  await client.put(`/applications/${id}/answers`, { answers: { ...telescopeAnswers, 'telescope.lamp': false } })
  await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
  if (way === 'upload') await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))
  else await client.put(`/applications/${id}/${way}`, { [way]: { receipt: true } })
  return id
}

export const handIn = async (client: TestClient, way: 'later' | 'commitments' | 'upload'): Promise<TrackingReply> => {
  const id = await fill(client, way)
  const reply = await client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return reply.body
}

export type Own = { id: string; caseId: string; state: string; kind: string; duty: string; dueOn: string | null; owed: boolean; late: boolean; answerOn: string | null; returnedBecause: string | null; ended: boolean }
export const ownOf = async (client: TestClient): Promise<Own[]> => (await client.get<{ undertakings: Own[] }>('/undertakings/own')).body.undertakings

export type Seen = {
  id: string; revision: number; state: string; digests: string[]; swapped: boolean; intact: boolean; heard: boolean; dueOn: string | null; actions: { action: string; possible: boolean; because?: string }[]
  checked: { outcome: string } | null; history: { action: string; actorKind: string }[]; credit: { id: string; state: string; stands: boolean; untilOn: string } | null
}
export const seen = async (client: TestClient, id: string): Promise<Seen> => (await client.get<Seen>(`/undertakings/${id}`)).body

/** Uploads and hands in what is owed. */
export const bring = async (client: TestClient, application: string, content?: string) => {
  await client.request(uploadRequest(`/applications/${application}/uploads/receipt`, content))
  return client.post(`/applications/${application}/owed/receipt`)
}

export const inboxOf = async (client: TestClient): Promise<string[]> => (await client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)

/** Accepts and grants the permit. */
export const grant = async (staff: TestClient, caseId: string): Promise<number> => {
  const { revision } = (await staff.get<{ revision: number }>(`/cases/${caseId}`)).body
  const accepted = await staff.post<{ revision: number }>(`/cases/${caseId}/accept`, { revision })
  return (await staff.post(`/cases/${caseId}/grant`, { revision: accepted.body.revision, opinion: '同意' })).status
}
