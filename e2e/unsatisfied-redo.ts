// 余明澈 is not satisfied with an answer: it is done again by the unit above. What he adds meanwhile does not move the clock.
// He looks at it without login as well, by the link he was given.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, nowhere, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems, targetProblems } from './harness/page-checks.ts'

const words = '南山区桃园路38号门口的路灯每天晚上十点就灭，反映过一次没人修。请说明什么时候能修好。'
const first = '桃园路38号门口的路灯已经检查，灯具老化，先临时恢复供电，晚上十点以后仍会熄灭，等更换计划。'
const second = '桃园路38号门口的路灯已经换成新灯，十点以后不再熄灭，今晚复查过，亮灯正常。'

export const journey: Journey = {
  name: 'unsatisfied-redo',
  about: '不满意：转上一级单位重办，补充不动时限，凭链接看进展 / not satisfied: done again by the unit above, and a comment moves no clock',
  run: async ({ open, step, picture }) => {
    const page = await open({ as: '余明澈', at: '/requests', size: phone })
    const sound = async () => assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
    const sent = await ask(page, 'submitRequest', { body: { key: crypto.randomUUID(), kind: 'complain', text: words, category: 'urban/street-lamps/broken-lamp', place: { address: '南山区桃园路38号', region: '440305' }, phone: '', anonymous: false, openName: false, mayPublish: false } })
    const { id } = sent

    /** As another journey already shows on the screen. */
    const handled = async (clerkName: string, leadName: string, text: string) => {
      const [clerk, lead] = [await open({ as: clerkName, at: nowhere, size: desk }), await open({ as: leadName, at: nowhere, size: desk })]
      const revision = async (who: typeof clerk) => (await ask(who, 'getRequest', { params: { id } })).revision
      await ask(clerk, 'signRequest', { params: { id }, body: { revision: await revision(clerk) } })
      await ask(clerk, 'draftRequestAnswer', { params: { id }, body: { revision: await revision(clerk), text, outcome: 'solved', promisedOn: null } })
      await ask(lead, 'releaseRequestAnswer', { params: { id }, body: { revision: await revision(lead) } })
    }

    await step('补充一句，期限不动 / what is added does not move the clock', async () => {
      await page.goto(`/requests/${id}`)
      await page.getByLabel('还想说的').fill('昨晚九点半就灭了。')
      await page.getByRole('button', { name: '补充', exact: true }).click()
      await page.getByText('昨晚九点半就灭了。').waitFor()
      assert.equal((await ask(page, 'getMyRequest', { params: { id } })).dueAt, sent.dueAt)
      await sound()
      await picture(page, '01-added', { fullPage: true })
    })

    await step('答复了，但没修好：不满意，要求重办 / answered but not mended: not satisfied, to be done again', async () => {
      await handled('成以宁', '费行简', first)
      await page.reload()
      await page.getByText(first).waitFor()
      await page.getByRole('radio', { name: '不满意', exact: true }).check()
      await page.getByRole('radio', { name: '没有解决' }).check()
      await page.getByRole('button', { name: '评价并要求重办' }).click()
      await page.getByText('请写一句哪里不满意').first().waitFor()
      await page.getByLabel('哪里不满意').fill('晚上十点以后还是黑的，等于没修。')
      await sound()
      await picture(page, '02-unsatisfied', { fullPage: true })
      await page.getByRole('button', { name: '评价并要求重办' }).click()
      await page.getByText('不满意，转深圳市城市管理和综合执法局重办').waitFor()
      await sound()
      await picture(page, '03-redo', { fullPage: true })
    })

    await step('不登录，凭链接也看得到 / the link shows it without login, and no words', async () => {
      const anyone = await open({ at: `/requests/progress/${sent.token}`, size: phone, expected: [/request-progress/] })
      await anyone.getByText('由深圳市城市管理和综合执法局办').first().waitFor()
      assert.equal(await anyone.getByText('余明澈').count(), 0)
      assert.deepEqual([...(await axeProblems(anyone)), ...(await targetProblems(anyone, 44))], [])
      await picture(anyone, '04-by-link', { fullPage: true })
      await anyone.goto(`/requests/progress/${sent.token.slice(0, -2)}xx`)
      await anyone.getByText('这个链接打不开').waitFor()
    })

    await step('上一级单位办好，这回满意 / the unit above mends it, and that helps', async () => {
      const clerk = await open({ as: '戚望远', at: `/workbench/requests/${id}?view=unit`, size: desk })
      await clerk.getByText('第 2 次办理').waitFor()
      await picture(clerk, '05-second-round')
      await handled('戚望远', '宁与归', second)
      await page.reload()
      await page.getByText(second).waitFor()
      await page.getByRole('radio', { name: '满意', exact: true }).check()
      await page.getByRole('button', { name: '提交评价' }).click()
      await page.getByText('您的评价：满意').waitFor()
      await page.goto('/requests')
      await page.getByText('已办结').first().waitFor()
      await sound()
      await picture(page, '06-mine', { fullPage: true })
    })
  },
}
