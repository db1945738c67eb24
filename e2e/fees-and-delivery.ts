// A home put in both names: the fee is seen before handing in, falls due with the decision, is paid at the platform's cashier, and lets
// the result be seen; the receipt is a numbered document. A first attempt fails and costs nothing.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { prepareCoOwner } from './harness/co-owner.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

const applicant = '江叙明'

export const journey: Journey = {
  name: 'fees-and-delivery',
  about: '房产加名：交之前看到收费，批准后在收银台付款，拿到收据和结果 / a fee seen, due, paid at the cashier, with its receipt',
  run: async ({ product, step, open, picture }) => {
    const id = await prepareCoOwner(product.url)

    const page = await step('江叙明提交前看到要收十元工本费和依据 / the fee and its ground are seen before handing in', async () => {
      const own = await open({ as: applicant, at: `/apply/${id}/check`, size: phone })
      await own.getByRole('heading', { name: '收费', exact: true }).waitFor()
      await own.getByText('不动产权属证书工本费').waitFor()
      await picture(own, '01-fee-before', { fullPage: true })
      await own.goto(`/apply/${id}/submit`)
      await own.getByRole('checkbox', { name: /^我填写的内容和上传的材料都是真实的/ }).check()
      await own.getByRole('button', { name: '提交', exact: true }).click()
      await own.waitForURL(/\/applications\/[^/]+$/)
      const { fees } = await ask(own, 'listOwnFees', { query: { application: id } })
      assert.deepEqual(fees, [], 'nothing is due before the decision')
      return own
    })

    const official = await step('登记机构批准，费用到期，结果先不给看 / granted, the fee falls due, the result waits', async () => {
      const approver = await open({ as: '熊之恒', at: '/workbench/', size: desk })
      const tracking = await ask(page, 'getApplication', { params: { id } })
      const one = tracking.cases.find(({ service }) => service === 'property-co-owner')
      assert.ok(one)
      const revision = async () => (await ask(approver, 'getCase', { params: { id: one.id } })).revision
      await ask(approver, 'acceptCase', { params: { id: one.id }, body: { revision: await revision() } })
      await ask(approver, 'grantCase', { params: { id: one.id }, body: { revision: await revision(), opinion: '' } })
      await page.reload()
      await page.getByRole('heading', { name: '缴费', exact: true }).waitFor()
      await page.getByText('待缴', { exact: true }).waitFor()
      await picture(page, '02-due', { fullPage: true })
      const granted = (await ask(page, 'getApplication', { params: { id } })).cases.find((each) => each.id === one.id)
      assert.equal(granted?.state, 'granted')
      assert.equal(granted.result, null, 'the result is shown once the fee is paid')
      await approver.goto(`/workbench/cases/${one.id}`)
      await approver.getByText('缴了费再交结果').waitFor()
      await picture(approver, '03-workbench')
      return approver
    })

    await step('第一次余额不足，没有付成，可以再付 / the first attempt fails and costs nothing', async () => {
      await page.getByRole('button', { name: '去缴费' }).click()
      await page.getByRole('heading', { name: '示例支付平台' }).waitFor()
      await page.getByRole('button', { name: '试一下余额不足' }).click()
      await page.getByRole('heading', { name: '没有付成' }).waitFor()
      await picture(page, '05-failed')
      await page.getByRole('link', { name: '回到这件事' }).click()
      await page.getByText('没付成', { exact: true }).waitFor()
    })

    await step('第二次付成，收据和结果都有了 / paid; receipt and result are there', async () => {
      await page.getByRole('button', { name: '再付一次' }).click()
      await page.getByRole('button', { name: '确认支付' }).click()
      await page.getByRole('heading', { name: '付款成功' }).waitFor()
      await picture(page, '06-paid')
      await page.getByRole('link', { name: '回到这件事' }).click()
      await page.getByText('已缴', { exact: true }).waitFor()
      await page.getByRole('link', { name: '打开收据' }).waitFor()
      const { fees } = await ask(page, 'listOwnFees', { query: { application: id } })
      assert.deepEqual(fees.map(({ state, fen }) => ({ state, fen })), [{ state: 'paid', fen: 1000 }])
      const receipt = await page.request.get(`/api/v1/notices/${fees[0]?.noticeId}/document`)
      assert.match((await receipt.body()).subarray(0, 5).toString(), /^%PDF-/)
      const paid = (await ask(page, 'getApplication', { params: { id } })).cases.find(({ service }) => service === 'property-co-owner')
      assert.ok(paid?.result, 'paid for, the result is there')
      await picture(page, '07-receipt', { fullPage: true })
      await page.goto('/fees')
      await page.getByRole('heading', { name: '我的缴费' }).waitFor()
      await picture(page, '08-my-payments')
    })

    await step('经办看到已缴和经过 / the official sees it paid', async () => {
      await official.reload()
      await official.getByText('已缴', { exact: true }).waitFor()
      await picture(official, '09-workbench-paid')
    })
  },
}
