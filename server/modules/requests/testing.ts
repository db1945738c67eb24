// What tests of this module start from: officials of the sample region, requests handed in, and the parts of replies they look at.
import { randomUUID } from 'node:crypto'
import type { Posting } from '../../kernel/authz.ts'
import type { TestApp, TestClient } from '../../testing/app.ts'

export type OwnReply = {
  id: string; number: string; title: string; text: string; state: string; waitsOn: string | null; region: string; category: string | null; unit: { line: string; region: string } | null; dueAt: string | null; round: number; seconds: number; token: string
  answers: { text: string; outcome: string; promisedOn: string | null; kept: boolean }[]; can: { action: string; possible: boolean; because?: string }[]; redoUntil: string | null; grade: string | null; leadNumber: string | null
  history: { action: string; by: string; words: string | null; unit: { line: string } | null }[]; files: { id: string; ofAnswer: boolean }[]; parts: { id: string; state: string; round: number; unit: { line: string } | null }[]; why: string[]; front: boolean; urgency: string
}

export type StaffReply = OwnReply & {
  revision: number; contact: { name?: string; phone?: string }; masked: boolean; actions: { action: string; possible: boolean; because?: string }[]; assignee: string | null; returnedBy: { line: string }[]; needsArbiter: boolean
  helpers: { unit: { line: string }; said: string; givenBy: string | null }[]; children: { id: string; number: string; state: string; unit: { line: string } | null }[]; mark: number; timeAsked: { days: number } | null; extendedDays: number
}

export const posting = (role: Posting['role'], line: string | null, region: string): Posting => ({ role, line, region })

export type Officials = Record<'clerk' | 'head' | 'energy' | 'energyHead' | 'elsewhere' | 'dispatcher' | 'westDispatcher' | 'agent' | 'arbiter' | 'above' | 'designer', TestClient>

/** The sky and energy bureaus of the eastern district, the request centre of the city, and whoever has no business there. */
export const officialsOf = async (test: TestApp): Promise<Officials> => {
  const as = (name: string, ...postings: Posting[]) => test.as({ staff: postings, name })
  const [clerk, head, energy, energyHead, elsewhere, dispatcher, westDispatcher, agent, arbiter, above, designer] = await Promise.all([
    as('星空甲', posting('clerk', 'sky', '990101')), as('星空局长', posting('head', 'sky', '990101')), as('能源乙', posting('clerk', 'energy', '990101')), as('能源局长', posting('approver', 'energy', '990101')),
    as('西河甲', posting('clerk', 'sky', '990102')), as('分派员', posting('dispatcher', 'government-services', '990100')), as('西河分派员', posting('dispatcher', 'government-services', '990102')),
    as('话务员', posting('agent', 'government-services', '990100')), as('仲裁员', posting('supervisor', 'government-services', '990100')), as('市局', posting('approver', 'government-services', '990100')), as('设计员', posting('designer', null, '990000')),
  ])
  return { clerk, head, energy, energyHead, elsewhere, dispatcher, westDispatcher, agent, arbiter, above, designer }
}

export type Report = { kind?: string; text?: string; title?: string; category?: string; region?: string; address?: string; key?: string; openName?: boolean; mayPublish?: boolean }

export const brightLamp = '东山区山前街道的路灯正对着阳台，请问什么时候装遮光罩？'

/** One about a lamp that is too bright, in the eastern district, unless told otherwise. */
export const report = (resident: TestClient, { kind = 'report', text = brightLamp, category = 'sky/lamps/bright', region = '990101', address, title, key = randomUUID(), openName = false, mayPublish = false }: Report = {}) =>
  resident.post<OwnReply>('/my-requests', { key, kind, text, ...(title ? { title } : {}), ...(category ? { category } : {}), place: { region, ...(address ? { address } : {}) }, openName, mayPublish })

export const look = async (client: TestClient, id: string): Promise<StaffReply> => (await client.get<StaffReply>(`/requests/${id}`)).body

/** A step with the newest revision. */
export const step = async (client: TestClient, id: string, what: string, body: Record<string, unknown> = {}) =>
  client.post<StaffReply>(`/requests/${id}/${what}`, { revision: (await look(client, id)).revision ?? 1, ...body })

export const goodAnswer = { text: '已在山前街道的路灯上装好遮光罩，灯光不再照进阳台，您今晚可以看看效果。', outcome: 'solved' }

/** Signed for, answered and released. */
export const answer = async ({ clerk, head }: Pick<Officials, 'clerk' | 'head'>, id: string, given: Record<string, unknown> = goodAnswer): Promise<StaffReply> => {
  await step(clerk, id, 'sign')
  await step(clerk, id, 'answer', given)
  return (await step(head, id, 'answer/release')).body
}
