// People see every look-up made about them, and nobody sees another's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personDigest } from '../../kernel/person-digest.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { fillDraft, handIn, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { insertRegistryCalls } from './exchange-store.ts'
import { typedNumbersAnHour, findTypedPause, giveTypedBack, mayTryTyped } from './typed-look-ups.ts'

type Use = {
  calls: { registryName: string; authorityName: string | null; conceptNames: string[]; purpose: string; legalBasis: string; outcome: string; applicationId: string | null; own: boolean }[]
  reads: { authorityName: string; serviceName: string; matterName: string; conceptNames: string[]; applicationId: string | null; times: number }[]
}

describe('who looked up what about me', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  it('names registry, content, purpose and law of every look-up, also of those that failed', async () => {
    const owner = await town.test.as({ person: {} })
    town.registry.breakWith(503)
    const id = await fillDraft(owner)
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号', residenceRegion: '990101', birthDate: '1990-05-21' })
    await owner.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    const { calls } = (await owner.get<Use>('/data-use')).body
    expect(calls.map((call) => call.outcome)).toContain('unavailable')
    const answered = calls.find((call) => call.outcome === 'answers')
    expect(answered).toMatchObject({ registryName: '居民库', purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', applicationId: id })
    expect(answered?.conceptNames).toContain('居住地址')
  })

  it('tells somebody whose record was read for another’s application: authority, purpose, law, what and when, and nothing of the applicant', async () => {
    const [owner, other] = [await town.test.as({ person: {} }), await town.test.as({ person: { idNumber: inventIdNumber(14_001) } })]
    const id = await fillDraft(owner)
    const call = {
      personId: owner.id, applicationId: id, registry: 'residents', subject: 'applicant', concepts: ['applicant.address', 'applicant.region'], purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条',
      milliseconds: 1, at: '2026-03-02T03:00:00.000Z', about: [{ subject: personDigest(inventIdNumber(14_001)), concepts: ['applicant.region'] }],
    }
    await town.test.app.db.transaction((tx) => insertRegistryCalls(tx, [{ ...call, id: '01980000-0000-7000-8000-0000000000c1', outcome: 'answers' }, { ...call, id: '01980000-0000-7000-8000-0000000000c2', outcome: 'withheld' }]))
    const { calls } = (await other.get<Use>('/data-use')).body
    expect(calls).toHaveLength(2)
    expect(calls.map(({ outcome }) => outcome).sort()).toEqual(['answers', 'withheld'])
    expect(calls[0]).toMatchObject({ registryName: '居民库', authorityName: null, conceptNames: ['居住的区'], purpose: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', applicationId: null, own: false })
    for (const secret of [id, owner.id, '测试居民']) expect(JSON.stringify(calls)).not.toContain(secret)
    // Who typed a stranger's number does not learn that there was a record.
    expect((await owner.get<Use>('/data-use')).body.calls.map(({ outcome }) => outcome)).not.toContain('withheld')
  })

  it('shows which authority opened a case, to the applicant with all of it, and to a person named in it with what is about them', async () => {
    const owner = await town.test.as({ person: {} })
    const { id, cases } = await handIn(owner)
    const permit = cases.find(({ service }) => service === 'telescope-permit')
    expect((await owner.get<Use>('/data-use')).body.reads).toEqual([])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    for (let time = 0; time < 3; time += 1) expect((await clerk.get(`/cases/${permit?.id}`)).status).toBe(200)
    const [read, ...more] = (await owner.get<Use>('/data-use')).body.reads
    expect(more).toEqual([])
    expect(read).toMatchObject({ serviceName: '望远镜许可', matterName: '拥有一台望远镜', applicationId: id, times: 3 })
    expect(read?.conceptNames).toEqual(expect.arrayContaining(['型号', '身份证号']))
    expect(read?.authorityName).toContain('东山区')

    const named = await town.test.as({ person: { idNumber: inventIdNumber(14_002) } })
    await town.test.app.db.transaction((tx) => tx`
      update cases set content = (select jsonb_agg(case when value->>'concept' = 'applicant.idNumber' then value || jsonb_build_object('value', ${inventIdNumber(14_002)}::text) else value end) from jsonb_array_elements(content)) where id = ${permit?.id ?? ''}`)
    await clerk.get(`/cases/${permit?.id}`)
    const seen = (await named.get<Use>('/data-use')).body.reads
    expect(seen).toMatchObject([{ serviceName: '望远镜许可', applicationId: null }])
    expect(seen[0]?.conceptNames).toContain('居住地址')
    expect(seen[0]?.conceptNames).not.toContain('型号')
    for (const secret of [id, permit?.number ?? '', owner.id]) expect(JSON.stringify(seen)).not.toContain(secret)
  })

  it('leaves no trace of an official who found nothing, because the case is outside the district', async () => {
    const owner = await town.test.as({ person: {} })
    const { cases } = await handIn(owner)
    const elsewhere = await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] })
    expect((await elsewhere.get(`/cases/${cases[0]?.id}`)).status).toBe(404)
    expect((await owner.get<Use>('/data-use')).body.reads).toEqual([])
  })

  it('is one’s own: others see nothing of it, officials and strangers are refused', async () => {
    const other = await town.test.as({ person: {} })
    expect((await other.get<Use>('/data-use')).body.calls).toEqual([])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await clerk.get('/data-use')).status).toBe(403)
    expect((await town.test.asNobody.get('/data-use')).status).toBe(401)
  })
})

describe('look-ups by numbers that are only typed', () => {
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
  })
  afterAll(() => town.close())

  it('are limited for each person and hour, also from many devices at once, and begin anew an hour later', async () => {
    const [one, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const { app } = town.test
    const tries = await Promise.all(Array.from({ length: typedNumbersAnHour + 5 }, (_, nth) => mayTryTyped(app, one.id, `n${nth}`)))
    expect(tries.filter(({ may }) => may)).toHaveLength(typedNumbersAnHour)
    expect((await findTypedPause(app, app.db.read, one.id))?.toISOString()).toBe('2026-03-02T03:00:00.000Z')
    expect(await mayTryTyped(app, other.id, 'n0')).toEqual({ may: true, isNew: true })
    turnTo('2026-03-02T03:00:01Z')
    expect(await findTypedPause(app, app.db.read, one.id)).toBeUndefined()
    expect(await mayTryTyped(app, one.id, 'n0')).toEqual({ may: true, isNew: true })
  })

  it('count each number once, however many registries it is looked up in', async () => {
    const one = await town.test.as({ person: {} })
    const { app } = town.test
    for (let nth = 0; nth < typedNumbersAnHour + 5; nth += 1) expect(await mayTryTyped(app, one.id, 'n0')).toEqual({ may: true, isNew: nth === 0 })
    for (let nth = 1; nth < typedNumbersAnHour; nth += 1) await mayTryTyped(app, one.id, `n${nth}`)
    expect([(await mayTryTyped(app, one.id, 'n0')).may, (await mayTryTyped(app, one.id, 'other')).may]).toEqual([true, false])
  })

  it('that nobody answered are given back, and never more than were taken', async () => {
    const one = await town.test.as({ person: {} })
    const { app } = town.test
    await giveTypedBack(app, one.id, 'n0')
    for (let nth = 0; nth < typedNumbersAnHour; nth += 1) await mayTryTyped(app, one.id, `n${nth}`)
    expect((await mayTryTyped(app, one.id, 'more')).may).toBe(false)
    await giveTypedBack(app, one.id, 'n3')
    await giveTypedBack(app, one.id, 'never tried')
    expect(await findTypedPause(app, app.db.read, one.id)).toBeUndefined()
    expect([(await mayTryTyped(app, one.id, 'more')).may, (await mayTryTyped(app, one.id, 'even more')).may]).toEqual([true, false])
  })
})
