// Tests of the way of the money over HTTP: nobody twice, no budget overspent, a second person, what the bank returns.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, creditCode, openBenefitTown, resident, staffAt, type Town } from './testing.ts'
import { listEntitlementsForUpdate } from './entitlements-store.ts'
import { readReturns } from './pay-list.ts'
import { findSubject } from './subjects-store.ts'

type List = { id: string; revision: number; state: string; items: number; fen: number; people: { seq: number; name: string; state: string; returned: string | null }[]; objections: { id: string; seq: number; state: string }[]; sums: { paid: number; returned: number; outstanding: number; dropped: number; comesOut: boolean } }
type Mine = { entitlements: { id: string; benefit: string; state: string; fen: number }[] }

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

const screenAll = async (): Promise<void> => {
  const clerk = await town.test.as(staffAt('clerk'))
  const { status } = await clerk.post('/benefits/runs', { region: '990101' })
  expect(status).toBe(201)
  await town.test.runJobs()
}

const returnsOf = (list: List, codes: string[], fens: number[]): string => {
  const sum = (paid: boolean) => codes.reduce((total, code, at) => total + ((code === '0000') === paid ? (fens[at] ?? 0) : 0), 0)
  return [`H|TONGBAN-RET|1|${list.id}|${codes.length}|${sum(true)}|${sum(false)}`, ...codes.map((code, at) => `R|${at + 1}|${code}`)].join('\n')
}

describe('a list of payments', () => {
  it('goes from what two widows confirmed through objection, approval and bank file to money, and what the bank returns is paid with the next', async () => {
    const [first, second] = [resident(901, { 'person.spouseDeceasedOn': '2026-02-10' }), resident(902, { 'person.spouseDeceasedOn': '2026-02-11' })]
    const [one, two] = await Promise.all([first, second].map((each) => town.test.as({ person: { name: String(each['person.name']), idNumber: each['person.idNumber'] } })))
    if (!one || !two) throw new Error('two people')
    await town.people(first, second)
    await screenAll()
    for (const [client, each] of [[one, first], [two, second]] as const) {
      const mine = await client.get<Mine>('/benefits/mine')
      expect(mine.body.entitlements.map(({ benefit, state }) => [benefit, state])).toEqual([['farewell-grant', 'told']])
      const id = mine.body.entitlements[0]?.id
      expect((await client.post(`/benefits/entitlements/${id}/confirm`, { ...account('别人的名字') })).status).toBe(400)
      expect((await client.post<{ state: string }>(`/benefits/entitlements/${id}/confirm`, account(String(each['person.name'])))).body.state).toBe('confirmed')
    }
    let [clerk, approver] = [await town.test.as(staffAt('clerk')), await town.test.as(staffAt('approver'))]
    const wanted = { benefit: 'farewell-grant', period: 'once', region: '990101' }
    const made = await clerk.post<List>('/pay-lists', wanted)
    expect(made).toMatchObject({ status: 201, body: { state: 'published', items: 2, fen: 1_000_000, sums: { comesOut: true } } })
    expect((await clerk.post('/pay-lists', wanted)).status).toBe(409)
    const list = made.body
    const shown = await town.test.asNobody.get<{ people: { name: string }[] }>(`/benefits/published-lists/${list.id}`)
    expect(shown.body.people.map(({ name }) => name).toSorted()).toEqual(['居***1', '居***2'])
    expect((await approver.post(`/pay-lists/${list.id}/approve`, { revision: 1 })).status).toBe(409)
    expect((await two.post(`/benefits/published-lists/${list.id}/1/objections`, { text: '这个人好像不住这里' })).status).toBe(201)
    town.turnTo('2026-03-09T02:00:00Z')
    ;[clerk, approver] = [await town.test.as(staffAt('clerk')), await town.test.as(staffAt('approver'))]
    const heard = await approver.get<List>(`/pay-lists/${list.id}`)
    await approver.post(`/pay-lists/${list.id}/objections/${heard.body.objections[0]?.id}`, { upheld: false, answer: '核实过，一直住在这里。' })
    const approved = await approver.post<List>(`/pay-lists/${list.id}/approve`, { revision: 1 })
    expect(approved.body.state).toBe('approved')
    const sent = await approver.post<{ file: string }>(`/pay-lists/${list.id}/send`, { revision: approved.body.revision })
    expect(sent.body.file.split('\n')).toHaveLength(5)
    expect(sent.body.file).toContain('T|2|1000000')
    expect((await approver.get<{ file: string }>(`/pay-lists/${list.id}/file`)).body.file).toBe(sent.body.file)
    const back = returnsOf(list, ['0000', '1002'], [500_000, 500_000])
    expect((await approver.post(`/pay-lists/${list.id}/returns`, { file: back.replace('|500000|', '|499999|') })).status).toBe(400)
    const settled = await approver.post<List>(`/pay-lists/${list.id}/returns`, { file: back })
    expect(settled.body).toMatchObject({ state: 'settled', sums: { paid: 500_000, returned: 500_000, outstanding: 0, comesOut: true }, people: [{ state: 'paid' }, { state: 'returned', returned: '户名不符' }] })
    expect((await approver.post<List>(`/pay-lists/${list.id}/returns`, { file: back })).body.sums.paid).toBe(500_000)

    const states = []
    for (const each of [first, second]) {
      const client = await town.test.as({ person: { name: String(each['person.name']), idNumber: each['person.idNumber'] } })
      const [own] = (await client.get<Mine>('/benefits/mine')).body.entitlements
      states.push(own?.state)
      await client.post(`/benefits/entitlements/${own?.id}/confirm`, account(String(each['person.name'])))
    }
    expect(states.toSorted()).toEqual(['paid', 'returned'])
    expect((await clerk.post<List>('/pay-lists', wanted)).body).toMatchObject({ items: 1, fen: 500_000 })
  })

  it('is seen, made and approved only by the line that pays, where it pays', async () => {
    const [elsewhere, otherLine, resident1] = [await town.test.as(staffAt('approver', '990102')), await town.test.as(staffAt('approver', '990101', 'energy')), await town.test.as({ person: {} })]
    const clerk = await town.test.as(staffAt('clerk'))
    const [list] = (await clerk.get<{ lists: List[] }>('/pay-lists')).body.lists
    for (const stranger of [elsewhere, otherLine]) {
      expect((await stranger.get(`/pay-lists/${list?.id}`)).status).toBe(404)
      expect((await stranger.post(`/pay-lists/${list?.id}/approve`, { revision: list?.revision })).status).toBe(404)
    }
    expect((await resident1.get('/pay-lists')).status).toBe(403)
    expect((await clerk.post(`/pay-lists/${list?.id}/approve`, { revision: list?.revision })).status).toBe(403)
    expect((await elsewhere.post('/pay-lists', { benefit: 'star-allowance', period: '2026-03', region: '990101' })).status).toBe(404)
  })

  it('is approved by a second person only', async () => {
    const head = await town.test.as(staffAt('head'))
    await town.people(resident(903, { 'person.spouseDeceasedOn': '2024-05-01' }))
    const widow = await town.test.as({ person: { name: '居民903', idNumber: String(resident(903)['person.idNumber']) } })
    await screenAll()
    const id = (await widow.get<Mine>('/benefits/mine')).body.entitlements[0]?.id
    await widow.post(`/benefits/entitlements/${id}/confirm`, account('居民903'))
    const made = await head.post<List>('/pay-lists', { benefit: 'solace-grant', period: '2026', region: '990101' })
    expect((await head.post(`/pay-lists/${made.body.id}/approve`, { revision: 1 })).body).toMatchObject({ error: { code: 'second_person' } })
    expect((await head.post<List>(`/pay-lists/${made.body.id}/cancel`, { revision: 1 })).body).toMatchObject({ state: 'cancelled', sums: { dropped: 20_000, comesOut: true } })
    expect((await widow.get<Mine>('/benefits/mine')).body.entitlements[0]?.state).toBe('confirmed')
  })
})

it('more people than a list takes stand on further lists, each once', async () => {
  const people = [921, 922, 923].map((sequence) => resident(sequence, { 'person.spouseDeceasedOn': '2024-05-01', 'person.householdRegion': '990102' }))
  await town.people(...people)
  const clerk = await town.test.as(staffAt('clerk', '990102'))
  await clerk.post('/benefits/runs', { region: '990102' })
  await town.test.runJobs()
  for (const each of people) {
    const client = await town.test.as({ person: { name: String(each['person.name']), idNumber: each['person.idNumber'] } })
    await client.post('/benefits/watch', {})
    await client.post(`/benefits/entitlements/${(await client.get<Mine>('/benefits/mine')).body.entitlements[0]?.id}/confirm`, account(String(each['person.name'])))
  }
  const first = await clerk.post<List>('/pay-lists', { benefit: 'solace-grant', period: '2026', region: '990102', limit: 2 })
  expect(first.body.items).toBe(2)
  await town.test.runJobs()
  expect((await clerk.get<{ lists: List[] }>('/pay-lists')).body.lists.map(({ items }) => items).toSorted()).toEqual([1, 2])
})

it('a budget is never overspent, however many lists are made at once', async () => {
  const companies = ['990101', '990102'].map((region, at) => ({ 'company.creditCode': creditCode(`91${region}MA999000${at}`), 'company.name': `示例天文台${at}`, 'company.region': region, 'company.telescopes': 20 }))
  await town.companies(...companies)
  for (const each of companies) {
    const [uscc, name, region] = [each['company.creditCode'], each['company.name'], each['company.region']]
    const owner = await town.test.as({ person: { companies: [{ uscc, name }] } })
    const clerk = await town.test.as(staffAt('clerk', region, 'energy'))
    await clerk.post('/benefits/runs', { region })
    await town.test.runJobs()
    const mine = await owner.get<Mine>(`/benefits/mine?uscc=${uscc}`)
    expect((await owner.post(`/benefits/entitlements/${mine.body.entitlements[0]?.id}/confirm`, account(name))).status).toBe(200)
  }
  const clerks = await Promise.all(['990101', '990102'].map((region) => town.test.as(staffAt('clerk', region, 'energy'))))
  const made = await Promise.all(clerks.map((clerk, at) => clerk.post<List>('/pay-lists', { benefit: 'observatory-reward', period: '2026', region: companies[at]?.['company.region'] })))
  expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409])
  // whichever came first gives its money back, so that what follows does not depend on it
  for (const [at, { status, body }] of made.entries()) if (status === 201) expect((await clerks[at]?.post(`/pay-lists/${body.id}/cancel`, { revision: 1 }))?.status).toBe(200)
})

it('a budget gets its money back in the year it was taken from, and a year without one is said to have none', async () => {
  const [uscc, name] = [creditCode('91990101MA9990007'), '示例天文台七']
  await town.companies({ 'company.creditCode': uscc, 'company.name': name, 'company.region': '990103', 'company.telescopes': 10 })
  const wanted = (period: string) => ({ benefit: 'observatory-reward', period, region: '990103' })
  const on = async (instant: string) => {
    town.turnTo(instant)
    const [clerk, owner] = [await town.test.as(staffAt('clerk', '990103', 'energy')), await town.test.as({ person: { companies: [{ uscc, name }] } })]
    await clerk.post('/benefits/runs', { region: '990103' })
    await town.test.runJobs()
    const waiting = (await owner.get<Mine>(`/benefits/mine?uscc=${uscc}`)).body.entitlements.find(({ state }) => state === 'told' || state === 'found')
    if (waiting) await owner.post(`/benefits/entitlements/${waiting.id}/confirm`, account(name))
    return { clerk, taken: async () => (await clerk.get<{ policies: { benefit: string; budget: { committed: number } | null }[] }>('/benefits/desk')).body.policies.find(({ benefit }) => benefit === 'observatory-reward')?.budget?.committed }
  }
  // the first hour of the year in Shanghai
  const { clerk, taken } = await on('2025-12-31T16:30:00Z')
  const before = await taken()
  const made = await clerk.post<List>('/pay-lists', wanted('2026'))
  expect([made.status, await taken()]).toEqual([201, (before ?? 0) + made.body.fen])
  await clerk.post(`/pay-lists/${made.body.id}/cancel`, { revision: 1 })
  expect(await taken()).toBe(before)
  const next = await on('2027-01-05T02:00:00Z')
  expect((await next.clerk.post('/pay-lists', wanted('2027'))).body).toMatchObject({ error: { code: 'not_allowed_now', details: { because: 'noBudgetOfYear', year: 2027 } } })
  town.turnTo('2026-03-09T02:00:00Z')
})

it('a list is approved for the rest while objections wait: who no longer fits is taken off and told, whom somebody objects to waits for the answer', async () => {
  const numbers = [931, 932, 933, 934, 935, 936, 937]
  const widow = (sequence: number, died: string | null = '2026-02-10') => resident(sequence, { 'person.spouseDeceasedOn': died, 'person.householdRegion': '990102' })
  const login = (sequence: number) => town.test.as({ person: { name: `居民${sequence}`, idNumber: widow(sequence)['person.idNumber'] } })
  const official = (role: 'clerk' | 'approver') => town.test.as(staffAt(role, '990102'))
  const standing = async (sequence: number) => (await (await login(sequence)).get<Mine>('/benefits/mine')).body.entitlements.find(({ benefit }) => benefit === 'farewell-grant')
  const kinds = async (sequence: number) => (await (await login(sequence)).get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind)
  await town.people(...numbers.map((each) => widow(each)))
  for (const each of numbers) {
    const client = await login(each)
    await client.post('/benefits/watch', {})
    await client.post(`/benefits/entitlements/${(await standing(each))?.id}/confirm`, account(`居民${each}`))
  }
  const wanted = { benefit: 'farewell-grant', period: 'once', region: '990102' }
  const { body: list } = await (await official('clerk')).post<List>('/pay-lists', wanted)
  expect(list.items).toBe(7)
  const objecting = async (by: number, about: number, { id, people } = list) =>
    (await login(by)).post<{ error?: { details: { because: string } } }>(`/benefits/published-lists/${id}/${people.find(({ name }) => name === `居民${about}`)?.seq}/objections`, { text: '这个人好像不住这里' })
  for (const each of [933, 934, 935, 936, 937]) expect((await objecting(931, each)).status).toBe(201)
  expect((await objecting(931, 933)).body.error?.details).toEqual({ because: 'objected' })
  expect((await objecting(931, 932)).body.error?.details).toEqual({ because: 'mostOnList' })
  await town.people(widow(932, null))

  town.turnTo('2026-03-20T02:00:00Z')
  const approver = await official('approver')
  const approved = await approver.post<List>(`/pay-lists/${list.id}/approve`, { revision: 1 })
  expect(approved.body).toMatchObject({ state: 'approved', sums: { outstanding: 500_000, dropped: 3_000_000, comesOut: true } })
  expect(approved.body.people.filter(({ state }) => state === 'due').map(({ name }) => name)).toEqual(['居民931'])
  expect([(await standing(932))?.state, (await kinds(932)).includes('benefitLapsed')]).toEqual(['lapsed', true])
  expect((await standing(933))?.state).toBe('confirmed')
  const clerk = await official('clerk')
  expect((await clerk.post('/pay-lists', wanted)).status).toBe(409)

  const objectionTo = (about: number) => approved.body.objections.find(({ seq }) => approved.body.people.some((one) => one.seq === seq && one.name === `居民${about}`))?.id
  expect((await approver.post(`/pay-lists/${list.id}/objections/${objectionTo(933)}`, { upheld: false, answer: '核实过，没有问题。' })).status).toBe(200)
  expect((await approver.post(`/pay-lists/${list.id}/objections/${objectionTo(934)}`, { upheld: true, answer: '核实过，已经搬走。' })).status).toBe(200)
  expect([(await standing(934))?.state, (await kinds(934)).includes('benefitRefused')]).toEqual(['lapsed', true])
  const { body: next } = await clerk.post<List>('/pay-lists', wanted)
  expect(next.people.map(({ name }) => name)).toEqual(['居民933'])
  expect((await objecting(931, 933, next)).body.error?.details).toEqual({ because: 'objected' })
  expect((await objecting(932, 933, next)).status).toBe(201)
  town.turnTo('2026-04-01T02:00:00Z')
  expect((await (await official('approver')).post(`/pay-lists/${next.id}/approve`, { revision: 1 })).body).toMatchObject({ error: { code: 'not_allowed_now', details: { objections: 'open' } } })
})

it('a file of returns for another list is refused', () => {
  expect(readReturns('H|TONGBAN-RET|1|other|0|0|0', { id: 'mine' }, [])).toEqual({ fault: 'otherList', line: 1 })
})

it('a list that is taken back holds people in the order runs take them, however the list is ordered, so that neither waits for the other in a circle', async () => {
  let minute = 0
  const later = () => { minute += 1; town.turnTo(`2026-03-20T02:0${minute}:00Z`) }
  later()
  const clerk = await town.test.as(staffAt('clerk'))
  const { db } = town.test.app
  const [first, second] = [resident(7001, { 'person.spouseDeceasedOn': '2026-02-10' }), resident(7002, { 'person.spouseDeceasedOn': '2026-02-10' })]
  await town.people(first)
  later()
  await town.people(second)
  const subjects: string[] = []
  for (const each of [second, first]) {
    later()
    await clerk.post('/benefits/changes', { for: 'person', number: each['person.idNumber'], change: 'death' })
    await town.test.runJobs()
    const client = await town.test.as({ person: { name: String(each['person.name']), idNumber: each['person.idNumber'] } })
    const { id } = (await client.get<Mine>('/benefits/mine')).body.entitlements.find(({ benefit }) => benefit === 'farewell-grant') ?? {}
    await client.post(`/benefits/entitlements/${id}/confirm`, account(String(each['person.name'])))
    subjects.unshift((await findSubject(db.read, 'person', each['person.idNumber']))?.id ?? '')
  }
  expect(subjects.toSorted()).toEqual(subjects)
  const { body: list } = await clerk.post<List>('/pay-lists', { benefit: 'farewell-grant', period: 'once', region: '990101' })
  expect(list.people.map(({ name }) => name)).toEqual(['居民7002', '居民7001'])
  const [held = '', next = ''] = subjects
  const { ending } = await db.transaction(async (run) => {
    await listEntitlementsForUpdate(run, held)
    const cancelling = clerk.post<List>(`/pay-lists/${list.id}/cancel`, { revision: list.revision })
    for (let waiting = 0; waiting === 0;) waiting = (await db.read`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length
    expect(await run`select 1 from benefit_entitlements where subject_id = ${next} for no key update nowait`).toHaveLength(1)
    return { ending: cancelling }
  })
  expect((await ending).status).toBe(200)
})
