// The marriage registry does not answer: 周牧遥 is told so, asked instead, and hands in all the same. When it is back, nobody is asked.
// Runs alone, because everybody's marriage registry is down meanwhile.
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { ask } from './harness/api.ts'
import { headingOf, pathOf } from './harness/form.ts'
import { phone, type Journey } from './harness/journey.ts'
import { agreeToAll, answerQuestions, begin, fillTopics, handIn, leaveRegistries, marriedInNanshan, nextTask, uploadDocuments, usualAnswers } from './harness/newborn.ts'
import { families, prepareDraft } from './harness/prepare.ts'

const registry = '婚姻登记信息库'

/** The notice that it does not answer. */
const told = (page: Page) => page.getByRole('paragraph').filter({ hasText: `${registry}暂时查不到` })

const betweenTriesMs = 1000

/** Presses “ask again” until the registry answers: one that failed often is left alone for some seconds. */
const askAgain = async (page: Page): Promise<void> => {
  await told(page).waitFor()
  while (await told(page).isVisible()) {
    await Promise.all([page.waitForResponse(/\/look-ups$/), page.getByRole('button', { name: '再查一次' }).click()])
    await Promise.race([told(page).waitFor({ state: 'detached' }), setTimeout(betweenTriesMs)])
  }
}

export const journey: Journey = {
  name: 'registry-down',
  about: '婚姻登记库坏了也能办，好了就不用填 / the marriage registry is down: told, asked instead, handed in; back again: not asked',
  alone: true,
  run: async ({ product, open, step, picture }) => {
    await product.setFault('marriage', 'down')
    try {
      const page = await open({ as: '周牧遥', at: '/matters/newborn', size: phone })

      await step('告诉他婚姻登记库查不到 / he is told that the registry does not answer', async () => {
        await begin(page)
        await answerQuestions(page, { ...marriedInNanshan, '您是孩子的母亲还是父亲？': '父亲' })
        await nextTask(page)
        await agreeToAll(page, { 母亲身份证号: '43010419920405998X', 父亲身份证号: '440305198911079992' })
        await told(page).waitFor()
        await page.getByText('请您先自己填写相关内容').first().waitFor()
        await picture(page, '01-told')
      })
      const application = pathOf(page).split('/')[2] ?? ''

      await step('问他结婚登记的内容，说明为什么要问 / he is asked instead, and told why', async () => {
        await leaveRegistries(page)
        let isTold = false
        await fillTopics(page, { ...usualAnswers('周以恒'), 这是母亲的第几个孩子: '2', 母亲婚姻状况: '已婚', 民族随谁: '随父亲', 结婚登记日期: '20191011', 结婚证字号: 'J430104-2019-999002' }, async () => {
          if ((await headingOf(page)) !== '结婚登记') return
          await page.getByText(`${registry}暂时查不到，请您先填写，我们会再试。`).first().waitFor()
          isTold = true
          await picture(page, '02-asked')
        })
        assert.ok(isTold, 'the topic 结婚登记 was among those to fill in')
      })

      await step('照样提交 / he hands in all the same', async () => {
        await uploadDocuments(page)
        await picture(page, '03-check')
        await handIn(page)
        const { cases } = await ask(page, 'getApplication', { params: { id: application } })
        assert.ok(cases.length >= 6, `${cases.length} cases`)
        await picture(page, '04-handed-in')
      })

      const { draft } = await step('另一家人也查不到 / another family is not found either', async () => {
        const prepared = await prepareDraft(product.url, families.wu)
        assert.ok(prepared.draft.plan.concepts.some(({ concept, source }) => concept === 'parents.marriageDate' && source.kind === 'ask'), 'the day of the marriage is asked')
        return prepared
      })

      await product.setFault('marriage', 'ok')
      await step('登记库恢复，再查一次就不用填 / the registry is back: one press, and nothing is asked', async () => {
        const other = await open({ as: '吴嘉树', at: `/apply/${draft.id}/consents`, size: phone })
        await askAgain(other)
        const { plan } = await ask(other, 'getDraft', { params: { id: draft.id } })
        const marriage = plan.concepts.find(({ concept }) => concept === 'parents.marriageDate')
        assert.deepEqual([marriage?.source.kind, marriage?.value], ['registry', '2021-09-09'])
        await picture(other, '05-back')
      })
    } finally {
      await product.setFault('marriage', 'ok')
    }
  },
}
