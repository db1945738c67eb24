// 罗雨 has a newborn and a phone: from everyday words in the search box to the map of five authorities at work.
// Whatever figure the page shows is compared with the API's.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { pathOf } from './harness/form.ts'
import { phone, type Journey } from './harness/journey.ts'
import { agreeToAll, answerQuestions, begin, fillTopics, handIn, leaveRegistries, marriedInNanshan, nextTask, uploadDocuments, usualAnswers } from './harness/newborn.ts'
import { choosePerson } from './harness/people.ts'
import { axeProblems } from './harness/page-checks.ts'

export const journey: Journey = {
  name: 'newborn-citizen',
  about: '罗雨用手机从一句话办完新生儿的事 / 罗雨, on a phone, from everyday words to the tracking map',
  run: async ({ open, step, picture, note }) => {
    const page = await open({ size: phone })

    await step('用平常的话搜到这件事 / everyday words find the matter', async () => {
      await picture(page, '01-home')
      await page.getByRole('combobox', { name: '您想办什么事' }).fill('孩子出生了要办哪些手续')
      await page.getByRole('option', { name: /新生儿出生/ }).first().waitFor()
      assert.deepEqual(await axeProblems(page), [])
      await page.keyboard.press('Enter')
      const best = page.getByRole('article').getByRole('link', { name: /新生儿/ })
      await best.waitFor()
      await picture(page, '02-search')
      await best.click()
      await page.getByRole('heading', { level: 1, name: '新生儿出生“一件事”' }).waitFor()
    })

    await step('页面上的数字和接口算的一样 / the figures on the page are those of the API', async () => {
      const { matter } = await ask(page, 'getMatter', { params: { matter: 'newborn' } })
      const plan = await ask(page, 'tryPlan', { body: { matter: 'newborn', answers: matter.answers } })
      const shown = page.getByRole('region', { name: '省下了什么' })
      for (const [label, figure] of [['申请次数', 'applications'], ['要填的内容', 'fields'], ['要交的材料', 'evidence'], ['最长等待', 'workingDays']] as const) {
        const entry = (await shown.locator('dl > div').filter({ hasText: label }).innerText()).replaceAll(/\s+/g, ' ')
        const [before, after] = [matter.before[figure], matter.after[figure]]
        assert.deepEqual([plan.before[figure], plan.after[figure]], [before, after], `${label}: the two routes of the API agree`)
        assert.match(entry, new RegExp(before === after ? `现在 ${after}\\b` : `原来 ${before} 现在 ${after}\\b`), label)
        note(`${label} ${before} → ${after}`)
      }
      await picture(page, '03-matter')
      await picture(page, '03-matter-whole', { fullPage: true })
    })

    await step('点开始，登录后直接接着办 / “begin” asks to log in and goes on by itself', async () => {
      await begin(page)
      await picture(page, '04-login')
      await choosePerson(page, '罗雨')
      await page.waitForURL(/\/apply\/[^/]+\/(scenario|tasks)/)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await picture(page, '05-question')
    })

    await step('一次一个问题 / one question at a time', async () => {
      note(`${await answerQuestions(page, marriedInNanshan)} 个问题 / questions`)
      await page.getByRole('heading', { level: 1, name: '新生儿出生“一件事”' }).waitFor()
      await picture(page, '06-tasks')
    })
    const application = pathOf(page).split('/')[2] ?? ''

    await step('同意以后，政府已有的不用填 / what the registries know need not be filled in', async () => {
      await nextTask(page)
      await picture(page, '07-registries')
      await agreeToAll(page, { 父亲身份证号: '440305199005219994', 母亲身份证号: '440305199102199980' })
      await picture(page, '08-found')
      await leaveRegistries(page)
    })

    await step('一页一个主题，填完到检查 / one topic per page, then the check', async () => {
      let topics = 0
      const filled = await fillTopics(page, usualAnswers('陈知秋'), async () => picture(page, `09-topic-${(topics += 1)}`, { fullPage: true }))
      note(`${filled.length} 项自己填 / fields typed: ${filled.join('、')}`)
      if (pathOf(page).includes('/documents')) await picture(page, '10-documents', { fullPage: true })
      note(`${await uploadDocuments(page)} 份材料 / documents`)
      await page.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      const draft = await ask(page, 'getDraft', { params: { id: application } })
      assert.deepEqual(Object.values(draft.missing).flat(), [])
      await picture(page, '11-check', { fullPage: true })
    })

    await step('提交，看到办理地图 / handing in leads to the map', async () => {
      await handIn(page)
      await page.getByText('已经提交').first().waitFor()
      await picture(page, '13-tracking')
      await picture(page, '13-tracking-whole', { fullPage: true })
      const { cases } = await ask(page, 'getApplication', { params: { id: application } })
      assert.ok(new Set(cases.map(({ line }) => line)).size >= 5, 'at least five authorities work on it')
      for (const one of cases) await page.getByText(one.name['zh-CN']).first().waitFor()
    })

    await step('消息和我的办件里都有 / inbox and “my applications” have it', async () => {
      const menu = page.getByRole('button', { name: /^菜单/ })
      await menu.click()
      await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: /^我的办件/ }).click()
      await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      await page.getByRole('link', { name: /新生儿出生/ }).first().waitFor()
      await picture(page, '14-applications')
      await menu.click()
      await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: /^消息/ }).click()
      await page.getByRole('heading', { level: 1, name: '消息' }).waitFor()
      await picture(page, '15-inbox')
      await page.getByRole('article').filter({ hasText: '已提交：新生儿出生' }).getByRole('link', { name: '去看办件' }).click()
      await page.waitForURL(`**/applications/${application}`)
    })
  },
}
