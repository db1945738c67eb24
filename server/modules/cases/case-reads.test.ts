// Whoever gets to see a case leaves a trace for the people in it, whichever way they came: by opening it, acting on it, or a document of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'

type StaffCase = { revision: number; evidence: { files: { id: string }[] }[] }
type Use = { uses: { kind: string; times: number; applicationId: string | null; unmaskedNames: string[] }[] }

describe('reads of a case', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  const submitted = async () => {
    const applicant = await town.test.as({ person: { name: '观星人' } })
    const { id, cases } = await handIn(applicant)
    await town.test.runJobs()
    return { applicant, application: id, permit: cases.find(({ service }) => service === 'telescope-permit')?.id ?? '', clerk: await town.test.as({ staff: [{ role: 'clerk', line: 'sky', region: '990101' }] }) }
  }
  const timesSeen = async (applicant: TestClient) => (await applicant.get<Use>('/data-use?kind=opened')).body.uses.map(({ times }) => times)

  it('an action shows the case, so it is a read, also when the case was never opened before', async () => {
    const { applicant, application, permit, clerk } = await submitted()
    const claimed = await clerk.post<StaffCase>(`/cases/${permit}/claim`, { revision: 1 })
    expect(claimed.status).toBe(200)
    expect((await applicant.get<Use>('/data-use?kind=opened')).body.uses).toMatchObject([{ times: 1, applicationId: application }])
    const putBack = await clerk.post<StaffCase>(`/cases/${permit}/put-back`, { revision: claimed.body.revision })
    expect((await clerk.post(`/cases/${permit}/accept`, { revision: putBack.body.revision })).status).toBe(200)
    expect(await timesSeen(applicant)).toEqual([3])
  })

  it('an action that is refused shows nothing and is no read', async () => {
    const { applicant, permit, clerk } = await submitted()
    expect((await clerk.post(`/cases/${permit}/grant`, { revision: 1 })).status).toBe(403)
    expect((await clerk.post(`/cases/${permit}/claim`, { revision: 99 })).status).toBe(409)
    expect(await timesSeen(applicant)).toEqual([])
  })

  it('opening a document and seeing a masked value are reads', async () => {
    const { applicant, permit, clerk } = await submitted()
    const other = await town.test.as({ staff: [{ role: 'approver', line: 'sky', region: '990101' }] })
    const { evidence } = (await other.get<StaffCase>(`/cases/${permit}`)).body
    const file = evidence.flatMap(({ files }) => files)[0]?.id
    expect((await clerk.request({ method: 'GET', url: `/api/v1/cases/${permit}/files/${file}` })).statusCode).toBe(200)
    expect(await timesSeen(applicant)).toEqual([1, 1])
    expect((await clerk.post(`/cases/${permit}/reveal`, { concept: 'applicant.idNumber', reason: 'identity' })).status).toBe(200)
    expect((await timesSeen(applicant)).sort()).toEqual([1, 2])
    expect((await applicant.get<Use>('/data-use?kind=opened')).body.uses.map(({ unmaskedNames }) => unmaskedNames)).toContainEqual(['身份证号（核对身份）'])
  })
})
