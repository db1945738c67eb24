// What tests of disputes start from: a resident whose address is wrong in the register, an official who keeps it, others who do not.
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import type { Clock } from '../../kernel/clock.ts'

export const concept = 'applicant.address'
export const right = '样例市东山区山前街道2号'

export type Own = {
  id: string; state: string; urgency: string; authorityName: string; dueOn: string | null; recorded: string | null; claimed: string; corrected: string | null; entry: string | null; shownAt: string | null
  history: { action: string; byName: string; reasons: string | null }[]; files: { id: string; name: string }[]; can: Record<'attach' | 'object' | 'withdraw', boolean>
}
export type Seen = Own & { revision: number; line: string; region: string; personName: string; choices: { action: string; possible: boolean; because?: string }[]; authorities: { line: string; region: string }[] }

export type Town = TelescopeTown & { turnTo: (iso: string) => void; clerk: () => Promise<TestClient>; official: (role: 'clerk' | 'head' | 'supervisor' | 'window', line: string, region: string) => Promise<TestClient> }

const on = '2026-03-02T02:00:00Z'

export const openTown = async (): Promise<Town> => {
  const { clock, turnTo }: { clock: Clock; turnTo: (iso: string) => void } = turnable(on)
  const town = await openTelescopeTown(clock)
  const official: Town['official'] = (role, line, region) => town.test.as({ staff: [{ role, line, region }], subject: `${role}-${line}-${region}` })
  return { ...town, turnTo, official, clerk: () => official('clerk', 'sky', '990101') }
}

/** A draft in which the register gave the address, and the dispute of it. */
export const disputeAddress = async (resident: TestClient): Promise<{ application: string; own: Own }> => {
  const application = await fillDraft(resident)
  const reply = await resident.post<Own>('/disputes', { application, concept, claimed: right, explanation: '去年就搬家了，户口也迁了' })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return { application, own: reply.body }
}

export const seen = async (official: TestClient, id: string): Promise<Seen> => (await official.get<Seen>(`/disputes/${id}`)).body

export const inboxOf = async (resident: TestClient): Promise<string[]> =>
  (await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)
