// Five people say the same of one place; the request centre sees it as a hot topic, gives it to a unit with measures and a day, and ends it.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems } from './harness/page-checks.ts'

const place = '南山区粤海街道海印长城小区'
const said = ['门口的搅拌站半夜开工，粉尘和噪音让人没法睡', '旁边搅拌站粉尘大，半夜噪音也大，窗户不敢开', '门口搅拌站夜里施工噪音扰民，粉尘呛人', '附近的搅拌站半夜开工粉尘噪音，老人咳嗽']
const measures = '夜间停工，料仓全封闭，十天内装好喷淋'

export const journey: Journey = {
  name: 'hot-topic-becomes-a-task',
  about: '很多人说同一件事：聚成热点，立为治理任务，完成后看少了多少 / many say the same: a hot topic, a task, its effect',
  run: async ({ open, step, picture }) => {
    await step('几位居民反映同一个地方的同一件事 / several people report the same', async () => {
      for (const [nth, name] of ['梁若兰', '冯听澜'].entries()) {
        const page = await open({ as: name, at: '/', size: desk })
        for (const words of said.slice(2 * nth, 2 * nth + 2)) {
          await ask(page, 'submitRequest', { body: { key: crypto.randomUUID(), kind: 'complain', text: `${place}${words}`, place: { region: '440305' }, anonymous: false, openName: false, mayPublish: false, phone: '' } })
        }
      }
    })

    const page = await open({ as: '尤听雨', at: '/workbench/hot-topics', size: desk })
    const sound = async () => assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page))], [])
    await step('诉求中心看到热点 / the centre sees the hot topic', async () => {
      await page.getByRole('button', { name: '现在更新' }).click()
      // Those who often call are listed too, each with what they said last.
      const topic = page.locator('a[href*="/hot-topics/"]').filter({ hasText: /搅拌站|海印长城/ }).first()
      await topic.waitFor()
      await sound()
      await picture(page, '01-list', { fullPage: true })
      await topic.click()
      await page.getByRole('form', { name: '立为治理任务' }).waitFor()
      await sound()
      await picture(page, '02-topic', { fullPage: true })
    })

    await step('交给生态环境部门，写明做什么、到哪天 / given to a unit', async () => {
      const form = page.getByRole('form', { name: '立为治理任务' })
      await form.getByLabel('负责部门').selectOption({ index: 1 })
      await form.getByLabel('做什么').fill(measures)
      await form.getByLabel('期限').fill('2030-01-01')
      await form.getByRole('button', { name: '交给这个部门' }).click()
      await page.getByText('治理任务：进行中').waitFor()
      await page.getByText(measures).waitFor()
      await sound()
      await picture(page, '03-task', { fullPage: true })
    })

    await step('做完了，记下结果；满一周看少了多少 / done, to be measured after a week', async () => {
      await page.getByLabel('做了什么，或者为什么不做了').fill('料仓封闭，夜里不再开工')
      await page.getByRole('button', { name: '已经完成' }).click()
      await page.getByText('治理任务：已完成').waitFor()
      await page.getByText('满一周再看').waitFor()
      await picture(page, '04-done', { fullPage: true })
    })
  },
}
