// 穆兰心 has agreed that the registers are asked. Her husband dies; the register says so, she is told what is hers before she asks. She confirms
// with a wrong account first; the list is published and approved by a second official, the bank returns it once, she mends it. Then the register
// is wrong, she appeals, and it is hers after all, to the account she gave. Whom no message reaches gets a letter anybody can check.
import assert from 'node:assert/strict'
import { inventIdNumber } from '../server/testing/invented.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems } from './harness/page-checks.ts'

const husband = '440305195803099992'
const benefit = '职工遗属丧葬补助金'
const account = '6219990000000038028'
const second = '职工遗属抚恤金'
const worker = { name: '郭长河', number: inventIdNumber(6_001), account: '6219990000000001018' }

export const journey: Journey = {
  name: 'benefit-finds-a-widow',
  about: '丈夫去世，政策自己找来：告知、确认、名单、审批、送银行、退回、改好、复核、信函 / a benefit finds a widow: told, confirmed, listed, approved, with the bank, returned, mended, appealed; letters',
  run: async ({ product, open, step, picture }) => {
    const widow = await open({ as: '穆兰心', at: '/benefits', size: phone, expected: [/status of (400|409) /] })
    await step('政策库谁都能看 / the library is for everybody', async () => {
      await widow.getByRole('heading', { name: '惠民惠企政策', level: 1 }).waitFor()
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '01-library')
      await widow.getByRole('link', { name: new RegExp(benefit) }).click()
      await widow.getByRole('heading', { name: benefit, level: 1 }).waitFor()
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '02-policy', { fullPage: true })
    })

    await step('她同意查一查，眼下没有 / she agrees to be looked for; nothing yet', async () => {
      await widow.goto('/benefits/mine')
      await widow.getByRole('button', { name: '同意查一查' }).click()
      await widow.getByText('眼下没有可以领的').waitFor()
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '03-agreed')
    })

    const clerk = await open({ as: '魏晓岚', at: '/workbench/benefits', size: desk, expected: [/status of (404|409) /] })
    await step('丈夫去世，登记之后马上再看一遍 / her husband dies and the register changes', async () => {
      await product.happen('population', { subject: { idNumber: husband }, fields: { deceasedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10) } })
      await clerk.getByRole('textbox', { name: /^公民身份号码/ }).fill(husband)
      await clerk.getByRole('button', { name: '重新看一遍' }).click()
      await clerk.getByText('正在重新看 1 人').waitFor()
    })

    await step('没有申请，消息已经到了 / she is told without asking', async () => {
      await widow.goto('/inbox')
      for (let tries = 0; tries < 20 && (await widow.getByText(`这一项属于您，请确认：${benefit}`).count()) === 0; tries += 1) await widow.reload()
      await widow.getByText(`这一项属于您，请确认：${benefit}`).waitFor()
      await picture(widow, '04-told')
      await widow.getByRole('link', { name: '看看属于我的' }).first().click()
      await widow.getByRole('heading', { name: benefit, level: 2 }).waitFor()
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '05-mine', { fullPage: true })
    })

    const card = widow.locator('.tb-card', { has: widow.getByRole('heading', { name: benefit, level: 2 }) })
    const confirm = async (number: string) => {
      await card.getByRole('textbox', { name: /^开户银行/ }).fill('示例银行深圳分行')
      await card.getByRole('textbox', { name: /^银行账号/ }).fill(number)
      await card.getByRole('button', { name: '确认，发到这个账户' }).click()
    }
    await step('账号写错了当场就说，写对了就确认 / a wrong account is said at once', async () => {
      await confirm('6219990000000038029')
      await card.getByText('卡号最后几位对不上').waitFor()
      await picture(widow, '06-wrong-account')
      await confirm(account)
      await card.getByText('等待发放').waitFor()
    })

    await step('生成名单，另一个人审批 / a list is made, and approved by a second person', async () => {
      await clerk.reload()
      await clerk.getByRole('row', { name: new RegExp(benefit) }).getByRole('button', { name: '生成名单' }).click()
      await clerk.getByRole('heading', { name: `${benefit} 一次性`, level: 1 }).waitFor()
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '07-list')
    })
    const address = new URL(clerk.url()).pathname
    const approver = await open({ as: '汪启航', at: address, size: desk, expected: [/status of 400 /] })
    await step('审批、送银行，银行退回 / approved, sent, and returned by the bank', async () => {
      await approver.getByRole('button', { name: '审批', exact: true }).click()
      await approver.getByRole('button', { name: '送银行' }).click()
      await approver.getByText('已送银行').first().waitFor()
      const list = address.split('/').at(-1) ?? ''
      const { fen } = await ask(approver, 'getPayList', { params: { id: list } })
      await approver.getByRole('textbox', { name: '录入银行回盘' }).fill(`H|TONGBAN-RET|1|${list}|1|0|${fen + 1}\nR|1|1002`)
      await approver.getByRole('button', { name: '核销' }).click()
      await approver.getByText('合计对不上', { exact: true }).waitFor()
      await approver.getByRole('textbox', { name: '录入银行回盘' }).fill(`H|TONGBAN-RET|1|${list}|1|0|${fen}\nR|1|1002`)
      await approver.getByRole('button', { name: '核销' }).click()
      await approver.getByText('户名不符').waitFor()
      assert.deepEqual(await axeProblems(approver), [])
      await picture(approver, '08-returned')
    })

    await step('她改好账户，下一批补发 / she mends the account', async () => {
      await widow.reload()
      await card.getByText('银行退回').waitFor()
      await picture(widow, '09-returned', { fullPage: true })
      await confirm(account)
      await card.getByText('等待发放').waitFor()
    })

    const other = widow.locator('.tb-card', { has: widow.getByRole('heading', { name: second, level: 2 }) })
    await step('发错了，说明理由请她退还，记下谁退的 / paid by mistake: asked back with reasons, and who gives it back', async () => {
      await clerk.goto('/workbench/benefits')
      await clerk.getByRole('row', { name: new RegExp(benefit) }).getByRole('button', { name: '生成名单' }).click()
      await clerk.getByRole('heading', { name: `${benefit} 一次性`, level: 1 }).waitFor()
      const again = new URL(clerk.url()).pathname
      const list = again.split('/').at(-1) ?? ''
      await approver.goto(again)
      await approver.getByRole('button', { name: '审批', exact: true }).click()
      await approver.getByRole('button', { name: '送银行' }).click()
      await approver.getByText('已送银行').first().waitFor()
      const { fen } = await ask(approver, 'getPayList', { params: { id: list } })
      await approver.getByRole('textbox', { name: '录入银行回盘' }).fill(`H|TONGBAN-RET|1|${list}|1|${fen}|0\nR|1|0000`)
      await approver.getByRole('button', { name: '核销' }).click()
      await approver.getByRole('button', { name: /^发错了/ }).click()
      await approver.getByRole('textbox', { name: /^为什么要退还/ }).fill('另一个区已经发过这一项。')
      assert.deepEqual(await axeProblems(approver), [])
      await picture(approver, '09-asked-back', { fullPage: true })
      await approver.getByRole('button', { name: '通知退还' }).click()
      await approver.getByRole('button', { name: /^发错了/ }).waitFor({ state: 'detached' })
      await widow.reload()
      await card.getByText('需要退还').waitFor()
      await picture(widow, '09-to-give-back', { fullPage: true })
      await approver.goto('/workbench/benefits')
      const owed = approver.locator('.tb-card', { has: approver.getByRole('heading', { name: `穆兰心 · ${benefit}` }) })
      await owed.getByText('约定分期退还').click()
      await owed.getByRole('button', { name: '按约定分期' }).click()
      await owed.getByText('第一期不能早于今天').waitFor()
      assert.deepEqual(await axeProblems(approver), [])
      await picture(approver, '09-recovery', { fullPage: true })
      await owed.getByRole('button', { name: '一次退清了' }).click()
      await owed.waitFor({ state: 'detached' })
    })

    await step('登记错了，这一项停了，她申请复核 / the register is wrong, it ends, and she appeals', async () => {
      await other.getByRole('button', { name: /^确认，发到 6219/ }).waitFor()
      await picture(widow, '10-account-on-file', { fullPage: true })
      await product.happen('population', { subject: { idNumber: husband }, fields: { deceasedOn: null } })
      await clerk.goto('/workbench/benefits')
      await clerk.getByRole('textbox', { name: /^公民身份号码/ }).fill(husband)
      await clerk.getByRole('button', { name: '重新看一遍' }).click()
      for (let tries = 0; tries < 20 && (await other.getByText('不再符合').count()) === 0; tries += 1) await widow.reload()
      await other.getByRole('button', { name: '这不对，申请复核' }).click()
      await other.getByRole('textbox', { name: '为什么应该是您的' }).fill('我丈夫上个月去世，死亡证明在派出所。')
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '11-appeal', { fullPage: true })
      await other.getByRole('button', { name: '提交' }).click()
      await other.getByText('发放部门正在核实').waitFor()
    })

    await step('核实后照发，发到她填过的账户 / upheld, and paid to the account she gave', async () => {
      await approver.goto('/workbench/benefits')
      const waiting = approver.locator('.tb-card', { has: approver.getByRole('heading', { name: `穆兰心 · ${second}` }) })
      await waiting.getByRole('textbox', { name: /^答复/ }).fill('派出所核实，登记补正后即可。')
      assert.deepEqual(await axeProblems(approver), [])
      await picture(approver, '12-appeals', { fullPage: true })
      await waiting.getByRole('button', { name: '照发' }).click()
      await waiting.waitFor({ state: 'detached' })
      await widow.reload()
      await other.getByText('等待发放').waitFor()
      await picture(widow, '13-upheld', { fullPage: true })
    })

    await step('收不到消息的人有一封信，谁都能核对 / a letter for whom no message reaches, and anybody can check it', async () => {
      const issued = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
      await ask(clerk, 'takeBenefitRecords', { body: { for: 'person', records: [{ 'person.idNumber': worker.number, 'person.name': worker.name, 'person.householdRegion': '440305', 'person.unemploymentMonths': 40, 'person.skillIssuedOn': issued, 'person.skillLevel': 'senior' }] } })
      const row = clerk.getByRole('row', { name: new RegExp(worker.name) })
      for (let tries = 0; tries < 20 && (await row.count()) === 0; tries += 1) await clerk.goto('/workbench/benefits')
      await clerk.getByRole('button', { name: '写信' }).click()
      await clerk.getByRole('link', { name: /^下载这一批信函/ }).waitFor()
      const { entitlements } = await ask(clerk, 'listEntitlements', { query: { letters: true } })
      const code = entitlements.find(({ name }) => name === worker.name)?.letter?.code ?? ''
      await row.getByRole('button', { name: /^登记走访/ }).click()
      await clerk.getByRole('textbox', { name: '开户银行' }).fill('示例银行深圳分行')
      await clerk.getByRole('textbox', { name: /本人的银行账号$/ }).fill(worker.account)
      assert.deepEqual(await axeProblems(clerk), [])
      await picture(clerk, '14-visit', { fullPage: true })
      await clerk.getByRole('button', { name: '登记', exact: true }).click()
      await row.waitFor({ state: 'detached' })
      await widow.goto(`/benefits?letter=${code}`)
      await widow.getByText('这封信是真的').waitFor()
      assert.deepEqual(await axeProblems(widow), [])
      await picture(widow, '15-letter')
    })
  },
}
