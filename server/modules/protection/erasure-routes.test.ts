// A person who asks what is kept about them is told what can go, what must stay and why, in plain words; and has the rest erased at once.
// Nobody can ask that for somebody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'

type Answer = { held: boolean; erasable: { kind: string; count: number }[]; kept: { kind: string; count: number | null; why: string }[]; erased?: { kind: string; count: number }[] }

describe('erasing what is mine', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  const draft = async (client: TestClient): Promise<string> => (await client.post<{ id: string }>('/applications', { matter: 'keep-telescope', region: '990101' })).body.id
  const stateOf = async (id: string) => (await town.test.app.db.read<{ state: string }[]>`select state from applications where id = ${id}`)[0]?.state

  it('takes drafts at once, and says what stays and why', async () => {
    const client = await town.test.as({ person: {} })
    await handIn(client)
    const id = await draft(client)
    const before = (await client.get<Answer>('/erasure')).body
    expect(before.erasable).toMatchObject([{ kind: 'drafts', count: 1 }, { kind: 'preferences' }])
    expect(before.kept).toMatchObject([{ kind: 'applications', count: 1 }, { kind: 'trail', count: null }, { kind: 'departmentConsents', count: 0 }])
    expect(before.kept.every(({ why }) => why.length > 10)).toBe(true)
    const after = (await client.post<Answer>('/erasure', {})).body
    expect(after.erased).toMatchObject([{ kind: 'drafts', count: 1 }, { kind: 'preferences', count: 0 }])
    expect(after.erasable).toMatchObject([{ kind: 'drafts', count: 0 }, { kind: 'preferences' }])
    expect(await stateOf(id)).toBe('discarded')
  })

  it('leaves what is another person’s alone', async () => {
    const [one, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const id = await draft(other)
    await one.post('/erasure', {})
    expect(await stateOf(id)).toBe('draft')
  })

  it('is nobody else’s to erase: an official has no such page, nobody without a login has', async () => {
    const clerk = await town.test.as({ staff: [{ role: 'clerk', line: 'sky', region: '990101' }] })
    expect((await clerk.get('/erasure')).status).toBe(403)
    expect((await town.test.asNobody.get('/erasure')).status).toBe(401)
  })
})
