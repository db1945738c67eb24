// 蓝亦晴 takes a call by keyboard: a lamp is broken, class, place and unit are suggested, it is taken down in under a minute. The same caller calls
// again, and what was reported stands beside the call. A question is answered from the knowledge base and closed at once.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems } from './harness/page-checks.ts'

const caller = '15400007788'
const lamp = '南山区南头街道南园路12号门口的路灯不亮，三天了，晚上看不见路'
const question = '身份证丢了可以在网上挂失吗'
const answer = '可以。先在网上挂失，再到任意派出所补办，补办时本人到场。'

export const journey: Journey = {
  name: 'agent-takes-a-call',
  about: '热线接听：来电弹屏，边听边记，一分钟内派单；问的事当场答、当场办结 / a call taken down within a minute; a question answered at once from knowledge',
  run: async ({ open, step, picture }) => {
    const page = await open({ as: '蓝亦晴', at: '/workbench/hotline', size: desk })
    const ring = async () => {
      await page.getByLabel('演练来电').fill(caller)
      await page.getByRole('button', { name: '响铃' }).click()
      await page.getByText('154****7788').first().waitFor()
    }
    const take = async () => {
      await page.getByRole('heading', { level: 1, name: '12345 接听' }).click()
      await page.keyboard.press('a')
      await page.getByLabel('说的是什么事').waitFor()
    }
    const finish = async () => {
      await page.getByRole('button', { name: '办完这通' }).click()
      await page.getByText('来电会自动出现在左边').waitFor()
    }

    await step('来电响铃，按 A 接起，弹出来电人 / it rings; A takes it, the caller pops up', async () => {
      assert.deepEqual(await axeProblems(page), [])
      await ring()
      await picture(page, '01-ringing')
      await take()
      await page.getByRole('heading', { name: caller }).waitFor()
      await page.getByText('这个号码没有反映过事情').waitFor()
    })

    await step('边听边写，分类、地点、单位自己出来；一个组合键登记派单，不到一分钟 / typed while listening, taken down with one key within a minute', async () => {
      const began = Date.now()
      await page.getByLabel('说的是什么事').fill(lamp)
      await page.getByRole('button', { name: /路灯/ }).first().waitFor()
      await page.getByText(/^会派给/).waitFor()
      await page.keyboard.press('Alt+1')
      await page.getByLabel('怎么称呼').fill('米小满')
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page))], [])
      await picture(page, '02-taking-down')
      await page.keyboard.press('Control+Enter')
      await page.getByText(/已登记，编号/).waitFor()
      assert.ok(Date.now() - began < 60_000)
      await page.getByText('已派单，最晚').waitFor()
      await picture(page, '03-taken-down')
      await finish()
    })

    await step('同一个号码再打来，先看到前面反映的事 / the same number calls again, and the lamp stands beside the call', async () => {
      await ring()
      await take()
      await page.getByText('今天打来 2 次').waitFor()
      assert.equal(await page.getByLabel('怎么称呼').inputValue(), '米小满')
      await page.locator('.hotline-earlier').getByText('路灯不亮').waitFor()
    })

    await step('知识库里有的，念给对方听，登记后直接办结 / a question is answered from the knowledge base and closed', async () => {
      const dispatcher = await open({ as: '卓清源', at: '/workbench/knowledge', size: desk })
      const entry = await ask(page, 'proposeKnowledge', { body: { words: { category: null, ask: question, answer, source: { title: '中华人民共和国居民身份证法 第十一条', url: null }, validUntil: null, audience: 'public' } } })
      await dispatcher.reload()
      await dispatcher.getByRole('button', { name: question }).click()
      await picture(dispatcher, '04-release')
      assert.deepEqual(await axeProblems(dispatcher), [])
      await dispatcher.getByRole('button', { name: '审核通过' }).click()
      await dispatcher.getByText('在用').first().waitFor()
      await page.getByLabel('说的是什么事').fill('请问身份证丢了能不能网上挂失')
      await page.getByRole('button', { name: '用这条答复' }).first().click()
      assert.equal(await page.getByLabel('当场答复').inputValue(), answer)
      await picture(page, '05-answer')
      await page.getByRole('button', { name: '登记并办结' }).click()
      await page.getByText('已经当场答复').waitFor()
      await finish()
      assert.equal((await ask(dispatcher, 'listKnowledge')).entries.find(({ id }) => id === entry.id)?.uses, 1)
    })

    await step('手机上也接得了 / on a phone as well', async () => {
      const small = await open({ as: '蓝亦晴', at: '/workbench/hotline', size: phone })
      await small.getByRole('heading', { name: '等着接的' }).waitFor()
      assert.deepEqual([...(await axeProblems(small)), ...(await overflowProblems(small))], [])
      await picture(small, '06-phone')
    })
  },
}
