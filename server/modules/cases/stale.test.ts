// Two officials at one case, and an applicant who changes it meanwhile: whoever saw an older state is told so and changes nothing, also
// when a document was put in the place of the one they looked at. Decisions below the level that decides are refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadRequest } from '../../testing/telescope.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

type Seen = { revision: number; state: string; evidence: { evidence: string; files: { id: string; name: string }[] }[]; content: { concept: string; value: unknown }[] }
type Refused = { error: { code: string; details: { revision: number; state: string } } }

describe('somebody else was faster', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('the second of two officials is refused with the present revision and state, and the first decision stands', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    const { revision } = await way.look('clerk', id)
    expect((await way.as.clerk.post(`/cases/${id}/forward`, { revision, opinion: '材料齐全' })).status).toBe(200)
    const late = await way.as.head.post<Refused>(`/cases/${id}/claim`, { revision })
    expect([late.status, late.body.error]).toMatchObject([409, { code: 'conflict', details: { revision: revision + 1, state: 'accepted' } }])
    expect((await way.look('head', id)).course.levels).toMatchObject([{ by: '受理员甲' }, { by: null }, {}])
    expect(because(await way.act('clerk', id, 'grant'))).toBe(undefined)
    expect((await way.act('clerk', id, 'grant')).status).toBe(403)
    expect(because(await way.act('head', id, 'grant'))).toBe('level')
  })

  it('a document put in the place of the one that was looked at makes an older look a conflict, and the new one is there to be seen', async () => {
    const { id, applicant, application } = await way.submitted()
    await way.act('clerk', id, 'supplement-request', { items: [{ what: '凭证看不清，请重拍', evidence: 'receipt' }] })
    const before = (await way.as.clerk.get<Seen>(`/cases/${id}`)).body
    await applicant.request(uploadRequest(`/applications/${application}/uploads/receipt`, '%PDF-1.4\n% 另一份\n%%EOF\n', '新的凭证.pdf'))
    expect((await applicant.post(`/applications/${application}/cases/${id}/supplement`, { answers: {} })).status).toBe(200)
    const stale = await way.as.clerk.post<Refused>(`/cases/${id}/precheck`, { revision: before.revision })
    expect([stale.status, stale.body.error.code]).toEqual([409, 'conflict'])
    const after = (await way.as.clerk.get<Seen>(`/cases/${id}`)).body
    expect(after.evidence.flatMap(({ files }) => files.map(({ name }) => name))).toContain('新的凭证.pdf')
    expect((await way.act('clerk', id, 'precheck')).status).toBe(200)
  })
})
