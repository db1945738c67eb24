// 卓然 looks what fits his company: met, not met, not known, and what it lacks. The science bureau's list of high-tech enterprises comes in
// afterwards; he is told, and applies in one step. A consultant tries a profile without logging in.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const uscc = '91440300MA9990005M'
const company = '深圳示例拾光设计有限公司'
const benefit = '高新技术企业认定奖励'

export const journey: Journey = {
  name: 'company-matched',
  about: '企业看符合哪些政策、差什么，名单一到就收到告知，一步申请 / a company sees what fits and what it lacks, is told when the list comes, applies in one step',
  run: async ({ open, step, picture }) => {
    const consultant = await open({ at: '/benefits/try?for=company', size: phone })
    await step('咨询的人不登录也能试算 / a consultant tries a profile', async () => {
      await consultant.getByRole('combobox', { name: '登记状态' }).selectOption('active')
      await consultant.getByRole('button', { name: '算一算' }).click()
      await consultant.getByText(/项还差情况/).waitFor()
      assert.deepEqual(await axeProblems(consultant), [])
      await picture(consultant, '01-tried')
    })

    const agent = await open({ as: '方若川', at: '/benefits/mine', size: phone })
    await step('代办几家企业的，一张表看各家 / who acts for several companies sees them side by side', async () => {
      const companies = agent.getByRole('table', { name: '您代办的企业' })
      await companies.getByText('还没有同意查登记库').first().waitFor()
      assert.equal(await companies.getByRole('link').count() > 1, true)
      assert.deepEqual(await axeProblems(agent), [])
      await picture(agent, '02-companies')
    })

    const owner = await open({ as: '卓然', at: `/benefits/mine?company=${uscc}`, size: desk })
    await step('同意以后，逐条对照 / once he agrees, condition by condition', async () => {
      await owner.getByRole('button', { name: '同意查一查' }).click()
      await owner.getByRole('heading', { name: '其他政策对照' }).waitFor()
      assert.deepEqual(await axeProblems(owner), [])
      await picture(owner, '02-compared', { fullPage: true })
    })

    const clerk = await open({ as: '纪明川', at: '/workbench/benefits', size: desk })
    await step('科创部门的认定名单来了 / the list of high-tech enterprises comes in', async () => {
      const taken = await ask(clerk, 'takeBenefitRecords', { body: { for: 'company', records: [{ 'company.creditCode': uscc, 'company.region': '440305', 'company.highTechSince': new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10) }] } })
      assert.deepEqual(taken, { taken: 1, again: 0, refused: [] })
      await picture(clerk, '03-desk', { fullPage: true })
    })

    await step('告诉他，一步申请 / he is told, and applies in one step', async () => {
      const card = owner.locator('.tb-card', { has: owner.getByRole('heading', { name: benefit, level: 2 }) })
      for (let tries = 0; tries < 20 && (await card.count()) === 0; tries += 1) await owner.reload()
      await card.getByRole('textbox', { name: /^开户银行/ }).fill('示例银行深圳分行')
      await card.getByRole('textbox', { name: /^银行账号/ }).fill('755012345678901')
      await card.getByRole('button', { name: '确认，发到这个账户' }).click()
      await card.getByText('等待发放').waitFor()
      assert.equal(await card.getByText(company).count(), 0)
      await picture(owner, '04-applied', { fullPage: true })
    })
  },
}
