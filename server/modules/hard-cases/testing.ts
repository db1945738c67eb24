// What tests of this module start from: officials of the sample region, and the parts of replies they look at.
import type { TestApp, TestClient } from '../../testing/app.ts'
import type { Posting } from '../../kernel/authz.ts'
import { randomUUID } from 'node:crypto'

export type OwnReply = {
  id: string; number: string; title: string; account: string; state: string; region: string; sortOn: string | null; answerOn: string | null; can: string[]
  answer: { kind: string; words: string; solution?: string; to?: string } | null; files: { id: string; name: string; type: string }[]
  history: { action: string; actorName: string; words: string | null }[]; asked: { authority: { 'zh-CN': string }; given: boolean }[]
}

export type OpinionPart = { id: string; line: string; late: boolean; reminded: boolean; stance: string | null; opinion: string; givenBy: string; files: { id: string }[] }

export type HardCaseReply = OwnReply & {
  revision: number; applicant: string; phone: string; mine: boolean; late: boolean; coordinator: string | null; opinions: OpinionPart[]; lessons: { id: string; stage: string }[]
  actions: { action: string; possible: boolean; because?: string }[]; keywords: string[]
}

const posting = (role: Posting['role'], line: string | null, region: string): Posting => ({ role, line, region })

export type Officials = { coordinator: TestClient; second: TestClient; elsewhere: TestClient; above: TestClient; energy: TestClient; supervisor: TestClient; designer: TestClient }

/** The sky bureaus coordinate (testing-pack/hard-cases/window.yaml). */
export const officialsOf = async (test: TestApp): Promise<Officials> => {
  const as = (name: string, ...postings: Posting[]) => test.as({ staff: postings, name })
  const [coordinator, second, elsewhere, above, energy, supervisor, designer] = await Promise.all([
    as('协调员甲', posting('clerk', 'sky', '990101')), as('协调员乙', posting('approver', 'sky', '990101')), as('西河协调员', posting('clerk', 'sky', '990102')), as('市协调员', posting('approver', 'sky', '990100')),
    as('能源局丙', posting('approver', 'energy', '990101')), as('督办员', posting('supervisor', null, '990100')), as('设计员', posting('designer', null, '990000')),
  ])
  return { coordinator, second, elsewhere, above, energy, supervisor, designer }
}

/** One handed in by a resident of the eastern district. */
export const handInHardCase = async (resident: TestClient, account = '路灯正对着我的阳台，望远镜什么也看不见，两个局都说不归他们管。'): Promise<OwnReply> =>
  (await resident.post<OwnReply>('/my-hard-cases', { id: randomUUID(), region: '990101', account, wish: '', phone: '' })).body

export const lookAt = async (client: TestClient, id: string): Promise<HardCaseReply> => (await client.get<HardCaseReply>(`/hard-cases/${id}`)).body

/** A step with the newest revision. */
export const step = async (client: TestClient, id: string, what: string, body: Record<string, unknown> = {}) =>
  client.post<HardCaseReply>(`/hard-cases/${id}/${what}`, { revision: (await lookAt(client, id)).revision, ...body })
