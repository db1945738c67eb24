// 罗雨's father died at home yesterday. On a phone, from everyday words to fourteen services of eight authorities on one form;
// what the registries know is not asked again, and the map shows who is at work. Also read in large type.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { answerScenario, bringDocuments, fillTopicsFrom, readExample } from './harness/concept-form.ts'
import { pathOf } from './harness/form.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { agreeToAll, begin, handIn, leaveRegistries, nextTask } from './harness/newborn.ts'
import { axeProblems } from './harness/page-checks.ts'
import { choosePerson } from './harness/people.ts'

export const journey: Journey = {
  name: 'after-a-death',
  about: '父亲昨天走了，罗雨用手机一次办完十四项手续 / fourteen services of eight authorities after a death, on a phone',
  run: async ({ open, step, picture, note }) => {
    const example = readExample('after-a-death-retired-with-home')
    const page = await open({ size: phone })

    await step('用平常的话搜到这件事 / everyday words find the matter', async () => {
      await page.getByRole('combobox', { name: '您想办什么事' }).fill('爸爸走了要办哪些手续')
      await page.keyboard.press('Enter')
      const best = page.getByRole('article').getByRole('link', { name: /身后事/ }).first()
      await best.waitFor()
      await picture(page, '01-search')
      await best.click()
      await page.getByRole('heading', { level: 1, name: /^身后事/ }).waitFor()
      assert.deepEqual(await axeProblems(page), [])
      await picture(page, '02-matter', { fullPage: true })
    })

    await step('几个问题，一次一个，都可以停下来 / a few gentle questions, one at a time', async () => {
      await begin(page)
      await choosePerson(page, '罗雨')
      const put = await answerScenario(page, example, (question) => picture(page, `03-question-${question}`))
      note(`${put.length} 个问题 / questions: ${put.join(' ')}`)
      await picture(page, '04-tasks', { fullPage: true })
    })
    const id = pathOf(page).split('/')[2] ?? ''

    await step('十四项手续、八个部门 / fourteen services of eight authorities', async () => {
      const { plan } = await ask(page, 'getDraft', { params: { id } })
      const included = plan.services.filter(({ state }) => state === 'included')
      assert.equal(included.length, 14)
      assert.equal(new Set(included.map(({ line }) => line)).size, 8)
    })

    await step('父亲的情况各库都有，不用家属填 / what the registries know about him is not asked', async () => {
      await nextTask(page)
      await picture(page, '05-registries', { fullPage: true })
      await agreeToAll(page, { 逝者的身份证号: String(example.answers['deceased.idNumber']) })
      await picture(page, '06-found', { fullPage: true })
      const { plan } = await ask(page, 'getDraft', { params: { id } })
      const valueOf = (concept: string) => plan.concepts.find((each) => each.concept === concept)
      assert.deepEqual(['deceased.name', 'estate.homeAddress', 'deceased.pensionMonths'].map((concept) => [valueOf(concept)?.source.kind, valueOf(concept)?.value]), [
        ['registry', '罗砚农'], ['registry', '广东省深圳市南山区桃源街道示例路21号2栋301'], ['registry', 348],
      ])
      await leaveRegistries(page)
    })

    await step('一页一个主题，填完、传好、签好 / topics, documents, commitments', async () => {
      const filled = await fillTopicsFrom(page, example, (topic) => picture(page, `07-topic-${topic}`, { fullPage: true }))
      note(`${filled.length} 项自己填 / fields typed`)
      const { documents, commitments } = await bringDocuments(page, () => picture(page, '08-documents', { fullPage: true }))
      note(`${documents} 份材料、${commitments} 份承诺 / documents, commitments`)
      await page.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      const { missing } = await ask(page, 'getDraft', { params: { id } })
      assert.deepEqual(Object.values(missing).flat(), [])
      await picture(page, '09-check', { fullPage: true })
    })

    await step('提交，地图上看到各部门并行办理 / handing in leads to the map with its lanes', async () => {
      await handIn(page)
      await page.getByText('已经提交').first().waitFor()
      await picture(page, '10-tracking')
      await picture(page, '10-tracking-whole', { fullPage: true })
      const { cases } = await ask(page, 'getApplication', { params: { id } })
      assert.equal(cases.length, 14)
      assert.equal(new Set(cases.map(({ line }) => line)).size, 8)
      for (const one of cases) await page.getByText(one.name['zh-CN']).first().waitFor()
      assert.deepEqual(await axeProblems(page), [])
    })

    await step('大字版和电脑上也读得清 / large type, and on a desk', async () => {
      const elder = await open({ as: '罗雨', at: `/applications/${id}`, size: phone, settings: { mode: 'elder' } })
      await elder.getByRole('heading', { level: 1 }).waitFor()
      await picture(elder, '11-tracking-elder', { fullPage: true })
      await elder.goto('/matters/after-a-death')
      await elder.getByRole('heading', { level: 1, name: /^身后事/ }).waitFor()
      await picture(elder, '12-matter-elder', { fullPage: true })
      const wide = await open({ as: '罗雨', at: `/applications/${id}`, size: desk })
      await wide.getByRole('heading', { level: 1 }).waitFor()
      await picture(wide, '13-tracking-desk', { fullPage: true })
    })
  },
}
