// Handing in: the cases go to authorities that work with this server, and what was asked of registries is settled first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { startTestRegistry, type TestRegistry } from '../../testing/registry.ts'
import { handIn, on, residence } from '../../testing/telescope.ts'

describe('a submission on a server of one district', () => {
  let registry: TestRegistry
  let test: TestApp
  beforeAll(async () => {
    registry = await startTestRegistry({ ...residence, residenceRegion: '990102' })
    test = await startTestApp({ clock: { now: () => new Date(on) }, registries: { residents: { url: registry.url, key: registry.key } }, environment: { REGION: '990101' } })
  })
  afterAll(async () => {
    await test.close()
    await registry.close()
  })

  it('never sends a case to an authority that would not see it', async () => {
    const client = await test.as({ person: {} })
    const { cases } = await handIn(client)
    const clerk = await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    const queue = await clerk.get<{ cases: { id: string; region: string }[] }>('/cases')
    const permit = cases.find(({ service }) => service === 'telescope-permit')
    expect(queue.body.cases).toMatchObject([{ id: permit?.id, region: '990101' }])
  })
})
