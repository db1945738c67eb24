// A hall in Xihe that takes in for the Sky Bureau of Dongshan, for tests: the permit of the telescope town may be applied for there.
import type { StaffRole } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, fillDraft, openTelescopeTown, telescopeAnswers, turnable, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Catalogue, CrossRegionTerms, Ladder, LoadedPacks } from '../catalogue/index.ts'
import { actingBy, type Served } from '../windows/testing.ts'

/** A Monday. */
export const start = '2026-03-02T02:00:00Z'

export const terms: CrossRegionTerms = { handOverDays: 2, receiptDays: 1, legalBasis: [{ title: '样例通办规定' }] }

const law = { title: '样例督办规定' }
const ladder: Ladder = { id: 'late', steps: [{ to: 'unit', afterDays: 1 }, { to: 'bureau', afterDays: 2, card: 'yellow' }, { to: 'supervision', afterDays: 5 }], answerDays: 3, legalBasis: [law] }

const takenInElsewhere = (catalogue: Catalogue): Catalogue => {
  const permit = catalogue.services['telescope-permit']
  if (!permit) throw new Error('the testing pack has changed')
  return { ...catalogue, services: { ...catalogue.services, 'telescope-permit': { ...permit, listing: { ...permit.listing, crossRegion: { scope: 'city', ways: ['agency'] } } } } }
}

/** In the western district Tuesday is a holiday. */
const withTerms = (packs: LoadedPacks): LoadedPacks => ({
  ...packs, proceedingsFor: (region) => ({ ...packs.proceedingsFor(region), crossRegion: terms, ladder, days: region === '990102' ? new Map([['2026-03-03', false]]) : packs.proceedingsFor(region).days }),
})

export type Official = (role: StaffRole, region?: string, line?: string | null) => Promise<TestClient>
export type TransferTown = TelescopeTown & { turnTo: (iso: string) => void; official: Official; hallClerk: (region?: string) => Promise<TestClient> }

export const openTransferTown = async (environment: Record<string, string> = {}): Promise<TransferTown> => {
  const { clock, turnTo } = turnable(start)
  const town = await openTelescopeTown(clock, withTerms(changedPacks(takenInElsewhere)), environment)
  const official: Official = (role, region = '990101', line = 'sky') => town.test.as({ staff: [{ role, region, line }], name: `测试${role}` })
  return { ...town, turnTo, official, hallClerk: (region = '990102') => official('window', region, 'government-services') }
}

const signature = [[100, 100, 300, 300, 500, 100], [600, 100, 600, 320]]
let invented = 0

export type TakenIn = { tracking: TrackingReply; person: TestClient; clerk: TestClient }

/** Somebody comes to the West Hall and applies for the permit of Dongshan there. */
export const takeIn = async (town: TransferTown): Promise<TakenIn> => {
  invented += 1
  const card = { name: '郑望舒', idNumber: inventIdNumber(7000 + invented) }
  const [person, clerk] = [await town.test.as({ person: card }), await town.hallClerk()]
  const seat = await clerk.post('/window/seat', { outlet: 'west-hall', counter: '1' })
  if (seat.status !== 201) throw new Error(JSON.stringify(seat.body))
  const { mandate } = (await clerk.post<Served>('/window/session', { card })).body
  const window = actingBy(clerk, mandate)
  const id = await fillDraft(window, { ...telescopeAnswers, 'telescope.lamp': false })
  await window.put(`/applications/${id}/confirmation`, { signature })
  const reply = await window.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  await clerk.post('/window/hand-over', { digest: (await clerk.get<{ digest: string }>('/window/list')).body.digest })
  return { tracking: reply.body, person, clerk }
}

export type TransferReply = {
  id: string; number: string; revision: number; state: string; gives: boolean; receives: boolean; actBy: string | null; urgency: string; handOverBy: string | null; receiptBy: string | null; actions: string[]
  documents: { digest: string; name: string }[]; signed: { digest: string; intact: boolean; faults: string[]; edition: number; documents: { digest: string }[] } | null; events: { action: string; by: string; turn: string | null; days: number | null }[]; parcel: { carrier: string; number: string } | null; courier: boolean
  chains: { links: Link[] }[]
}
export type Link = { holder: string; duty: string; until: string | null; by: string; dueOn: string | null; lawfulOn: string | null }

export const transferFor = async (client: TestClient, tracking: TrackingReply): Promise<TransferReply> => {
  const { transfers } = (await client.get<{ transfers: { id: string; applicationNumber: string }[] }>('/transfers?limit=200')).body
  const row = transfers.find(({ applicationNumber }) => applicationNumber === tracking.number)
  if (!row) throw new Error(`no hand-over of ${tracking.number}`)
  return (await client.get<TransferReply>(`/transfers/${row.id}`)).body
}
