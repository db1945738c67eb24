// Like requests among many: the right earlier one is found, also where everybody writes of the same street; what is too old is another story.
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oldestIdAt } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { noteRequest, shapeNow, similarTo } from './finding.ts'
import { triageModule } from './index.ts'

const now = new Date('2026-03-02T02:00:00Z')
const day = 86_400_000
const things = ['井盖松了，车一过就响', '垃圾桶满了没人清', '树枝压着电线', '路面塌了一块', '晚上施工噪声很大', '公交站牌倒了', '下水道往外冒水', '路灯一闪一闪', '共享单车堆满人行道', '墙上贴满小广告']

describe('like requests among six hundred of one street', () => {
  let test: TestApp
  let nth = 0
  /** Ids as they are made at that instant. */
  const note = (text: string, { daysAgo, region = '990101' }: { daysAgo: number; region?: string }): Promise<string> => {
    const at = new Date(now.getTime() - daysAgo * day)
    nth += 1
    const id = `${oldestIdAt(at).slice(0, 24)}${nth.toString(16).padStart(12, '0')}`
    return test.app.db.transaction((tx) => noteRequest(tx, { id, region, category: null, phoneDigest: null, at, terms: shapeNow({ text }, region) })).then(() => id)
  }
  const like = (text: string, region = '990101') => similarTo(test.app.db.read, { text, region, at: now })
  let duplicate = ''
  let old = ''
  beforeAll(async () => {
    test = await startTestApp({ clock: turnable(now.toISOString()).clock })
    old = await note('澄江街幼儿园旁边的秋千断了一根绳子', { daysAgo: 91 })
    duplicate = await note('澄江街二十七号门前的消防栓一直在漏水，地上都结冰了', { daysAgo: 60 })
    await note('澄江街二十七号门前的消防栓一直在漏水，地上都结冰了', { daysAgo: 1, region: '990102' })
    await Promise.all(Array.from({ length: 600 }, (_, index) => note(`澄江街${index + 30}号门前${things[index % things.length]}，第${randomInt(1e9)}次反映`, { daysAgo: 50 - index / 15 })))
  })
  afterAll(() => test.close())

  it('finds the one that says the same in other words, however many newer ones name the street', async () => {
    const [first, ...others] = await like('澄江街二十七号门前消防栓漏水，地上都结冰了，没人来修')
    expect(first?.id).toBe(duplicate)
    expect(others.every(({ score }) => score < (first?.score ?? 0))).toBe(true)
  })

  it('finds none for what nobody has said, nor in another district', async () => {
    expect(await like('图书馆的自助还书机吞了我的书')).toEqual([])
    expect(await like('澄江街幼儿园的秋千', '990103')).toEqual([])
  })

  it('looks at a bounded number of candidates, whatever they share', async () => {
    const seen = await test.app.db.read<{ newest: number }[]>`select count(*)::int as newest from request_leads group by lead order by 1 desc limit 1`
    expect(seen[0]?.newest).toBeGreaterThan(40)
    const [plan] = await test.app.db.read<{ most: number }[]>`select max(length)::int as most from (select count(*) as length from request_leads group by request_id) leads`
    expect(plan?.most).toBeLessThanOrEqual(12)
  })

  it('forgets leads after ninety days', async () => {
    expect((await like('澄江街幼儿园旁边的秋千断了一根绳子')).map(({ id }) => id)).not.toContain(old)
    const leads = async () => (await test.app.db.read`select 1 from request_leads where request_id = ${old}`).length
    expect(await leads()).toBeGreaterThan(0)
    await triageModule.jobs?.(test.app).find(({ task }) => task === 'triage.forget')?.run(null)
    expect(await leads()).toBe(0)
    expect((await like('澄江街二十七号门前消防栓漏水，地上都结冰了，没人来修'))[0]?.id).toBe(duplicate)
  })
})
