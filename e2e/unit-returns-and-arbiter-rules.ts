// 高昭宁 reports water on a road. Two units in turn say it is not theirs; the centre reviews, an arbiter rules, and what was ruled waits for the duty list.
// The clock of the reporter does not move by any of it.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, nowhere, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const words = '南山区桃园路52号边上的路灯杆底下一直往外冒水，路灯也不亮，走路要绕开。'

export const journey: Journey = {
  name: 'unit-returns-and-arbiter-rules',
  about: '两个单位都退回，裁定由谁办，职责清单学到这一条 / two units send it back, an arbiter rules, the duty list learns',
  run: async ({ open, step, picture }) => {
    const resident = await open({ as: '高昭宁', at: nowhere, size: phone })
    const sent = await ask(resident, 'submitRequest', { body: { key: crypto.randomUUID(), kind: 'complain', text: words, category: 'urban/street-lamps/broken-lamp', place: { address: '南山区桃园路52号', region: '440305' }, phone: '', anonymous: false, openName: false, mayPublish: false } })
    const at = (view: string) => `/workbench/requests/${sent.id}?view=${view}`

    await step('城管先收到，写明理由退回 / the first unit sends it back with the reason', async () => {
      const clerk = await open({ as: '成以宁', at: at('unit'), size: desk })
      await clerk.getByRole('button', { name: '退回' }).click()
      const form = clerk.getByRole('form', { name: '退回' })
      await form.getByLabel('理由').fill('现场是供水管破裂，路灯是进水断电，应由水务先修管。')
      await form.getByLabel('应当归谁').selectOption({ label: '深圳市南山区水务局' })
      await picture(clerk, '01-return')
      await form.getByRole('button', { name: '退回' }).click()
      await clerk.getByText('已退回，等复核').waitFor()
    })

    const dispatcher = await open({ as: '尤听雨', at: at('centre'), size: desk })
    await step('诉求中心复核，改派水务 / the centre reviews it and sends it to the other unit', async () => {
      await dispatcher.getByRole('button', { name: '派给单位' }).click()
      const form = dispatcher.getByRole('form', { name: '派给单位' })
      await form.getByLabel('单位').selectOption({ label: '深圳市南山区水务局' })
      await form.getByLabel('理由').fill('先修管，再修灯。')
      await picture(dispatcher, '02-dispatch')
      await form.getByRole('button', { name: '派给单位' }).click()
      await dispatcher.getByText('已派出').waitFor()
    })

    await step('水务也说不归它；提请裁定 / the second unit sends it back as well; an arbiter is asked', async () => {
      const clerk = await open({ as: '滕清浅', at: at('unit'), size: desk })
      await clerk.getByRole('button', { name: '退回' }).click()
      const form = clerk.getByRole('form', { name: '退回' })
      await form.getByLabel('理由').fill('管道是路灯基础施工时挖断的，由路灯管理单位负责恢复。')
      await form.getByRole('button', { name: '退回' }).click()
      await clerk.getByText('已退回，等复核').waitFor()
      await dispatcher.reload()
      await dispatcher.getByText('两家都退过，要先裁定').first().waitFor()
      await picture(dispatcher, '03-returned-twice')
      await dispatcher.getByRole('button', { name: '提请裁定' }).click()
      const asking = dispatcher.getByRole('form', { name: '提请裁定' })
      await asking.getByLabel('理由').fill('城管和水务各执一词，请裁定。')
      await asking.getByRole('button', { name: '提请裁定' }).click()
      await dispatcher.getByText('已提请裁定').waitFor()
    })

    await step('裁定由城管办，时限没有变 / ruled; the clock is where it was', async () => {
      const arbiter = await open({ as: '向明诚', at: at('arbiter'), size: desk })
      await arbiter.getByRole('button', { name: '裁定由谁办' }).click()
      const form = arbiter.getByRole('form', { name: '裁定由谁办' })
      await form.getByLabel('单位').selectOption({ label: '职责清单：深圳市南山区城市管理和综合执法局' })
      await form.getByLabel('理由').fill('路灯施工挖断管道的，由路灯管理单位恢复并修好路灯。')
      assert.deepEqual(await axeProblems(arbiter), [])
      await picture(arbiter, '04-rule')
      await form.getByRole('button', { name: '裁定由谁办' }).click()
      await arbiter.getByText('已裁定').waitFor()
      await picture(arbiter, '05-ruled')
      const now = await ask(resident, 'getMyRequest', { params: { id: sent.id } })
      assert.equal(now.dueAt, sent.dueAt)
      assert.equal(now.unit?.line, 'urban-management')
    })

    await step('裁定进了职责清单的待学条目 / the ruling waits for the duty list', async () => {
      const designer = await open({ as: '顾屿宁', at: nowhere, size: desk })
      const { rulings } = await ask(designer, 'listDutyRulings')
      assert.ok(rulings.some(({ requestNumber }) => requestNumber === sent.number))
    })
  },
}
