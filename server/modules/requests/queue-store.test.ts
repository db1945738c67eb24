// Searching requests by words: the newest first, whatever month they came in, and page by page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { listQueue, listRequestsWith, type QueueFilter } from './queue-store.ts'
import { receiveRequest } from './receiving.ts'

describe('a search by words', () => {
  const { clock, turnTo } = turnable('2025-01-10T02:00:00Z')
  let test: TestApp
  const sent: string[] = []
  const receive = async (at: string, title: string, region = '990101', address?: string) => {
    turnTo(new Date(Date.parse(at) + sent.length * 60_000).toISOString())
    const { id } = await receiveRequest(test.app, { key: `search ${at} ${title}`, kind: 'report', channel: 'batch', title, text: `${title}，请处理一下。`, category: 'sky/lamps/bright', place: { region, ...(address ? { address } : {}) }, anonymous: true }, { principal: { kind: 'system', name: 'test' }, requestId: null })
    sent.push(id)
  }
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    for (const at of ['2025-01-10', '2025-11-30', '2026-01-31', '2026-02-01', '2026-02-28']) await receive(at, '榕树路的灯晃眼')
    await receive('2026-02-28', '榕树路口太暗', '990102')
    await receive('2026-03-01', '河边太暗')
    await receive('2026-03-01', '邻居半夜装修声音很大，电钻从十点响到凌晨两点，老人孩子都没法睡觉，物业来过三次也没有用，能不能管一管', '990101', '东山区枫叶弄 12 号')
    await receive('2026-03-01', '树挡路，路口挡树')
    await receive('2026-03-01', '邻里中心门口的健身器材坏了三件螺丝松动扶手摇晃老人锻炼时险些摔倒孩子也常在那里玩耍希望尽快派人来检查修理更换立牌提醒绕行')
    turnTo('2026-03-02T02:00:00Z')
  })
  afterAll(() => test.close())

  const found = async (words: string, limit = 50, regionPrefix = '9901') => (await listRequestsWith(test.app.db.read, { words, regionPrefix, at: clock.now(), limit })).map(({ id }) => sent.indexOf(id))

  it('finds those of all months, the newest first', async () => {
    expect(await found('榕树路的灯')).toEqual([4, 3, 2, 1, 0])
    expect(await found('榕树路')).toEqual([5, 4, 3, 2, 1, 0])
    expect(await found('太暗')).toEqual([6, 5])
    expect(await found('没人说过')).toEqual([])
  })

  it('finds an address behind a long title, and title and address by words of both', async () => {
    expect(await found('枫叶弄12号')).toEqual([7])
    expect(await found('枫叶弄 12 号')).toEqual([7])
    expect(await found('电钻，枫叶弄')).toEqual([7])
  })

  it('finds the last words of the longest title', async () => {
    expect(await found('牌提醒绕行')).toEqual([9])
  })

  it('shows nothing that only has the pairs of a word, and nothing for what has no pair', async () => {
    expect(await found('路口 挡路')).toEqual([8])
    expect(await found('口挡路')).toEqual([])
    expect(await found('挡路 枫')).toEqual([])
    expect(await found('榕 灯')).toEqual([])
    expect(await found('？？')).toEqual([])
  })

  it('goes back only as far as it must for the number wanted, within the place of whoever searches', async () => {
    expect(await found('榕树路', 2)).toEqual([5, 4])
    expect(await found('榕树路', 50, '990102')).toEqual([5])
  })

  it('goes on behind the last one of a page, and in the list of a unit', async () => {
    const filter: QueueFilter = { view: 'ofPlace', desks: [], places: [{ regionPrefix: '9901', line: null }], staffId: '', words: '榕树路', at: clock.now(), after: sent[3], limit: 2 }
    expect((await listQueue(test.app.db.read, filter)).map(({ id }) => sent.indexOf(id))).toEqual([2, 1])
    const ofUnit = await listQueue(test.app.db.read, { ...filter, view: 'ofUnit', after: undefined, desks: [{ line: 'sky', region: '990102' }] })
    expect(ofUnit.map(({ id }) => sent.indexOf(id))).toEqual([5])
    const open = await listQueue(test.app.db.read, { ...filter, view: 'unit', after: undefined, limit: 50, desks: [{ line: 'sky', region: '990101' }] })
    expect(open.map(({ id }) => sent.indexOf(id))).toEqual([0, 1, 2, 3, 4])
  })
})
