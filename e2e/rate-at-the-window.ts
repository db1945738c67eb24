// 秦月蘅 is served at a window in Bao'an and rates the visit with two taps on the tablet. It came too soon to be sure, so a supervisor looks;
// then a colleague puts it right and answers, the supervisor publishes it, and she says how it is now.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const name = '秦月蘅'

export const journey: Journey = {
  name: 'rate-at-the-window',
  about: '秦月蘅在窗口点差评：核实后回访、整改、答复、公开，她再评一次 / a bad rating at the window is looked at, put right, answered, published and rated again',
  run: async ({ open, openTab, step, picture }) => {
    const clerk = await open({ as: '骆知秋', at: '/workbench/window', size: desk, expected: [/status of (404|409) /] })
    const resident = await open({ as: name, at: '/show-code', size: phone })

    await step('窗口扫码接待她 / the window reads her code', async () => {
      await ask(clerk, 'takeSeat', { body: { outlet: 'baoan-hall', counter: '1' } })
      const digits = (await resident.locator('.show-code-digits').innerText()).replaceAll(/\D/g, '')
      await ask(clerk, 'identifyAtWindow', { body: { code: digits } })
    })

    const tablet = await openTab(clerk.context(), '/workbench/window/rate')
    await step('评价屏上点一下，再说哪里不好 / two taps on the tablet', async () => {
      await tablet.getByText('这次办得怎么样？点一下就行').waitFor()
      assert.deepEqual(await axeProblems(tablet), [])
      await picture(tablet, '01-faces')
      assert.ok(!(await tablet.content()).includes(name), 'the tablet names nobody')
      await tablet.getByRole('button', { name: '不满意', exact: true }).click()
      await tablet.getByRole('button', { name: '等得太久' }).click()
      assert.deepEqual(await axeProblems(tablet), [])
      await picture(tablet, '02-why')
      await tablet.getByRole('button', { name: '提交', exact: true }).click()
      await tablet.getByText('谢谢您的评价').waitFor()
      await picture(tablet, '03-thanks')
      await tablet.reload()
      await tablet.getByText('这次服务已经评价过了，谢谢').waitFor()
    })

    const supervisor = await open({ as: '向明诚', at: '/workbench/ratings?view=questions', size: desk })
    await step('刚坐下就评，先核实再计入 / it came at once, so a supervisor looks first', async () => {
      await supervisor.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await supervisor.getByText('刚开始接待就评了。').waitFor()
      await supervisor.getByRole('radio', { name: '计入', exact: true }).check()
      await supervisor.getByRole('textbox', { name: /^理由/ }).fill('看过监控，是本人点的。')
      await picture(supervisor, '04-to-decide', { fullPage: true })
      await supervisor.getByRole('button', { name: '作出决定' }).click()
      await supervisor.getByText('待回访').first().waitFor()
    })

    await step('被评的人自己不能办 / whoever it is about does not handle it', async () => {
      await clerk.goto('/workbench/ratings?view=mine')
      await clerk.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await clerk.getByRole('heading', { name: '申诉' }).waitFor()
      await clerk.getByText('评的是您本人，由别的同事办理').first().waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '05-about-me', { fullPage: true })
    })

    const colleague = await open({ as: '温如言', at: '/workbench/ratings', size: desk })
    await step('同事回访、整改、答复 / a colleague gets in touch, mends it and answers', async () => {
      await picture(colleague, '06-to-put-right')
      await colleague.getByRole('link', { name: /宝安区政务服务中心/ }).first().click()
      await colleague.getByRole('button', { name: '看号码，打电话回访' }).click()
      await colleague.getByRole('link', { name: /^1540000/ }).waitFor()
      const write = async (label: RegExp, text: string, next: string) => {
        await colleague.getByRole('textbox', { name: label }).fill(text)
        await colleague.getByRole('button', { name: '提交', exact: true }).click()
        await colleague.getByText(next, { exact: true }).first().waitFor()
      }
      await write(/^回访了解到的情况/, '取号以后等了一个小时。', '整改中')
      await write(/^采取了什么措施/, '中午加开了一个窗口。', '待答复')
      await picture(colleague, '07-answering', { fullPage: true })
      await write(/^给群众的答复/, '让您久等了，中午已经加开窗口。', '待复核')
    })

    await step('监督人员复核、公开 / the supervisor reviews and publishes', async () => {
      await supervisor.reload()
      await supervisor.getByRole('radio', { name: '复核通过' }).check()
      await supervisor.getByRole('textbox', { name: /^公开的答复/ }).fill('中午已经加开窗口。')
      await picture(supervisor, '08-review', { fullPage: true })
      await supervisor.getByRole('button', { name: '提交', exact: true }).click()
      await supervisor.getByText('已整改').first().waitFor()
    })

    await step('她收到答复，再评一次 / she is told and rates once more', async () => {
      await resident.goto('/inbox')
      await resident.getByRole('heading', { name: /^整改已复核/ }).waitFor()
      await resident.getByRole('link', { name: '看我的评价' }).first().click()
      await resident.getByText('整改以后，现在怎么样？').waitFor()
      await picture(resident, '09-again', { fullPage: true })
      assert.deepEqual(await axeProblems(resident), [])
      await resident.getByRole('radio', { name: '满意', exact: true }).check()
      await resident.getByRole('button', { name: '提交评价' }).click()
      await resident.getByText('整改后再评：满意').first().waitFor()
    })

    await step('大家都看得到怎么改的 / everybody can read what was done', async () => {
      const anybody = await open({ at: '/ratings', size: phone })
      await anybody.getByText('中午已经加开窗口。').waitFor()
      assert.ok(!(await anybody.content()).includes(name))
      await picture(anybody, '10-public', { fullPage: true })
    })
  },
}
