// A file taken in at a hall of another region: handed over with a signature, receipted or returned; until then its case waits.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { codeIn } from '../windows/testing.ts'
import { remindLate } from './reminding.ts'
import { openTransferTown, start, takeIn, transferFor, type TakenIn, type TransferReply, type TransferTown } from './testing.ts'

let town: TransferTown
let receiver: TestClient
beforeAll(async () => {
  town = await openTransferTown()
  receiver = await town.official('clerk')
})
afterAll(() => town.close())

const papers = { originals: [{ name: '购买凭证原件', count: 1 }], parcel: { carrier: '示例速递', number: 'YJ20260302' } }
const hand = (clerk: TestClient, { id, revision }: TransferReply, more: Record<string, unknown> = {}) => clerk.post<TransferReply>(`/transfers/${id}/hand-over`, { revision, checked: true, ...more })
const queueOf = async (client: TestClient): Promise<string[]> => (await client.get<{ cases: { number: string }[] }>('/cases')).body.cases.map(({ number }) => number)
const caseOf = ({ tracking }: TakenIn) => tracking.cases.find(({ service }) => service === 'telescope-permit')

describe('what a hall takes in for elsewhere', () => {
  it('waits without a clock, and outside the authority’s queue, until its file is receipted; what needs no file goes on at once', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const permit = caseOf(taken)
    expect(permit?.state).toBe('waiting')
    await town.test.runJobs()
    expect(await queueOf(receiver)).not.toContain(permit?.number)
    const before = await transferFor(taken.clerk, taken.tracking)
    // Tuesday is no working day in the west: two of its working days end on Thursday.
    expect(before).toMatchObject({ state: 'collected', gives: true, receives: false, handOverBy: '2026-03-05', actBy: '2026-03-05', urgency: 'calm', signed: null, actions: ['handOver'] })
    expect(before.documents).toHaveLength(1)
    town.turnTo('2026-03-02T02:20:00Z')
    const handed = (await hand(taken.clerk, before, papers)).body
    expect(handed).toMatchObject({ state: 'underway', receiptBy: '2026-03-03', signed: { intact: true, faults: [], edition: 1 } })
    expect(handed.signed?.documents.map(({ digest }) => digest)).toEqual(before.documents.map(({ digest }) => digest))
    town.turnTo('2026-03-03T02:00:00Z')
    const official = await town.official('clerk')
    const received = await official.post<TransferReply>(`/transfers/${handed.id}/receipt`, { revision: handed.revision, remark: '齐全' })
    expect(received.body).toMatchObject({ state: 'received', actBy: null, actions: [] })
    expect(await queueOf(official)).toContain(permit?.number)
    const { dueOn, promisedOn } = (await official.get<{ dueOn: string; promisedOn: string }>(`/cases/${permit?.id}`)).body
    expect([promisedOn, dueOn]).toEqual(['2026-03-10', '2026-03-17'])
    const { chain } = (await official.get<{ chain: { links: { duty: string }[] } }>(`/cases/${permit?.id}/chain`)).body
    expect(chain.links.map(({ duty }) => duty)).toEqual(['collect', 'underway', 'check'])
  })

  it('comes back to the hall with reasons, and is handed over again', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    const returned = (await receiver.post<TransferReply>(`/transfers/${handed.id}/return`, { revision: handed.revision, reasons: '缺购买凭证原件' })).body
    expect(returned).toMatchObject({ state: 'returned', receiptBy: null, actions: [] })
    const back = await transferFor(taken.clerk, taken.tracking)
    expect(back).toMatchObject({ actBy: '2026-03-05', actions: ['handOver'] })
    expect(back.chains[0]?.links.at(-1)).toMatchObject({ holder: 'hall', duty: 'mend', dueOn: '2026-03-05' })
    expect((await hand(taken.clerk, back, papers)).body).toMatchObject({ state: 'underway', signed: { edition: 2 } })
  })

  it('ends with the case when the applicant withdraws it', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const withdrawn = await taken.person.post<{ cases: { state: string }[] }>(`/applications/${taken.tracking.id}/withdraw`, { reason: '不办了' })
    expect(withdrawn.body.cases.map(({ state }) => state)).toContain('withdrawn')
    const { transfers } = (await taken.clerk.get<{ transfers: { state: string; applicationNumber: string }[] }>('/transfers?open=false')).body
    expect(transfers.find(({ applicationNumber }) => applicationNumber === taken.tracking.number)?.state).toBe('ended')
  })
})

describe('a receipt', () => {
  it('is given once: of two officials at the same moment one is first, and nobody gives a second', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    const other = await town.official('approver')
    const both = await Promise.all([receiver, other].map((each) => each.post(`/transfers/${handed.id}/receipt`, { revision: handed.revision })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(codeIn(await receiver.post(`/transfers/${handed.id}/receipt`, { revision: handed.revision + 1 }))).toBe('not_allowed_now')
  })

  it('is refused when what arrived is not what was signed, and the file can be returned', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    await town.test.app.db.transaction(async (tx) => {
      await tx`update transfers set signed = jsonb_set(signed, '{content,remark}', '"改过"') where id = ${handed.id}`
    })
    const seen = await receiver.get<TransferReply>(`/transfers/${handed.id}`)
    expect(seen.body.signed).toMatchObject({ intact: false, faults: ['signature'] })
    expect(codeIn(await receiver.post(`/transfers/${handed.id}/receipt`, { revision: handed.revision }))).toBe('tampered')
    expect((await receiver.post(`/transfers/${handed.id}/return`, { revision: handed.revision, reasons: '签名对不上' })).status).toBe(200)
  })

  it('is refused when a document of the case was exchanged', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    await town.test.app.db.transaction(async (tx) => {
      await tx`update cases set evidence = replace(evidence::text, ${handed.documents[0]?.digest ?? ''}, ${'0'.repeat(64)})::jsonb where id = ${caseOf(taken)?.id ?? ''}`
    })
    const reply = await receiver.post<{ error: { code: string; details: { faults: string[] } } }>(`/transfers/${handed.id}/receipt`, { revision: handed.revision })
    expect([reply.body.error.code, reply.body.error.details.faults]).toEqual(['tampered', ['documents']])
  })
})

describe('a hand-over', () => {
  it('is for the hall that took it in and the authority it is for; elsewhere it does not exist', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const before = await transferFor(taken.clerk, taken.tracking)
    const [eastHall, westAuthority, energy, supervisor] = [await town.hallClerk('990101'), await town.official('clerk', '990102'), await town.official('clerk', '990101', 'energy'), await town.official('supervisor', '990100', null)]
    for (const outsider of [eastHall, westAuthority, energy]) expect((await outsider.get(`/transfers/${before.id}`)).status).toBe(404)
    expect((await supervisor.get<TransferReply>(`/transfers/${before.id}`)).body.actions).toEqual([])
    expect((await hand(eastHall, before)).status).toBe(404)
    expect((await hand(receiver, before)).status).toBe(403)
    expect((await taken.clerk.post(`/transfers/${before.id}/receipt`, { revision: before.revision })).status).toBe(403)
    expect(codeIn(await receiver.post(`/transfers/${before.id}/receipt`, { revision: before.revision }))).toBe('not_allowed_now')
    expect((await town.test.asNobody.get('/transfers')).status).toBe(401)
    expect((await taken.person.get('/transfers')).status).toBe(403)
  })

  it('says by what parcel papers travel, and from an old page nothing is done', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const before = await transferFor(taken.clerk, taken.tracking)
    expect(codeIn(await hand(taken.clerk, before, { originals: papers.originals }))).toBe('invalid')
    expect(codeIn(await hand(taken.clerk, { ...before, revision: 9 }))).toBe('conflict')
    const handed = (await hand(taken.clerk, before, papers)).body
    const noted = await receiver.post<TransferReply>(`/transfers/${handed.id}/post`, { revision: handed.revision, note: '已到收发室' })
    expect(noted.body.events.at(-1)).toMatchObject({ action: 'notePost', by: '测试clerk' })
    town.turnTo('2026-03-04T02:00:00Z')
    expect((await transferFor(await town.official('clerk'), taken.tracking)).urgency).toBe('late')
  })

  it('is listed by side, page by page', async () => {
    town.turnTo(start)
    await takeIn(town)
    const clerk = await town.hallClerk()
    type Listed = { transfers: { id: string }[]; next: string | null }
    const first = (await clerk.get<Listed>('/transfers?side=giving&limit=1')).body
    const second = (await clerk.get<Listed>(`/transfers?side=giving&limit=1&after=${first.next}`)).body
    expect([first.transfers.length, second.transfers.length]).toEqual([1, 1])
    expect(first.transfers[0]?.id).not.toBe(second.transfers[0]?.id)
    expect((await clerk.get<Listed>('/transfers?side=receiving')).body).toEqual({ transfers: [], next: null })
  })

  it('without a parcel says nothing of one, and is in nobody else’s hands', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    expect(codeIn(await receiver.post(`/transfers/${handed.id}/post`, { revision: handed.revision, note: '到哪里了' }))).toBe('not_allowed_now')
    const supervisor = await town.official('supervisor', '990100', null)
    expect((await supervisor.post(`/transfers/${handed.id}/receipt`, { revision: handed.revision })).status).toBe(403)
    expect((await receiver.get('/transfers/00000000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await receiver.post('/transfers/00000000-0000-7000-8000-000000000000/receipt', { revision: 1 })).status).toBe(404)
  })

  it('calls no courier where the platform has none', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const before = await transferFor(taken.clerk, taken.tracking)
    expect(before.courier).toBe(false)
    expect(codeIn(await hand(taken.clerk, before, { originals: papers.originals, courier: true }))).toBe('unavailable')
  })

  it('whose stored document is no longer what it was is not receipted', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    const { files } = town.test.app
    town.test.app.files = { ...files, open: () => Readable.from([Buffer.from('something else')]) }
    const seen = (await receiver.get<TransferReply>(`/transfers/${handed.id}`)).body
    town.test.app.files = files
    expect(seen.signed).toMatchObject({ intact: false, faults: ['bytes'] })
  })
})

describe('a hand-over that is late', () => {
  /** Who was told what, by role and working days late. */
  const told = async ({ id }: { id: string }): Promise<string[]> => {
    const rows = await town.test.app.db.read<{ role: string; kind: string; days: number }[]>`
      select distinct p.role, m.kind, (m.detail ->> 'days')::int as days from staff_messages m join staff_postings p on p.staff_id = m.staff_id where m.detail ->> 'transfer' = ${id} order by days, p.role`
    return rows.map(({ role, kind, days }) => `${role} ${kind} ${days}`)
  }

  it('reminds the hall, then its head and supervision, each once and by the hall’s own calendar', async () => {
    town.turnTo(start)
    await Promise.all([town.official('head', '990102', 'government-services'), town.official('supervisor', '990102', null)])
    const taken = await takeIn(town)
    const one = await transferFor(taken.clerk, taken.tracking)
    const toldOn = async (day: string) => {
      town.turnTo(`${day}T01:05:00Z`)
      await remindLate(town.test.app)
      await remindLate(town.test.app)
      return told(one)
    }
    // Its last day is Thursday the 5th; Saturday and Sunday do not count.
    expect(await toldOn('2026-03-05')).toEqual([])
    expect(await toldOn('2026-03-06')).toEqual(['window handOverLate 1'])
    expect(await toldOn('2026-03-08')).toEqual(['window handOverLate 1'])
    expect(await toldOn('2026-03-12')).toEqual(['window handOverLate 1', 'head handOverLate 5', 'supervisor handOverLate 5'])
    const clerk = await town.hallClerk()
    expect((await transferFor(clerk, taken.tracking)).events.filter(({ action }) => action === 'remind').map(({ days }) => days)).toEqual([1, 5])
    // A reminder is no step: the page somebody has open is still the newest.
    expect((await hand(clerk, one)).body).toMatchObject({ state: 'underway' })
  })

  it('then reminds the authority, from the beginning of the ladder', async () => {
    town.turnTo('2026-03-16T02:00:00Z')
    const taken = await takeIn(town)
    const handed = (await hand(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    expect(handed.receiptBy).toBe('2026-03-17')
    town.turnTo('2026-03-18T01:05:00Z')
    expect(await remindLate(town.test.app, 1)).toBeGreaterThan(1)
    expect(await remindLate(town.test.app, 1)).toBe(0)
    expect(new Set((await told(handed)).map((line) => line.split(' ').slice(1).join(' ')))).toEqual(new Set(['receiptLate 1']))
    expect((await transferFor(await town.official('clerk'), taken.tracking)).urgency).toBe('late')
    town.turnTo(start)
  })
})
