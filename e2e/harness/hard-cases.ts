// Hard cases for pages to show: one being conferred on with an authority asked, one answered with a lesson proposed.
// Both in Futian, of the resident whose page is given.
import type { Page } from 'playwright-core'
import { ask } from './api.ts'

type Prepared = { consulting: string; answered: string; opinion: string }

const day = (inDays: number): string => new Date(Date.now() + 8 * 60 * 60 * 1000 + inDays * 86_400_000).toISOString().slice(0, 10)

/** @param resident a page of the applicant @param coordinator a page of an official of Futian's government services */
export const prepareHardCases = async (resident: Page, coordinator: Page): Promise<Prepared> => {
  const handIn = async (account: string) => (await ask(resident, 'submitHardCase', { body: { id: crypto.randomUUID(), region: '440304', account, wish: '请告诉我该找谁。', phone: '' } })).id
  const accept = async (id: string, title: string) => (await ask(coordinator, 'acceptHardCase', { params: { id }, body: { revision: 1, title, category: 'nobody-competent' } })).revision
  const consulting = await handIn('楼下的公共水箱漏水，物业说归水务，水务说归物业，跑了四趟没人管。')
  const asked = await ask(coordinator, 'askForOpinions', { params: { id: consulting }, body: { revision: await accept(consulting, '公共水箱漏水没人管'), asked: [{ line: 'health', region: '440304', question: '二次供水的水箱由谁监管？', dueOn: day(5), shared: true }] } })
  await ask(coordinator, 'recordMeeting', { params: { id: consulting }, body: { revision: asked.revision, heldOn: day(0), place: '区政务服务中心', minutes: '各方确认了分工。', attendees: [{ name: '武安澜', unit: '福田区政数局' }], decisions: [{ what: '上门查看', who: '区卫健局', byOn: day(3) }] } })
  const answered = await handIn('老证件上的名字和身份证不一样，几个窗口都说不是同一个人。')
  await ask(coordinator, 'concludeHardCase', {
    params: { id: answered },
    body: { revision: await accept(answered, '证件上的名字不一样'), words: '不用回原籍开证明，公安查得到改名的记录。', solution: '由公安出具改名记录，各窗口据此办理。', by: ['福田公安分局'], laws: [], category: 'records-differ', keywords: ['改名'] },
  })
  await ask(coordinator, 'proposeLesson', { params: { id: answered }, body: { kind: 'question', ask: '证件上的名字不一样怎么办？', answer: '不用回原籍开证明，公安查得到改名的记录。', services: [] } })
  return { consulting, answered, opinion: asked.opinions[0]?.id ?? '' }
}
